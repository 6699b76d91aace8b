//! Adding in words: a line is read in the plan it is typed for. What the words mean is decided in
//! the core; here they get a category, and what cannot be kept becomes a sentence.

use crate::messages::{Fault, QuickReading, ReadPart, Words};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::settings::rules_in;
use chrono::Weekday;
use evenkeel_core::category::Category;
use evenkeel_core::event::CategoryBy;
use evenkeel_core::quick::{self, Context, DayOrder, Reading, Unread};
use evenkeel_core::rule::{Rule, category_of};
use evenkeel_core::settings::Settings;
use evenkeel_core::time::Zone;
use evenkeel_store::{Error, View};

/// How long something takes that says only when it begins.
const USUAL_MINUTES: u32 = 60;

/// What a line is read against.
pub(crate) struct Here {
    settings: Settings,
    home: Zone,
    rules: Vec<Rule>,
}

impl Here {
    pub(crate) fn read(view: &View<'_>, planner: &Planner, moment: &Moment) -> Result<Here, Error> {
        let settings = view.settings()?;
        Ok(Here {
            home: moment.home(&settings, &planner.zones),
            rules: rules_in(view)?,
            settings,
        })
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn home(&self) -> &Zone {
        &self.home
    }

    /// Reads a line; its category is known afterwards.
    pub(crate) fn reading(&self, words: &Words, moment: &Moment) -> Result<Reading, Unread> {
        let context = Context {
            today: moment.today(&self.home),
            now: moment.wall(&self.home),
            week_starts_on: Weekday::try_from(self.settings.week_starts_on % 7)
                .unwrap_or(Weekday::Mon),
            default_minutes: USUAL_MINUTES,
            order: DayOrder::of_tag(&words.region),
        };
        let mut reading = quick::read(&words.text, &context)?;
        if words.to_backlog {
            reading = reading.without_time()?;
        }
        let otherwise = || words.category.unwrap_or_else(|| self.guess(&reading.title));
        reading.category = Some(reading.category.unwrap_or_else(otherwise));
        Ok(reading)
    }

    /// The category of a rule that knows the title. The rules' own guess is meant for meetings.
    fn guess(&self, title: &str) -> Category {
        match category_of(&self.rules, title, "") {
            (category, CategoryBy::Rule) => category,
            _ => Category::Technical,
        }
    }
}

impl Planner {
    /// What a line would become, before it is kept.
    pub fn read_words(&self, words: &Words, moment: &Moment) -> Result<QuickReading, Fault> {
        let here = self.store.read(|view| Here::read(view, self, moment))?;
        let reading = match here.reading(words, moment) {
            Ok(reading) => reading,
            Err(unread) => {
                return Ok(QuickReading {
                    sentence: String::new(),
                    parts: Vec::new(),
                    title: String::new(),
                    category: words.category.unwrap_or(Category::Technical),
                    category_named: false,
                    start: None,
                    task: false,
                    repeats: false,
                    refused: (unread != Unread::Empty).then(|| unread.into()),
                });
            }
        };
        let named = |part: &quick::Part| part.kind == quick::PartKind::Category;
        Ok(QuickReading {
            sentence: reading.sentence(),
            category: reading.category.unwrap_or(Category::Technical),
            category_named: reading.parts.iter().any(named),
            start: reading.when.map(|when| when.start),
            task: reading.is_task(),
            repeats: reading.repeats.is_some(),
            refused: None,
            parts: parts(&words.text, &reading),
            title: reading.title,
        })
    }
}

/// The parts by characters as the page counts them.
fn parts(text: &str, reading: &Reading) -> Vec<ReadPart> {
    let units = |until: usize| {
        let units = text.get(..until).unwrap_or_default().encode_utf16().count();
        u32::try_from(units).unwrap_or(u32::MAX)
    };
    let read = reading.parts.iter().map(|part| ReadPart {
        from: units(part.span.start),
        until: units(part.span.end),
        kind: part.kind,
        meaning: part.meaning.clone(),
    });
    read.collect()
}
