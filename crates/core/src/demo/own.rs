//! The person's own blocks. Weeks 0–11 are as wanted; from 12 on hiring takes its time, from 15 on
//! escalations do, from 18 on growth is all but gone.

use super::slot::{Slot, slot};
use crate::category::Category::{Growth, Management, Personal, Technical};

const HIRING: u8 = 12;
const ESCALATION: u8 = 15;
const STARVING: u8 = 18;

/// All of them, day by day.
pub(super) fn slots() -> impl Iterator<Item = Slot> {
    [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, WEEKEND]
        .into_iter()
        .flatten()
        .copied()
}

const MONDAY: &[Slot] = &[
    slot(0, (900, 930), Management, "Plan the week"),
    slot(0, (945, 1230), Technical, "Storage engine"),
    slot(0, (1300, 1430), Technical, "Review RFCs")
        .since(1)
        .before(ESCALATION)
        .every(2),
    slot(0, (1300, 1430), Management, "Vendor negotiation")
        .since(ESCALATION)
        .every(2),
    slot(0, (1515, 1600), Technical, "Code review"),
    slot(0, (1700, 1730), Management, "Team notes").before(ESCALATION),
    slot(0, (1700, 1830), Management, "Escalation: slow ingest").since(ESCALATION),
    slot(0, (2030, 2130), Management, "Catch up on mail").since(ESCALATION),
];

const TUESDAY: &[Slot] = &[
    slot(1, (745, 845), Personal, "Run"),
    slot(1, (900, 930), Technical, "Code review"),
    slot(1, (945, 1230), Technical, "Storage engine"),
    slot(1, (1300, 1530), Technical, "Ingest design").before(HIRING),
    slot(1, (1500, 1545), Management, "Hiring plan").since(HIRING),
    slot(1, (1545, 1715), Growth, "Course: distributed systems").before(ESCALATION),
    slot(1, (1715, 1730), Management, "Team notes").before(HIRING),
    slot(1, (1545, 1715), Management, "Write scorecards").since(ESCALATION),
];

const WEDNESDAY: &[Slot] = &[
    slot(2, (830, 930), Technical, "Code review"),
    slot(2, (945, 1100), Technical, "Storage engine"),
    slot(2, (1245, 1400), Management, "Roadmap"),
    slot(2, (1430, 1700), Technical, "Ingest design").before(STARVING),
    slot(2, (1430, 1530), Management, "Incident follow-up").since(STARVING),
    slot(2, (1530, 1700), Technical, "Ingest design").since(STARVING),
    slot(2, (1700, 1730), Management, "Stakeholder update"),
    slot(2, (1900, 2030), Personal, "Board games").every(4),
    slot(2, (2030, 2130), Management, "Catch up on mail")
        .since(HIRING)
        .every(2),
];

const THURSDAY: &[Slot] = &[
    slot(3, (900, 930), Technical, "Code review"),
    slot(3, (945, 1115), Technical, "Ingest design"),
    slot(3, (1145, 1215), Management, "Hand over vendor calls"),
    slot(3, (1300, 1530), Technical, "Storage engine").before(HIRING),
    slot(3, (1300, 1430), Technical, "Storage engine")
        .since(HIRING)
        .before(STARVING),
    slot(3, (1300, 1430), Management, "Escalation: slow ingest").since(STARVING),
    slot(3, (1430, 1530), Management, "Promotion case").since(HIRING),
    slot(3, (1545, 1630), Growth, "Read: paper on leases").before(HIRING),
    slot(3, (1545, 1630), Management, "Hiring plan")
        .since(HIRING)
        .before(ESCALATION),
    slot(3, (1630, 1730), Management, "Budget draft"),
    slot(3, (1830, 1930), Personal, "Run").before(ESCALATION),
    slot(3, (2030, 2200), Technical, "Finish ingest design").since(STARVING),
];

const FRIDAY: &[Slot] = &[
    slot(4, (900, 930), Management, "Answer the week's threads"),
    slot(4, (945, 1230), Technical, "Storage engine").every(3),
    slot(4, (945, 1215), Technical, "Profile compaction stalls")
        .since(1)
        .every(3),
    slot(4, (945, 1230), Technical, "Storage engine")
        .since(2)
        .every(3),
    slot(4, (1330, 1430), Growth, "Mentor call")
        .before(STARVING)
        .every(2),
    slot(4, (1330, 1430), Growth, "Prepare reading group talk")
        .since(1)
        .before(ESCALATION)
        .every(2),
    slot(4, (1330, 1430), Management, "Performance notes")
        .since(ESCALATION)
        .every(2),
    slot(4, (1445, 1530), Technical, "Pairing: flaky tests").every(2),
    slot(4, (1530, 1600), Management, "Team notes"),
    slot(4, (1600, 1630), Growth, "Weekly review"),
    slot(4, (1630, 1730), Technical, "Code review"),
    slot(4, (1900, 2030), Personal, "Choir"),
];

const WEEKEND: &[Slot] = &[
    slot(5, (900, 1030), Personal, "Long walk").before(ESCALATION),
    slot(5, (900, 1030), Personal, "Long walk")
        .since(16)
        .every(3),
    slot(6, (1000, 1130), Personal, "Call parents").every(2),
    slot(6, (1700, 1800), Management, "Prepare the week")
        .since(16)
        .every(2),
];
