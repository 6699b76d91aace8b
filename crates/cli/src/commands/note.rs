//! `keel note`: something came up, noted without stopping.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use evenkeel_app::messages::Op;

#[derive(Debug, clap::Args)]
pub(crate) struct Note {
    /// What came up, in a word or a few
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
}

impl Note {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let Desk { planner, moment } = global.open()?;
        let word = self.words.join(" ");
        let seen = planner.this_week(&moment)?;
        let outcome = done(planner.apply(Op::Interrupt { word }, seen, &moment))?;
        page.outcome(&outcome)
    }
}
