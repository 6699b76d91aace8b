//! Notes about calendars that are read again: when they were asked for, and how that went. They are
//! no part of the plan, so no revision, no undo step and no backup follows from them.

use crate::error::Result;
use crate::rows::Row;
use crate::store::{Store, held};
use evenkeel_core::event::{Feed, FeedId};
use evenkeel_core::subscription::Subscription;
use rusqlite::TransactionBehavior;

impl Store {
    /// Changes the notes about a calendar as they are now; says whether it still is subscribed to.
    pub fn note(&self, feed: FeedId, change: impl FnOnce(&mut Subscription)) -> Result<bool> {
        self.verify()?;
        let mut writer = held(&self.writer);
        let connection = self.opened(&mut writer)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some(mut feed) = Feed::read(&transaction, feed.0)? else {
            return Ok(false);
        };
        let Some(subscription) = &mut feed.subscription else {
            return Ok(false);
        };
        change(subscription);
        feed.write(&transaction)?;
        if let Err(error) = transaction.commit().map_err(crate::Error::from) {
            drop(writer);
            self.distrust(&error);
            return Err(error);
        }
        Ok(true)
    }
}
