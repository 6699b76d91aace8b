//! Counts the steps of every loop that grows with its input, so that tests can hold their number
//! instead of a time. Outside tests a step is nothing.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static TAKEN: Cell<u64> = const { Cell::new(0) };
}

/// One comparison, visit or probe.
pub(crate) fn step() {
    #[cfg(test)]
    TAKEN.with(|taken| taken.set(taken.get() + 1));
}

/// The steps some work takes.
#[cfg(test)]
pub(crate) fn steps(work: impl FnOnce()) -> u64 {
    let before = TAKEN.with(Cell::get);
    work();
    TAKEN.with(Cell::get) - before
}
