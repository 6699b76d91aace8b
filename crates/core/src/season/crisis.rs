//! Crisis mode: four dated phases with a lead target each, and what is worth a block in them.
//!
//! The first day is about who does what by when; from the first week on why and where come back, and
//! from the second month on both weigh the same. The order is from the guidance, the numbers are
//! conventions. It ends when the person says so.

use crate::category::Category;
use crate::target::{Context, Target, TargetId};
use chrono::{Days, NaiveDate};

/// One phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrisisPhase {
    /// The name it is stored under.
    pub name: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// On which day it begins, counted from 0.
    pub from_day: u64,
    /// On which day the next one begins; `None`: it lasts until the crisis is ended.
    pub until_day: Option<u64>,
    /// Whole percent of leading time for why and where.
    pub lead: u8,
}

/// The phases in order; each begins where the one before ends.
pub const CRISIS_PHASES: [CrisisPhase; 4] = [
    CrisisPhase {
        name: "crisis_day",
        label: "Day 1",
        about: "Who does what, and by when.",
        from_day: 0,
        until_day: Some(1),
        lead: 20,
    },
    CrisisPhase {
        name: "crisis_week",
        label: "The rest of week 1",
        about: "Keep things in order, and say what it is for.",
        from_day: 1,
        until_day: Some(7),
        lead: 40,
    },
    CrisisPhase {
        name: "crisis_weeks",
        label: "Weeks 2 to 4",
        about: "Where this leads, and what people need on the way.",
        from_day: 7,
        until_day: Some(28),
        lead: 60,
    },
    CrisisPhase {
        name: "crisis_months",
        label: "From month 2 on",
        about: "Both ends weigh the same again.",
        from_day: 28,
        until_day: None,
        lead: 50,
    },
];

impl CrisisPhase {
    /// The phase of a name.
    pub fn of(name: &str) -> Option<&'static CrisisPhase> {
        CRISIS_PHASES.iter().find(|phase| phase.name == name)
    }
}

/// The phases of a crisis that begins on a day: each with its first day and the first day after.
fn phases(
    begins: NaiveDate,
) -> impl Iterator<Item = (&'static CrisisPhase, NaiveDate, Option<NaiveDate>)> {
    let after = move |days| begins.checked_add_days(Days::new(days)).unwrap_or(begins);
    CRISIS_PHASES
        .iter()
        .map(move |phase| (phase, after(phase.from_day), phase.until_day.map(after)))
}

/// The phase that a target is, if it is one.
fn phase_of(target: &Target) -> Option<&'static CrisisPhase> {
    target.preset.as_deref().and_then(CrisisPhase::of)
}

/// The targets of a crisis that begins on a day. Shares and hours stay those of `usual`: what
/// changes is what the time to lead goes into, and that the weeks are marked.
pub fn begun(begins: NaiveDate, usual: &Target, mut next: impl FnMut() -> TargetId) -> Vec<Target> {
    phases(begins)
        .map(|(phase, from, until)| Target {
            id: next(),
            from: Some(from),
            until,
            name: format!("Crisis: {}", phase.label),
            lead: Some(phase.lead),
            context: Some(Context::Crisis),
            preset: Some(phase.name.into()),
            ..usual.clone()
        })
        .collect()
}

/// The phases that are not over on a day, by their first day; empty where there is no crisis.
pub fn running(targets: &[Target], day: NaiveDate) -> Vec<(&Target, &'static CrisisPhase)> {
    let mut phases: Vec<_> = targets
        .iter()
        .filter(|target| target.until.is_none_or(|until| day < until))
        .filter_map(|target| Some((target, phase_of(target)?)))
        .collect();
    phases.sort_by_key(|(target, _)| target.from);
    phases
}

/// What ending a crisis changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// The phase that ends early.
    pub cut: Vec<Target>,
    /// The phases that had not begun.
    pub removed: Vec<TargetId>,
}

/// Ends a crisis: `day` is the first day without it. What lies before stays, as a record of it.
pub fn ended(targets: &[Target], day: NaiveDate) -> Ended {
    let mut ended = Ended::default();
    for (target, _) in running(targets, day) {
        if target.from.is_some_and(|from| from < day) {
            ended.cut.push(Target {
                until: Some(day),
                ..target.clone()
            });
        } else {
            ended.removed.push(target.id);
        }
    }
    ended
}

/// A block that a crisis may need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// The name it is asked for by.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// What kind of time.
    pub category: Category,
    /// How long.
    pub minutes: u32,
    /// On which day, counted from 0; the first work day from there on.
    pub from_day: u64,
    /// How much of it is why and where, whole percent; none for one's own time.
    pub lead: Option<u8>,
}

