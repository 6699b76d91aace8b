//! Which rules a plan breaks, read off the plan itself. The search never breaks one; tests hold it
//! to this reading.

use super::cost::runs;
use super::plan::Plan;
use super::rules::Rule;
use super::week::{Slot, Week};
use super::work::Work;

/// A rule that a plan breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// The plan has another shape than the week, or holds something else than what is given there.
    Given {
        /// The day.
        day: usize,
    },
    /// A rule for days.
    Day {
        /// The day.
        day: usize,
        /// The rule.
        rule: Rule,
    },
    /// A rule for the week.
    Week {
        /// The rule.
        rule: Rule,
    },
}

/// Everything a plan breaks, day by day, then the week as a whole.
pub fn breaches(week: &Week, plan: &Plan) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (day, given) in week.days.iter().enumerate() {
        match plan.days.get(day).filter(|held| fits(given, held)) {
            None => breaches.push(Breach::Given { day }),
            Some(held) => {
                let broken = week.rules.on(day).named().into_iter();
                let broken = broken.filter(|rule| breaks(week, *rule, day, held));
                breaches.extend(broken.map(|rule| Breach::Day { day, rule }));
            }
        }
    }
    let minutes = plan.slots().map(|slots| slots * week.slot_minutes);
    let [_, _, growth] = minutes;
    let work: u32 = minutes.iter().sum();
    if week.rules.growth.is_some_and(|least| growth < least) {
        breaches.push(Breach::Week { rule: Rule::Growth });
    }
    if week.rules.week.is_some_and(|most| most < work) {
        breaches.push(Breach::Week { rule: Rule::Week });
    }
    breaches
}

fn fits(given: &[Slot], held: &[Option<Work>]) -> bool {
    let kept = |(slot, held): (&Slot, &Option<Work>)| *slot == Slot::Free || *held == slot.given();
    given.len() == held.len() && given.iter().zip(held).all(kept)
}

fn breaks(week: &Week, rule: Rule, day: usize, held: &[Option<Work>]) -> bool {
    let (rules, minutes) = (&week.rules, week.slot_minutes);
    let given = &week.days[day][..];
    let longest = |meant: fn(&Option<Work>) -> bool| {
        let longest = runs(held, meant).into_iter().max();
        longest.unwrap_or(0) * minutes
    };
    match rule {
        Rule::Blocks(work) => rules.blocks[work.index()].is_some_and(|lengths| {
            let slots: Vec<_> = given.iter().zip(held).collect();
            let chosen = runs(&slots, |(slot, held)| {
                **slot == Slot::Free && **held == Some(work)
            });
            let mut lasting = chosen.into_iter().map(|slots| slots * minutes);
            lasting.any(|block| block < lengths.least || lengths.most < block)
        }),
        Rule::Day => rules
            .day
            .is_some_and(|most| most < held.iter().flatten().count() as u32 * minutes),
        Rule::Lunch => rules.lunch.as_ref().is_some_and(|lunch| {
            let pauses = runs(&held[lunch.window.clone()], Option::is_none);
            pauses.into_iter().max().unwrap_or(0) * minutes < lunch.minutes
        }),
        Rule::Stretch => rules
            .stretch
            .is_some_and(|most| most < longest(Option::is_some)),
        Rule::Buffer => rules.buffer.is_some_and(|buffer| {
            (0..given.len()).any(|slot| {
                let before = given[..slot].iter().rev();
                let since = before
                    .take_while(|slot| !matches!(slot, Slot::Meeting(_)))
                    .count();
                let chosen = given[slot] == Slot::Free && held[slot] == Some(Work::Technical);
                chosen && since < slot && (since as u32 * minutes) < buffer
            })
        }),
        Rule::Kept => rules.kept.as_ref().is_some_and(|kept| {
            let slots = given.iter().zip(held).zip(&kept[day]);
            let mut chosen = slots.filter(|((given, _), _)| **given == Slot::Free);
            chosen.any(|((_, held), kept)| held.is_some_and(|work| kept[work.index()]))
        }),
        Rule::Growth | Rule::Week => false,
    }
}
