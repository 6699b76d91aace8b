//! What the figures of what really happened cost, out of a database of ten years: of one week, with
//! and without words, and of all weeks in a row. The budgets are 2 ms and 300 ms.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use evenkeel_app::{Category, Instant, Moment, Planner};
use evenkeel_core::actual::{Entry, EntryId, Source, Subject};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::commitment::{Commitment, CommitmentId, entry};
use evenkeel_core::facets::Facets;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_store::{Error, Owner, Store, Tx};
use std::io::Write;
use std::time::{Duration, Instant as Clock};

const A_WEEK: Duration = Duration::from_millis(2);
const TEN_YEARS: Duration = Duration::from_millis(300);

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    // A test run asks only whether everything still works.
    let measure = std::env::args().any(|arg| arg == "--bench");
    let (weeks, runs) = if measure { (522, 400) } else { (4, 2) };
    let dir = tempfile::tempdir()?;
    let first = NaiveDate::from_ymd_opt(2016, 11, 14).ok_or("a date")?;
    fill(dir.path(), first, weeks)?;
    let planner = Planner::open_guest(dir.path()).map_err(|fault| fault.message)?;
    let moment = Moment {
        now: Instant::from_utc("2026-11-20T07:00:00".parse()?),
        system_zone: "Europe/Berlin".into(),
        zone: None,
        ticks: None,
        because: None,
    };
    let week = |run: u64| first + Days::new(7 * (run * 101 % weeks));
    let alone = times(runs, |run| planner.measured(week(run), &moment).map(|_| ()))?;
    told("all metrics of a week", &alone)?;
    let words = times(runs, |run| {
        planner.how_it_went(week(run), &moment).map(|_| ())
    })?;
    told("a week told in words", &words)?;
    let all = times(runs.min(12), |_| {
        planner
            .measured_weeks(first, weeks as usize, &moment)
            .map(|_| ())
    })?;
    told("ten years, week by week", &all)?;
    if measure && (A_WEEK < at(&alone, 95) || TEN_YEARS < at(&all, 95)) {
        return Err(format!("over {A_WEEK:?} or {TEN_YEARS:?}").into());
    }
    Ok(())
}

fn times(
    runs: u64,
    mut one: impl FnMut(u64) -> Result<(), evenkeel_app::messages::Fault>,
) -> Result<Vec<Duration>, Failed> {
    let mut times = Vec::new();
    for run in 0..runs {
        let begun = Clock::now();
        one(run).map_err(|fault| fault.message)?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(times)
}

fn at(times: &[Duration], percent: usize) -> Duration {
    times[(times.len() * percent / 100).min(times.len() - 1)]
}

fn told(what: &str, times: &[Duration]) -> Result<(), Failed> {
    let (median, late) = (at(times, 50), at(times, 95));
    Ok(writeln!(
        std::io::stdout(),
        "{what}: median {median:?}, 95th percentile {late:?}"
    )?)
}

/// Thirty blocks and sixty entries a week, and a commitment of each.
fn fill(folder: &std::path::Path, first: NaiveDate, weeks: u64) -> Result<(), Failed> {
    let store = Store::open(folder, Owner::Guest)?;
    let zones = Zones::bundled();
    let home = zones.get("Europe/Berlin").ok_or("a zone")?;
    store.begin(|tx| {
        for week in 0..weeks {
            one_week(tx, first + Days::new(7 * week), &zones, &home)?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(())
}

fn one_week(tx: &mut Tx<'_>, monday: NaiveDate, zones: &Zones, home: &Zone) -> Result<(), Error> {
    let mut planned = Vec::new();
    for place in 0..30u32 {
        let start = monday.and_time(NaiveTime::MIN)
            + TimeDelta::days(i64::from(place / 6))
            + TimeDelta::minutes(i64::from(8 * 60 + place % 6 * 90));
        let category = Category::ALL[(place % 4) as usize];
        let title = format!("Block {place}");
        let end = start + TimeDelta::minutes(80);
        let block = Block {
            uid: format!("{monday}-{place}"),
            ..Block::plain(
                tx.new_block_id().unwrap_or(BlockId(0)),
                &title,
                category,
                start,
                end,
            )
        };
        planned.push(entry(&block, zones, home));
        let from = home.instant(start);
        for (half, late) in [(0, 180), (1, 60)] {
            let begun = from.plus_seconds(half * 2400 + late);
            let id = tx.new_entry_id()?;
            tx.put_entry(one_entry(
                id,
                begun,
                &title,
                (place + half as u32 * 3) % 4,
                home,
            ))?;
        }
        tx.put_block(block)?;
    }
    let id: CommitmentId = tx.new_commitment_id()?;
    tx.put_commitment(Commitment {
        id,
        week: monday,
        at: planned[0].span.start.0,
        withdrawn: None,
        planned,
    })
}

fn one_entry(id: EntryId, begun: Instant, title: &str, category: u32, home: &Zone) -> Entry {
    Entry {
        id,
        span: Span::new(begun, begun.plus_seconds(2280)),
        zone: home.name().into(),
        subject: Subject {
            title: title.into(),
            category: Category::ALL[category as usize],
            of: None,
            facets: Facets::default(),
        },
        source: Source::Timer,
        note: String::new(),
        noted: Vec::new(),
        modified: begun.0,
    }
}
