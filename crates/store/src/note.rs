//! Notes about calendars that are read again: when they were asked for, and how that went. They are
//! no part of the plan, so no revision, no undo step and no backup follows from them.

use crate::error::Result;
use crate::rows::Row;
use crate::store::Store;
use evenkeel_core::event::{Feed, FeedId};
use evenkeel_core::subscription::Subscription;

impl Store {
    /// Changes the notes about a calendar as they are now; says whether it still is subscribed to.
    pub fn note(&self, feed: FeedId, change: impl FnOnce(&mut Subscription)) -> Result<bool> {
        self.aside(|connection| {
            let Some(mut feed) = Feed::read(connection, feed.0)? else {
                return Ok(false);
            };
            let Some(subscription) = &mut feed.subscription else {
                return Ok(false);
            };
            change(subscription);
            feed.write(connection)?;
            Ok(true)
        })
    }
}
