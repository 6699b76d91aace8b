//! A plan in a folder of its own, with the clock and the zone given, so that nothing depends on the
//! day or the computer.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_app::messages::{
    BlockPatch, Fault, Figures, NewBlock, Occurrence, Op, Outcome, Preview, Range, Reply,
    TargetDraft, Week,
};
use evenkeel_app::{Instant, Moment, Planner};
use evenkeel_core::category::Category;
use evenkeel_core::edit::{Carry, Gesture, Grip, Others};
use evenkeel_core::handle::Handle;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The plan and the days in view.
pub(crate) struct Desk {
    dir: TempDir,
    planner: Option<Planner>,
    pub(crate) moment: Moment,
    pub(crate) seen: Range,
}

impl Desk {
    /// An empty plan; it is Friday, 20 November 2026, in Berlin, and that week is in view.
    pub(crate) fn new() -> Desk {
        Desk::in_zone("Europe/Berlin")
    }

    /// The same in another zone.
    pub(crate) fn in_zone(zone: &str) -> Desk {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = Desk {
            dir,
            planner: None,
            moment: moment("2026-11-20T07:00", zone),
            seen: days("2026-11-16", "2026-11-23"),
        };
        desk.reopen();
        desk
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// A file beside the data folder.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.dir.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Closes the plan, if it is open, and opens it again.
    pub(crate) fn reopen(&mut self) {
        self.close();
        let opened = Planner::open_window(&self.folder(), &self.moment);
        self.planner = Some(opened.unwrap());
    }

    /// Closes the plan.
    pub(crate) fn close(&mut self) {
        self.planner = None;
    }

    pub(crate) fn planner(&self) -> &Planner {
        self.planner.as_ref().unwrap()
    }

    /// The days in view.
    pub(crate) fn week(&self) -> Week {
        self.planner().week(self.seen, &self.moment).unwrap()
    }

    /// Carries a write out, whatever comes of it.
    pub(crate) fn ask(&self, op: Op) -> Result<Outcome, Fault> {
        done(self.planner().apply(op, self.seen, &self.moment))
    }

    /// Carries a write out that is not refused.
    pub(crate) fn apply(&self, op: Op) -> Outcome {
        self.ask(op).unwrap()
    }

    /// The fault a write meets; nothing has changed.
    pub(crate) fn refused(&self, op: Op) -> Fault {
        let before = self.week();
        let fault = self.ask(op).unwrap_err();
        assert_eq!(self.week(), before);
        fault
    }

    pub(crate) fn preview(&self, op: Op) -> Preview {
        self.planner().preview(op, self.seen, &self.moment).unwrap()
    }

    pub(crate) fn undo(&self) -> Outcome {
        done(self.planner().undo(self.seen, &self.moment)).unwrap()
    }

    pub(crate) fn redo(&self) -> Outcome {
        done(self.planner().redo(self.seen, &self.moment)).unwrap()
    }

    /// A new block, in the home zone.
    pub(crate) fn block(&self, title: &str, category: Category, start: &str, end: &str) -> Handle {
        let outcome = self.apply(create(title, category, start, end));
        let key = outcome.focus.unwrap_or_else(|| {
            let rows = self
                .planner()
                .agenda(days("1990-01-01", "2090-01-01"), &self.moment);
            let row = rows
                .unwrap()
                .into_iter()
                .find(|row| row.title == title)
                .unwrap();
            let id = self
                .planner()
                .find_block(&row.uid, &self.moment)
                .unwrap()
                .unwrap();
            id.to_string()
        });
        key.parse().unwrap()
    }

    /// Reads a calendar file in.
    pub(crate) fn import(&self, path: &Path) -> Outcome {
        self.apply(Op::Import { path: path.into() })
    }

    /// The occurrence of that title in view; the first, where there are several.
    pub(crate) fn shown(&self, title: &str) -> Occurrence {
        let shown = self.week().occurrences;
        let found = shown.iter().find(|shown| shown.title == title);
        found
            .unwrap_or_else(|| panic!("{title} is not in {shown:?}"))
            .clone()
    }

    /// Planned minutes: technical, management, growth, personal.
    pub(crate) fn minutes(&self) -> [u32; 4] {
        minutes(&self.week().figures)
    }
}

/// Figures without the keys behind their hints: what is new has another key once it is saved.
pub(crate) fn unkeyed(mut figures: Figures) -> Figures {
    for hint in &mut figures.hints {
        hint.keys.clear();
    }
    figures
}

/// Planned minutes: technical, management, growth, personal.
pub(crate) fn minutes(figures: &evenkeel_app::messages::Figures) -> [u32; 4] {
    let of = |place: usize| figures.categories[place].minutes;
    [of(0), of(1), of(2), figures.personal_minutes]
}

pub(crate) fn done(reply: Reply) -> Result<Outcome, Fault> {
    match reply {
        Reply::Done(outcome) => Ok(*outcome),
        Reply::Refused(fault) => Err(fault),
    }
}

/// A moment in UTC on a computer set to a zone.
pub(crate) fn moment(utc: &str, zone: &str) -> Moment {
    Moment {
        now: Instant::from_utc(wall(utc)),
        system_zone: zone.into(),
        zone: None,
        ticks: None,
        because: None,
    }
}

/// `2026-11-16T09:00`.
pub(crate) fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn days(from: &str, until: &str) -> Range {
    Range {
        from: day(from),
        until: day(until),
    }
}

pub(crate) fn new_block(title: &str, category: Category, start: &str, end: &str) -> NewBlock {
    NewBlock::plain(title, category, wall(start), wall(end))
}

pub(crate) fn create(title: &str, category: Category, start: &str, end: &str) -> Op {
    Op::Create(new_block(title, category, start, end))
}

/// A gesture that moves, with the others staying where they are.
pub(crate) fn gesture(blocks: &[Handle], grip: Grip, to: &str) -> Gesture {
    Gesture {
        blocks: blocks.to_vec(),
        grip,
        others: Others::Stay,
        carry: Carry::Move,
        to: wall(to),
    }
}

pub(crate) fn drag(block: Handle, to: &str) -> Op {
    Op::Gesture(gesture(&[block], Grip::Whole, to))
}

pub(crate) fn edit(block: Handle, patch: BlockPatch) -> Op {
    Op::Edit { block, patch }
}

pub(crate) fn target(from: Option<&str>, shares: [u8; 3], hours: u32) -> TargetDraft {
    TargetDraft {
        from: from.map(day),
        technical: shares[0],
        management: shares[1],
        growth: shares[2],
        week_minutes: hours * 60,
    }
}

/// A file of `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures")
        .join(name)
}

/// Holds a fault to how people are spoken to: one sentence and a hint, in plain words.
pub(crate) fn said_well(fault: &Fault) {
    for text in [&fault.message, &fault.hint] {
        assert!(text.ends_with('.') && !text.ends_with(".."), "{fault:?}");
        for trace in ["::", "Err(", "Some(", "{", "panicked", ".rs", "\"", "\n"] {
            assert!(!text.contains(trace), "{trace} in {fault:?}");
        }
    }
    let lower = |text: &str| text.starts_with(char::is_lowercase);
    assert!(!lower(&fault.hint), "{fault:?}");
    assert!(!fault.message.contains(". "), "{fault:?}");
}
