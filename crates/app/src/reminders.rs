//! Reminders: what of the plan is to be said now, once, and when to look again.
//!
//! What the plan gives is kept until something is written or an hour has passed: a look at the clock
//! in between reads one number, and the few reminders whose time is here.

use crate::labels::reminders as labels;
use crate::messages::{Fault, Reminded};
use crate::moment::Moment;
use crate::planner::{Planner, held};
use crate::scene::counts;
use crate::shown::Key;
use chrono::{Days, NaiveDate};
use evenkeel_core::actual::{Phase, Running};
use evenkeel_core::attention::EARLIEST_BEFORE;
use evenkeel_core::remind::{self, Begins, Due, Known, Reminder, Thing};
use evenkeel_core::time::{Instant, Span, Zone};
use evenkeel_core::{recur, series};
use evenkeel_store::{Error, View};
use std::collections::BTreeSet;

/// After how many seconds it is noted again how far the clock was looked at, where nothing is given.
const NOTED_EVERY: i64 = 300;

/// How far back entries are read for a stretch of work, seconds.
const WORK_BACK: i64 = 24 * 3600;

/// What is known between two looks.
#[derive(Debug, Default)]
pub(crate) struct Reminding {
    /// How far the clock was looked at.
    looked: Option<Instant>,
    /// What is stored of that.
    noted: Option<Instant>,
    /// Whether reminders were held back for a focus session.
    held: bool,
    upcoming: Option<Upcoming>,
}

/// What a state of the plan gives for a stretch of time.
#[derive(Debug)]
struct Upcoming {
    rev: u32,
    system_zone: String,
    home: Zone,
    made: Span,
    schedule: Vec<Reminder>,
    /// Whether nothing is to be shown for now.
    quiet: bool,
}

