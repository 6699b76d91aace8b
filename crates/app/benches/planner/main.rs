//! What a person waits for in a plan of ten years: a week, each step of a drag, the drop.
//!
//! Criterion tells means; before it, a table tells the median and the 95th percentile on the clock,
//! and the mean of the processor's time, which other programs disturb less.

mod ten_years;

use criterion::{Criterion, Throughput};
use evenkeel_app::messages::{Op, Range, Reply};
use evenkeel_app::{Moment, Planner};
use evenkeel_core::block::BlockId;
use evenkeel_core::edit::{Carry, Gesture, Grip, Others};
use evenkeel_core::template::Collisions;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use ten_years::{Alive, Filled, Size};

const RUNS: usize = 500;

const SEARCH_RUNS: usize = 100;

/// What is typed into a search, by what comes of it.
const SEARCHES: [(&str, &str); 4] = [
    ("search, a title of half", "week"),
    ("search, one title of all", "design 39999"),
    ("search, words of notes", "agenda link"),
    ("search, nothing fits", "Übung macht"),
];

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    // A test run asks only whether everything still works.
    let measure = std::env::args().any(|arg| arg == "--bench");
    let dir = tempfile::tempdir()?;
    let size = if measure { Size::FULL } else { Size::SMALL };
    let usual = Bench::new(&dir.path().join("usual"), size, Alive::AYear)?;
    if measure {
        usual.table("1,000 series, most of them for a year")?;
        let dense = Bench::new(&dir.path().join("dense"), size, Alive::Always)?;
        dense.table("1,000 series that never end")?;
    }
    let mut criterion = Criterion::default().configure_from_args();
    usual.means(&mut criterion);
    criterion.final_summary();
    Ok(())
}

/// A plan of ten years and what is asked of it.
struct Bench {
    planner: Planner,
    moment: Moment,
    filled: Filled,
}

impl Bench {
    fn new(folder: &Path, size: Size, alive: Alive) -> Result<Bench, Failed> {
        let filled = ten_years::fill(folder, size, alive)?;
        let moment = ten_years::moment();
        let planner = Planner::open_guest(folder)?;
        // The window does this once, right after it shows.
        planner.verify()?;
        Ok(Bench {
            planner,
            moment,
            filled,
        })
    }

    /// A week that is not in memory: another one each time.
    fn cold(&self, run: usize) {
        let weeks = &self.filled.weeks;
        black_box(
            self.planner
                .week(weeks[run * 7 % weeks.len()], &self.moment),
        )
        .ok();
    }

    fn warm(&self) {
        black_box(self.planner.week(self.seen(), &self.moment)).ok();
    }

    /// One step of a drag, the others making way.
    fn preview(&self, run: usize) {
        let op = self.drag(run, Others::Push);
        black_box(self.planner.preview(op, self.seen(), &self.moment)).ok();
    }

    fn apply(&self, run: usize) -> bool {
        let op = self.drag(run, Others::Stay);
        matches!(
            self.planner.apply(op, self.seen(), &self.moment),
            Reply::Done(_)
        )
    }

    fn back_or_forth(&self, run: usize) -> bool {
        let reply = match run % 2 {
            0 => self.planner.undo(self.seen(), &self.moment),
            _ => self.planner.redo(self.seen(), &self.moment),
        };
        matches!(reply, Reply::Done(_))
    }

    fn far(&self, run: usize) {
        let to = ten_years::far(run);
        let op = gesture(self.filled.block, to, Others::Push);
        black_box(self.planner.preview(op, self.seen(), &self.moment)).ok();
    }

    /// Another month each time.
    fn month(&self, run: usize) {
        let weeks = &self.filled.weeks;
        let day = weeks[run * 31 % weeks.len()].from;
        black_box(self.planner.month(day, &self.moment)).ok();
    }

    fn search(&self, typed: &str) {
        black_box(self.planner.search(typed, &self.moment)).ok();
    }

    /// Copies a busy week over the one after: as much as a template of it would lay.
    fn copy(&self) -> Op {
        Op::CopyWeek {
            from: self.seen().from,
            to: self.seen().until,
            collisions: Collisions::KeepBoth,
        }
    }

    fn try_laying(&self) {
        black_box(self.planner.preview(self.copy(), self.seen(), &self.moment)).ok();
    }

