//! What another program printed, or a sentence with what it complained of.

use std::process::Command;

use crate::Step;

/// Runs a program to its end. Anything but success is an error with its own words.
pub fn printed(command: &mut Command) -> Step<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    Err(format!(
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    )
    .into())
}
