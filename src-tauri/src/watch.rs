//! What goes on beside the requests: checking the data once after the first paint, noticing what
//! the command line wrote, and a backup when one is due.

use crate::clock::moment;
use crate::desk::Desk;
use std::sync::Once;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// How often the file is asked whether somebody else wrote to it.
const EVERY: Duration = Duration::from_secs(2);

static STARTED: Once = Once::new();

/// Starts watching; later calls do nothing.
pub(crate) fn start(app: &AppHandle) {
    STARTED.call_once(|| {
        let app = app.clone();
        let spawned = std::thread::Builder::new()
            .name("watch".into())
            .spawn(move || watch(&app));
        if let Err(error) = spawned {
            log::error!("watching the data could not begin: {error}");
        }
    });
}

fn watch(app: &AppHandle) {
    let desk = app.state::<Desk>();
    loop {
        if let Ok(planner) = desk.planner() {
            if let Err(fault) = planner.verify() {
                desk.shut(fault);
                if let Ok(opening) = desk.opening() {
                    tell(app, "recovery", opening);
                }
                continue;
            }
            match planner.news() {
                Ok(Some(outcome)) => tell(app, "outcome", outcome),
                Ok(None) => {}
                Err(fault) => tell(app, "fault", fault),
            }
            if let Err(fault) = planner.back_up_if_due(&moment()) {
                tell(app, "fault", fault);
            }
        }
        std::thread::sleep(EVERY);
    }
}

fn tell(app: &AppHandle, event: &str, payload: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit(event, payload) {
        log::warn!("{event} could not be told: {error}");
    }
}
