//! Draws attention outside the window, by a notification of the desktop. Where no service answers,
//! the page shows the words instead. What is worth a notification is decided elsewhere.

use crate::window;
use notify_rust::Notification;
use serde::Serialize;
use tauri::{AppHandle, Emitter};

/// Words the page shows because the desktop could not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Notice {
    title: String,
    body: String,
}

/// Shows words on the desktop, and in the window where the desktop does not answer. Returns at once:
/// a service that is slow holds up nobody.
pub(crate) fn show(app: &AppHandle, title: &str, body: &str) {
    let page = app.clone();
    on_desktop(app, title, body, move |notice| {
        if let Err(error) = page.emit("notice", notice) {
            log::warn!("a notice could not be told: {error}");
        }
    });
}

/// Shows words on the desktop, for what the page shows in any case.
pub(crate) fn show_beside(app: &AppHandle, title: &str, body: &str) {
    on_desktop(app, title, body, |_| {});
}

fn on_desktop(
    app: &AppHandle,
    title: &str,
    body: &str,
    instead: impl FnOnce(Notice) + Send + 'static,
) {
    let app = app.clone();
    let notice = Notice {
        title: title.into(),
        body: body.into(),
    };
    let spawned = std::thread::Builder::new()
        .name("notify".into())
        .spawn(move || deliver(notice, |notice| ask_desktop(&app, notice), instead));
    if let Err(error) = spawned {
        log::warn!("a notification could not be shown: {error}");
    }
}

fn deliver<E: std::fmt::Display>(
    notice: Notice,
    desktop: impl FnOnce(&Notice) -> Result<(), E>,
    instead: impl FnOnce(Notice),
) {
    if let Err(error) = desktop(&notice) {
        log::info!("the desktop shows no notifications: {error}");
        instead(notice);
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
        .action("default", "Open Evenkeel");
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
    use std::cell::Cell;

    fn notice() -> Notice {
        Notice {
            title: "Ingest design in 5 minutes".into(),
            body: "10:00 to 11:00".into(),
        }
    }

    #[test]
    fn where_no_service_answers_the_page_shows_the_same_words_and_else_nothing() {
        let page = Cell::new(None);
        deliver(
            notice(),
            |_| Err("no such name"),
            |notice| page.set(Some(notice)),
        );
        assert_eq!(page.take(), Some(notice()));
        deliver(
            notice(),
            |_| Ok::<_, String>(()),
            |notice| page.set(Some(notice)),
        );
        assert_eq!(page.take(), None);
    }

    #[test]
    fn words_of_others_are_never_markup() {
        assert_eq!(as_text("<b>&", true), "&lt;b&gt;&amp;");
        assert_eq!(as_text("<b>&", false), "<b>&");
    }
}
