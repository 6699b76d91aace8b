//! What may draw attention: read and set.

use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use evenkeel_core::attention::Attention;

impl Planner {
    /// What may draw attention.
    pub fn attention(&self) -> Result<Attention, Fault> {
        Ok(self.store.read(|view| view.attention())?)
    }

    pub(crate) fn set_attention(
        &self,
        attention: Attention,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        attention.check()?;
        let label = "change what draws attention";
        self.write(label, "Settings saved.", seen, moment, |tx| {
            Ok(tx.put_attention(attention)?)
        })
    }
}
