//! Seasons: what is wanted when, as a line of dates, and what seasons are made from.

mod advice;
mod crisis;
mod edit;

pub use advice::advice;

use crate::messages::{
    ContextChoice, CrisisBlock, CrisisLine, Fault, PhaseChoice, QuestionLine, Range, SeasonChoices,
    SeasonDraft, SeasonLine, SeasonPart, SeasonState, Seasons, ShapeChoice, TargetDraft,
};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::settings::{plain, wanted};
use crate::{labels, planner};
use chrono::NaiveDate;
use evenkeel_core::season::{
    self, CONTEXTS, CRISIS_PHASES, ContextPreset, QUESTIONS, SHAPES, SUGGESTED, Shares,
};
use evenkeel_core::target::{Target, target_on};
use evenkeel_core::text;

/// What the mix is called where no season is.
const USUAL: &str = "Usual mix";

impl Planner {
    /// What is wanted in a range of dates, with all seasons and what they are made from.
    pub fn seasons(&self, range: Range, moment: &Moment) -> Result<Seasons, Fault> {
        let Range { from, until } = planner::checked(range)?;
        let targets = self.store.read(wanted)?;
        let today = moment.today(&self.home(moment)?);
        let usual = target_on(&plain(&targets), today).cloned();
        let usual = usual.unwrap_or_else(crate::settings::assumed);
        let mut seasons: Vec<&Target> = targets.iter().filter(|one| one.is_season()).collect();
        seasons.sort_by_key(|target| (target.from, target.id));
        Ok(Seasons {
            from,
            until,
            today,
            line: line(&targets, from, until),
            seasons: seasons
                .into_iter()
                .map(|season| season_line(season, &targets, today))
                .collect(),
            crisis: crisis_line(&targets, today),
            choices: choices(&usual),
            usual: TargetDraft::from(&usual),
        })
    }
}

fn line(targets: &[Target], from: NaiveDate, until: NaiveDate) -> Vec<SeasonPart> {
    let parts = season::timeline(targets, from, until).into_iter();
    let part = |part: season::Effective<'_>| {
        let target = part.target?;
        Some(SeasonPart {
            from: part.from,
            until: part.until,
            season: target.is_season().then_some(target.id),
            name: name(target).into(),
            technical: target.technical,
            management: target.management,
            growth: target.growth,
            lead: target.lead,
            words: words(target),
        })
    };
    parts.filter_map(part).collect()
}

fn season_line(season: &Target, targets: &[Target], today: NaiveDate) -> SeasonLine {
    let state = match (season.from, season.until) {
        (_, Some(until)) if until <= today => SeasonState::Past,
        (Some(from), _) if today < from => SeasonState::Coming,
        _ => SeasonState::Now,
    };
    let preset = season.preset.as_deref();
    SeasonLine {
        id: season.id,
        season: draft_of(season, today),
        state,
        crisis: preset.and_then(season::CrisisPhase::of).is_some(),
        words: words(season),
        preset_label: preset
            .and_then(season::context)
            .map(|preset| preset.label.into()),
        meets: edit::meets(season, targets, today),
    }
}

fn draft_of(season: &Target, today: NaiveDate) -> SeasonDraft {
    SeasonDraft {
        name: season.name.clone(),
        from: season.from.unwrap_or(today),
        until: season.until,
        technical: season.technical,
        management: season.management,
        growth: season.growth,
        week_minutes: season.week_minutes,
        lead: season.lead,
        context: season.context,
        preset: season.preset.clone(),
    }
}

fn crisis_line(targets: &[Target], today: NaiveDate) -> Option<CrisisLine> {
    let running = season::running(targets, today);
    let (first, phase) = running.first()?;
    Some(CrisisLine {
        from: first.from.unwrap_or(today),
        phase: phase.label.into(),
        about: phase.about.into(),
        phases_left: running.len() as u32,
    })
}

/// What a target is called.
fn name(target: &Target) -> &str {
    match target.is_season() {
        true => &target.name,
        false => USUAL,
    }
}

/// "60 technical, 30 management, 10 growth of 40 h; 40 % why and where, 60 % how and when".
fn words(target: &Target) -> String {
    let (technical, management, growth) = (target.technical, target.management, target.growth);
    let hours = text::duration(target.week_minutes);
    let mix = format!("{technical} technical, {management} management, {growth} growth of {hours}");
    match target.lead {
        Some(lead) => format!("{mix}; {}", labels::lead(lead)),
        None => mix,
    }
}

fn choices(usual: &Target) -> SeasonChoices {
    let mix = Shares {
        technical: usual.technical,
        management: usual.management,
        growth: usual.growth,
    };
    let shapes = SHAPES.iter().map(|shape| {
        let shares = shape.applied(mix, usual.week_minutes);
        ShapeChoice {
            name: shape.name.into(),
            label: shape.label.into(),
            about: shape.about.into(),
            technical: shares.technical,
            management: shares.management,
            growth: shares.growth,
            origin: shape.origin.words().into(),
        }
    });
    let questions = QUESTIONS.iter().chain([&advice::SURROUNDINGS]);
    SeasonChoices {
        contexts: CONTEXTS.iter().map(context_choice).collect(),
        shapes: shapes.collect(),
        questions: questions
            .map(|question| QuestionLine {
                asks: question.asks.into(),
                answers: question.answers.map(String::from).to_vec(),
            })
            .collect(),
        phases: CRISIS_PHASES
            .iter()
            .map(|phase| PhaseChoice {
                label: phase.label.into(),
                about: phase.about.into(),
                from_day: phase.from_day as u32,
                lead: phase.lead,
            })
            .collect(),
        blocks: SUGGESTED
            .iter()
            .map(|block| CrisisBlock {
                name: block.name.into(),
                title: block.title.into(),
                about: block.about.into(),
                category: block.category,
                length_words: text::duration(block.minutes),
                from_day: block.from_day as u32,
            })
            .collect(),
    }
}

fn context_choice(preset: &ContextPreset) -> ContextChoice {
    ContextChoice {
        name: preset.name.into(),
        label: preset.label.into(),
        about: preset.about.into(),
        lead: preset.lead,
        origin: preset.origin.words().into(),
    }
}
