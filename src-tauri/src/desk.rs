//! What lies on the desk: the person's own plan or the reason why it is shut, the demo while
//! someone looks at it, and the calendar files that a person has offered. Only offered files can be
//! read.

use evenkeel_app::messages::{Fault, Opening, RecoveryFacts};
use evenkeel_app::{Planner, folder, recovery};
use evenkeel_clock::moment;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The state of the program, shared by all commands.
pub(crate) struct Desk {
    folder: PathBuf,
    profiles: Mutex<Profiles>,
    offered: Mutex<Offered>,
}

/// The own plan stays open while the demo is shown: nothing else may take its place meanwhile.
struct Profiles {
    own: Plan,
    demo: Option<Arc<Planner>>,
}

enum Plan {
    Open(Arc<Planner>),
    Shut(Box<RecoveryFacts>),
}

#[derive(Default)]
struct Offered {
    /// Files that may be read.
    paths: BTreeSet<PathBuf>,
    /// Files the page has not been told about yet.
    waiting: Vec<PathBuf>,
    /// Whether the page listens.
    listening: bool,
}

impl Desk {
    /// Opens a person's folder.
    pub(crate) fn open(folder: PathBuf) -> Desk {
        Desk {
            profiles: Mutex::new(Profiles {
                own: Plan::open(&folder),
                demo: None,
            }),
            offered: Mutex::default(),
            folder,
        }
    }

    /// The person's own folder, whichever profile is shown.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The planner that is shown, or why there is none.
    pub(crate) fn planner(&self) -> Result<Arc<Planner>, Fault> {
        self.profiles().shown()
    }

    /// The person's own planner, also while the demo is shown: their timers and sessions go on.
    pub(crate) fn own(&self) -> Result<Arc<Planner>, Fault> {
        self.profiles().own()
    }

    /// Whether it is the demo that is shown.
    pub(crate) fn shows_demo(&self) -> bool {
        self.profiles().demo.is_some()
    }

    /// What the window shows first. A plan that did not open before is tried again: a disk may be
    /// connected by now.
    pub(crate) fn opening(&self) -> Result<Opening, Fault> {
        let mut profiles = self.profiles();
        if let (None, Plan::Shut(_)) = (&profiles.demo, &profiles.own) {
            profiles.own = Plan::open(&self.folder);
        }
        profiles.opening()
    }

    /// Shuts a planner whose data turned out to be damaged, and says what the window shows instead.
    /// A damaged demo is left for the own plan.
    pub(crate) fn shut(&self, damaged: &Arc<Planner>, fault: Fault) -> Result<Opening, Fault> {
        let mut profiles = self.profiles();
        let is_demo = |demo: &Arc<Planner>| Arc::ptr_eq(demo, damaged);
        if profiles.demo.as_ref().is_some_and(is_demo) {
            profiles.demo = None;
        } else if let Plan::Open(own) = &profiles.own
            && Arc::ptr_eq(own, damaged)
        {
            let facts = recovery::facts(&self.folder, fault, true, &moment());
            profiles.own = Plan::Shut(Box::new(facts));
        }
        profiles.opening()
    }

    /// Brings a backup back: into the plan that is shown, or into the place of one that does not
    /// open.
    pub(crate) fn restore(&self, name: &str) -> Result<Opening, Fault> {
        let mut profiles = self.profiles();
        match profiles.shown() {
            Ok(planner) => planner.restore(name, &moment())?,
            Err(_) => {
                recovery::restore(&self.folder, name, &moment())?;
                profiles.own = Plan::open(&self.folder);
            }
        }
        profiles.opening()
    }

    /// Puts a plan that does not open aside and begins with an empty one. A plan that is open stays.
    pub(crate) fn start_anew(&self) -> Result<Opening, Fault> {
        let mut profiles = self.profiles();
        if profiles.shown().is_err() {
            recovery::set_aside(&self.folder, &moment())?;
            profiles.own = Plan::open(&self.folder);
        }
        profiles.opening()
    }

