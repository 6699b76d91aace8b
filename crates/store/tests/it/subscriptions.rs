//! Undo beside calendars that are read again by themselves: what the server said last stays, what
//! the person did comes back, and nothing is ever in the way.

use crate::support::*;
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, EventId, Feed, FeedId};
use evenkeel_core::subscription::Subscription;
use evenkeel_store::{Error, Store};
use proptest::prelude::*;
use std::collections::BTreeMap;

const FEED: FeedId = FeedId(1);

fn subscribed() -> Feed {
    Feed {
        subscription: Some(Subscription {
            etag: Some("v1".into()),
            ..Subscription::new("https://example.org/a.ics")
        }),
        ..feed(1)
    }
}

/// A plan with a subscribed calendar of two meetings, made in one step.
fn plan() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    store
        .transact::<_, Error>("subscribe to Work", NOW, |tx| {
            tx.put_feed(subscribed())?;
            tx.put_event(event(1, 1, "2026-11-16T09:00", 30))?;
            tx.put_event(event(2, 1, "2026-11-17T09:00", 30))
        })
        .unwrap();
    (dir, store)
}

/// A reading: the calendar holds these events from now on, and has another mark.
fn read(store: &Store, change: impl Fn(&mut BTreeMap<u32, Event>)) {
    let done = store.begin::<_, Error>(|tx| {
        let before: BTreeMap<u32, Event> = tx
            .events_of(FEED)?
            .into_iter()
            .map(|event| (event.id.0, event))
            .collect();
        let mut after = before.clone();
        change(&mut after);
        for id in before.keys().filter(|id| !after.contains_key(id)) {
            tx.remove_event(EventId(*id))?;
        }
        for event in after.into_values() {
            tx.put_event(event)?;
        }
        let mut feed = tx.feeds()?.remove(0);
        if let Some(subscription) = &mut feed.subscription {
            subscription.etag = Some("v2".into());
        }
        tx.put_feed(feed)
    });
    done.unwrap();
}

fn choose(store: &Store, id: u32, category: Category) {
    let done = store.transact::<_, Error>("choose", NOW, |tx| {
        let event = tx.event(EventId(id))?;
        tx.put_event(Event {
            category,
            category_by: CategoryBy::Hand,
            ..event.unwrap()
        })
    });
    done.unwrap();
}

fn starts(store: &Store) -> Vec<(u32, String)> {
    let events = store.read(|view| view.events_of(FEED)).unwrap();
    let mut starts: Vec<(u32, String)> = events
        .iter()
        .map(|event| (event.id.0, event.start.format("%d %H:%M").to_string()))
        .collect();
    starts.sort();
    starts
}

fn subscription(store: &Store) -> Subscription {
    let feeds = store.read(|view| view.feeds()).unwrap();
    feeds[0].subscription.clone().unwrap()
}

fn moved(events: &mut BTreeMap<u32, Event>, id: u32, start: &str) {
    let made = event(id, 1, start, 30);
    let now = events.entry(id).or_insert_with(|| made.clone());
    (now.start, now.end) = (made.start, made.end);
}

#[test]
fn undoing_a_category_leaves_a_meeting_where_its_server_has_put_it_since() {
    let (_dir, store) = plan();
    choose(&store, 1, Category::Growth);
    read(&store, |events| moved(events, 1, "2026-11-18T15:00"));
    let undone = store.undo(NOW).unwrap().unwrap();
    assert_eq!(undone.label, "choose");
    let event = store.event(EventId(1)).unwrap().unwrap();
    assert_eq!(event.category_by, CategoryBy::Guess);
    assert_eq!(event.start, at("2026-11-18T15:00"));
    store.redo(NOW).unwrap().unwrap();
    let event = store.event(EventId(1)).unwrap().unwrap();
    assert_eq!(event.category, Category::Growth);
    assert_eq!(event.start, at("2026-11-18T15:00"));
    assert_eq!(subscription(&store).etag.as_deref(), Some("v2"));
}

#[test]
fn a_step_that_a_reading_has_overtaken_is_passed_over() {
    let (_dir, store) = plan();
    add_block(&store, "2026-11-16T13:00");
    choose(&store, 1, Category::Growth);
    read(&store, |events| {
        events.remove(&1);
    });
    let undone = store.undo(NOW).unwrap().unwrap();
    assert_eq!(undone.label, "Add block");
    assert_eq!(store.event(EventId(1)).unwrap(), None);
    let (back, forth) = store.undo_labels().unwrap();
    assert_eq!(back.as_deref(), Some("subscribe to Work"));
    assert_eq!(forth.as_deref(), Some("Add block"));
}

#[test]
fn undoing_a_subscription_takes_what_was_read_since_along_and_redo_brings_it_back() {
    let (_dir, store) = plan();
    read(&store, |events| moved(events, 3, "2026-11-19T09:00"));
    let before = dump(&store);
    store.undo(NOW).unwrap().unwrap();
    assert!(store.read(|view| view.feeds()).unwrap().is_empty());
    assert_eq!(store.event(EventId(3)).unwrap(), None);
    store.redo(NOW).unwrap().unwrap();
    assert_eq!(dump(&store), before);
}

