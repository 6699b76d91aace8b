//! Settings, the wanted mix, the category rules, and the first run.

use crate::messages::{Fault, Outcome, Range, RuleDraft, TargetDraft};
use crate::moment::Moment;
use crate::outcome::Saved;
use crate::planner::Planner;
use evenkeel_core::event::{Event, EventId};
use evenkeel_core::rule::{self, Rule};
use evenkeel_core::settings::{Settings, SettingsRefusal};
use evenkeel_core::target::{Target, TargetId, TargetRefusal, target_on};
use evenkeel_store::{Error, Tx, View};

use chrono::NaiveDate;
use evenkeel_core::category::Category;
use evenkeel_core::event::CategoryBy;

impl Planner {
    /// The usual mix of a day: what is wanted where no season is.
    pub fn target(&self, day: NaiveDate) -> Result<TargetDraft, Fault> {
        let targets = plain(&self.store.read(wanted)?);
        let target = target_on(&targets, day).cloned();
        Ok(TargetDraft::from(&target.unwrap_or_else(assumed)))
    }

    /// The category rules in the order in which they decide.
    pub fn rules(&self) -> Result<Vec<RuleDraft>, Fault> {
        let rules = self.store.read(rules_in)?;
        Ok(rules
            .into_iter()
            .map(|rule| RuleDraft {
                field: rule.field,
                words: rule.words,
                category: rule.category,
            })
            .collect())
    }

    pub(crate) fn set_settings(
        &self,
        settings: Settings,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        settings.check(&self.zones)?;
        self.write("change settings", "Settings saved.", seen, moment, |tx| {
            // What the planner itself keeps here does not come from the window.
            let own_rules = tx.settings()?.own_rules;
            Ok(tx.put_settings(Settings {
                own_rules,
                ..settings
            })?)
        })
    }

    pub(crate) fn set_target(
        &self,
        draft: TargetDraft,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        self.write("change the mix", "Mix saved.", seen, moment, |tx| {
            put_target(tx, &draft)
        })
    }

    pub(crate) fn welcome(
        &self,
        settings: Settings,
        target: TargetDraft,
        seen: &Range,
    ) -> Result<Outcome, Fault> {
        settings.check(&self.zones)?;
        let settings = Settings {
            first_run_done: true,
            ..settings
        };
        let committed = self.store.begin(|tx| {
            put_target(tx, &target)?;
            Ok::<(), Fault>(tx.put_settings(settings)?)
        })?;
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: None,
            main: None,
            said: "Your week is ready.".into(),
        };
        Ok(self.outcome(saved, seen)?)
    }

    pub(crate) fn set_rules(
        &self,
        drafts: Vec<RuleDraft>,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let mut kept = Vec::new();
        for draft in drafts {
            let words: Vec<String> = draft
                .words
                .iter()
                .map(|word| word.trim().to_string())
                .filter(|word| !word.is_empty())
                .collect();
            if words.is_empty() {
                return Err(Fault::refused(
                    "A rule has no words to look for.",
                    "Give it a word or a phrase, or remove it.",
                )
                .at("rules"));
            }
            kept.push(RuleDraft { words, ..draft });
        }
        self.write(
            "change the rules",
            "Rules saved and applied.",
            seen,
            moment,
            |tx| {
                let settings = tx.settings()?;
                if !settings.own_rules {
                    tx.put_settings(Settings {
                        own_rules: true,
                        ..settings
                    })?;
                }
                for old in tx.rules()? {
                    tx.remove_rule(old.id)?;
                }
                for (draft, position) in kept.into_iter().zip(0..) {
                    let id = tx.new_rule_id()?;
                    tx.put_rule(Rule {
                        id,
                        position,
                        field: draft.field,
                        words: draft.words,
                        category: draft.category,
                    })?;
                }
                recategorize(tx)?;
                Ok(())
            },
        )
    }

    pub(crate) fn apply_rules(&self, seen: &Range, moment: &Moment) -> Result<Outcome, Fault> {
        let outcome = self.write("apply the rules", "", seen, moment, |tx| {
            recategorize(tx).map(|_| ())
        })?;
        Ok(outcome.told("Rules applied; what you chose by hand stayed.".into()))
    }

    pub(crate) fn set_event_category(
        &self,
        event: EventId,
        category: Option<Category>,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let named = self
            .store
            .event(event)?
            .ok_or_else(|| Fault::gone("event"))?;
        let said = match category {
            Some(category) => format!("{} is {} now.", named.title, category.name()),
            None => format!("{} follows the rules again.", named.title),
        };
        let label = format!("recategorize {}", crate::labels::title(&named.title));
        self.write(&label, &said, seen, moment, |tx| {
            let rules = rules_in(tx)?;
            // A series and its overrides are one thing to a person.
            for mut event in tx.events_of(named.feed)? {
                if event.uid != named.uid {
                    continue;
                }
                match category {
                    Some(category) => {
                        event.category = category;
                        event.category_by = CategoryBy::Hand;
                    }
                    None => match named_by_file(&event) {
                        Some(category) => {
                            event.category = category;
                            event.category_by = CategoryBy::File;
                        }
                        None => {
                            event.category_by = CategoryBy::Guess;
                            rule::categorize(&mut event, &rules);
                        }
                    },
                }
                tx.put_event(event)?;
            }
            Ok(())
        })
    }

    /// A write that is not about blocks: everything in view is read again after it.
    pub(crate) fn write(
        &self,
        label: &str,
        said: &str,
        seen: &Range,
        moment: &Moment,
        change: impl FnOnce(&mut Tx<'_>) -> Result<(), Fault>,
    ) -> Result<Outcome, Fault> {
        let committed = self.transact(label, moment, change)?;
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: None,
            main: None,
            said: said.into(),
        };
        Ok(self.outcome(saved, seen)?)
    }
}

