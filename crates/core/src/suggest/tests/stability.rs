//! A meeting lands in a committed week: nearly everything else stays.

use super::examples::instances;
use crate::suggest::{Effort, Plan, Slot, Stability, Week, Work, suggest};

/// The week after a meeting landed on two slots that the plan had given to work.
fn landed(week: &Week, committed: &Plan, (day, slot): (usize, usize)) -> Option<Week> {
    let mut week = week.clone();
    let held = &committed.days[day][slot..slot + 2];
    let two = &mut week.days[day][slot..slot + 2];
    let free = two.iter().all(|slot| *slot == Slot::Free);
    if !free || held.iter().any(Option::is_none) {
        return None;
    }
    two.fill(Slot::Meeting(Work::Management));
    week.wishes.stability = Some(Stability {
        committed: committed.clone(),
        per_minute: Stability::PER_MINUTE,
    });
    Some(week)
}

/// The part of the committed minutes that still holds the same, and the same without those that the
/// meeting took.
fn kept(committed: &Plan, now: &Plan, (day, slot): (usize, usize)) -> (f64, f64) {
    let (mut all, mut taken, mut stayed) = (0, 0, 0);
    for (at, (before, after)) in committed.days.iter().zip(&now.days).enumerate() {
        for (index, (before, after)) in before.iter().zip(after).enumerate() {
            if before.is_some() {
                let under = at == day && (slot..slot + 2).contains(&index);
                all += 1;
                stayed += u32::from(before == after);
                taken += u32::from(under && before != after);
            }
        }
    }
    let part = |of: u32| f64::from(stayed) / f64::from(of);
    (part(all), part(all - taken))
}

#[test]
fn after_one_meeting_of_an_hour_landed_at_least_95_percent_of_the_committed_minutes_stay() {
    let mut parts = Vec::new();
    for worked in instances() {
        let week = &worked.week;
        if week.slot_minutes != 30 || week.days.len() < 4 {
            continue;
        }
        let committed = suggest(week, Effort::of(1)).unwrap().plan;
        for day in 0..week.days.len() {
            for slot in 0..week.slots_a_day() - 1 {
                if let Some(landed) = landed(week, &committed, (day, slot)) {
                    let now = suggest(&landed, Effort::of(200_000)).unwrap();
                    parts.push(kept(&committed, &now.plan, (day, slot)));
                }
            }
        }
    }
    let least = |parts: &mut dyn Iterator<Item = f64>| parts.fold(1.0, f64::min);
    let all = least(&mut parts.iter().map(|part| part.0));
    let spared = least(&mut parts.iter().map(|part| part.1));
    let calm = parts.iter().filter(|part| part.1 == 1.0).count();
    println!(
        "{} meetings: at least {all:.3} stayed, {spared:.3} of what was not hit",
        parts.len()
    );
    let most = parts.iter().filter(|part| 0.95 <= part.0).count();
    println!("{calm} moved nothing else; in {most} 95 % of all stayed, the hour itself counted");
    assert!(0.95 <= spared, "{spared}");
}