#[test]
fn undoing_another_name_keeps_what_was_learned_from_the_server() {
    let (_dir, store) = plan();
    let rename = store.transact::<_, Error>("rename", NOW, |tx| {
        tx.put_feed(Feed {
            name: "Team".into(),
            ..subscribed()
        })
    });
    rename.unwrap();
    read(&store, |events| moved(events, 1, "2026-11-18T15:00"));
    store.undo(NOW).unwrap().unwrap();
    let feed = store.read(|view| view.feeds()).unwrap().remove(0);
    assert_eq!(feed.name, "Work");
    assert_eq!(subscription(&store).etag.as_deref(), Some("v2"));
}

#[test]
fn another_address_taken_back_is_read_anew() {
    let (_dir, store) = plan();
    let moved = store.transact::<_, Error>("subscribe", NOW, |tx| {
        tx.put_feed(Feed {
            subscription: Some(Subscription {
                etag: Some("other".into()),
                next: 99,
                ..Subscription::new("https://example.org/b.ics")
            }),
            ..feed(1)
        })
    });
    moved.unwrap();
    store.undo(NOW).unwrap().unwrap();
    let back = subscription(&store);
    assert_eq!(back.address.0, "https://example.org/a.ics");
    assert_eq!((back.etag, back.next), (None, 0));
}

#[test]
fn a_note_is_no_change_of_the_plan() {
    let (_dir, store) = plan();
    let rev = store.rev().unwrap();
    store.undo(NOW).unwrap();
    assert!(!store.note(FEED, |note| note.failures = 1).unwrap());
    store.redo(NOW).unwrap();
    let noted = store.note(FEED, |note| note.failures = 3).unwrap();
    assert!(noted);
    assert_eq!(subscription(&store).failures, 3);
    assert_eq!(store.rev().unwrap(), rev + 2);
    assert!(!store.changed_elsewhere().unwrap());
    assert_eq!(store.undo_labels().unwrap().1, None);
}

#[test]
fn a_calendar_without_a_subscription_has_no_notes() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let put = store.transact::<_, Error>("import", NOW, |tx| tx.put_feed(feed(1)));
    put.unwrap();
    assert!(!store.note(FEED, |note| note.failures = 1).unwrap());
    assert!(!store.note(FeedId(9), |note| note.failures = 1).unwrap());
}

#[derive(Clone, Debug)]
enum Move {
    Choose(u32, bool),
    Rename(u8),
    RemoveCalendar,
    Block,
    /// Events by id and hour; those not named are gone.
    Read(BTreeMap<u32, u32>),
    Undo,
    Redo,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        3 => (1u32..6, any::<bool>()).prop_map(|(id, growth)| Move::Choose(id, growth)),
        1 => (0u8..3).prop_map(Move::Rename),
        1 => Just(Move::RemoveCalendar),
        1 => Just(Move::Block),
        4 => prop::collection::btree_map(1u32..6, 8u32..12, 0..5).prop_map(Move::Read),
        5 => Just(Move::Undo),
        3 => Just(Move::Redo),
    ];
    prop::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_done_and_undone_a_subscribed_calendar_holds_what_was_read_last(all in moves()) {
        let (_dir, store) = plan();
        let mut server = starts(&store);
        for one in all {
            let there = !store.read(|view| view.feeds()).unwrap().is_empty();
            match one {
                Move::Choose(id, growth) if store.event(EventId(id)).unwrap().is_some() => {
                    let category = if growth { Category::Growth } else { Category::Technical };
                    choose(&store, id, category);
                }
                Move::Rename(name) if there => {
                    store.transact::<_, Error>("rename", NOW, |tx| {
                        let feed = tx.feeds()?.remove(0);
                        tx.put_feed(Feed { name: format!("Work {name}"), ..feed })
                    }).unwrap();
                }
                Move::RemoveCalendar if there => {
                    store.transact::<_, Error>("remove", NOW, |tx| {
                        for event in tx.events_of(FEED)? {
                            tx.remove_event(event.id)?;
                        }
                        tx.remove_feed(FEED)
                    }).unwrap();
                }
                Move::Block => {
                    add_block(&store, "2026-11-16T13:00");
                }
                Move::Read(events) if there => {
                    read(&store, |now| {
                        now.retain(|id, _| events.contains_key(id));
                        for (id, hour) in &events {
                            moved(now, *id, &format!("2026-11-18T{hour:02}:00"));
                        }
                    });
                    server = starts(&store);
                }
                Move::Undo => { store.undo(NOW).unwrap(); }
                Move::Redo => { store.redo(NOW).unwrap(); }
                _ => {}
            }
            if store.read(|view| view.feeds()).unwrap().is_empty() {
                prop_assert_eq!(starts(&store), []);
            } else {
                prop_assert_eq!(starts(&store), server.clone());
            }
        }
        while store.undo(NOW).unwrap().is_some() {}
        prop_assert!(store.read(|view| view.blocks()).unwrap().is_empty());
        prop_assert!(store.read(|view| view.feeds()).unwrap().is_empty());
    }
}
