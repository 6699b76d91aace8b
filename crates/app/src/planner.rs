//! The open planner: the store, the zones, and the last state looked at, so that a drag does not
//! read the disk at every step.

use crate::messages::{Fault, Op, Opening, Range, RecoveryFacts, RoleChoice, Week};
use crate::moment::Moment;
use crate::reminders::Reminding;
use crate::scene::{Scene, span_of};
use crate::{actual, blocks, day, figures, recovery, shown, words, zones};
use chrono::{Days, NaiveDate};
use evenkeel_core::block::Block;
use evenkeel_core::event::FeedId;
use evenkeel_core::role;
use evenkeel_core::settings::Settings;
use evenkeel_core::time::{Zone, Zones};
use evenkeel_store::{OpenError, Owner, Risk, Store, View};
use std::collections::BTreeSet;
use std::ops;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A plan that is open.
#[derive(Debug)]
pub struct Planner {
    pub(crate) store: Store,
    pub(crate) zones: Zones,
    folder: PathBuf,
    /// The last state looked at.
    latest: Mutex<Option<Arc<Scene>>>,
    /// The home zone of the week that was shown last.
    shown_in: Mutex<Option<Zone>>,
    /// The subscribed calendars that are being read.
    pub(crate) refreshing: Mutex<BTreeSet<FeedId>>,
    /// Who is there while time is recorded, and what is asked about absences.
    pub(crate) absences: Mutex<actual::Absences>,
    /// What is to be reminded of next.
    pub(crate) reminding: Mutex<Reminding>,
}

impl Planner {
    /// Opens a folder for the window: no other window may have it. Where that is not possible, says
    /// why and what can be restored.
    pub fn open_window(folder: &Path, moment: &Moment) -> Result<Planner, Box<RecoveryFacts>> {
        Planner::open(folder, Owner::Window).map_err(|error| {
            let (fault, can_restore) = words::unopened(&error);
            Box::new(RecoveryFacts {
                can_accept: matches!(error, OpenError::Older { .. }),
                ..recovery::facts(folder, fault, can_restore, moment)
            })
        })
    }

    /// Opens a folder for the command line, beside a window that may have it open.
    pub fn open_guest(folder: &Path) -> Result<Planner, Fault> {
        Planner::open(folder, Owner::Guest).map_err(|error| words::unopened(&error).0)
    }

    fn open(folder: &Path, owner: Owner) -> Result<Planner, OpenError> {
        Ok(Planner {
            store: Store::open(folder, owner)?,
            zones: zones::newest(),
            folder: folder.to_path_buf(),
            latest: Mutex::new(None),
            shown_in: Mutex::new(None),
            refreshing: Mutex::default(),
            absences: Mutex::default(),
            reminding: Mutex::default(),
        })
    }

    /// What the window shows first.
    pub fn opening(&self, demo: bool, moment: &Moment) -> Result<Opening, Fault> {
        Ok(Opening::Ready {
            settings: self.store.settings()?,
            demo,
            roles: roles(),
            zones: self.zones.names(),
            system_zone: moment.system_zone.clone(),
            warnings: self.warnings(),
        })
    }

    /// What a person should know about the place their data is in.
    fn warnings(&self) -> Vec<String> {
        let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
        let place = std::path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        match evenkeel_store::risk(&place, &mounts) {
            Some(Risk::Synced(service)) => vec![format!(
                "Your plan lies in a folder that {service} copies. That can damage it: set \
                 EVENKEEL_DATA to a folder that is not synchronised."
            )],
            Some(Risk::Network(kind)) => vec![format!(
                "Your plan lies on a network drive ({kind}). That can damage it: set EVENKEEL_DATA \
                 to a folder on this computer."
            )],
            None => Vec::new(),
        }
    }

    /// Looks through the data for damage, once; later calls return the first answer.
    pub fn verify(&self) -> Result<(), Fault> {
        Ok(self.store.verify()?)
    }

