//! The promises of the store, tested through its public face.

#[cfg(test)]
mod plan;
#[cfg(test)]
mod support;
#[cfg(test)]
mod writes;
