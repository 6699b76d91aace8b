//! A clock that is run, slept through and set, over every change of every zone: each reminder is
//! shown once, whatever the clock did. What there is to be shown is counted by plain arithmetic on
//! the two offsets of a change.

use super::*;
use crate::actual::Mark;
use crate::attention::Attention;
use crate::boundary::Boundaries;
use crate::facets::Remind;
use crate::settings::{Settings, WorkHours};
use crate::time::{Zone, Zones};
use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::{BTreeMap, BTreeSet, HashSet};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
const TEN_YEARS: i64 = 3653 * DAY;
/// 1 January of 2020 and of 2038, UTC.
const YEARS: std::ops::Range<i64> = 1_577_836_800..2_145_916_800;

/// Where clocks change, with the offsets before and after in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Change {
    at: i64,
    before: i64,
    after: i64,
}

impl Change {
    /// The instant of a wall time near the change, without any zone rules: the first at which clocks
    /// show it; where none does, as if they had not changed yet.
    fn instant(self, wall: NaiveDateTime) -> i64 {
        let utc = wall.and_utc().timestamp();
        let (old, new) = (utc - self.before, utc - self.after);
        match old < self.at || new < self.at {
            true => old,
            false => new,
        }
    }

    fn wall(self, instant: i64) -> NaiveDateTime {
        let offset = if instant < self.at {
            self.before
        } else {
            self.after
        };
        Instant(instant + offset).utc()
    }
}

