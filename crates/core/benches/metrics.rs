//! How long all metrics of a full week take, and of one sixteen times as full.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::{Criterion, criterion_group, criterion_main};
use evenkeel_core::category::Category;
use evenkeel_core::metrics::{Entry, Planned, Record, Rules, figures};
use evenkeel_core::stretch::Stretch;
use evenkeel_core::time::{Span, Zone};
use evenkeel_core::week::Week;
use std::hint::black_box;

criterion_group!(benches, measuring);
criterion_main!(benches);

/// So many blocks every day, entries that begin a few minutes late, and a commitment.
fn week(a_day: i64) -> Record {
    let home = Zone::utc();
    let monday = chrono::NaiveDate::default();
    let week = Week::new(monday, chrono::NaiveTime::MIN, &home);
    let plan: Vec<Planned> = (0..7 * a_day)
        .map(|index| {
            let (day, place) = (index / a_day, index % a_day);
            let length = 12 * 3600 / a_day;
            let start = week
                .span()
                .start
                .plus_seconds(day * 86_400 + 8 * 3600 + place * length);
            Planned {
                id: Some(index.to_string()),
                tags: vec!["hobby".into()],
                lead_pct: Some(50),
                ..Planned::new(Stretch {
                    span: Span::new(start, start.plus_seconds(length)),
                    category: Category::ALL[index as usize % 4],
                    meeting: index % 3 == 0,
                })
            }
        })
        .collect();
    let late = |stretch: Stretch| Stretch {
        span: Span::new(stretch.span.start.plus_seconds(180), stretch.span.end),
        ..stretch
    };
    let actual = plan.iter().map(|block| Entry::new(late(block.stretch)));
    Record {
        actual: actual.collect(),
        committed: Some(plan.clone()),
        planned: plan,
        ..Record::empty(week, home, Rules::default())
    }
}

fn measuring(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("all metrics of a week");
    for a_day in [17, 16 * 17] {
        let record = week(a_day);
        group.bench_function(format!("{} entries", 7 * a_day), |bencher| {
            bencher.iter(|| figures(black_box(&record)));
        });
    }
    group.finish();
}
