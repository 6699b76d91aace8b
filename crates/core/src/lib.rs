//! The domain of Evenkeel: values in, values out. It knows no clock, no disk, no network.

pub mod block;
pub mod category;
pub mod edit;
pub mod event;
pub mod rule;
pub mod settings;
pub mod target;
pub mod time;
