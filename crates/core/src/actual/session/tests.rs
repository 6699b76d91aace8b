//! A focus session on a simulated clock, looked at seldom, often, and with hands on the clock.

use super::*;
use crate::actual::lay::lay;
use crate::actual::{EntryId, Source, Ticks};
use crate::category::Category;
use crate::facets::Facets;
use crate::time::Span;
use proptest::prelude::*;

/// Both clocks at so many seconds of real time, the one on the wall set off by so much.
fn mark(real: i64, off: i64) -> Mark {
    Mark {
        at: Instant(1_000_000 + real + off),
        ticks: Some(Ticks {
            boot: "a".into(),
            seconds: 500 + real,
        }),
    }
}

fn subject() -> Subject {
    Subject {
        title: "Ingest".into(),
        category: Category::Technical,
        of: Some("b1".into()),
        facets: Facets::default(),
    }
}

fn rounds() -> Running {
    let rounds = Some(Some(Rounds::default()));
    begin(subject(), rounds, mark(0, 0), "Europe/Berlin")
}

/// A person at a timer: what is going on, and all that was recorded, laid as it is saved.
struct Desk {
    running: Running,
    entries: Vec<Entry>,
    last: u32,
    by_itself: bool,
}

impl Desk {
    fn new(running: Running) -> Desk {
        Desk {
            running,
            entries: Vec::new(),
            last: 0,
            by_itself: false,
        }
    }

    fn look(&mut self, now: &Mark) -> Vec<Phase> {
        let mut last = self.last;
        let mut next = || {
            last += 1;
            EntryId(last)
        };
        let turned = tick(&self.running, now, self.by_itself, &mut next);
        self.last = last;
        turned.map_or_else(Vec::new, |turned| self.take(turned))
    }

    fn step(&mut self, now: &Mark, one: Step) -> Result<(), SessionRefusal> {
        self.look(now);
        let mut last = self.last;
        let mut next = || {
            last += 1;
            EntryId(last)
        };
        let turned = step(&self.running, now, one, &mut next)?;
        self.last = last;
        self.take(turned);
        Ok(())
    }

    fn take(&mut self, turned: Turned) -> Vec<Phase> {
        for entry in turned.recorded {
            let mut last = self.last;
            let mut next = || {
                last += 1;
                EntryId(last)
            };
            let laid = lay(&self.entries, entry, &mut next);
            self.last = last;
            let gone = |entry: &Entry| {
                laid.removed.contains(&entry.id) || laid.put.iter().any(|put| put.id == entry.id)
            };
            self.entries.retain(|entry| !gone(entry));
            self.entries.extend(laid.put);
        }
        self.entries.sort_by_key(|entry| entry.span.start);
        self.running = turned.running;
        turned.ended
    }

    fn spans(&self) -> Vec<(i64, i64)> {
        let from_zero = |span: Span| (span.start.0 - 1_000_000, span.end.0 - 1_000_000);
        let entries = self.entries.iter();
        entries.map(|entry| from_zero(entry.span)).collect()
    }

    fn recorded(&self) -> i64 {
        self.entries.iter().map(|entry| entry.span.seconds()).sum()
    }
}

const MINUTE: i64 = 60;

#[test]
fn a_round_ends_at_its_deadline_however_late_that_is_noticed() {
    for late in [0, 1, 200, 5 * MINUTE, 8 * 3600, 40 * 24 * 3600] {
        let mut desk = Desk::new(rounds());
        assert_eq!(desk.look(&mark(1_499, 0)), []);
        let ended = desk.look(&mark(1_500 + late, 0));
        assert_eq!(desk.spans(), [(0, 1_500)]);
        assert_eq!(desk.entries[0].source, Source::Timer);
        assert_eq!(desk.running.done, 1);
        let (phase, phases, since) = match late < 300 {
            true => (Phase::ShortBreak, 1, 1_500),
            false => (Phase::Ready, 2, 1_800),
        };
        assert_eq!((desk.running.phase, ended.len()), (phase, phases));
        assert_eq!(desk.running.since, mark(since, 0));
    }
}

