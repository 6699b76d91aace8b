//! What must hold in a week whatever it costs. A rule that is not named does not apply. What cannot
//! be moved is no rule here: it is a slot that is not free, and so are the hours outside work.

use super::work::{PerWork, Work};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// The hard part of a week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// How long a block may be: a maximal run of free slots of one day that the plan gives to one
    /// kind of work. Fixed slots are no part of it.
    pub blocks: PerWork<Option<Lengths>>,
    /// Least minutes of growth in the week, what is fixed included.
    pub growth: Option<u32>,
    /// Most minutes of work in a day, what is fixed included.
    pub day: Option<u32>,
    /// Most minutes of work in the week, what is fixed included.
    pub week: Option<u32>,
    /// A stretch without work around noon on every day.
    pub lunch: Option<Lunch>,
    /// Most minutes of work without a pause, what is fixed included.
    pub stretch: Option<u32>,
    /// Minutes after a meeting in which the plan begins no technical work.
    pub buffer: Option<u32>,
    /// Day by day and slot by slot the kinds of work that the plan may not choose there.
    pub kept: Option<Vec<Vec<PerWork<bool>>>>,
    /// Rules that do not hold on single days, counted from 0. Rules of the week always hold.
    pub spared: Vec<(usize, Rule)>,
}

/// How long a block may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lengths {
    /// Least minutes.
    pub least: u32,
    /// Most minutes.
    pub most: u32,
}

/// Where a day pauses for lunch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lunch {
    /// The slots it may lie in, the same on every day.
    pub window: Range<usize>,
    /// Least minutes without work, in one piece inside the window.
    pub minutes: u32,
}

/// The name of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// How long a block of this kind may be.
    Blocks(Work),
    /// The least growth in the week.
    Growth,
    /// The most work in a day.
    Day,
    /// The most work in the week.
    Week,
    /// Lunch.
    Lunch,
    /// The longest stretch of work.
    Stretch,
    /// The buffer after a meeting.
    Buffer,
    /// The times kept free of some kinds of work.
    Kept,
}

impl Rules {
    /// The rules by default, with lunch in a window and the growth a person sets as least.
    pub fn by_default(lunch: Range<usize>, growth: u32) -> Rules {
        let lengths = [(60, 180), (30, 120), (30, 120)];
        Rules {
            blocks: lengths.map(|(least, most)| Some(Lengths { least, most })),
            growth: Some(growth),
            day: Some(9 * 60),
            week: None,
            lunch: Some(Lunch {
                window: lunch,
                minutes: 30,
            }),
            stretch: Some(4 * 60),
            buffer: Some(15),
            kept: None,
            spared: Vec::new(),
        }
    }

    /// The rules that are named.
    pub fn named(&self) -> Vec<Rule> {
        let blocks = Work::ALL
            .into_iter()
            .map(|work| (Rule::Blocks(work), self.blocks[work.index()].is_some()));
        let others = [
            (Rule::Growth, self.growth.is_some()),
            (Rule::Day, self.day.is_some()),
            (Rule::Week, self.week.is_some()),
            (Rule::Lunch, self.lunch.is_some()),
            (Rule::Stretch, self.stretch.is_some()),
            (Rule::Buffer, self.buffer.is_some()),
            (Rule::Kept, self.kept.is_some()),
        ];
        blocks
            .chain(others)
            .filter_map(|(rule, named)| named.then_some(rule))
            .collect()
    }

    /// The rules as they hold on a day.
    pub(super) fn on(&self, day: usize) -> Cow<'_, Rules> {
        let spared = self.spared.iter().filter(|(at, _)| *at == day);
        spared.fold(Cow::Borrowed(self), |rules, (_, rule)| {
            Cow::Owned(rules.without(*rule))
        })
    }

    /// The same rules without one.
    #[must_use]
    pub fn without(&self, rule: Rule) -> Rules {
        let mut rules = self.clone();
        match rule {
            Rule::Blocks(work) => rules.blocks[work.index()] = None,
            Rule::Growth => rules.growth = None,
            Rule::Day => rules.day = None,
            Rule::Week => rules.week = None,
            Rule::Lunch => rules.lunch = None,
            Rule::Stretch => rules.stretch = None,
            Rule::Buffer => rules.buffer = None,
            Rule::Kept => rules.kept = None,
        }
        rules
    }
}

impl Rule {
    /// Whether it looks at the week as a whole and not at each day alone.
    pub fn is_weekly(self) -> bool {
        matches!(self, Rule::Growth | Rule::Week)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Blocks(work) => write!(out, "the length of {} blocks", work.category().name()),
            Rule::Growth => out.write_str("the least growth time"),
            Rule::Day => out.write_str("the longest day"),
            Rule::Week => out.write_str("the longest week"),
            Rule::Lunch => out.write_str("lunch"),
            Rule::Stretch => out.write_str("the longest stretch of work"),
            Rule::Buffer => out.write_str("the buffer after meetings"),
            Rule::Kept => out.write_str("the times kept free"),
        }
    }
}
