//! What we write, read back by programs that are not ours: two Python
//! libraries and libical, each in its own process. What they see must be what
//! `keel agenda` says.

mod export;
mod readers;
