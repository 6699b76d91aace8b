//! What a window keeps by taking in outcomes is what it would read anew; what a preview says is
//! what comes; undo and redo lead back and forth; and all of it survives reopening.

use crate::desk::{Desk, days, drag, fixture, target, unkeyed, wall};
use chrono::{Days, NaiveDateTime, TimeDelta, Weekday};
use evenkeel_app::Planner;
use evenkeel_app::messages::{
    BlockPatch, Fault, Figures, NewBlock, Occurrence, Op, Outcome, Range, Reply, Week,
};
use evenkeel_core::category::Category;
use evenkeel_core::edit::series::Scope;
use evenkeel_core::edit::{Carry, Gesture, Grip, Others};
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::{Ends, Every, MonthDay, Repeat};
use evenkeel_core::settings::Settings;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What a person does. Blocks are named by an index into those there are.
#[derive(Clone, Debug)]
enum Step {
    Create(Place, Category, Option<&'static str>),
    Gesture {
        blocks: Vec<Index>,
        grip: Grip,
        others: Others,
        carry: Carry,
        to: Place,
    },
    Duplicate(Vec<Index>),
    Split(Index, i64),
    Delete(Vec<Index>),
    SetCategory(Vec<Index>, Category),
    Zone(Index, &'static str),
    Times(Index, Place),
    Lock(Index, bool),
    Repeat(Index, Option<Repeat>, Scope),
    Across(Scope, Box<Step>),
    Spread(Index, Scope),
    Restore(Index),
    EventCategory(Index, Option<Category>),
    Home(Option<&'static str>),
    DayStart(u16),
    WeekStart(u8),
    Target(bool),
    Undo,
    Redo,
    Look(u64, u64),
    Reopen,
}

/// A stretch of time: a day counted from 2026-10-12, minutes after its midnight, a length.
#[derive(Clone, Debug)]
struct Place {
    day: u64,
    minute: i64,
    minutes: i64,
}

impl Place {
    fn start(&self) -> NaiveDateTime {
        wall("2026-10-12T00:00") + Days::new(self.day) + TimeDelta::minutes(self.minute)
    }

    fn end(&self) -> NaiveDateTime {
        self.start() + TimeDelta::minutes(self.minutes)
    }
}

/// Mostly in the weeks around the one where Berlin's clocks go back, sometimes far away.
fn place() -> impl Strategy<Value = Place> {
    let day = prop_oneof![8 => 0..21_u64, 1 => Just(400), 1 => 60..90_u64];
    let minute = prop_oneof![3 => (0..96_i64).prop_map(|at| at * 15), 1 => 0..1440_i64];
    let minutes =
        prop_oneof![6 => (1..16_i64).prop_map(|at| at * 15), 1 => Just(5), 1 => Just(2000)];
    (day, minute, minutes).prop_map(|(day, minute, minutes)| Place {
        day,
        minute,
        minutes,
    })
}

fn zone() -> impl Strategy<Value = &'static str> {
    select(vec![
        "Europe/Berlin",
        "Pacific/Kiritimati",
        "America/Los_Angeles",
        "UTC",
    ])
}

fn category() -> impl Strategy<Value = Category> {
    select(Category::ALL.to_vec())
}

fn blocks() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 1..4)
}

fn scope() -> impl Strategy<Value = Scope> {
    select(vec![Scope::This, Scope::Following, Scope::All, Scope::All])
}

fn repeat() -> impl Strategy<Value = Repeat> {
    let days = select(vec![vec![], vec![Weekday::Mon, Weekday::Thu]]);
    let every = prop_oneof![
        Just(Every::Daily),
        days.prop_map(|days| Every::Weekly { days }),
        (1..32_i8).prop_map(|day| Every::MonthlyOn { day: MonthDay(day) }),
    ];
    let day = wall("2026-11-20T00:00").date();
    let ends = select(vec![
        Ends::Never,
        Ends::Until { day },
        Ends::Count { times: 5 },
    ]);
    (every, 1..4_u32, ends)
        .prop_map(|(every, interval, ends)| Repeat::new(every, interval).ending(ends))
}