#[cfg(test)]
thread_local! {
    static ROWS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts rows of the plan that were read, for a test that holds their number. Outside tests it is
/// nothing.
fn read_rows(_rows: usize) {
    #[cfg(test)]
    ROWS.with(|read| read.set(read.get() + _rows));
}

impl Planner {
    /// The reminders to be shown now, each given once whichever program asks, and when to ask again
    /// at the latest. At the first look of all, what was due before it is nobody's any more.
    pub fn remind(&self, moment: &Moment) -> Result<(Reminded, Option<Instant>), Fault> {
        let now = moment.now;
        let mut state = held(&self.reminding);
        let looked = match state.looked {
            Some(looked) => looked,
            None => {
                state.noted = self.store.looked()?;
                state.noted.unwrap_or(now)
            }
        };
        let since = remind::since(looked, now);
        self.make(&mut state, since, moment)?;
        let Some(upcoming) = &state.upcoming else {
            return Ok((Reminded::default(), None));
        };
        if upcoming.quiet {
            // What is held back stays to be said: the clock was not looked at.
            state.looked = Some(since);
            state.held = true;
            return Ok((Reminded::default(), None));
        }
        let home = upcoming.home.clone();
        let due = remind::due(&upcoming.schedule, &BTreeSet::new(), now, since);
        let next = due.next;
        let stale = |noted: Instant| now < noted || NOTED_EVERY <= noted.seconds_until(now);
        let due = self.give(due, now, state.noted.is_none_or(stale))?;
        let in_focus = std::mem::take(&mut state.held);
        if due.all().next().is_some() || state.noted.is_none_or(stale) {
            state.noted = Some(now);
        }
        state.looked = Some(now);
        Ok((told(&due, in_focus, moment, &home), next))
    }

    /// Notes what is due as given. What was given before, or by somebody else just now, is not in
    /// the answer.
    fn give(&self, due: Due, now: Instant, note: bool) -> Result<Due, Fault> {
        let ids: Vec<&str> = due.all().map(|reminder| reminder.id.as_str()).collect();
        let given = match ids.is_empty() {
            true => BTreeSet::new(),
            false => self.store.given(&ids)?,
        };
        let fresh: Vec<(String, Instant)> = due
            .all()
            .filter(|reminder| !given.contains(&reminder.id))
            .map(|reminder| (reminder.id.clone(), reminder.due))
            .collect();
        let mine = match fresh.is_empty() && !note {
            true => BTreeSet::new(),
            false => self.store.give(&fresh, now)?,
        };
        Ok(due.only(&mine))
    }

    /// Makes the schedule anew where the one in memory is not the plan's any more, or ends soon.
    fn make(&self, state: &mut Reminding, since: Instant, moment: &Moment) -> Result<(), Fault> {
        let now = moment.now;
        let upcoming = self.store.read(|view| {
            let rev = view.rev()?;
            let kept = state.upcoming.take().filter(|kept| {
                let same = (kept.rev, &kept.system_zone) == (rev, &moment.system_zone);
                same && remind::serves(kept.made, since, now)
            });
            match kept {
                Some(kept) => Ok(kept),
                None => self.upcoming(view, rev, remind::window(since, now), moment),
            }
        })?;
        state.upcoming = Some(upcoming);
        Ok(())
    }

    /// Reads what is known of a stretch of time, and says what it gives.
    fn upcoming(
        &self,
        view: &View<'_>,
        rev: u32,
        made: Span,
        moment: &Moment,
    ) -> Result<Upcoming, Error> {
        let (settings, attention) = (view.settings()?, view.attention()?);
        let home = moment.home(&settings, &self.zones);
        let running = view.running()?;
        let at_work = running.as_ref().filter(|running| at_work(running));
        let mut upcoming = Upcoming {
            rev,
            system_zone: moment.system_zone.clone(),
            home: home.clone(),
            made,
            schedule: Vec::new(),
            quiet: attention.quiet_focus && at_work.is_some_and(|running| running.focus),
        };
        // Nobody is reminded of anything while they are still asked how their weeks look.
        if upcoming.quiet || !settings.first_run_done {
            return Ok(upcoming);
        }
        let ahead = i64::from(EARLIEST_BEFORE) * 60;
        let begins_in = Span::new(made.start, made.end.plus_seconds(ahead));
        let things = self.things(view, begins_in, &home)?;
        let (first, last) = dates(made, &home);
        let commitments = view.commitments(settings.week_of(first), last)?;
        let standing = commitments.iter().filter(|one| one.withdrawn.is_none());
        let closed = view.day_notes(first, last)?.into_iter();
        let worked = Span::new(moment.now.plus_seconds(-WORK_BACK), made.end);
        let entries = match at_work {
            Some(_) if attention.break_after.is_some() => view.entries_between(worked)?,
            _ => Vec::new(),
        };
        read_rows(entries.len());
        let known = Known {
            attention: &attention,
            settings: &settings,
            boundaries: &view.boundaries()?,
            home: &home,
            things: &things,
            committed: &standing.map(|one| one.week).collect(),
            closed: &closed
                .filter(|note| note.closed.is_some())
                .map(|note| note.day)
                .collect(),
            entries: &entries,
            running: running.as_ref(),
            now: &moment.mark(),
        };
        upcoming.schedule = remind::schedule(&known, made);
        Ok(upcoming)
    }

    /// What begins in a stretch of time.
    fn things(&self, view: &View<'_>, within: Span, home: &Zone) -> Result<Vec<Thing>, Error> {
        let loaded = view.plan_between(within)?;
        read_rows(loaded.blocks.len() + loaded.series.len() + loaded.events.len());
        let (series, replaced) = (&loaded.series, &loaded.replaced);
        let (blocks, _) =
            series::standing(loaded.blocks, series, replaced, within, &self.zones, home);
        let (occurrences, _) = recur::occurrences(&loaded.events, within, &self.zones, home);
        let own = blocks.into_iter().map(|block| Thing {
            remind: block.facets.remind,
            contingency: block.facets.contingency,
            begins: Begins {
                key: block.handle().to_string(),
                span: block.span(&self.zones, home),
                category: block.category,
                imported: false,
                title: block.title,
            },
        });
        let imported = occurrences.iter().filter_map(|occurrence| {
            let event = loaded.events.get(occurrence.event)?;
            counts(event).then(|| Thing {
                remind: None,
                contingency: false,
                begins: Begins {
                    key: Key::Event(event.id, occurrence.key).to_string(),
                    title: event.title.clone(),
                    category: event.category,
                    imported: true,
                    span: occurrence.span,
                },
            })
        });
        Ok(own.chain(imported).collect())
    }
}

fn at_work(running: &Running) -> bool {
    running.phase == Phase::Work
}

/// The days that have a part in a stretch of time, with some around them.
fn dates(within: Span, home: &Zone) -> (NaiveDate, NaiveDate) {
    let (first, last) = (home.wall(within.start).date(), home.wall(within.end).date());
    (
        first.checked_sub_days(Days::new(2)).unwrap_or(first),
        last.checked_add_days(Days::new(3)).unwrap_or(last),
    )
}

fn told(due: &Due, in_focus: bool, moment: &Moment, home: &Zone) -> Reminded {
    let now = due.now.iter();
    let missed = due.missed.iter();
    Reminded {
        now: now.map(|one| labels::now(one, moment.now, home)).collect(),
        missed: missed.map(|one| labels::missed(one, home)).collect(),
        heading: labels::heading(in_focus),
        older: labels::older(&due.older, moment.today(home), home),
    }
}

#[cfg(test)]
mod tests;
