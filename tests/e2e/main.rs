//! Journeys through the real window. Each file is one part of it; each test is
//! a sentence about what a person sees.

mod actual;
mod backlog;
mod beside;
mod calendars;
mod close_day;
mod commitment;
mod common;
mod drag;
mod first_run;
mod focus;
mod foreign_text;
mod keyboard;
mod looks;
mod opening;
mod recovery;
mod refusals;
mod reminders;
mod screens;
mod seasons;
mod series;
mod settings;
mod subscriptions;
mod suggests;
mod templates;
mod undo;
mod week;
mod went;