/// A step about the rest of a series.
fn in_series() -> impl Strategy<Value = Step> {
    let reaching = prop_oneof![
        3 => (any::<Index>(), place()).prop_map(|(block, to)| Step::Gesture {
            blocks: vec![block],
            grip: Grip::Whole,
            others: Others::Stay,
            carry: Carry::Move,
            to,
        }),
        1 => (any::<Index>(), place()).prop_map(|(block, place)| Step::Times(block, place)),
        1 => (blocks(), category()).prop_map(|(blocks, to)| Step::SetCategory(blocks, to)),
        1 => blocks().prop_map(Step::Delete),
        1 => (any::<Index>(), zone()).prop_map(|(block, zone)| Step::Zone(block, zone)),
    ];
    prop_oneof![
        4 => (any::<Index>(), prop::option::weighted(0.8, repeat()), scope())
            .prop_map(|(block, repeat, scope)| Step::Repeat(block, repeat, scope)),
        4 => (scope(), reaching).prop_map(|(scope, step)| Step::Across(scope, Box::new(step))),
        2 => (any::<Index>(), scope()).prop_map(|(block, scope)| Step::Spread(block, scope)),
        2 => any::<Index>().prop_map(Step::Restore),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => in_series(),
        6 => (place(), category(), prop::option::weighted(0.2, zone()))
            .prop_map(|(place, category, zone)| Step::Create(place, category, zone)),
        6 => (
            blocks(),
            select(vec![Grip::Whole, Grip::Whole, Grip::Start, Grip::End]),
            select(vec![Others::Stay, Others::Push, Others::Shrink]),
            select(vec![Carry::Move, Carry::Move, Carry::Copy]),
            place(),
        )
            .prop_map(|(blocks, grip, others, carry, to)| Step::Gesture {
                blocks, grip, others, carry, to,
            }),
        1 => blocks().prop_map(Step::Duplicate),
        1 => (any::<Index>(), 1..120_i64).prop_map(|(block, at)| Step::Split(block, at)),
        1 => blocks().prop_map(Step::Delete),
        1 => (blocks(), category()).prop_map(|(blocks, to)| Step::SetCategory(blocks, to)),
        1 => (any::<Index>(), prop_oneof![zone(), Just("")])
            .prop_map(|(block, zone)| Step::Zone(block, zone)),
        1 => (any::<Index>(), place()).prop_map(|(block, place)| Step::Times(block, place)),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(block, lock)| Step::Lock(block, lock)),
        1 => (any::<Index>(), prop::option::of(category()))
            .prop_map(|(event, category)| Step::EventCategory(event, category)),
        1 => prop::option::of(zone()).prop_map(Step::Home),
        1 => select(vec![0, 240, 720]).prop_map(Step::DayStart),
        1 => (0..7_u8).prop_map(Step::WeekStart),
        1 => any::<bool>().prop_map(Step::Target),
        6 => Just(Step::Undo),
        4 => Just(Step::Redo),
        2 => (0..28_u64, select(vec![1, 7, 7])).prop_map(|(from, length)| Step::Look(from, length)),
        1 => Just(Step::Reopen),
    ]
}

/// The window: keeps a week and takes outcomes in as `ui/src/store.svelte.ts` does.
struct Window {
    week: Week,
}

impl Window {
    fn take(&mut self, outcome: &Outcome, desk: &Desk) {
        if outcome.rev <= self.week.rev {
            return;
        }
        let elsewhere = outcome.seen != Some(self.week.range);
        let gap = self.week.rev + 1 < outcome.rev;
        if outcome.reload || elsewhere || gap || outcome.figures.is_none() {
            self.week = desk.week();
            return;
        }
        let comes = |key: &String| outcome.put.iter().any(|put| put.key == *key);
        let week = &mut self.week;
        week.occurrences
            .retain(|shown| !outcome.removed.contains(&shown.key) && !comes(&shown.key));
        week.occurrences.extend(outcome.put.iter().cloned());
        week.occurrences
            .sort_by(|a, b| (a.start, &a.key).cmp(&(b.start, &b.key)));
        week.rev = outcome.rev;
        week.figures = outcome.figures.clone().unwrap();
        week.undo = outcome.undo.clone();
        week.redo = outcome.redo.clone();
    }
}

/// Everything that an undo has to bring back: more than three months, and the settings.
type Everything = (Vec<Occurrence>, Figures, Settings, String);

fn everything(planner: &Planner, desk: &Desk) -> Everything {
    let week = planner
        .week(days("2026-10-01", "2027-01-20"), &desk.moment)
        .unwrap();
    (week.occurrences, week.figures, week.settings, week.zone)
}

struct Story {
    desk: Desk,
    window: Window,
    past: Vec<Everything>,
    future: Vec<Everything>,
    present: Everything,
}

impl Story {
    fn new() -> Story {
        let mut desk = Desk::new();
        desk.seen = days("2026-10-19", "2026-10-26");
        desk.import(&fixture("google.ics"));
        let present = everything(desk.planner(), &desk);
        let window = Window { week: desk.week() };
        // Undoing the import is part of the story too.
        let past = vec![everything(Desk::new().planner(), &desk)];
        Story {
            desk,
            window,
            past,
            future: Vec::new(),
            present,
        }
    }

