//! Why no calendar came. Values only: the sentences are the caller's, and no address is in them.

/// Why a fetch brought no calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The server has no such address (404).
    NotFound,
    /// The calendar is gone for good (410).
    Gone,
    /// The server wants a name and a password, or other ones (401, 403, 407).
    Unauthorized,
    /// The server asks to come back later (429, 503), and perhaps when.
    Busy {
        /// After how many seconds, where it said so.
        after_seconds: Option<u32>,
    },
    /// The server failed (another 5xx).
    Server {
        /// The status.
        status: u16,
    },
    /// The server said something that is no answer to the question.
    Odd {
        /// The status.
        status: u16,
    },
    /// It was sent on too often, in a circle, or to nowhere.
    Redirects,
    /// It was sent on to a connection that everybody can read.
    SentToOpen,
    /// A page came instead of a calendar, usually one to log in.
    Page,
    /// Something else came instead of a calendar.
    NotACalendar,
    /// Nothing came.
    Empty,
    /// It is larger than allowed.
    TooLarge {
        /// The most that is taken, in bytes.
        limit: u64,
    },
    /// The content broke off in the middle.
    CutOff,
    /// It took too long.
    Late,
    /// The server cannot be reached: no network, no such name, or nobody answers there.
    Unreachable,
    /// The server cannot prove who it is.
    BadCertificate,
    /// No private connection could be agreed on.
    NotSecure,
    /// What the server speaks is not HTTP.
    NotHttp,
}
