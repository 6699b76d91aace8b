//! What each rule and each wish means, one small day each.

use crate::suggest::{
    Breach, Contingency, Cost, Lengths, Lunch, Peak, Plan, Points, Rule, Rules, ShortRuns, Slot,
    Stability, Wanted, Week, Wishes, Work, breaches, cost,
};

/// A day of half hours: `.` free, `x` blocked, T M G fixed, `m` a meeting about management.
fn week(given: &str, wishes: Wishes, rules: Rules) -> Week {
    let slot = |letter| match letter {
        '.' => Slot::Free,
        'x' => Slot::Blocked,
        'm' => Slot::Meeting(Work::Management),
        _ => Slot::Fixed(Work::from_letter(letter).unwrap()),
    };
    Week {
        slot_minutes: 30,
        days: vec![given.chars().map(slot).collect()],
        wishes,
        rules,
        movable: Vec::new(),
    }
}

#[track_caller]
fn check_cost(given: &str, plan: &str, wishes: &Wishes, part: fn(&Cost) -> Points, expected: f64) {
    let week = week(given, wishes.clone(), Rules::default());
    let plan = Plan::from_letters(&[plan]).unwrap();
    let cost = cost(&week, &plan);
    assert_eq!(part(&cost), Points::of(expected));
    assert_eq!(cost.total(), Points::of(expected));
}

#[track_caller]
fn check_rule(rules: &Rules, given: &str, plan: &str, broken: Option<Rule>) {
    let week = week(given, Wishes::default(), rules.clone());
    let plan = Plan::from_letters(&[plan]).unwrap();
    let broken = broken.map(|rule| match rule.is_weekly() {
        true => Breach::Week { rule },
        false => Breach::Day { day: 0, rule },
    });
    assert_eq!(
        breaches(&week, &plan),
        broken.into_iter().collect::<Vec<_>>()
    );
}

#[test]
fn idle_slots_are_skipped_when_switches_are_counted() {
    let wishes = Wishes {
        switch: Points::whole(15),
        ..Wishes::default()
    };
    let part = |cost: &Cost| cost.switches;
    check_cost("....", "TTTT", &wishes, part, 0.0);
    check_cost("....", "T--T", &wishes, part, 0.0);
    check_cost(".m..", "TMT-", &wishes, part, 30.0);
    check_cost("....", "T-GM", &wishes, part, 30.0);
}

#[test]
fn an_idle_slot_ends_a_technical_run_and_a_fixed_one_belongs_to_it() {
    let short = |below| Wishes {
        short_runs: Some(ShortRuns {
            below,
            per_minute: ShortRuns::PER_MINUTE,
        }),
        ..Wishes::default()
    };
    let part = |cost: &Cost| cost.short_runs;
    check_cost(".....", "TT-TT", &short(90), part, 60.0);
    check_cost("..T..", "TTT--", &short(90), part, 0.0);
    check_cost(".....", "TTT-T", &short(91), part, 60.0);
}

#[test]
fn fixed_work_outside_the_best_hours_costs_too() {
    let wishes = Wishes {
        peak: Some(Peak {
            slots: vec![0, 1],
            per_minute: Peak::PER_MINUTE,
        }),
        ..Wishes::default()
    };
    check_cost("...T", "TTMT", &wishes, |cost| cost.off_peak, 7.5);
}

#[test]
fn minutes_under_and_over_are_counted_with_what_is_fixed() {
    let wanted = Wanted {
        minutes: 60,
        under: Points::whole(3),
        over: Points::whole(1),
    };
    let wishes = Wishes {
        wanted: [Some(wanted), None, Some(wanted)],
        ..Wishes::default()
    };
    check_cost(
        "T...",
        "TTTM",
        &wishes,
        |cost| cost.over[0] + cost.under[2],
        30.0 + 180.0,
    );
}

#[test]
fn a_committed_slot_is_moved_when_it_holds_something_else() {
    let wishes = Wishes {
        stability: Some(Stability {
            committed: Plan::from_letters(&["TT-M"]).unwrap(),
            per_minute: Stability::PER_MINUTE,
        }),
        ..Wishes::default()
    };
    check_cost("....", "T-GM", &wishes, |cost| cost.moved, 60.0);
}

