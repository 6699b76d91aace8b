//! Weeks as files hold them.

use crate::suggest::{
    Effort, Flaw, Instance, Lengths, Lunch, Misread, NoPlan, Place, Points, Rules, Slot, Week,
    Wishes, Work, suggest,
};
use serde_json::{Value, json};

fn read(keys: Value) -> Result<Week, Misread> {
    let instance: Instance = serde_json::from_value(keys).unwrap();
    Week::try_from(instance)
}

#[test]
fn what_a_file_does_not_name_does_not_apply() {
    let week = read(json!({"D": 1, "n": 3, "q": 30, "name": "bare", "seed": 7})).unwrap();
    assert_eq!(week.wishes, Wishes::default());
    assert_eq!(week.rules, Rules::default());
    let found = suggest(&week, Effort::DEFAULT).unwrap();
    assert_eq!(found.cost.total(), Points::ZERO);
    assert_eq!(found.as_good, Some(64));
}

#[test]
fn every_rule_and_every_wish_can_be_named() {
    let week = read(json!({
        "D": 2, "n": 8, "q": 30,
        "fixed": [[0, 0, "M"], [0, 1, "T"], [1, 7, "x"]],
        "tgt": {"T": 120}, "wu": {"T": 3}, "wo": 1, "ws": 15, "short": 90, "peak": [0, 1],
        "hard": {"blocks": {"G": [30, 120]}, "growth": 30, "day": 240, "week": 400,
                 "lunch": {"slots": [3, 5], "minutes": 30}, "stretch": 120, "buffer": 15},
        "committed": ["MT--TTTT", "-------x"], "wm": 3, "contingency": 0.2, "wi": 10,
        "movable": [{"what": "M", "slots": 2, "places": [[1, 0], [1, 2]]}],
    }));
    let week = week.unwrap();
    assert_eq!(week.days[0][0], Slot::Meeting(Work::Management));
    assert_eq!(week.days[0][1], Slot::Fixed(Work::Technical));
    assert_eq!(week.days[1][7], Slot::Blocked);
    let blocks = [
        None,
        None,
        Some(Lengths {
            least: 30,
            most: 120,
        }),
    ];
    let lunch = Some(Lunch {
        window: 3..5,
        minutes: 30,
    });
    let (growth, day, most) = (Some(30), Some(240), Some(400));
    let (stretch, buffer) = (Some(120), Some(15));
    let rules = Rules {
        blocks,
        growth,
        day,
        week: most,
        lunch,
        stretch,
        buffer,
        kept: None,
        spared: Vec::new(),
    };
    assert_eq!(week.rules, rules);
    assert_eq!(
        week.wishes.stability.as_ref().unwrap().per_minute,
        Points::whole(3)
    );
    assert_eq!(week.movable[0].places[1], Place { day: 1, slot: 2 });
    let found = suggest(&week, Effort::DEFAULT).unwrap();
    assert!(found.optimal);
    assert_eq!(found.meetings.len(), 1);
}

#[test]
fn what_means_nothing_is_named() {
    let fixed = |entry: Value| read(json!({"D": 1, "n": 3, "q": 30, "fixed": [entry]}));
    assert_eq!(
        fixed(json!([0, 3, "M"])),
        Err(Misread::Outside { day: 0, slot: 3 })
    );
    assert_eq!(
        fixed(json!([1, 0, "M"])),
        Err(Misread::Outside { day: 1, slot: 0 })
    );
    assert_eq!(fixed(json!([0, 0, "m"])), Err(Misread::Letter('m')));
    assert_eq!(
        read(json!({"D": 1_000_000, "n": 1_000_000, "q": 1})),
        Err(Misread::Grid)
    );
    let committed = read(json!({"D": 1, "n": 1, "q": 30, "committed": ["?"]}));
    assert_eq!(committed, Err(Misread::Committed));
}

#[test]
fn a_week_that_contradicts_itself_is_refused() {
    for (keys, flaw) in [
        (json!({"D": 0, "n": 3, "q": 30}), Flaw::Days),
        (json!({"D": 1, "n": 0, "q": 30}), Flaw::Slots),
        (json!({"D": 1, "n": 3, "q": 0}), Flaw::SlotMinutes),
        (json!({"D": 1, "n": 3, "q": 30, "ws": -1}), Flaw::Weight),
        (json!({"D": 1, "n": 3, "q": 30, "ws": 1e300}), Flaw::Weight),
        (
            json!({"D": 1, "n": 3, "q": 30, "tgt": {"T": 4_000_000_000u32}}),
            Flaw::Wanted,
        ),
        (
            json!({"D": 1, "n": 3, "q": 30, "committed": ["TT"]}),
            Flaw::Committed,
        ),
        (
            json!({"D": 1, "n": 3, "q": 30, "contingency": 1.5}),
            Flaw::Share,
        ),
        (
            json!({"D": 1, "n": 3, "q": 30, "hard": {"lunch": {"slots": [2, 4], "minutes": 30}}}),
            Flaw::LunchWindow,
        ),
        (
            json!({"D": 1, "n": 3, "q": 30,
                   "movable": [{"what": "M", "slots": 1, "places": [[0, 3]]}]}),
            Flaw::Movable,
        ),
    ] {
        let week = read(keys.clone()).unwrap();
        assert_eq!(
            suggest(&week, Effort::DEFAULT),
            Err(NoPlan::Flaw(flaw)),
            "{keys}"
        );
    }
}
