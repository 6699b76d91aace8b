//! What can be done about a plan that does not open: restore a backup, take an older copy as it is,
//! or put the damaged files aside and start anew. Nothing here happens on its own, and nothing is deleted.

use crate::backups::{line, named};
use crate::messages::{Fault, RecoveryFacts};
use crate::moment::Moment;
use crate::words::unopened;
use crate::zones;
use evenkeel_core::settings::Settings;
use evenkeel_store::{OpenError, Owner, Store, backups_in, recovery};
use std::path::Path;

/// What the recovery screen says and offers.
pub fn facts(folder: &Path, fault: Fault, can_restore: bool, moment: &Moment) -> RecoveryFacts {
    let home = moment.home(&Settings::default(), &zones::newest());
    let mut backups = backups_in(folder).unwrap_or_default();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.time));
    RecoveryFacts {
        fault,
        folder: folder.display().to_string(),
        backups: backups.iter().map(|backup| line(backup, &home)).collect(),
        can_restore,
        can_accept: false,
    }
}

/// Puts the damaged files aside, if there are any, and a backup in their place.
pub fn restore(folder: &Path, name: &str, moment: &Moment) -> Result<(), Fault> {
    let backups = backups_in(folder)?;
    let backup = named(&backups, name)?;
    recovery::check(backup)?;
    recovery::set_aside(folder, moment.now)?;
    Ok(recovery::start_from(folder, backup)?)
}

/// Puts the damaged files aside and begins with an empty plan.
pub fn set_aside(folder: &Path, moment: &Moment) -> Result<(), Fault> {
    recovery::set_aside(folder, moment.now)?;
    Ok(recovery::start_empty(folder)?)
}

/// Takes an older copy that was put back by hand as it is. A plan that opens stays as it is; one
/// that does not open for another reason is left alone, and the fault says why.
pub fn accept(folder: &Path) -> Result<(), Fault> {
    let opened = || Store::open(folder, Owner::Window).map(drop);
    match opened() {
        Err(OpenError::Older { .. }) => recovery::accept(folder)?,
        other => return other.map_err(|error| unopened(&error).0),
    }
    opened().map_err(|error| unopened(&error).0)
}
