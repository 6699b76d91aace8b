//! The promises of the store, tested through its public face.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod child;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod disk;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod model;
#[cfg(test)]
mod older;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod search;
#[cfg(test)]
mod subscriptions;
#[cfg(test)]
mod support;
#[cfg(test)]
mod windows;
#[cfg(test)]
mod writes;
