//! Entries by hand: entered, corrected, split, removed.

use super::subject::Said;
use super::{keep, pass};
use crate::labels::{self, title};
use crate::messages::{EntryDraft, EntryPatch, Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words;
use chrono::{NaiveDateTime, Timelike};
use evenkeel_core::actual::by_hand::{check_span, check_texts};
use evenkeel_core::actual::lay::split;
use evenkeel_core::actual::{Entry, EntryId, Interruption, Source};
use evenkeel_core::time::{Instant, Span, Zone};
use evenkeel_store::View;

impl Planner {
    pub(super) fn add_entry(
        &self,
        draft: &EntryDraft,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let entry = self.store.read(|view| self.entered(view, draft, moment))?;
        let label = format!("enter {}", title(&entry.subject.title));
        self.write_actual(&label, seen, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let entry = self.entered(tx, draft, moment)?;
            let laid = keep::add(tx, entry.clone())?;
            Ok(labels::actual::entered(&entry, &laid.gave_way, &home))
        })
    }

    pub(super) fn edit_entry(
        &self,
        id: EntryId,
        patch: &EntryPatch,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let before = self.store.read(|view| found(view, id))?;
        let label = format!("correct {}", title(&before.subject.title));
        self.write_actual(&label, seen, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let before = found(tx, id)?;
            let entry = self.corrected(tx, &before, patch, moment)?;
            if entry.span == before.span {
                let said = labels::actual::corrected(&entry);
                if unchanged(&entry, &before) {
                    return Ok(said);
                }
                tx.put_entry(entry)?;
                return Ok(said);
            }
            let laid = keep::lay_over(tx, entry.clone())?;
            Ok(labels::actual::entered(&entry, &laid.gave_way, &home))
        })
    }

    pub(super) fn split_entry(
        &self,
        id: EntryId,
        at: NaiveDateTime,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let before = self.store.read(|view| found(view, id))?;
        let label = format!("split {}", title(&before.subject.title));
        self.write_actual(&label, seen, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let entry = found(tx, id)?;
            let at = pass::inside(at, entry.span, &home);
            let halves = keep::with_ids(tx, |next| split(&entry, at, moment.now.0, next))?;
            let halves = halves.ok_or_else(|| words::actual::split_outside(&entry, &home))?;
            keep::write(tx, halves)?;
            Ok(labels::actual::split(&entry, home.wall(at)))
        })
    }

    pub(super) fn remove_entries(
        &self,
        ids: &[EntryId],
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let all = |view: &View<'_>| -> Result<Vec<Entry>, Fault> {
            ids.iter().map(|id| found(view, *id)).collect()
        };
        let before = self.store.read(all)?;
        if before.is_empty() {
            return Err(words::actual::no_entry_selected());
        }
        let label = format!("remove {}", labels::actual::entries(&before));
        self.write_actual(&label, seen, moment, |tx| {
            let entries = all(tx)?;
            for entry in &entries {
                tx.remove_entry(entry.id)?;
            }
            Ok(labels::actual::removed(&entries))
        })
    }

    /// An entry as it was entered.
    fn entered(
        &self,
        view: &View<'_>,
        draft: &EntryDraft,
        moment: &Moment,
    ) -> Result<Entry, Fault> {
        let home = moment.home(&view.settings()?, &self.zones);
        let said = Said {
            of: draft.of.as_deref(),
            title: &draft.title,
            category: draft.category,
        };
        let (start, end) = (home.instant(draft.start), home.instant(draft.end));
        let entry = Entry {
            id: EntryId(0),
            span: check_span(start, end, None, moment.now)?,
            zone: home.name().to_string(),
            subject: self.subject(view, said, &home)?,
            source: Source::Hand,
            note: draft.note.trim().into(),
            noted: Vec::new(),
            modified: moment.now.0,
        };
        check_texts(&entry)?;
        Ok(entry)
    }

    /// An entry with what was corrected. Where its time was, it is known by hand from then on.
    fn corrected(
        &self,
        view: &View<'_>,
        before: &Entry,
        patch: &EntryPatch,
        moment: &Moment,
    ) -> Result<Entry, Fault> {
        let home = moment.home(&view.settings()?, &self.zones);
        let mut entry = Entry {
            modified: moment.now.0,
            ..before.clone()
        };
        match patch.of.as_deref() {
            None => {}
            Some("") => entry.subject.of = None,
            Some(of) => {
                let said = Said {
                    of: Some(of),
                    ..Said::default()
                };
                entry.subject = self.subject(view, said, &home)?;
            }
        }
        if let Some(title) = &patch.title {
            entry.subject.title = title.trim().into();
        }
        if let Some(category) = patch.category {
            entry.subject.category = category;
        }
        if let Some(note) = &patch.note {
            entry.note = note.trim().into();
        }
        check_texts(&entry)?;
        let Span { start, end } = before.span;
        let start = edge(patch.start, start, &home);
        let end = edge(patch.end, end, &home);
        if (start, end) != (before.span.start, before.span.end) {
            entry.span = check_span(start, end, Some(before.span), moment.now)?;
            entry.source = Source::Hand;
            moved_along(&mut entry, before.span);
        }
        Ok(entry)
    }
}

pub(super) fn found(view: &View<'_>, id: EntryId) -> Result<Entry, Fault> {
    view.entry(id)?.ok_or_else(|| Fault::gone("entry"))
}

/// A start or an end as it was typed. One that reads as it did, to the minute, stays to the second,
/// and in its own pass of an hour that clocks show twice.
fn edge(typed: Option<NaiveDateTime>, before: Instant, home: &Zone) -> Instant {
    let Some(typed) = typed else {
        return before;
    };
    let shown = home.wall(before);
    let to_the_minute = shown.with_second(0).unwrap_or(shown);
    match typed == shown || typed == to_the_minute {
        true => before,
        false => home.instant(typed),
    }
}

/// What was noted moves with an entry that moves as a whole.
fn moved_along(entry: &mut Entry, before: Span) {
    if entry.span.seconds() != before.seconds() {
        return;
    }
    let by = before.start.seconds_until(entry.span.start);
    let moved = |one: &Interruption| Interruption {
        at: one.at.plus_seconds(by),
        ..one.clone()
    };
    entry.noted = entry.noted.iter().map(moved).collect();
}

fn unchanged(entry: &Entry, before: &Entry) -> bool {
    let modified = before.modified;
    Entry {
        modified,
        ..entry.clone()
    } == *before
}
