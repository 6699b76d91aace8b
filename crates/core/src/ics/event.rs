//! One VEVENT becomes an [`Event`]. What cannot be taken as it stands costs a problem and as little
//! of the event as possible. Overrides learn the zone of their series later, in `read`.

use super::line::Line;
use super::link::{self, Address};
use super::moment::Moment;
use super::parts::Parts;
use super::problem::{Problems, quoted};
use super::tree::Component;
use super::value::{self, Length, PeriodEnd, When};
use super::zone::FileZones;
use crate::category::Category;
use crate::event::{CategoryBy, Event, EventId, FeedId, Recurrence, Status};
use crate::recur::{Budget, Frequency, Rule, Until, last_start};
use crate::time::{Instant, Zone};
use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};

/// How many CATEGORIES of an event are looked at.
const MOST_LABELS: usize = 100;
/// How many dates of one RDATE or EXDATE line are looked at.
const MOST_DATES: usize = 10_000;

/// What an event needs from its file.
pub(super) struct Context<'a, 'f> {
    pub(super) zones: &'f mut FileZones<'a>,
    pub(super) problems: &'f mut Problems,
    /// For working out when its series end.
    pub(super) budget: &'f mut Budget,
}

/// An event, and for an override the RECURRENCE-ID that still has to be seen in its series' zone.
pub(super) struct Found {
    pub(super) event: Event,
    pub(super) replaces: Option<Moment>,
    /// Line of BEGIN.
    pub(super) line: u32,
}

/// Reads a VEVENT; nothing when it has no time that can be read.
pub(super) fn event(
    component: &Component<'_>,
    raw: String,
    context: &mut Context,
) -> Option<Found> {
    let parts = Parts::of(component);
    let title = text_of(parts.summary);
    let Some(start_line) = parts.start else {
        let what = format!(
            "The event {} has no start and was left out.",
            quoted(&title)
        );
        context.problems.add(component.number, what);
        return None;
    };
    let Some(start) = context.moment(start_line) else {
        let what = format!(
            "The start {} of {} is no date, so this event was left out.",
            quoted(start_line.value),
            quoted(&title)
        );
        context.problems.add(start_line.number, what);
        return None;
    };
    let timing = Timing::new(&parts, &start, &title, context);
    let recurrence = context.recurrence(&parts, &timing, &title);
    let replaces = context.replaces(&parts, &title);
    let uid = match parts.uid.map(|line| line.value.trim()) {
        Some(uid) if !uid.is_empty() => value::text(uid),
        _ => {
            let what = format!(
                "The event {} has no UID; one was made from its content.",
                quoted(&title)
            );
            context.problems.add(component.number, what);
            made_uid(component)
        }
    };
    let labels: Vec<String> = parts
        .labels
        .iter()
        .flat_map(|line| value::texts(line.value))
        .map(|label| label.trim().to_string())
        .filter(|label| !label.is_empty())
        .take(MOST_LABELS)
        .collect();
    let named = labels.iter().find_map(|label| Category::from_name(label));
    let location = text_of(parts.location);
    let notes = text_of(parts.description);
    let event = Event {
        id: EventId(0),
        feed: FeedId(0),
        uid,
        recurrence_id: None,
        link: context.link(&parts, &title, &location, &notes),
        title,
        notes,
        location,
        organizer: parts.organizer.map(organizer).unwrap_or_default(),
        labels,
        start: timing.start,
        end: timing.end,
        zone: timing.zone.as_ref().map(|zone| zone.name().to_string()),
        all_day: timing.all_day,
        status: status(parts.status),
        free: free(&parts),
        recurrence,
        sequence: parts
            .sequence
            .and_then(|line| line.value.trim().parse().ok())
            .unwrap_or(0),
        category: named.unwrap_or(Category::Management),
        category_by: match named {
            Some(_) => CategoryBy::File,
            None => CategoryBy::Guess,
        },
        raw,
    };
    Some(Found {
        event,
        replaces,
        line: component.number,
    })
}

/// When an event takes place, in its own zone.
struct Timing {
    start: NaiveDateTime,
    end: NaiveDateTime,
    zone: Option<Zone>,
    all_day: bool,
}

