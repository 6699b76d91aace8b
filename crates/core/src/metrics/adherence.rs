//! Adherence: how much of a plan happened, when it was planned, and how much happened elsewhere.
//!
//! ```text
//! planned    [======]      [==]
//! actual        [========]
//! kept          |---|
//! moved              |---|
//! missed                  ||
//! ```
//!
//! For each category, with P the time planned and A the time spent, each moment once:
//!
//! * kept = |P ∩ A|; moved = min(|P|, |A|) − kept; missed = what |A| lacks of |P|; unplanned = what
//!   |A| has above |P|. So planned = kept + moved + missed, always.
//! * recall = kept ÷ planned, the headline; volume = (kept + moved) ÷ planned; precision = kept ÷
//!   spent; jaccard = |P ∩ A| ÷ |P ∪ A|, for diagnosis only: a plan kept in full and overrun by as
//!   much again has recall 1 and jaccard ½.
//! * A block is done when enough of it is covered by its category, or when it was ticked; it
//!   started with its first covered minute; it was on time when that came soon enough.
//!
//! Sums go over all categories, personal time too. Against the live plan this is how well the plan
//! was carried out, against the commitment how well the commitment was. Contingency blocks are left
//! out: see [`super::buffers()`].
//!
//! Units: minutes, ratios 0–1. Evidence: that planning one's time goes with performance and
//! wellbeing is a correlation over 158 studies (Aeon 2021, moderate); that a day going as planned
//! makes it a good one is developers' own account (Meyer 2019, moderate). No cut-off for a good
//! recall is published; the coverage of 0.8 and the grace of 5 minutes are conventions.

use crate::category::Category;
use crate::metrics::union::Union;
use crate::metrics::{Planned, Rules};
use crate::stretch::Stretch;
use crate::sweep::{minutes, ratio};
use serde::Serialize;

/// How one category's plan went, minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kept {
    /// Time planned: kept + moved + missed.
    pub planned: f64,
    /// Time spent when it was planned.
    pub kept: f64,
    /// Time spent instead at other times.
    pub moved: f64,
    /// Planned time that was not spent at all.
    pub missed: f64,
    /// Time spent beyond what was planned.
    pub unplanned: f64,
}

/// How a plan went.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Adherence {
    /// Minutes planned: kept + moved + missed.
    pub planned: f64,
    /// Minutes spent when they were planned.
    pub kept: f64,
    /// Minutes spent instead at other times.
    pub moved: f64,
    /// Planned minutes that were not spent at all.
    pub missed: f64,
    /// Minutes spent beyond what was planned.
    pub unplanned: f64,
    /// kept ÷ planned.
    pub recall: Option<f64>,
    /// kept ÷ spent.
    pub precision: Option<f64>,
    /// Shared time ÷ time in plan or deed.
    pub jaccard: Option<f64>,
    /// (kept + moved) ÷ planned.
    pub volume: Option<f64>,
    /// Blocks planned.
    pub blocks: u32,
    /// Those covered enough, or ticked.
    pub blocks_done: u32,
    /// Those with any covered time.
    pub blocks_started: u32,
    /// Those that started soon enough.
    pub blocks_on_time: u32,
    /// Done ÷ planned blocks.
    pub completion: Option<f64>,
    /// On time ÷ planned blocks.
    pub on_time: Option<f64>,
    /// From each block's start to its first covered minute, in the order of the plan; blocks that
    /// never started have none.
    pub start_delays_min: Vec<f64>,
    /// The same minutes for each category, in the order of [`Category::ALL`].
    #[serde(skip)]
    pub by_category: [Kept; 4],
}

/// How one block of a plan went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CarriedOut {
    /// The part of it that its category covers, 0–1; `None` for a block without length.
    pub coverage: Option<f64>,
    /// Whether it is done: covered enough, or ticked.
    pub done: bool,
}

/// How each block of a plan went, given what happened.
pub fn carried_out(plan: &[Planned], actual: &[Stretch], rules: &Rules) -> Vec<CarriedOut> {
    let spent = Category::ALL.map(|category| of_category(actual.iter(), category));
    let of = |block: &Planned| of_block(block, &spent[block.stretch.category as usize], rules);
    plan.iter().map(of).collect()
}

/// How a plan went, given what happened.
pub fn adherence(plan: &[Planned], actual: &[Stretch], rules: &Rules) -> Adherence {
    let plan: Vec<&Planned> = plan.iter().filter(|block| !block.contingency).collect();
    let mut found = Adherence::default();
    let spent = Category::ALL.map(|category| of_category(actual.iter(), category));
    let mut all = Sums::default();
    for (category, spent) in Category::ALL.into_iter().zip(&spent) {
        let wanted = of_category(plan.iter().map(|block| &block.stretch), category);
        let sums = Sums {
            planned: wanted.seconds(),
            spent: spent.seconds(),
            shared: wanted.shared(spent),
        };
        found.by_category[category as usize] = sums.kept();
        all = all.plus(sums);
    }
    found.add_minutes();
    found.recall = ratio(all.shared, all.planned);
    found.precision = ratio(all.shared, all.spent);
    found.jaccard = ratio(all.shared, all.planned + all.spent - all.shared);
    found.volume = (0.0 < found.planned).then(|| (found.kept + found.moved) / found.planned);
    for block in plan {
        found.add_block(block, &spent[block.stretch.category as usize], rules);
    }
    found.completion = ratio(found.blocks_done.into(), found.blocks.into());
    found.on_time = ratio(found.blocks_on_time.into(), found.blocks.into());
    found
}

