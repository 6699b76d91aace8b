//! Files and addresses outside the program: the desktop's own dialogs, and opening a link after
//! asking.

use evenkeel_app::messages::{Fault, FaultCode};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Emitter};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons};
use tauri_plugin_opener::OpenerExt;

/// Asks for a calendar file to read.
pub(crate) fn ask_open(app: &AppHandle) -> Option<PathBuf> {
    app.dialog()
        .file()
        .set_title("Import a calendar")
        .add_filter("Calendar files", &["ics", "ical", "ifb", "icalendar"])
        .add_filter("All files", &["*"])
        .blocking_pick_file()?
        .into_path()
        .ok()
}

/// Asks where to write a calendar file.
pub(crate) fn ask_save(app: &AppHandle, name: &str) -> Option<PathBuf> {
    let path = app
        .dialog()
        .file()
        .set_title("Export the plan")
        .add_filter("Calendar files", &["ics"])
        .set_file_name(name)
        .blocking_save_file()?
        .into_path()
        .ok()?;
    Some(if path.extension().is_none() {
        path.with_extension("ics")
    } else {
        path
    })
}

/// Tells the page of a calendar file that a person offered.
pub(crate) fn tell(app: &AppHandle, path: &Path) {
    if let Err(error) = app.emit("offered", path.to_string_lossy()) {
        log::warn!("an offered file could not be told: {error}");
    }
}

/// Asks, then opens an address with the desktop. The planner has already checked what kind it is.
pub(crate) fn open_link(app: &AppHandle, link: &str) -> Result<(), Fault> {
    let agreed = app
        .dialog()
        .message(link)
        .title("Open this address outside Evenkeel?")
        .buttons(MessageDialogButtons::OkCancelCustom(
            "Open".into(),
            "Cancel".into(),
        ))
        .blocking_show();
    if !agreed {
        return Ok(());
    }
    app.opener()
        .open_url(link, None::<&str>)
        .map_err(|error| Fault {
            code: FaultCode::File,
            message: "The address could not be opened.".into(),
            hint: format!("The desktop said: {error}."),
            field: None,
        })
}

/// The page asked for a file that nobody dropped, chose or opened.
pub(crate) fn not_offered() -> Fault {
    Fault {
        code: FaultCode::Refused,
        message: "That file was not chosen here.".into(),
        hint: "Choose it with Import, or drop it on the window.".into(),
        field: None,
    }
}
