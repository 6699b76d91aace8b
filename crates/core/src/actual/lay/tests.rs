use super::*;
use crate::actual::Subject;
use crate::category::Category;
use crate::facets::Facets;
use crate::time::Instant;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn entry(id: u32, start: i64, end: i64, source: Source, noted: &[i64]) -> Entry {
    Entry {
        id: EntryId(id),
        span: Span::new(Instant(start), Instant(end)),
        zone: "Europe/Berlin".into(),
        subject: Subject {
            title: format!("Entry {id}"),
            category: Category::Technical,
            of: None,
            facets: Facets::default(),
        },
        source,
        note: String::new(),
        noted: noted
            .iter()
            .map(|at| Interruption {
                at: Instant(*at),
                word: format!("at {at}"),
            })
            .collect(),
        modified: 0,
    }
}

fn ids() -> impl FnMut() -> EntryId {
    let mut last = 100;
    move || {
        last += 1;
        EntryId(last)
    }
}

/// What stands after a laying, by start: id, start, end.
fn after(old: &[Entry], laid: &Laid) -> Vec<Entry> {
    let mut all: BTreeMap<EntryId, Entry> =
        old.iter().map(|entry| (entry.id, entry.clone())).collect();
    for id in &laid.removed {
        all.remove(id);
    }
    for entry in &laid.put {
        all.insert(entry.id, entry.clone());
    }
    let mut all: Vec<Entry> = all.into_values().collect();
    all.sort_by_key(|entry| entry.span.start);
    all
}

fn drawn(entries: &[Entry]) -> Vec<(u32, i64, i64)> {
    entries
        .iter()
        .map(|entry| (entry.id.0, entry.span.start.0, entry.span.end.0))
        .collect()
}

fn moments(entry: &Entry) -> Vec<i64> {
    entry.noted.iter().map(|one| one.at.0).collect()
}

#[test]
fn a_word_by_hand_in_the_middle_leaves_both_ends_of_a_timer() {
    let old = [entry(1, 0, 100, Source::Timer, &[10, 50, 90])];
    let new = entry(2, 40, 60, Source::Hand, &[]);
    let laid = lay(&old, new, &mut ids());
    let after = after(&old, &laid);
    assert_eq!(drawn(&after), [(1, 0, 40), (2, 40, 60), (101, 60, 100)]);
    let noted: Vec<Vec<i64>> = after.iter().map(moments).collect();
    assert_eq!(noted, [vec![10], vec![50], vec![90]]);
    let [gave] = &laid.gave_way[..] else {
        panic!("{:?}", laid.gave_way);
    };
    assert_eq!((gave.id, gave.lost, gave.left), (EntryId(1), 20, 80));
}

#[test]
fn what_lies_under_a_word_by_hand_is_trimmed_or_goes() {
    let old = [
        entry(1, 0, 30, Source::Hand, &[]),
        entry(2, 30, 50, Source::Timer, &[]),
        entry(3, 50, 90, Source::Confirmed, &[]),
    ];
    let laid = lay(&old, entry(4, 20, 60, Source::Hand, &[]), &mut ids());
    let drawn = drawn(&after(&old, &laid));
    assert_eq!(drawn, [(1, 0, 20), (4, 20, 60), (3, 60, 90)]);
    assert_eq!(laid.removed, [EntryId(2)]);
    let gave: Vec<u32> = laid.gave_way.iter().map(|one| one.id.0).collect();
    assert_eq!(gave, [1, 2, 3]);
}

#[test]
fn a_timer_goes_around_what_was_entered_by_hand_meanwhile() {
    let old = [
        entry(1, 30, 40, Source::Hand, &[]),
        entry(2, 60, 70, Source::Confirmed, &[]),
    ];
    let laid = lay(&old, entry(3, 0, 100, Source::Timer, &[35, 65]), &mut ids());
    let after = after(&old, &laid);
    assert_eq!(drawn(&after), [(3, 0, 30), (1, 30, 40), (101, 40, 100)]);
    assert_eq!(moments(&after[1]), [35]);
    assert_eq!(moments(&after[2]), [65]);
    assert_eq!((laid.seconds, laid.kept_out), (90, 10));
}

#[test]
fn a_confirmed_plan_takes_nothing_from_anybody() {
    for source in [Source::Timer, Source::Hand, Source::Confirmed] {
        let old = [entry(1, 20, 30, source, &[])];
        let laid = lay(&old, entry(2, 10, 40, Source::Confirmed, &[]), &mut ids());
        let drawn = drawn(&after(&old, &laid));
        assert_eq!(drawn, [(2, 10, 20), (1, 20, 30), (101, 30, 40)]);
        assert!(laid.gave_way.is_empty());
    }
}

#[test]
fn an_entry_does_not_stand_in_its_own_way() {
    let old = [
        entry(1, 0, 50, Source::Hand, &[]),
        entry(2, 50, 80, Source::Hand, &[]),
    ];
    let laid = lay(&old, entry(1, 20, 70, Source::Hand, &[]), &mut ids());
    assert_eq!(drawn(&after(&old, &laid)), [(1, 20, 70), (2, 70, 80)]);
}

#[test]
fn what_is_taken_out_leaves_no_trace_of_what_was_noted_in_it() {
    let old = [
        entry(1, 0, 50, Source::Timer, &[10, 30]),
        entry(2, 50, 60, Source::Timer, &[55]),
    ];
    let span = Span::new(Instant(20), Instant(60));
    let laid = take_out(&old, span, 5, &mut ids());
    let after = after(&old, &laid);
    assert_eq!(drawn(&after), [(1, 0, 20)]);
    assert_eq!(moments(&after[0]), [10]);
    assert_eq!(after[0].modified, 5);
}

