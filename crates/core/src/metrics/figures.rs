//! All metrics of a week in one value, under the names they have in files.

use crate::balance::{Balance, balance};
use crate::focus::{DEEP_MINUTES, Focus, LONG_MINUTES, focus};
use crate::metrics::record::{blocks_within, entries_within};
use crate::metrics::{
    Adherence, Breaks, Buffers, Lead, LoadRest, Meetings, Personal, Record, Reshuffle, adherence,
    breaks, buffers, days, lead, load_rest, meetings, own_changes, personal, reshuffle,
};
use crate::stretch::Stretch;
use crate::switches::{Switches, switches};
use serde::Serialize;

/// The metrics of a week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// How work time is shared out.
    pub balance: Balance,
    /// How the live plan was carried out.
    pub adherence: Adherence,
    /// Undisturbed technical work.
    pub focus: FocusFigures,
    /// Changes between kinds of work.
    pub switches: SwitchFigures,
    /// Load and rest.
    pub load_rest: LoadRest,
    /// Meetings.
    pub meetings: Meetings,
    /// Breaks of every day with work.
    pub breaks: Vec<Breaks>,
    /// Leading and managing.
    pub lead: Lead,
    /// Time for oneself.
    pub personal: Personal,
    /// Time held for surprises; left out where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buffers: Option<Buffers>,
    /// Changes to the committed plan; left out where none was committed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reshuffle: Option<Reshuffle>,
    /// The same without changes from outside; left out where no change has a reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_reshuffle: Option<Reshuffle>,
    /// How the committed plan was carried out; left out where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment_adherence: Option<Adherence>,
}

/// Undisturbed technical work in numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FocusFigures {
    /// Active minutes of each run, in time order.
    pub runs: Vec<f64>,
    /// Those of the longest.
    pub longest: f64,
    /// Runs of 90 minutes or more.
    pub n90: usize,
    /// Runs of 120 minutes or more.
    pub n120: usize,
    /// Minutes of all runs.
    pub technical_minutes: f64,
    /// Minutes of the runs of 90 minutes or more.
    pub deep_minutes: f64,
    /// Those as part of all runs.
    pub deep_share: Option<f64>,
}

/// Changes between kinds of work in numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SwitchFigures {
    /// Of each logical day.
    pub per_day: [u32; 7],
    /// Of the week.
    pub total: u32,
    /// Those with a short gap.
    pub hard: u32,
    /// All of them per hour in which any work runs.
    pub per_work_hour: Option<f64>,
}

/// The metrics of a week. Everything is first cut to the week's days, and to now in a running week.
pub fn figures(record: &Record) -> Figures {
    let rules = &record.rules;
    let within = record.within();
    let planned = blocks_within(&record.planned, within);
    let entries = entries_within(&record.actual, within);
    let committed = record.committed.as_ref();
    let committed = committed.map(|blocks| blocks_within(blocks, within));
    let actual: Vec<Stretch> = entries.iter().map(|entry| entry.stretch).collect();
    let mut days = days(&record.week, within.end, rules, &record.home);
    for (day, closed) in days.iter_mut().zip(record.closed) {
        day.closed = closed;
    }
    let own_reshuffle = |committed: &Vec<_>| {
        let own = own_changes(committed, &planned, &record.reasons);
        (!record.reasons.is_empty()).then(|| reshuffle(committed, &own))
    };
    Figures {
        balance: balance(&actual, within, rules.target),
        adherence: adherence(&planned, &actual, rules),
        focus: FocusFigures::from(focus(&actual, within, rules.focus_gap)),
        switches: SwitchFigures::from(switches(&actual, &record.week, rules.hard_switch_gap)),
        load_rest: load_rest(&actual, (&record.week, &days), &record.neighbours, rules),
        meetings: meetings(&actual, &days, rules),
        breaks: breaks(&actual, &days, rules),
        lead: lead(&entries, rules.lead_target),
        personal: personal(&planned, &entries),
        buffers: buffers(&planned, &actual),
        reshuffle: committed.as_ref().map(|blocks| reshuffle(blocks, &planned)),
        own_reshuffle: committed.as_ref().and_then(own_reshuffle),
        commitment_adherence: committed.map(|blocks| adherence(&blocks, &actual, rules)),
    }
}

impl From<Focus> for FocusFigures {
    fn from(focus: Focus) -> FocusFigures {
        FocusFigures {
            longest: focus.longest(),
            n90: focus.at_least(DEEP_MINUTES),
            n120: focus.at_least(LONG_MINUTES),
            technical_minutes: focus.technical_minutes(),
            deep_minutes: focus.deep_minutes(),
            deep_share: focus.deep_share(),
            runs: focus.runs,
        }
    }
}

impl From<Switches> for SwitchFigures {
    fn from(switches: Switches) -> SwitchFigures {
        SwitchFigures {
            per_day: switches.per_day,
            total: switches.total(),
            hard: switches.hard,
            per_work_hour: switches.per_work_hour,
        }
    }
}
