//! Journeys through the real window. Each file is one part of it; each test is
//! a sentence about what a person sees.

mod opening;
mod week;
