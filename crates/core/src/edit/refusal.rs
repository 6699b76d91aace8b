//! Why an edit was not made: values only, the sentences are written where people read them.

use crate::handle::Handle;
use crate::repeat::Unusable;
use chrono::NaiveDate;

/// The field of a form that a refusal belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the block is called.
    Title,
    /// Its first minute.
    Start,
    /// Its end.
    End,
    /// Its zone.
    Zone,
    /// How it repeats.
    Repeat,
    /// Its lead share.
    Lead,
    /// Its tags.
    Tags,
}

impl Field {
    /// The lower-case name that forms know it by.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Start => "start",
            Field::End => "end",
            Field::Zone => "zone",
            Field::Repeat => "repeat",
            Field::Lead => "lead",
            Field::Tags => "tags",
        }
    }
}

/// Why an edit was not made. The plan stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No block was named.
    NothingSelected,
    /// The block is not there any more.
    Gone {
        /// The block that was asked for.
        id: Handle,
    },
    /// The block is locked where it is.
    Locked {
        /// The locked block.
        id: Handle,
        /// What it is called.
        title: String,
    },
    /// The end would not be after the start.
    EndsBeforeStart {
        /// The field that asked for it.
        field: Field,
    },
    /// Longer than [`crate::block::LONGEST_BLOCK_MINUTES`].
    TooLong {
        /// How long it would be.
        minutes: i64,
    },
    /// A gesture would leave less than [`super::LEAST_MINUTES`] of the block in hand.
    TooShort {
        /// The block in hand.
        id: Handle,
        /// What it is called.
        title: String,
        /// How long it would be.
        minutes: i64,
    },
    /// The title is longer than [`super::LONGEST_TITLE`].
    TitleTooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// The zone database does not know the zone.
    UnknownZone {
        /// The name as it was given.
        name: String,
    },
    /// A date before 1900 or after 9990, beyond what clocks and zones can say.
    OutsideCalendar,
    /// A block in the way would have to leave its day.
    NoRoom {
        /// The block that finds no place.
        id: Handle,
        /// What it is called.
        title: String,
        /// Its logical day.
        day: NaiveDate,
    },
    /// A block in the way would be left with less than [`super::LEAST_MINUTES`].
    WouldVanish {
        /// The block that would be covered.
        id: Handle,
        /// What it is called.
        title: String,
    },
    /// Moved there, an occurrence would stand exactly where another one of its series does.
    OnSibling {
        /// What the series is called.
        title: String,
        /// The day.
        day: NaiveDate,
    },
    /// The rule of the series says more than can follow a move.
    CannotFollow {
        /// What the series is called.
        title: String,
    },
    /// One occurrence alone cannot repeat by itself.
    OneAlone {
        /// What the series is called.
        title: String,
    },
    /// The series would have no occurrence.
    NothingLeft {
        /// What it is called.
        title: String,
    },
    /// A series that cannot be.
    Repeat {
        /// What it is called.
        title: String,
        /// Why.
        why: Unusable,
    },
    /// The time to split at is not inside the block.
    SplitOutside {
        /// The block to be split.
        id: Handle,
        /// What it is called.
        title: String,
    },
    /// A lead share over a hundred percent.
    NoShare,
    /// A tag without a letter, or longer than [`crate::facets::LONGEST_TAG`].
    NoTag,
    /// More tags than [`crate::facets::MOST_TAGS`].
    TooManyTags,
}

impl Refusal {
    /// The field of a form it belongs to, where there is one.
    pub fn field(&self) -> Option<Field> {
        match self {
            Refusal::EndsBeforeStart { field } => Some(*field),
            Refusal::TooLong { .. } | Refusal::TooShort { .. } => Some(Field::End),
            Refusal::TitleTooLong { .. } => Some(Field::Title),
            Refusal::UnknownZone { .. } => Some(Field::Zone),
            Refusal::NothingLeft { .. } | Refusal::Repeat { .. } => Some(Field::Repeat),
            Refusal::OutsideCalendar => Some(Field::Start),
            Refusal::NoShare => Some(Field::Lead),
            Refusal::NoTag | Refusal::TooManyTags => Some(Field::Tags),
            Refusal::NothingSelected
            | Refusal::Gone { .. }
            | Refusal::Locked { .. }
            | Refusal::NoRoom { .. }
            | Refusal::WouldVanish { .. }
            | Refusal::OnSibling { .. }
            | Refusal::CannotFollow { .. }
            | Refusal::OneAlone { .. }
            | Refusal::SplitOutside { .. } => None,
        }
    }
}
