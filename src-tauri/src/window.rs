//! The window itself: where it may go, what may be dropped on it, and its one instance.

use crate::desk::Desk;
use crate::files;
use crate::tray;
use evenkeel_app::locale;
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, Runtime, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent, Wry,
};

/// Whether the window was closed into the tray.
static HIDDEN: AtomicBool = AtomicBool::new(false);

/// Opens the main window: it never leaves its own page and opens no other.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let Some(mut config) = app.config().app.windows.first().cloned() else {
        return Ok(());
    };
    let page = format!("index.html?locale={}", locale::of_environment());
    config.url = WebviewUrl::App(page.into());
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let handle = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(event) => dropped(&handle, event),
        WindowEvent::CloseRequested { api, .. } if stays(&handle) => {
            api.prevent_close();
            hide(&handle);
        }
        _ => {}
    });
    window.show()
}

/// A second start passes its files on to the window that is open and brings it forward.
pub(crate) fn single_instance(desk: &Desk) -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(evenkeel_app::folder::bus_name(desk.folder()))
        .callback(|app, arguments, folder| {
            let folder = std::path::PathBuf::from(folder);
            let arguments =
                arguments
                    .into_iter()
                    .enumerate()
                    .map(|(place, argument)| match place {
                        0 => argument.into(),
                        _ if argument.starts_with('-') => argument.into(),
                        _ => folder.join(argument).into_os_string(),
                    });
            for path in app.state::<Desk>().offer_arguments(arguments) {
                files::tell(app, &path);
            }
            bring_forward(app);
        })
        .build()
}

/// Brings the window to the front, from wherever it is.
pub(crate) fn bring_forward(app: &AppHandle) {
    HIDDEN.store(false, Ordering::Relaxed);
    for window in app.webview_windows().values() {
        let shown = window
            .show()
            .and_then(|()| window.unminimize())
            .and_then(|()| window.set_focus());
        if let Err(error) = shown {
            log::warn!("the window could not be brought forward: {error}");
        }
    }
}

/// Whether the person has the window before their eyes.
pub(crate) fn in_front(app: &AppHandle) -> bool {
    let focused = |window: &WebviewWindow| window.is_focused().unwrap_or(false);
    app.webview_windows().values().any(focused)
}

/// Whether closing the window leaves the program in the tray: where there is one, and where a person
/// wants that.
fn stays(app: &AppHandle) -> bool {
    let wanted = || {
        let planner = app.state::<Desk>().own()?;
        planner.attention().map(|attention| attention.stay_in_tray)
    };
    tray::is_there() && wanted().unwrap_or(false)
}

fn hide(app: &AppHandle) {
    for window in app.webview_windows().values() {
        match window.hide() {
            Ok(()) => HIDDEN.store(true, Ordering::Relaxed),
            Err(error) => log::warn!("the window could not be hidden: {error}"),
        }
    }
}

/// Shows the window again that was left in a tray which is gone.
pub(crate) fn bring_back(app: &AppHandle) {
    if HIDDEN.load(Ordering::Relaxed) {
        bring_forward(app);
    }
}

/// Logs hold counts and kinds, never titles.
pub(crate) fn logging<R: Runtime>() -> TauriPlugin<R> {
    tauri_plugin_log::Builder::new()
        .level(log::LevelFilter::Warn)
        .max_file_size(500_000)
        .build()
}

fn is_own_page(url: &Url) -> bool {
    let own = url.scheme() == "tauri" && url.host_str() == Some("localhost");
    let development = cfg!(debug_assertions) && url.host_str() == Some("localhost");
    own || development
}

fn dropped(app: &AppHandle, event: &DragDropEvent) {
    let hover = |over: bool| {
        if let Err(error) = app.emit("hover", over) {
            log::warn!("a hover could not be told: {error}");
        }
    };
    match event {
        DragDropEvent::Enter { .. } => hover(true),
        DragDropEvent::Leave => hover(false),
        DragDropEvent::Drop { paths, .. } => {
            hover(false);
            for path in app.state::<Desk>().offer(paths.clone()) {
                files::tell(app, &path);
            }
        }
        _ => {}
    }
}
