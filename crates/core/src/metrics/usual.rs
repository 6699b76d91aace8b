//! One's own usual range, and how far outside it a value lies: a robust z.
//!
//! m = median of the baseline; MAD = median of |x − m|; scale = max(1.4826 · MAD, a floor, a tenth of
//! |m|); z = (x − m) ÷ scale. 1.4826 makes MAD a standard deviation where values are normal. The
//! floor keeps z finite on a flat baseline and small changes small: 15 minutes after hours, 60
//! minutes of work a week, 1 for counts, 0.2 for switches a day, 0.05 for ratios.
//!
//! Units: those of the values; z has none. Edge: fewer than six usable weeks give no range. Evidence:
//! moderate for the method (Schat 2021), weak for what it says about a person; weeks are neither
//! independent nor normal. All numbers are conventions.

/// How many usable weeks a range needs.
pub const LEAST_BASELINE: usize = 6;

/// What is usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual {
    /// The middle of the baseline.
    pub median: f64,
    /// The median distance from it.
    pub mad: f64,
    /// How wide a usual change is.
    pub scale: f64,
}

/// Too few weeks to say what is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("baseline<{LEAST_BASELINE}")]
pub struct StillLearning {
    /// The usable weeks there are.
    pub weeks: usize,
}

/// What is usual in a baseline; `floor` is the smallest scale.
pub fn usual(baseline: &[f64], floor: f64) -> Result<Usual, StillLearning> {
    let weeks = baseline.len();
    let median_of_all = median(baseline.to_vec());
    let Some(middle) = median_of_all.filter(|_| LEAST_BASELINE <= weeks) else {
        return Err(StillLearning { weeks });
    };
    let distances = baseline.iter().map(|value| (value - middle).abs());
    let mad = median(distances.collect()).unwrap_or(0.0);
    Ok(Usual {
        median: middle,
        mad,
        scale: (1.4826 * mad).max(floor).max(0.1 * middle.abs()),
    })
}

impl Usual {
    /// How many scales a value lies above the median; 0 where nothing varies and nothing differs,
    /// and where there is no scale at all.
    pub fn z(&self, value: f64) -> f64 {
        match 0.0 < self.scale {
            true => (value - self.median) / self.scale,
            false => 0.0,
        }
    }
}

/// The middle of some values, the mean of the middle two where they are even; `None` of none.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let above = values.get(values.len() / 2)?;
    let below = values.get((values.len() - 1) / 2)?;
    Some(f64::midpoint(*below, *above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_the_middle_or_the_mean_of_the_middle_two() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
    }

    #[test]
    fn a_tenth_of_the_median_is_the_least_scale_of_large_values() {
        let usual = usual(&[2400.0; 6], 60.0).unwrap();
        assert_eq!((usual.scale, usual.z(2640.0)), (240.0, 1.0));
    }

    #[test]
    fn a_scale_of_zero_gives_no_infinite_z() {
        assert_eq!(usual(&[0.0; 6], 0.0).unwrap().z(5.0), 0.0);
    }
}
