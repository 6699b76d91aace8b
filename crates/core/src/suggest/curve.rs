//! What a total costs: one value for every number of slots, convex, and perhaps a range outside of
//! which nothing is allowed. Costs that depend on a total alone are kept here: minutes under and
//! over, room for surprises, caps and the growth minimum.

use super::points::Points;
use super::week::Week;
use super::work::{PerWork, Work};

/// The cost of each number of slots from 0 on; `None`: not allowed.
#[derive(PartialEq)]
pub(super) struct Curve(Vec<Option<i64>>);

/// All totals of a week that cost something.
pub(super) struct Curves {
    /// For each kind of work in the week.
    pub(super) work: PerWork<Curve>,
    /// For all work in the week.
    pub(super) all: Curve,
    /// For all work in each day.
    pub(super) days: Vec<Curve>,
}

impl Curve {
    fn new(slots: usize, cost: impl Fn(u32) -> Option<Points>) -> Curve {
        let costs = (0..=slots as u32).map(cost);
        Curve(costs.map(|cost| cost.map(Points::thousandths)).collect())
    }

    /// What so many slots cost.
    pub(super) fn at(&self, slots: u32) -> Option<i64> {
        self.0.get(slots as usize).copied().flatten()
    }

    /// How many numbers of slots it knows.
    pub(super) fn slots(&self) -> usize {
        self.0.len()
    }

    /// Whether every number costs nothing.
    pub(super) fn is_flat(&self) -> bool {
        self.0.iter().all(|cost| *cost == Some(0))
    }

    /// How far each number of slots is above the least, when every slot earns `price`; `None`: not
    /// allowed.
    pub(super) fn above_least(&self, price: i64) -> Vec<Option<i64>> {
        let Some((least, _)) = self.lowest(price, 0) else {
            return vec![None; self.0.len()];
        };
        let each = self.0.iter().zip(0i64..);
        each.map(|(cost, slots)| Some((*cost)? - price * slots - least))
            .collect()
    }

    /// The least cost when every slot earns `price`, and the number of slots that has it; of several
    /// the one next to `near`.
    pub(super) fn lowest(&self, price: i64, near: u32) -> Option<(i64, u32)> {
        let allowed = self.0.iter().zip(0u32..);
        let paid =
            allowed.filter_map(|(cost, slots)| Some(((*cost)? - price * i64::from(slots), slots)));
        paid.min_by_key(|(cost, slots)| (*cost, slots.abs_diff(near)))
    }
}

impl Curves {
    pub(super) fn new(week: &Week) -> Curves {
        let (wishes, rules, minutes) = (&week.wishes, &week.rules, week.slot_minutes);
        let a_day = week.slots_a_day();
        let total = a_day * week.days.len();
        let at_most = |most: Option<u32>, work: u32| most.is_none_or(|most| work <= most);
        let work = |work: Work| {
            let least = rules.growth.filter(|_| work == Work::Growth).unwrap_or(0);
            Curve::new(total, |slots| {
                let held = slots * minutes;
                let cost = wishes.wanted[work.index()].map(|wanted| {
                    wanted.under.times(wanted.minutes.saturating_sub(held))
                        + wanted.over.times(held.saturating_sub(wanted.minutes))
                });
                (least <= held).then_some(cost.unwrap_or_default())
            })
        };
        let day = |(day, given): (usize, &Vec<_>)| {
            let longest = rules.on(day).day;
            let open = wishes
                .contingency
                .map_or(0, |it| it.open_minutes(given, minutes));
            let blocked = given
                .iter()
                .filter(|slot| **slot == super::Slot::Blocked)
                .count();
            let usable = (a_day - blocked) as u32;
            let per_minute = wishes.contingency.map_or(Points::ZERO, |it| it.per_minute);
            Curve::new(a_day, |slots| {
                let idle = usable.saturating_sub(slots) * minutes;
                let cost = per_minute.times(open.saturating_sub(idle));
                at_most(longest, slots * minutes).then_some(cost)
            })
        };
        Curves {
            work: Work::ALL.map(work),
            all: Curve::new(total, |slots| {
                at_most(rules.week, slots * minutes).then_some(Points::ZERO)
            }),
            days: week.days.iter().enumerate().map(day).collect(),
        }
    }

    /// What a week's totals cost; `None`: they are not allowed.
    pub(super) fn week(&self, slots: PerWork<u32>) -> Option<i64> {
        let all = self.all.at(slots.iter().sum())?;
        let work = self.work.iter().zip(slots);
        work.map(|(curve, slots)| curve.at(slots))
            .sum::<Option<i64>>()
            .map(|work| work + all)
    }
}
