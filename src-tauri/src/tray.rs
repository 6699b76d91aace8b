//! The menu in the desktop's tray, where there is one. A desktop without a tray, or a computer without
//! the library for it, goes without: nothing can be done there alone.

use crate::commands::tell_others;
use crate::desk::Desk;
use crate::window;
use evenkeel_app::messages::{Op, Range, StartDraft};
use evenkeel_app::{Instant, Moment, TrayLines};
use evenkeel_clock::moment;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Manager, Wry};

/// The menu's lines that change, as long as there is a tray.
static LINES: Mutex<Option<Lines>> = Mutex::new(None);

#[derive(Clone)]
struct Lines {
    running: MenuItem<Wry>,
    next: MenuItem<Wry>,
    start: MenuItem<Wry>,
    switch: MenuItem<Wry>,
    stop: MenuItem<Wry>,
    shown: TrayLines,
}

/// Whether there is a tray.
pub(crate) fn is_there() -> bool {
    LINES
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .is_some()
}

/// Waits for a tray to appear on the desktop, and for it to go: panels are started anew at times.
#[cfg(target_os = "linux")]
pub(crate) fn watch(app: &AppHandle) {
    use gtk::gio::{BusNameWatcherFlags, BusType, bus_watch_name};

    /// Holds the icons of the tray on desktops that have one.
    const HOST: &str = "org.kde.StatusNotifierWatcher";
    if !library::is_there() {
        log::info!("there is no library for a tray");
        return;
    }
    let (comes, goes) = (app.clone(), app.clone());
    bus_watch_name(
        BusType::Session,
        HOST,
        BusNameWatcherFlags::NONE,
        move |_, _, _| appear(&comes),
        move |_, _| vanish(&goes),
    );
}

/// Elsewhere there always is one.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch(app: &AppHandle) {
    appear(app);
}

fn appear(app: &AppHandle) {
    if is_there() {
        return;
    }
    // The library is loaded by now; one that is broken makes the loading panic.
    match catch_unwind(AssertUnwindSafe(|| build(app))) {
        Ok(Ok(lines)) => {
            *LINES.lock().unwrap_or_else(PoisonError::into_inner) = Some(lines);
            beat(app, &moment());
            crate::pulse::poke();
        }
        Ok(Err(error)) => log::warn!("there is no tray: {error}"),
        Err(_) => log::warn!("there is no tray: its library could not be used"),
    }
}

fn vanish(app: &AppHandle) {
    *LINES.lock().unwrap_or_else(PoisonError::into_inner) = None;
    app.remove_tray_by_id("main");
    // What stayed in the tray could not be found any more.
    window::bring_back(app);
}

fn build(app: &AppHandle) -> tauri::Result<Lines> {
    let item = |id: &str, text: &str, enabled: bool| {
        MenuItem::with_id(app, id, text, enabled, None::<&str>)
    };
    let lines = Lines {
        running: item("running", "Nothing is running", false)?,
        next: item("next", "Nothing more today", false)?,
        start: item("start", "Start next", false)?,
        switch: item("switch", "Switch to next", false)?,
        stop: item("stop", "Stop", false)?,
        shown: TrayLines::default(),
    };
    let menu = Menu::with_items(
        app,
        &[
            &lines.running,
            &lines.next,
            &PredefinedMenuItem::separator(app)?,
            &lines.start,
            &lines.switch,
            &lines.stop,
            &PredefinedMenuItem::separator(app)?,
            &item("open", "Open Evenkeel", true)?,
            &item("quit", "Quit", true)?,
        ],
    )?;
    let mut tray = TrayIconBuilder::with_id("main")
        .menu(&menu)
        .tooltip("Evenkeel")
        .on_menu_event(|app, event| chosen(app, event.id().as_ref()));
    if let Some(icon) = app.default_window_icon() {
        tray = tray.icon(icon.clone());
    }
    tray.build(app)?;
    Ok(lines)
}

