//! Drawings in, drawings out: `09-10 write | 10-11 mail` are blocks of one day, `!` locks a block,
//! `#` marks a stretch that an imported event holds.

use super::*;
use crate::block::Block;
use crate::category::Category;
use crate::time::{Span, Zone, Zones};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use expect_test::{Expect, expect};

mod properties;

pub(super) const NOW: i64 = 1_700_000_000;

#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) blocks: Vec<Block>,
    pub(super) fixed: Vec<Span>,
    pub(super) zones: Zones,
    pub(super) home: Zone,
    pub(super) day: NaiveDate,
}

impl Drawn {
    pub(super) fn on(day: NaiveDate, home: &str) -> Drawn {
        let zones = Zones::bundled();
        let home = zones.get(home).unwrap();
        Drawn {
            blocks: Vec::new(),
            fixed: Vec::new(),
            zones,
            home,
            day,
        }
    }

    fn read(day: &str, home: &str, drawing: &str) -> Drawn {
        let mut drawn = Drawn::on(day.parse().unwrap(), home);
        for part in drawing
            .split('|')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let (times, name) = part.split_once(' ').unwrap();
            let (start, end) = times.split_once('-').unwrap();
            let (start, end) = (drawn.time(start), drawn.time(end));
            if let Some(_event) = name.strip_prefix('#') {
                let span = Span::new(drawn.home.instant(start), drawn.home.instant(end));
                drawn.fixed.push(span);
                continue;
            }
            let (name, zone) = match name.split_once('@') {
                Some((name, zone)) => (name, Some(zone.to_string())),
                None => (name, None),
            };
            let id = BlockId(drawn.blocks.len() as u32 + 1);
            let mut block = block(id, name.trim_end_matches('!'), start, end);
            block.locked = name.ends_with('!');
            block.zone = zone;
            drawn.blocks.push(block);
        }
        drawn
    }

    pub(super) fn plan(&self) -> Plan<'_> {
        Plan {
            blocks: &self.blocks,
            fixed: &self.fixed,
            zones: &self.zones,
            home: &self.home,
            day_start: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
            now: NOW,
        }
    }

    /// `9`, `09:30`, or past midnight `25:30`.
    fn time(&self, text: &str) -> NaiveDateTime {
        let (hours, minutes) = text.split_once(':').unwrap_or((text, "0"));
        let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
        self.day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes)
    }

    fn id(&self, title: &str) -> BlockId {
        let named = |block: &&Block| block.title == title;
        self.blocks
            .iter()
            .find(named)
            .map_or(BlockId(99), |block| block.id)
    }

    fn draw(&self, edit: &Edit) -> String {
        let mut blocks = edit.applied(&self.blocks);
        blocks.sort_by_key(|block| (block.start, block.end, block.id));
        let time = |time: NaiveDateTime| {
            let days = (time.date() - self.day).num_days();
            let day = if days == 0 {
                String::new()
            } else {
                format!("{days:+}d ")
            };
            format!("{day}{}", time.format("%H:%M"))
        };
        let drawn = blocks.iter().map(|block| {
            let mark = if edit.new.contains(&block.id) {
                " (new)"
            } else {
                ""
            };
            format!(
                "{}-{} {}{mark}",
                time(block.start),
                time(block.end),
                block.title
            )
        });
        drawn.collect::<Vec<_>>().join(" | ")
    }

    fn shown(&self, result: Result<Edit, Refusal>) -> String {
        match result {
            Ok(edit) => self.draw(&edit),
            Err(refusal) => format!("{refusal:?}"),
        }
    }

    fn drag(&self, words: &str) -> Result<Edit, Refusal> {
        let mut gesture = Gesture {
            blocks: Vec::new(),
            grip: Grip::Whole,
            others: Others::Stay,
            carry: Carry::Move,
            to: self.time("0"),
        };
        let mut step = TimeDelta::zero();
        for word in words.split(' ') {
            match word {
                "start" => gesture.grip = Grip::Start,
                "end" => gesture.grip = Grip::End,
                "push" => gesture.others = Others::Push,
                "shrink" => gesture.others = Others::Shrink,
                "copy" => gesture.carry = Carry::Copy,
                _ if word.starts_with(['+', '-']) => {
                    let sign = if word.starts_with('-') { -1 } else { 1 };
                    let number = word[1..word.len() - 1].parse::<i64>().unwrap() * sign;
                    step = match word.chars().last() {
                        Some('d') => TimeDelta::days(number),
                        Some('h') => TimeDelta::hours(number),
                        _ => TimeDelta::minutes(number),
                    };
                }
                _ => gesture.blocks = word.split(',').map(|title| self.id(title)).collect(),
            }
        }
        if let Some(block) = self
            .blocks
            .iter()
            .find(|block| Some(&block.id) == gesture.blocks.first())
        {
            let span = block.span(&self.zones, &self.home);
            let edge = if gesture.grip == Grip::End {
                span.end
            } else {
                span.start
            };
            gesture.to = self.home.wall(edge) + step;
        }
        drag(&self.plan(), &gesture, &mut identities())
    }
}

