//! The rules the tree keeps about itself, as tests. Each failure names the
//! file or the package and what to do.

mod clock;
mod dependencies;
mod files;
mod licence;
mod licences;
mod promises;
mod tree;
