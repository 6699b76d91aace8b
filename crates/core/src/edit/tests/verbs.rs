//! Everything that is not a gesture.

use super::*;
use crate::block::BlockId;
use expect_test::{Expect, expect};

fn verb(drawing: &str, verb: impl FnOnce(&Drawn) -> Result<Edit, Refusal>, expected: Expect) {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", drawing);
    expected.assert_eq(&drawn.shown(verb(&drawn)));
}

#[test]
fn a_new_block_lands_where_it_was_drawn() {
    let make = |from: &'static str, to: &'static str, zone: Option<&'static str>, others| {
        move |drawn: &Drawn| {
            let (start, end) = (drawn.time(from), drawn.time(to));
            let draft = Draft {
                zone: zone.map(String::from),
                ..Draft::plain("new", Category::Growth, start, end)
            };
            create(&drawn.plan(), &draft, others, &mut identities())
        }
    };
    verb(
        "09-10 write",
        make("9:30", "10", None, Others::Stay),
        expect!["09:00-10:00 write | 09:30-10:00 new (new)"],
    );
    verb(
        "09-10 write",
        make("9:30", "10", None, Others::Push),
        expect!["09:30-10:00 new (new) | 10:00-11:00 write"],
    );
    verb(
        "09-10 write",
        make("9:30", "10", None, Others::Shrink),
        expect!["09:00-09:30 write | 09:30-10:00 new (new)"],
    );
    verb(
        "",
        make("10", "9:30", None, Others::Stay),
        expect!["EndsBeforeStart { field: End }"],
    );
    verb(
        "",
        make("9", "10", Some("europe/berlin"), Others::Stay),
        expect!["09:00-10:00 new (new)"],
    );
    verb(
        "",
        make("9", "10", Some("Mars/Olympus"), Others::Stay),
        expect![[r#"UnknownZone { name: "Mars/Olympus" }"#]],
    );
    verb(
        "",
        make("9", "200", None, Others::Stay),
        expect!["TooLong { minutes: 11460 }"],
    );
}

#[test]
fn copies_follow_what_they_were_made_from() {
    let double = |titles: &'static str| {
        move |drawn: &Drawn| {
            let ids: Vec<Handle> = titles.split(',').map(|title| drawn.id(title)).collect();
            duplicate(&drawn.plan(), &ids, Others::Stay, &mut identities())
        }
    };
    verb(
        "09-10 write | 10-11 mail",
        double("write"),
        expect!["09:00-10:00 write | 10:00-11:00 mail | 10:00-11:00 write (new)"],
    );
    verb(
        "09-10 write | 10:30-11 mail",
        double("mail,write"),
        expect![
            "09:00-10:00 write | 10:30-11:00 mail | 11:00-12:00 write (new) | 12:30-13:00 mail (new)"
        ],
    );
    verb(
        "09-10 write | 33-34 mail",
        double("mail,write"),
        expect![
            "09:00-10:00 write | 10:00-11:00 write (new) | +1d 09:00-+1d 10:00 mail | +1d 10:00-+1d 11:00 mail (new)"
        ],
    );
}

#[test]
fn a_split_block_is_two_that_touch() {
    let cut = |at: &'static str| {
        move |drawn: &Drawn| {
            let plan = drawn.plan();
            split(&plan, BlockId(1).into(), drawn.time(at), &mut identities())
        }
    };
    verb(
        "09-10 write",
        cut("9:40"),
        expect!["09:00-09:40 write | 09:40-10:00 write (new)"],
    );
    verb(
        "09-10 write",
        cut("10"),
        expect![[r#"SplitOutside { id: Handle { id: BlockId(1), at: None }, title: "write" }"#]],
    );
    verb(
        "09-10 write",
        cut("9:58"),
        expect![[
            r#"TooShort { id: Handle { id: BlockId(1), at: None }, title: "write", minutes: 2 }"#
        ]],
    );
    verb(
        "09-10 write!",
        cut("9:30"),
        expect![[r#"Locked { id: Handle { id: BlockId(1), at: None }, title: "write" }"#]],
    );
    verb(
        "09-10 write@America/New_York",
        cut("15:30"),
        expect!["09:00-09:30 write | 09:30-10:00 write (new)"],
    );
}

#[test]
fn removed_blocks_are_gone_even_locked_ones() {
    verb(
        "09-10 write! | 10-11 mail",
        |drawn| remove(&drawn.plan(), &[drawn.id("write")]),
        expect!["10:00-11:00 mail"],
    );
    verb(
        "09-10 write",
        |drawn| remove(&drawn.plan(), &[]),
        expect!["NothingSelected"],
    );
}

#[test]
fn a_category_changes_only_where_it_is_another() {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", "09-10 write! | 10-11 mail");
    let ids = [BlockId(1), BlockId(2)].map(Handle::from);
    let edit = recategorize(&drawn.plan(), &ids, Category::Growth).unwrap();
    assert_eq!(edit.put.len(), 2);
    assert!(
        edit.put
            .iter()
            .all(|block| block.category == Category::Growth)
    );
    let same = recategorize(&drawn.plan(), &ids, Category::Technical).unwrap();
    assert!(same.is_empty());
}

#[test]
fn fields_change_and_say_which_of_them_is_wrong() {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", "09-10 write | 11-12 mail!");
    let patch = |patch: Patch| change(&drawn.plan(), BlockId(1).into(), &patch);
    let field = |refused: Result<Edit, Refusal>| refused.unwrap_err().field();

    let edit = patch(Patch {
        title: Some("read".into()),
        zone: Some(Some("america/new_york".into())),
        ..Patch::default()
    })
    .unwrap();
    assert_eq!(edit.put[0].title, "read");
    assert_eq!(edit.put[0].zone.as_deref(), Some("America/New_York"));
    assert_eq!(edit.put[0].start, drawn.time("9"));

    let start = Some(drawn.time("10"));
    let end = Some(drawn.time("9"));
    let zone = Some(Some("Nowhere".into()));
    let title = Some("x".repeat(501));
    assert_eq!(
        field(patch(Patch {
            start,
            ..Patch::default()
        })),
        Some(Field::Start)
    );
    assert_eq!(
        field(patch(Patch {
            end,
            ..Patch::default()
        })),
        Some(Field::End)
    );
    assert_eq!(
        field(patch(Patch {
            zone,
            ..Patch::default()
        })),
        Some(Field::Zone)
    );
    assert_eq!(
        field(patch(Patch {
            title,
            ..Patch::default()
        })),
        Some(Field::Title)
    );
    assert!(patch(Patch::default()).unwrap().is_empty());
}

#[test]
fn the_time_of_a_locked_block_changes_only_with_its_unlocking() {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", "09-10 write!");
    let mut patch = Patch {
        end: Some(drawn.time("11")),
        ..Patch::default()
    };
    let refused = change(&drawn.plan(), BlockId(1).into(), &patch);
    assert!(matches!(refused, Err(Refusal::Locked { .. })));
    patch.locked = Some(false);
    assert!(change(&drawn.plan(), BlockId(1).into(), &patch).is_ok());
}
