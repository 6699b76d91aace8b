//! `--because`: the reason for a change, given along with it.

use crate::desk::Desk;
use clap::ValueEnum;
use evenkeel_app::Because;
use evenkeel_core::commitment::Why;

/// Why a committed or protected block is changed.
#[derive(Debug, clap::Args)]
pub(crate) struct Reason {
    /// Why, for committed or protected time: your own choice, from outside, or room was kept for it
    #[arg(long, value_name = "WHY", value_enum)]
    because: Option<Given>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Given {
    Mine,
    External,
    Contingency,
}

impl Reason {
    /// The desk with the reason on it.
    pub(super) fn on(&self, desk: Desk) -> Desk {
        let mut desk = desk;
        desk.moment.because = self.because.map(|given| Because {
            why: match given {
                Given::Mine => Why::Mine,
                Given::External => Why::External,
                Given::Contingency => Why::Contingency,
            },
            note: String::new(),
        });
        desk
    }
}
