//! Whatever week is saved and wherever it is laid.

use super::*;
use chrono::TimeDelta;
use proptest::prelude::*;

/// Mondays: one whose Sunday skips an hour, one whose Sunday repeats one, and a plain one.
const WEEKS: [&str; 3] = ["2026-03-23", "2026-10-19", "2026-11-16"];

fn weeks() -> impl Strategy<Value = Frame> {
    prop::sample::select(WEEKS.to_vec()).prop_map(week)
}

/// A week of blocks on a grid of five minutes, some in another zone.
fn drawn() -> impl Strategy<Value = (Frame, Desk)> {
    let zone = prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Asia/Kolkata"]);
    let block = (0i64..7 * 288, 1i64..48, zone, 0usize..4, 0u8..3);
    (weeks(), prop::collection::vec(block, 1..12)).prop_map(|(frame, blocks)| {
        let mut desk = Desk::new();
        for (start, length, zone, category, title) in blocks {
            let first = frame.first.and_time(NaiveTime::MIN);
            let at_home = desk.home.instant(first + TimeDelta::minutes(start * 5));
            let own = desk.zones.get(zone).unwrap();
            let start = own.wall(at_home);
            let end = start + TimeDelta::minutes(length * 5);
            let category = Category::ALL[category];
            let text = |wall: NaiveDateTime| wall.format("%Y-%m-%dT%H:%M:%S").to_string();
            let made = desk.block(&format!("b{title}"), category, &text(start), &text(end));
            made.zone = Some(zone.into());
            // What is shown in the second pass of a repeated hour cannot be said in wall time.
            let made = made.clone();
            let said = made.span(&desk.zones, &desk.home);
            let within = |at| frame.holds(desk.home.wall(at).date());
            if said.seconds() == 0 || !within(said.start) {
                desk.blocks.pop();
            }
        }
        (frame, desk)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_week_that_is_saved_and_laid_on_itself_is_there_already((frame, mut desk) in drawn()) {
        prop_assume!(!desk.blocks.is_empty());
        let saved = desk.save(&frame);
        let laid = desk.lay(&saved, &frame, Collisions::KeepBoth);
        prop_assert!(laid.edit.is_empty(), "{:?}", laid.lines);
    }

    #[test]
    fn saving_what_was_laid_gives_the_template_again((frame, mut desk) in drawn(), to in weeks()) {
        prop_assume!(!desk.blocks.is_empty());
        let saved = desk.save(&frame);
        desk.blocks.clear();
        let laid = desk.keep(&saved, &to, Collisions::LeaveOut);
        prop_assume!(laid.lines.iter().all(|line| line.fate == Fate::Laid));
        let mut again = desk.save(&to);
        let mut before = saved;
        let key = |piece: &Piece| (piece.day, piece.start, piece.minutes, piece.title.clone(), format!("{:?}{:?}", piece.category, piece.zone));
        again.sort_by_key(key);
        before.sort_by_key(key);
        // New York and Berlin change clocks in different weeks: a call may come to another day of
        // the week at home, and is one of the same week all the same.
        for piece in again.iter_mut().chain(&mut before) {
            if piece.zone.is_some() {
                piece.day = piece.day.rem_euclid(7);
            }
        }
        again.sort_by_key(key);
        before.sort_by_key(key);
        prop_assert_eq!(again, before);
    }

    #[test]
    fn laying_twice_adds_nothing_the_second_time(
        (frame, mut desk) in drawn(),
        to in weeks(),
        beside in any::<bool>(),
    ) {
        prop_assume!(!desk.blocks.is_empty());
        let collisions = if beside { Collisions::KeepBoth } else { Collisions::LeaveOut };
        let mut saved = desk.save(&frame);
        saved[0].rule = Some("FREQ=WEEKLY;INTERVAL=2".into());
        let first = desk.keep(&saved, &to, collisions);
        prop_assert_eq!(first.edit.put.len(), first.edit.new.len());
        let second = desk.lay(&saved, &to, collisions);
        prop_assert!(second.edit.is_empty(), "{:?}", second.lines);
    }

    #[test]
    fn what_is_laid_meets_nothing_that_was_there((frame, mut desk) in drawn(), to in weeks()) {
        prop_assume!(!desk.blocks.is_empty());
        let saved = desk.save(&frame);
        let laid = desk.lay(&saved, &to, Collisions::LeaveOut);
        let span = |block: &Block| block.span(&desk.zones, &desk.home);
        for new in &laid.edit.put {
            for there in &desk.blocks {
                prop_assert!(!span(new).overlaps(span(there)));
            }
        }
    }
}
