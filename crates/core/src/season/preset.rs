//! Starting points: how much of leading a situation asks for, and what a kind of season does to the
//! mix. The mixes of roles are in [`crate::role`].

use super::LEAST_GROWTH_MINUTES;

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The texts about leading and managing that this program was built on; no study.
    Guidance,
    /// Chosen by those who made the program.
    Convention,
}

impl Origin {
    /// In words, for the line below a number.
    pub fn words(self) -> &'static str {
        match self {
            Origin::Guidance => "from the guidance we built on",
            Origin::Convention => "our convention",
        }
    }
}

/// A situation with the part of leading time it may ask for to go into why and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContextPreset {
    /// The name it is stored under.
    pub name: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// When it fits.
    pub about: &'static str,
    /// Whole percent of leading time for why and where; the rest is for how and when.
    pub lead: u8,
    /// Where that number comes from.
    pub origin: Origin,
}

/// The situations on offer, in the order they are shown.
pub const CONTEXTS: [ContextPreset; 10] = [
    ContextPreset {
        name: "startup_pre_pmf",
        label: "Looking for what people need",
        about: "A young product without a proven fit: where to go is the open question.",
        lead: 80,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "startup_scaling",
        label: "Growing what works",
        about: "The product has found its people; now it has to hold with more of them.",
        lead: 40,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "mature",
        label: "An established organisation",
        about: "Proven products and ways of working that are worth keeping in shape.",
        lead: 30,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "crisis_change",
        label: "A crisis or a big change",
        about: "Weeks of a reorganisation, a merger or a new direction: people ask why first.",
        lead: 70,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "steady",
        label: "Steady running",
        about: "Routine work on a known path; keeping promises is most of it.",
        lead: 30,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "career_early",
        label: "Up to about 5 years of work",
        about: "Much of the weight is on plans, progress and keeping promises.",
        lead: 20,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "career_mid",
        label: "About 5 to 15 years of work",
        about: "Both ends weigh the same.",
        lead: 50,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "career_senior",
        label: "More than 15 years of work",
        about: "Much of the weight is on direction, meaning and people.",
        lead: 70,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "execution_and_morale",
        label: "The way is clear, results and spirits are low",
        about: "Goals are missed although they are right: help it to run, and say what it is for.",
        lead: 40,
        origin: Origin::Guidance,
    },
    ContextPreset {
        name: "acute_incident",
        label: "An incident right now",
        about: "An outage or an emergency in its first day: who does what, and by when.",
        lead: 20,
        origin: Origin::Convention,
    },
];

/// The situation of a name.
pub fn context(name: &str) -> Option<&'static ContextPreset> {
    CONTEXTS.iter().find(|preset| preset.name == name)
}

/// Whole percent of work time, technical, management and growth; they sum to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Technical.
    pub technical: u8,
    /// Management.
    pub management: u8,
    /// Growth.
    pub growth: u8,
}

/// A kind of season that shifts the mix for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The name it is stored under.
    pub name: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// When it fits.
    pub about: &'static str,
    /// Percentage points for technical, management and growth; they sum to 0.
    pub by: [i8; 3],
    /// Where these numbers come from.
    pub origin: Origin,
}

/// The kinds of season on offer, in the order they are shown.
pub const SHAPES: [Shape; 3] = [
    Shape {
        name: "launch",
        label: "Launch",
        about: "Something has to go out: more hands on it for a while.",
        by: [10, -5, -5],
        origin: Origin::Convention,
    },
    Shape {
        name: "hiring",
        label: "Hiring",
        about: "Interviews, decisions and first weeks take their time.",
        by: [-10, 10, 0],
        origin: Origin::Convention,
    },
    Shape {
        name: "learning",
        label: "Learning",
        about: "A while with more room for one's own growth.",
        by: [-5, -5, 10],
        origin: Origin::Convention,
    },
];

/// The kind of season of a name.
pub fn shape(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}

