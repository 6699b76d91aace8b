//! A reading in words: what the line means, before it is kept.

use super::candidate::What;
use super::marks::Mark;
use super::{Reading, When};
use crate::repeat::{Ends, Repeat};
use crate::task::Energy;
use crate::text;
use chrono::{Datelike, NaiveDate, NaiveDateTime};

impl Reading {
    /// One plain sentence: "Tuesday 24 November, 09:00 to 10:30, technical: design review". Notes
    /// on what was chosen stand behind it.
    pub fn sentence(&self) -> String {
        let mut said = self.plain();
        for note in &self.notes {
            if !said.ends_with('.') {
                said.push('.');
            }
            said.push(' ');
            said += note;
        }
        said
    }

    fn plain(&self) -> String {
        let mut facts = match &self.when {
            Some(when) => vec![self.day_words(when), clock_words(when)],
            None => {
                let mut facts = vec!["Backlog".to_string()];
                facts.extend(self.task_facts());
                facts
            }
        };
        facts.extend(self.category.map(|category| category.name().to_string()));
        facts.extend(self.tags.iter().map(|tag| format!("#{tag}")));
        facts.extend(self.goal.iter().map(|goal| format!("for {goal}")));
        let title = match self.title.as_str() {
            "" => "untitled block",
            title => title,
        };
        let said = format!("{}: {title}", facts.join(", "));
        match self.when.is_some() && self.is_task() {
            true => format!("{said}. In the backlog: {}", self.task_facts().join(", ")),
            false => said,
        }
    }

    fn task_facts(&self) -> Vec<String> {
        let due = self.due.map(|due| format!("due {}", self.date_words(due)));
        let length = self.estimate.map(text::duration);
        let energy = self.energy.map(|energy| energy_words(energy).to_string());
        [length, due, energy].into_iter().flatten().collect()
    }

    fn day_words(&self, when: &When) -> String {
        let Some(repeats) = &self.repeats else {
            return match (when.date - self.today).num_days() {
                0 => format!("Today, {}", self.date_words(when.date)),
                1 => format!("Tomorrow, {}", self.date_words(when.date)),
                _ => self.date_words(when.date),
            };
        };
        let first = self.short_date(when.date);
        let until = match repeats.ends {
            Ends::Never => String::new(),
            Ends::Until { day } => format!(" until {}", self.short_date(day)),
            Ends::Count { times: 1 } => " once".into(),
            Ends::Count { times } => format!(" {times} times"),
        };
        format!("{} from {first}{until}", repeat_words(repeats, when))
    }

    fn short_date(&self, date: NaiveDate) -> String {
        let format = match date.year() == self.today.year() {
            true => "%-d %B",
            false => "%-d %B %Y",
        };
        date.format(format).to_string()
    }

    /// "Tuesday 24 November", with the year where it is not this one.
    fn date_words(&self, date: NaiveDate) -> String {
        format!("{} {}", date.format("%A"), self.short_date(date))
    }
}

/// What some words were read as.
pub(super) fn meaning(what: &What, reading: &Reading) -> String {
    let when = |of: &dyn Fn(&When) -> String| reading.when.as_ref().map(of).unwrap_or_default();
    match what {
        What::Day(_) | What::Due { .. } => {
            let due = || {
                reading
                    .due
                    .map(|due| format!("due {}", reading.date_words(due)))
            };
            match (what, &reading.when) {
                (What::Day(_), Some(when)) => reading.date_words(when.date),
                _ => due().unwrap_or_default(),
            }
        }
        What::Time(_) => when(&clock_words),
        What::FromNow(_) => when(&|when| reading.day_words(when) + ", " + &clock_words(when)),
        What::Length(minutes) | What::Estimate(minutes) => text::duration(*minutes),
        What::Repeats(_) => match (&reading.repeats, &reading.when) {
            (Some(repeat), Some(when)) => repeat_words(repeat, when),
            _ => String::new(),
        },
        What::Ends(_) => match reading.repeats.as_ref().map(|repeat| repeat.ends) {
            Some(Ends::Until { day }) => format!("until {}", reading.date_words(day)),
            Some(Ends::Count { times }) => format!("{times} times"),
            _ => String::new(),
        },
        What::Mark(Mark::Category(category)) => category.name().into(),
        What::Mark(Mark::Tag(tag)) => format!("tag {tag}"),
        What::Mark(Mark::Goal(goal)) => format!("goal {goal}"),
        What::Mark(Mark::Energy(energy)) => energy_words(*energy).into(),
    }
}

fn energy_words(energy: Energy) -> &'static str {
    match energy {
        Energy::Low => "low energy",
        Energy::Medium => "medium energy",
        Energy::High => "high energy",
    }
}

/// "09:00 to 10:30", "22:00 to 01:00 on Wednesday".
fn clock_words(when: &When) -> String {
    let clock = |wall: NaiveDateTime| wall.format("%H:%M").to_string();
    let (start, end) = (clock(when.start), clock(when.end));
    match (when.end.date() - when.start.date()).num_days() {
        0 => format!("{start} to {end}"),
        1..=6 => format!("{start} to {end} on {}", when.end.format("%A")),
        _ => format!("{start} to {end} on {}", when.end.format("%A %-d %B")),
    }
}

/// "Every second Tuesday", without its end.
fn repeat_words(repeat: &Repeat, when: &When) -> String {
    let words = repeat.clone().ending(Ends::Never).words(when.start);
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
