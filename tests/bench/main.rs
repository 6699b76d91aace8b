//! The window next to plain baselines in the same run.
fn main() {}
