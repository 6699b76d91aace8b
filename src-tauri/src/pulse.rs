//! The one thread that does things at their time. Each beat does what is due now and says when it
//! wants to be called next; a write may change that, so every write pokes.
//!
//! Deadlines are moments of the clock on the wall. The thread never sleeps longer than
//! [`LONGEST`], so that a clock that was set and a computer that slept are noticed soon.

use crate::desk::Desk;
use crate::{idle, notify, reminders, tray};
use evenkeel_app::{AbsenceBeat, Instant, Moment, SessionBeat};
use evenkeel_clock::{is_told, moment};
use std::sync::{Condvar, Mutex, Once, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// What is done at its time.
type Beat = fn(&AppHandle, &Moment) -> Option<Instant>;

const BEATS: &[Beat] = &[
    go_on,
    look_who_is_there,
    note_running,
    reminders::beat,
    tray::beat,
];

/// The longest sleep.
const LONGEST: Duration = Duration::from_secs(30);

/// The sleep between two looks at a file that stands in for the clocks.
const TOLD: Duration = Duration::from_millis(50);

/// Whether something was written since the last round.
static POKED: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

static STARTED: Once = Once::new();

/// Starts the thread; later calls do nothing.
pub(crate) fn start(app: &AppHandle) {
    STARTED.call_once(|| {
        let app = app.clone();
        let spawned = std::thread::Builder::new()
            .name("pulse".into())
            .spawn(move || run(&app));
        if let Err(error) = spawned {
            log::error!("nothing will happen at its time: {error}");
        }
    });
}

/// Something was written: what is due, and when, may have changed.
pub(crate) fn poke() {
    *POKED.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
    POKED.1.notify_one();
}

fn run(app: &AppHandle) {
    loop {
        let moment = moment();
        let next = BEATS.iter().filter_map(|beat| beat(app, &moment)).min();
        wait(&moment, next);
    }
}

/// Waits for the next deadline, a poke, or the longest sleep.
fn wait(from: &Moment, next: Option<Instant>) {
    let seconds = next.map_or(i64::MAX, |next| from.now.seconds_until(next));
    let sleep = u64::try_from(seconds).map_or(Duration::ZERO, Duration::from_secs);
    let sleep = sleep.clamp(Duration::from_secs(1), LONGEST);
    let mut poked = POKED.0.lock().unwrap_or_else(PoisonError::into_inner);
    if is_told() {
        while !*poked && moment() == *from {
            poked = POKED
                .1
                .wait_timeout(poked, TOLD)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    } else if !*poked {
        poked = POKED
            .1
            .wait_timeout(poked, sleep)
            .unwrap_or_else(PoisonError::into_inner)
            .0;
    }
    *poked = false;
}

/// Ends the phase of a focus session that is over, and tells of it.
fn go_on(app: &AppHandle, moment: &Moment) -> Option<Instant> {
    let planner = app.state::<Desk>().planner().ok()?;
    let beat = planner.beat_session(moment).unwrap_or_else(|fault| {
        log::warn!("the session could not go on: {fault}");
        SessionBeat::default()
    });
    if let Some(outcome) = &beat.outcome {
        tell(app, "outcome", outcome);
    }
    if let Some(words) = &beat.notice {
        notify::show_beside(app, &words.title, &words.body);
    }
    beat.next
}

/// Notices that somebody was away while time was recorded, and is back.
fn look_who_is_there(app: &AppHandle, moment: &Moment) -> Option<Instant> {
    let planner = app.state::<Desk>().planner().ok()?;
    let beat = planner
        .beat_absence(idle::seconds, moment)
        .unwrap_or_else(|fault| {
            log::warn!("whether somebody is there could not be told: {fault}");
            AbsenceBeat::default()
        });
    if beat.asks {
        tell(app, "away", ());
    }
    beat.next
}

fn tell(app: &AppHandle, event: &str, payload: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit(event, payload) {
        log::warn!("{event} could not be told: {error}");
    }
}

/// Notes that the program is there while something is recorded, for a timer that outlives it.
fn note_running(app: &AppHandle, moment: &Moment) -> Option<Instant> {
    let planner = app.state::<Desk>().planner().ok()?;
    planner.note_running(moment).unwrap_or_else(|fault| {
        log::warn!("that the program runs could not be noted: {fault}");
        None
    })
}
