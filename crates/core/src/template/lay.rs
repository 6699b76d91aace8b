//! From the pieces of a template to blocks in a plan: what fits, what collides, what is there
//! already. Blocks that are there stay as they are, whatever is laid beside them.

use super::place::Place;
use super::there::There;
use super::{Piece, Reach};
use crate::block::Block;
use crate::boundary::{Boundaries, DayOffKind};
use crate::category::Category;
use crate::edit::{self, Edit, Next, Others, Plan, Refusal};
use crate::settings::Settings;
use crate::task::TaskId;
use crate::time::{Span, Zone, Zones, logical_day, week_start};
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// What becomes of pieces that collide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Collisions {
    /// They are left out.
    #[default]
    LeaveOut,
    /// They are laid all the same.
    KeepBoth,
}

/// The days a template is a picture of, or is laid over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// How many days.
    pub reach: Reach,
    /// The first of them, at home.
    pub first: NaiveDate,
}

impl Frame {
    /// The day that pieces count their days from.
    pub(super) fn anchor(&self) -> NaiveDate {
        match self.reach {
            Reach::Week => week_start(self.first + Days::new(6), Weekday::Mon),
            Reach::Day | Reach::Selection => self.first,
        }
    }

    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        self.reach != Reach::Week || (self.first <= day && day < self.first + Days::new(7))
    }
}

/// Something of an outside calendar that takes time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// What it is called.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// When it is.
    pub span: Span,
}

/// Everything around that a piece may meet.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// One's own plan.
    pub plan: &'a Plan<'a>,
    /// Outside calendars.
    pub meetings: &'a [Meeting],
    /// One's own series that go on in these days, whether or not they take place in them.
    pub series: &'a [Block],
    /// Days off and hours.
    pub boundaries: &'a Boundaries,
    /// Hours where no boundary sets them.
    pub settings: &'a Settings,
}

/// A piece to be laid, and the task it is time for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laying {
    /// The piece.
    pub piece: Piece,
    /// The task; templates know none.
    pub task: Option<TaskId>,
}

/// What laying would do, or did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// The new blocks.
    pub edit: Edit,
    /// What became of each piece, in the order of the pieces.
    pub lines: Vec<Line>,
}

/// What became of one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is called.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// Its start, wall time at home.
    pub start: NaiveDateTime,
    /// Its end, wall time at home.
    pub end: NaiveDateTime,
    /// Whether it is laid.
    pub fate: Fate,
    /// What it collides with, laid or not.
    pub clash: Option<Clash>,
    /// Whether some of it is work outside the work hours of its day.
    pub outside_hours: bool,
    /// Whether it becomes a series whose first time lies after these days.
    pub later: bool,
}

/// Whether a piece is laid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is.
    Laid,
    /// It collides and is left out.
    LeftOut,
    /// The same stands there already.
    There,
    /// A series of the same name goes on in these days already.
    SeriesThere,
}

/// What a piece collides with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// A block or a meeting, and perhaps more of them.
    Taken {
        /// What the first of them is called.
        title: String,
        /// Its start, wall time at home.
        start: NaiveDateTime,
        /// Its end, wall time at home.
        end: NaiveDateTime,
        /// How many more there are.
        more: usize,
    },
    /// It is work, and the day is off.
    DayOff {
        /// What kind of day off.
        kind: DayOffKind,
        /// What that is called; may be empty.
        name: String,
    },
    /// Clocks skip its start that day.
    NoSuchTime,
    /// The zone database does not know its zone.
    UnknownZone {
        /// What the zone is called.
        name: String,
    },
}

/// The dates at home that pieces touch when they are laid, so that their surroundings can be had.
pub fn days(pieces: &[Laying], frame: &Frame, zones: &Zones, home: &Zone) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = pieces
        .iter()
        .flat_map(|laying| {
            let place = Place::of(&laying.piece, frame, zones, home);
            [place.start.date(), place.end.date()]
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Lays pieces over days. A refusal is about a piece that may not be a block at all.
pub fn lay(
    ground: &Ground,
    pieces: &[Laying],
    frame: &Frame,
    collisions: Collisions,
    next: &mut Next,
) -> Result<Laid, Refusal> {
    let plan = ground.plan;
    let mut there = There::of(ground);
    let mut laid = Laid::default();
    for Laying { piece, task } in pieces {
        let place = Place::of(piece, frame, plan.zones, plan.home);
        let found = there.take(piece, &place);
        let clash = found
            .is_none()
            .then(|| clash(ground, &there, piece, &place));
        let clash = clash.flatten();
        let fate = match (found, &clash, collisions) {
            (Some(there), ..) => there,
            (None, Some(_), Collisions::LeaveOut) => Fate::LeftOut,
            (None, ..) => Fate::Laid,
        };
        if fate == Fate::Laid {
            let draft = place.draft(piece, *task, plan.home);
            let edit = edit::create(plan, &draft, Others::Stay, next)?;
            laid.edit.put.extend(edit.put);
            laid.edit.new.extend(edit.new);
        }
        laid.lines.push(Line {
            title: piece.title.clone(),
            category: piece.category,
            start: plan.home.wall(place.span.start),
            end: plan.home.wall(place.span.end),
            outside_hours: fate == Fate::Laid && outside(ground, piece, &place),
            later: place.later,
            fate,
            clash,
        });
    }
    Ok(laid)
}

fn clash(ground: &Ground, there: &There, piece: &Piece, place: &Place) -> Option<Clash> {
    if place.zone.is_none() {
        let name = piece.zone.clone().unwrap_or_default();
        return Some(Clash::UnknownZone { name });
    }
    if place.skipped {
        return Some(Clash::NoSuchTime);
    }
    let home = ground.plan.home;
    let day = logical_day(home.wall(place.span.start), ground.plan.day_start);
    if let Some(off) = ground.boundaries.day_off(day)
        && piece.category.is_work()
    {
        return Some(Clash::DayOff {
            kind: off.kind,
            name: off.name.clone(),
        });
    }
    let mut taken = there.taken_in(place.span);
    let (span, title) = taken.next()?;
    Some(Clash::Taken {
        title: title.clone(),
        start: home.wall(span.start),
        end: home.wall(span.end),
        more: taken.count(),
    })
}

/// Whether some of a piece is work outside the work hours of its day.
fn outside(ground: &Ground, piece: &Piece, place: &Place) -> bool {
    let plan = ground.plan;
    if !piece.category.is_work() {
        return false;
    }
    let day = logical_day(plan.home.wall(place.span.start), plan.day_start);
    let Some(hours) = ground.boundaries.usual_hours_on(day, ground.settings) else {
        return true;
    };
    let at = |minute: u16| {
        let wall = NaiveDateTime::from(day) + TimeDelta::minutes(i64::from(minute));
        plan.home.instant(wall)
    };
    place.span.start < at(hours.start) || at(hours.end) < place.span.end
}