/// The rules that hold: the ones that come along until the person changed them.
pub(crate) fn rules_in(view: &View<'_>) -> Result<Vec<Rule>, Error> {
    match view.settings()?.own_rules {
        true => view.rules(),
        false => Ok(rule::shipped()),
    }
}

/// The targets, seasons among them; with an assumed usual mix while none was set.
pub(crate) fn wanted(view: &View<'_>) -> Result<Vec<Target>, Error> {
    let mut targets = view.targets()?;
    if targets.iter().all(Target::is_season) {
        targets.push(assumed());
    }
    Ok(targets)
}

/// The targets that are no seasons.
pub(crate) fn plain(targets: &[Target]) -> Vec<Target> {
    let usual = targets.iter().filter(|target| !target.is_season());
    usual.cloned().collect()
}

impl From<&Target> for TargetDraft {
    fn from(target: &Target) -> TargetDraft {
        TargetDraft {
            from: target.from,
            technical: target.technical,
            management: target.management,
            growth: target.growth,
            week_minutes: target.week_minutes,
        }
    }
}

/// The rule that gave an event its category, if one did.
pub(crate) fn deciding<'r>(rules: &'r [Rule], event: &Event) -> Option<&'r Rule> {
    rules
        .iter()
        .filter(|rule| rule.matches(&event.title, &event.organizer))
        .min_by_key(|rule| (rule.position, rule.id))
}

/// The category that the calendar itself names, if one of its labels is called like one of ours.
fn named_by_file(event: &Event) -> Option<Category> {
    let mut labels = event.labels.iter();
    labels.find_map(|label| Category::from_name(label))
}

/// What is assumed before anybody chose: the mix of a player-coach and a common work week.
pub(crate) fn assumed() -> Target {
    Target::plain(TargetId(0), None, [40, 50, 10], 38 * 60)
}

/// Lets the rules decide again for every event that nobody chose a category for.
fn recategorize(tx: &mut Tx<'_>) -> Result<usize, Fault> {
    let rules = rules_in(tx)?;
    let mut changed = 0;
    for feed in tx.feeds()? {
        for mut event in tx.events_of(feed.id)? {
            if rule::categorize(&mut event, &rules) {
                tx.put_event(event)?;
                changed += 1;
            }
        }
    }
    Ok(changed)
}

/// A usual mix from a day on: the one before ends there, one that began the same day is replaced.
/// Seasons are left alone.
fn put_target(tx: &mut Tx<'_>, draft: &TargetDraft) -> Result<(), Fault> {
    let targets = plain(&tx.targets()?);
    let id = match targets.iter().find(|target| target.from == draft.from) {
        Some(same) => same.id,
        None => tx.new_target_id()?,
    };
    let shares = [draft.technical, draft.management, draft.growth];
    let target = Target::plain(id, draft.from, shares, draft.week_minutes);
    target.check()?;
    Ok(tx.put_target(target)?)
}

impl From<TargetRefusal> for Fault {
    fn from(refusal: TargetRefusal) -> Fault {
        match refusal {
            TargetRefusal::SharesNotWhole { sum } => Fault::refused(
                format!("The three shares sum to {sum} %."),
                "Make them sum to 100 %.",
            ),
            TargetRefusal::WeekMinutes { .. } => Fault::refused(
                "A week needs between 1 minute and 168 hours of work.",
                "Set the hours you want to work in a week.",
            ),
            TargetRefusal::EndsBeforeItBegins => {
                Fault::refused("The mix would end before it begins.", "Choose a later end.")
            }
        }
        .at(refusal.field())
    }
}

impl From<SettingsRefusal> for Fault {
    fn from(refusal: SettingsRefusal) -> Fault {
        let field = refusal.field();
        match refusal {
            SettingsRefusal::UnknownZone { name } => Fault::refused(
                format!("No time zone is called \u{201c}{name}\u{201d}."),
                "Choose one from the list, such as Europe/Berlin.",
            ),
            SettingsRefusal::WorkHours { weekday } => Fault::refused(
                format!(
                    "The work hours of {} end before they begin.",
                    weekday_name(weekday)
                ),
                "Choose a later end or an earlier start.",
            ),
            SettingsRefusal::WeekStart { .. } => {
                Fault::refused("That is no weekday.", "Choose Monday to Sunday.")
            }
            SettingsRefusal::DayStart { .. } => Fault::refused(
                "A day cannot begin that late.",
                "Choose a time between midnight and noon.",
            ),
            SettingsRefusal::Snap { minutes } => Fault::refused(
                format!("Blocks cannot snap to {minutes} minutes."),
                "Choose one of the steps on offer.",
            ),
            SettingsRefusal::GrowthMinimum { .. } => Fault::refused(
                "The growth minimum is longer than a week.",
                "Choose a smaller one; 60 minutes is a common start.",
            ),
            SettingsRefusal::HourHeight { .. } => Fault::refused(
                "Hours cannot be drawn that high or that low.",
                "Use + and - in the week.",
            ),
            SettingsRefusal::Weight { .. } => Fault::refused(
                "How much a wish counts has five levels, from 0 to 4.",
                "Choose one of them.",
            ),
            SettingsRefusal::PeakHours => Fault::refused(
                "Your best hours end before they begin.",
                "Choose a later end or an earlier start.",
            ),
            SettingsRefusal::UnknownRole { name } => Fault::refused(
                format!("No role is called \u{201c}{name}\u{201d}."),
                "Choose one of the roles on offer.",
            ),
        }
        .at(field)
    }
}

pub(crate) fn weekday_name(weekday: u8) -> &'static str {
    const NAMES: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    NAMES[usize::from(weekday % 7)]
}
