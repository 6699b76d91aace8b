//! Occurrences go: one, those from one on, or all.

use super::spread::touch;
use super::{Rows, Scope, times};
use crate::block::Block;
use crate::edit::{Edit, Plan};
use crate::handle::Handle;
use crate::series::without;
use chrono::NaiveDateTime;

impl Rows {
    /// The edit that removes an occurrence, with those after it or all where asked.
    pub(super) fn remove(&self, plan: &Plan, id: Handle, scope: Scope) -> Edit {
        let Some(key) = id.at else {
            return Edit::default();
        };
        match scope {
            Scope::This => skip(plan, self, &[key]),
            Scope::Following if !self.begins_with(key) => match self.times().cut_before(key) {
                Some(before) if before.first().is_some() => {
                    self.ended(plan, before.recurrence, key)
                }
                _ => self.all_removed(),
            },
            Scope::Following | Scope::All => self.all_removed(),
        }
    }

    /// The series with an end, without the exceptions from `key` on.
    pub(super) fn ended(
        &self,
        plan: &Plan,
        recurrence: crate::event::Recurrence,
        key: NaiveDateTime,
    ) -> Edit {
        let mut series = Block {
            recurrence: Some(recurrence),
            ..self.series.clone()
        };
        touch(plan, &mut series);
        let later = self
            .overrides
            .iter()
            .filter(|row| row.instance.is_none_or(|i| key <= i.key));
        Edit {
            put: vec![series],
            removed: later.map(|row| Handle::from(row.id)).collect(),
            ..Edit::default()
        }
    }

    fn all_removed(&self) -> Edit {
        let rows = self.overrides.iter().chain([&self.series]);
        Edit {
            removed: rows.map(|row| Handle::from(row.id)).collect(),
            ..Edit::default()
        }
    }
}

/// Leaves occurrences out. A series of which nothing is left goes as a whole.
pub fn skip(plan: &Plan, rows: &Rows, keys: &[NaiveDateTime]) -> Edit {
    let series = keys
        .iter()
        .fold(rows.series.clone(), |series, key| without(&series, *key));
    if times(&series).first().is_none() {
        return rows.all_removed();
    }
    let mut series = series;
    touch(plan, &mut series);
    let own = keys.iter().filter_map(|key| rows.instead_of(*key));
    Edit {
        put: vec![series],
        removed: own.map(|row| Handle::from(row.id)).collect(),
        ..Edit::default()
    }
}
