//! What a plan costs: whole thousandths of a minute-equivalent, so that sums are exact and two
//! plans of the same cost compare equal.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// A cost, or what one minute or one occurrence of something costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i64);

impl Points {
    /// Nothing.
    pub const ZERO: Points = Points(0);
    /// More than any plan costs.
    pub(super) const MAX: Points = Points(i64::MAX);
    /// The largest weight a week may carry.
    pub const MOST: Points = Points::whole(1_000_000);

    /// So many minute-equivalents.
    pub const fn whole(minutes: i64) -> Points {
        Points(minutes * 1000)
    }

    /// From minute-equivalents, rounded to thousandths; a number that is none counts as 0.
    pub fn of(minutes: f64) -> Points {
        Points((minutes * 1000.0).round() as i64)
    }

    /// In minute-equivalents.
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// As often as `times`.
    pub fn times(self, times: u32) -> Points {
        Points(self.0.saturating_mul(i64::from(times)))
    }

    /// In thousandths, as the search reckons.
    pub(super) fn thousandths(self) -> i64 {
        self.0
    }

    /// From thousandths.
    pub(super) const fn from_thousandths(thousandths: i64) -> Points {
        Points(thousandths)
    }
}

impl Add for Points {
    type Output = Points;

    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}

impl Sub for Points {
    type Output = Points;

    fn sub(self, other: Points) -> Points {
        Points(self.0 - other.0)
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Points) {
        *self = *self + other;
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Add::add)
    }
}