/// Brings the lines up to date; says when they will change, or nothing where there is no tray.
pub(crate) fn beat(app: &AppHandle, moment: &Moment) -> Option<Instant> {
    if !is_there() {
        return None;
    }
    let planner = app.state::<Desk>().planner().ok()?;
    let lines = planner.tray(moment).ok()?;
    let until = lines.until;
    // Changing a line waits for the thread that draws, which may want to look here meanwhile.
    let before = {
        let mut held = LINES.lock().unwrap_or_else(PoisonError::into_inner);
        let tray = held.as_mut()?;
        let before = tray.clone();
        tray.shown = lines.clone();
        before
    };
    if let Err(error) = before.show(&lines) {
        log::warn!("the tray could not be brought up to date: {error}");
    }
    until
}

impl Lines {
    fn show(&self, lines: &TrayLines) -> tauri::Result<()> {
        if self.shown.running != lines.running {
            self.running.set_text(&lines.running)?;
        }
        if self.shown.next != lines.next {
            self.next.set_text(&lines.next)?;
        }
        let next = lines.next_key.is_some();
        let was = self.shown.next_key.is_some();
        if (next, lines.runs) != (was, self.shown.runs) {
            self.start.set_enabled(next && !lines.runs)?;
            self.switch.set_enabled(next && lines.runs)?;
            self.stop.set_enabled(lines.runs)?;
        }
        Ok(())
    }
}

fn chosen(app: &AppHandle, id: &str) {
    match id {
        "start" | "switch" => write(app, |next| {
            let draft = StartDraft {
                of: Some(next?),
                ..StartDraft::default()
            };
            Some(Op::Start(draft))
        }),
        "stop" => write(app, |_| Some(Op::Stop { at: None })),
        "open" => window::bring_forward(app),
        "quit" => app.exit(0),
        _ => {}
    }
}

/// Carries out a write that depends on what comes next, away from the thread that draws.
fn write(app: &AppHandle, op: impl FnOnce(Option<String>) -> Option<Op> + Send + 'static) {
    let app = app.clone();
    let spawned = std::thread::Builder::new()
        .name("tray".into())
        .spawn(move || {
            let Ok(planner) = app.state::<Desk>().planner() else {
                return;
            };
            let moment = moment();
            let next = planner.tray(&moment).ok().and_then(|lines| lines.next_key);
            let Some(op) = op(next) else {
                return;
            };
            // Nobody looks at days here; every window reads its own again.
            let from = moment.now.utc().date();
            let until = from.succ_opt().unwrap_or(from);
            let seen = Range { from, until };
            tell_others(&app, planner.apply(op, seen, &moment));
        });
    if let Err(error) = spawned {
        log::warn!("nothing was done: {error}");
    }
}

#[cfg(target_os = "linux")]
mod library {
    //! Whether the library that draws trays can be loaded: asking tauri for a tray without it ends
    //! the program.

    use std::path::Path;

    const NAMES: [&str; 2] = ["libayatana-appindicator3.so.1", "libappindicator3.so.1"];
    const FOLDERS: [&str; 6] = [
        "/usr/lib",
        "/usr/lib64",
        "/lib",
        "/lib64",
        "/usr/local/lib",
        "/app/lib",
    ];

    pub(super) fn is_there() -> bool {
        let named = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
        let multiarch = format!("{}-linux-gnu", std::env::consts::ARCH);
        let mut folders = std::env::split_paths(&named)
            .chain(FOLDERS.into_iter().map(Into::into))
            .flat_map(|folder: std::path::PathBuf| [folder.join(&multiarch), folder]);
        folders.any(|folder| holds(&folder))
    }

    fn holds(folder: &Path) -> bool {
        NAMES.iter().any(|name| folder.join(name).exists())
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn either_library_will_do_and_any_other_file_will_not() {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("libgtk-3.so.0"), b"").unwrap();
            assert!(!holds(folder.path()));
            for name in NAMES {
                let folder = tempfile::tempdir().unwrap();
                std::fs::write(folder.path().join(name), b"").unwrap();
                assert!(holds(folder.path()));
            }
        }
    }
}
