//! Gestures: moving, resizing, pushing, shrinking and copying.

use super::*;
use crate::block::BlockId;
use expect_test::{Expect, expect};

/// A calm Tuesday in Berlin.
fn check(drawing: &str, words: &str, expected: Expect) {
    check_on("2026-11-17", drawing, words, expected);
}

fn check_on(day: &str, drawing: &str, words: &str, expected: Expect) {
    let drawn = Drawn::read(day, "Europe/Berlin", drawing);
    expected.assert_eq(&drawn.shown(drawn.drag(words)));
}

#[test]
fn a_block_moves_and_the_others_stay() {
    check(
        "09-10 write | 10-11 mail",
        "write +30m",
        expect!["09:30-10:30 write | 10:00-11:00 mail"],
    );
    check(
        "09-10 write | 10-11 mail",
        "write +1d",
        expect!["10:00-11:00 mail | +1d 09:00-+1d 10:00 write"],
    );
    check(
        "09-10 write",
        "write -10h",
        expect!["-1d 23:00-00:00 write"],
    );
    check(
        "23-25 write",
        "write +30m",
        expect!["23:30-+1d 01:30 write"],
    );
}

#[test]
fn a_selection_takes_the_same_step() {
    check(
        "09-10 write | 11-12 mail | 13-14 call",
        "mail,write +2h",
        expect!["11:00-12:00 write | 13:00-14:00 mail | 13:00-14:00 call"],
    );
    check(
        "09-10 write | 11-12 mail",
        "mail,write end +30m",
        expect!["09:00-10:30 write | 11:00-12:30 mail"],
    );
}

#[test]
fn pushed_blocks_go_later_only_as_far_as_needed_and_push_the_next() {
    check(
        "09-10 write | 10-11 mail",
        "write +30m push",
        expect!["09:30-10:30 write | 10:30-11:30 mail"],
    );
    check(
        "09-10 write | 10-11 mail | 11:15-12 call | 14-15 read",
        "write +30m push",
        expect!["09:30-10:30 write | 10:30-11:30 mail | 11:30-12:15 call | 14:00-15:00 read"],
    );
    check(
        "09-10 write | 10-11 mail",
        "write end +15m push",
        expect!["09:00-10:15 write | 10:15-11:15 mail"],
    );
    check(
        "09-10 write | 13-14 mail",
        "write +3h push",
        expect!["12:00-13:00 write | 13:00-14:00 mail"],
    );
}

#[test]
fn moved_earlier_it_pushes_earlier() {
    check(
        "09-10 mail | 11-12 write",
        "write -90m push",
        expect!["08:30-09:30 mail | 09:30-10:30 write"],
    );
    check(
        "08-09 read | 09-10 mail | 10-11 write",
        "write start -30m push",
        expect!["07:30-08:30 read | 08:30-09:30 mail | 09:30-11:00 write"],
    );
}

#[test]
fn pushed_blocks_leap_over_what_is_fixed_or_locked() {
    check(
        "09-10 write | 10-11 mail | 11-12 #meeting",
        "write +30m push",
        expect!["09:30-10:30 write | 12:00-13:00 mail"],
    );
    check(
        "09-10 write | 10-11 mail | 11-12 call!",
        "write +30m push",
        expect!["09:30-10:30 write | 11:00-12:00 call | 12:00-13:00 mail"],
    );
    check(
        "09-10 write | 10-11 call!",
        "write +30m push",
        expect!["09:30-10:30 write | 10:00-11:00 call"],
    );
}

#[test]
fn a_push_past_the_end_of_the_day_is_refused() {
    check(
        "25-26 write | 26-28 mail",
        "write +30m push",
        expect![[
            r#"NoRoom { id: Handle { id: BlockId(2), at: None }, title: "mail", day: 2026-11-17 }"#
        ]],
    );
    check(
        "05-06 mail | 06-07 write",
        "write -2h push",
        expect!["04:00-05:00 write | 05:00-06:00 mail"],
    );
}

