//! The level of strain signs: one rule that can be recomputed by hand.
//!
//! A family of signs persists when it fires in the newest week and in two or more of the last three.
//!
//! * *talk*: the check-in is high, however little else is known; or it is raised and two or more
//!   families persist.
//! * *watch*: the check-in is raised, or two or more families persist.
//! * *not enough data* with fewer than four complete weeks; else *steady*.
//!
//! So the calendar alone never goes beyond *watch*. No number, no diagnosis, no prediction: the
//! calendar cannot see support, fairness, control or reward. Source: convention, chosen by simulation
//! (see [`super::baseline()`]); its real sensitivity is unknown.

use crate::metrics::Band;

/// How many complete weeks a level needs.
pub const LEAST_WEEKS: u32 = 4;

/// Signs that vote together, in alphabetical order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Days chopped up.
    Fragmentation,
    /// Weeks without growth.
    Growth,
    /// Much work.
    Load,
    /// Personal time that does not take place.
    Personal,
    /// Little rest.
    Recovery,
}

impl Family {
    /// All, in alphabetical order.
    pub const ALL: [Family; 5] = [
        Family::Fragmentation,
        Family::Growth,
        Family::Load,
        Family::Personal,
        Family::Recovery,
    ];

    /// The lower-case name.
    pub fn name(self) -> &'static str {
        match self {
            Family::Fragmentation => "fragmentation",
            Family::Growth => "growth",
            Family::Load => "load",
            Family::Personal => "personal",
            Family::Recovery => "recovery",
        }
    }
}

/// How things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Too few weeks to say.
    NotEnoughData,
    /// Nothing stands out.
    Steady,
    /// Worth keeping an eye on.
    Watch,
    /// Worth talking to somebody about.
    Talk,
}

impl Level {
    /// The lower-case name.
    pub fn name(self) -> &'static str {
        match self {
            Level::NotEnoughData => "not_enough_data",
            Level::Steady => "steady",
            Level::Watch => "watch",
            Level::Talk => "talk",
        }
    }
}

/// The level and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signs {
    /// How things stand.
    pub level: Level,
    /// The families that persist, in alphabetical order; none where there is not enough data.
    pub persistent: Vec<Family>,
}

/// The level after some complete weeks. `fired` says for every family of [`Family::ALL`] in which of
/// the last three weeks, oldest first, it fired.
pub fn level(fired: [[bool; 3]; 5], check_in: Option<Band>, complete_weeks: u32) -> Signs {
    let persists = |weeks: [bool; 3]| weeks[2] && (weeks[0] || weeks[1]);
    let families = Family::ALL.into_iter().zip(fired);
    let persistent: Vec<Family> = families
        .filter(|(_, weeks)| persists(*weeks))
        .map(|(family, _)| family)
        .collect();
    let several = 2 <= persistent.len();
    let level = match check_in {
        Some(Band::High) => Level::Talk,
        _ if complete_weeks < LEAST_WEEKS => Level::NotEnoughData,
        Some(Band::Raised) if several => Level::Talk,
        Some(Band::Raised) => Level::Watch,
        _ if several => Level::Watch,
        _ => Level::Steady,
    };
    match level {
        Level::NotEnoughData => Signs {
            level,
            persistent: Vec::new(),
        },
        _ => Signs { level, persistent },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALM: [[bool; 3]; 5] = [[false; 3]; 5];
    const FIRING: [[bool; 3]; 5] = [[true; 3]; 5];

    #[test]
    fn without_a_check_in_nothing_goes_beyond_watch() {
        for pattern in 0u8..8 {
            let weeks = [0, 1, 2].map(|week| pattern >> week & 1 == 1);
            let level = level([weeks; 5], None, 52).level;
            assert!(matches!(level, Level::Steady | Level::Watch), "{level:?}");
        }
    }

    #[test]
    fn a_high_check_in_needs_no_weeks_and_a_raised_one_does() {
        let found = |band, weeks| level(CALM, Some(band), weeks).level;
        assert_eq!(found(Band::High, 0), Level::Talk);
        assert_eq!(found(Band::Raised, 3), Level::NotEnoughData);
        assert_eq!(found(Band::Raised, 4), Level::Watch);
        assert_eq!(found(Band::Usual, 4), Level::Steady);
    }

    #[test]
    fn one_persistent_family_is_steady_and_an_old_one_does_not_persist() {
        let mut one = CALM;
        one[0] = [true; 3];
        assert_eq!(level(one, None, 8).level, Level::Steady);
        let over = level([[true, true, false]; 5], None, 8);
        assert_eq!((over.level, over.persistent), (Level::Steady, vec![]));
        assert_eq!(level(FIRING, None, 8).persistent, Family::ALL);
    }
}
