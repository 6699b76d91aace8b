//! What stands in a stretch of days, in one state of the database: own blocks and the occurrences
//! of imported events, with everything needed to show them, weigh them and edit among them.

use crate::moment::Moment;
use crate::settings::wanted;
use chrono::{Days, NaiveDate, NaiveTime};
use evenkeel_core::block::Block;
use evenkeel_core::event::{Event, Status};
use evenkeel_core::recur::{self, Occurrence};
use evenkeel_core::settings::Settings;
use evenkeel_core::stretch::Stretch;
use evenkeel_core::target::Target;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_core::week::Week;
use evenkeel_store::{Error, View};
use std::ops::Range;

/// Days around the asked ones that an edit may reach into: a push may cross midnight, and a logical
/// day ends on the next date.
const MARGIN: Days = Days::new(3);

/// One state of some days.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    pub(crate) rev: u32,
    /// The dates it is complete for.
    pub(crate) days: Range<NaiveDate>,
    pub(crate) settings: Settings,
    pub(crate) home: Zone,
    pub(crate) targets: Vec<Target>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) events: Vec<Event>,
    pub(crate) occurrences: Vec<Occurrence>,
}

impl Scene {
    /// Loads the days asked for and a margin around them.
    pub(crate) fn load(
        view: &View<'_>,
        days: &Range<NaiveDate>,
        zones: &Zones,
        moment: &Moment,
    ) -> Result<Scene, Error> {
        let settings = view.settings()?;
        let home = moment.home(&settings, zones);
        let days = earlier(days.start)..later(days.end);
        let span = span_of(&days, &home);
        let loaded = view.plan_between(span)?;
        let blocks = loaded
            .blocks
            .into_iter()
            .filter(|block| touches(block.span(zones, &home), span))
            .collect();
        let (occurrences, _) = recur::occurrences(&loaded.events, span, zones, &home);
        Ok(Scene {
            rev: view.rev()?,
            targets: wanted(view)?,
            events: loaded.events,
            days,
            settings,
            home,
            blocks,
            occurrences,
        })
    }

    /// Whether it can answer for these days.
    pub(crate) fn covers(&self, days: &Range<NaiveDate>) -> bool {
        self.days.start <= earlier(days.start) && later(days.end) <= self.days.end
    }

    /// The seven logical days of the week that holds a date.
    pub(crate) fn week_of(&self, day: NaiveDate) -> Week {
        Week::new(self.settings.week_of(day), self.day_start(), &self.home)
    }

    /// When a logical day begins.
    pub(crate) fn day_start(&self) -> NaiveTime {
        self.settings.day_start()
    }

    /// Imported stretches that take time and that nothing here can move.
    pub(crate) fn fixed(&self) -> Vec<Span> {
        self.counted().map(|(_, span)| span).collect()
    }

    /// Everything that takes time, with these blocks as one's own.
    pub(crate) fn stretches(&self, blocks: &[Block], zones: &Zones) -> Vec<Stretch> {
        let own = blocks
            .iter()
            .map(|block| Stretch::new(block.span(zones, &self.home), block.category));
        let imported = self.counted().map(|(event, span)| Stretch {
            // An event that somebody invited to is a meeting: no focus run goes through it.
            meeting: !event.organizer.is_empty(),
            ..Stretch::new(span, event.category)
        });
        own.chain(imported).collect()
    }

    fn counted(&self) -> impl Iterator<Item = (&Event, Span)> {
        self.occurrences.iter().filter_map(|occurrence| {
            let event = self.events.get(occurrence.event)?;
            (counts(event) && 0 < occurrence.span.seconds()).then_some((event, occurrence.span))
        })
    }
}

/// Whether an imported event takes minutes: all-day, cancelled and free ones do not.
pub(crate) fn counts(event: &Event) -> bool {
    !event.all_day && !event.free && event.status != Status::Cancelled
}

/// The instants of some dates.
pub(crate) fn span_of(days: &Range<NaiveDate>, home: &Zone) -> Span {
    Span::new(
        home.instant(days.start.and_time(NaiveTime::MIN)),
        home.instant(days.end.and_time(NaiveTime::MIN)),
    )
}

/// Whether something shows in a stretch; what has no length shows where it stands.
pub(crate) fn touches(span: Span, within: Span) -> bool {
    span.overlaps(within)
        || (span.seconds() == 0 && within.start <= span.start && span.start < within.end)
}

fn earlier(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(MARGIN).unwrap_or(day)
}

fn later(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(MARGIN).unwrap_or(day)
}
