//! How weeks went: what was planned and committed beside what happened, out of the database.

pub(crate) mod plan;
