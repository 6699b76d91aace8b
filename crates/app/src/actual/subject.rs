//! What time is spent on: a block, an occurrence or a meeting by its key, or something in words.

use crate::blocks;
use crate::messages::Fault;
use crate::planner::Planner;
use crate::scene::counts;
use crate::settings::rules_in;
use crate::shown::Key;
use crate::words;
use evenkeel_core::actual::Subject;
use evenkeel_core::actual::confirm::Planned;
use evenkeel_core::block::Block;
use evenkeel_core::category::Category;
use evenkeel_core::edit::LONGEST_TITLE;
use evenkeel_core::event::{CategoryBy, Event};
use evenkeel_core::facets::Facets;
use evenkeel_core::rule;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_store::View;

/// What a person said of it. Empty or absent: as the block has it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said<'s> {
    pub(super) of: Option<&'s str>,
    pub(super) title: &'s str,
    pub(super) category: Option<Category>,
}

impl Planner {
    /// What time is for. Where no block says its category, the rules do, else it is technical.
    pub(super) fn subject(
        &self,
        view: &View<'_>,
        said: Said<'_>,
        home: &Zone,
    ) -> Result<Subject, Fault> {
        let title = said.title.trim();
        let Some(key) = said.of.filter(|key| !key.is_empty()) else {
            if title.is_empty() {
                return Err(words::actual::nothing_said());
            }
            let category = match said.category {
                Some(category) => category,
                None => self.category_by_title(view, title)?,
            };
            return Ok(Subject {
                title: title.into(),
                category,
                of: None,
                facets: Facets::default(),
            });
        };
        let planned = self.planned(view, key, home)?;
        let mut subject = planned.subject;
        if !title.is_empty() {
            subject.title = title.into();
        }
        subject.category = said.category.unwrap_or(subject.category);
        Ok(subject)
    }

    /// What stands in the plan under a key.
    pub(super) fn planned(
        &self,
        view: &View<'_>,
        key: &str,
        home: &Zone,
    ) -> Result<Planned, Fault> {
        match Key::parse(key) {
            Some(Key::Block(handle)) => {
                let found = blocks::find(handle, view, &self.zones, home)?;
                let block = found.ok_or_else(|| Fault::gone("block"))?;
                Ok(of_block(&block, &self.zones, home))
            }
            Some(Key::Event(id, at)) => {
                let event = view.event(id)?.ok_or_else(|| Fault::gone("event"))?;
                let zone = event.zone.as_deref().and_then(|name| self.zones.get(name));
                let zone = zone.as_ref().unwrap_or(home);
                let (start, end) = match event.recurrence_id {
                    Some(_) => (event.start, event.end),
                    None => (at, at + (event.end - event.start)),
                };
                let span = match counts(&event) {
                    true => Span::new(zone.instant(start), zone.instant(end)),
                    false => Span::new(zone.instant(start), zone.instant(start)),
                };
                Ok(of_event(&event, key.into(), span))
            }
            None => Err(Fault::gone("block")),
        }
    }

    fn category_by_title(&self, view: &View<'_>, title: &str) -> Result<Category, Fault> {
        Ok(match rule::category_of(&rules_in(view)?, title, "") {
            (_, CategoryBy::Guess) => Category::Technical,
            (category, _) => category,
        })
    }
}

/// A block as something planned.
pub(super) fn of_block(block: &Block, zones: &Zones, home: &Zone) -> Planned {
    Planned {
        span: block.span(zones, home),
        subject: Subject {
            title: block.title.clone(),
            category: block.category,
            of: Some(Key::Block(block.handle()).to_string()),
            facets: block.facets.clone(),
        },
    }
}

/// One occurrence of an imported event as something planned; one that takes no time has none.
/// A title out of a file may be longer than one that is typed.
pub(super) fn of_event(event: &Event, key: String, span: Span) -> Planned {
    Planned {
        span,
        subject: Subject {
            title: event.title.chars().take(LONGEST_TITLE).collect(),
            category: event.category,
            of: Some(key),
            facets: Facets {
                meeting: !event.organizer.is_empty(),
                ..Facets::default()
            },
        },
    }
}
