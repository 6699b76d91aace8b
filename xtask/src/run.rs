//! Opens the planner. Where there is no display, carries its main job out in
//! a virtual one instead and says where the results are.

use std::env;

use crate::build::{self, Profile};
use crate::command::{Done, program, succeed};
use crate::setup::{self, For};

pub(crate) fn run(profile: Profile) -> Done {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    if display {
        setup::ready(For::Building)?;
        build::programs(profile)?;
        return succeed(&mut program(profile.folder().join("evenkeel")));
    }
    println!("There is no display here: the main job runs in a virtual one, on the demo profile.");
    setup::ready(For::VirtualDisplay)?;
    build::programs(profile)?;
    succeed(&mut program(profile.folder().join("main-job")))
}
