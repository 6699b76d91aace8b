//! What holds for every week, however odd: on days that clocks make longer or shorter, with
//! overlaps, over the week's edges.

use crate::category::Category;
use crate::metrics::{
    Adherence, By, Entry, Figures, Planned, Record, Rules, displaced, figures, ledger,
};
use crate::steps::steps;
use crate::stretch::Stretch;
use crate::time::{Instant, Span, Zones};
use crate::week::Week;
use chrono::NaiveTime;
use proptest::prelude::*;
use serde_json::Value;

/// Weeks with and without a change of clocks: Berlin both ways, Lord Howe by half an hour, Beirut at
/// midnight.
const PLACES: [(&str, &str); 6] = [
    ("Europe/Berlin", "2026-03-23"),
    ("Europe/Berlin", "2026-10-19"),
    ("Australia/Lord_Howe", "2026-03-30"),
    ("Asia/Beirut", "2026-03-23"),
    ("America/New_York", "2026-10-26"),
    ("UTC", "2026-03-02"),
];

fn week() -> impl Strategy<Value = Record> {
    let place = prop::sample::select(&PLACES[..]);
    (place, prop::sample::select(vec![0u32, 4, 6])).prop_map(|((zone, first), hour)| {
        let home = Zones::bundled().get(zone).unwrap();
        let boundary = NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let week = Week::new(first.parse().unwrap(), boundary, &home);
        let mut rules = Rules::default();
        rules.work_hours[6] = rules.work_hours[0];
        Record::empty(week, home, rules)
    })
}

/// A stretch around the week, in five-minute steps from six hours before it on, which favours short
/// ones, touching ones and the week's edges.
fn stretch() -> impl Strategy<Value = (i64, i64, Category, bool)> {
    let start = prop_oneof![0i64..2160, Just(72), Just(72 + 2016), 72i64..130];
    let length = prop_oneof![1i64..40, Just(1), Just(12), 1i64..400];
    let category = prop::sample::select(&Category::ALL[..]);
    (start, length, category, any::<bool>())
}

fn placed(week: &Week, (start, length, category, meeting): (i64, i64, Category, bool)) -> Stretch {
    let start = week.span().start.plus_seconds(start * 300 - 6 * 3600);
    Stretch {
        span: Span::new(start, start.plus_seconds(length * 300)),
        category,
        meeting,
    }
}

fn records() -> impl Strategy<Value = Record> {
    let entry = (stretch(), prop::option::of(0u8..=100));
    let blocks = || prop::collection::vec((stretch(), 0u8..8, 0usize..4), 0..20);
    let entries = prop::collection::vec(entry, 0..30);
    (week(), blocks(), blocks(), entries).prop_map(|(record, planned, committed, entries)| {
        let week = record.week;
        let plan = |blocks: Vec<(_, u8, usize)>| -> Vec<Planned> {
            let blocks = blocks.into_iter().enumerate();
            let blocks = blocks.map(|(index, (stretch, flags, tag))| Planned {
                id: Some(index.to_string()),
                tags: vec![["hobby", "exercise", "relationship", "peer"][tag].into()],
                ticked: flags == 1,
                contingency: flags == 2,
                ..Planned::new(placed(&week, stretch))
            });
            blocks.collect()
        };
        let entries = entries.into_iter().map(|(stretch, lead_pct)| Entry {
            lead_pct,
            ..Entry::new(placed(&week, stretch))
        });
        Record {
            planned: plan(planned),
            committed: Some(plan(committed)),
            actual: entries.collect(),
            ..record
        }
    })
}

/// When something came up, seconds after the week began.
fn noted() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0i64..700_000, 0..6)
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

fn ratio(value: Option<f64>) -> bool {
    value.is_none_or(|value| (0.0..=1.0 + 1e-9).contains(&value))
}

