//! A smoothed path of the newest weeks, for the eye: exponentially weighted, with an upper limit.
//!
//! e₀ = m; eₜ = λ · xₜ + (1 − λ) · eₜ₋₁; limit = m + L · scale · √(λ ÷ (2 − λ) · (1 − (1 − λ)²ᵗ)), where
//! m and scale are the [`Usual`] ones, λ = 0.3, L = 2.7 and t counts from 1. A signal is strictly above
//! the limit.
//!
//! Unit: that of the values. The path is drawn in the chart and takes no part in any sign: as a second
//! trigger it would have cost a calm person one to two and a half false weeks a year (simulated).
//! Evidence: moderate for the method (Schat 2021; Smit & Snippe 2022), weak for what it says.

use crate::metrics::Usual;

/// The weight of the newest week.
pub const LAMBDA: f64 = 0.3;
/// How many scales wide the limit is in the long run, before smoothing narrows it.
pub const LIMIT_WIDTH: f64 = 2.7;

/// A point of the path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smoothed {
    /// The smoothed value.
    pub ewma: f64,
    /// The upper limit.
    pub ucl: f64,
    /// Whether the value is above the limit.
    pub signal: bool,
}

/// The path of some weeks, oldest first.
pub fn ewma(usual: &Usual, weeks: &[f64]) -> Vec<Smoothed> {
    let mut value = usual.median;
    let mut faded = 1.0;
    let path = weeks.iter().map(|week| {
        value = LAMBDA * week + (1.0 - LAMBDA) * value;
        faded *= (1.0 - LAMBDA) * (1.0 - LAMBDA);
        let spread = LAMBDA / (2.0 - LAMBDA) * (1.0 - faded);
        let ucl = usual.median + LIMIT_WIDTH * usual.scale * spread.sqrt();
        Smoothed {
            ewma: value,
            ucl,
            signal: ucl < value,
        }
    });
    path.collect()
}
