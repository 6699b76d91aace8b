use super::*;
use crate::category::Category;
use crate::facets::Facets;
use proptest::prelude::*;

fn planned(title: &str, start: i64, end: i64) -> Planned {
    Planned {
        span: span(start, end),
        subject: Subject {
            title: title.into(),
            category: Category::Technical,
            of: Some(format!("b{start}")),
            facets: Facets::default(),
        },
    }
}

fn span(start: i64, end: i64) -> Span {
    Span::new(Instant(start * 60), Instant(end * 60))
}

fn confirmed(
    planned: &[Planned],
    taken: &[Span],
    now: i64,
) -> (Confirmed, Vec<(String, i64, i64)>) {
    let mut last = 0;
    let mut next = || {
        last += 1;
        EntryId(last)
    };
    let confirmed = confirm(planned, taken, Instant(now * 60), "UTC", &mut next);
    let drawn = confirmed
        .entries
        .iter()
        .map(|entry| {
            let Span { start, end } = entry.span;
            (entry.subject.title.clone(), start.0 / 60, end.0 / 60)
        })
        .collect();
    (confirmed, drawn)
}

#[test]
fn what_is_over_becomes_entries_and_what_is_under_way_counts_up_to_now() {
    let plan = [
        planned("A", 0, 30),
        planned("B", 30, 90),
        planned("C", 90, 120),
    ];
    let (result, drawn) = confirmed(&plan, &[], 60);
    assert_eq!(drawn, [("A".into(), 0, 30), ("B".into(), 30, 60)]);
    assert_eq!((result.things, result.begun), (2, 2));
    assert!(
        result
            .entries
            .iter()
            .all(|entry| entry.source == Source::Confirmed)
    );
}

#[test]
fn recorded_time_is_left_alone_and_gaps_of_seconds_stay_gaps() {
    let plan = [planned("A", 0, 60)];
    let taken = [
        span(10, 20),
        Span::new(Instant(20 * 60 + 59), Instant(50 * 60)),
    ];
    let (_, drawn) = confirmed(&plan, &taken, 100);
    assert_eq!(drawn, [("A".into(), 0, 10), ("A".into(), 50, 60)]);
    let (nothing, _) = confirmed(&plan, &[span(-5, 70)], 100);
    assert_eq!((nothing.things, nothing.begun), (0, 1));
}

#[test]
fn of_two_that_share_time_the_earlier_gets_it_and_room_for_what_comes_up_gets_none() {
    let mut room = planned("Room", 0, 10);
    room.subject.facets.contingency = true;
    let plan = [planned("B", 20, 60), planned("A", 10, 40), room];
    let (result, drawn) = confirmed(&plan, &[], 100);
    assert_eq!(drawn, [("A".into(), 10, 40), ("B".into(), 40, 60)]);
    assert_eq!(result.begun, 2);
}

proptest! {
    /// Never over what is recorded, never over itself, never in the future; and every planned
    /// second that is over has somebody.
    #[test]
    fn the_plan_fills_exactly_what_is_free(
        plan in prop::collection::vec((0..60_i64, 1..20_i64), 0..6),
        taken in prop::collection::vec((0..60_i64, 1..20_i64), 0..4),
        now in 0..90_i64,
    ) {
        let plan: Vec<Planned> = plan.iter().map(|(at, long)| planned("P", *at, at + long)).collect();
        let taken: Vec<Span> = taken.iter().map(|(at, long)| span(*at, at + long)).collect();
        let (result, _) = confirmed(&plan, &taken, now);
        let holds = |span: Span, minute: i64| {
            span.start.0 <= minute * 60 && minute * 60 < span.end.0
        };
        for minute in 0..100 {
            let stands = result.entries.iter().filter(|entry| holds(entry.span, minute)).count();
            let wanted = minute < now
                && plan.iter().any(|one| holds(one.span, minute))
                && !taken.iter().any(|span| holds(*span, minute));
            prop_assert_eq!(stands, usize::from(wanted), "minute {}", minute);
        }
    }
}
