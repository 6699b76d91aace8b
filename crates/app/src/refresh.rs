//! Reading a subscribed calendar again. The fetch waits outside any transaction; what came is
//! written in one, together with its marks. A reading leaves no undo step (see the store's
//! `foreign`), touches no block of one's own, and whatever goes wrong, the last good copy stays.

use crate::merge::merge_into;
use crate::messages::{Fault, FaultCode, Outcome, Range, Reply};
use crate::moment::Moment;
use crate::outcome::Saved;
use crate::planner::{Planner, held};
use crate::subscribe::{listed, subscribed};
use crate::words::addresses;
use evenkeel_core::event::{Event, FeedId};
use evenkeel_core::ics;
use evenkeel_core::subscription::{Asked, ChangeKind, Changes, Subscription, changes};
use evenkeel_feeds::{Address, Answer, Fresh, Limits, Request, fetch};
use evenkeel_store::{Diffs, Error};

/// Why nothing was written.
enum Stop {
    /// What came is not believed.
    Unbelieved(Fault, Asked),
    Fault(Fault),
}

/// What a reading did.
enum Did {
    /// The calendar is not subscribed to any more, or from another address: nothing.
    Nothing,
    /// The content is what is known.
    Same,
    Changed(Changes),
}

impl Planner {
    /// Asks for a subscribed calendar now, and keeps what came. Refused where none came; why is
    /// noted, and the calendar stays as it was.
    pub fn refresh(&self, id: FeedId, seen: Range, moment: &Moment) -> Reply {
        self.reply(self.read_again(id, &seen, moment), moment)
    }

    fn read_again(&self, id: FeedId, seen: &Range, moment: &Moment) -> Result<Outcome, Fault> {
        let _turn = self.take_turn(id)?;
        let (feed, subscription) = self.store.read(|view| subscribed(view, id))?;
        let address = Address::parse(&subscription.address.0).map_err(addresses::bad)?;
        let request = Request {
            address: &address,
            etag: subscription.etag.as_deref(),
            last_modified: subscription.last_modified.as_deref(),
        };
        match fetch(request, &Limits::default()) {
            Err(problem) => {
                let (fault, asked) = addresses::unfetched(address.host(), problem);
                Err(self.note_failure(id, fault, asked, moment)?)
            }
            Ok(Answer::Unchanged { moved }) => {
                self.note_answer(id, moved.as_ref(), moment)?;
                self.as_before(&feed.name, seen)
            }
            Ok(Answer::Fresh(fresh)) => self.take_in(id, &address, fresh, seen, moment),
        }
    }

    /// Keeps a content that came.
    fn take_in(
        &self,
        id: FeedId,
        address: &Address,
        fresh: Fresh,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let read = ics::read(&fresh.bytes, &self.zones);
        let (calendar, problems) = match read {
            Ok(read) => read,
            Err(error) => {
                let (fault, asked) = addresses::unread(address.host(), error);
                return Err(self.note_failure(id, fault, asked, moment)?);
            }
        };
        let mut name = String::new();
        let mut problems = Some(listed(problems));
        let mut events = Some(calendar.events);
        let written = self.store.begin(|tx| {
            let (mut feed, mut subscription) = subscribed(tx, id)?;
            name.clone_from(&feed.name);
            if subscription.address.0 != address.secret() {
                return Ok(Did::Nothing);
            }
            let known = tx.events_of(id)?;
            let read = events.take().unwrap_or_default();
            let merge = merge_into(tx, read, (feed.clone(), known.clone()))?;
            if merge.kept() == 0 && merge.own == 0 && !known.is_empty() {
                let (fault, asked) = addresses::emptied(address.host());
                return Err(Stop::Unbelieved(fault, asked));
            }
            if merge.is_nothing_new() {
                return Ok(Did::Same);
            }
            let before: Vec<&Event> = known.iter().collect();
            let after: Vec<&Event> = merge.put.iter().chain(&merge.same).collect();
            let home = moment.home(&tx.settings()?, &self.zones);
            let changed = changes(&before, &after, moment.now, &self.zones, &home);
            subscription.answered(moment.now.0);
            subscription.remember(changed.clone());
            subscription.problems = problems.take().unwrap_or_default();
            marks(&mut subscription, &fresh);
            feed.read = moment.now.0;
            feed.subscription = Some(subscription);
            tx.put_feed(feed)?;
            merge.keep(tx, id)?;
            // What took place in a week that is over took place, whatever the calendar still holds.
            self.keep_ended(tx, moment)?;
            Ok(Did::Changed(changed))
        });
        let committed = match written {
            Ok(committed) => committed,
            Err(Stop::Fault(fault)) => return Err(fault),
            Err(Stop::Unbelieved(fault, asked)) => {
                return Err(self.note_failure(id, fault, asked, moment)?);
            }
        };
        match committed.value {
            Did::Nothing => self.as_before(&name, seen),
            Did::Same => {
                self.store.note(id, |subscription| {
                    subscription.answered(moment.now.0);
                    subscription.problems = problems.take().unwrap_or_default();
                    marks(subscription, &fresh);
                })?;
                self.as_before(&name, seen)
            }
            Did::Changed(changed) => {
                let said = told(&name, &changed);
                self.quietly(committed.rev, &committed.diffs, said, seen)
            }
        }
    }

