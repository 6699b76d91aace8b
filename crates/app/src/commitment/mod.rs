//! The committed week: committing and withdrawing, what departs from it, the reasons, and the way
//! back. What a departure is, is decided in the core.

mod commit;
mod ended;
mod figure;
mod follow;
pub(crate) mod live;
mod reasons;
mod shifted;
mod touched;

pub(crate) use commit::planned;
pub(crate) use ended::late;

pub(crate) use figure::{asks, figure, given_up};
