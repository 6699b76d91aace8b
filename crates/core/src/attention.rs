//! What the program may draw attention to, and when: reminders, focus sessions, questions after an
//! absence. Nothing here decides; `remind` does.

use crate::actual::Rounds;
use crate::category::Category;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Everything about attention that a person sets. One value, stored as one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Attention {
    /// Minutes before a block of each category at which to remind, in the order of
    /// [`Category::ALL`]; `None`: not at all. A block may say otherwise.
    pub before: [Option<u16>; 4],
    /// Minutes of work without a break after which to hint at one; `None`: never.
    pub break_after: Option<u16>,
    /// Whether to say that the work hours of the day are over.
    pub end_of_work: bool,
    /// When to remind of committing the week, minutes after midnight of its first work day; `None`:
    /// never.
    pub commit_week: Option<u16>,
    /// How many minutes before the end of the work hours to remind of closing the day; `None`:
    /// never.
    pub close_day: Option<u16>,
    /// Whether nothing is shown while a focus session is at work; it is listed afterwards.
    pub quiet_focus: bool,
    /// The rounds a focus session begins with.
    pub rounds: Rounds,
    /// Whether the next round begins by itself when a break is over.
    pub next_round_by_itself: bool,
    /// Minutes of absence after which to ask what they were; `None`: never.
    pub ask_after_idle: Option<u16>,
    /// Whether the program stays in the tray, where there is one, when its window is closed.
    pub stay_in_tray: bool,
}

/// Why something cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttentionRefusal {
    /// A reminder would come more than [`EARLIEST_BEFORE`] ahead.
    TooEarly {
        /// For blocks of this category.
        category: Category,
    },
    /// A hint at a break would come too soon or too late.
    BreakAfter,
    /// No day has this time.
    CommitWeek,
    /// The reminder of closing the day would come hours before its end.
    CloseDay,
    /// A length of a focus session is nothing, or more than hours.
    Rounds {
        /// Which.
        length: RoundsField,
    },
    /// An absence would be asked about too soon or too late.
    Idle,
}

/// The lengths of a focus session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundsField {
    /// Work in a round.
    Work,
    /// A short break.
    Short,
    /// The long break.
    Long,
    /// Rounds before the long break.
    Every,
}

impl AttentionRefusal {
    /// The field of the form it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            AttentionRefusal::TooEarly { .. } => "before",
            AttentionRefusal::BreakAfter => "break_after",
            AttentionRefusal::CommitWeek => "commit_week",
            AttentionRefusal::CloseDay => "close_day",
            AttentionRefusal::Rounds { .. } => "rounds",
            AttentionRefusal::Idle => "ask_after_idle",
        }
    }
}

/// The most minutes a reminder may come before a block.
pub const EARLIEST_BEFORE: u16 = 24 * 60;

/// The minutes of work after which a hint at a break may come.
pub const BREAK_AFTER: RangeInclusive<u16> = 15..=12 * 60;

/// The most minutes before the end of the work hours at which closing the day may be reminded of.
pub const CLOSE_DAY_MOST: u16 = 4 * 60;

/// The minutes of absence that may be asked about.
pub const ASK_AFTER: RangeInclusive<u16> = 1..=8 * 60;

impl Default for Attention {
    fn default() -> Attention {
        Attention {
            before: [Some(5), Some(5), Some(5), None],
            break_after: Some(120),
            end_of_work: true,
            commit_week: Some(9 * 60 + 30),
            close_day: Some(15),
            quiet_focus: true,
            rounds: Rounds::default(),
            next_round_by_itself: false,
            ask_after_idle: Some(10),
            stay_in_tray: false,
        }
    }
}

impl Attention {
    /// The minutes before a block of a category.
    pub fn before(&self, category: Category) -> Option<u16> {
        self.before[category as usize]
    }

