//! What stands in the tray: what is going on with its time, what comes next, and what can be done.

use crate::labels::title;
use crate::messages::{Fault, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::shown;
use chrono::{Days, NaiveDateTime};
use evenkeel_core::actual::elapsed::elapsed;
use evenkeel_core::actual::{Phase, Running};
use evenkeel_core::event::Status;
use evenkeel_core::text;
use evenkeel_core::time::Instant;

/// The lines of the menu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrayLines {
    /// "Ingest design: 47 min".
    pub running: String,
    /// "Next: Design review, 14:00".
    pub next: String,
    /// The key of what comes next; none where nothing does.
    pub next_key: Option<String>,
    /// Whether something is going on.
    pub runs: bool,
    /// When the lines will say something else.
    pub until: Option<Instant>,
}

/// Something planned that is still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Next {
    key: String,
    title: String,
    start: NaiveDateTime,
}

impl Planner {
    /// What stands in the tray.
    pub fn tray(&self, moment: &Moment) -> Result<TrayLines, Fault> {
        let running = self.store.read(|view| view.running())?;
        let home = self.home(moment)?;
        let now = moment.wall(&home);
        let from = now.date();
        let until = from.checked_add_days(Days::new(1)).unwrap_or(from);
        let scene = self.scene_of(from..until, moment)?;
        let of = running.as_ref().and_then(|one| one.subject.of.as_deref());
        let next = shown::occurrences(&scene, &Range { from, until }, &self.zones)
            .into_iter()
            .find(|one| {
                let stands = !one.all_day && one.status != Status::Cancelled;
                stands && now < one.end && Some(one.key.as_str()) != of
            })
            .map(|one| Next {
                key: one.key,
                title: one.title,
                start: one.start,
            });
        let went = running
            .as_ref()
            .map(|running| elapsed(&running.since, &moment.mark()).seconds());
        let until = match went {
            // A minute that is over, by the clock of what is going on.
            Some(went) => moment.now.plus_seconds(60 - went.rem_euclid(60)),
            None => {
                let change = next.as_ref().map_or(until.and_hms_opt(0, 0, 0), |one| {
                    Some(one.start.max(now + chrono::TimeDelta::minutes(1)))
                });
                home.instant(change.unwrap_or(now))
            }
        };
        Ok(TrayLines {
            until: Some(until),
            ..lines(running.as_ref().zip(went), next)
        })
    }
}

fn lines(running: Option<(&Running, i64)>, next: Option<Next>) -> TrayLines {
    TrayLines {
        running: running.map_or("Nothing is running".into(), |(one, went)| {
            going_on(one, went)
        }),
        next: next.as_ref().map_or("Nothing more today".into(), |next| {
            let start = next.start.format("%H:%M");
            format!("Next: {}, {start}", short(&next.title))
        }),
        next_key: next.map(|next| next.key),
        runs: running.is_some(),
        until: None,
    }
}

fn going_on(running: &Running, went: i64) -> String {
    let name = short(&running.subject.title);
    let minutes = |seconds: i64| text::duration(u32::try_from(seconds / 60).unwrap_or(0));
    let left = running
        .length
        .map(|length| minutes((i64::from(length) - went).max(0) + 59));
    match (running.phase, left) {
        (Phase::Work, Some(left)) => format!("{name}: {left} left"),
        (Phase::Work, None) => format!("{name}: {}", minutes(went)),
        (Phase::ShortBreak | Phase::LongBreak, Some(left)) => format!("Break: {left} left"),
        (Phase::ShortBreak | Phase::LongBreak, None) => "Break".into(),
        (Phase::Paused, _) => format!("{name}: paused"),
        (Phase::Ready, _) => format!("{name}: round {} is ready", u32::from(running.done) + 1),
    }
}

/// A menu is no place for a long title.
fn short(name: &str) -> String {
    const MOST: usize = 48;
    let name = title(name);
    match name.chars().count() <= MOST {
        true => name.into(),
        false => name.chars().take(MOST - 1).chain(['\u{2026}']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenkeel_core::actual::session::begin;
    use evenkeel_core::actual::{Mark, Rounds, Subject};
    use evenkeel_core::category::Category;
    use evenkeel_core::facets::Facets;

    fn running(phase: Phase, rounds: bool) -> Running {
        let subject = Subject {
            title: "Ingest design".into(),
            category: Category::Technical,
            of: None,
            facets: Facets::default(),
        };
        let since = Mark {
            at: Instant(0),
            ticks: None,
        };
        let focus = rounds.then(|| Some(Rounds::default()));
        Running {
            phase,
            done: 2,
            unattended: 0,
            ..begin(subject, focus, since, "UTC")
        }
    }

    fn said(phase: Phase, rounds: bool, went: i64) -> String {
        lines(Some((&running(phase, rounds), went)), None).running
    }

    #[test]
    fn the_menu_says_what_goes_on_and_for_how_long() {
        assert_eq!(
            said(Phase::Work, false, 47 * 60 + 59),
            "Ingest design: 47 min"
        );
        assert_eq!(said(Phase::Work, true, 60), "Ingest design: 24 min left");
        assert_eq!(said(Phase::Work, true, 1_499), "Ingest design: 1 min left");
        assert_eq!(said(Phase::ShortBreak, true, 1_260), "Break: 4 min left");
        assert_eq!(said(Phase::Paused, true, 60), "Ingest design: paused");
        assert_eq!(
            said(Phase::Ready, true, 60),
            "Ingest design: round 3 is ready"
        );
        assert_eq!(lines(None, None).running, "Nothing is running");
    }

    #[test]
    fn the_menu_says_what_comes_next_and_can_be_started() {
        let next = Next {
            key: "b1".into(),
            title: "x".repeat(500),
            start: "2026-11-20T14:00:00".parse().unwrap(),
        };
        let lines = lines(None, Some(next));
        assert_eq!(
            lines.next,
            format!("Next: {}\u{2026}, 14:00", "x".repeat(47))
        );
        assert_eq!(lines.next_key.as_deref(), Some("b1"));
        assert!(!lines.runs);
        assert_eq!(super::lines(None, None).next, "Nothing more today");
    }
}
