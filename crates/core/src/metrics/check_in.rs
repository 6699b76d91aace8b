//! The check-in: a score from one's own answers, and when it is worth a word.
//!
//! Each of five answers is 0 (never) to 4 (all the time), already turned so that more means more
//! strain. Score = mean × 25, with at least four answers, else there is none. High: 75 or more.
//! Raised: 50 or more, or 20 above one's own median in the newest two check-ins.
//!
//! Unit: 0–100. Edge: one's own median is that of the scores before those two, of six at least, as
//! for every other range of one's own. Source: the questions are our own and validated by nobody; all
//! numbers are conventions.

use crate::metrics::LEAST_BASELINE;
use crate::metrics::usual::median;

/// How many answers a score needs.
pub const LEAST_ANSWERS: usize = 4;

const HIGH: f64 = 75.0;
const RAISED: f64 = 50.0;
const ABOVE_USUAL: f64 = 20.0;

/// How one's own answers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Nothing to say.
    Usual,
    /// More strain than usual.
    Raised,
    /// Much strain.
    High,
}

/// The score of some answers; `None` is a question left out.
pub fn score(answers: &[Option<u8>]) -> Option<f64> {
    let given: Vec<f64> = answers.iter().flatten().copied().map(f64::from).collect();
    (LEAST_ANSWERS <= given.len()).then(|| given.iter().sum::<f64>() / given.len() as f64 * 25.0)
}

/// The band of the newest of some scores, given oldest first, a week's check-in without a score as
/// `None`. Without a newest score there is no band.
pub fn band(scores: &[Option<f64>]) -> Option<Band> {
    let newest = scores.last().copied().flatten()?;
    if HIGH <= newest {
        return Some(Band::High);
    }
    let raised = RAISED <= newest || twice_above_usual(scores);
    Some(if raised { Band::Raised } else { Band::Usual })
}

fn twice_above_usual(scores: &[Option<f64>]) -> bool {
    let Some((before, [Some(one), Some(two)])) = scores.split_last_chunk::<2>() else {
        return false;
    };
    let before: Vec<f64> = before.iter().flatten().copied().collect();
    let known = LEAST_BASELINE <= before.len();
    let usual = median(before).filter(|_| known);
    usual.is_some_and(|usual| usual + ABOVE_USUAL <= one.min(*two))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifty_is_raised_and_seventy_five_high() {
        let bands = [49.9, 50.0, 74.9, 75.0].map(|score| band(&[Some(score)]).unwrap());
        assert_eq!(bands, [Band::Usual, Band::Raised, Band::Raised, Band::High]);
        assert_eq!(band(&[Some(80.0), None]), None);
        assert_eq!(band(&[]), None);
    }

    #[test]
    fn a_low_score_is_raised_when_it_is_twice_far_above_ones_own() {
        let usual = [Some(20.0); 6];
        let after = |newest: &[Option<f64>]| band(&[&usual, newest].concat());
        assert_eq!(after(&[Some(40.0), Some(45.0)]), Some(Band::Raised));
        assert_eq!(after(&[Some(39.0), Some(45.0)]), Some(Band::Usual));
        assert_eq!(after(&[Some(45.0)]), Some(Band::Usual));
        assert_eq!(after(&[Some(45.0), None, Some(45.0)]), Some(Band::Usual));
        assert_eq!(
            band(&[Some(20.0), Some(45.0), Some(45.0)]),
            Some(Band::Usual)
        );
    }
}
