//! One series a week, changed in the ways a person changes it.

use super::*;
use crate::edit::series::{Rhythm, extend, restore, set_repeat};
use crate::repeat::{Ends, Every, Repeat, Unusable};
use chrono::Weekday;
use expect_test::{Expect, expect};

/// Six Tuesdays from the 3rd of November on.
fn tuesdays() -> Desk {
    Desk::new("2026-11-03T09:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=6")
}

fn third() -> Handle {
    Desk::at(1, "2026-11-17T09:00")
}

fn check(desk: &Desk, expected: Expect) {
    expected.assert_eq(&desk.shown());
}

#[test]
fn moving_all_moves_the_rule_and_leaves_what_was_moved_by_itself() {
    let mut desk = tuesdays();
    let second = Desk::at(1, "2026-11-10T09:00");
    desk.go(second, Grip::Whole, wall("2026-11-13T15:00"), Scope::This)
        .unwrap();
    desk.delete(Desk::at(1, "2026-11-24T09:00"), Scope::This)
        .unwrap();
    let edit = desk
        .go(third(), Grip::Whole, wall("2026-11-18T10:00"), Scope::All)
        .unwrap();
    assert_eq!(desk.rule(1), "FREQ=WEEKLY;COUNT=6;BYDAY=WE");
    assert_eq!(edit.main, Some(Desk::at(1, "2026-11-18T10:00")));
    assert_eq!(edit.lost, []);
    check(
        &desk,
        expect![[r#"
        4 Nov 10:00 Pairing
        13 Nov 15:00 Pairing
        18 Nov 10:00 Pairing
        2 Dec 10:00 Pairing
        9 Dec 10:00 Pairing
    "#]],
    );
}

#[test]
fn this_and_the_following_become_a_series_of_their_own() {
    let mut desk = tuesdays();
    let fourth = Desk::at(1, "2026-11-24T09:00");
    desk.rename(fourth, "Pairing with Ines", Scope::This)
        .unwrap();
    let edit = desk
        .go(
            third(),
            Grip::End,
            wall("2026-11-17T10:00"),
            Scope::Following,
        )
        .unwrap();
    assert_eq!(edit.new, [Handle::from(BlockId(3))]);
    assert_eq!(edit.main, Some(Desk::at(3, "2026-11-17T09:00")));
    assert_eq!(desk.rule(1), "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261116T235959");
    assert_eq!(desk.rule(3), "FREQ=WEEKLY;BYDAY=TU;COUNT=4");
    assert_ne!(desk.series(1).series.uid, desk.series(3).series.uid);
    check(
        &desk,
        expect![[r#"
        3 Nov 09:00 Pairing
        10 Nov 09:00 Pairing
        17 Nov 09:00 Pairing 60
        24 Nov 09:00 Pairing with Ines 60
        1 Dec 09:00 Pairing 60
        8 Dec 09:00 Pairing 60
    "#]],
    );
}

#[test]
fn this_and_the_following_of_the_first_one_are_all() {
    let first = Desk::at(1, "2026-11-03T09:00");
    let mut desk = tuesdays();
    let edit = desk.rename(first, "Mob", Scope::Following).unwrap();
    assert_eq!((edit.new.len(), edit.put.len()), (0, 1));
    assert_eq!(desk.rule(1), "FREQ=WEEKLY;BYDAY=TU;COUNT=6");
    // Also where the first by the rule is left out.
    desk.delete(first, Scope::This).unwrap();
    let edit = desk
        .rename(Desk::at(1, "2026-11-10T09:00"), "Pair", Scope::Following)
        .unwrap();
    assert_eq!((edit.new.len(), edit.put.len()), (0, 1));
    assert_eq!(desk.standing().len(), 5);
    desk.delete(Desk::at(1, "2026-11-10T09:00"), Scope::Following)
        .unwrap();
    assert!(desk.rows.is_empty());
}

#[test]
fn an_occurrence_that_becomes_as_the_others_needs_no_row() {
    let mut desk = tuesdays();
    desk.go(third(), Grip::Whole, wall("2026-11-18T09:00"), Scope::This)
        .unwrap();
    assert_eq!(desk.rows.len(), 2);
    desk.edit(|plan, rows, next| {
        extend(plan, &rows[0], wall("2026-11-17T09:00"), Scope::All, next)
    })
    .unwrap();
    assert_eq!(desk.rows.len(), 1);
    assert_eq!(desk.rule(1), "FREQ=WEEKLY;COUNT=6;BYDAY=WE");
    assert_eq!(desk.series(1).series.start, wall("2026-11-04T09:00"));
}

#[test]
fn the_rest_follows_what_was_moved_before() {
    let mut desk = tuesdays();
    desk.go(third(), Grip::Whole, wall("2026-11-18T09:00"), Scope::This)
        .unwrap();
    desk.edit(|plan, rows, next| {
        extend(
            plan,
            &rows[0],
            wall("2026-11-17T09:00"),
            Scope::Following,
            next,
        )
    })
    .unwrap();
    check(
        &desk,
        expect![[r#"
        3 Nov 09:00 Pairing
        10 Nov 09:00 Pairing
        18 Nov 09:00 Pairing
        25 Nov 09:00 Pairing
        2 Dec 09:00 Pairing
        9 Dec 09:00 Pairing
    "#]],
    );
    assert_eq!(desk.rows.len(), 2);
}

#[test]
fn the_rest_goes_as_far_as_one_that_was_moved_before_goes_on() {
    let mut desk = Desk::new(
        "2026-11-23T09:00",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=5",
    );
    let tuesday = Desk::at(1, "2026-11-24T09:00");
    desk.go(tuesday, Grip::Whole, wall("2026-11-25T15:00"), Scope::This)
        .unwrap();
    let edit = desk
        .go(
            tuesday,
            Grip::Whole,
            wall("2026-11-25T15:30"),
            Scope::Following,
        )
        .unwrap();
    let of = edit.new[0].id.0;
    assert_eq!(edit.main, Some(Desk::at(of, "2026-11-24T09:30")));
    assert_eq!(desk.rule(of), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=4");
    check(
        &desk,
        expect![[r#"
        23 Nov 09:00 Pairing
        25 Nov 09:30 Pairing
        25 Nov 15:30 Pairing
        26 Nov 09:30 Pairing
        27 Nov 09:30 Pairing
    "#]],
    );
}

#[test]
fn the_rest_goes_with_one_that_was_left_out() {
    for (scope, left) in [(Scope::Following, 2), (Scope::All, 0)] {
        let mut desk = tuesdays();
        desk.delete(third(), Scope::This).unwrap();
        desk.edit(|plan, rows, next| extend(plan, &rows[0], wall("2026-11-17T09:00"), scope, next))
            .unwrap();
        assert_eq!(desk.standing().len(), left);
    }
    let mut desk = tuesdays();
    let as_it_is = desk.edit(|plan, rows, next| {
        extend(plan, &rows[0], wall("2026-11-17T09:00"), Scope::All, next)
    });
    assert_eq!(as_it_is, Err(Refusal::Gone { id: third() }));
}

#[test]
fn exceptions_one_after_the_other_change_their_places_without_meeting() {
    let mut desk = Desk::new("2026-11-03T09:00", "FREQ=DAILY;COUNT=5");
    for (key, title) in [("2026-11-04T09:00", "b"), ("2026-11-05T09:00", "c")] {
        desk.rename(Desk::at(1, key), title, Scope::This).unwrap();
    }
    let first = |desk: &Desk| Handle {
        id: BlockId(1),
        at: desk.series(1).times().first(),
    };
    desk.go(
        first(&desk),
        Grip::Whole,
        wall("2026-11-04T09:00"),
        Scope::All,
    )
    .unwrap();
    desk.go(
        first(&desk),
        Grip::Whole,
        wall("2026-11-02T09:00"),
        Scope::All,
    )
    .unwrap();
    check(
        &desk,
        expect![[r#"
        2 Nov 09:00 Pairing
        3 Nov 09:00 b
        4 Nov 09:00 c
        5 Nov 09:00 Pairing
        6 Nov 09:00 Pairing
    "#]],
    );
}

#[test]
fn an_occurrence_moved_onto_another_one_is_refused_and_nothing_changes() {
    let mut desk = tuesdays();
    let before = desk.rows.clone();
    let refused = desk.go(third(), Grip::Whole, wall("2026-11-24T09:00"), Scope::This);
    let title = "Pairing".to_string();
    let day = "2026-11-24".parse().unwrap();
    assert_eq!(refused, Err(Refusal::OnSibling { title, day }));
    assert_eq!(desk.rows, before);
    desk.go(third(), Grip::Whole, wall("2026-11-24T09:15"), Scope::This)
        .unwrap();
    // All of them may go where another one stood.
    let mut desk = tuesdays();
    desk.go(third(), Grip::Whole, wall("2026-11-24T09:00"), Scope::All)
        .unwrap();
    assert_eq!(desk.series(1).series.start, wall("2026-11-10T09:00"));
}

#[test]
fn what_was_skipped_or_moved_is_put_back() {
    let mut desk = tuesdays();
    let before = desk.shown();
    desk.delete(third(), Scope::This).unwrap();
    desk.go(
        Desk::at(1, "2026-11-24T09:00"),
        Grip::Whole,
        wall("2026-11-25T09:00"),
        Scope::This,
    )
    .unwrap();
    for key in ["2026-11-17T09:00", "2026-11-24T09:00"] {
        desk.edit(|plan, rows, _| restore(plan, &rows[0], wall(key)))
            .unwrap();
    }
    assert_eq!(desk.shown(), before);
    let again = desk.edit(|plan, rows, _| restore(plan, &rows[0], wall("2026-11-17T09:00")));
    assert_eq!(again, Err(Refusal::Gone { id: third() }));
}

#[test]
fn a_series_of_which_the_last_occurrence_goes_is_gone() {
    let mut desk = Desk::new("2026-11-03T09:00", "FREQ=WEEKLY;COUNT=2");
    desk.delete(Desk::at(1, "2026-11-03T09:00"), Scope::This)
        .unwrap();
    desk.rename(Desk::at(1, "2026-11-10T09:00"), "Last", Scope::This)
        .unwrap();
    desk.delete(Desk::at(1, "2026-11-10T09:00"), Scope::This)
        .unwrap();
    assert_eq!(desk.rows, []);
}

#[test]
fn following_ones_that_go_leave_those_before_with_an_end() {
    let mut desk = tuesdays();
    desk.rename(Desk::at(1, "2026-11-24T09:00"), "Later", Scope::This)
        .unwrap();
    desk.delete(third(), Scope::Following).unwrap();
    assert_eq!(desk.rows.len(), 1);
    check(
        &desk,
        expect![[r#"
        3 Nov 09:00 Pairing
        10 Nov 09:00 Pairing
    "#]],
    );
}

fn rhythm(repeat: Option<Repeat>, scope: Scope) -> Rhythm {
    Rhythm { repeat, scope }
}

fn on(days: &[Weekday]) -> Repeat {
    Repeat::new(
        Every::Weekly {
            days: days.to_vec(),
        },
        1,
    )
}

fn change_rhythm(desk: &mut Desk, at: Handle, rhythm: &Rhythm) -> Result<Edit, Refusal> {
    desk.edit(|plan, rows, next| {
        let rows = rows
            .iter()
            .find(|rows| at.at.is_some() && rows.series.id == at.id);
        set_repeat(plan, at, rows, rhythm, next)
    })
}

#[test]
fn a_block_begins_to_repeat_on_one_of_its_days_and_stops_again() {
    let mut desk = tuesdays();
    let stop = rhythm(None, Scope::All);
    let edit = change_rhythm(&mut desk, third(), &stop).unwrap();
    let single = Handle::from(BlockId(1));
    assert_eq!(edit.main, Some(single));
    check(
        &desk,
        expect![[r#"
        17 Nov 09:00 Pairing
    "#]],
    );
    let day = "2026-11-27".parse().unwrap();
    let ending = on(&[Weekday::Thu, Weekday::Fri]).ending(Ends::Until { day });
    let edit = change_rhythm(&mut desk, single, &rhythm(Some(ending), Scope::All)).unwrap();
    assert_eq!(edit.main, Some(Desk::at(1, "2026-11-19T09:00")));
    check(
        &desk,
        expect![[r#"
        19 Nov 09:00 Pairing
        20 Nov 09:00 Pairing
        26 Nov 09:00 Pairing
        27 Nov 09:00 Pairing
    "#]],
    );
}

#[test]
fn exceptions_without_a_place_in_a_changed_series_are_named() {
    let mut desk = Desk::new("2026-11-03T09:00", "FREQ=WEEKLY;BYDAY=TU,TH");
    desk.until = wall("2026-11-20T00:00");
    desk.delete(Desk::at(1, "2026-11-05T09:00"), Scope::This)
        .unwrap();
    desk.delete(Desk::at(1, "2026-11-10T09:00"), Scope::This)
        .unwrap();
    desk.rename(Desk::at(1, "2026-11-12T09:00"), "Retro", Scope::This)
        .unwrap();
    let tuesdays = rhythm(Some(on(&[Weekday::Tue])), Scope::All);
    let first = Desk::at(1, "2026-11-03T09:00");
    let edit = change_rhythm(&mut desk, first, &tuesdays).unwrap();
    let lost: Vec<_> = edit
        .lost
        .iter()
        .map(|lost| (lost.key, lost.skipped))
        .collect();
    let expected = [
        (wall("2026-11-05T09:00"), true),
        (wall("2026-11-12T09:00"), false),
    ];
    assert_eq!(lost, expected);
    check(
        &desk,
        expect![[r#"
        3 Nov 09:00 Pairing
        12 Nov 09:00 Retro
        17 Nov 09:00 Pairing
    "#]],
    );
    let retro = desk
        .standing()
        .into_iter()
        .find(|block| block.title == "Retro")
        .unwrap();
    assert_eq!(retro.instance, None);
}

#[test]
fn a_count_that_was_not_touched_goes_on_counting_in_the_rest() {
    let mut desk = tuesdays();
    let twice = on(&[Weekday::Tue, Weekday::Fri]).ending(Ends::Count { times: 6 });
    let later = rhythm(Some(twice), Scope::Following);
    let edit = change_rhythm(&mut desk, third(), &later).unwrap();
    assert_eq!(edit.main, Some(Desk::at(2, "2026-11-17T09:00")));
    check(
        &desk,
        expect![[r#"
        3 Nov 09:00 Pairing
        10 Nov 09:00 Pairing
        17 Nov 09:00 Pairing
        20 Nov 09:00 Pairing
        24 Nov 09:00 Pairing
        27 Nov 09:00 Pairing
    "#]],
    );
    let edit = change_rhythm(
        &mut desk,
        Desk::at(2, "2026-11-20T09:00"),
        &rhythm(None, Scope::Following),
    );
    assert_eq!(edit.unwrap().main, Some(Desk::at(2, "2026-11-20T09:00")));
    assert_eq!(desk.standing().len(), 4);
}

#[test]
fn a_repeat_that_cannot_be_is_refused() {
    let mut desk = tuesdays();
    let this = rhythm(Some(on(&[Weekday::Fri])), Scope::This);
    let title = "Pairing".to_string();
    let alone = Refusal::OneAlone {
        title: title.clone(),
    };
    assert_eq!(change_rhythm(&mut desk, third(), &this), Err(alone));
    let day = "2026-11-18".parse().unwrap();
    let never = on(&[Weekday::Fri]).ending(Ends::Until { day });
    let first = "2026-11-20".parse().unwrap();
    let why = Unusable::Never { first };
    assert_eq!(
        change_rhythm(&mut desk, third(), &rhythm(Some(never), Scope::Following)),
        Err(Refusal::Repeat { title, why })
    );
}

#[test]
fn a_rule_that_says_more_than_a_move_can_follow_is_refused() {
    let mut desk = Desk::new("2026-11-03T09:00", "FREQ=MONTHLY;BYMONTHDAY=3,17");
    let refused = desk.go(third(), Grip::Whole, wall("2026-11-18T09:00"), Scope::All);
    assert!(
        matches!(refused, Err(Refusal::CannotFollow { .. })),
        "{refused:?}"
    );
    desk.go(third(), Grip::Whole, wall("2026-11-18T09:00"), Scope::This)
        .unwrap();
}

#[test]
fn a_day_on_which_clocks_jump_changes_nothing_for_the_others() {
    let mut desk = Desk::new("2026-03-27T02:00", "FREQ=DAILY;COUNT=5");
    // On the 29th there is no half past two in Berlin.
    let first = Desk::at(1, "2026-03-27T02:00");
    desk.go(first, Grip::Whole, wall("2026-03-27T02:30"), Scope::All)
        .unwrap();
    let in_gap = Desk::at(1, "2026-03-29T02:30");
    desk.rename(in_gap, "Short night", Scope::Following)
        .unwrap();
    check(
        &desk,
        expect![[r#"
        27 Mar 02:30 Pairing
        28 Mar 02:30 Pairing
        29 Mar 02:30 Short night
        30 Mar 02:30 Short night
        31 Mar 02:30 Short night
    "#]],
    );
    let instants: Vec<i64> = desk
        .standing()
        .iter()
        .map(|block| block.span(&desk.zones, &desk.home).start.0)
        .collect();
    let apart: Vec<i64> = instants
        .windows(2)
        .map(|two| (two[1] - two[0]) / 3600)
        .collect();
    assert_eq!(apart, [24, 24, 23, 24]);
    let alone = rhythm(None, Scope::All);
    let mut other = Desk::new("2026-03-27T02:30", "FREQ=DAILY;COUNT=5");
    change_rhythm(&mut other, in_gap, &alone).unwrap();
    check(
        &other,
        expect![[r#"
            29 Mar 03:30 Pairing
        "#]],
    );
    let moved = Desk::at(2, "2026-03-29T02:30");
    desk.go(moved, Grip::Whole, wall("2026-03-29T08:00"), Scope::All)
        .unwrap();
    check(
        &desk,
        expect![[r#"
        27 Mar 02:30 Pairing
        28 Mar 02:30 Pairing
        29 Mar 08:00 Short night
        30 Mar 08:00 Short night
        31 Mar 08:00 Short night
    "#]],
    );
}

#[test]
fn a_series_of_ten_thousand_is_edited_by_its_rows_alone() {
    let mut desk = Desk::new("2026-11-03T09:00", "FREQ=DAILY;COUNT=10000");
    let key = wall("2026-11-17T09:00");
    for scope in [Scope::All, Scope::Following] {
        let to = key + TimeDelta::minutes(15);
        let at = Handle {
            id: BlockId(1),
            at: desk.series(1).times().next(key, 1).first().copied(),
        };
        let edit = desk
            .go(at, Grip::Whole, to + TimeDelta::days(1), scope)
            .unwrap();
        assert!(edit.put.len() <= 2 && edit.removed.is_empty(), "{edit:?}");
    }
    let counts: usize = [1, 2]
        .map(|id| desk.series(id).times().next(desk.from, 20_000).len())
        .iter()
        .sum();
    assert_eq!(counts, 10_000);
}
