//! The one place that looks at the clocks and at the computer's zone. Everything below is told.
//!
//! A debug build reads them from a file where `EVENKEEL_CLOCK` names one, so that a journey through
//! the real window can let hours pass without waiting. The file holds one line: an instant in seconds
//! since 1970 UTC, the seconds of the steady clock, and the name of its start: `1795176000 5000 a`.
//! A fourth word, seconds, stands in for how long nobody has touched anything.

use evenkeel_app::{Instant, Moment, Ticks};
use std::time::{SystemTime, UNIX_EPOCH};

/// Names the file that stands in for the clocks in a debug build.
pub const CLOCK_FILE: &str = "EVENKEEL_CLOCK";

/// Now, by all clocks, and the zone the computer is set to.
pub fn moment() -> Moment {
    let (now, ticks) = told().unwrap_or_else(|| (wall(), ticks()));
    Moment {
        now,
        system_zone: iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".into()),
        zone: None,
        ticks,
        because: None,
    }
}

/// Whether a file stands in for the clocks: waiting by the real ones would be in vain.
pub fn is_told() -> bool {
    cfg!(debug_assertions) && std::env::var_os(CLOCK_FILE).is_some()
}

/// For how many seconds nobody has touched anything, as the file that stands in for the clocks says.
pub fn told_idle() -> Option<i64> {
    let line = std::fs::read_to_string(std::env::var_os(CLOCK_FILE)?).ok()?;
    idle(&line).filter(|_| is_told())
}

fn idle(line: &str) -> Option<i64> {
    line.split_whitespace().nth(3)?.parse().ok()
}

fn wall() -> Instant {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Instant(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

fn told() -> Option<(Instant, Option<Ticks>)> {
    if !is_told() {
        return None;
    }
    let line = std::fs::read_to_string(std::env::var_os(CLOCK_FILE)?).ok()?;
    read(&line)
}

fn read(line: &str) -> Option<(Instant, Option<Ticks>)> {
    let mut words = line.split_whitespace();
    let now = Instant(words.next()?.parse().ok()?);
    let ticks = words
        .next()
        .and_then(|seconds| seconds.parse().ok())
        .zip(words.next())
        .map(|(seconds, boot)| Ticks {
            boot: boot.to_string(),
            seconds,
        });
    Some((now, ticks))
}

#[cfg(target_os = "linux")]
fn ticks() -> Option<Ticks> {
    use rustix::time::{ClockId, clock_gettime};

    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    Some(Ticks {
        boot: boot.trim().to_string(),
        seconds: clock_gettime(ClockId::Boottime).tv_sec,
    })
}

/// Elsewhere only the clock on the wall is known.
#[cfg(not(target_os = "linux"))]
fn ticks() -> Option<Ticks> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_in_for_the_clocks() {
        let ticks = Ticks {
            boot: "a".into(),
            seconds: 5,
        };
        assert_eq!(read("60 5 a\n"), Some((Instant(60), Some(ticks))));
        assert_eq!(read("60"), Some((Instant(60), None)));
        assert_eq!((idle("60 5 a 30\n"), idle("60 5 a")), (Some(30), None));
        assert_eq!(read(""), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_steady_clock_knows_its_start_and_never_goes_back() {
        let (first, second) = (ticks().unwrap(), ticks().unwrap());
        assert!(!first.boot.is_empty());
        assert_eq!(first.boot, second.boot);
        assert!(first.seconds <= second.seconds);
    }
}