impl Timing {
    fn new(parts: &Parts<'_, '_>, start: &Moment, title: &str, context: &mut Context) -> Timing {
        let all_day = start.is_day();
        let mut timing = Timing {
            start: start.wall_in(start.zone.as_ref()),
            end: start.wall_in(start.zone.as_ref()),
            zone: start.zone.clone(),
            all_day,
        };
        let end = match (parts.end, parts.duration) {
            (Some(line), _) => context
                .moment(line)
                .map(|end| (line, end.key(all_day, timing.zone.as_ref(), NaiveTime::MIN))),
            (None, Some(line)) => value::length(line.value).and_then(|length| {
                Some((line, after(timing.start, length, timing.zone.as_ref())?))
            }),
            (None, None) => None,
        };
        match (end, parts.end.or(parts.duration)) {
            (Some((line, end)), _) if end < timing.start => {
                let what = format!(
                    "{} ends before it starts; it was kept with its start and no length.",
                    quoted(title)
                );
                context.problems.add(line.number, what);
            }
            (Some((_, end)), _) => timing.end = end,
            (None, Some(line)) => {
                let what = format!(
                    "The end {} of {} could not be read; it was kept with its start and no length.",
                    quoted(line.value),
                    quoted(title)
                );
                context.problems.add(line.number, what);
            }
            (None, None) => {}
        }
        if all_day {
            // A day is never shorter than a day.
            timing.start = timing.start.date().into();
            let next = timing.start.checked_add_days(Days::new(1));
            timing.end = NaiveDateTime::from(timing.end.date()).max(next.unwrap_or(timing.start));
        }
        timing
    }
}

/// The wall time a DURATION later: its days on the calendar, its seconds on the time line.
fn after(start: NaiveDateTime, length: Length, zone: Option<&Zone>) -> Option<NaiveDateTime> {
    let day = start.checked_add_signed(TimeDelta::try_days(length.days)?)?;
    if length.seconds == 0 {
        return Some(day);
    }
    match zone {
        Some(zone) => {
            day.checked_add_signed(TimeDelta::try_seconds(length.seconds)?)?;
            Some(zone.wall(zone.instant(day).plus_seconds(length.seconds)))
        }
        None => day.checked_add_signed(TimeDelta::try_seconds(length.seconds)?),
    }
}

impl Context<'_, '_> {
    /// The value of a DATE or DATE-TIME property with its zone.
    fn moment(&mut self, line: &Line<'_>) -> Option<Moment> {
        if let Some(when) = value::when(line.value) {
            return Some(self.in_zone(when, line));
        }
        // A TZID with a colon that should have been quoted: its tail went into the value.
        let (tail, value) = line.value.rsplit_once(':')?;
        let when = value::when(value)?;
        let tzid = format!("{}:{tail}", line.header.param("TZID")?);
        Some(self.in_named_zone(when, Some(&tzid), line.number))
    }

    fn in_zone(&mut self, when: When, line: &Line<'_>) -> Moment {
        self.in_named_zone(when, line.header.param("TZID"), line.number)
    }

    fn in_named_zone(&mut self, when: When, tzid: Option<&str>, line: u32) -> Moment {
        let zone = match when {
            When::Day(_) => None,
            When::Utc(_) => Some(Zone::utc()),
            When::Wall(_) => tzid.and_then(|tzid| self.zones.get(tzid, line, self.problems)),
        };
        Moment { when, zone }
    }

    fn recurrence(
        &mut self,
        parts: &Parts<'_, '_>,
        timing: &Timing,
        title: &str,
    ) -> Option<Recurrence> {
        let mut recurrence = Recurrence::default();
        if let Some(line) = parts.rule {
            self.repeat(line, timing, title, &mut recurrence);
        }
        if let Some(line) = parts.second_rule {
            let what = format!(
                "{} has more than one rule; the first was used.",
                quoted(title)
            );
            self.problems.add(line.number, what);
        }
        let zone = timing.zone.as_ref();
        let key = |moment: &Moment| moment.key(timing.all_day, zone, timing.start.time());
        for line in &parts.extra {
            for item in line.value.split(',').take(MOST_DATES) {
                match value::period(item) {
                    Some((start, end)) => {
                        let start = key(&self.in_zone(start, line));
                        let end = match end {
                            PeriodEnd::At(end) => Some(key(&self.in_zone(end, line))),
                            PeriodEnd::After(length) => after(start, length, zone),
                        };
                        recurrence
                            .extra
                            .push((start, end.filter(|end| start <= *end)));
                    }
                    None => match value::when(item) {
                        Some(when) => {
                            let start = key(&self.in_zone(when, line));
                            recurrence.extra.push((start, None));
                        }
                        None => self.bad_date(line, item, title),
                    },
                }
            }
        }
        for line in &parts.except {
            for item in line.value.split(',').take(MOST_DATES) {
                match value::when(item) {
                    Some(When::Day(day)) if !timing.all_day => recurrence.except_days.push(day),
                    Some(when) => recurrence.except.push(key(&self.in_zone(when, line))),
                    None => self.bad_date(line, item, title),
                }
            }
        }
        (recurrence.rule.is_some() || !recurrence.extra.is_empty()).then_some(recurrence)
    }

    fn bad_date(&mut self, line: &Line<'_>, item: &str, title: &str) {
        if item.trim().is_empty() || self.problems.full() {
            return;
        }
        let what = format!(
            "{} in the repetition of {} is no date and was left out.",
            quoted(item),
            quoted(title)
        );
        self.problems.add(line.number, what);
    }