#[test]
fn a_tenth_of_the_minutes_that_are_not_blocked_should_stay_open() {
    let wishes = Wishes {
        contingency: Some(Contingency::DEFAULT),
        ..Wishes::default()
    };
    let part = |cost: &Cost| cost.contingency;
    check_cost("..........", "TTTTTTTTTT", &wishes, part, 30.0);
    check_cost("..........", "TTTTTTTTT-", &wishes, part, 0.0);
    check_cost(".....xxxxx", "TTTTTxxxxx", &wishes, part, 15.0);
}

#[test]
fn every_run_of_meetings_after_the_first_is_an_island() {
    let wishes = Wishes {
        island: Points::whole(10),
        ..Wishes::default()
    };
    check_cost("mm.m.Mm", "MM-M-MM", &wishes, |cost| cost.islands, 20.0);
}

#[test]
fn a_block_is_what_the_plan_chose_and_fixed_slots_end_it() {
    let lengths = Lengths {
        least: 60,
        most: 90,
    };
    let rules = Rules {
        blocks: [Some(lengths), None, None],
        ..Rules::default()
    };
    let broken = Some(Rule::Blocks(Work::Technical));
    check_rule(&rules, "....", "TTT-", None);
    check_rule(&rules, "....", "T---", broken);
    check_rule(&rules, "....", "TTTT", broken);
    check_rule(&rules, "..T.", "TTTM", None);
    check_rule(&rules, "..T.", "--TT", broken);
}

#[test]
fn lunch_is_one_pause_inside_its_window() {
    let rules = Rules {
        lunch: Some(Lunch {
            window: 2..5,
            minutes: 60,
        }),
        ..Rules::default()
    };
    check_rule(&rules, "......", "TT--TT", None);
    check_rule(&rules, "...xx.", "TTTxxT", None);
    check_rule(&rules, "......", "TT-T--", Some(Rule::Lunch));
    check_rule(&rules, "......", "T--TTT", Some(Rule::Lunch));
}

#[test]
fn a_stretch_of_work_runs_across_fixed_slots() {
    let rules = Rules {
        stretch: Some(90),
        ..Rules::default()
    };
    check_rule(&rules, ".m..", "TMG-", None);
    check_rule(&rules, ".m..", "TMGG", Some(Rule::Stretch));
}

#[test]
fn technical_work_waits_after_a_meeting() {
    let rules = Rules {
        buffer: Some(15),
        ..Rules::default()
    };
    check_rule(&rules, "m...", "M-TT", None);
    check_rule(&rules, "m...", "MGTT", None);
    check_rule(&rules, "m...", "MT--", Some(Rule::Buffer));
    check_rule(&rules, "mT..", "MT--", None);
    check_rule(&rules, "M...", "MT--", None);
}

#[test]
fn totals_have_a_least_and_a_most() {
    let day = Rules {
        day: Some(90),
        ..Rules::default()
    };
    check_rule(&day, "m...", "MTT-", None);
    check_rule(&day, "m...", "MTTT", Some(Rule::Day));
    let growth = Rules {
        growth: Some(60),
        ..Rules::default()
    };
    check_rule(&growth, "G...", "GG--", None);
    check_rule(&growth, "G...", "GT--", Some(Rule::Growth));
    let week = Rules {
        week: Some(90),
        ..Rules::default()
    };
    check_rule(&week, "G...", "GTTT", Some(Rule::Week));
}

#[test]
fn what_is_given_stays() {
    let week = week("m.x", Wishes::default(), Rules::default());
    for plan in ["TTx", "M--T", "MTT"] {
        let plan = Plan::from_letters(&[plan]).unwrap();
        assert_eq!(breaches(&week, &plan), [Breach::Given { day: 0 }]);
    }
    let plan = Plan::from_letters(&["M-x"]).unwrap();
    assert_eq!(breaches(&week, &plan), []);
    assert_eq!(plan.letters(&week), ["M-x"]);
}
