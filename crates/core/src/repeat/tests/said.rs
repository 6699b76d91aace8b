//! Repeats as rules and as words.

use super::super::{Ends, Every, MonthDay, Repeat, words};
use super::wall;
use crate::recur::Rule;
use chrono::{NaiveDateTime, Weekday};

/// Tuesday the 17th of November, 9:00.
fn tuesday() -> NaiveDateTime {
    wall("2026-11-17T09:00")
}

fn said(rule: &str) -> String {
    words(&Rule::parse(rule).unwrap(), tuesday())
}

fn all() -> Vec<Repeat> {
    use Weekday::{Fri, Mon, Wed};
    let mut all = Vec::new();
    for every in [
        Every::Daily,
        Every::Weekly { days: vec![] },
        Every::Weekly {
            days: vec![Mon, Wed, Fri],
        },
        Every::MonthlyOn { day: MonthDay(31) },
        Every::MonthlyOn {
            day: MonthDay::LAST,
        },
        Every::MonthlyNth {
            nth: 3,
            weekday: Wed,
        },
        Every::MonthlyNth {
            nth: -1,
            weekday: Fri,
        },
        Every::Yearly,
    ] {
        for interval in [1, 2, 13] {
            let day = "2026-12-18".parse().unwrap();
            for ends in [Ends::Never, Ends::Until { day }, Ends::Count { times: 6 }] {
                all.push(Repeat::new(every.clone(), interval).ending(ends));
            }
        }
    }
    all
}

#[test]
fn whatever_the_editor_says_is_read_back_from_its_rule() {
    for repeat in all() {
        let rule = repeat.to_rule();
        assert_eq!(Repeat::from_rule(&rule, tuesday()), Some(repeat), "{rule}");
    }
}

#[test]
fn a_repeat_survives_being_sent_as_a_message() {
    for repeat in all() {
        let sent = serde_json::to_string(&repeat).unwrap();
        assert_eq!(
            serde_json::from_str::<Repeat>(&sent).unwrap(),
            repeat,
            "{sent}"
        );
    }
    let short = r#"{"every":{"kind":"daily"}}"#;
    assert_eq!(
        serde_json::from_str::<Repeat>(short).unwrap(),
        Repeat::new(Every::Daily, 1)
    );
}

#[test]
fn rules_read_as_plain_english() {
    for (rule, expected) in [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=2", "every second day"),
        ("FREQ=DAILY;INTERVAL=10;COUNT=1", "every 10 days, once"),
        ("FREQ=WEEKLY", "every Tuesday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every second Tuesday"),
        (
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU",
            "every 3 weeks on Tuesday",
        ),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "every Tuesday and Thursday"),
        (
            "FREQ=WEEKLY;BYDAY=FR,WE,MO",
            "every Monday, Wednesday and Friday",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
            "every second week on Tuesday and Thursday",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261218T235959",
            "every weekday until 18 December",
        ),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
            "every second week on weekdays",
        ),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day"),
        (
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6",
            "on the last Friday of each month, 6 times",
        ),
        (
            "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=3",
            "on the third Tuesday of each month",
        ),
        ("FREQ=MONTHLY", "on the 17th of each month"),
        ("FREQ=MONTHLY;BYMONTHDAY=22", "on the 22nd of each month"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "on the last day of each month",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=11",
            "on the 11th of every second month",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO",
            "every 3 months on the first Monday",
        ),
        (
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=17;UNTIL=20301117",
            "every year on 17 November until 17 November 2030",
        ),
        ("FREQ=HOURLY;INTERVAL=4", "every 4 hours"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "every month, on days of its own",
        ),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3",
            "every year, on days of its own, 3 times",
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=17",
            "every year, on days of its own",
        ),
        (
            "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
            "every second day, not on all of them",
        ),
    ] {
        assert_eq!(said(rule), expected, "{rule}");
    }
    let leap = Repeat::new(Every::Yearly, 1).words(wall("2028-02-29T09:00"));
    assert_eq!(leap, "every year on 29 February, in leap years");
}

#[test]
fn a_rule_that_says_more_than_the_editor_is_left_alone() {
    for rule in [
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,14",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=1000",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYMONTH=6",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYMONTH=3",
        "no rule",
    ] {
        assert_eq!(Repeat::from_rule(rule, tuesday()), None, "{rule}");
    }
}

#[test]
fn an_until_before_the_hour_of_the_series_ends_on_the_day_before() {
    let ends = |rule| Repeat::from_rule(rule, tuesday()).unwrap().ends;
    let day = |text: &str| Ends::Until {
        day: text.parse().unwrap(),
    };
    assert_eq!(ends("FREQ=DAILY;UNTIL=20261218T080000"), day("2026-12-17"));
    assert_eq!(ends("FREQ=DAILY;UNTIL=20261218T090000"), day("2026-12-18"));
    assert_eq!(ends("FREQ=DAILY;UNTIL=20261218"), day("2026-12-18"));
}
