//! What goes on beside the requests: checking the data once after the first paint, noticing what
//! the command line wrote, and a backup when one is due.

use crate::desk::Desk;
use crate::pulse;
use evenkeel_app::messages::{Fault, FaultCode};
use evenkeel_clock::moment;
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
    let mut told = None;
    loop {
        let trouble = look(app).err();
        if let Some(fault) = &trouble
            && told.as_ref() != Some(fault)
        {
            tell(app, "fault", fault);
        }
        // The same trouble is told once, and again only after it was gone.
        told = trouble;
        std::thread::sleep(EVERY);
    }
}

/// One look at the plan that is shown. A plan that is shut has its own screen.
fn look(app: &AppHandle) -> Result<(), Fault> {
    let desk = app.state::<Desk>();
    let Ok(planner) = desk.planner() else {
        return Ok(());
    };
    match planner.verify() {
        Err(fault) if fault.code == FaultCode::Data => {
            tell(app, "recovery", desk.shut(&planner, fault)?);
            return Ok(());
        }
        verified => verified?,
    }
    if let Some(outcome) = planner.news()? {
        pulse::poke();
        tell(app, "outcome", outcome);
    }
    planner.back_up_if_due(&moment())
}

fn tell(app: &AppHandle, event: &str, payload: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit(event, payload) {
        log::warn!("{event} could not be told: {error}");
    }
}