    fn op(&self, step: &Step) -> Option<Op> {
        let shown = &self.present.0;
        let ids: Vec<Handle> = shown.iter().filter_map(|shown| shown.block).collect();
        let block = |index: &Index| match ids.is_empty() {
            true => "b99".parse().unwrap(),
            false => *index.get(&ids),
        };
        let blocks = |named: &[Index]| named.iter().map(block).collect::<Vec<_>>();
        // One that was left out or changed, where there is one.
        let exception = |index: &Index| {
            let block = block(index);
            let details = self
                .desk
                .planner()
                .details(&block.to_string(), &self.desk.moment);
            let series = details.ok().and_then(|details| details.series);
            let exceptions = series.map(|series| series.exceptions).unwrap_or_default();
            match exceptions.is_empty() {
                true => block,
                false => index.get(&exceptions).block,
            }
        };
        let patch = |index: &Index, patch: BlockPatch| Op::Edit {
            block: block(index),
            patch,
        };
        let settings = |change: &dyn Fn(&mut Settings)| {
            let mut settings = self.present.2.clone();
            change(&mut settings);
            Op::SetSettings { settings }
        };
        Some(match step {
            Step::Create(place, category, zone) => Op::Create(NewBlock {
                zone: zone.map(Into::into),
                ..NewBlock::plain(
                    &format!("Block {}", ids.len()),
                    *category,
                    place.start(),
                    place.end(),
                )
            }),
            Step::Gesture {
                blocks: named,
                grip,
                others,
                carry,
                to,
            } => Op::Gesture(Gesture {
                blocks: blocks(named),
                grip: *grip,
                others: *others,
                carry: *carry,
                to: to.start(),
            }),
            Step::Duplicate(named) => Op::Duplicate {
                blocks: blocks(named),
            },
            Step::Split(index, after) => {
                let id = block(index);
                let start = shown.iter().find(|shown| shown.block == Some(id));
                let start = start.map_or(wall("2026-10-19T09:00"), |shown| shown.start);
                Op::Split {
                    block: id,
                    at: start + TimeDelta::minutes(*after),
                }
            }
            Step::Delete(named) => Op::Delete {
                blocks: blocks(named),
            },
            Step::SetCategory(named, category) => Op::SetCategory {
                blocks: blocks(named),
                category: *category,
            },
            Step::Zone(index, zone) => patch(
                index,
                BlockPatch {
                    zone: Some((*zone).into()),
                    ..BlockPatch::default()
                },
            ),
            Step::Times(index, place) => patch(
                index,
                BlockPatch {
                    start: Some(place.start()),
                    end: Some(place.end()),
                    ..BlockPatch::default()
                },
            ),
            Step::Lock(index, locked) => patch(
                index,
                BlockPatch {
                    locked: Some(*locked),
                    ..BlockPatch::default()
                },
            ),
            Step::Repeat(index, repeat, scope) => Op::Repeat {
                block: block(index),
                repeat: repeat.clone(),
                scope: *scope,
            },
            Step::Across(scope, step) => Op::Across {
                scope: *scope,
                edit: Box::new(self.op(step)?),
            },
            Step::Spread(index, scope) => Op::Spread {
                block: exception(index),
                scope: *scope,
            },
            Step::Restore(index) => Op::Restore {
                block: exception(index),
            },
            Step::EventCategory(index, category) => {
                let events: Vec<_> = shown.iter().filter_map(|shown| shown.event).collect();
                Op::SetEventCategory {
                    event: (!events.is_empty()).then(|| *index.get(&events))?,
                    category: *category,
                }
            }
            Step::Home(zone) => settings(&|set| set.home_zone = zone.map(Into::into)),
            Step::DayStart(minutes) => settings(&|set| set.day_starts_at = *minutes),
            Step::WeekStart(weekday) => settings(&|set| set.week_starts_on = *weekday),
            Step::Target(later) => {
                Op::SetTarget(target(later.then_some("2026-10-26"), [50, 30, 20], 30))
            }
            Step::Undo | Step::Redo | Step::Look(..) | Step::Reopen => return None,
        })
    }

    /// One step, with everything that must hold after it.
    fn tell(&mut self, step: &Step) -> Result<(), TestCaseError> {
        match step {
            Step::Look(from, length) => {
                let from = wall("2026-10-05T00:00").date() + Days::new(*from);
                let until = from + Days::new(*length);
                self.desk.seen = Range { from, until };
                self.window.week = self.desk.week();
            }
            Step::Reopen => self.desk.reopen(),
            Step::Undo => {
                let reply = self.desk.planner().undo(self.desk.seen, &self.desk.moment);
                if let Some(before) = self.past.pop() {
                    self.future
                        .push(std::mem::replace(&mut self.present, before));
                    self.taken(reply)?;
                } else {
                    prop_assert!(matches!(reply, Reply::Refused(_)));
                }
            }
            Step::Redo => {
                let reply = self.desk.planner().redo(self.desk.seen, &self.desk.moment);
                if let Some(after) = self.future.pop() {
                    self.past.push(std::mem::replace(&mut self.present, after));
                    self.taken(reply)?;
                } else {
                    prop_assert!(matches!(reply, Reply::Refused(_)));
                }
            }
            write => {
                if let Some(op) = self.op(write) {
                    self.write(op)?;
                }
            }
        }
        self.holds()
    }

