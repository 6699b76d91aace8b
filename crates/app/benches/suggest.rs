//! How long a person waits for suggestions: weeks of five days of seventeen half hours, read from
//! the database, planned, and told in words; then weeks whose meetings want quarter hours.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use evenkeel_app::messages::{
    NewBlock, Op, Range, Reply, SuggestMode, SuggestRequest, TargetDraft,
};
use evenkeel_app::{Category, Instant, Moment, Planner};
use evenkeel_core::facets::Facets;
use std::hint::black_box;
use std::io::Write;
use std::time::Duration;

type Failed = Box<dyn std::error::Error>;

/// So many meetings a week, as the worked instances have them.
const MEETINGS: [u32; 4] = [0, 10, 16, 20];
const SEEDS: u32 = 3;

fn main() -> Result<(), Failed> {
    // A test run asks only whether everything still works.
    let measure = std::env::args().any(|arg| arg == "--bench");
    let runs = if measure { 10 } else { 1 };
    for (what, step) in [("half hours", 30), ("quarter hours", 15)] {
        let mut took = Vec::new();
        let (mut all, mut proved, mut made) = (0, 0, 0);
        for meetings in MEETINGS {
            for seed in 0..if measure { SEEDS } else { 1 } {
                let dir = tempfile::tempdir()?;
                let week = Filled::new(dir.path(), meetings, seed, step)?;
                for _ in 0..runs {
                    let (length, optimal, proposals) = week.asked()?;
                    took.push(length);
                    all += 1;
                    proved += u32::from(optimal);
                    made += proposals;
                }
            }
        }
        took.sort();
        let at = |percent: usize| took[(took.len() - 1) * percent / 100];
        let (median, p95, most) = (at(50), at(95), at(100));
        writeln!(
            std::io::stdout(),
            "5 days × 17 half hours, {what}: median {median:.1?}, p95 {p95:.1?}, most {most:.1?}; \
             {proved} of {all} proved, {made} proposals"
        )?;
    }
    Ok(())
}

/// A plan with meetings in one week.
struct Filled {
    planner: Planner,
    moment: Moment,
    monday: NaiveDate,
}

impl Filled {
    fn new(
        folder: &std::path::Path,
        meetings: u32,
        seed: u32,
        step: i64,
    ) -> Result<Filled, Failed> {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 16).ok_or("a date")?;
        let filled = Filled {
            planner: Planner::open_guest(folder).map_err(|fault| fault.message)?,
            moment: Moment {
                now: Instant::from_utc("2026-11-13T12:00:00".parse()?),
                system_zone: "Europe/Berlin".into(),
                zone: None,
                ticks: None,
                because: None,
            },
            monday,
        };
        filled.apply(Op::SetTarget(TargetDraft {
            from: None,
            technical: 50,
            management: 40,
            growth: 10,
            week_minutes: 38 * 60,
        }))?;
        let mut random = 12_345 + seed;
        for _ in 0..meetings {
            random = random.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            let (day, slot) = ((random >> 8) % 5, (random >> 16) % 16);
            let nine: NaiveDateTime = (monday + TimeDelta::days(day.into()))
                .and_hms_opt(9, 0, 0)
                .ok_or("a time")?;
            let start = nine + TimeDelta::minutes(i64::from(slot) * 30 / step * step);
            let start = start + TimeDelta::minutes(i64::from(slot % 2) * (step % 30));
            let new = NewBlock {
                facets: Facets {
                    meeting: true,
                    ..Facets::default()
                },
                ..NewBlock::plain(
                    "Meeting",
                    Category::Management,
                    start,
                    start + TimeDelta::minutes(30),
                )
            };
            filled.apply(Op::Create(new))?;
        }
        Ok(filled)
    }

    fn apply(&self, op: Op) -> Result<(), Failed> {
        let seen = Range {
            from: self.monday,
            until: self.monday + TimeDelta::days(7),
        };
        match self.planner.apply(op, seen, &self.moment) {
            Reply::Done(_) => Ok(()),
            Reply::Refused(fault) => Err(fault.message.into()),
        }
    }

    fn asked(&self) -> Result<(Duration, bool, usize), Failed> {
        let request = SuggestRequest {
            week: self.monday,
            mode: SuggestMode::Fill,
            weights: None,
            relaxed: Vec::new(),
        };
        let start = std::time::Instant::now();
        let reply = self.planner.suggest(black_box(&request), &self.moment);
        let took = start.elapsed();
        let reply = reply.map_err(|fault| fault.message)?;
        Ok((took, reply.optimal, reply.proposals.len()))
    }
}
