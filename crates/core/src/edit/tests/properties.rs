//! Whatever the plan and whatever the gesture.

use super::*;
use crate::block::BlockId;
use proptest::prelude::*;

/// Days on which clocks jump, and one on which they do not.
fn days() -> impl Strategy<Value = NaiveDate> {
    prop::sample::select(vec!["2026-03-29", "2026-10-25", "2026-11-17"])
        .prop_map(|day| day.parse().unwrap())
}

fn plans() -> impl Strategy<Value = Drawn> {
    let zones = prop::sample::select(vec![None, Some("Europe/Berlin"), Some("America/New_York")]);
    let block = (
        0i64..30 * 12,
        prop_oneof![Just(1i64), 1i64..48],
        zones,
        prop::bool::weighted(0.2),
    );
    let fixed = (0i64..30 * 12, 1i64..24);
    (
        days(),
        prop::collection::vec(block, 1..8),
        prop::collection::vec(fixed, 0..4),
    )
        .prop_map(|(day, blocks, fixed)| {
            let mut drawn = Drawn::on(day, "Europe/Berlin");
            let minute = |fives: i64| day.and_time(NaiveTime::MIN) + TimeDelta::minutes(fives * 5);
            for (index, (start, length, zone, locked)) in blocks.into_iter().enumerate() {
                let (start, end) = (minute(start), minute(start + length));
                let mut made = block_of(index, start, end);
                made.zone = zone.map(String::from);
                made.locked = locked;
                // What no verb would have made is no plan: a block inside a skipped hour may last
                // no time at all.
                if 0 < made.span(&drawn.zones, &drawn.home).seconds() {
                    drawn.blocks.push(made);
                }
            }
            for (start, length) in fixed {
                let span = Span::new(
                    drawn.home.instant(minute(start)),
                    drawn.home.instant(minute(start + length)),
                );
                drawn.fixed.push(span);
            }
            drawn
        })
}

fn block_of(index: usize, start: NaiveDateTime, end: NaiveDateTime) -> Block {
    block(BlockId(index as u32 + 1), &format!("b{index}"), start, end)
}

fn gestures() -> impl Strategy<Value = Gesture> {
    let grip = prop::sample::select(vec![Grip::Whole, Grip::Start, Grip::End]);
    let others = prop::sample::select(vec![Others::Stay, Others::Push, Others::Shrink]);
    let carry = prop::sample::select(vec![Carry::Move, Carry::Copy]);
    let chosen = prop::collection::vec(1u32..8, 1..3);
    (chosen, grip, others, carry, 0i64..32 * 12).prop_map(|(chosen, grip, others, carry, to)| {
        Gesture {
            blocks: chosen.into_iter().map(|id| BlockId(id).into()).collect(),
            grip,
            others,
            carry,
            to: NaiveDateTime::default() + TimeDelta::minutes(to * 5),
        }
    })
}

struct Done {
    drawn: Drawn,
    gesture: Gesture,
    edit: Edit,
}

impl Done {
    fn span(&self, block: &Block) -> Span {
        block.span(&self.drawn.zones, &self.drawn.home)
    }

    fn before(&self, id: Handle) -> Option<&Block> {
        self.drawn.blocks.iter().find(|block| block.handle() == id)
    }

    /// Whether a changed block was in hand, rather than in the way.
    fn in_hand(&self, block: &Block) -> bool {
        match self.gesture.carry {
            Carry::Move => self.gesture.blocks.contains(&block.handle()),
            Carry::Copy => self.edit.new.contains(&block.handle()),
        }
    }
}

fn done(drawn: Drawn, mut gesture: Gesture) -> Option<Done> {
    let since_midnight = gesture.to - NaiveDateTime::default();
    gesture.to = drawn.day.and_time(NaiveTime::MIN) + since_midnight;
    let edit = drag(&drawn.plan(), &gesture, &mut identities()).ok()?;
    Some(Done {
        drawn,
        gesture,
        edit,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn after_a_push_no_unlocked_block_overlaps_the_moved_ones(drawn in plans(), gesture in gestures()) {
        let Some(done) = done(drawn, Gesture { others: Others::Push, ..gesture }) else { return Ok(()) };
        let after = done.edit.applied(&done.drawn.blocks);
        let held: Vec<&Block> = done.edit.put.iter().filter(|block| done.in_hand(block)).collect();
        for other in after.iter().filter(|other| !other.locked && !done.in_hand(other)) {
            for held in &held {
                prop_assert!(!done.span(held).overlaps(done.span(other)));
            }
        }
    }

    #[test]
    fn a_push_keeps_the_elapsed_length_and_the_day(drawn in plans(), gesture in gestures()) {
        let Some(done) = done(drawn, Gesture { others: Others::Push, ..gesture }) else { return Ok(()) };
        let plan = done.drawn.plan();
        for pushed in done.edit.put.iter().filter(|block| !done.in_hand(block)) {
            let before = done.span(done.before(pushed.handle()).unwrap());
            let after = done.span(pushed);
            prop_assert_eq!(before.seconds(), after.seconds());
            prop_assert_eq!(plan.day(before.start), plan.day(after.start));
            for fixed in &done.drawn.fixed {
                prop_assert!(!fixed.overlaps(after));
            }
        }
    }

    #[test]
    fn shrinking_never_lengthens_and_leaves_five_minutes(drawn in plans(), gesture in gestures()) {
        let Some(done) = done(drawn, Gesture { others: Others::Shrink, ..gesture }) else { return Ok(()) };
        let held: Vec<Span> = done.edit.put.iter().filter(|block| done.in_hand(block)).map(|block| done.span(block)).collect();
        for cut in done.edit.put.iter().filter(|block| !done.in_hand(block)) {
            let before = done.span(done.before(cut.handle()).unwrap());
            let after = done.span(cut);
            prop_assert_eq!(before.intersection(after), after);
            prop_assert!(LEAST_MINUTES * 60 <= after.seconds());
            prop_assert!(held.iter().all(|held| !held.overlaps(after)));
        }
    }

    #[test]
    fn locked_blocks_never_change(drawn in plans(), gesture in gestures()) {
        let Some(done) = done(drawn, gesture) else { return Ok(()) };
        for changed in &done.edit.put {
            prop_assert!(done.before(changed.handle()).is_none_or(|before| !before.locked));
        }
    }

    #[test]
    fn every_block_lasts_and_a_moved_one_keeps_its_wall_length(drawn in plans(), gesture in gestures()) {
        let Some(done) = done(drawn, gesture) else { return Ok(()) };
        for changed in &done.edit.put {
            prop_assert!(0 < done.span(changed).seconds());
            prop_assert!(changed.start < changed.end);
            let Some(before) = done.before(changed.handle()) else { continue };
            if done.in_hand(changed) && done.gesture.grip == Grip::Whole {
                prop_assert_eq!(before.end - before.start, changed.end - changed.start);
            }
        }
    }

    #[test]
    fn putting_the_blocks_back_undoes_it(drawn in plans(), gesture in gestures()) {
        let Some(done) = done(drawn, gesture) else { return Ok(()) };
        let after = done.edit.applied(&done.drawn.blocks);
        let undo = Edit {
            put: done.edit.put.iter().filter_map(|block| done.before(block.handle())).cloned().collect(),
            new: Vec::new(),
            removed: done.edit.new.clone(),
            ..Edit::default()
        };
        prop_assert_eq!(undo.applied(&after), done.drawn.blocks);
    }
}
