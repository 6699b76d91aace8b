//! Reading a content to its end, and no further than it may be long.

use crate::client::broken;
use crate::problem::Problem;
use std::io::Read;
use ureq::Body;

/// All bytes, unpacked; at most `limit`.
pub(crate) fn read(body: &mut Body, limit: u64) -> Result<Vec<u8>, Problem> {
    // Says nothing about a packed content, whose length is that of the package.
    if body.content_length().is_some_and(|length| limit < length) {
        return Err(Problem::TooLarge { limit });
    }
    let mut bytes = Vec::new();
    let whole = body.with_config().limit(u64::MAX).reader();
    let read = whole.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    match read {
        Err(error) => Err(broken(error)),
        Ok(_) if limit < bytes.len() as u64 => Err(Problem::TooLarge { limit }),
        Ok(_) => Ok(bytes),
    }
}