    fn write(&mut self, op: Op) -> Result<(), TestCaseError> {
        let of_blocks = !matches!(
            op,
            Op::SetSettings { .. } | Op::SetTarget(_) | Op::SetEventCategory { .. }
        );
        let preview = of_blocks.then(|| self.desk.preview(op.clone()));
        let rev = self.window.week.rev;
        let outcome = self.desk.ask(op);
        if let Some(preview) = preview {
            let told = outcome
                .as_ref()
                .map(|outcome| outcome.figures.clone().map(unkeyed));
            let promised = match &preview.refused {
                Some(fault) => Err(fault),
                None => Ok(Some(unkeyed(preview.figures))),
            };
            prop_assert_eq!(told, promised);
        }
        if let Ok(outcome) = outcome {
            prop_assert!(outcome.rev == rev || outcome.rev == rev + 1);
            if outcome.rev == rev + 1 {
                let after = everything(self.desk.planner(), &self.desk);
                self.past.push(std::mem::replace(&mut self.present, after));
                self.future.clear();
            }
            self.window.take(&outcome, &self.desk);
        }
        Ok(())
    }

    fn taken(&mut self, reply: Reply) -> Result<(), TestCaseError> {
        match reply {
            Reply::Done(outcome) => {
                prop_assert_eq!(outcome.rev, self.window.week.rev + 1);
                self.window.take(&outcome, &self.desk);
                Ok(())
            }
            Reply::Refused(fault) => Err(TestCaseError::fail(fault.message)),
        }
    }

    fn holds(&self) -> Result<(), TestCaseError> {
        let fresh: Result<Planner, Fault> = Planner::open_guest(&self.desk.folder());
        let fresh = fresh.unwrap();
        let week = fresh.week(self.desk.seen, &self.desk.moment).unwrap();
        prop_assert_eq!(&self.window.week, &week);
        prop_assert_eq!(&self.present, &everything(&fresh, &self.desk));
        prop_assert_eq!(&self.desk.week(), &week);
        Ok(())
    }
}

#[test]
fn an_outcome_names_the_days_it_is_about_so_that_a_turned_page_does_not_take_it_for_its_own() {
    let mut desk = Desk::new();
    let asked = desk.seen;
    let id = desk.block(
        "Design",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T11:00",
    );
    let mut window = Window { week: desk.week() };
    let moved = desk.apply(drag(id, "2026-11-18T09:00"));
    assert_eq!((moved.seen, moved.reload), (Some(asked), false));
    // The page was turned, and read before the write, while the answer was under way.
    desk.seen = days("2026-11-23", "2026-11-30");
    window.week = Week {
        rev: window.week.rev,
        ..desk.week()
    };
    window.take(&moved, &desk);
    assert_eq!(window.week, desk.week());
    assert_eq!(desk.undo().seen, Some(desk.seen));
    let settings = desk.week().settings;
    let other = Settings {
        snap_minutes: 5,
        ..settings
    };
    let changed = desk.apply(Op::SetSettings { settings: other });
    assert_eq!(changed.seen, Some(desk.seen));
}

#[test]
fn an_outcome_offers_its_undo_only_where_undo_would_take_back_just_that() {
    let desk = Desk::new();
    let calendar = fixture("google.ics");
    assert!(desk.import(&calendar).undoable);
    // The same again changes nothing, and undo would take the first import back.
    let again = desk.import(&calendar);
    assert_eq!((again.undoable, again.undo.is_some()), (false, true));
    let finer = Op::SetSettings {
        settings: Settings {
            snap_minutes: 5,
            ..desk.week().settings
        },
    };
    assert!(desk.apply(finer.clone()).undoable);
    assert!(!desk.apply(finer).undoable);
    let back = desk.undo();
    assert_eq!((back.undoable, back.undo.is_some()), (false, true));
    assert!(!desk.redo().undoable);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn what_a_window_keeps_is_what_it_would_read(
        steps in prop::collection::vec(step(), 1..30)
    ) {
        let mut story = Story::new();
        for step in &steps {
            story.tell(step)?;
        }
    }
}
