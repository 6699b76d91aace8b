//! Subscribing to a calendar by its address, and how often it is read from then on.

use crate::calendars;
use crate::labels;
use crate::merge::{Merge, Origin, merge_whole};
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words::addresses;
use evenkeel_core::event::{Feed, FeedId};
use evenkeel_core::ics::{self, Problem};
use evenkeel_core::subscription::{
    LEAST_MINUTES, MOST_MINUTES, MOST_PROBLEMS, SecretAddress, Subscription, USUAL_MINUTES,
};
use evenkeel_feeds::{Address, Answer, Fresh, Limits, Request, fetch};
use evenkeel_store::{Error, Reason, View};

impl Planner {
    /// Fetches a calendar and keeps it together with its address. A calendar that was read from a
    /// file before, or from another address, becomes this one: its events keep what was chosen for
    /// them, and none is there twice.
    pub(crate) fn subscribe(
        &self,
        address: &SecretAddress,
        name: &str,
        every_minutes: Option<u32>,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let address = Address::parse(&address.0).map_err(addresses::bad)?;
        let every_minutes = interval(every_minutes.unwrap_or(USUAL_MINUTES))?;
        self.store.read(|view| not_there(view, &address))?;
        let (fresh, calendar, problems) =
            self.first(&address).map_err(|fault| fault.at("address"))?;
        let called = [
            name.trim(),
            calendar.name.as_deref().unwrap_or_default().trim(),
        ];
        let called = called.into_iter().find(|name| !name.is_empty());
        let called = called.map(String::from).or_else(|| address.name());
        let called = called.unwrap_or_else(|| address.host().to_string());

        let mut subscription = Subscription::new(fresh.moved.as_ref().unwrap_or(&address).secret());
        subscription.every_minutes = every_minutes;
        subscription.answered(moment.now.0);
        subscription.etag = fresh.etag;
        subscription.last_modified = fresh.last_modified;
        subscription.problems = listed(problems);

        self.store.verify()?;
        self.store.backup_now(Reason::Import, moment.now)?;
        let origin = Origin {
            name: called,
            source: address.host().to_string(),
        };
        let mut told = (String::new(), 0, 0);
        let label = format!("subscribe to {}", origin.name);
        let outcome = self.write(&label, "", seen, moment, |tx| {
            not_there(tx, &address)?;
            let merge = merge_whole(tx, calendar.events, &origin)?;
            let id = match &merge.feed {
                Some(feed) => feed.id,
                None => tx.new_feed_id()?,
            };
            let feed = Feed {
                id,
                name: kept_name(&merge, name, &origin),
                source: origin.source,
                read: moment.now.0,
                subscription: Some(subscription),
            };
            told = (feed.name.clone(), merge.kept(), merge.own);
            tx.put_feed(feed)?;
            Ok(merge.keep(tx, id)?)
        })?;
        let (name, events, own) = told;
        Ok(outcome.told(match (events, own) {
            (0, 0) => format!("Subscribed to {name}, which holds no events yet."),
            (0, _) => format!("Subscribed to {name}, which holds nothing but your own blocks."),
            _ => format!(
                "Subscribed to {name} with {}.",
                labels::count(events, "event")
            ),
        }))
    }

    /// Sets how often a calendar is read by itself.
    pub(crate) fn set_subscription(
        &self,
        id: FeedId,
        every_minutes: u32,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let every_minutes = interval(every_minutes)?;
        let feed = self.store.read(|view| calendars::one(view, id))?;
        let label = format!("change how often {} is read", feed.name);
        let said = match every_minutes {
            0 => format!("{} is read only when you ask for it.", feed.name),
            _ => format!("{} is read {} now.", feed.name, often(every_minutes)),
        };
        self.write(&label, &said, seen, moment, |tx| {
            let mut feed = calendars::one(tx, id)?;
            let Some(subscription) = &mut feed.subscription else {
                return Err(not_subscribed(&feed.name));
            };
            subscription.every_minutes = every_minutes;
            if subscription.failures == 0 {
                let wait = i64::from(every_minutes) * 60;
                subscription.next = subscription.asked.saturating_add(wait);
            }
            Ok(tx.put_feed(feed)?)
        })
    }

    /// The first fetch: there is nothing to compare with.
    fn first(&self, address: &Address) -> Result<(Fresh, ics::Calendar, Vec<Problem>), Fault> {
        let request = Request {
            address,
            etag: None,
            last_modified: None,
        };
        let host = address.host();
        let fresh = match fetch(request, &Limits::default()) {
            Ok(Answer::Fresh(fresh)) => fresh,
            Ok(Answer::Unchanged { .. }) => {
                let odd = evenkeel_feeds::Problem::Odd { status: 304 };
                return Err(addresses::unfetched(host, odd).0);
            }
            Err(problem) => return Err(unfetched_first(host, problem)),
        };
        let (calendar, problems) = ics::read(&fresh.bytes, &self.zones)
            .map_err(|error| addresses::unread(host, error).0)?;
        Ok((fresh, calendar, problems))
    }
}

