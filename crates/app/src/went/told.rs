//! How a week went, in words. What the figures are is decided in the core.

use super::causes::{Causes, by_cause};
use super::load::Known;
use crate::labels;
use crate::messages::{
    BlocksWent, CategoryWent, CommitmentFigure, DaySaid, MissedLine, OftenMoved, ReshuffledWeek,
    RoomWent, WeekActual, WentState,
};
use crate::moment::Moment;
use chrono::NaiveDate;
use evenkeel_core::actual::Entry;
use evenkeel_core::category::Category;
use evenkeel_core::commitment::{Changed, Reshuffle};
use evenkeel_core::metrics::{
    Adherence, Buffers, COMPLETE, Figures, Kept, Missed, coverage, days, displaced, figures,
};
use evenkeel_core::stretch::Stretch;
use evenkeel_core::text::duration;
use evenkeel_core::time::{Instant, Span};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many of the blocks moved most often are told.
const MOST_OFTEN: usize = 5;

/// A week, told. `noted` is what was noted about changes in the last weeks.
pub(super) fn week(
    known: &Known,
    commitment: Option<CommitmentFigure>,
    noted: &[Reshuffle],
    moment: &Moment,
    rev: u32,
) -> WeekActual {
    let record = &known.record;
    let found = figures(record);
    let within = record.within();
    let actual: Vec<Stretch> = record.actual.iter().map(|entry| entry.stretch).collect();
    let came_up: Vec<(Instant, &str)> = came_up(&known.entries);
    let noted_at: Vec<Instant> = came_up.iter().map(|(at, _)| *at).collect();
    let missed = displaced(&record.planned, &actual, &noted_at, within);
    let causes = Causes {
        known,
        came_up: &came_up,
    };
    let state = match record.week.span() {
        span if moment.now < span.start => WentState::Ahead,
        span if moment.now < span.end => WentState::GoesOn,
        _ => WentState::Over,
    };
    let recorded = actual.iter().any(|one| one.span.overlaps(within));
    let (headline, about) = headline(&found.adherence, recorded, state);
    let coverage = covered(known, &actual, within);
    let displaced_lines = by_cause(&causes, &missed, Category::Technical);
    let displaced_minutes = displaced_lines.iter().map(|line| line.minutes).sum();
    WeekActual {
        rev,
        week: record.week.first(),
        state,
        headline,
        about,
        is_empty: found.adherence.planned <= 0.0 && !recorded && commitment.is_none(),
        recall: found.adherence.recall.filter(|_| recorded),
        committed_recall: committed(&found)
            .and_then(|one| one.recall)
            .filter(|_| recorded),
        committed_words: committed(&found)
            .and_then(|one| one.recall)
            .filter(|_| recorded)
            .map_or_else(String::new, |recall| {
                format!("{} of what was committed", percent(recall))
            }),
        volume: found.adherence.volume.filter(|_| recorded),
        volume_words: volume(&found.adherence, recorded),
        categories: categories(&found.adherence),
        most_minutes: most(&found.adherence),
        blocks: blocks(&found.adherence),
        reshuffled: commitment.map(reshuffled),
        often: often(noted),
        room: found.buffers.map(room),
        displaced_words: match displaced_minutes {
            0 => String::new(),
            minutes => format!(
                "{} of technical time did not happen when it was planned",
                duration(minutes)
            ),
        },
        displaced: displaced_lines,
        displaced_minutes,
        missed: missed.iter().map(|one| line(one, &causes)).collect(),
        days: days_said(known),
        coverage: coverage.0,
        is_complete: coverage.0.is_some_and(|coverage| COMPLETE <= coverage),
        coverage_words: coverage_words(coverage, state),
        context: known.context,
        is_kept: known.is_kept,
        kept_words: match known.is_kept {
            true => "The plan was changed after the week was over. This is about what was planned \
                     when it ended."
                .into(),
            false => String::new(),
        },
    }
}

/// What was noted while something was recorded, by time.
fn came_up(entries: &[Rc<Entry>]) -> Vec<(Instant, &str)> {
    let noted = entries.iter().flat_map(|entry| &entry.noted);
    noted.map(|one| (one.at, one.word.as_str())).collect()
}

fn committed(found: &Figures) -> Option<&Adherence> {
    found.commitment_adherence.as_ref()
}

fn headline(found: &Adherence, recorded: bool, state: WentState) -> (String, String) {
    let so_far = match state {
        WentState::GoesOn => " so far",
        _ => "",
    };
    let planned = 0.0 < found.planned;
    match (found.recall, state) {
        (_, WentState::Ahead) => (
            "This week has not begun".into(),
            "Once time is recorded in it, how it went beside the plan is shown here.".into(),
        ),
        (Some(recall), _) if recorded => (
            format!("{} kept where planned{so_far}", percent(recall)),
            format!(
                "{} of {} planned happened when it was planned.",
                minutes(found.kept),
                minutes(found.planned)
            ),
        ),
        _ if recorded => (
            format!("Nothing was planned{so_far}"),
            format!("{} was recorded.", minutes(found.unplanned)),
        ),
        _ if planned => (
            format!("Nothing is recorded{so_far}"),
            "Start a block, enter what happened, or say that a day went as planned: then this shows \
             what was kept, moved and missed."
                .into(),
        ),
        _ => (
            format!("Nothing was planned or recorded{so_far}"),
            "Plan blocks in the week and record what happens: then this shows what was kept, moved \
             and missed."
                .into(),
        ),
    }
}