    /// Whether it can be kept.
    pub fn check(&self) -> Result<(), AttentionRefusal> {
        let early = |category: &Category| {
            let before = self.before(*category);
            before.is_some_and(|minutes| EARLIEST_BEFORE < minutes)
        };
        if let Some(category) = Category::ALL.into_iter().find(early) {
            return Err(AttentionRefusal::TooEarly { category });
        }
        let within = |minutes: Option<u16>, bounds: RangeInclusive<u16>| {
            minutes.is_none_or(|minutes| bounds.contains(&minutes))
        };
        if !within(self.break_after, BREAK_AFTER) {
            return Err(AttentionRefusal::BreakAfter);
        }
        if !within(self.commit_week, 0..=24 * 60 - 1) {
            return Err(AttentionRefusal::CommitWeek);
        }
        if !within(self.close_day, 0..=CLOSE_DAY_MOST) {
            return Err(AttentionRefusal::CloseDay);
        }
        if !within(self.ask_after_idle, ASK_AFTER) {
            return Err(AttentionRefusal::Idle);
        }
        check_rounds(&self.rounds)
    }
}

/// Whether a focus session can go like this.
pub fn check_rounds(rounds: &Rounds) -> Result<(), AttentionRefusal> {
    let lengths = [
        (RoundsField::Work, 1..=240, rounds.work),
        (RoundsField::Short, 1..=120, rounds.short),
        (RoundsField::Long, 1..=240, rounds.long),
        (RoundsField::Every, 1..=12, u16::from(rounds.every)),
    ];
    let wrong = lengths
        .into_iter()
        .find(|(_, bounds, value)| !bounds.contains(value));
    match wrong {
        Some((length, _, _)) => Err(AttentionRefusal::Rounds { length }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(change: impl FnOnce(&mut Attention)) -> Option<AttentionRefusal> {
        let mut attention = Attention::default();
        change(&mut attention);
        attention.check().err()
    }

    #[test]
    fn what_it_begins_with_can_be_kept_and_so_can_nothing_at_all() {
        assert_eq!(refused(|_| {}), None);
        let silent = |attention: &mut Attention| {
            attention.before = [None; 4];
            attention.break_after = None;
            attention.commit_week = None;
            attention.close_day = None;
            attention.ask_after_idle = None;
        };
        assert_eq!(refused(silent), None);
    }

    #[test]
    fn every_bound_holds_at_its_edge() {
        let growth = Category::Growth;
        let early = |minutes| refused(|one| one.before[growth as usize] = Some(minutes));
        assert_eq!(early(1440), None);
        assert_eq!(
            early(1441),
            Some(AttentionRefusal::TooEarly { category: growth })
        );
        let hint = |minutes| refused(|one| one.break_after = Some(minutes));
        assert_eq!((hint(15), hint(720)), (None, None));
        assert_eq!(hint(14), Some(AttentionRefusal::BreakAfter));
        assert_eq!(hint(721), Some(AttentionRefusal::BreakAfter));
        let commit = |minutes| refused(|one| one.commit_week = Some(minutes));
        assert_eq!(commit(1439), None);
        assert_eq!(commit(1440), Some(AttentionRefusal::CommitWeek));
        let close = |minutes| refused(|one| one.close_day = Some(minutes));
        assert_eq!(close(240), None);
        assert_eq!(close(241), Some(AttentionRefusal::CloseDay));
        let idle = |minutes| refused(|one| one.ask_after_idle = Some(minutes));
        assert_eq!((idle(1), idle(480)), (None, None));
        assert_eq!(idle(0), Some(AttentionRefusal::Idle));
        let work = |minutes| refused(|one| one.rounds.work = minutes);
        assert_eq!((work(1), work(240)), (None, None));
        let length = RoundsField::Work;
        assert_eq!(work(0), Some(AttentionRefusal::Rounds { length }));
        let every = |rounds| refused(|one| one.rounds.every = rounds);
        let length = RoundsField::Every;
        assert_eq!(every(13), Some(AttentionRefusal::Rounds { length }));
    }
}
