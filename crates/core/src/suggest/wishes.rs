//! What a week should be like: every wish a plan does not meet costs it something. A wish that is
//! not named costs nothing. What must hold at any cost stands in `rules`.

use super::plan::Plan;
use super::points::Points;
use super::week::Slot;
use super::work::{PerWork, Work};

/// The soft part of a week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// Minutes wanted for each kind of work; `None`: any number is as good.
    pub wanted: PerWork<Option<Wanted>>,
    /// For every change of the kind of work in a day; time without work between two does not count
    /// as a change.
    pub switch: Points,
    /// Technical runs should last.
    pub short_runs: Option<ShortRuns>,
    /// Technical work should lie in one's best hours.
    pub peak: Option<Peak>,
    /// What is committed should stay.
    pub stability: Option<Stability>,
    /// Some of every day should stay open.
    pub contingency: Option<Contingency>,
    /// For every maximal run of meetings in a day after the first.
    pub island: Points,
}

/// How many minutes of a kind of work a week should hold, what is fixed included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Minutes a week.
    pub minutes: u32,
    /// For every minute that is missing.
    pub under: Points,
    /// For every minute too many.
    pub over: Points,
}

/// What short technical runs cost. A run is a maximal stretch of technical slots of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortRuns {
    /// Runs shorter than so many minutes are short.
    pub below: u32,
    /// For every minute in a short run.
    pub per_minute: Points,
}

/// What technical work outside one's best hours costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peak {
    /// The slots of the best hours, the same on every day.
    pub slots: Vec<usize>,
    /// For every technical minute outside them.
    pub per_minute: Points,
}

/// What leaving a committed plan costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// The plan committed to, in the shape of the week.
    pub committed: Plan,
    /// For every committed minute of work that holds something else now.
    pub per_minute: Points,
}

/// What a day without room for surprises costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contingency {
    /// The part of a day's minutes that should hold no work, 0–1; what is blocked does not count
    /// as part of the day.
    pub share: f64,
    /// For every minute less than that.
    pub per_minute: Points,
}

impl Contingency {
    /// The part kept open by default: a tenth. A convention.
    pub const DEFAULT: Contingency = Contingency {
        share: 0.1,
        per_minute: Points::whole(1),
    };
}

impl Wishes {
    /// The default weights for minutes wanted, in minute-equivalents. A switch costs about what
    /// coming back to interrupted work does, 10–15 minutes; the others are conventions.
    pub fn by_default(minutes: PerWork<u32>, peak: Vec<usize>) -> Wishes {
        let under = [3, 3, 5].map(Points::whole);
        Wishes {
            wanted: Work::ALL.map(|work| {
                Some(Wanted {
                    minutes: minutes[work.index()],
                    under: under[work.index()],
                    over: Points::whole(1),
                })
            }),
            switch: Points::whole(15),
            short_runs: Some(ShortRuns {
                below: 90,
                per_minute: ShortRuns::PER_MINUTE,
            }),
            peak: Some(Peak {
                slots: peak,
                per_minute: Peak::PER_MINUTE,
            }),
            ..Wishes::default()
        }
    }
}

impl ShortRuns {
    /// What a minute in a short run costs by default.
    pub const PER_MINUTE: Points = Points::from_thousandths(500);
}

impl Peak {
    /// What a technical minute outside the best hours costs by default. Small on purpose: the
    /// evidence for an effect of the hour is weak to moderate.
    pub const PER_MINUTE: Points = Points::from_thousandths(250);
}

impl Stability {
    /// What a moved minute costs by default.
    pub const PER_MINUTE: Points = Points::whole(2);
}

impl Wishes {
    /// Every weight there is.
    pub(super) fn weights(&self) -> Vec<Points> {
        let wanted = self.wanted.iter().flatten();
        let mut weights: Vec<Points> = wanted.flat_map(|it| [it.under, it.over]).collect();
        weights.extend([self.switch, self.island]);
        weights.extend(self.short_runs.map(|it| it.per_minute));
        weights.extend(self.peak.as_ref().map(|it| it.per_minute));
        weights.extend(self.stability.as_ref().map(|it| it.per_minute));
        weights.extend(self.contingency.map(|it| it.per_minute));
        weights
    }
}

impl Contingency {
    /// Minutes of a day that should hold no work, rounded down.
    pub(super) fn open_minutes(&self, given: &[Slot], slot_minutes: u32) -> u32 {
        let usable = given.iter().filter(|slot| **slot != Slot::Blocked).count() as u32;
        (f64::from(usable * slot_minutes) * self.share).floor() as u32
    }
}
