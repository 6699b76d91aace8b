//! The package as a person meets it: installed, opened from the menu and with a
//! calendar file, removed. It is really installed, so it needs root, and it
//! stays away from a machine on which Evenkeel is already installed.

mod installed;
mod system;