impl Shape {
    /// The mix after the shift. It takes no more than there is, and leaves growth its least of
    /// [`LEAST_GROWTH_MINUTES`] a week; what it could not take it does not give.
    pub fn applied(&self, to: Shares, week_minutes: u32) -> Shares {
        let before = [to.technical, to.management, to.growth].map(i32::from);
        let by = self.by.map(i32::from);
        let floor = least_growth_percent(week_minutes);
        let mut after = [0; 3];
        for (at, after) in after.iter_mut().enumerate() {
            // What was lower already is not raised by a season that takes.
            let floor = if at == 2 { floor.min(before[at]) } else { 0 };
            *after = (before[at] + by[at]).max(floor);
        }
        // What gained most gives back what others did not have.
        let over = after.iter().sum::<i32>() - before.iter().sum::<i32>();
        if let Some(gains) = (0..3).max_by_key(|at| by[*at]) {
            after[gains] -= over;
        }
        let [technical, management, growth] = after.map(|share| share.clamp(0, 100) as u8);
        Shares {
            technical,
            management,
            growth,
        }
    }
}

/// The share of a week that its least growth is, rounded up.
fn least_growth_percent(week_minutes: u32) -> i32 {
    match week_minutes {
        0 => 0,
        minutes => (LEAST_GROWTH_MINUTES * 100).div_ceil(minutes).min(100) as i32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WEEK: u32 = 40 * 60;

    fn shares(technical: u8, management: u8, growth: u8) -> Shares {
        Shares {
            technical,
            management,
            growth,
        }
    }

    fn applied(name: &str, to: Shares, week_minutes: u32) -> Shares {
        shape(name).unwrap().applied(to, week_minutes)
    }

    #[test]
    fn a_season_shifts_the_mix_by_its_points() {
        let player_coach = shares(40, 50, 10);
        assert_eq!(applied("launch", player_coach, WEEK), shares(50, 45, 5));
        assert_eq!(applied("hiring", player_coach, WEEK), shares(30, 60, 10));
        assert_eq!(applied("learning", player_coach, WEEK), shares(35, 45, 20));
    }

    #[test]
    fn a_launch_leaves_growth_its_hour() {
        // An hour is 2.5 % of forty hours, and 10 % of ten.
        assert_eq!(
            applied("launch", shares(60, 35, 5), WEEK),
            shares(67, 30, 3)
        );
        assert_eq!(
            applied("launch", shares(50, 40, 10), 600),
            shares(55, 35, 10)
        );
        assert_eq!(
            applied("launch", shares(60, 38, 2), WEEK),
            shares(65, 33, 2)
        );
    }

    #[test]
    fn a_season_takes_no_more_than_there_is() {
        assert_eq!(
            applied("hiring", shares(4, 86, 10), WEEK),
            shares(0, 90, 10)
        );
        assert_eq!(
            applied("learning", shares(0, 100, 0), WEEK),
            shares(0, 95, 5)
        );
    }

    #[test]
    fn presets_are_found_by_their_names_and_offer_some_of_both() {
        for preset in CONTEXTS {
            assert_eq!(context(preset.name), Some(&preset));
            assert!(super::super::LEAD_TARGETS.contains(&preset.lead));
        }
        for kind in SHAPES {
            assert_eq!(shape(kind.name), Some(&kind));
            assert_eq!(kind.by.iter().sum::<i8>(), 0);
        }
        assert_eq!((context("juggling"), shape("juggling")), (None, None));
    }

    #[test]
    fn no_word_of_a_preset_labels_the_person() {
        let words = CONTEXTS
            .iter()
            .flat_map(|preset| [preset.label, preset.about])
            .chain(SHAPES.iter().flat_map(|shape| [shape.label, shape.about]));
        for word in words {
            for label in ["leader", "manager", "you "] {
                assert!(!word.to_lowercase().contains(label), "{word}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_shifted_mix_is_whole_again_and_keeps_growth(
            technical in 0u8..=100, part in 0u8..=100, week in 60u32..=6_000, at in 0usize..3,
        ) {
            let management = (100 - technical).min(part);
            let before = shares(technical, management, 100 - technical - management);
            let after = SHAPES[at].applied(before, week);
            let sum = [after.technical, after.management, after.growth].map(u16::from);
            prop_assert_eq!(sum.iter().sum::<u16>(), 100);
            let floor = least_growth_percent(week).min(i32::from(before.growth));
            prop_assert!(floor <= i32::from(after.growth));
        }
    }
}