#[test]
fn the_long_break_comes_after_four_rounds_and_again_after_eight() {
    let mut desk = Desk::new(rounds());
    let mut real = 0;
    let mut breaks = Vec::new();
    for _ in 0..8 {
        real += 25 * MINUTE;
        desk.look(&mark(real, 0));
        breaks.push(desk.running.phase);
        real += 15 * MINUTE;
        desk.look(&mark(real, 0));
        assert_eq!(desk.running.phase, Phase::Ready);
        desk.step(&mark(real, 0), Step::Resume).unwrap();
    }
    let long: Vec<usize> = (0..8)
        .filter(|round| breaks[*round] == Phase::LongBreak)
        .collect();
    assert_eq!(long, [3, 7]);
    assert_eq!(desk.recorded(), 8 * 25 * MINUTE);
}

#[test]
fn one_round_at_most_begins_by_itself_while_nobody_looks() {
    let mut desk = Desk::new(rounds());
    desk.by_itself = true;
    desk.look(&mark(31 * MINUTE, 0));
    assert_eq!(desk.running.phase, Phase::Work);
    assert_eq!(desk.running.since, mark(30 * MINUTE, 0));
    for minute in 32..10 * 60 {
        desk.look(&mark(minute * MINUTE, 0));
    }
    assert_eq!(desk.spans(), [(0, 1_500), (1_800, 3_300)]);
    assert_eq!((desk.running.phase, desk.running.done), (Phase::Ready, 2));
}

#[test]
fn rounds_go_on_by_themselves_while_somebody_is_known_to_be_there() {
    let mut desk = Desk::new(rounds());
    desk.by_itself = true;
    for minute in 0..3 * 60 {
        desk.running = desk.running.clone().attended();
        desk.look(&mark(minute * MINUTE, 0));
    }
    assert_eq!(desk.spans().len(), 5);
    assert_ne!(desk.running.phase, Phase::Ready);
}

#[test]
fn a_pause_holds_what_is_left_of_the_round() {
    let mut desk = Desk::new(rounds());
    desk.step(&mark(600, 0), Step::Pause).unwrap();
    assert_eq!(desk.look(&mark(9_000, 0)), []);
    assert_eq!(
        desk.step(&mark(9_000, 0), Step::Pause),
        Err(SessionRefusal::NothingToPause)
    );
    desk.step(&mark(9_000, 0), Step::Resume).unwrap();
    assert_eq!(
        desk.step(&mark(9_001, 0), Step::Resume),
        Err(SessionRefusal::GoesOn)
    );
    assert_eq!(
        ends(&desk.running, &mark(9_100, 0)),
        Some(mark(9_900, 0).at)
    );
    desk.look(&mark(9_900, 0));
    assert_eq!(desk.spans(), [(0, 600), (9_000, 9_900)]);
    assert_eq!(desk.running.done, 1);
}

#[test]
fn skipping_ends_a_phase_at_once_and_more_time_puts_its_end_off() {
    let mut desk = Desk::new(rounds());
    desk.step(&mark(60, 0), Step::Extend(5)).unwrap();
    assert_eq!(desk.look(&mark(1_799, 0)), []);
    desk.step(&mark(1_799, 0), Step::Skip).unwrap();
    assert_eq!(desk.running.phase, Phase::ShortBreak);
    desk.step(&mark(1_800, 0), Step::Extend(10)).unwrap();
    assert_eq!(desk.look(&mark(1_799 + 899, 0)), []);
    desk.step(&mark(1_799 + 899, 0), Step::Skip).unwrap();
    assert_eq!(
        (desk.running.phase, desk.running.length),
        (Phase::Work, Some(1_500))
    );
    assert_eq!(desk.spans(), [(0, 1_799)]);
}

#[test]
fn what_has_no_end_cannot_be_skipped_or_put_off() {
    for focus in [None, Some(None)] {
        let open = begin(subject(), focus, mark(0, 0), "UTC");
        let mut desk = Desk::new(open);
        assert_eq!(desk.look(&mark(1_000_000, 0)), []);
        assert_eq!(ends(&desk.running, &mark(60, 0)), None);
        let skipped = desk.step(&mark(60, 0), Step::Skip);
        assert_eq!(skipped, Err(SessionRefusal::NoPhases));
        let longer = desk.step(&mark(60, 0), Step::Extend(5));
        assert_eq!(longer, Err(SessionRefusal::NoEnd));
        desk.step(&mark(60, 0), Step::Pause).unwrap();
        desk.step(&mark(90, 0), Step::Resume).unwrap();
        assert_eq!(desk.running.length, None);
    }
    let mut desk = Desk::new(rounds());
    for minutes in [0, 121] {
        let refused = desk.step(&mark(1, 0), Step::Extend(minutes));
        assert_eq!(refused, Err(SessionRefusal::Minutes));
    }
}

