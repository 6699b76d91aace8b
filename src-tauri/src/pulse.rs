//! The one thread that does things at their time. Each beat does what is due now and says when it
//! wants to be called next; a write may change that, so every write pokes.
//!
//! Deadlines are moments of the clock on the wall. The thread never sleeps longer than
//! [`LONGEST`], so that a clock that was set and a computer that slept are noticed soon.

use crate::desk::Desk;
use crate::{idle, notify, reminders, tray, window};
use evenkeel_app::{AbsenceBeat, Instant, Moment, Planner, SessionBeat};
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

/// Ends the phases of focus sessions that are over, and tells of it. One's own goes on while the demo
/// is shown; what is not shown tells the page nothing.
fn go_on(app: &AppHandle, moment: &Moment) -> Option<Instant> {
    let desk = app.state::<Desk>();
    let own = desk.own().ok();
    let demo = desk.planner().ok().filter(|_| desk.shows_demo());
    let is_shown = demo.is_none();
    let own = own.and_then(|planner| {
        let beat = beat(&planner, moment);
        if let Some(outcome) = beat.outcome.as_ref().filter(|_| is_shown) {
            tell(app, "outcome", outcome);
        }
        if let Some(words) = beat.notice.filter(|_| !is_shown || !window::in_front(app)) {
            notify::show_beside(app, &words.title, &words.body);
        }
        beat.next
    });
    let demo = demo.and_then(|planner| {
        let beat = beat(&planner, moment);
        if let Some(outcome) = &beat.outcome {
            tell(app, "outcome", outcome);
        }
        beat.next
    });
    [own, demo].into_iter().flatten().min()
}

fn beat(planner: &Planner, moment: &Moment) -> SessionBeat {
    planner.beat_session(moment).unwrap_or_else(|fault| {
        log::warn!("the session could not go on: {fault}");
        SessionBeat::default()
    })
}

/// Notices that somebody was away while time was recorded, and is back.
fn look_who_is_there(app: &AppHandle, moment: &Moment) -> Option<Instant> {
    let desk = app.state::<Desk>();
    let planner = desk.own().ok()?;
    let beat = planner
        .beat_absence(idle::seconds, moment)
        .unwrap_or_else(|fault| {
            log::warn!("whether somebody is there could not be told: {fault}");
            AbsenceBeat::default()
        });
    // While the demo is shown the question waits; the page asks for it when one's own plan is back.
    if beat.asks && !desk.shows_demo() {
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
    let planner = app.state::<Desk>().own().ok()?;
    planner.note_running(moment).unwrap_or_else(|fault| {
        log::warn!("that the program runs could not be noted: {fault}");
        None
    })
}