fn adds_up(found: &Adherence) -> bool {
    let every = found.by_category.iter().all(|one| {
        let parts = [one.kept, one.moved, one.missed, one.unplanned];
        same(one.planned, one.kept + one.moved + one.missed)
            && parts.iter().all(|part| 0.0 <= *part)
    });
    every
        && same(found.planned, found.kept + found.moved + found.missed)
        && found.recall.is_some() == (0.0 < found.planned)
        && found.blocks_on_time <= found.blocks_started
        && found.start_delays_min.len() == found.blocks_started as usize
        && [found.recall, found.volume, found.precision, found.jaccard]
            .into_iter()
            .chain([found.completion, found.on_time])
            .all(ratio)
}

/// Whether every number of some JSON is a number: what is not finite is written as `null`.
fn nulls(value: &Value) -> usize {
    match value {
        Value::Null => 1,
        Value::Array(values) => values.iter().map(nulls).sum(),
        Value::Object(values) => values.values().map(nulls).sum(),
        _ => 0,
    }
}

/// How many ratios have nothing to divide by, and how many days are too short to ask about lunch.
fn absent(found: &Figures) -> usize {
    let of = |found: &Adherence| {
        [found.recall, found.precision, found.jaccard, found.volume]
            .into_iter()
            .chain([found.completion, found.on_time])
            .filter(Option::is_none)
            .count()
    };
    let balance = &found.balance;
    usize::from(balance.shares.is_none())
        + usize::from(balance.tvd.is_none())
        + usize::from(balance.minutes_to_move.is_none())
        + of(&found.adherence)
        + found.commitment_adherence.as_ref().map_or(0, of)
        + usize::from(found.focus.deep_share.is_none())
        + usize::from(found.switches.per_work_hour.is_none())
        + usize::from(found.meetings.meeting_share.is_none())
        + usize::from(found.lead.lead_share.is_none())
        + usize::from(found.lead.deviation.is_none())
        + found
            .breaks
            .iter()
            .filter(|day| day.lunch.is_none())
            .count()
        + found
            .reshuffle
            .map_or(0, |one| usize::from(one.plan_stability.is_none()))
}

