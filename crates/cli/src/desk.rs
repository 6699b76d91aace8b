//! What a command works with: the open plan, and when and where it was asked.

use crate::args::Global;
use crate::typed::{self, Now};
use evenkeel_app::messages::Fault;
use evenkeel_app::{Moment, Planner, folder};
use std::path::PathBuf;

/// The open plan and the moment of the request.
pub(crate) struct Desk {
    pub(crate) planner: Planner,
    pub(crate) moment: Moment,
}

impl Global {
    /// The data folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(folder::chosen)
    }

    /// Opens the plan beside a window that may have it open.
    pub(crate) fn open(&self) -> Result<Desk, Fault> {
        self.desk(Planner::open_guest(&self.folder())?)
    }

    /// Puts an open plan on the desk.
    pub(crate) fn desk(&self, planner: Planner) -> Result<Desk, Fault> {
        if let Some(zone) = &self.zone {
            planner.known_zone(zone).map_err(|fault| Fault {
                hint: "Write the name of a region and a city, such as Europe/Berlin.".into(),
                ..fault
            })?;
        }
        let (mut moment, wall) = self.typed_moment()?;
        if let Some(wall) = wall {
            moment.now = planner.instant(wall, &moment)?;
        }
        Ok(Desk { planner, moment })
    }

    /// The moment of a request about a plan that does not open. Without it the home zone is not
    /// known, and a wall time is read as UTC: it only names files here.
    pub(crate) fn moment_without_plan(&self) -> Result<Moment, Fault> {
        let (mut moment, wall) = self.typed_moment()?;
        if let Some(wall) = wall {
            moment.now = evenkeel_app::Instant::from_utc(wall);
        }
        Ok(moment)
    }

    fn typed_moment(&self) -> Result<(Moment, Option<chrono::NaiveDateTime>), Fault> {
        let mut moment = Moment {
            zone: self.zone.clone(),
            ..evenkeel_clock::moment()
        };
        match self.now.as_deref().map(typed::now).transpose()? {
            None => Ok((moment, None)),
            Some(Now::Instant(now)) => {
                moment.now = now;
                moment.ticks = None;
                Ok((moment, None))
            }
            Some(Now::Wall(wall)) => {
                moment.ticks = None;
                Ok((moment, Some(wall)))
            }
        }
    }
}
