//! What a suggestion promises. Work is counted in steps, never timed.

mod brute;
mod conflicts;
mod examples;
mod files;
mod movables;
mod random;
mod readings;
mod stability;
mod weeks;
