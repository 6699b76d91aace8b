//! Closing a day, and opening it again.

use super::day_at;
use super::moved::Left;
use super::read::note_of;
use crate::actual;
use crate::commitment;
use crate::labels;
use crate::messages::{Ask, DayClose, Fault, Outcome, Range};
use crate::moment::Moment;
use crate::outcome::Saved;
use crate::planner::{Planner, with_week};
use crate::words;
use chrono::{Days, NaiveDate};
use evenkeel_core::category::Category;
use evenkeel_core::close::{self, CloseRefusal};
use evenkeel_core::day_note::DayFeeling;
use evenkeel_core::time::{Zone, in_calendar};
use evenkeel_store::Tx;

impl Planner {
    /// Closes a day: the note, the feeling, and what becomes of what is left, in one step. A day
    /// that is closed already is closed anew.
    pub(crate) fn close_day(
        &self,
        closing: &DayClose,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let day = closing.day;
        if !in_calendar(day) {
            return Err(Fault::outside_calendar().at("day"));
        }
        let line = closing
            .line
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let name = labels::day::name(day, self.logical_today(moment)?);
        // A round that is over is as long as it was meant to be, whenever the day is closed.
        self.catch_up(moment)?;
        let committed = self.transact(&format!("close {name}"), moment, |tx| {
            let settings = tx.settings()?;
            let boundaries = tx.boundaries()?;
            let home = moment.home(&settings, &self.zones);
            let mut days = vec![one(day), with_week(seen, &settings)];
            for category in [Category::Technical, Category::Personal] {
                let next =
                    close::next_day(day, category, moment.now, &settings, &boundaries, &home);
                days.extend(next.map(|next| one(next.day)));
            }
            let scene = self.scene_in(tx, &days, moment)?;
            close::check(day, day_at(moment.now, &scene), &line, closing.energy)?;
            let left = Left {
                planner: self,
                scene: &scene,
                day,
                moment,
            };
            let became = left.deal(tx, &closing.left)?;
            let stopped = match day == day_at(moment.now, &scene) {
                true => stop(tx, moment, &home)?,
                false => None,
            };
            let mut note = note_of(tx, day)?;
            note.closed = Some(moment.now.0);
            note.line.clone_from(&line);
            note.ticked.extend(became.done.iter().cloned());
            tx.put_day_note(note)?;
            let known = tx.feelings(day, one(day).end)?;
            let said = closing.energy.is_some() || closing.switched_off.is_some();
            if said || !known.is_empty() {
                tx.put_feeling(DayFeeling {
                    day,
                    energy: closing.energy,
                    switched_off: closing.switched_off,
                })?;
            }
            Ok::<_, Fault>((scene, became, stopped))
        })?;
        let (scene, became, stopped) = committed.value;
        let mut said = labels::day::said(&name, &became.moved, became.back, became.dropped);
        for sentence in became.stay.iter().chain(&stopped) {
            said = format!("{said} {sentence}");
        }
        let asks = commitment::asks(&committed.diffs, scene.all_commitments(), &scene.home);
        // The question is read instead of the notice; what stays is told in both.
        let asks = asks.map(|ask| Ask {
            sentence: [&became.stay[..], &[ask.sentence]].concat().join(" "),
            ..ask
        });
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: None,
            main: None,
            said,
        };
        Ok(Outcome {
            asks,
            ..self.outcome(saved, seen)?
        })
    }

    /// Opens a day again; what was said of it stays.
    pub(crate) fn reopen_day(
        &self,
        day: NaiveDate,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        if !in_calendar(day) {
            return Err(Fault::outside_calendar().at("day"));
        }
        let name = labels::day::name(day, self.logical_today(moment)?);
        let said = format!("{name} is open again.");
        self.write(&format!("reopen {name}"), &said, seen, moment, |tx| {
            let mut note = note_of(tx, day)?;
            if note.closed.take().is_none() {
                return Err(CloseRefusal::NotClosed { day }.into());
            }
            Ok(tx.put_day_note(note)?)
        })
    }
}

/// Stops what runs, and says so. Where an older day is closed, what runs now is none of its time and
/// goes on.
fn stop(tx: &mut Tx<'_>, moment: &Moment, home: &Zone) -> Result<Option<String>, Fault> {
    let Some(running) = tx.running()? else {
        return Ok(None);
    };
    let ended = actual::end(tx, &running, &moment.mark(), None)?;
    let ended = ended
        .map_err(|refusal| words::actual::cannot_end(&running.subject.title, refusal, home))?;
    tx.set_running(None)?;
    Ok(Some(labels::actual::stopped(&ended)))
}

/// The day alone.
fn one(day: NaiveDate) -> std::ops::Range<NaiveDate> {
    day..day.checked_add_days(Days::new(1)).unwrap_or(day)
}