fn volume(found: &Adherence, recorded: bool) -> String {
    match found.volume.filter(|_| recorded) {
        Some(volume) => format!(
            "{} of the planned time was spent, then or at another time",
            percent(volume)
        ),
        None => String::new(),
    }
}

fn categories(found: &Adherence) -> Vec<CategoryWent> {
    let each = Category::ALL.into_iter().zip(&found.by_category);
    each.filter(|(_, one)| 0.0 < one.planned || 0.0 < one.unplanned)
        .map(|(category, one)| went(category, one))
        .collect()
}

fn went(category: Category, of: &Kept) -> CategoryWent {
    // Rounded along the sum, so that the parts add up to the whole.
    let [kept, moved, missed] = whole_parts([of.kept, of.moved, of.missed]);
    let (planned, unplanned) = (kept + moved + missed, whole(of.unplanned));
    let rest = [
        (moved, "moved"),
        (missed, "missed"),
        (unplanned, "unplanned"),
    ];
    let rest = rest.iter().filter(|(minutes, _)| 0 < *minutes);
    let rest: Vec<String> = rest
        .map(|(minutes, word)| format!("{} {word}", duration(*minutes)))
        .collect();
    CategoryWent {
        category,
        planned,
        kept,
        moved,
        missed,
        unplanned,
        kept_words: match planned {
            0 => "not planned".into(),
            _ => format!("{} of {} kept", duration(kept), duration(planned)),
        },
        rest_words: rest.join(", "),
    }
}

fn most(found: &Adherence) -> u32 {
    let all = found.by_category.iter();
    let most = all
        .map(|one| one.planned + one.unplanned)
        .fold(0.0, f64::max);
    whole(most)
}

fn blocks(found: &Adherence) -> BlocksWent {
    let median_delay = median(&found.start_delays_min).map(whole);
    let (planned, done, on_time) = (found.blocks, found.blocks_done, found.blocks_on_time);
    let mut words = match planned {
        0 => String::new(),
        _ => format!(
            "{done} of {} done, {on_time} begun on time",
            labels::count(planned as usize, "block")
        ),
    };
    if let Some(delay) = median_delay {
        words += &match delay {
            0 => ", half of them at once".into(),
            delay => format!(", half of them within {}", duration(delay)),
        };
    }
    BlocksWent {
        planned,
        done,
        on_time,
        completion: found.completion,
        median_delay,
        words,
    }
}

fn reshuffled(figure: CommitmentFigure) -> ReshuffledWeek {
    let changed = |line: &crate::messages::Outline| line.changed.is_some();
    let words = match (figure.changes, figure.reasons_words.as_str()) {
        (0, _) => "Nothing was changed".into(),
        (changes, reasons) => {
            format!("{}: {reasons}", labels::count(changes as usize, "change"))
        }
    };
    ReshuffledWeek {
        changes: figure.changes,
        stability: figure.stability,
        own_stability: figure.own_stability,
        stability_words: figure.stability_words,
        words,
        lines: figure.outlines.into_iter().filter(changed).collect(),
    }
}

/// The blocks that were changed most often, by what they are called.
fn often(noted: &[Reshuffle]) -> Vec<OftenMoved> {
    let mut times: BTreeMap<String, (u32, &str)> = BTreeMap::new();
    let moved = noted
        .iter()
        .filter(|note| note.commitment.is_some() && note.changed != Changed::Unprotected);
    for note in moved {
        let title = labels::title(&note.title);
        let (times, last) = times.entry(title.to_lowercase()).or_insert((0, title));
        (*times, *last) = (*times + 1, title);
    }
    let mut most: Vec<(u32, &str)> = times.into_values().filter(|(n, _)| 1 < *n).collect();
    most.sort_by_key(|(times, title)| (u32::MAX - times, *title));
    most.truncate(MOST_OFTEN);
    most.into_iter()
        .map(|(times, title)| OftenMoved {
            title: title.into(),
            times,
            words: format!("{times} times in {} weeks", super::WEEKS_OF_MOVES),
        })
        .collect()
}

fn room(of: Buffers) -> RoomWent {
    let [used, free] = whole_parts([of.used, of.free]);
    RoomWent {
        minutes: used + free,
        used,
        free,
        words: format!(
            "{} of {} kept free was used",
            duration(used),
            duration(used + free)
        ),
    }
}

