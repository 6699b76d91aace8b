//! The numbers above the grid, put into words. What they are is decided in the core.

mod lines;

use crate::commitment;
use crate::labels;
use crate::messages::{CategoryFigure, Figures, HintKind, HintLine, LeadFigure};
use crate::scene::Scene;
use chrono::NaiveDate;
use evenkeel_core::balance::{Mix, balance, personal_minutes};
use evenkeel_core::block::Block;
use evenkeel_core::boundary::violations;
use evenkeel_core::category::Category;
use evenkeel_core::hints::{Hint, hints};
use evenkeel_core::metrics::{Entry, Planned, buffers, is_lead_told, lead};
use evenkeel_core::season::wanted;
use evenkeel_core::stretch::Stretch;
use evenkeel_core::text;
use evenkeel_core::time::{Span, Zone, Zones};

/// The planned balance of the week that holds a day, with these blocks as one's own.
pub(crate) fn figures(scene: &Scene, blocks: &[Block], day: NaiveDate, zones: &Zones) -> Figures {
    let week = scene.week_of(day);
    let keyed = scene.keyed(blocks, week.span(), zones);
    let stretches: Vec<Stretch> = keyed.iter().map(|(_, stretch)| *stretch).collect();
    let Scene {
        boundaries,
        settings,
        home,
        targets,
        ..
    } = scene;
    let wanted = wanted(
        targets,
        boundaries,
        settings,
        week.days().map(|(day, _)| day),
    );
    let target = wanted.as_ref().map(|wanted| wanted.minutes);
    let shares = wanted.as_ref().and_then(|wanted| wanted.shares);
    let balance = balance(&stretches, week.span(), shares);
    let left = wanted.as_ref().map_or(1.0, |wanted| wanted.left);
    let hints = hints(&stretches, &week, settings, left);
    let crossed = violations(boundaries, settings, &week, &keyed, home);
    let categories: Vec<CategoryFigure> = Category::WORK
        .into_iter()
        .map(|category| {
            let share = balance.shares.map(|shares| shares.of(category));
            one(category, whole(balance.minutes.of(category)), target, share)
        })
        .collect();
    let work_minutes = whole(balance.work_minutes());
    let target_minutes = target.map_or(0, |target| whole(target.total()));
    let personal_minutes = whole(personal_minutes(&stretches, week.span()));
    let minutes_to_move = balance.minutes_to_move.map(whole);
    let kept_free_minutes = kept_free(blocks, &stretches, week.span(), &scene.home, zones);
    Figures {
        week: week.first(),
        categories,
        personal_minutes,
        personal_words: text::duration(personal_minutes),
        work_minutes,
        target_minutes,
        work_words: format!(
            "{} of {} planned",
            text::duration(work_minutes),
            text::duration(target_minutes)
        ),
        distance: balance.tvd,
        minutes_to_move,
        mix_words: match minutes_to_move {
            None => "Nothing planned yet".into(),
            Some(0) => "On your mix".into(),
            Some(minutes) => format!("{} off your mix", text::duration(minutes)),
        },
        longest_focus: hints
            .iter()
            .find_map(|hint| match hint {
                Hint::LongestFocus { minutes } => Some(*minutes),
                _ => None,
            })
            .unwrap_or(0),
        hints: {
            let mut all = lines::lines(&hints, &crossed, wanted.as_ref(), boundaries, &week);
            let facts = all.iter().position(|line| line.kind == HintKind::Focus);
            let at = facts.unwrap_or(all.len());
            all.splice(at..at, overlap(scene, blocks, week.span(), zones));
            all
        },
        kept_free_minutes,
        kept_free_words: match kept_free_minutes {
            0 => String::new(),
            minutes => format!("{} kept free", text::duration(minutes)),
        },
        lead: lead_share(
            scene,
            blocks,
            week.span(),
            wanted.as_ref().and_then(|wanted| wanted.lead),
            zones,
        ),
        commitment: commitment::figure(scene, blocks, week.first(), zones),
        given_up_minutes: commitment::given_up(scene, week.first()),
    }
}

/// Minutes of room kept for what comes up in which nothing else is planned.
fn kept_free(
    blocks: &[Block],
    stretches: &[Stretch],
    within: Span,
    home: &Zone,
    zones: &Zones,
) -> u32 {
    let held: Vec<Planned> = blocks
        .iter()
        .filter(|block| block.facets.contingency)
        .map(|block| block.span(zones, home).intersection(within))
        .filter(|span| 0 < span.seconds())
        .map(|span| Planned {
            contingency: true,
            ..Planned::new(Stretch::new(span, Category::Management))
        })
        .collect();
    buffers(&held, stretches).map_or(0, |room| whole(room.free))
}

/// How much of the planned time that says so is about why and where.
fn lead_share(
    scene: &Scene,
    blocks: &[Block],
    within: Span,
    wanted: Option<f64>,
    zones: &Zones,
) -> Option<LeadFigure> {
    let own = blocks.iter().filter_map(|block| {
        let stretch = Stretch::of_block(block, zones, &scene.home)?;
        Some(Entry {
            lead_pct: block.facets.lead,
            ..Entry::new(stretch)
        })
    });
    let meetings = scene
        .counted()
        .map(|(event, occurrence)| Entry::new(Stretch::new(occurrence.span, event.category)));
    let entries: Vec<Entry> = own
        .chain(meetings)
        .filter_map(|entry| {
            let span = entry.stretch.span.intersection(within);
            let stretch = Stretch {
                span,
                ..entry.stretch
            };
            (0 < span.seconds()).then_some(Entry { stretch, ..entry })
        })
        .collect();
    if !is_lead_told(&entries) {
        return None;
    }
    let share = lead(&entries, None).lead_share?;
    let percent = whole(share * 100.0);
    Some(LeadFigure {
        percent,
        wanted: wanted.map(whole),
        words: format!(
            "Why and where {percent} %, how and when {} %",
            100 - percent.min(100)
        ),
    })
}

fn one(
    category: Category,
    minutes: u32,
    target: Option<Mix>,
    share: Option<f64>,
) -> CategoryFigure {
    let wanted = target.map_or(0, |target| whole(target.of(category)));
    CategoryFigure {
        category,
        minutes,
        target: wanted,
        share,
        planned_words: text::duration(minutes),
        target_words: text::duration(wanted),
        rest_words: text::rest(minutes, wanted),
        words: text::planned(minutes, wanted),
    }
}

/// How many blocks that may move have a meeting on them, and the last day of them.
fn overlap(scene: &Scene, blocks: &[Block], week: Span, zones: &Zones) -> Option<HintLine> {
    let meetings: Vec<Span> = scene.fixed();
    let own = blocks.iter().filter(|block| {
        block.category.is_work() && !block.stays_put() && !block.facets.contingency
    });
    let mut under: Vec<Span> = own
        .map(|block| block.span(zones, &scene.home))
        .filter(|span| span.overlaps(week) && meetings.iter().any(|one| one.overlaps(*span)))
        .collect();
    under.sort_unstable();
    let last = under.last()?;
    Some(HintLine {
        kind: HintKind::Overlap,
        lead: labels::count(under.len(), "block"),
        text: "under a meeting".into(),
        day: Some(scene.home.wall(last.start).date()),
        keys: Vec::new(),
    })
}

pub(crate) fn whole(minutes: f64) -> u32 {
    minutes.round().max(0.0) as u32
}
