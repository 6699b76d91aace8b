//! Why no plan keeps every rule: the rules that are in each other's way. It names them and relaxes
//! none; that is up to the person.

use super::feasible::feasible;
use super::problem::Problem;
use super::rules::{Rule, Rules};
use super::week::Week;
use std::fmt;

/// Rules that cannot hold together with what is given; without any one of them the others can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The first day on which they already fail by themselves; `None`: only the week as a whole has
    /// no room.
    pub day: Option<usize>,
}

/// The conflict of a week that no plan fits. Each rule in turn is left out for good when the rest
/// still fails without it (a deletion filter: Chinneck and Dravnieks, 1991).
pub(super) fn conflict(week: &Week) -> Conflict {
    let mut rules = week.rules.clone();
    for rule in week.rules.named() {
        let without = rules.without(rule);
        if !holds(week, &without, None) {
            rules = without;
        }
    }
    let named = rules.named();
    let daily = !named.iter().any(|rule| rule.is_weekly());
    let mut days = 0..week.days.len();
    Conflict {
        day: days.find(|day| daily && !holds(week, &rules, Some(*day))),
        rules: named,
    }
}

/// Whether a week, or one day of it, has a plan under some rules.
fn holds(week: &Week, rules: &Rules, day: Option<usize>) -> bool {
    let mut week = week.clone();
    week.rules = rules.clone();
    week.wishes = Default::default();
    if let Some(day) = day {
        week.days = vec![week.days.swap_remove(day)];
        let kept = week.rules.kept.take();
        week.rules.spared.retain(|(at, _)| *at == day);
        week.rules.spared.iter_mut().for_each(|(at, _)| *at = 0);
        week.rules.kept = kept.map(|mut kept| vec![kept.swap_remove(day)]);
    }
    feasible(&Problem::new(&week)).is_some()
}

impl fmt::Display for Conflict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.rules.len();
        for (index, rule) in self.rules.iter().enumerate() {
            let joint = match index {
                0 => "",
                _ if index + 1 == count => " and ",
                _ => ", ",
            };
            write!(out, "{joint}{rule}")?;
        }
        Ok(())
    }
}
