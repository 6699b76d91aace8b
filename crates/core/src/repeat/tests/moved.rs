//! Series cut, moved and begun: examples whose answers can be seen in a calendar.

use super::super::{Ends, Every, MonthDay, Repeat, Unusable};
use super::{series, wall};
use chrono::Weekday;

/// The rule after `from` was moved to `to`, and the first time.
fn moved(start: &str, rule: &str, from: &str, to: &str) -> (String, String) {
    let shift = series(start, rule, &[])
        .shift(wall(from), wall(to))
        .unwrap();
    assert_eq!(shift.key(wall(from)), Some(wall(to)));
    let start = shift.series.start.format("%Y-%m-%dT%H:%M").to_string();
    (shift.series.recurrence.rule.unwrap(), start)
}

#[test]
fn weekdays_and_the_end_follow_a_series_that_is_moved() {
    let (rule, start) = moved(
        "2026-11-16T09:00",
        "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261218T235959",
        "2026-11-18T09:00",
        "2026-11-19T10:30",
    );
    assert_eq!(rule, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261219T235959");
    assert_eq!(start, "2026-11-17T10:30");
}

#[test]
fn days_of_every_second_week_stay_together_across_the_end_of_the_week() {
    let (rule, _) = moved(
        "2026-11-16T09:00",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
        "2026-11-16T09:00",
        "2026-11-17T09:00",
    );
    assert_eq!(rule, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;WKST=TU");
}

#[test]
fn a_date_of_the_month_follows_and_the_last_day_stays_the_last() {
    let on = |rule, from, to| moved("2026-01-31T09:00", rule, from, to);
    let last = "FREQ=MONTHLY;BYMONTHDAY=-1";
    assert_eq!(on(last, "2026-11-30T09:00", "2026-11-30T11:00").0, last);
    assert_eq!(
        on(last, "2026-11-30T09:00", "2026-11-27T09:00"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=27".into(),
            "2026-01-27T09:00".into()
        )
    );
    let (rule, start) = moved(
        "2026-09-15T09:00",
        "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261118T235959",
        "2026-11-15T09:00",
        "2026-11-20T08:00",
    );
    assert_eq!(rule, "FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20261123T235959");
    assert_eq!(start, "2026-09-20T08:00");
}

#[test]
fn the_last_friday_becomes_the_last_thursday_or_the_third() {
    let on = |to| {
        let rule = "FREQ=MONTHLY;BYDAY=-1FR";
        moved("2026-10-30T15:00", rule, "2026-11-27T15:00", to)
    };
    assert_eq!(
        on("2026-11-26T15:00"),
        ("FREQ=MONTHLY;BYDAY=-1TH".into(), "2026-10-29T15:00".into())
    );
    assert_eq!(
        on("2026-11-19T15:00"),
        ("FREQ=MONTHLY;BYDAY=3TH".into(), "2026-10-15T15:00".into())
    );
}

#[test]
fn a_birthday_follows_within_its_year() {
    let (rule, start) = moved(
        "2020-11-30T09:00",
        "FREQ=YEARLY;COUNT=9",
        "2026-11-30T09:00",
        "2026-12-02T09:00",
    );
    assert_eq!(
        (rule.as_str(), start.as_str()),
        ("FREQ=YEARLY;COUNT=9", "2020-12-02T09:00")
    );
}

#[test]
fn a_move_that_a_rule_cannot_follow_is_not_made() {
    let start = "2026-11-17T09:00";
    for rule in [
        "FREQ=DAILY;BYHOUR=9,14",
        "FREQ=MONTHLY;BYMONTHDAY=1,17",
        "FREQ=HOURLY",
    ] {
        let series = series(start, rule, &[]);
        assert!(
            series
                .shift(wall(start), wall("2026-11-18T09:00"))
                .is_none(),
            "{rule}"
        );
    }
}

#[test]
fn a_count_is_shared_by_the_two_parts_of_a_cut() {
    let whole = series(
        "2026-11-16T09:00",
        "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10",
        &["2026-11-19T09:00", "2026-12-03T09:00"],
    );
    let key = wall("2026-11-30T09:00");
    let before = whole.cut_before(key).unwrap();
    let rest = whole.rest_from(key).unwrap();
    assert_eq!(
        before.recurrence.rule.as_deref(),
        Some("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261129T235959")
    );
    assert_eq!(before.recurrence.except, [wall("2026-11-19T09:00")]);
    assert_eq!(rest.start, key);
    assert_eq!(
        rest.recurrence.rule.as_deref(),
        Some("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=6")
    );
    assert_eq!(rest.recurrence.except, [wall("2026-12-03T09:00")]);
    assert_eq!(whole.cut_before(whole.start), None);
    assert_eq!(whole.rest_from(whole.start), Some(whole.clone()));
    assert_eq!(whole.rest_from(wall("2027-01-01T00:00")), None);
}

#[test]
fn a_series_begins_with_one_of_its_own_days() {
    let begins = |every| {
        let series = Repeat::new(every, 2)
            .series(wall("2026-11-18T09:00"))
            .unwrap();
        series.start.format("%a %-d %b %H:%M").to_string()
    };
    assert_eq!(begins(Every::Daily), "Wed 18 Nov 09:00");
    let days = vec![Weekday::Mon, Weekday::Fri];
    assert_eq!(begins(Every::Weekly { days }), "Fri 20 Nov 09:00");
    assert_eq!(
        begins(Every::MonthlyOn { day: MonthDay(31) }),
        "Thu 31 Dec 09:00"
    );
    let weekday = Weekday::Mon;
    assert_eq!(
        begins(Every::MonthlyNth { nth: 5, weekday }),
        "Mon 30 Nov 09:00"
    );
}

#[test]
fn a_series_that_would_never_take_place_is_refused() {
    let start = wall("2026-11-18T09:00");
    let day = "2026-11-19".parse().unwrap();
    let ended = |every| {
        Repeat::new(every, 1)
            .ending(Ends::Until { day })
            .series(start)
    };
    let days = vec![Weekday::Fri];
    assert_eq!(
        ended(Every::Weekly { days }),
        Err(Unusable::Never {
            first: "2026-11-20".parse().unwrap()
        })
    );
    let days = vec![Weekday::Thu];
    assert!(ended(Every::Weekly { days }).is_ok());
    let plain = |every, interval| Repeat::new(every, interval).series(start);
    assert_eq!(plain(Every::Daily, 0), Err(Unusable::Interval));
    assert_eq!(plain(Every::Daily, 1000), Err(Unusable::Interval));
    assert_eq!(
        plain(Every::MonthlyOn { day: MonthDay(32) }, 1),
        Err(Unusable::Day)
    );
    assert_eq!(
        plain(Every::MonthlyOn { day: MonthDay(-2) }, 1),
        Err(Unusable::Day)
    );
    let weekday = Weekday::Mon;
    assert_eq!(
        plain(Every::MonthlyNth { nth: 6, weekday }, 1),
        Err(Unusable::Day)
    );
    let none = Ends::Count { times: 0 };
    let refused = Repeat::new(Every::Daily, 1).ending(none).series(start);
    assert_eq!(refused, Err(Unusable::Count));
}

#[test]
fn the_next_dates_leave_out_what_is_skipped_and_end_with_the_series() {
    let days = |start, rule, except: &[&str], from, most| -> Vec<String> {
        let found = series(start, rule, except).next(wall(from), most);
        found
            .iter()
            .map(|key| key.format("%-d %b %y").to_string())
            .collect()
    };
    let except = ["2026-11-24T09:00"];
    assert_eq!(
        days(
            "2026-11-17T09:00",
            "FREQ=WEEKLY",
            &except,
            "2026-11-17T09:30",
            3
        ),
        ["1 Dec 26", "8 Dec 26", "15 Dec 26"]
    );
    assert_eq!(
        days(
            "2024-02-29T09:00",
            "FREQ=YEARLY",
            &[],
            "2026-01-01T00:00",
            3
        ),
        ["29 Feb 28", "29 Feb 32", "29 Feb 36"]
    );
    assert_eq!(
        days(
            "2026-11-17T09:00",
            "FREQ=DAILY;COUNT=3",
            &[],
            "2026-11-18T00:00",
            5
        ),
        ["18 Nov 26", "19 Nov 26"]
    );
    let series = series("2026-11-17T09:00", "FREQ=DAILY;COUNT=10000", &[]);
    assert_eq!(series.next(wall("2026-01-01T00:00"), 20_000).len(), 10_000);
}