proptest! {
    #[test]
    fn every_missed_minute_is_in_the_ledger_once(record in records(), noted in noted()) {
        let within = record.within();
        let plan = &record.planned;
        let actual: Vec<Stretch> = record.actual.iter().map(|entry| entry.stretch).collect();
        let noted: Vec<Instant> = noted.iter().map(|at| within.start.plus_seconds(*at)).collect();
        let missed = displaced(plan, &actual, &noted, within);
        let kept = figures(&record).adherence.by_category;
        for (category, kept) in Category::ALL.into_iter().zip(kept) {
            let all = ledger(&missed, category, |by| by);
            let whole: i64 = all.iter().map(|(_, seconds)| seconds).sum();
            let planned = (kept.planned * 60.0).round() as i64;
            prop_assert_eq!(whole, planned - (kept.kept * 60.0).round() as i64);
            let one = ledger(&missed, category, |_| ());
            prop_assert!(one.iter().all(|(_, seconds)| *seconds == whole));
        }
        for one in &missed {
            let block = &plan[one.of].stretch;
            prop_assert_eq!(one.category, block.category);
            prop_assert_eq!(one.span.intersection(block.span), one.span);
            // The parts fill the stretch, in order and without gaps.
            let mut from = one.span.start;
            for part in &one.parts {
                prop_assert_eq!(part.span.start, from);
                prop_assert!(0 < part.span.seconds());
                from = part.span.end;
                if let By::Entry(entry) = part.by {
                    prop_assert_eq!(part.span.intersection(actual[entry].span), part.span);
                    prop_assert!(actual[entry].category != one.category);
                } else {
                    prop_assert!(actual.iter().all(|entry| !entry.span.overlaps(part.span)));
                }
            }
            prop_assert_eq!(from, one.span.end);
        }
    }

    #[test]
    fn what_was_planned_was_kept_or_moved_or_missed(record in records()) {
        let found = figures(&record);
        prop_assert!(adds_up(&found.adherence), "{:?}", found.adherence);
        let committed = found.commitment_adherence.unwrap();
        prop_assert!(adds_up(&committed), "{committed:?}");
        let reshuffle = found.reshuffle.unwrap();
        prop_assert!(ratio(reshuffle.plan_stability));
        let changed = reshuffle.blocks_changed + reshuffle.blocks_deleted;
        prop_assert_eq!(reshuffle.reshuffle_count, changed);
    }

    #[test]
    fn no_minute_of_work_is_lost_where_clocks_jump(record in records()) {
        let found = figures(&record);
        let work = found.load_rest.work_minutes;
        prop_assert!(same(found.balance.work_minutes(), work));
        let weekdays = Record {
            rules: Rules { work_hours: [None; 7], ..record.rules.clone() },
            ..record.clone()
        };
        prop_assert!(same(figures(&weekdays).load_rest.weekend, work));
        prop_assert!(found.load_rest.after_hours + found.load_rest.weekend <= work + 1e-6);
        let stretches = found.breaks.iter().map(|day| day.longest_stretch);
        prop_assert!(stretches.fold(0.0, f64::max) + found.load_rest.longest_rest
            <= record.within().seconds() as f64 / 60.0 + 1e-6);
    }

    #[test]
    fn shares_sum_to_one_and_nothing_is_not_a_number(record in records()) {
        let found = figures(&record);
        if let Some(shares) = found.balance.shares {
            prop_assert!(same(shares.total(), 1.0));
        }
        prop_assert!(ratio(found.balance.tvd) && ratio(found.lead.lead_share));
        prop_assert!(ratio(found.meetings.meeting_share) && ratio(found.focus.deep_share));
        let written = serde_json::to_value(&found).unwrap();
        prop_assert_eq!(nulls(&written), absent(&found), "{}", written);
    }

    #[test]
    fn cutting_the_week_first_changes_nothing(record in records()) {
        let within = record.within();
        let mut cut = record.clone();
        for entry in &mut cut.actual {
            entry.stretch.span = entry.stretch.span.intersection(within);
        }
        cut.actual.retain(|entry| 0 < entry.stretch.span.seconds());
        prop_assert_eq!(figures(&cut), figures(&record));
    }
}

/// A record with many blocks and entries, some of them long.
fn crowded(count: i64) -> Record {
    let home = Zones::bundled().get("Europe/Berlin").unwrap();
    let week = Week::new("2026-03-23".parse().unwrap(), NaiveTime::MIN, &home);
    let made = (0..count).map(|index| {
        let start = week.span().start.plus_seconds(index * 7919 % 590_000);
        let length = if index % 10 == 0 { 90_000 } else { 60 };
        Stretch {
            span: Span::new(start, start.plus_seconds(length)),
            category: Category::ALL[index as usize % 4],
            meeting: index % 3 == 0,
        }
    });
    let made: Vec<Stretch> = made.collect();
    let plan: Vec<Planned> = made.iter().copied().map(Planned::new).collect();
    Record {
        planned: plan.clone(),
        committed: Some(plan),
        actual: made.iter().rev().copied().map(Entry::new).collect(),
        ..Record::empty(week, home, Rules::default())
    }
}

#[test]
fn sixteen_times_the_week_takes_about_sixteen_times_the_steps() {
    let taken = |count| {
        let record = crowded(count);
        let actual: Vec<Stretch> = record.actual.iter().map(|entry| entry.stretch).collect();
        steps(|| {
            drop(figures(&record));
            drop(displaced(&record.planned, &actual, &[], record.within()));
        }) as f64
    };
    let (few, many) = (400, 16 * 400);
    // n log n: sixteen times the stretches, each with half as many comparisons more.
    let times = 16.0 * f64::from(many as i32).log2() / f64::from(few as i32).log2();
    let (little, much) = (taken(few), taken(many));
    assert!(few as f64 <= little, "{little} steps are counted");
    assert!(much <= 1.1 * times * little, "{little} became {much}");
}
