//! Random series against sets of dates: a cut loses and adds nothing, a move moves all.

use super::super::{Ends, Every, MonthDay, Repeat, Series};
use super::all;
use crate::event::Recurrence;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use proptest::prelude::*;

fn any_weekday() -> impl Strategy<Value = Weekday> {
    (0u8..7).prop_map(|number| Weekday::try_from(number).unwrap())
}

fn any_repeat() -> impl Strategy<Value = Repeat> {
    let every = prop_oneof![
        Just(Every::Daily),
        prop::collection::vec(any_weekday(), 0..4).prop_map(|days| Every::Weekly { days }),
        prop_oneof![1i8..=31, Just(-1i8)].prop_map(|day| Every::MonthlyOn { day: MonthDay(day) }),
        (prop_oneof![1i8..=5, Just(-1i8)], any_weekday())
            .prop_map(|(nth, weekday)| Every::MonthlyNth { nth, weekday }),
        Just(Every::Yearly),
    ];
    let ends = prop_oneof![
        Just(Ends::Never),
        (0u64..900).prop_map(|days| Ends::Until {
            day: NaiveDate::from_ymd_opt(2027, 1, 1).unwrap() + Days::new(days)
        }),
        (1u32..60).prop_map(|times| Ends::Count { times }),
    ];
    (every, 1u32..5, ends)
        .prop_map(|(every, interval, ends)| Repeat::new(every, interval).ending(ends))
}

fn any_wall() -> impl Strategy<Value = NaiveDateTime> {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    (0u64..1000, 0i64..288).prop_map(move |(day, five_minutes)| {
        NaiveDateTime::from(first + Days::new(day)) + TimeDelta::minutes(5 * five_minutes)
    })
}

/// A series of the editor, or one whose rule says more than that.
fn any_rule() -> impl Strategy<Value = String> {
    let more = prop::sample::select(vec![
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=DAILY;BYHOUR=9,14,17",
        "FREQ=YEARLY;BYMONTH=3,11;BYDAY=1SU",
        "FREQ=DAILY;INTERVAL=3;BYDAY=MO,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=MONTHLY",
    ]);
    let ends = prop_oneof![
        Just(String::new()),
        (1u32..60).prop_map(|count| format!(";COUNT={count}")),
        Just(";UNTIL=20290101T120000".to_string()),
        Just(";UNTIL=20290101".to_string()),
    ];
    prop_oneof![
        3 => any_repeat().prop_map(|repeat| repeat.to_rule()),
        1 => (more, ends).prop_map(|(rule, ends)| format!("{rule}{ends}")),
    ]
}

/// A series with some of its own times left out, some other ones too, and further ones.
fn any_series() -> impl Strategy<Value = Series> {
    let picks = prop::collection::vec(any::<prop::sample::Index>(), 0..4);
    let further = prop::collection::vec(1i64..30_000, 0..3);
    (any_wall(), any_rule(), picks.clone(), picks, further).prop_map(
        |(start, rule, out, days, further)| {
            let mut series = Series::new(start, rule);
            let keys = all(&series, start);
            series.recurrence = Recurrence {
                except: out.iter().map(|index| *index.get(&keys)).collect(),
                except_days: days.iter().map(|index| index.get(&keys).date()).collect(),
                extra: further
                    .iter()
                    .map(|hours| (start + TimeDelta::hours(*hours), None))
                    .collect(),
                ..series.recurrence
            };
            series
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_cut_neither_loses_nor_adds_a_time(
        series in any_series(),
        at in any::<prop::sample::Index>(),
        aside in prop_oneof![2 => Just(0i64), 1 => -3000i64..3000],
    ) {
        let whole = all(&series, series.start);
        prop_assume!(!whole.is_empty());
        let key = *at.get(&whole) + TimeDelta::minutes(aside);
        let (before, rest) = (series.cut_before(key), series.rest_from(key));
        let times = |part: &Option<Series>| match part {
            Some(part) => all(part, series.start),
            None => Vec::new(),
        };
        let (before, rest) = (times(&before), times(&rest));
        prop_assert!(before.iter().all(|time| *time < key), "{before:?}");
        prop_assert!(rest.iter().all(|time| key <= *time), "{rest:?}");
        prop_assert_eq!([before, rest].concat(), whole);
    }

    #[test]
    fn a_series_by_days_or_weeks_moves_as_a_whole(
        repeat in any_repeat(),
        start in any_wall(),
        out in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        at in any::<prop::sample::Index>(),
        minutes in -20_000i64..20_000,
    ) {
        if !matches!(repeat.every, Every::Daily | Every::Weekly { .. }) {
            return Ok(());
        }
        let Ok(mut series) = repeat.series(start) else { return Ok(()) };
        let keys = all(&series, series.start);
        series.recurrence.except = out.iter().map(|index| *index.get(&keys)).collect();
        let step = TimeDelta::minutes(5 * minutes);
        let from = *at.get(&keys);
        let shift = series.shift(from, from + step).unwrap();
        let expected: Vec<_> = all(&series, series.start).iter().map(|key| *key + step).collect();
        prop_assert_eq!(all(&shift.series, series.start + step), expected);
    }

    #[test]
    fn a_series_by_dates_takes_place_where_one_of_its_times_was_moved_to(
        repeat in any_repeat(),
        start in any_wall(),
        at in any::<prop::sample::Index>(),
        minutes in -4_000i64..4_000,
    ) {
        let Ok(series) = repeat.series(start) else { return Ok(()) };
        let keys = all(&series, series.start);
        let from = *at.get(&keys);
        let to = from + TimeDelta::minutes(5 * minutes);
        let shift = series.shift(from, to).unwrap();
        prop_assert!(shift.series.names(to), "{:?}", shift);
        prop_assert_eq!(shift.key(from), Some(to));
        prop_assert_eq!(shift.series.first(), Some(shift.series.start));
        // Where every month has both dates, all times go along and none is added.
        let early = |day: u32| day <= 28;
        if keys.iter().all(|key| early(key.day())) && early(to.day()) {
            let moved: Option<Vec<_>> = keys.iter().map(|key| shift.key(*key)).collect();
            let fifth = matches!(repeat.every, Every::MonthlyNth { .. });
            if let (Some(moved), false) = (moved, fifth) {
                let horizon = *moved.last().unwrap();
                let mut now = all(&shift.series, shift.series.start);
                if repeat.ends == Ends::Never {
                    now.retain(|key| *key <= horizon);
                }
                prop_assert_eq!(now, moved);
            }
        }
    }

    #[test]
    fn a_repeat_is_read_back_from_its_series(repeat in any_repeat(), start in any_wall()) {
        let Ok(series) = repeat.series(start) else { return Ok(()) };
        let rule = series.recurrence.rule.as_deref().unwrap();
        let back = Repeat::from_rule(rule, series.start).unwrap();
        prop_assert_eq!(back.to_rule(), repeat.to_rule());
        prop_assert_eq!(series.first(), Some(series.start));
    }
}
