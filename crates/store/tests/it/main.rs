//! The promises of the store, tested through its public face.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod model;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod support;
#[cfg(test)]
mod writes;
