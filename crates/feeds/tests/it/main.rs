//! Fetching from servers that behave well and badly, all on this computer.

#![cfg(test)]

mod answers;
mod redirects;
mod server;
mod trouble;