impl Adherence {
    fn add_minutes(&mut self) {
        let sum = |part: fn(&Kept) -> f64| self.by_category.iter().map(part).sum();
        (self.planned, self.kept) = (sum(|one| one.planned), sum(|one| one.kept));
        (self.moved, self.missed) = (sum(|one| one.moved), sum(|one| one.missed));
        self.unplanned = sum(|one| one.unplanned);
    }

    fn add_block(&mut self, block: &Planned, spent: &Union, rules: &Rules) {
        let span = block.stretch.span;
        self.blocks += 1;
        self.blocks_done += u32::from(of_block(block, spent, rules).done);
        if let Some(first) = spent.cut(span).next() {
            let delay = span.start.seconds_until(first.start);
            self.blocks_started += 1;
            self.blocks_on_time += u32::from(delay <= rules.on_time_grace * 60);
            self.start_delays_min.push(minutes(delay));
        }
    }
}

/// Seconds of plan and deed.
#[derive(Clone, Copy, Default)]
struct Sums {
    planned: i64,
    spent: i64,
    shared: i64,
}

impl Sums {
    fn plus(self, other: Sums) -> Sums {
        Sums {
            planned: self.planned + other.planned,
            spent: self.spent + other.spent,
            shared: self.shared + other.shared,
        }
    }

    fn kept(self) -> Kept {
        Kept {
            planned: minutes(self.planned),
            kept: minutes(self.shared),
            moved: minutes(self.planned.min(self.spent) - self.shared),
            missed: minutes((self.planned - self.spent).max(0)),
            unplanned: minutes((self.spent - self.planned).max(0)),
        }
    }
}

fn of_block(block: &Planned, spent: &Union, rules: &Rules) -> CarriedOut {
    let span = block.stretch.span;
    let coverage = ratio(spent.within(span), span.seconds());
    let covered = coverage.is_some_and(|coverage| rules.done_coverage <= coverage);
    CarriedOut {
        coverage,
        done: covered || block.ticked,
    }
}

fn of_category<'s>(stretches: impl Iterator<Item = &'s Stretch>, category: Category) -> Union {
    let of = stretches.filter(|stretch| stretch.category == category);
    Union::of(of.map(|stretch| stretch.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;

    #[test]
    fn what_is_kept_moved_and_missed_is_as_drawn() {
        let drawing = Drawing::of(include_str!("adherence.rs"));
        let plan = drawing.stretches("planned", Category::Growth);
        let plan: Vec<Planned> = plan.into_iter().map(Planned::new).collect();
        let actual = drawing.stretches("actual", Category::Growth);
        let found = adherence(&plan, &actual, &Rules::default());
        let expected = Kept {
            planned: drawing.minutes("planned"),
            kept: drawing.minutes("kept"),
            moved: drawing.minutes("moved"),
            missed: drawing.minutes("missed"),
            unplanned: 0.0,
        };
        assert_eq!(found.by_category[Category::Growth as usize], expected);
    }

    fn block(from: i64, to: i64) -> Planned {
        let at = |minute: i64| crate::time::Instant(minute * 60);
        let span = crate::time::Span::new(at(from), at(to));
        Planned::new(Stretch::new(span, Category::Technical))
    }

    #[test]
    fn a_ticked_block_is_done_without_having_started() {
        let plan = [Planned {
            ticked: true,
            ..block(0, 60)
        }];
        let found = adherence(&plan, &[], &Rules::default());
        assert_eq!((found.blocks_done, found.blocks_started), (1, 0));
        assert_eq!((found.completion, found.on_time), (Some(1.0), Some(0.0)));
    }

    #[test]
    fn time_held_for_surprises_is_neither_kept_nor_missed() {
        let plan = [Planned {
            contingency: true,
            ..block(0, 60)
        }];
        let happened = [block(0, 30).stretch];
        let found = adherence(&plan, &happened, &Rules::default());
        assert_eq!(
            (found.planned, found.blocks, found.unplanned),
            (0.0, 0, 30.0)
        );
        assert_eq!(found.recall, None);
    }

    #[test]
    fn four_fifths_of_a_block_are_enough_and_five_minutes_are_on_time() {
        let plan = [block(0, 60), block(100, 160)];
        let happened = [block(5, 53).stretch, block(106, 153).stretch];
        let found = adherence(&plan, &happened, &Rules::default());
        assert_eq!((found.blocks_done, found.blocks_on_time), (1, 1));
        assert_eq!(found.start_delays_min, [5.0, 6.0]);
    }
}
