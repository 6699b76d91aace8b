//! The committed week in numbers and words, for one state of its days.

use super::live::Now;
use crate::labels;
use crate::messages::{Ask, CommitmentFigure, Outline};
use crate::scene::Scene;
use chrono::NaiveDate;
use evenkeel_core::block::Block;
use evenkeel_core::commitment::{
    Commitment, Committed, Counted, Departure, Live, Reshuffle, Why, counted, departure, standing,
    stood,
};
use evenkeel_core::time::{Instant, Zone, Zones};
use evenkeel_store::Diffs;

/// What a week was committed to, with these blocks as one's own; `None` while it is not.
pub(crate) fn figure(
    scene: &Scene,
    blocks: &[Block],
    first: NaiveDate,
    zones: &Zones,
) -> Option<CommitmentFigure> {
    let all: Vec<Commitment> = scene.commitments(first).cloned().collect();
    let stands = standing(&all)?;
    let notes: Vec<&Reshuffle> = scene
        .reshuffles
        .iter()
        .filter(|note| note.commitment == Some(stands.id))
        .collect();
    // Of a week that is over, what was planned then.
    let now = match scene.ended(first) {
        Some(ended) => Now::at_end(ended, scene.events()),
        None => Now::of(scene, blocks, zones),
    };
    let live: Vec<Option<Live>> = stands
        .planned
        .iter()
        .map(|of| now.find(of, &stands.planned))
        .collect();
    let pairs = || stands.planned.iter().zip(&live);
    let departures: Vec<Departure<'_>> = pairs()
        .filter_map(|(of, live)| departure(of, *live))
        .collect();
    let counts = counted(&departures, &notes);
    let note_on = |of: &Committed| notes.iter().find(|note| note.key == of.key).copied();
    let is_external = |departs: &Departure<'_>| {
        let said = || note_on(departs.of).and_then(|note| note.why);
        departs.is_imported() || said() == Some(Why::External)
    };
    let [whole, own] = stood(&stands.planned, &live, is_external);
    let week = scene.week_of(first).span();
    let at_words = labels::when(Instant(stands.at), first, &scene.home);
    let outlines = pairs()
        .map(|(of, live)| {
            // Where it is in another week depends on what is read of that.
            let near = live.filter(|live| week.overlaps(live.span));
            outline(of, departure(of, *live), note_on(of), near, &scene.home)
        })
        .collect();
    Some(CommitmentFigure {
        words: labels::changes(&at_words, counts.total()),
        at_words,
        changes: counts.total(),
        mine: counts.mine,
        external: counts.external,
        contingency: counts.contingency,
        open: counts.open,
        reasons_words: reasons(counts),
        stability: whole.plan_stability,
        own_stability: own.plan_stability,
        stability_words: labels::stability(whole.plan_stability, own.plan_stability),
        outlines,
        earlier: all
            .iter()
            .filter_map(|one| earlier(one, first, &scene.home))
            .collect(),
    })
}

/// Minutes of protected time that were given up in a week, committed or not.
pub(crate) fn given_up(scene: &Scene, first: NaiveDate) -> u32 {
    let here = scene
        .reshuffles
        .iter()
        .filter(|note| note.week == first && note.protected);
    here.map(|note| note.minutes).sum()
}

/// What to ask after a write: the committed blocks that it changed and nobody gave a reason for.
pub(crate) fn asks(diffs: &Diffs, commitments: &[Commitment], home: &Zone) -> Option<Ask> {
    let open: Vec<&Reshuffle> = diffs
        .reshuffles
        .iter()
        .filter_map(|diff| diff.after.as_ref())
        .filter(|note| note.why.is_none() && note.commitment.is_some())
        .collect();
    let week = open.first()?.week;
    let open: Vec<&Reshuffle> = open.into_iter().filter(|note| note.week == week).collect();
    let was = |note: &&Reshuffle| {
        let of = commitments
            .iter()
            .find(|one| Some(one.id) == note.commitment)?;
        let committed = of.planned.iter().find(|of| of.key == note.key)?;
        Some(home.wall(committed.span.start))
    };
    Some(Ask {
        week,
        keys: open.iter().map(|note| note.key.clone()).collect(),
        sentence: labels::asked(&open, open.first().and_then(was)),
    })
}

fn outline(
    of: &Committed,
    departs: Option<Departure<'_>>,
    note: Option<&Reshuffle>,
    live: Option<Live>,
    home: &Zone,
) -> Outline {
    let start = home.wall(of.span.start);
    let end = home.wall(of.span.end);
    let imported = of.block.is_none();
    let changed = departs.as_ref().map(|departs| match (live, note) {
        // Gone far away is not gone.
        (None, Some(note)) => note.changed,
        _ => departs.changed,
    });
    Outline {
        key: of.key.clone(),
        title: of.title.clone(),
        category: of.category,
        start,
        end,
        why: match (changed, imported) {
            (None, _) => None,
            (Some(_), true) => Some(Why::External),
            (Some(_), false) => note.and_then(|note| note.why),
        },
        note: changed
            .and(note)
            .map(|note| note.note.clone())
            .unwrap_or_default(),
        protected: of.facets.protected,
        imported,
        was_words: format!("committed {}", labels::stretch(start, end)),
        words: changed.map_or_else(String::new, |changed| {
            let to = live.map(|live| (home.wall(live.span.start), home.wall(live.span.end)));
            labels::change(changed, to, live.map(|live| live.category))
        }),
        changed,
    }
}

/// "1 mine, 1 from outside, 1 open".
fn reasons(counts: Counted) -> String {
    let parts = [
        (counts.mine, "mine"),
        (counts.external, "from outside"),
        (counts.contingency, "room was kept for"),
        (counts.open, "open"),
    ];
    let said = parts.iter().filter(|(number, _)| 0 < *number);
    let each: Vec<String> = said
        .map(|(number, words)| format!("{number} {words}"))
        .collect();
    each.join(", ")
}

/// "Committed Mon 09:12, withdrawn Tue 08:40".
fn earlier(commitment: &Commitment, first: NaiveDate, home: &Zone) -> Option<String> {
    let withdrawn = commitment.withdrawn?;
    let [at, until] = [commitment.at, withdrawn].map(|at| labels::when(Instant(at), first, home));
    Some(format!("Committed {at}, withdrawn {until}"))
}