    /// Lays it and takes it back; only the laying is measured.
    fn lay(&self) -> Option<Duration> {
        let began = Instant::now();
        let reply = self.planner.apply(self.copy(), self.seen(), &self.moment);
        let took = began.elapsed();
        let back = self.planner.undo(self.seen(), &self.moment);
        let both = matches!((reply, back), (Reply::Done(_), Reply::Done(_)));
        both.then_some(took)
    }

    fn drag(&self, run: usize, others: Others) -> Op {
        gesture(self.filled.block, ten_years::place(run), others)
    }

    fn seen(&self) -> Range {
        self.filled.seen
    }

    fn table(&self, name: &str) -> Result<(), Failed> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\n{name}")?;
        writeln!(
            out,
            "{:<28}{:>12}{:>12}{:>16}",
            "", "median ms", "95 % ms", "processor ms"
        )?;
        let mut row = |name: &str, Measured { median, most, used }: Measured| {
            writeln!(out, "{name:<28}{median:>12.2}{most:>12.2}{used:>16.2}")
        };
        row("week, not in memory", measured(|run| self.cold(run)))?;
        self.warm();
        row("week, in memory", measured(|_| self.warm()))?;
        row("month", measured(|run| self.month(run)))?;
        for (name, typed) in SEARCHES {
            row(name, measured_in(SEARCH_RUNS, |_| self.search(typed)))?;
        }
        self.warm();
        row("step of a drag", measured(|run| self.preview(run)))?;
        row("step to years away", measured(|run| self.far(run)))?;
        self.warm();
        row("try a week laid over", measured(|_| self.try_laying()))?;
        let mut laid: Vec<Duration> = (0..RUNS).filter_map(|_| self.lay()).collect();
        laid.sort_unstable();
        let at = |share: usize| laid.get(laid.len() * share / 100).copied();
        let milliseconds =
            |time: Option<Duration>| time.map_or(f64::NAN, |t| t.as_secs_f64() * 1e3);
        row(
            "lay a week over",
            Measured {
                median: milliseconds(at(50)),
                most: milliseconds(at(95)),
                used: f64::NAN,
            },
        )?;
        self.warm();
        let mut all = true;
        row("drop", measured(|run| all &= self.apply(run)))?;
        row(
            "undo or redo",
            measured(|run| all &= self.back_or_forth(run)),
        )?;
        if all {
            return Ok(());
        }
        Err("a drop or an undo was refused".into())
    }

    fn means(&self, criterion: &mut Criterion) {
        let mut group = criterion.benchmark_group("ten years");
        group.sample_size(20).throughput(Throughput::Elements(1));
        group.bench_function("week, not in memory", |bencher| {
            let mut run = 0;
            bencher.iter(|| {
                run += 1;
                self.cold(run);
            });
        });
        group.bench_function("week, in memory", |bencher| bencher.iter(|| self.warm()));
        group.bench_function("step of a drag", |bencher| {
            let mut run = 0;
            bencher.iter(|| {
                run += 1;
                self.preview(run);
            });
        });
        group.bench_function("drop", |bencher| {
            let mut run = 0;
            bencher.iter(|| {
                run += 1;
                self.apply(run)
            });
        });
        group.finish();
    }
}

fn gesture(block: BlockId, to: chrono::NaiveDateTime, others: Others) -> Op {
    Op::Gesture(Gesture {
        blocks: vec![block.into()],
        grip: Grip::Whole,
        others,
        carry: Carry::Move,
        to,
    })
}

/// In milliseconds.
struct Measured {
    median: f64,
    most: f64,
    used: f64,
}

fn measured(once: impl FnMut(usize)) -> Measured {
    measured_in(RUNS, once)
}

fn measured_in(runs: usize, mut once: impl FnMut(usize)) -> Measured {
    let mut times = Vec::with_capacity(runs);
    let used = processor_time();
    for run in 0..runs {
        let began = Instant::now();
        once(run);
        times.push(began.elapsed());
    }
    let used = processor_time().saturating_sub(used) / runs as u32;
    times.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    Measured {
        median: milliseconds(times[runs / 2]),
        most: milliseconds(times[runs * 95 / 100]),
        used: milliseconds(used),
    }
}

/// What this thread used of the processor so far; nothing where the system does not tell.
fn processor_time() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|text| text.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}
