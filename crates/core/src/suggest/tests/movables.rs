//! Meetings whose time is open.

use super::examples::{Worked, instances};
use crate::suggest::{Effort, Movable, NoPlan, Place, Points, Slot, Week, Work, suggest};

fn anywhere(week: &Week, slots: usize) -> Movable {
    let days = 0..week.days.len();
    let places = days.flat_map(|day| (0..week.slots_a_day()).map(move |slot| Place { day, slot }));
    Movable {
        work: Work::Management,
        slots,
        places: places.collect(),
    }
}

#[test]
fn one_meeting_goes_where_the_week_costs_least() {
    let mut week = Worked::named("four-day-16meet").week;
    let mut costs = Vec::new();
    for day in 0..week.days.len() {
        for slot in 0..week.slots_a_day() - 1 {
            let mut placed = week.clone();
            let two = &mut placed.days[day][slot..slot + 2];
            if two.iter().all(|slot| *slot == Slot::Free) {
                two.fill(Slot::Meeting(Work::Management));
                costs.push(suggest(&placed, Effort::DEFAULT).unwrap().cost.total());
            }
        }
    }
    week.movable = vec![anywhere(&week, 2)];
    let found = suggest(&week, Effort::DEFAULT).unwrap();
    assert_eq!(Some(found.cost.total()), costs.into_iter().min());
    assert!(found.optimal);
    let Place { day, slot } = found.meetings[0];
    assert_eq!(
        found.plan.days[day][slot..slot + 2],
        [Some(Work::Management); 2]
    );
}

#[test]
fn several_meetings_find_good_places_without_a_proof() {
    let mut week = Worked::named("30min-20over-3").week;
    week.wishes.island = Points::whole(10);
    let fixed = suggest(&week, Effort::DEFAULT).unwrap();
    let mut moved = week.clone();
    // The last three meetings of the week become movable.
    for (day, slots) in [(4, 15..17), (4, 12..15), (3, 15..17)] {
        moved.days[day][slots.clone()].fill(Slot::Free);
        moved.movable.push(anywhere(&week, slots.len()));
    }
    let found = suggest(&moved, Effort::of(2_000_000)).unwrap();
    assert!(!found.optimal);
    assert!(found.cost.total() <= fixed.cost.total());
}

#[test]
fn a_meeting_without_a_place_is_said() {
    let mut week = Worked::named("all-locked").week;
    week.movable = vec![anywhere(&week, 1)];
    assert_eq!(suggest(&week, Effort::DEFAULT), Err(NoPlan::NoPlace));
    assert!(
        instances()
            .iter()
            .all(|worked| worked.week.movable.is_empty())
    );
}
