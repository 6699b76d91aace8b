//! Undo beside what is recorded by itself. The end of a round is no step, so steps made before it
//! hold entries from before it, and putting those back as they are would show two for one moment.
//!
//! What was recorded since stays; what comes back goes around it.

use crate::error::Result;
use crate::history::Rows;
use crate::tx::Tx;
use evenkeel_core::actual::lay;
use evenkeel_core::actual::{Entry, EntryId};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a step as they are put back now.
pub(crate) fn settled(tx: &mut Tx<'_>, mut rows: Rows) -> Result<Rows> {
    let of_step: BTreeSet<u32> = rows.entries.iter().map(|(key, _)| *key).collect();
    let mut settled: BTreeMap<u32, Option<Entry>> = BTreeMap::new();
    for (key, row) in std::mem::take(&mut rows.entries) {
        let Some(entry) = row else {
            settled.insert(key, None);
            continue;
        };
        let mut stay = tx.entries_between(entry.span)?;
        stay.retain(|other| !of_step.contains(&other.id.0));
        // What came back before may have left a note there.
        for other in &mut stay {
            if let Some(Some(noted)) = settled.get(&other.id.0) {
                other.clone_from(noted);
            }
        }
        let (laid, failed) = around(tx, &stay, entry);
        if let Some(error) = failed {
            return Err(error);
        }
        settled.insert(key, None);
        let put = laid.put.into_iter();
        settled.extend(put.map(|entry| (entry.id.0, Some(entry))));
    }
    rows.entries = settled.into_iter().collect();
    Ok(rows)
}

fn around(tx: &mut Tx<'_>, stay: &[Entry], entry: Entry) -> (lay::Laid, Option<crate::Error>) {
    let mut failed = None;
    let laid = lay::around(stay, entry, &mut || {
        tx.new_entry_id().unwrap_or_else(|error| {
            failed = Some(error);
            EntryId(0)
        })
    });
    (laid, failed)
}