pub(super) fn identities() -> impl FnMut() -> (BlockId, String) {
    let mut last = 1000;
    move || {
        last += 1;
        (BlockId(last), format!("uid-{last}"))
    }
}

pub(super) fn block(id: BlockId, title: &str, start: NaiveDateTime, end: NaiveDateTime) -> Block {
    Block {
        id,
        uid: format!("uid-{}", id.0),
        title: title.into(),
        category: Category::Technical,
        start,
        end,
        zone: None,
        notes: String::new(),
        location: String::new(),
        locked: false,
        sequence: 3,
        created: 1,
        modified: 2,
    }
}

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
        expect![[r#"NoRoom { id: BlockId(2), title: "mail", day: 2026-11-17 }"#]],
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
        expect![[r#"WouldVanish { id: BlockId(2), title: "mail" }"#]],
    );
    check(
        "09-10 write | 10-11 mail",
        "write +1h shrink",
        expect![[r#"WouldVanish { id: BlockId(2), title: "mail" }"#]],
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
        expect![[r#"TooShort { id: BlockId(1), title: "write", minutes: 3 }"#]],
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
        expect![[r#"Locked { id: BlockId(1), title: "write" }"#]],
    );
    check(
        "09-10 write",
        "nobody +1h",
        expect!["Gone { id: BlockId(99) }"],
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
        expect![[r#"NoRoom { id: BlockId(2), title: "mail", day: 2026-03-28 }"#]],
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
    assert_eq!(copied.new, [BlockId(1001)]);
}

#[test]
fn a_gesture_that_ends_where_it_began_changes_nothing() {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", "09-11 write | 10-11 mail");
    assert!(drawn.drag("write +0m push").unwrap().is_empty());
}

fn verb(drawing: &str, verb: impl FnOnce(&Drawn) -> Result<Edit, Refusal>, expected: Expect) {
    let drawn = Drawn::read("2026-11-17", "Europe/Berlin", drawing);
    expected.assert_eq(&drawn.shown(verb(&drawn)));
}

#[test]
fn a_new_block_lands_where_it_was_drawn() {
    let make = |from: &'static str, to: &'static str, zone: Option<&'static str>, others| {
        move |drawn: &Drawn| {
            let draft = Draft {
                title: "new".into(),
                category: Category::Growth,
                start: drawn.time(from),
                end: drawn.time(to),
                zone: zone.map(String::from),
                notes: String::new(),
                location: String::new(),
                locked: false,
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
            let ids: Vec<BlockId> = titles.split(',').map(|title| drawn.id(title)).collect();
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
            split(&plan, BlockId(1), drawn.time(at), &mut identities())
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
        expect![[r#"SplitOutside { id: BlockId(1), title: "write" }"#]],
    );
    verb(
        "09-10 write",
        cut("9:58"),
        expect![[r#"TooShort { id: BlockId(1), title: "write", minutes: 2 }"#]],
    );
    verb(
        "09-10 write!",
        cut("9:30"),
        expect![[r#"Locked { id: BlockId(1), title: "write" }"#]],
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
    let ids = [BlockId(1), BlockId(2)];
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
    let patch = |patch: Patch| change(&drawn.plan(), BlockId(1), &patch);
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
    let refused = change(&drawn.plan(), BlockId(1), &patch);
    assert!(matches!(refused, Err(Refusal::Locked { .. })));
    patch.locked = Some(false);
    assert!(change(&drawn.plan(), BlockId(1), &patch).is_ok());
}
