//! What a person can do with the planner: the one door for the window, the command line and tests.
//! It does not know what a window is.

pub mod messages;