#[test]
fn what_came_up_goes_to_the_round_it_came_up_in_and_is_never_lost() {
    let note = |real: i64, word: &str| Interruption {
        at: mark(real, 0).at,
        word: word.into(),
    };
    let mut desk = Desk::new(rounds());
    desk.running.noted = vec![note(100, "phone"), note(1_600, "incident")];
    desk.look(&mark(1_700, 0));
    assert_eq!(desk.entries[0].noted, [note(100, "phone")]);
    assert_eq!(desk.running.noted, [note(1_600, "incident")]);
}

#[test]
fn a_clock_behind_the_beginning_moves_nothing_after_a_new_start_of_the_computer() {
    let now = Mark {
        at: Instant(5),
        ticks: None,
    };
    assert_eq!(tick(&rounds(), &now, true, &mut || EntryId(1)), None);
    assert_eq!(ends(&rounds(), &now), None);
}

fn steps() -> impl Strategy<Value = Option<Step>> {
    prop_oneof![
        4 => Just(None),
        2 => Just(Some(Step::Resume)),
        1 => Just(Some(Step::Pause)),
        1 => Just(Some(Step::Skip)),
        1 => (1..=30_u16).prop_map(|minutes| Some(Step::Extend(minutes))),
    ]
}

/// How far the hands of the clock are moved: not at all, or for certain.
fn hands() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => Just(0),
        1 => 200..90_000_i64,
        1 => -90_000..-200_i64,
    ]
}

proptest! {
    /// Somebody who looks seldom finds what somebody who looks every minute found.
    #[test]
    fn looking_seldom_comes_to_the_same_as_looking_often(
        acts in prop::collection::vec((1..20_000_i64, steps()), 1..20),
    ) {
        let (mut seldom, mut often) = (Desk::new(rounds()), Desk::new(rounds()));
        let mut real = 0;
        for (after, step) in acts {
            for minute in 0..after / MINUTE {
                often.look(&mark(real + minute * MINUTE, 0));
            }
            real += after;
            seldom.look(&mark(real, 0));
            often.look(&mark(real, 0));
            if let Some(step) = step {
                let (one, other) = (
                    seldom.step(&mark(real, 0), step),
                    often.step(&mark(real, 0), step),
                );
                prop_assert_eq!(one, other);
            }
            prop_assert_eq!(&seldom.running, &often.running);
            prop_assert_eq!(seldom.spans(), often.spans());
        }
    }

    /// Whatever is done to the clock on the wall: no round is lost or counted twice, no two entries
    /// share a moment, and no more is recorded than time went by.
    #[test]
    fn a_jumping_clock_loses_no_round_and_invents_no_time(
        acts in prop::collection::vec((1..20_000_i64, hands(), steps()), 1..20),
        by_itself: bool,
    ) {
        let (mut jumping, mut calm) = (Desk::new(rounds()), Desk::new(rounds()));
        jumping.by_itself = by_itself;
        calm.by_itself = by_itself;
        let (mut real, mut off, mut back) = (0, 0, false);
        for (after, by, step) in acts {
            real += after;
            off += by;
            back |= by < 0;
            jumping.look(&mark(real, off));
            calm.look(&mark(real, 0));
            if let Some(step) = step {
                let there = jumping.step(&mark(real, off), step);
                prop_assert_eq!(there, calm.step(&mark(real, 0), step));
            }
            prop_assert_eq!(jumping.running.done, calm.running.done);
            prop_assert_eq!(jumping.running.phase, calm.running.phase);
            prop_assert_eq!(jumping.running.length, calm.running.length);
            for pair in jumping.entries.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            prop_assert!(calm.recorded() <= real);
            prop_assert!(jumping.recorded() <= calm.recorded());
            // Only a clock set back can make time stand where time was recorded already.
            prop_assert_eq!(back || jumping.recorded() == calm.recorded(), true);
        }
    }
}