/// What is worth a block, by day.
pub const SUGGESTED: [Suggested; 5] = [
    Suggested {
        name: "communicate",
        title: "Say what is known",
        about: "What happened, what is being done, when the next word comes.",
        category: Category::Management,
        minutes: 30,
        from_day: 0,
        lead: Some(30),
    },
    Suggested {
        name: "support",
        title: "Time for the team",
        about: "How people are, what they need, what can wait.",
        category: Category::Management,
        minutes: 60,
        from_day: 1,
        lead: Some(60),
    },
    Suggested {
        name: "recover",
        title: "Recover",
        about: "An hour that belongs to nobody else, once the first days are over.",
        category: Category::Personal,
        minutes: 60,
        from_day: 3,
        lead: None,
    },
    Suggested {
        name: "learn",
        title: "Look back together",
        about: "What led here and what helped, without blame.",
        category: Category::Growth,
        minutes: 90,
        from_day: 7,
        lead: Some(60),
    },
    Suggested {
        name: "rebuild",
        title: "Rebuild what did not hold",
        about: "One change that makes the next time smaller.",
        category: Category::Technical,
        minutes: 120,
        from_day: 14,
        lead: None,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phases_follow_each_other_without_a_gap_and_the_last_one_stays_open() {
        let told: Vec<String> = phases("2026-11-20".parse().unwrap())
            .map(|(phase, from, until)| {
                let until = until.map_or("…".into(), |day| day.to_string());
                format!("{} {from} {until} {}", phase.name, phase.lead)
            })
            .collect();
        assert_eq!(
            told,
            [
                "crisis_day 2026-11-20 2026-11-21 20",
                "crisis_week 2026-11-21 2026-11-27 40",
                "crisis_weeks 2026-11-27 2026-12-18 60",
                "crisis_months 2026-12-18 … 50",
            ]
        );
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn crisis() -> Vec<Target> {
        let usual = Target::plain(TargetId(1), None, [40, 50, 10], 2400);
        let mut id = 1;
        let phases = begun(date("2026-11-20"), &usual, || {
            id += 1;
            TargetId(id)
        });
        std::iter::once(usual).chain(phases).collect()
    }

    /// The phases that are left, after an end on a day.
    fn left(day: &str) -> Vec<String> {
        let mut targets = crisis();
        let Ended { cut, removed } = ended(&targets, date(day));
        targets.retain(|target| !removed.contains(&target.id));
        for target in &mut targets {
            if let Some(changed) = cut.iter().find(|one| one.id == target.id) {
                *target = changed.clone();
            }
        }
        assert_eq!(running(&targets, date(day)), []);
        let phases = targets.iter().filter(|target| target.is_season());
        phases
            .map(|target| format!("{} {}", target.from.unwrap(), target.until.unwrap()))
            .collect()
    }

    #[test]
    fn a_crisis_keeps_shares_and_hours_and_marks_its_weeks() {
        for target in &crisis()[1..] {
            assert_eq!(target.check_season(), Ok(()));
            assert_eq!((target.management, target.week_minutes), (50, 2400));
            assert_eq!(target.context, Some(Context::Crisis));
        }
    }

    #[test]
    fn a_crisis_ends_on_any_day_and_its_past_stays() {
        assert_eq!(left("2026-11-20"), [""; 0]);
        assert_eq!(left("2026-11-21"), ["2026-11-20 2026-11-21"]);
        assert_eq!(
            left("2026-11-23"),
            ["2026-11-20 2026-11-21", "2026-11-21 2026-11-23"]
        );
        assert_eq!(left("2027-03-01").len(), 4);
        assert_eq!(left("2027-03-01")[3], "2026-12-18 2027-03-01");
    }

    #[test]
    fn an_ended_crisis_cannot_be_ended_again() {
        let usual = [crisis().remove(0)];
        assert_eq!(ended(&usual, date("2026-11-20")), Ended::default());
    }

    #[test]
    fn phases_are_found_by_their_names() {
        for phase in CRISIS_PHASES {
            assert_eq!(CrisisPhase::of(phase.name), Some(&phase));
        }
        assert_eq!(CrisisPhase::of("steady"), None);
    }

    #[test]
    fn what_is_suggested_holds_the_four_tasks_and_a_rest() {
        let names = SUGGESTED.map(|block| block.name);
        assert_eq!(
            names,
            ["communicate", "support", "recover", "learn", "rebuild"]
        );
        let rest = SUGGESTED.iter().filter(|block| !block.category.is_work());
        assert_eq!(rest.count(), 1);
    }
}
