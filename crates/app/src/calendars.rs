//! The outside calendars in the week: what there is, another name, removing one.

use crate::labels;
use crate::messages::{Fault, FeedLine, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use evenkeel_core::event::{CategoryBy, Feed, FeedId};
use evenkeel_core::time::Instant;
use evenkeel_store::{Error, Reason, View};
use std::collections::HashSet;

impl Planner {
    /// All outside calendars, oldest first.
    pub fn calendars(&self, moment: &Moment) -> Result<Vec<FeedLine>, Fault> {
        Ok(self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            let mut lines = Vec::new();
            for feed in view.feeds()? {
                let events = view.events_of(feed.id)?;
                let uids: HashSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
                let guessed: HashSet<&str> = events
                    .iter()
                    .filter(|event| event.category_by == CategoryBy::Guess)
                    .map(|event| event.uid.as_str())
                    .collect();
                let read = home.wall(Instant(feed.read));
                lines.push(FeedLine::new(
                    &feed,
                    read.format("%Y-%m-%dT%H:%M:%S").to_string(),
                    count(uids.len()),
                    count(guessed.len()),
                ));
            }
            Ok::<_, Error>(lines)
        })?)
    }

    pub(crate) fn rename_feed(
        &self,
        id: FeedId,
        name: &str,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Fault::refused(
                "The calendar needs a name.",
                "Type one, or press Escape to keep the old one.",
            )
            .at("name"));
        }
        let feed = self.store.read(|view| one(view, id))?;
        let label = format!("rename {}", feed.name);
        let said = format!("{} is called {name} now.", feed.name);
        self.write(&label, &said, seen, moment, |tx| {
            Ok(tx.put_feed(Feed {
                name: name.to_string(),
                ..feed
            })?)
        })
    }

    pub(crate) fn remove_feed(
        &self,
        id: FeedId,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let feed = self.store.read(|view| one(view, id))?;
        self.store.verify()?;
        self.store.backup_now(Reason::Removal, moment.now)?;
        let label = format!("remove {}", feed.name);
        let mut removed = 0;
        let outcome = self.write(&label, "", seen, moment, |tx| {
            for event in tx.events_of(id)? {
                tx.remove_event(event.id)?;
                removed += 1;
            }
            Ok(tx.remove_feed(id)?)
        })?;
        Ok(outcome.told(format!(
            "Removed {} with {}.",
            feed.name,
            labels::count(removed, "event")
        )))
    }
}

fn one(view: &View<'_>, id: FeedId) -> Result<Feed, Fault> {
    view.feeds()?
        .into_iter()
        .find(|feed| feed.id == id)
        .ok_or_else(|| Fault::gone("calendar"))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
