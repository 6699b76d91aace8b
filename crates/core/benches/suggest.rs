//! How long it takes to suggest a week of five days of seventeen half hours, proof included: the
//! spread of single runs over all such worked weeks, then each by itself.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::measurement::{Measurement, WallTime};
use criterion::{Criterion, criterion_group, criterion_main};
use evenkeel_core::suggest::{Contingency, Effort, Instance, Rules, Week, suggest};
use std::hint::black_box;
use std::io::Write;
use std::time::Duration;

criterion_group!(benches, spread, single);
criterion_main!(benches);

const SUGGEST: &str = include_str!("../../../tests/fixtures/examples/suggest.json");

#[derive(serde::Deserialize)]
struct File {
    instances: Vec<serde_json::Value>,
}

/// The worked weeks, by name.
fn weeks() -> Vec<(String, Week)> {
    let Ok(file) = serde_json::from_str::<File>(SUGGEST) else {
        return Vec::new();
    };
    let read = |instance: &serde_json::Value| {
        let name = instance["name"].as_str()?.to_owned();
        let keys: Instance = serde_json::from_value(instance.clone()).ok()?;
        Some((name, Week::try_from(keys).ok()?))
    };
    file.instances.iter().filter_map(read).collect()
}

fn half_hours() -> impl Iterator<Item = (String, Week)> {
    let large = |(_, week): &(String, Week)| week.slot_minutes == 30 && week.days.len() == 5;
    weeks().into_iter().filter(large)
}

/// The same weeks under the rules by default, as far as a plan can keep them, and with room for
/// surprises wished for.
fn ruled() -> impl Iterator<Item = (String, Week)> {
    half_hours().filter_map(|(name, mut week)| {
        week.rules = Rules::by_default(6..10, 60);
        week.wishes.contingency = Some(Contingency::DEFAULT);
        suggest(&week, Effort::of(1)).ok()?;
        Some((name, week))
    })
}

fn spread(_: &mut Criterion) {
    report("5 days × 17 half hours", half_hours());
    report("the same under all rules", ruled());
    let fine = weeks()
        .into_iter()
        .filter(|(_, week)| week.slot_minutes == 15);
    report("quarter hours", fine);
}

fn report(what: &str, weeks: impl Iterator<Item = (String, Week)>) {
    let mut took: Vec<Duration> = Vec::new();
    let (mut all, mut proved) = (0, 0);
    for (_, week) in weeks {
        for _ in 0..20 {
            let start = WallTime.start();
            let found = suggest(black_box(&week), Effort::DEFAULT);
            took.push(WallTime.end(start));
            all += 1;
            proved += u32::from(found.is_ok_and(|found| found.optimal));
        }
    }
    took.sort();
    let at = |percent: usize| took.get(took.len().saturating_sub(1) * percent / 100);
    if let (Some(median), Some(p95), Some(most)) = (at(50), at(95), took.last()) {
        let told = format!("median {median:.1?}, p95 {p95:.1?}, most {most:.1?}");
        // A bench that nobody listens to has nobody to tell.
        let _ = writeln!(
            std::io::stdout(),
            "{what}: {told}; {proved} of {all} proved"
        );
    }
}

fn single(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("suggest");
    group.sample_size(10);
    for (name, week) in half_hours() {
        group.bench_function(name, |bencher| {
            bencher.iter(|| suggest(black_box(&week), Effort::DEFAULT));
        });
    }
    group.finish();
}