fn line(missed: &Missed, causes: &Causes<'_>) -> MissedLine {
    let home = &causes.known.record.home;
    let (start, end) = (home.wall(missed.span.start), home.wall(missed.span.end));
    let named = causes.known.plan.get(missed.of);
    MissedLine {
        key: named.map(|named| named.key.clone()).unwrap_or_default(),
        title: named.map_or_else(String::new, |named| labels::title(&named.title).into()),
        category: missed.category,
        start,
        end,
        minutes: whole(missed.span.seconds() as f64 / 60.0),
        when_words: labels::stretch(start, end),
        by_words: causes.in_words(&missed.parts),
        entry: causes.first_entry(&missed.parts),
    }
}

/// What was said of the days.
fn days_said(known: &Known) -> Vec<DaySaid> {
    let record = &known.record;
    let each = record.week.days().map(|(day, _)| {
        let note = known.notes.iter().find(|note| note.day == day);
        let felt = known.feelings.iter().find(|felt| felt.day == day);
        let energy = felt.and_then(|felt| felt.energy);
        let closed = note.and_then(|note| note.closed);
        let parts = [
            closed.map(|at| {
                let at = record.home.wall(Instant(at));
                format!("closed at {}", at.format("%H:%M"))
            }),
            energy.map(|energy| format!("energy {energy} of 5")),
            felt.and_then(|felt| felt.switched_off)
                .map(|switched_off| match switched_off {
                    true => "switched off the evening before".into(),
                    false => "did not switch off the evening before".into(),
                }),
        ];
        let words: Vec<String> = parts.into_iter().flatten().collect();
        DaySaid {
            day,
            day_words: day.format("%A").to_string(),
            energy,
            words: labels::sentence_case(&words.join(", ")),
            line: note.map(|note| note.line.clone()).unwrap_or_default(),
        }
    });
    each.filter(|said| !said.words.is_empty() || !said.line.is_empty())
        .collect()
}

/// Days with anything recorded ÷ work days, with both.
fn covered(known: &Known, actual: &[Stretch], within: Span) -> (Option<f64>, u32, u32) {
    let record = &known.record;
    let all = days(&record.week, within.end, &record.rules, &record.home);
    let cut: Vec<Stretch> = actual
        .iter()
        .map(|one| Stretch {
            span: one.span.intersection(within),
            ..*one
        })
        .filter(|one| 0 < one.span.seconds())
        .collect();
    let works = |day: &&evenkeel_core::metrics::Day| day.hours.is_some();
    let work_days = all.iter().filter(works).count() as u32;
    let recorded = all
        .iter()
        .filter(|day| cut.iter().any(|one| one.span.overlaps(day.span)));
    (coverage(&cut, &all), recorded.count() as u32, work_days)
}

fn coverage_words((coverage, recorded, days): (Option<f64>, u32, u32), state: WentState) -> String {
    let Some(coverage) = coverage else {
        return String::new();
    };
    let words = format!(
        "Something was recorded on {}; the week has {}",
        labels::count(recorded as usize, "day"),
        labels::count(days as usize, "work day"),
    );
    match coverage < COMPLETE && state == WentState::Over {
        true => format!("{words}. It is incomplete: it is not compared with other weeks."),
        false => format!("{words}."),
    }
}

/// The middle of some values, the mean of two in the middle.
fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some((lower + upper) / 2.0)
}

/// Minutes as whole ones that add up to the rounded whole.
pub(super) fn whole_parts<const N: usize>(parts: [f64; N]) -> [u32; N] {
    let (mut sum, mut told) = (0.0, 0);
    parts.map(|part| {
        sum += part;
        let upto = whole(sum);
        let part = upto - told;
        told = upto;
        part
    })
}

pub(super) fn whole(minutes: f64) -> u32 {
    minutes.round().max(0.0) as u32
}

fn minutes(minutes: f64) -> String {
    duration(whole(minutes))
}

fn percent(share: f64) -> String {
    // What was not kept in full is not told as a hundred.
    let percent = match share < 1.0 {
        true => (share * 100.0).round().min(99.0),
        false => 100.0,
    };
    format!("{percent} %")
}

/// First days of the weeks whose changes count as often moved.
pub(super) fn weeks_of_moves(first: NaiveDate) -> std::ops::Range<NaiveDate> {
    let back = chrono::Days::new(7 * (super::WEEKS_OF_MOVES - 1));
    let from = first.checked_sub_days(back).unwrap_or(first);
    from..first.succ_opt().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_minutes_add_up_to_the_rounded_whole() {
        assert_eq!(whole_parts([0.5, 0.5, 0.5]), [1, 0, 1]);
        assert_eq!(whole_parts([10.4, 10.4, 10.4]), [10, 11, 10]);
        assert_eq!(whole_parts([]), [0u32; 0]);
    }

    #[test]
    fn the_middle_of_nothing_is_nothing_and_of_two_their_mean() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[9.0, 1.0]), Some(5.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
    }

    #[test]
    fn what_is_almost_kept_is_not_told_as_kept_in_full() {
        assert_eq!(percent(0.999), "99 %");
        assert_eq!(percent(1.0), "100 %");
        assert_eq!(percent(0.704), "70 %");
    }
}
