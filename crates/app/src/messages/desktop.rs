//! What the desktop around the window can do.

use serde::Serialize;

/// What the desktop around the window can do, and what was chosen of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Desktop {
    /// Whether there is a tray.
    pub tray: bool,
    /// Whether the program starts with the desktop; none where that cannot be chosen here.
    pub autostart: Option<bool>,
}
