//! When a calendar is asked for next. After a failure sooner than usual at first, then less and less
//! often: a server in trouble is not helped by being asked, and a network that is away comes back.

/// The most often a calendar is asked for.
pub const LEAST_MINUTES: u32 = 5;

/// The least often.
pub const MOST_MINUTES: u32 = 7 * 24 * 60;

/// How often, unless a person says otherwise.
pub const USUAL_MINUTES: u32 = 60;

/// The first wait after a failure that may pass by itself, in seconds; it doubles with each one.
const FIRST: i64 = 5 * 60;

/// The first wait after a failure that somebody has to mend.
const FIRST_LASTING: i64 = 60 * 60;

/// The longest wait after a failure that may pass, unless the calendar is asked for less often anyway.
const LONGEST: i64 = 6 * 3600;

/// The longest wait after one that somebody has to mend, and the longest a server can ask for.
const LONGEST_LASTING: i64 = 24 * 3600;

/// How asking went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A calendar came, or the word that it is the same.
    Answered,
    /// None came, and it may by itself: no network, a server in trouble.
    Passing,
    /// None came, and somebody has to do something: a wrong address, a password.
    Lasting,
    /// The server asks to come back later, and perhaps after how many seconds.
    Busy(Option<u32>),
}

/// When to ask again, seconds since 1970 UTC, and how many failures there are in a row by now.
pub fn next_check(now: i64, every_minutes: u32, failures: u32, asked: Asked) -> (i64, u32) {
    let usual = i64::from(every_minutes.clamp(LEAST_MINUTES, MOST_MINUTES)) * 60;
    let doubled = |first: i64, longest: i64| {
        let times = 1_i64 << failures.min(20);
        (first * times).min(longest)
    };
    let wait = match asked {
        Asked::Answered => usual,
        Asked::Passing => doubled(FIRST.min(usual), LONGEST.max(usual)),
        Asked::Lasting => doubled(FIRST_LASTING, LONGEST_LASTING).max(usual),
        Asked::Busy(after) => {
            let wanted = i64::from(after.unwrap_or_default()).min(LONGEST_LASTING);
            doubled(FIRST.min(usual), LONGEST.max(usual)).max(wanted)
        }
    };
    let failures = match asked {
        Asked::Answered => 0,
        _ => failures.saturating_add(1),
    };
    (now.saturating_add(wait), failures)
}
