//! Everything about one occurrence: what the panel shows, and the address behind its link.

use crate::blocks;
use crate::messages::{Details, Fault, FaultCode};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::series;
use crate::settings::{deciding, rules_in};
use crate::shown::{self, Key};
use chrono::NaiveDateTime;
use evenkeel_core::event::{CategoryBy, Event, EventId, Recurrence};
use evenkeel_core::handle::Handle;
use evenkeel_core::recur::{self, Occurrence};
use evenkeel_core::repeat;
use evenkeel_core::rule::Rule;
use evenkeel_core::time::Zone;
use evenkeel_store::View;

impl Planner {
    /// What the panel shows of an occurrence.
    pub fn details(&self, key: &str, moment: &Moment) -> Result<Details, Fault> {
        self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            match Key::parse(key) {
                Some(Key::Block(handle)) => self.block_details(view, handle, &home),
                Some(Key::Event(id, at)) => self.event_details(view, id, at, &home),
                None => Err(Fault::gone("entry")),
            }
        })
    }

    /// The address behind an occurrence, checked to be one that may be opened.
    pub fn link(&self, key: &str) -> Result<String, Fault> {
        let Some(Key::Event(id, _)) = Key::parse(key) else {
            return Err(Fault::gone("link"));
        };
        let link = self.store.event(id)?.and_then(|event| event.link);
        let link = link.ok_or_else(|| Fault::gone("link"))?;
        let lower = link.to_ascii_lowercase();
        if lower.starts_with("https://") || lower.starts_with("mailto:") {
            return Ok(link);
        }
        Err(Fault::new(
            FaultCode::Refused,
            "This address is not opened from here.",
            "Only https and mail addresses are.",
        ))
    }

    fn block_details(
        &self,
        view: &View<'_>,
        handle: Handle,
        home: &Zone,
    ) -> Result<Details, Fault> {
        let found = blocks::find(handle, view, &self.zones, home)?;
        let block = found.ok_or_else(|| Fault::gone("block"))?;
        let (repeats, series) = match series::facts(view, &block)? {
            Some((words, facts)) => (words, Some(facts)),
            None => (String::new(), None),
        };
        Ok(Details {
            occurrence: shown::own(&block, &self.zones, home),
            own_start: block.start,
            own_end: block.end,
            own_zone: block.zone.clone().unwrap_or_default(),
            notes: block.notes,
            link: None,
            organizer: String::new(),
            calendar: String::new(),
            repeats,
            series,
            goal: block.goal,
            checklist: block.checklist,
            category_because: String::new(),
        })
    }

    fn event_details(
        &self,
        view: &View<'_>,
        id: EventId,
        at: NaiveDateTime,
        home: &Zone,
    ) -> Result<Details, Fault> {
        let event = view.event(id)?.ok_or_else(|| Fault::gone("event"))?;
        let feed = view.feeds()?.into_iter().find(|feed| feed.id == event.feed);
        let length = event.end - event.start;
        let (start, end) = match event.recurrence_id {
            Some(_) => (event.start, event.end),
            None => (at, at + length),
        };
        let zone = event
            .zone
            .as_deref()
            .and_then(|name| self.zones.get(name))
            .unwrap_or_else(|| home.clone());
        let occurrence = Occurrence {
            event: 0,
            key: at,
            start,
            end,
            span: evenkeel_core::time::Span::new(zone.instant(start), zone.instant(end)),
        };
        Ok(Details {
            occurrence: shown::imported(&event, &occurrence, home),
            own_start: start,
            own_end: end,
            own_zone: event.zone.clone().unwrap_or_default(),
            notes: event.notes.clone(),
            link: event.link.clone(),
            organizer: event.organizer.clone(),
            calendar: feed.map(|feed| feed.name).unwrap_or_default(),
            repeats: repeats(&event),
            series: None,
            goal: String::new(),
            checklist: Vec::new(),
            category_because: because(&event, &rules_in(view)?),
        })
    }
}

/// Why an event has its category.
fn because(event: &Event, rules: &[Rule]) -> String {
    match event.category_by {
        CategoryBy::Hand => "You chose it.".into(),
        CategoryBy::File => "The calendar names it.".into(),
        CategoryBy::Guess => "No rule knows this event, so management is assumed.".into(),
        CategoryBy::Rule => match deciding(rules, event) {
            Some(rule) => format!(
                "A rule looks for \u{201c}{}\u{201d}.",
                matching(rule, event).unwrap_or_default()
            ),
            None => "A rule gave it, which has changed since.".into(),
        },
    }
}

/// The word of a rule that stands in the event.
fn matching<'r>(rule: &'r Rule, event: &Event) -> Option<&'r str> {
    let mut words = rule.words.iter();
    words
        .find(|word| {
            let alone = Rule {
                words: vec![word.to_string()],
                ..rule.clone()
            };
            alone.matches(&event.title, &event.organizer)
        })
        .map(String::as_str)
}

fn repeats(event: &Event) -> String {
    match (&event.recurrence, event.recurrence_id) {
        (None, Some(_)) => "Moved or changed within a series".into(),
        (None, None) => String::new(),
        (recurrence, _) => in_words(recurrence.as_ref(), event.start),
    }
}

/// How a series repeats, in words.
pub(crate) fn in_words(recurrence: Option<&Recurrence>, start: NaiveDateTime) -> String {
    let rule = recurrence.and_then(|recurrence| recurrence.rule.as_deref());
    match rule.map(recur::Rule::parse) {
        Some(Ok(rule)) => capital(&repeat::words(&rule, start)),
        Some(Err(_)) => "Repeats".into(),
        None => "On several dates".into(),
    }
}

pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