    /// Opens an older copy of the plan, put back by hand, as it is.
    pub(crate) fn accept_older(&self) -> Result<Opening, Fault> {
        let mut profiles = self.profiles();
        if profiles.shown().is_err() {
            recovery::accept(&self.folder)?;
            profiles.own = Plan::open(&self.folder);
        }
        profiles.opening()
    }

    /// Shows the demo, made anew where there is none that opens: nothing in it is anybody's.
    pub(crate) fn open_demo(&self) -> Result<Opening, Fault> {
        let mut profiles = self.profiles();
        if profiles.demo.is_none() {
            let place = folder::demo(&self.folder);
            let demo = match Planner::open_window(&place, &moment()) {
                Ok(demo) => demo,
                Err(_) => {
                    recovery::set_aside(&place, &moment())?;
                    Planner::open_window(&place, &moment()).map_err(|facts| facts.fault)?
                }
            };
            demo.fill_demo(&moment())?;
            profiles.demo = Some(Arc::new(demo));
        }
        profiles.opening()
    }

    /// Shows the person's own plan again.
    pub(crate) fn leave_demo(&self) -> Result<Opening, Fault> {
        let mut profiles = self.profiles();
        profiles.demo = None;
        profiles.opening()
    }

    /// Remembers calendar files among the arguments of a start.
    pub(crate) fn offer_arguments(
        &self,
        arguments: impl Iterator<Item = OsString>,
    ) -> Vec<PathBuf> {
        let paths = arguments
            .skip(1)
            .filter(|argument| !argument.to_string_lossy().starts_with('-'))
            .filter_map(|argument| std::path::absolute(PathBuf::from(argument)).ok())
            .collect();
        self.offer(paths)
    }

    /// Allows files to be read; returns those the page should be told of now.
    pub(crate) fn offer(&self, paths: Vec<PathBuf>) -> Vec<PathBuf> {
        let mut offered = self.offered();
        offered.paths.extend(paths.iter().cloned());
        if offered.listening {
            return paths;
        }
        offered.waiting.extend(paths);
        Vec::new()
    }

    /// The page listens from now on; returns what has waited for it.
    pub(crate) fn listen(&self) -> Vec<PathBuf> {
        let mut offered = self.offered();
        offered.listening = true;
        std::mem::take(&mut offered.waiting)
    }

    /// Whether a person offered this file.
    pub(crate) fn is_offered(&self, path: &Path) -> bool {
        self.offered().paths.contains(path)
    }