    fn note_answer(
        &self,
        id: FeedId,
        moved: Option<&Address>,
        moment: &Moment,
    ) -> Result<(), Error> {
        self.store.note(id, |subscription| {
            subscription.answered(moment.now.0);
            if let Some(moved) = moved {
                subscription.address.0 = moved.secret().to_string();
            }
        })?;
        Ok(())
    }

    /// Notes why no calendar came, and gives it back.
    fn note_failure(
        &self,
        id: FeedId,
        fault: Fault,
        asked: Asked,
        moment: &Moment,
    ) -> Result<Fault, Error> {
        let problem = format!("{} {}", fault.message, fault.hint);
        let note = |subscription: &mut Subscription| {
            subscription.failed(moment.now.0, asked, problem.trim().to_string());
        };
        self.store.note(id, note)?;
        Ok(fault)
    }

    fn as_before(&self, name: &str, seen: &Range) -> Result<Outcome, Fault> {
        let said = format!("{name} is as it was.");
        let outcome = self.quietly(self.store.rev()?, &Diffs::default(), said, seen)?;
        Ok(Outcome {
            reload: false,
            ..outcome
        })
    }

    /// An outcome that undo takes nothing of.
    fn quietly(
        &self,
        rev: u32,
        diffs: &Diffs,
        said: String,
        seen: &Range,
    ) -> Result<Outcome, Fault> {
        let saved = Saved {
            rev,
            diffs,
            before: None,
            main: None,
            said,
        };
        Ok(Outcome {
            undoable: false,
            ..self.outcome(saved, seen)?
        })
    }

    /// One fetch of a calendar at a time: of two answers the older could be written last.
    fn take_turn(&self, id: FeedId) -> Result<Turn<'_>, Fault> {
        if !held(&self.refreshing).insert(id) {
            return Err(Fault::new(
                FaultCode::Busy,
                "This calendar is being read right now.",
                "Wait until it is there.",
            ));
        }
        Ok(Turn { planner: self, id })
    }
}

/// Held while a calendar is read.
struct Turn<'p> {
    planner: &'p Planner,
    id: FeedId,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        held(&self.planner.refreshing).remove(&self.id);
    }
}

/// The marks are kept only together with the content they belong to.
fn marks(subscription: &mut Subscription, fresh: &Fresh) {
    subscription.etag.clone_from(&fresh.etag);
    subscription.last_modified.clone_from(&fresh.last_modified);
    if let Some(moved) = &fresh.moved {
        subscription.address.0 = moved.secret().to_string();
    }
}

/// "Team calendar: 2 new, 1 moved, 1 gone."
fn told(name: &str, changed: &Changes) -> String {
    let all = u32::try_from(changed.list.len()).unwrap_or(u32::MAX);
    if changed.list.is_empty() {
        return format!("{name} was read again; nothing in the weeks to come has changed.");
    }
    let mut counts = Vec::new();
    for (kind, word) in [
        (ChangeKind::Added, "new"),
        (ChangeKind::Moved, "moved"),
        (ChangeKind::Renamed, "renamed"),
        (ChangeKind::Gone, "gone"),
    ] {
        let of_kind = changed.list.iter().filter(|change| change.kind == kind);
        match of_kind.count() {
            0 => {}
            number => counts.push(format!("{number} {word}")),
        }
    }
    match changed.more {
        0 => format!("{name}: {}.", counts.join(", ")),
        more => format!("{name}: {} changes.", all.saturating_add(more)),
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Fault(error.into())
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        Stop::Fault(fault)
    }
}