    /// Adds the rule with UNTIL as wall time of the series, and when its COUNT ends; or a problem.
    fn repeat(
        &mut self,
        line: &Line<'_>,
        timing: &Timing,
        title: &str,
        recurrence: &mut Recurrence,
    ) {
        let text = line.value.trim();
        let refused = match Rule::parse(text) {
            Ok(rule) if rule.frequency <= Frequency::Minutely => {
                "it repeats more often than every hour".to_string()
            }
            Ok(rule) => {
                recurrence.rule = Some(with_wall_until(text, rule.until, timing));
                recurrence.last = last_start(&rule, timing.start, self.budget);
                return;
            }
            Err(reason) => reason,
        };
        let what = format!(
            "The repetition of {} was not taken, only its first time: {refused}.",
            quoted(title)
        );
        self.problems.add(line.number, what);
    }

    fn replaces(&mut self, parts: &Parts<'_, '_>, title: &str) -> Option<Moment> {
        let line = parts.replaces?;
        let moment = self.moment(line);
        if moment.is_none() {
            let what = format!(
                "{} does not say which time of its series it replaces; it was kept as an event of its own.",
                quoted(title)
            );
            self.problems.add(line.number, what);
        } else if line.header.param("RANGE").is_some() {
            let what = format!(
                "{} changes all later times of its series; only this one was changed.",
                quoted(title)
            );
            self.problems.add(line.number, what);
        }
        moment
    }

    fn link(
        &mut self,
        parts: &Parts<'_, '_>,
        title: &str,
        location: &str,
        notes: &str,
    ) -> Option<String> {
        let mut found = None;
        let mut lines = parts.links.clone();
        lines.sort_by_key(|line| line.header.name != "URL");
        for line in lines {
            match link::address(line.value) {
                Address::Good(address) => {
                    found.get_or_insert(address);
                }
                Address::Plain => {}
                Address::Refused => {
                    let what = format!(
                        "The address {} of {} is neither https nor mailto and was left out.",
                        quoted(line.value),
                        quoted(title)
                    );
                    self.problems.add(line.number, what);
                }
            }
        }
        found
            .or_else(|| link::meeting(location))
            .or_else(|| link::meeting(notes))
    }
}

/// The rule as text, its UNTIL replaced by the last wall time.
fn with_wall_until(text: &str, until: Option<Until>, timing: &Timing) -> String {
    let Some(until) = until else {
        return text.to_ascii_uppercase();
    };
    let wall = match (until, &timing.zone) {
        (Until::Wall(wall) | Until::Utc(wall), _) if timing.all_day => {
            Until::Day(wall.date()).wall()
        }
        (Until::Utc(wall), Some(zone)) => zone.wall(Instant::from_utc(wall)),
        (until, _) => until.wall(),
    };
    let upper = text.to_ascii_uppercase();
    let parts: Vec<String> = upper
        .split(';')
        .map(|part| match part.trim_start().starts_with("UNTIL") {
            true => format!("UNTIL={}", wall.format("%Y%m%dT%H%M%S")),
            false => part.to_string(),
        })
        .collect();
    parts.join(";")
}

fn text_of(line: Option<&Line<'_>>) -> String {
    line.map(|line| value::text(line.value)).unwrap_or_default()
}

/// Name and address, as far as they are given.
fn organizer(line: &Line<'_>) -> String {
    let value = line.value.trim();
    let address = match value.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &value[7..],
        _ => value,
    };
    match line.header.param("CN").map(str::trim) {
        Some(name) if !name.is_empty() && name != address => format!("{name} <{address}>"),
        _ => address.to_string(),
    }
}

fn status(line: Option<&Line<'_>>) -> Status {
    match line
        .map(|line| line.value.trim().to_ascii_uppercase())
        .as_deref()
    {
        Some("CANCELLED") => Status::Cancelled,
        Some("TENTATIVE") => Status::Tentative,
        _ => Status::Confirmed,
    }
}

fn free(parts: &Parts<'_, '_>) -> bool {
    let says = |line: &Line<'_>, word: &str| line.value.trim().eq_ignore_ascii_case(word);
    match parts.transparency {
        Some(line) => says(line, "TRANSPARENT"),
        None => parts.busy.is_some_and(|line| says(line, "FREE")),
    }
}

/// A UID made from what an event is, not from when its file was written: the same in every download.
fn made_uid(component: &Component<'_>) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mut hash = OFFSET;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        }
    };
    for line in &component.lines {
        let name = line.header.name.as_str();
        if !matches!(
            name,
            "DTSTAMP" | "CREATED" | "LAST-MODIFIED" | "SEQUENCE" | "UID"
        ) {
            add(name);
            add(line.value);
        }
    }
    format!("{hash:032x}@content.evenkeel")
}
