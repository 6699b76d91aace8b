//! Undo beside calendars that are read again by themselves. A reading leaves no undo step: nobody did
//! anything that could be taken back, and the next undo has to be the person's own. So steps made
//! before a reading hold rows from before it, and putting those back as they are would show a meeting
//! where it was, or bring back one that was called off.
//!
//! What belongs to the person goes back: the category, the calendar's name, how often it is read.
//! What the server said last stays.

use crate::error::Result;
use crate::history::Rows;
use crate::rows::Row;
use crate::view::View;
use evenkeel_core::event::{Event, Feed, FeedId};
use evenkeel_core::subscription::Subscription;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a step as they are put back now.
pub(crate) fn settled(view: &View<'_>, mut rows: Rows) -> Result<Rows> {
    if rows.events.is_empty() && rows.feeds.is_empty() {
        return Ok(rows);
    }
    let present: BTreeMap<u32, Feed> = view
        .feeds()?
        .into_iter()
        .map(|feed| (feed.id.0, feed))
        .collect();
    let whole: BTreeSet<u32> = rows.feeds.iter().map(|(key, _)| *key).collect();
    let with_events: BTreeSet<u32> = feeds_of(&rows.events).collect();

    let mut events = Vec::with_capacity(rows.events.len());
    for (key, row) in rows.events {
        match row {
            Some(old) if is_read_again(&present, &whole, old.feed) => {
                // An event the calendar does not hold any more stays away.
                if let Some(now) = Event::read(view.connection, key)? {
                    events.push((key, Some(chosen(old, now))));
                }
            }
            row => events.push((key, row)),
        }
    }
    for (key, row) in &mut rows.feeds {
        match (&row, present.get(key)) {
            (Some(old), Some(now)) => *row = Some(kept(old, now, with_events.contains(key))),
            // With a calendar goes what a reading has brought since.
            (None, Some(_)) => events.extend(newcomers(view, FeedId(*key), &events)?),
            (_, None) => {}
        }
    }
    rows.events = events;
    Ok(rows)
}

fn feeds_of(events: &[(u32, Option<Event>)]) -> impl Iterator<Item = u32> {
    events
        .iter()
        .filter_map(|(_, row)| Some(row.as_ref()?.feed.0))
}

/// Whether the events of a calendar are the server's: it is subscribed to, and the step is not about
/// the calendar as a whole.
fn is_read_again(present: &BTreeMap<u32, Feed>, whole: &BTreeSet<u32>, feed: FeedId) -> bool {
    let subscribed = |feed: &Feed| feed.subscription.is_some();
    !whole.contains(&feed.0) && present.get(&feed.0).is_some_and(subscribed)
}

/// The event as it is now, with the category it had.
fn chosen(old: Event, now: Event) -> Event {
    Event {
        category: old.category,
        category_by: old.category_by,
        ..now
    }
}

/// A calendar as a step has it, with what was learned from its server since.
fn kept(old: &Feed, now: &Feed, with_events: bool) -> Feed {
    let (Some(before), Some(learned)) = (&old.subscription, &now.subscription) else {
        return old.clone();
    };
    let mut subscription = Subscription {
        address: before.address.clone(),
        every_minutes: before.every_minutes,
        ..learned.clone()
    };
    if with_events || before.address != learned.address {
        // The marks are not those of the events that are put back: everything is read anew.
        subscription.etag = None;
        subscription.last_modified = None;
        subscription.next = 0;
    }
    Feed {
        name: old.name.clone(),
        subscription: Some(subscription),
        ..now.clone()
    }
}

/// Events of a calendar that a step does not know.
fn newcomers(
    view: &View<'_>,
    feed: FeedId,
    known: &[(u32, Option<Event>)],
) -> Result<Vec<(u32, Option<Event>)>> {
    let known: BTreeSet<u32> = known.iter().map(|(key, _)| *key).collect();
    let all = view.events_of(feed)?.into_iter().map(|event| event.id.0);
    Ok(all
        .filter(|key| !known.contains(key))
        .map(|key| (key, None))
        .collect())
}
