//! A calendar that was read, put beside what is known of it: what is new, what changed, what is gone.
//! Nothing is written before [`Merge::keep`].

use crate::settings::rules_in;
use chrono::NaiveDateTime;
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, EventId, Feed, FeedId};
use evenkeel_core::rule;
use evenkeel_store::{Error, Tx, View};
use std::collections::{HashMap, HashSet};

/// What keeping a file would do to what is there.
pub(crate) struct Merge {
    pub(crate) extent: Extent,
    /// The calendar it goes into, if it was read before.
    pub(crate) feed: Option<Feed>,
    /// New and changed events; those that were there keep their ids and hand-made categories.
    pub(crate) put: Vec<Event>,
    /// Events of the file that are as they were.
    pub(crate) same: Vec<Event>,
    pub(crate) added: u32,
    pub(crate) changed: u32,
    pub(crate) vanished: Vec<Event>,
    pub(crate) own: u32,
}

type EventKey = (String, Option<NaiveDateTime>);

/// Where a calendar comes from.
pub(crate) struct Origin {
    /// What it calls itself.
    pub(crate) name: String,
    /// The name of its file, or the host of its address.
    pub(crate) source: String,
}

/// A calendar that is there, with its events.
pub(crate) type Known = (Feed, Vec<Event>);

impl Merge {
    /// How many events of the file are kept.
    pub(crate) fn kept(&self) -> usize {
        self.put.len() + self.same.len()
    }

    /// Whether everything is as it was.
    pub(crate) fn is_nothing_new(&self) -> bool {
        self.put.is_empty() && self.vanished.is_empty()
    }

    /// Writes what is new and changed into a calendar, and removes what vanished from it.
    pub(crate) fn keep(self, tx: &mut Tx<'_>, feed: FeedId) -> Result<(), Error> {
        for mut event in self.put {
            if event.id == EventId(0) {
                event.id = tx.new_event_id()?;
            }
            event.feed = feed;
            tx.put_event(event)?;
        }
        for event in self.vanished {
            tx.remove_event(event.id)?;
        }
        Ok(())
    }
}

/// Puts the events of a file beside those that are there, in the calendar it was read into before.
pub(crate) fn merge(view: &View<'_>, read: Vec<Event>, origin: &Origin) -> Result<Merge, Error> {
    let (own, fresh) = without_own(view, read)?;
    let (extent, known) = match matching(view, &fresh, origin, |_| true)? {
        // Only its server says what a subscribed calendar does not hold any more.
        Some((_, known)) if known.0.subscription.is_some() => (Extent::Part, Some(known)),
        Some((extent, known)) => (extent, Some(known)),
        None => (Extent::Whole, None),
    };
    beside(view, fresh, own, extent, known)
}

/// Puts the events of a whole calendar beside those of the one it is known to be.
pub(crate) fn merge_into(view: &View<'_>, read: Vec<Event>, known: Known) -> Result<Merge, Error> {
    let (own, fresh) = without_own(view, read)?;
    beside(view, fresh, own, Extent::Whole, Some(known))
}

/// Puts the events of a calendar that is subscribed to beside those of the one it turns out to be.
/// Another subscription never is: two people's calendars share their invitations, and each has an
/// address of its own.
pub(crate) fn merge_whole(
    view: &View<'_>,
    read: Vec<Event>,
    origin: &Origin,
) -> Result<Merge, Error> {
    let (own, fresh) = without_own(view, read)?;
    let from_a_file = |feed: &Feed| feed.subscription.is_none();
    let known = match matching(view, &fresh, origin, from_a_file)? {
        Some((Extent::Whole, known)) => Some(known),
        _ => None,
    };
    beside(view, fresh, own, Extent::Whole, known)
}

/// Leaves out one's own blocks that come back from an export, and counts them.
fn without_own(view: &View<'_>, read: Vec<Event>) -> Result<(u32, Vec<Event>), Error> {
    let mut own = 0;
    let mut fresh = Vec::with_capacity(read.len());
    for event in read {
        match view.block_with_uid(&event.uid)? {
            Some(_) => own += 1,
            None => fresh.push(event),
        }
    }
    Ok((own, fresh))
}

