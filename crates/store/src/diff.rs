//! Before and after as a value: undo record, event for other windows and sync journal at once.

use crate::records::records;

/// What one transaction did to one record. Never equal on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff<T> {
    /// The record before; `None` when it is new.
    pub before: Option<T>,
    /// The record after; `None` when it was removed.
    pub after: Option<T>,
}

macro_rules! diffs {
    ($($field:ident: $record:ty, $doc:literal;)*) => {
        /// What one transaction did, by kind of record, each in the order of the ids.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Diffs {
            $(#[doc = $doc] pub $field: Vec<Diff<$record>>,)*
        }

        impl Diffs {
            /// Whether nothing changed.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// How many records changed.
            pub fn len(&self) -> usize {
                0 $(+ self.$field.len())*
            }
        }
    };
}
records!(diffs);
