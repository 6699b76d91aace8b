//! Draws attention outside the window, by a notification of the desktop, for what the page shows in
//! any case: where no service answers nothing is lost. What is worth one is decided elsewhere.

use crate::window;
use notify_rust::Notification;
use tauri::AppHandle;

/// How long a notification stands, milliseconds.
#[cfg(all(unix, not(target_os = "macos")))]
const STANDS_MS: u32 = 30_000;

/// Words for the desktop.
struct Notice {
    title: String,
    body: String,
}

/// Shows words on the desktop, beside what the page shows in any case. Returns at once: a service
/// that is slow holds up nobody.
pub(crate) fn show_beside(app: &AppHandle, title: &str, body: &str) {
    let app = app.clone();
    let notice = Notice {
        title: title.into(),
        body: body.into(),
    };
    let spawned = std::thread::Builder::new()
        .name("notify".into())
        .spawn(move || {
            if let Err(error) = ask_desktop(&app, &notice) {
                log::info!("the desktop shows no notifications: {error}");
            }
        });
    if let Err(error) = spawned {
        log::warn!("a notification could not be shown: {error}");
    }
}

/// Shows it and, where the desktop tells, brings the window forward once it is clicked.
fn ask_desktop(app: &AppHandle, notice: &Notice) -> notify_rust::error::Result<()> {
    let mut notification = Notification::new();
    notification
        .appname("Evenkeel")
        .summary(&notice.title)
        .body(&as_text(&notice.body, takes_markup()));
    #[cfg(target_os = "windows")]
    notification.app_id(&app.config().identifier);
    #[cfg(all(unix, not(target_os = "macos")))]
    notification
        .icon("evenkeel")
        .hint(notify_rust::Hint::DesktopEntry("Evenkeel".into()))
        .action("default", "Open Evenkeel")
        // Lists of old notifications would each hold a thread; nothing here is worth keeping.
        .hint(notify_rust::Hint::Transient(true))
        .timeout(notify_rust::Timeout::Milliseconds(STANDS_MS));
    let shown = notification.show()?;
    #[cfg(all(unix, not(target_os = "macos")))]
    shown.wait_for_action(|action| {
        if action == "default" {
            window::bring_forward(app);
        }
    });
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    drop((shown, app));
    Ok(())
}

/// Whether the service reads its words as markup. Only those of Linux desktops may.
#[cfg(all(unix, not(target_os = "macos")))]
fn takes_markup() -> bool {
    notify_rust::get_capabilities()
        .is_ok_and(|can| can.iter().any(|capability| capability == "body-markup"))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn takes_markup() -> bool {
    false
}

/// Titles of meetings come from anywhere: no word of theirs is ever markup.
fn as_text(words: &str, markup: bool) -> String {
    match markup {
        false => words.into(),
        true => words
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_others_are_never_markup() {
        assert_eq!(as_text("<b>&", true), "&lt;b&gt;&amp;");
        assert_eq!(as_text("<b>&", false), "<b>&");
    }
}
