//! `keel check`: looks through all data; ends with 1 when something is wrong.

use crate::args::Global;
use crate::failure::{Failure, fault};
use crate::page::Page;
use evenkeel_app::messages::FaultCode;

pub(crate) fn run(global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
    let report = global.open()?.planner.check()?;
    if !page.json(&report)? {
        for line in &report.lines {
            page.line(line)?;
        }
    }
    match report.sound {
        true => Ok(()),
        false => Err(fault(
            FaultCode::Data,
            "The plan is not in order.",
            "keel backups lists what can be restored.",
        )
        .into()),
    }
}
