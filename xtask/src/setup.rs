//! The set-up that `run`, `test`, `bench` and `package` share. Works offline
//! once everything is there.

use crate::command::{Done, answer, cargo, stop};
use crate::{node, system};

/// What is about to happen, and so what must be here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Building the program.
    Building,
    /// Opening it where there is no display.
    VirtualDisplay,
    /// Everything.
    Testing,
}

/// Makes it so, or stops with the line to type.
pub(crate) fn ready(what: For) -> Done {
    let lists: &[&[system::Package]] = match what {
        For::Building => &[system::RUN],
        For::VirtualDisplay => &[system::RUN, system::VIRTUAL_DISPLAY],
        For::Testing => &[system::RUN, system::VIRTUAL_DISPLAY, system::TEST],
    };
    system::ready(lists)?;
    if matches!(what, For::Testing) {
        rust_tools()?;
    }
    node::ready()
}

/// The formatter and the linter are parts of a toolchain that may have been left out.
fn rust_tools() -> Done {
    for (part, tool) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if answer(cargo().args([tool, "--version"])).is_none() {
            return stop(format!(
                "cargo {tool} is missing. Install it and try again: rustup component add {part}"
            ));
        }
    }
    Ok(())
}