fn changes(zone: &Zone) -> Vec<Change> {
    let from = jiff::Timestamp::from_second(YEARS.start).unwrap();
    let following = zone.rules().following(from);
    let at = following.map(|change| change.timestamp().as_second());
    at.take_while(|at| *at < YEARS.end)
        .map(|at| Change {
            at,
            before: zone.offset_seconds(Instant(at - 1)),
            after: zone.offset_seconds(Instant(at)),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// A plan around a change: something begins every half hour near it, and the work hours end in it.
struct Plan {
    change: Change,
    home: Zone,
    settings: Settings,
    attention: Attention,
    starts: Vec<(String, NaiveDateTime, Option<Remind>)>,
    things: Vec<Thing>,
}

const SAID: [Option<Remind>; 6] = [
    None,
    Some(Remind::Before(0)),
    Some(Remind::Before(1)),
    Some(Remind::Before(90)),
    Some(Remind::Never),
    Some(Remind::Before(24 * 60)),
];

impl Plan {
    fn around(change: Change, home: &Zone) -> Plan {
        let middle = change.wall(change.at - 1);
        let halves = (-5..=9).map(|half| half * 30).chain([-21 * 60, 20 * 60]);
        let starts: Vec<_> = halves
            .zip(SAID.into_iter().cycle())
            .map(|(minutes, said)| {
                let wall = middle + TimeDelta::minutes(minutes);
                (format!("b{}", minutes + 5000), wall, said)
            })
            .collect();
        let things = starts
            .iter()
            .map(|(key, wall, said)| {
                let start = home.instant(*wall);
                Thing {
                    begins: Begins {
                        key: key.clone(),
                        title: String::new(),
                        category: Category::Technical,
                        imported: false,
                        span: Span::new(start, start.plus_seconds(1800)),
                    },
                    remind: *said,
                    contingency: false,
                }
            })
            .collect();
        let ends = (middle.time() - NaiveTime::MIN).num_minutes() + 30;
        let hours = Some(WorkHours {
            start: 0,
            end: u16::try_from(ends.min(1440)).unwrap(),
        });
        Plan {
            change,
            home: home.clone(),
            settings: Settings {
                work_hours: [hours; 7],
                ..Settings::default()
            },
            attention: Attention::default(),
            starts,
            things,
        }
    }

    fn schedule(&self, within: Span) -> Vec<Reminder> {
        let none = BTreeSet::new();
        schedule(
            &Known {
                attention: &self.attention,
                settings: &self.settings,
                boundaries: &Boundaries::default(),
                home: &self.home,
                things: &self.things,
                committed: &none,
                closed: &none,
                entries: &[],
                running: None,
                now: &Mark {
                    at: within.start,
                    ticks: None,
                },
            },
            within,
        )
    }

    /// What there is to be shown around the change, and when: by what it is about and the instant.
    fn expected(&self) -> BTreeMap<String, i64> {
        let mut due = BTreeMap::new();
        for (key, wall, said) in &self.starts {
            let minutes = match said {
                Some(Remind::Never) => continue,
                Some(Remind::Before(minutes)) => i64::from(*minutes),
                None => 5,
            };
            let at = self.change.instant(*wall);
            due.insert(format!("start:{key}:{at}"), at - minutes * 60);
        }
        let middle = self.change.wall(self.change.at - 1).date();
        for day in [
            middle.pred_opt().unwrap(),
            middle,
            middle.succ_opt().unwrap(),
        ] {
            let minute = |minute: u16| {
                let wall = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
                self.change.instant(wall)
            };
            let hours = self.settings.work_hours[0].unwrap();
            let (start, end) = (minute(hours.start), minute(hours.end));
            due.insert(format!("end:{day}:{end}"), end);
            due.insert(
                format!("close:{day}:{end}"),
                (end - 15 * 60).max(start.min(end)),
            );
            if day.weekday().num_days_from_monday() == 0 {
                let at = minute(9 * 60 + 30);
                due.insert(format!("commit:{day}:{at}"), at);
            }
        }
        due
    }
}

/// What a program remembers, and what it showed.
struct Program<'p> {
    plan: &'p Plan,
    now: i64,
    looked: i64,
    given: BTreeSet<String>,
    made: Option<(Span, Vec<Reminder>)>,
    /// When each was shown, by the clock, and whether it was missed.
    shown: BTreeMap<String, Vec<(i64, bool)>>,
}

impl Program<'_> {
    fn started(plan: &Plan, now: i64) -> Program<'_> {
        Program {
            plan,
            now,
            looked: now,
            given: BTreeSet::new(),
            made: None,
            shown: BTreeMap::new(),
        }
    }

    /// One beat; says when the next is due.
    fn beat(&mut self) -> Option<i64> {
        let now = Instant(self.now);
        let since = since(Instant(self.looked), now);
        let made = self
            .made
            .take()
            .filter(|(span, _)| serves(*span, since, now));
        let (span, schedule) = made.unwrap_or_else(|| {
            let span = window(since, now);
            (span, self.plan.schedule(span))
        });
        let due = due(&schedule, &self.given, now, since);
        let lists = [(&due.now, false), (&due.missed, true), (&due.older, true)];
        for (list, missed) in lists {
            for reminder in list {
                self.given.insert(reminder.id.clone());
                let shown = self.shown.entry(reminder.id.clone()).or_default();
                shown.push((self.now, missed));
            }
        }
        self.looked = self.now;
        self.made = Some((span, schedule));
        due.next.map(|next| next.0)
    }

    /// Runs until a moment, from deadline to deadline.
    fn run(&mut self, until: i64) {
        while self.now < until {
            let next = self.beat().unwrap_or(i64::MAX);
            self.now = next.min(self.now + HOUR).min(until);
        }
        self.beat();
    }

    /// The clock is another one from now on, by sleep or because it was set.
    fn jump(&mut self, seconds: i64) {
        self.now += seconds;
        self.beat();
    }
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from(self.0 >> 33).unwrap() % most
    }
}

