//! The outside calendars in the week: what there is, another name, removing one.

use crate::labels;
use crate::messages::{
    ChangeLine, Fault, FeedLine, Outcome, ProblemLine, Range, ReadingLine, SubscriptionLine,
};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::span_of;
use crate::subscribe::often;
use chrono::Days;
use evenkeel_core::event::{CategoryBy, Feed, FeedId};
use evenkeel_core::recur;
use evenkeel_core::subscription::{Change, Changes, Subscription};
use evenkeel_core::time::{Instant, Zone};
use evenkeel_feeds::Address;
use evenkeel_store::{Error, Reason, View};
use std::collections::HashSet;

/// How many series that are shown partly are named.
const MOST_PARTLY: usize = 5;

impl Planner {
    /// All outside calendars, oldest first.
    pub fn calendars(&self, moment: &Moment) -> Result<Vec<FeedLine>, Fault> {
        Ok(self.store.read(|view| {
            let settings = view.settings()?;
            let home = moment.home(&settings, &self.zones);
            let monday = settings.week_of(moment.today(&home));
            let next = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
            let this_week = span_of(&(monday..next), &home);
            let mut lines = Vec::new();
            for feed in view.feeds()? {
                let events = view.events_of(feed.id)?;
                let uids: HashSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
                let guessed: HashSet<&str> = events
                    .iter()
                    .filter(|event| event.category_by == CategoryBy::Guess)
                    .map(|event| event.uid.as_str())
                    .collect();
                let (_, cut) = recur::occurrences(&events, this_week, &self.zones, &home);
                let partly = cut.iter().map(|cut| events[cut.event].title.clone());
                lines.push(FeedLine {
                    feed: feed.id,
                    events: count(uids.len()),
                    guessed: count(guessed.len()),
                    partly: partly.take(MOST_PARTLY).collect(),
                    read: wall(feed.read, &home),
                    subscription: feed.subscription.map(|one| state(one, &home)),
                    name: feed.name,
                    source: feed.source,
                });
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
            // What was noted about a subscription meanwhile stays.
            Ok(tx.put_feed(Feed {
                name: name.to_string(),
                ..one(tx, id)?
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

pub(crate) fn one(view: &View<'_>, id: FeedId) -> Result<Feed, Fault> {
    view.feeds()?
        .into_iter()
        .find(|feed| feed.id == id)
        .ok_or_else(|| Fault::gone("calendar"))
}

/// How a subscription is doing, in the home zone.
fn state(subscription: Subscription, home: &Zone) -> SubscriptionLine {
    let by_itself = subscription.every_minutes != 0;
    let change = |change: Change| ChangeLine {
        kind: change.kind,
        title: change.title,
        start: wall(change.start, home),
        before: change.before.map(|before| wall(before, home)),
        all_day: change.all_day,
        times: change.times,
    };
    let reading = |reading: Changes| ReadingLine {
        read: wall(reading.read, home),
        changes: reading.list.into_iter().map(change).collect(),
        more: reading.more,
    };
    SubscriptionLine {
        host: Address::parse(&subscription.address.0)
            .map(|address| address.host().to_string())
            .unwrap_or_default(),
        every_minutes: subscription.every_minutes,
        often: match by_itself {
            true => often(subscription.every_minutes),
            false => "only by hand".into(),
        },
        checked: subscription.checked.map(|checked| wall(checked, home)),
        next: by_itself.then(|| wall(subscription.next, home)),
        problem: subscription.problem,
        changed: subscription.changed.into_iter().map(reading).collect(),
        problems: subscription
            .problems
            .into_iter()
            .map(|(line, what)| ProblemLine { line, what })
            .collect(),
    }
}

fn wall(seconds: i64, home: &Zone) -> String {
    let wall = home.wall(Instant(seconds));
    wall.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