    fn offered(&self) -> MutexGuard<'_, Offered> {
        self.offered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn profiles(&self) -> MutexGuard<'_, Profiles> {
        self.profiles.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Profiles {
    fn shown(&self) -> Result<Arc<Planner>, Fault> {
        self.demo.clone().map_or_else(|| self.own(), Ok)
    }

    fn own(&self) -> Result<Arc<Planner>, Fault> {
        match &self.own {
            Plan::Open(own) => Ok(own.clone()),
            Plan::Shut(facts) => Err(facts.fault.clone()),
        }
    }

    fn opening(&self) -> Result<Opening, Fault> {
        match (&self.demo, &self.own) {
            (Some(demo), _) => demo.opening(true, &moment()),
            (None, Plan::Open(own)) => own.opening(false, &moment()),
            (None, Plan::Shut(facts)) => Ok(Opening::Recovery(RecoveryFacts::clone(facts))),
        }
    }
}

impl Plan {
    fn open(folder: &Path) -> Plan {
        match Planner::open_window(folder, &moment()) {
            Ok(planner) => Plan::Open(Arc::new(planner)),
            Err(facts) => Plan::Shut(facts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenkeel_app::messages::{NewBlock, Op, Range, Reply};
    use std::fs;

    fn monday() -> Range {
        Range {
            from: "2026-11-16".parse().unwrap(),
            until: "2026-11-23".parse().unwrap(),
        }
    }

    fn titles(desk: &Desk) -> Vec<String> {
        let planner = desk.planner().unwrap();
        let week = planner.week(monday(), &moment()).unwrap();
        week.occurrences.into_iter().map(|one| one.title).collect()
    }

    fn desk_with_a_block() -> (tempfile::TempDir, Desk) {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(folder.path().join("data"));
        let block = NewBlock::plain(
            "Mine",
            evenkeel_app::Category::Technical,
            "2026-11-19T10:00:00".parse().unwrap(),
            "2026-11-19T11:00:00".parse().unwrap(),
        );
        let planner = desk.planner().unwrap();
        let reply = planner.apply(Op::Create(block), monday(), &moment());
        assert!(matches!(reply, Reply::Done(_)), "{reply:?}");
        (folder, desk)
    }

    fn is_demo(opening: &Opening) -> bool {
        matches!(opening, Opening::Ready { demo: true, .. })
    }

    #[test]
    fn the_demo_can_be_opened_and_left_twice_and_changes_nothing_of_ones_own() {
        let (_folder, desk) = desk_with_a_block();
        assert!(is_demo(&desk.open_demo().unwrap()));
        assert!(is_demo(&desk.open_demo().unwrap()));
        assert!(!is_demo(&desk.leave_demo().unwrap()));
        assert!(!is_demo(&desk.leave_demo().unwrap()));
        assert_eq!(titles(&desk), ["Mine"]);
    }

    #[test]
    fn nothing_in_the_demo_can_be_undone_before_something_was_done() {
        let (_folder, desk) = desk_with_a_block();
        desk.open_demo().unwrap();
        let planner = desk.planner().unwrap();
        let reply = planner.undo(monday(), &moment());
        assert!(matches!(reply, Reply::Refused(_)), "{reply:?}");
    }

    #[test]
    fn a_demo_that_does_not_open_is_made_anew_and_ones_own_plan_stays() {
        let (_folder, desk) = desk_with_a_block();
        desk.open_demo().unwrap();
        desk.leave_demo().unwrap();
        let demo = folder::demo(desk.folder());
        for entry in fs::read_dir(&demo).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "db") {
                fs::write(path, b"not a database at all").unwrap();
            }
        }
        assert!(is_demo(&desk.open_demo().unwrap()));
        desk.start_anew().unwrap();
        desk.leave_demo().unwrap();
        assert_eq!(titles(&desk), ["Mine"]);
    }

    #[test]
    fn an_open_plan_is_never_put_aside() {
        let (_folder, desk) = desk_with_a_block();
        desk.start_anew().unwrap();
        assert_eq!(titles(&desk), ["Mine"]);
    }

    #[test]
    fn an_older_copy_put_back_by_hand_can_be_opened_as_it_is() {
        let (_folder, desk) = desk_with_a_block();
        let data = desk.folder().to_path_buf();
        drop(desk);
        let database = data.join("evenkeel.db");
        let old = fs::read(&database).unwrap();
        let desk = Desk::open(data.clone());
        let undone = desk.planner().unwrap().undo(monday(), &moment());
        assert!(matches!(undone, Reply::Done(_)), "{undone:?}");
        drop(desk);
        fs::write(&database, old).unwrap();
        let desk = Desk::open(data);
        let Opening::Recovery(facts) = desk.opening().unwrap() else {
            panic!("an older copy opened without a word");
        };
        assert!(facts.can_accept);
        assert!(matches!(
            desk.accept_older().unwrap(),
            Opening::Ready { .. }
        ));
        assert_eq!(titles(&desk), ["Mine"]);
    }

    #[test]
    fn only_what_a_person_offered_may_be_read() {
        let (_folder, desk) = desk_with_a_block();
        let file = PathBuf::from("/somewhere/work.ics");
        assert!(!desk.is_offered(&file));
        assert!(desk.offer(vec![file.clone()]).is_empty());
        assert!(desk.is_offered(&file));
        assert_eq!(desk.listen(), std::slice::from_ref(&file));
        assert!(desk.listen().is_empty());
    }
}
