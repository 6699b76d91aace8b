//! What is said of days, as it is read: ticks follow a block that was moved to another day.

use chrono::{Days, NaiveDate, NaiveDateTime};
use evenkeel_core::day_note::DayNote;
use evenkeel_core::time::{Instant, Zone};
use evenkeel_store::{Error, View};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How far a block may have been moved since it was ticked off, days.
const REACH: Days = Days::new(31);

/// What is said of the days around some days.
pub(super) fn notes_near(view: &View<'_>, days: &Range<NaiveDate>) -> Result<Vec<DayNote>, Error> {
    let from = days.start.checked_sub_days(REACH).unwrap_or(days.start);
    let until = days.end.checked_add_days(REACH).unwrap_or(days.end);
    view.day_notes(from, until)
}

/// The keys of what was ticked off around some days.
pub(crate) fn ticked(view: &View<'_>, days: &Range<NaiveDate>) -> Result<BTreeSet<String>, Error> {
    let notes = notes_near(view, days)?;
    Ok(notes.into_iter().flat_map(|note| note.ticked).collect())
}

/// When days were closed, wall time in the home zone, by day.
pub(crate) fn closed_days(
    view: &View<'_>,
    days: &Range<NaiveDate>,
    home: &Zone,
) -> Result<BTreeMap<NaiveDate, NaiveDateTime>, Error> {
    let notes = view.day_notes(days.start, days.end)?;
    let closed = |note: DayNote| Some((note.day, home.wall(Instant(note.closed?))));
    Ok(notes.into_iter().filter_map(closed).collect())
}

/// What is said of one day.
pub(super) fn note_of(view: &View<'_>, day: NaiveDate) -> Result<DayNote, Error> {
    let found = view.day_notes(day, day.succ_opt().unwrap_or(day))?;
    Ok(found
        .into_iter()
        .next()
        .unwrap_or_else(|| DayNote::new(day)))
}