#[test]
fn covered_blocks_are_cut_to_their_longer_piece() {
    check(
        "09-10 write | 10-11 mail",
        "write +30m shrink",
        expect!["09:30-10:30 write | 10:30-11:00 mail"],
    );
    check(
        "09-10 write | 10-14 mail",
        "write +2h shrink",
        expect!["11:00-12:00 write | 12:00-14:00 mail"],
    );
    check(
        "08-10 mail | 11-12 write",
        "write -90m shrink",
        expect!["08:00-09:30 mail | 09:30-10:30 write"],
    );
    check(
        "09-10 write | 10-11 mail",
        "write end +56m shrink",
        expect![[r#"WouldVanish { id: Handle { id: BlockId(2), at: None }, title: "mail" }"#]],
    );
    check(
        "09-10 write | 10-11 mail",
        "write +1h shrink",
        expect![[r#"WouldVanish { id: Handle { id: BlockId(2), at: None }, title: "mail" }"#]],
    );
    check(
        "09-10 write | 10-11 mail!",
        "write +30m shrink",
        expect!["09:30-10:30 write | 10:00-11:00 mail"],
    );
}

#[test]
fn an_edge_does_not_cross_the_other() {
    check(
        "09-10 write",
        "write end -60m",
        expect!["EndsBeforeStart { field: End }"],
    );
    check(
        "09-10 write",
        "write start +57m",
        expect![[
            r#"TooShort { id: Handle { id: BlockId(1), at: None }, title: "write", minutes: 3 }"#
        ]],
    );
    check(
        "09-10 write",
        "write start +61m",
        expect!["EndsBeforeStart { field: Start }"],
    );
    check(
        "09-10 write",
        "write end +7d",
        expect!["TooLong { minutes: 10140 }"],
    );
}

#[test]
fn a_copy_leaves_the_original() {
    check(
        "09-10 write",
        "copy write +2h",
        expect!["09:00-10:00 write | 11:00-12:00 write (new)"],
    );
    check(
        "09-10 write!",
        "copy write +2h",
        expect!["09:00-10:00 write | 11:00-12:00 write (new)"],
    );
    check(
        "09-10 write | 10-11 mail",
        "copy write +1h push",
        expect!["09:00-10:00 write | 10:00-11:00 write (new) | 11:00-12:00 mail"],
    );
}

#[test]
fn gestures_without_a_block_or_on_a_locked_one_are_refused() {
    check(
        "09-10 write!",
        "write +1h",
        expect![[r#"Locked { id: Handle { id: BlockId(1), at: None }, title: "write" }"#]],
    );
    check(
        "09-10 write",
        "nobody +1h",
        expect!["Gone { id: Handle { id: BlockId(99), at: None } }"],
    );
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", "");
    let gesture = Gesture {
        blocks: Vec::new(),
        grip: Grip::Whole,
        others: Others::Stay,
        carry: Carry::Move,
        to: drawn.time("9"),
    };
    let refused = drag(&drawn.plan(), &gesture, &mut identities());
    assert_eq!(refused, Err(Refusal::NothingSelected));
}

#[test]
fn the_skipped_hour_moves_a_block_on_and_never_empties_it() {
    let spring = "2026-03-29";
    check_on(
        spring,
        "01-01:30 write",
        "write +90m",
        expect!["03:30-04:00 write"],
    );
    check_on(
        spring,
        "00-01:30 write",
        "write +90m",
        expect!["01:30-03:00 write"],
    );
    check_on(
        spring,
        "01-02 write | 03-04 mail",
        "write end +1h push",
        expect![[
            r#"NoRoom { id: Handle { id: BlockId(2), at: None }, title: "mail", day: 2026-03-28 }"#
        ]],
    );
}

#[test]
fn the_repeated_hour_is_leapt_over_where_wall_times_cannot_say_it() {
    let autumn = "2026-10-25";
    check_on(
        autumn,
        "01-02 write | 02-02:45 mail",
        "write end +30m push",
        expect!["01:00-02:30 write | 03:00-03:45 mail"],
    );
    check_on(
        autumn,
        "01-02 write | 04-05 mail",
        "write end +2h push",
        expect!["01:00-04:00 write | 04:00-05:00 mail"],
    );
}

#[test]
fn a_block_of_another_zone_keeps_its_zone() {
    check(
        "09-10 write@America/New_York",
        "write +1h",
        expect!["10:00-11:00 write"],
    );
    check(
        "15:30-16 mail | 09-10 write@America/New_York",
        "write end +1h push",
        expect!["09:00-11:00 write | 17:00-17:30 mail"],
    );
}

#[test]
fn every_change_of_a_block_is_counted_and_dated() {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", "09-10 write | 10-11 mail");
    let edit = drawn.drag("write +30m push").unwrap();
    for block in &edit.put {
        assert_eq!((block.sequence, block.created, block.modified), (4, 1, NOW));
    }
    let copied = drawn.drag("copy write +4h").unwrap();
    let copy = &copied.put[0];
    assert_eq!((copy.sequence, copy.created, copy.modified), (0, NOW, NOW));
    assert_eq!((copy.id, copy.uid.as_str()), (BlockId(1001), "uid-1001"));
    assert_eq!(copied.new, [Handle::from(BlockId(1001))]);
}

#[test]
fn a_gesture_that_ends_where_it_began_changes_nothing() {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", "09-11 write | 10-11 mail");
    assert!(drawn.drag("write +0m push").unwrap().is_empty());
}
