//! `keel redo`: does again what was undone last.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;

pub(crate) fn run(global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
    let Desk { planner, moment } = global.open()?;
    let seen = planner.this_week(&moment)?;
    let outcome = done(planner.redo(seen, &moment))?;
    page.outcome(&outcome)
}
