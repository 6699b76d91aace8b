//! What is asked for and what comes back.

use crate::address::Address;
use std::time::Duration;

/// One fetch. The two marks are those of the content that is kept; without them everything is sent.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Where.
    pub address: &'a Address,
    /// `ETag` of the kept content.
    pub etag: Option<&'a str>,
    /// `Last-Modified` of the kept content.
    pub last_modified: Option<&'a str>,
}

/// How long a fetch may take and how much it may bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For finding the server and shaking hands.
    pub connect: Duration,
    /// For everything, from the first look-up to the last byte.
    pub total: Duration,
    /// For the content, unpacked.
    pub bytes: u64,
}

impl Default for Limits {
    /// Ten seconds to connect, a minute in all, 20 MB: the most a calendar file may have here.
    fn default() -> Limits {
        Limits {
            connect: Duration::from_secs(10),
            total: Duration::from_secs(60),
            bytes: 20 * 1024 * 1024,
        }
    }
}

/// What a server said, when it made sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The kept content is still what there is.
    Unchanged {
        /// Where the calendar is from now on, if its server said so for good.
        moved: Option<Address>,
    },
    /// There is content, new or not: a server need not know marks.
    Fresh(Fresh),
}

/// A whole calendar file.
#[derive(Clone, PartialEq, Eq)]
pub struct Fresh {
    /// The file, unpacked.
    pub bytes: Vec<u8>,
    /// Its mark, to be kept together with it.
    pub etag: Option<String>,
    /// Its other mark.
    pub last_modified: Option<String>,
    /// Where the calendar is from now on, if its server said so for good.
    pub moved: Option<Address>,
}

/// Leaves out the content: it is private and long.
impl std::fmt::Debug for Fresh {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Fresh")
            .field("bytes", &self.bytes.len())
            .field("etag", &self.etag)
            .field("last_modified", &self.last_modified)
            .field("moved", &self.moved)
            .finish()
    }
}
