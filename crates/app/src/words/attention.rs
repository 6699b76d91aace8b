//! Why something about attention cannot be set.

use crate::messages::Fault;
use evenkeel_core::attention::{AttentionRefusal, RoundsField};

impl From<AttentionRefusal> for Fault {
    fn from(refusal: AttentionRefusal) -> Fault {
        let field = refusal.field();
        match refusal {
            AttentionRefusal::TooEarly { category } => Fault::refused(
                format!(
                    "Reminders before {} blocks would come more than a day ahead.",
                    category.name()
                ),
                "Choose at most 24 hours.",
            ),
            AttentionRefusal::BreakAfter => Fault::refused(
                "The hint at a break would come too soon or too late.",
                "Choose between 15 minutes and 12 hours of work, or turn it off.",
            ),
            AttentionRefusal::CommitWeek => {
                Fault::refused("No day has this time.", "Try 9:30, or turn it off.")
            }
            AttentionRefusal::CloseDay => Fault::refused(
                "The reminder to close the day would come hours before its end.",
                "Choose at most 4 hours.",
            ),
            AttentionRefusal::Rounds { length } => rounds(length),
            AttentionRefusal::Idle => Fault::refused(
                "An absence of this length cannot be asked about.",
                "Choose between 1 minute and 8 hours, or turn it off.",
            ),
        }
        .at(field)
    }
}

fn rounds(length: RoundsField) -> Fault {
    match length {
        RoundsField::Work => Fault::refused(
            "A round of work cannot be this long.",
            "Choose between 1 minute and 4 hours; 25 minutes is common.",
        ),
        RoundsField::Short => Fault::refused(
            "A short break cannot be this long.",
            "Choose between 1 minute and 2 hours; 5 minutes is common.",
        ),
        RoundsField::Long => Fault::refused(
            "A long break cannot be this long.",
            "Choose between 1 minute and 4 hours; 15 minutes is common.",
        ),
        RoundsField::Every => Fault::refused(
            "The long break cannot come after this many rounds.",
            "Choose between 1 and 12 rounds; 4 is common.",
        ),
    }
}
