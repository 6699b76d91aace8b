//! How fast and how large: the crates' own benches, then the window next to a
//! bare web view and a page of plain boxes.

use crate::build::{self, Profile};
use crate::command::{Done, cargo, succeed};
use crate::setup::{self, For};

/// `which` may name `crates` or `window`; nothing means both.
pub(crate) fn bench(which: &[&str]) -> Done {
    let wanted = |name| which.is_empty() || which.contains(&name);
    setup::ready(For::Testing)?;
    if wanted("crates") {
        succeed(cargo().args([
            "bench",
            "--workspace",
            "--exclude",
            "evenkeel-tests",
            "--benches",
        ]))?;
    }
    if wanted("window") {
        build::programs(Profile::Release)?;
        succeed(cargo().args([
            "bench",
            "--workspace",
            "--features",
            build::PAGE_INSIDE,
            "--bench",
            "window",
        ]))?;
    }
    Ok(())
}