/// Nothing is tried again by itself before a calendar has come once.
fn unfetched_first(host: &str, problem: evenkeel_feeds::Problem) -> Fault {
    let (fault, asked) = addresses::unfetched(host, problem);
    match asked {
        evenkeel_core::subscription::Asked::Lasting => fault,
        _ => Fault {
            hint: "Check the address and the connection, and try again.".into(),
            ..fault
        },
    }
}

/// A calendar that is there keeps its name, unless another was typed.
fn kept_name(merge: &Merge, typed: &str, origin: &Origin) -> String {
    match (&merge.feed, typed.trim()) {
        (Some(feed), "") => feed.name.clone(),
        _ => origin.name.clone(),
    }
}

/// Refuses an address that is subscribed to already.
fn not_there(view: &View<'_>, address: &Address) -> Result<(), Fault> {
    for feed in view.feeds()? {
        let known = feed
            .subscription
            .as_ref()
            .map(|known| known.address.0.as_str());
        if known == Some(address.secret()) {
            return Err(Fault::refused(
                format!(
                    "You are subscribed to this calendar already: {}.",
                    feed.name
                ),
                "Refresh it to read it again.",
            )
            .at("address"));
        }
    }
    Ok(())
}

/// A calendar that was read from a file has no address.
pub(crate) fn not_subscribed(name: &str) -> Fault {
    Fault::refused(
        format!("{name} was read from a file, so there is no address to ask."),
        "Import the file again, or subscribe to its address.",
    )
}

/// The problems that are kept of a reading.
pub(crate) fn listed(problems: Vec<Problem>) -> Vec<(u32, String)> {
    let kept = problems.into_iter().take(MOST_PROBLEMS);
    kept.map(|problem| (problem.line, problem.what)).collect()
}

fn interval(every_minutes: u32) -> Result<u32, Fault> {
    match every_minutes {
        0 | LEAST_MINUTES..=MOST_MINUTES => Ok(every_minutes),
        _ => Err(Fault::refused(
            format!("A calendar cannot be read {}.", often(every_minutes)),
            "Choose a time between 5 minutes and a week, or 0 for only by hand.",
        )
        .at("every")),
    }
}

/// "every 15 minutes", "every hour", "every 6 hours", "every day".
pub(crate) fn often(minutes: u32) -> String {
    let (number, unit) = match minutes {
        days if days.is_multiple_of(1440) => (days / 1440, "day"),
        hours if hours.is_multiple_of(60) => (hours / 60, "hour"),
        minutes => (minutes, "minute"),
    };
    match number {
        1 => format!("every {unit}"),
        _ => format!("every {number} {unit}s"),
    }
}

/// The calendar and its subscription, when it has one.
pub(crate) fn subscribed(view: &View<'_>, id: FeedId) -> Result<(Feed, Subscription), Fault> {
    let feed = calendars::one(view, id)?;
    match feed.subscription.clone() {
        Some(subscription) => Ok((feed, subscription)),
        None => Err(not_subscribed(&feed.name)),
    }
}

/// How long a calendar may be out of reach before it is worth an interruption, in hours.
const WORTH_SAYING: i64 = 24;

/// How often in a row it was asked for in vain by then.
const TRIES: u32 = 3;

impl Planner {
    /// What to say of a calendar that could not be read for a day or longer: what stands in the week
    /// may be wrong by now.
    pub fn out_of_date(&self, id: FeedId, moment: &Moment) -> Result<Option<Fault>, Fault> {
        let (feed, subscription) = self.store.read(|view| subscribed(view, id))?;
        let (Some(checked), Some(problem)) = (subscription.checked, subscription.problem) else {
            return Ok(None);
        };
        let hours = moment.now.0.saturating_sub(checked) / 3600;
        let said = || addresses::out_of_date(&feed.name, hours, &problem);
        // A computer that wakes up may need a moment to find its network.
        let tried = TRIES <= subscription.failures;
        Ok((tried && WORTH_SAYING <= hours).then(said))
    }

    /// The subscribed calendars that it is time to ask for.
    pub fn due(&self, moment: &Moment) -> Result<Vec<FeedId>, Fault> {
        Ok(self.store.read(|view| {
            let feeds = view.feeds()?.into_iter();
            let due = feeds.filter(|feed| {
                let subscription = feed.subscription.as_ref();
                subscription.is_some_and(|one| one.is_due(moment.now.0))
            });
            Ok::<_, Error>(due.map(|feed| feed.id).collect())
        })?)
    }
}
