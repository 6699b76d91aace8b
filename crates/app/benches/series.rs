//! What a person waits for when a series of five years is edited: all of it, and from the middle on,
//! with a hundred exceptions in it. The budget is 20 ms at the 95th percentile.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use evenkeel_app::messages::{NewBlock, Op, Range, Reply};
use evenkeel_app::{Category, Instant, Moment, Planner, Repeat};
use evenkeel_core::edit::series::Scope;
use evenkeel_core::edit::{Carry, Gesture, Grip, Others};
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::{Ends, Every};
use std::io::Write;
use std::time::Duration;

const BUDGET: Duration = Duration::from_millis(20);

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    // A test run asks only whether everything still works.
    let measure = std::env::args().any(|arg| arg == "--bench");
    let (exceptions, runs) = if measure { (100, 200) } else { (4, 2) };
    let dir = tempfile::tempdir()?;
    let desk = Desk::new(dir.path(), exceptions)?;
    for (what, scope) in [
        ("all", Scope::All),
        ("this and following", Scope::Following),
    ] {
        let mut times = Vec::new();
        for run in 0..runs {
            times.push(desk.shift(scope, run)?);
        }
        times.sort_unstable();
        let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
        writeln!(
            std::io::stdout(),
            "series of five years, {what}: median {:?}, 95th percentile {:?}",
            at(50),
            at(95)
        )?;
        if measure && BUDGET < at(95) {
            return Err(format!("{what}: over {BUDGET:?}").into());
        }
    }
    Ok(())
}

struct Desk {
    planner: Planner,
    moment: Moment,
    seen: Range,
}

impl Desk {
    /// Half an hour every day from 2024 to 2028, some of them moved, some skipped.
    fn new(folder: &std::path::Path, exceptions: u64) -> Result<Desk, Failed> {
        let moment = Moment {
            now: Instant::from_utc("2026-11-20T07:00:00".parse()?),
            system_zone: "Europe/Berlin".into(),
            zone: None,
            ticks: None,
            because: None,
        };
        let desk = Desk {
            planner: Planner::open_guest(folder).map_err(|fault| fault.message)?,
            moment,
            seen: Range {
                from: "2026-11-16".parse()?,
                until: "2026-11-23".parse()?,
            },
        };
        let day: NaiveDate = "2028-12-31".parse()?;
        let start: NaiveDateTime = "2024-01-01T09:00:00".parse()?;
        let end = start + TimeDelta::minutes(30);
        desk.apply(Op::Create(NewBlock {
            repeat: Some(Repeat::new(Every::Daily, 1).ending(Ends::Until { day })),
            ..NewBlock::plain("Walk", Category::Personal, start, end)
        }))?;
        for number in 0..exceptions {
            let key = start + Days::new(5 + number * 17);
            let block = at(key);
            desk.apply(match number % 2 {
                0 => Op::Delete {
                    blocks: vec![block],
                },
                _ => drag(block, key + TimeDelta::minutes(75)),
            })?;
        }
        Ok(desk)
    }

    fn apply(&self, op: Op) -> Result<(), Failed> {
        match self.planner.apply(op, self.seen, &self.moment) {
            Reply::Done(_) => Ok(()),
            Reply::Refused(fault) => Err(fault.message.into()),
        }
    }

    /// Moves a series by a day and some quarters of an hour, and takes that back off the clock.
    fn shift(&self, scope: Scope, run: i64) -> Result<Duration, Failed> {
        let key: NaiveDateTime = "2026-11-18T09:00:00".parse()?;
        let to = key + TimeDelta::days(1) + TimeDelta::minutes(15 * (run % 4));
        let edit = Box::new(drag(at(key), to));
        let begun = std::time::Instant::now();
        self.apply(Op::Across { scope, edit })?;
        let taken = begun.elapsed();
        match self.planner.undo(self.seen, &self.moment) {
            Reply::Done(_) => Ok(taken),
            Reply::Refused(fault) => Err(fault.message.into()),
        }
    }
}

fn at(key: NaiveDateTime) -> Handle {
    Handle {
        id: evenkeel_core::block::BlockId(1),
        at: Some(key),
    }
}

fn drag(block: Handle, to: NaiveDateTime) -> Op {
    Op::Gesture(Gesture {
        blocks: vec![block],
        grip: Grip::Whole,
        others: Others::Stay,
        carry: Carry::Move,
        to,
    })
}
