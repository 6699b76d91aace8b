//! Why a step of a focus session cannot be done.

use crate::messages::Fault;
use evenkeel_core::actual::session::{MOST_EXTENSION, SessionRefusal};

impl From<SessionRefusal> for Fault {
    fn from(refusal: SessionRefusal) -> Fault {
        match refusal {
            SessionRefusal::NothingToPause => Fault::refused(
                "No time is being recorded that could be paused.",
                "Go on with the next round, or stop.",
            ),
            SessionRefusal::GoesOn => {
                Fault::refused("It goes on already.", "Pause it first, or let it run.")
            }
            SessionRefusal::NoPhases => Fault::refused(
                "This timer has no rounds that could be skipped.",
                "Stop it, or begin a focus session in rounds.",
            ),
            SessionRefusal::NoEnd => Fault::refused(
                "This has no end that could be put off.",
                "It goes on until you stop it.",
            ),
            SessionRefusal::Minutes => Fault::refused(
                format!(
                    "A round or a break cannot get more than {MOST_EXTENSION} minutes at once."
                ),
                "Choose between 1 and 120 minutes.",
            ),
        }
    }
}