fn beside(
    view: &View<'_>,
    fresh: Vec<Event>,
    own: u32,
    extent: Extent,
    known: Option<Known>,
) -> Result<Merge, Error> {
    let rules = rules_in(view)?;
    let (feed, known) = match known {
        Some((feed, events)) => (Some(feed), events),
        None => (None, Vec::new()),
    };
    let mut known: HashMap<EventKey, Event> = known
        .into_iter()
        .map(|event| (key(&event), event))
        .collect();
    let mut by_hand: HashMap<String, Category> = HashMap::new();
    for event in known.values() {
        if event.category_by == CategoryBy::Hand {
            by_hand.insert(event.uid.clone(), event.category);
        }
    }
    let mut merge = Merge {
        extent,
        feed,
        put: Vec::new(),
        same: Vec::new(),
        added: 0,
        changed: 0,
        vanished: Vec::new(),
        own,
    };
    for mut event in fresh {
        match by_hand.get(&event.uid) {
            Some(category) => {
                event.category = *category;
                event.category_by = CategoryBy::Hand;
            }
            None => {
                rule::categorize(&mut event, &rules);
            }
        }
        match known.remove(&key(&event)) {
            Some(old) => {
                event.id = old.id;
                event.feed = old.feed;
                // An old invitation does not take back what a newer one said.
                let outdated = extent == Extent::Part && event.sequence < old.sequence;
                if outdated || is_alike(&event, &old) {
                    merge.same.push(old);
                } else {
                    merge.changed += 1;
                    merge.put.push(event);
                }
            }
            None => {
                merge.added += 1;
                merge.put.push(event);
            }
        }
    }
    if extent == Extent::Whole {
        merge.vanished = known.into_values().collect();
    }
    merge.vanished.sort_by_key(|event| event.id);
    Ok(merge)
}

/// How a file stands to a calendar that is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Extent {
    /// Some of its events, such as one invitation: what is not in it stays.
    Part,
    /// The calendar anew: what is not in it any more goes.
    Whole,
}

/// The calendar a file was read into before. Two calendars may share invitations, two files may
/// share a name, and a file may hold a single invitation. So a file is the calendar anew only when
/// it holds most of what is known, and is called the same or holds little else.
fn matching(
    view: &View<'_>,
    fresh: &[Event],
    origin: &Origin,
    may_be: impl Fn(&Feed) -> bool,
) -> Result<Option<(Extent, Known)>, Error> {
    let uids: HashSet<&str> = fresh.iter().map(|event| event.uid.as_str()).collect();
    let mut best: Option<((Extent, usize), Known)> = None;
    for feed in view.feeds()?.into_iter().filter(may_be) {
        let events = view.events_of(feed.id)?;
        let known: HashSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
        let shared = known.intersection(&uids).count();
        let most_of_known = known.len() <= shared * 2;
        let most_of_file = uids.len() <= shared * 2;
        let called_the_same = feed.source == origin.source || feed.name == origin.name;
        let extent = match (most_of_known, most_of_file || called_the_same) {
            _ if shared == 0 => continue,
            (true, true) => Extent::Whole,
            (false, true) => Extent::Part,
            (_, false) => continue,
        };
        let rank = (extent, shared);
        if best.as_ref().is_none_or(|(other, _)| *other < rank) {
            best = Some((rank, (feed, events)));
        }
    }
    Ok(best.map(|((extent, _), known)| (extent, known)))
}

/// Whether an event says the same. Some servers stamp every event with the time at which they were
/// asked (DTSTAMP), which says nothing about it.
fn is_alike(event: &Event, old: &Event) -> bool {
    fn told(raw: &str) -> impl Iterator<Item = &str> {
        raw.lines().filter(|line| !line.starts_with("DTSTAMP"))
    }
    let without_raw = |event: &Event| Event {
        raw: String::new(),
        ..event.clone()
    };
    event == old || (told(&event.raw).eq(told(&old.raw)) && without_raw(event) == without_raw(old))
}

fn key(event: &Event) -> EventKey {
    (event.uid.clone(), event.recurrence_id)
}
