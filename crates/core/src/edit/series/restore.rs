//! An exception becomes again what its series says: one that was left out takes place, one that was
//! changed is as the others.

use super::Rows;
use super::spread::touch;
use crate::block::Block;
use crate::edit::{Edit, Plan, Refusal};
use crate::handle::Handle;
use chrono::NaiveDateTime;

/// Puts one occurrence back.
pub fn restore(plan: &Plan, rows: &Rows, key: NaiveDateTime) -> Result<Edit, Refusal> {
    let id = Handle {
        id: rows.series.id,
        at: Some(key),
    };
    let edit = Edit {
        main: Some(id),
        ..Edit::default()
    };
    if let Some(row) = rows.instead_of(key) {
        return Ok(Edit {
            removed: vec![Handle::from(row.id)],
            ..edit
        });
    }
    let mut recurrence = rows.series.recurrence.clone().unwrap_or_default();
    let before = recurrence.except.len();
    recurrence.except.retain(|left_out| *left_out != key);
    if recurrence.except.len() == before {
        return Err(Refusal::Gone { id });
    }
    let mut series = Block {
        recurrence: Some(recurrence),
        ..rows.series.clone()
    };
    touch(plan, &mut series);
    Ok(Edit {
        put: vec![series],
        ..edit
    })
}