#[test]
fn a_split_keeps_every_second_and_every_note_and_needs_two_sides() {
    let one = entry(1, 0, 50, Source::Timer, &[10, 20, 30]);
    let laid = split(&one, Instant(20), 5, &mut ids()).unwrap();
    let halves = after(std::slice::from_ref(&one), &laid);
    assert_eq!(drawn(&halves), [(1, 0, 20), (101, 20, 50)]);
    assert_eq!(
        (moments(&halves[0]), moments(&halves[1])),
        (vec![10], vec![20, 30])
    );
    for at in [-1, 0, 50, 51] {
        assert!(split(&one, Instant(at), 5, &mut ids()).is_none());
    }
}

const SOURCES: [Source; 3] = [Source::Timer, Source::Hand, Source::Confirmed];

/// Up to six entries that share no moment, each with a note at its first and its last second.
fn standing() -> impl Strategy<Value = Vec<Entry>> {
    let piece = (0..6_i64, 1..12_i64, prop::sample::select(SOURCES.to_vec()));
    prop::collection::vec(piece, 0..6).prop_map(|pieces| {
        let mut at = 0;
        let mut entries = Vec::new();
        for ((gap, length, source), id) in pieces.into_iter().zip(1..) {
            let start = at + gap;
            at = start + length;
            entries.push(entry(id, start, at, source, &[start, at - 1]));
        }
        entries
    })
}

/// Which title stands at each second.
fn titles(entries: &[Entry]) -> BTreeMap<i64, String> {
    let mut titles = BTreeMap::new();
    for entry in entries {
        for second in entry.span.start.0..entry.span.end.0 {
            let before = titles.insert(second, entry.subject.title.clone());
            assert_eq!(before, None, "second {second} stands in two entries");
        }
    }
    titles
}

fn noted(entries: &[Entry]) -> BTreeSet<(i64, String)> {
    let all = entries.iter().flat_map(|entry| {
        for one in &entry.noted {
            assert!(entry.span.start <= one.at && one.at < entry.span.end);
        }
        &entry.noted
    });
    all.map(|one| (one.at.0, one.word.clone())).collect()
}

proptest! {
    /// Second by second against the rule: nothing overlaps, nothing is lost, nothing is made up.
    #[test]
    fn every_second_before_or_in_the_new_entry_has_one_owner_after(
        old in standing(),
        start in -3..60_i64,
        length in 1..30_i64,
        source in prop::sample::select(SOURCES.to_vec()),
    ) {
        let new = entry(99, start, start + length, source, &[start, start + length - 1]);
        let laid = lay(&old, new.clone(), &mut ids());
        let stands = after(&old, &laid);
        let mut expected = BTreeMap::new();
        for one in &old {
            for second in one.span.start.0..one.span.end.0 {
                expected.insert(second, (one.subject.title.clone(), Some(one.source)));
            }
        }
        let mut got = 0;
        for second in start..start + length {
            let yields = match expected.get(&second) {
                Some((_, Some(other))) => {
                    source == Source::Hand
                        || source == Source::Timer && *other == Source::Confirmed
                }
                _ => true,
            };
            if yields {
                got += 1;
                expected.insert(second, ("Entry 99".into(), None));
            }
        }
        let expected: BTreeMap<i64, String> =
            expected.into_iter().map(|(second, (title, _))| (second, title)).collect();
        prop_assert_eq!(titles(&stands), expected);
        prop_assert_eq!((laid.seconds, laid.kept_out), (got, length - got));
        let mut words = noted(&old);
        words.extend(noted(std::slice::from_ref(&new)));
        prop_assert_eq!(noted(&stands), words);
        let ids: BTreeSet<EntryId> = stands.iter().map(|entry| entry.id).collect();
        prop_assert_eq!(ids.len(), stands.len());
        for gave in &laid.gave_way {
            let stood = old.iter().find(|one| one.id == gave.id).unwrap();
            prop_assert_eq!(gave.lost + gave.left, stood.span.seconds());
            prop_assert!(0 < gave.lost);
        }
    }

    #[test]
    fn taking_out_leaves_every_other_second_as_it_was(
        old in standing(),
        start in -3..60_i64,
        length in 1..30_i64,
    ) {
        let span = Span::new(Instant(start), Instant(start + length));
        let laid = take_out(&old, span, 1, &mut ids());
        let mut expected = titles(&old);
        expected.retain(|second, _| !(start..start + length).contains(second));
        prop_assert_eq!(titles(&after(&old, &laid)), expected);
    }
}

#[test]
fn what_goes_around_others_loses_their_time_and_leaves_its_notes_to_them() {
    let others = [
        entry(1, 10, 20, Source::Confirmed, &[]),
        entry(2, 30, 40, Source::Timer, &[]),
    ];
    let laid = around(
        &others,
        entry(3, 5, 35, Source::Hand, &[6, 12, 25]),
        &mut ids(),
    );
    let stands = after(&others, &laid);
    let spans = [(3, 5, 10), (1, 10, 20), (101, 20, 30), (2, 30, 40)];
    assert_eq!(drawn(&stands), spans);
    let noted: Vec<i64> = stands
        .iter()
        .flat_map(|entry| entry.noted.iter().map(|one| one.at.0))
        .collect();
    assert_eq!(noted, [6, 12, 25]);
    assert_eq!(stands[1].noted.len(), 1);

    let inside = around(&others, entry(3, 12, 18, Source::Hand, &[]), &mut ids());
    assert_eq!((inside.put, inside.kept_out), (vec![], 6));
    let free = entry(3, 40, 50, Source::Hand, &[45]);
    assert_eq!(around(&others, free.clone(), &mut ids()).put, [free]);
}
