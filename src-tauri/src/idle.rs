//! For how long nobody has touched the keyboard or the mouse, where the desktop tells. Where it does
//! not, nothing is asked about absences.

use evenkeel_clock::{is_told, told_idle};
use std::sync::OnceLock;

/// What can tell.
trait Idle: Send + Sync {
    /// Seconds since anything was touched.
    fn seconds(&self) -> Option<i64>;
}

/// A file that stands in for the clocks, in a journey.
struct Told;

static DESKTOP: OnceLock<Option<Box<dyn Idle>>> = OnceLock::new();

/// Seconds since anything was touched; `None` where that cannot be told.
pub(crate) fn seconds() -> Option<i64> {
    DESKTOP.get_or_init(desktop).as_ref()?.seconds()
}

fn desktop() -> Option<Box<dyn Idle>> {
    if is_told() {
        return Some(Box::new(Told));
    }
    #[cfg(target_os = "linux")]
    if let Some(display) = x11::Display::connect() {
        return Some(Box::new(display));
    }
    None
}

impl Idle for Told {
    fn seconds(&self) -> Option<i64> {
        told_idle()
    }
}

#[cfg(target_os = "linux")]
mod x11 {
    //! An X11 display, through its MIT-SCREEN-SAVER extension.

    use x11rb::connection::Connection;
    use x11rb::protocol::screensaver::ConnectionExt as _;
    use x11rb::rust_connection::RustConnection;

    pub(super) struct Display {
        connection: RustConnection,
        root: u32,
    }

    impl Display {
        /// The display the program is on, if it can tell.
        pub(super) fn connect() -> Option<Display> {
            // Under Wayland the X server hears only of its own windows, and would tell of absences
            // that are none.
            if std::env::var_os("WAYLAND_DISPLAY").is_some() {
                return None;
            }
            let (connection, screen) = x11rb::connect(None).ok()?;
            let root = connection.setup().roots.get(screen)?.root;
            let display = Display { connection, root };
            super::Idle::seconds(&display).is_some().then_some(display)
        }
    }

    impl super::Idle for Display {
        fn seconds(&self) -> Option<i64> {
            let asked = self.connection.screensaver_query_info(self.root).ok()?;
            let told = asked.reply().ok()?;
            Some(i64::from(told.ms_since_user_input) / 1000)
        }
    }
}