/// The ways in which a clock goes over a change.
fn lived(plan: &Plan, way: usize, dice: &mut Dice) -> BTreeMap<String, Vec<(i64, bool)>> {
    let (from, until) = (plan.change.at - 3 * DAY, plan.change.at + 3 * DAY);
    let mut program = Program::started(plan, from);
    let point = from + dice.below(until - from);
    match way {
        // Awake all the time.
        0 => {}
        // Asleep for up to thirty days, in which the change comes.
        1 => {
            let begins = from + dice.below(3 * DAY);
            program.run(begins);
            program.jump(3 * DAY + dice.below(27 * DAY));
        }
        // Short sleeps, one after the other.
        2 => {
            while program.now < until {
                program.run(program.now + dice.below(5 * HOUR));
                program.jump(dice.below(9 * HOUR));
            }
        }
        // The clock is set ten years on by mistake, and back.
        3 => {
            program.run(point);
            program.jump(TEN_YEARS);
            program.run(program.now + dice.below(2 * HOUR));
            program.jump(point - program.now);
        }
        // The clock is set ten years back by mistake, and right again.
        4 => {
            program.run(point);
            let away = dice.below(2 * HOUR);
            program.jump(-TEN_YEARS);
            program.run(program.now + away);
            program.jump(TEN_YEARS);
        }
        // The clock is set by an hour or so, this way and that way.
        _ => {
            for _ in 0..12 {
                program.run(program.now + dice.below(9 * HOUR));
                program.jump(dice.below(3 * HOUR) - dice.below(3 * HOUR));
            }
        }
    }
    program.run(until.max(program.now));
    program.shown
}

#[test]
fn over_every_change_of_every_zone_no_reminder_is_missed_and_none_is_given_twice() {
    let zones = Zones::bundled();
    let mut dice = Dice(20);
    // Zones that share their rules share the changes: the same change needs no second look.
    let mut met: HashSet<Change> = HashSet::new();
    let (mut all, mut counted) = (0, 0);
    for name in zones.names() {
        let zone = zones.get(&name).unwrap();
        for change in changes(&zone) {
            all += 1;
            if !met.insert(change) {
                continue;
            }
            let plan = Plan::around(change, &zone);
            let expected = plan.expected();
            for way in 0..6 {
                let shown = lived(&plan, way, &mut dice);
                counted += check(
                    &expected,
                    &shown,
                    way,
                    &format!("{name}, {change:?}, way {way}"),
                );
            }
        }
    }
    assert!(3_000 < all, "{all} changes are too few to be all there are");
    assert!(100_000 < counted, "{counted} reminders");
}

fn check(
    expected: &BTreeMap<String, i64>,
    shown: &BTreeMap<String, Vec<(i64, bool)>>,
    way: usize,
    place: &str,
) -> usize {
    for (id, due) in expected {
        match shown.get(id).map(Vec::as_slice) {
            Some([(at, missed)]) => {
                assert!(due <= at, "{place}: {id} came {} s early", due - at);
                assert!(
                    way != 0 || (at == due && !missed),
                    "{place}: {id} came late"
                );
            }
            // Slept over until the next day: nothing to say any more.
            None if id.starts_with("end") && (way == 1 || way == 2) => {}
            times => panic!(
                "{place}: {id} was shown {} times",
                times.map_or(0, <[_]>::len)
            ),
        }
    }
    for (id, times) in shown {
        assert_eq!(times.len(), 1, "{place}: {id} was shown again");
        let known = expected.contains_key(id) || !id.starts_with("start");
        assert!(known, "{place}: nobody asked for {id}");
    }
    expected.len()
}

/// The test above can fail: a program that forgets what it gave shows it again.
#[test]
fn a_program_that_forgets_gives_twice_when_the_clock_is_set_back() {
    let zone = Zones::bundled().get("Europe/Berlin").unwrap();
    let change = changes(&zone)[0];
    let plan = Plan::around(change, &zone);
    let mut program = Program::started(&plan, change.at - DAY);
    program.run(change.at + HOUR);
    program.given.clear();
    program.jump(-2 * HOUR);
    program.run(change.at + HOUR);
    assert!(program.shown.values().any(|times| 1 < times.len()));
}
