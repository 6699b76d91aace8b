//! Reads subscribed calendars again when their time has come, beside the requests: a server that is
//! slow holds up nobody. What changed is told to the page; why none came is noted and shown with the
//! calendar, and interrupts nobody before a day has passed.

use crate::desk::Desk;
use evenkeel_app::FeedId;
use evenkeel_app::messages::{Fault, Reply};
use evenkeel_clock::moment;
use std::collections::BTreeSet;
use std::sync::Once;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// How often it is looked whether a calendar is due.
const EVERY: Duration = Duration::from_secs(20);

static STARTED: Once = Once::new();

/// Starts reading; later calls do nothing.
pub(crate) fn start(app: &AppHandle) {
    STARTED.call_once(|| {
        let app = app.clone();
        let spawned = std::thread::Builder::new()
            .name("feeds".into())
            .spawn(move || {
                let mut warned = BTreeSet::new();
                loop {
                    if let Err(fault) = read_due(&app, &mut warned) {
                        log::warn!("calendars could not be read again: {fault}");
                    }
                    std::thread::sleep(EVERY);
                }
            });
        if let Err(error) = spawned {
            log::error!("reading calendars again could not begin: {error}");
        }
    });
}

/// Reads what is due of the plan that is shown. A plan that is shut has no calendars. One that is out
/// of reach for long is said once, and again only after it was read.
fn read_due(app: &AppHandle, warned: &mut BTreeSet<FeedId>) -> Result<(), Fault> {
    let desk = app.state::<Desk>();
    let Ok(planner) = desk.planner() else {
        return Ok(());
    };
    for feed in planner.due(&moment())? {
        let seen = planner.this_week(&moment())?;
        let said = match planner.refresh(feed, seen, &moment()) {
            Reply::Done(outcome) if outcome.reload => {
                tell(app, "outcome", &outcome);
                outcome.said
            }
            Reply::Done(_) | Reply::Refused(_) => String::new(),
        };
        tell(app, "calendars", said);
        match planner.out_of_date(feed, &moment())? {
            Some(fault) if warned.insert(feed) => tell(app, "fault", fault),
            Some(_) => {}
            None => {
                warned.remove(&feed);
            }
        }
    }
    Ok(())
}

fn tell(app: &AppHandle, event: &str, payload: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit(event, payload) {
        log::warn!("{event} could not be told: {error}");
    }
}
