//! The one place of the command line that looks at the clock and at the computer's zone.

use evenkeel_app::{Instant, Moment};
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, and the zone the computer is set to.
pub(crate) fn moment() -> Moment {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Moment {
        now: Instant(i64::try_from(since.as_secs()).unwrap_or(i64::MAX)),
        system_zone: iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".into()),
        zone: None,
        because: None,
    }
}
