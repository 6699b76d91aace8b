//! The meetings of the person's work calendar, which somebody else schedules.

use super::slot::{Slot, slot};
use crate::category::Category::{Management, Technical};

/// How a meeting stands in the calendar file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One series, on its own weekday or on every day from Monday to Friday.
    Series {
        /// Whether it is on all work days.
        daily: bool,
    },
    /// An event for each week.
    Single,
}

/// A meeting with the name its UIDs begin with.
pub(super) struct Meeting {
    pub(super) uid: &'static str,
    pub(super) kind: Kind,
    pub(super) slot: Slot,
}

const fn weekly(uid: &'static str, slot: Slot) -> Meeting {
    let kind = Kind::Series { daily: false };
    Meeting { uid, kind, slot }
}

const fn single(uid: &'static str, slot: Slot) -> Meeting {
    let kind = Kind::Single;
    Meeting { uid, kind, slot }
}

pub(super) const MEETINGS: &[Meeting] = &[
    Meeting {
        uid: "stand-up",
        kind: Kind::Series { daily: true },
        slot: slot(0, (930, 945), Management, "Stand-up"),
    },
    weekly(
        "planning",
        slot(0, (1300, 1430), Management, "Sprint planning").every(2),
    ),
    weekly(
        "one-on-one-a",
        slot(0, (1445, 1515), Management, "1:1 – Jonas"),
    ),
    weekly("staff", slot(0, (1600, 1700), Management, "Staff meeting")),
    single(
        "interview",
        slot(1, (1330, 1430), Management, "Interview: backend engineer").since(12),
    ),
    single(
        "debrief",
        slot(1, (1430, 1500), Management, "Hiring debrief").since(12),
    ),
    weekly(
        "architecture",
        slot(2, (1100, 1200), Technical, "Architecture review"),
    ),
    weekly(
        "one-on-one-b",
        slot(2, (1400, 1430), Management, "1:1 – Priya"),
    ),
    single(
        "incident",
        slot(3, (1000, 1100), Technical, "Incident review").since(19),
    ),
    weekly(
        "one-on-one-c",
        slot(3, (1115, 1145), Management, "1:1 – Mira"),
    ),
    single(
        "interview-2",
        slot(3, (1545, 1630), Management, "Interview: site reliability").since(15),
    ),
    weekly(
        "one-on-one-d",
        slot(4, (1300, 1330), Management, "1:1 – Tom"),
    ),
    weekly(
        "retro",
        slot(4, (1445, 1530), Management, "Retro").since(1).every(2),
    ),
];
