//! What lies on the desk: the planner of the folder in use, or the reason why it is shut, and the
//! calendar files that a person has offered. Only offered files can be read.

use crate::clock;
use evenkeel_app::messages::{Fault, Opening, RecoveryFacts};
use evenkeel_app::{Planner, folder, recovery};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

/// The state of the program, shared by all commands.
pub(crate) struct Desk {
    folder: PathBuf,
    plan: RwLock<Plan>,
    offered: Mutex<Offered>,
}

enum Plan {
    Open { planner: Arc<Planner>, demo: bool },
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
    /// Opens the person's own folder.
    pub(crate) fn open() -> Desk {
        let folder = folder::chosen();
        Desk {
            plan: RwLock::new(Plan::open(&folder, false)),
            offered: Mutex::default(),
            folder,
        }
    }

    /// The person's own folder, whichever profile is open.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The planner, or why there is none.
    pub(crate) fn planner(&self) -> Result<Arc<Planner>, Fault> {
        match &*self.plan.read().unwrap_or_else(PoisonError::into_inner) {
            Plan::Open { planner, .. } => Ok(planner.clone()),
            Plan::Shut(facts) => Err(facts.fault.clone()),
        }
    }

    /// What the window shows first.
    pub(crate) fn opening(&self) -> Result<Opening, Fault> {
        match &*self.plan.read().unwrap_or_else(PoisonError::into_inner) {
            Plan::Open { planner, demo } => planner.opening(*demo, &clock::moment()),
            Plan::Shut(facts) => Ok(Opening::Recovery(RecoveryFacts::clone(facts))),
        }
    }

    /// Shuts the planner because its data turned out to be damaged.
    pub(crate) fn shut(&self, fault: Fault) {
        let facts = recovery::facts(&self.folder, fault, true, &clock::moment());
        *self.plan_mut() = Plan::Shut(Box::new(facts));
    }

    /// Brings a backup back: into the open plan, or into the place of one that does not open.
    pub(crate) fn restore(&self, name: &str) -> Result<Opening, Fault> {
        match self.planner() {
            Ok(planner) => planner.restore(name, &clock::moment())?,
            Err(_) => self.replace(|folder| recovery::restore(folder, name, &clock::moment()))?,
        }
        self.opening()
    }

    /// Puts a plan that does not open aside and begins with an empty one.
    pub(crate) fn start_anew(&self) -> Result<Opening, Fault> {
        if self.planner().is_ok() {
            return self.opening();
        }
        self.replace(|folder| recovery::set_aside(folder, &clock::moment()))?;
        self.opening()
    }

    fn replace(&self, work: impl FnOnce(&Path) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut plan = self.plan_mut();
        work(&self.folder)?;
        *plan = Plan::open(&self.folder, false);
        Ok(())
    }

    /// Opens the demo profile, or the person's own again.
    pub(crate) fn switch(&self, demo: bool) -> Result<Opening, Fault> {
        {
            let mut plan = self.plan_mut();
            *plan = if demo {
                Plan::open(&folder::demo(&self.folder), true)
            } else {
                Plan::open(&self.folder, false)
            };
            if let (true, Plan::Open { planner, .. }) = (demo, &*plan) {
                planner.fill_demo(&clock::moment())?;
            }
        }
        self.opening()
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

    fn plan_mut(&self) -> std::sync::RwLockWriteGuard<'_, Plan> {
        self.plan.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Plan {
    fn open(folder: &Path, demo: bool) -> Plan {
        match Planner::open_window(folder, &clock::moment()) {
            Ok(planner) => Plan::Open {
                planner: Arc::new(planner),
                demo,
            },
            Err(facts) => Plan::Shut(facts),
        }
    }
}
