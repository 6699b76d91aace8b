//! How much each wish counts, as a person sets it: five levels each, the middle one by default.

use crate::suggest::Points;
use serde::{Deserialize, Serialize};

/// How much each wish counts when a week is suggested: 0 not at all, 1 little, 2 as usual, 3 more,
/// 4 most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Weights {
    /// Reaching the wanted minutes of each category.
    pub mix: u8,
    /// Few switches between kinds of work.
    pub switches: u8,
    /// Long technical runs.
    pub runs: u8,
    /// What was committed stays.
    pub stability: u8,
    /// Technical work in one's best hours.
    pub peak: u8,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights {
            mix: 2,
            switches: 2,
            runs: 2,
            stability: 2,
            peak: 2,
        }
    }
}

impl Weights {
    /// The highest level.
    pub const MOST: u8 = 4;

    /// All of them, by the name they are stored under.
    pub fn named(&self) -> [(&'static str, u8); 5] {
        [
            ("mix", self.mix),
            ("switches", self.switches),
            ("runs", self.runs),
            ("stability", self.stability),
            ("peak", self.peak),
        ]
    }

    /// A usual weight in minute-equivalents at a level: each level doubles it, the lowest drops it.
    pub(super) fn at(level: u8, usual: f64) -> Points {
        let factor = match level {
            0 => 0.0,
            level => 2f64.powi(i32::from(level.min(Weights::MOST)) - 2),
        };
        Points::of(usual * factor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_up_doubles_a_weight_and_the_lowest_drops_it() {
        let weights = [0, 1, 2, 3, 4].map(|level| Weights::at(level, 15.0).as_f64());
        assert_eq!(weights, [0.0, 7.5, 15.0, 30.0, 60.0]);
    }
}