    /// Everything the grid needs for a range of days.
    pub fn week(&self, range: Range, moment: &Moment) -> Result<Week, Fault> {
        let range = checked(range)?;
        let scene = self.scene(&range, moment)?;
        let (undo, redo) = self.store.undo_labels()?;
        let days = span_of(&(range.from..range.until), &scene.home);
        let dates = range.from..range.until;
        // What happens before a logical day begins belongs to the day before.
        let with_eve = dates.start.pred_opt().unwrap_or(dates.start)..dates.end;
        let (entries, running, closed, ticked) = self.store.read(|view| {
            Ok::<_, Fault>((
                view.entries_between(days)?,
                view.running()?,
                day::closed_days(view, &with_eve, &scene.home)?,
                day::ticked(view, &dates)?,
            ))
        })?;
        *held(&self.shown_in) = Some(scene.home.clone());
        Ok(Week {
            rev: scene.rev,
            range,
            today: moment.today(&scene.home),
            now: moment.wall(&scene.home),
            zone: scene.home.name().to_string(),
            days: shown::grid_days(&scene, &range, &closed),
            occurrences: shown::occurrences(&scene, &range, &self.zones),
            entries: actual::shown(&entries, &scene.home, scene.day_start(), &closed),
            ticked: ticked.into_iter().collect(),
            running: running.map(|running| actual::running(&running, moment, &scene.home)),
            figures: figures::figures(&scene, &scene.blocks, range.from, &self.zones),
            undo,
            redo,
            settings: scene.settings.clone(),
        })
    }

    /// The state of the days someone looks at, from memory when nothing was written since.
    pub(crate) fn scene(&self, range: &Range, moment: &Moment) -> Result<Arc<Scene>, Fault> {
        self.store.read(|view| {
            let days = with_week(range, &view.settings()?);
            self.scene_in(view, &[days], moment)
        })
    }

    /// The state of some dates, from memory when nothing was written since.
    pub(crate) fn scene_of(
        &self,
        days: ops::Range<NaiveDate>,
        moment: &Moment,
    ) -> Result<Arc<Scene>, Fault> {
        self.store.read(|view| self.scene_in(view, &[days], moment))
    }

    /// The state in which a request about blocks is decided: the days someone looks at, and those
    /// it reaches into.
    pub(crate) fn stage(
        &self,
        view: &View<'_>,
        op: &Op,
        named: &[Block],
        seen: &Range,
        moment: &Moment,
    ) -> Result<Arc<Scene>, Fault> {
        let settings = view.settings()?;
        let mut days = blocks::weeks(op, named, &settings);
        days.push(with_week(seen, &settings));
        self.scene_in(view, &days, moment)
    }

    /// The days someone looks at, inside a read or a write that is under way.
    pub(crate) fn scene_of_seen(
        &self,
        view: &View<'_>,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Arc<Scene>, Fault> {
        let days = with_week(seen, &view.settings()?);
        self.scene_in(view, &[days], moment)
    }

    /// The same inside a read or a write that is under way.
    pub(crate) fn scene_in(
        &self,
        view: &View<'_>,
        days: &[ops::Range<NaiveDate>],
        moment: &Moment,
    ) -> Result<Arc<Scene>, Fault> {
        let rev = view.rev()?;
        if let Some(scene) = &*held(&self.latest)
            && scene.rev == rev
            && scene.home == moment.home(&scene.settings, &self.zones)
            && scene.covers(days)
        {
            return Ok(scene.clone());
        }
        let scene = Arc::new(Scene::load(view, days, &self.zones, moment)?);
        self.keep(scene.clone());
        Ok(scene)
    }

    /// Keeps a state for the next look.
    pub(crate) fn keep(&self, scene: Arc<Scene>) {
        *held(&self.latest) = Some(scene);
    }

    /// Whether the home zone is another one than in the week that was shown last: the computer has
    /// been taken along.
    pub(crate) fn travelled(&self, moment: &Moment) -> Result<bool, Fault> {
        let home = self.home(moment)?;
        Ok(held(&self.shown_in)
            .as_ref()
            .is_some_and(|shown| *shown != home))
    }
}

pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The days of a range and of the week that holds the first, whose figures come along.
pub(crate) fn with_week(range: &Range, settings: &Settings) -> ops::Range<NaiveDate> {
    let first = settings.week_of(range.from);
    let after = first.checked_add_days(Days::new(7)).unwrap_or(first);
    first..after.max(range.until)
}

/// A range that can be shown: forwards, and no longer than a year.
pub(crate) fn checked(range: Range) -> Result<Range, Fault> {
    let length = (range.until - range.from).num_days();
    if (1..=400).contains(&length) {
        return Ok(range);
    }
    Err(Fault::refused(
        "These days cannot be shown.",
        "Choose a range of at least one day and at most a year.",
    ))
}

fn roles() -> Vec<RoleChoice> {
    role::ROLES
        .iter()
        .map(|role| RoleChoice {
            name: role.name.into(),
            label: role.label.into(),
            about: role.about.into(),
            technical: role.technical,
            management: role.management,
            growth: role.growth,
        })
        .collect()
}
