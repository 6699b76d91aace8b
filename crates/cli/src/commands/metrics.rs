//! `keel metrics`: the metrics of a week, of the plan or written in a file.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::page::Page;
use crate::typed;
use chrono::{Days, NaiveDate};
use evenkeel_app::{Measured, measure};
use evenkeel_core::balance::Balance;
use evenkeel_core::category::Category;
use evenkeel_core::metrics::{Adherence, Breaks, Lead, LoadRest, Meetings, Reshuffle};
use evenkeel_core::text::{duration, label};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Metrics {
    /// A week in a file: one JSON object with settings, planned, actual and perhaps committed
    #[arg(long, value_name = "FILE", conflicts_with = "week")]
    input: Option<PathBuf>,
    /// Any day of the week, or the week itself: 2026-11-18 or 2026-W47 [default: this week]
    #[arg(long, value_name = "WEEK")]
    week: Option<String>,
}

impl Metrics {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let Some(input) = &self.input else {
            return self.of_plan(global, page);
        };
        let measured = measure(input)?;
        print(&measured, page).map(|_| ())
    }

    /// A week of the plan, with what took the place of technical time.
    fn of_plan(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let week = self.week.as_deref().map(typed::week).transpose()?;
        let Desk { planner, moment } = global.open()?;
        let day = match week {
            Some(day) => day,
            None => planner.this_week(&moment)?.from,
        };
        let measured = planner.measured(day, &moment)?;
        if print(&measured, page)? == Printed::Json {
            return Ok(());
        }
        let went = planner.how_it_went(day, &moment)?;
        for line in &went.displaced {
            page.line(format_args!(
                "  {:<12}  {}: {}",
                "displaced", line.title, line.words
            ))?;
        }
        match went.kept_words.is_empty() {
            true => Ok(()),
            false => page.line(went.kept_words),
        }
    }
}

/// How a week was printed.
#[derive(PartialEq)]
enum Printed {
    Json,
    Text,
}

fn print(measured: &Measured, page: &mut Page<'_>) -> Result<Printed, Failure> {
    if page.json(&measured.figures)? {
        return Ok(Printed::Json);
    }
    page.line(heading(measured))?;
    for (label, text) in rows(measured) {
        page.line(format_args!("  {label:<12}  {text}"))?;
    }
    Ok(Printed::Text)
}

fn heading(measured: &Measured) -> String {
    let first = measured.first.format("%A %-d %B %Y");
    format!("The week from {first} on, {}", measured.zone)
}

fn rows(measured: &Measured) -> Vec<(&'static str, String)> {
    let figures = &measured.figures;
    let mut rows = vec![("balance", balance(&figures.balance))];
    rows.push(("plan", adherence(&figures.adherence)));
    if let Some(commitment) = &figures.commitment_adherence {
        rows.push(("commitment", adherence(commitment)));
    }
    if let Some(changes) = &figures.reshuffle {
        rows.push(("reshuffled", reshuffle(changes)));
    }
    if let Some(changes) = &figures.own_reshuffle {
        rows.push(("by oneself", reshuffle(changes)));
    }
    if let Some(held) = &figures.buffers {
        let (all, used) = (time(held.minutes), time(held.used));
        rows.push(("buffers", format!("{used} of {all} used")));
    }
    let focus = &figures.focus;
    rows.push((
        "focus",
        format!(
            "longest run {}; {} of {} in runs of 1 h 30 or more",
            time(focus.longest),
            time(focus.deep_minutes),
            time(focus.technical_minutes)
        ),
    ));
    let switches = &figures.switches;
    let (all, hard) = (switches.total, switches.hard);
    rows.push(("switches", format!("{all}, {hard} of them hard")));
    rows.push(("work", work(&figures.load_rest)));
    rows.push(("rest", rest(&figures.load_rest)));
    rows.push(("meetings", meetings(&figures.meetings)));
    let days = figures.breaks.iter().map(|day| breaks(day, measured.first));
    rows.extend(days.map(|day| ("breaks", day)));
    if 0.0 < figures.lead.faceted_minutes {
        rows.push(("leading", lead(&figures.lead)));
    }
    let personal = &figures.personal;
    for (label, leisure) in [
        ("hobby", personal.hobby),
        ("exercise", personal.exercise),
        ("relationship", personal.relationship),
    ] {
        let (done, planned) = (leisure.done, leisure.planned);
        if 0 < planned || 0.0 < leisure.minutes {
            let spent = time(leisure.minutes);
            rows.push((label, format!("{done} of {planned} done; {spent}")));
        }
    }
    rows
}

fn balance(balance: &Balance) -> String {
    let parts = Category::WORK.map(|category| {
        let minutes = time(balance.minutes.of(category));
        let share = percent(balance.shares.map(|shares| shares.of(category)));
        format!("{} {minutes} ({share})", label(category))
    });
    let away = match balance.minutes_to_move {
        Some(minutes) => format!("; {} away from the mix", time(minutes)),
        None => String::new(),
    };
    format!("{}{away}", parts.join(", "))
}

fn adherence(found: &Adherence) -> String {
    format!(
        "{} of {} kept ({}), {} moved, {} missed, {} unplanned; {} of {} done, {} on time",
        time(found.kept),
        time(found.planned),
        percent(found.recall),
        time(found.moved),
        time(found.missed),
        time(found.unplanned),
        found.blocks_done,
        count(found.blocks, "block"),
        found.blocks_on_time
    )
}

fn reshuffle(found: &Reshuffle) -> String {
    format!(
        "{} changed, {} deleted: {}; {} of the commitment stayed",
        count(found.blocks_changed, "block"),
        found.blocks_deleted,
        time(found.reshuffled_minutes),
        percent(found.plan_stability)
    )
}

fn work(found: &LoadRest) -> String {
    format!(
        "{} on {}; {} after hours, {} on other days",
        time(found.work_minutes),
        count(found.worked_days, "day"),
        time(found.after_hours),
        time(found.weekend)
    )
}

fn rest(found: &LoadRest) -> String {
    format!(
        "longest {}; {} between days under 11 h; {} without work",
        time(found.longest_rest),
        count(found.short_rests, "rest"),
        count(found.days_off, "day")
    )
}

fn meetings(found: &Meetings) -> String {
    format!(
        "{} ({} of work), {} back to back; {} without",
        time(found.meeting_minutes),
        percent(found.meeting_share),
        count(found.back_to_back, "pair"),
        count(found.meeting_free_days, "work day")
    )
}

fn breaks(found: &Breaks, first: NaiveDate) -> String {
    let lunch = match found.lunch {
        Some(true) => ", lunch",
        Some(false) => ", no lunch",
        None => "",
    };
    format!(
        "{}: {}{lunch}; longest stretch {}",
        (first + Days::new(found.day as u64)).format("%A"),
        count(found.breaks, "break"),
        time(found.longest_stretch)
    )
}

fn lead(found: &Lead) -> String {
    let share = percent(found.lead_share);
    format!("{share} of {} that say so", time(found.faceted_minutes))
}

fn time(minutes: f64) -> String {
    duration(minutes.round() as u32)
}

/// A share in words; nothing has no share.
fn percent(share: Option<f64>) -> String {
    share.map_or("\u{2013}".into(), |share| format!("{:.0} %", share * 100.0))
}

fn count(number: u32, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}
