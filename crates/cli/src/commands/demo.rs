//! `keel demo`: a made-up plan in an empty data folder.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, refused};
use crate::page::Page;

pub(crate) fn run(global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
    let Desk { planner, moment } = global.open()?;
    let folder = global.folder();
    if planner.fill_demo(&moment)? {
        return page.said(&format!(
            "The demo plan is in {}. keel agenda shows its week.",
            folder.display()
        ));
    }
    Err(refused(
        format!(
            "{} holds a plan already, so it was left as it is.",
            folder.display()
        ),
        "Name an empty folder with --data.",
    )
    .into())
}
