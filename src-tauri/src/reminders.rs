//! Says at its time what the planner has to remind of: in the window, and on the desktop while the
//! window is not in front.

use crate::desk::Desk;
use crate::notify;
use crate::window;
use evenkeel_app::messages::Reminded;
use evenkeel_app::{Instant, Moment};
use tauri::{AppHandle, Emitter, Manager};

/// Keeps a debug build silent where it is `off`: a journey through the window that begins at five to
/// ten sees the same as any other.
const SWITCH: &str = "EVENKEEL_REMINDERS";

/// Shows what is due now; says when to look again.
pub(crate) fn beat(app: &AppHandle, moment: &Moment) -> Option<Instant> {
    if cfg!(debug_assertions) && std::env::var(SWITCH).is_ok_and(|set| set == "off") {
        return None;
    }
    let planner = app.state::<Desk>().planner().ok()?;
    match planner.remind(moment) {
        Ok((reminded, next)) => {
            show(app, reminded);
            next
        }
        Err(fault) => {
            log::warn!("reminders could not be read: {fault}");
            None
        }
    }
}

fn show(app: &AppHandle, reminded: Reminded) {
    if reminded.is_empty() {
        return;
    }
    // The demo is nobody's day.
    if !window::in_front(app) && !app.state::<Desk>().shows_demo() {
        for (title, body) in reminded.outside() {
            notify::show_beside(app, &title, &body);
        }
    }
    if let Err(error) = app.emit("reminded", reminded) {
        log::warn!("a reminder could not be told: {error}");
    }
}
