//! Writes that concern one's own blocks: from a request to the core's edit, for a preview as for
//! the real thing.

use crate::labels;
use crate::messages::{BlockPatch, FacetPatch, Fault, NewBlock, Op};
use crate::scene::Scene;
use crate::series;
use chrono::{Days, NaiveDate, NaiveTime};
use evenkeel_core::block::Block;
use evenkeel_core::edit::series::{Rows, Scope};
use evenkeel_core::edit::{
    self, Carry, Draft, Edit, Grip, Marks, Next, Others, Patch, Plan, Refusal,
};
use evenkeel_core::handle::Handle;
use evenkeel_core::settings::Settings;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_store::{Error, View};
use std::collections::BTreeSet;
use std::ops::Range;

/// The blocks a request is about, in the order they were named.
pub(crate) fn named(op: &Op) -> &[Handle] {
    match op {
        Op::Gesture(gesture) => &gesture.blocks,
        Op::Duplicate { blocks }
        | Op::Delete { blocks }
        | Op::SetCategory { blocks, .. }
        | Op::ToBacklog { blocks }
        | Op::SetFacets { blocks, .. } => blocks,
        Op::Because { what, .. } => named(what),
        Op::Split { block, .. }
        | Op::Edit { block, .. }
        | Op::Spread { block, .. }
        | Op::Repeat { block, .. }
        | Op::Restore { block } => std::slice::from_ref(block),
        Op::Across { edit, .. } => named(edit),
        _ => &[],
    }
}

/// The weeks a request reaches into, beside the days someone looks at. Whole ones, so that a drag
/// through a week does not read it again at each step; nothing of what lies between them.
pub(crate) fn weeks(op: &Op, blocks: &[Block], settings: &Settings) -> Vec<Range<NaiveDate>> {
    if let Op::Across { edit, .. } = op {
        return weeks(edit, blocks, settings);
    }
    let own = || {
        let edges = |block: &Block| [block.start.date(), block.end.date()];
        blocks.iter().flat_map(edges)
    };
    let mut days: Vec<NaiveDate> = own().collect();
    match op {
        Op::Create(new) => days.extend([new.start.date(), new.end.date()]),
        Op::Edit { patch, .. } => {
            let typed = [patch.start, patch.end].into_iter().flatten();
            days.extend(typed.map(|wall| wall.date()));
        }
        Op::Gesture(gesture) => {
            let to = gesture.to.date();
            let from = blocks.first().map_or(to, |in_hand| match gesture.grip {
                Grip::Whole | Grip::Start => in_hand.start.date(),
                Grip::End => in_hand.end.date(),
            });
            // The rest of the selection goes as far as the block in hand.
            days.extend(own().filter_map(|day| day.checked_add_signed(to - from)));
        }
        Op::PutBack { week, .. } => days.push(*week),
        Op::Because { what, .. } => return weeks(what, blocks, settings),
        _ => {}
    }
    let weeks: BTreeSet<NaiveDate> = days.into_iter().map(|day| settings.week_of(day)).collect();
    weeks
        .into_iter()
        .map(|first| first..first.checked_add_days(Days::new(7)).unwrap_or(first))
        .collect()
}

/// The blocks a request names, read by name: they may lie outside the days in view.
pub(crate) fn load(
    op: &Op,
    view: &View<'_>,
    zones: &Zones,
    home: &Zone,
) -> Result<Vec<Block>, Error> {
    let mut blocks = Vec::new();
    for handle in named(op) {
        blocks.extend(find(*handle, view, zones, home)?);
    }
    Ok(blocks)
}

/// The block or occurrence that goes by a name. A series is no block by itself: only its
/// occurrences are.
pub(crate) fn find(
    handle: Handle,
    view: &View<'_>,
    zones: &Zones,
    home: &Zone,
) -> Result<Option<Block>, Error> {
    let Some(instance) = handle.instance() else {
        let single = view.block(handle.id)?;
        return Ok(single.filter(|block| block.recurrence.is_none()));
    };
    if let Some(own) = view.block_instead_of(instance)? {
        return Ok(Some(own));
    }
    let series = view.block(instance.series)?;
    Ok(series
        .and_then(|series| evenkeel_core::series::occurrence(&series, instance.key, zones, home)))
}

/// What the core makes of a request. `None` where it does not concern blocks.
pub(crate) fn edit(
    op: &Op,
    scene: &Scene,
    rows: &[Rows],
    zones: &Zones,
    now: i64,
    next: &mut Next<'_>,
) -> Option<Result<Edit, Refusal>> {
    let fixed: Vec<Span> = scene.fixed();
    let plan = plan(scene, &fixed, zones, now);
    if let Some(edit) = series::edit(op, &plan, rows, next) {
        return Some(edit);
    }
    let (scope, op) = match op {
        Op::Across { scope, edit } => (*scope, &**edit),
        op => (Scope::This, op),
    };
    let edit = match op {
        Op::Create(new) => {
            draft(new, scene).and_then(|draft| edit::create(&plan, &draft, Others::Stay, next))
        }
        Op::Gesture(gesture) => edit::drag(&plan, gesture, next),
        Op::Duplicate { blocks } => edit::duplicate(&plan, blocks, Others::Stay, next),
        Op::Split { block, at } => edit::split(&plan, *block, *at, next),
        Op::Delete { blocks } => edit::remove(&plan, blocks),
        Op::SetCategory { blocks, category } => edit::recategorize(&plan, blocks, *category),
        Op::Edit { block, patch } => edit::change(&plan, *block, &changes(patch)),
        Op::SetFacets { blocks, patch } => edit::mark(&plan, blocks, &marks(patch)),
        Op::Because { what, .. } => return self::edit(what, scene, rows, zones, now, next),
        _ => return None,
    };
    let apart = |edit| match scope {
        Scope::This => edit::series::apart(&plan, edit),
        Scope::Following | Scope::All => Ok(edit),
    };
    // A copy is a block of its own and never one of the series.
    let named = match op {
        Op::Gesture(gesture) if gesture.carry == Carry::Copy => &[],
        op => named(op),
    };
    let across = |edit| edit::series::across(&plan, edit, named, rows, scope, next);
    Some(edit.and_then(apart).and_then(across))
}

/// The plan of a state, for an edit.
pub(crate) fn plan<'a>(
    scene: &'a Scene,
    fixed: &'a [Span],
    zones: &'a Zones,
    now: i64,
) -> Plan<'a> {
    Plan {
        blocks: &scene.blocks,
        fixed,
        zones,
        home: &scene.home,
        day_start: scene.day_start(),
        now,
    }
}

/// "move Ingest design": what undo will call the request.
pub(crate) fn label(op: &Op, before: &[Block], rows: &[Rows]) -> Option<String> {
    if let Some(label) = series::label(op, before, rows) {
        return Some(label);
    }
    let titles: Vec<&str> = before.iter().map(|block| block.title.as_str()).collect();
    let verb = match op {
        Op::Create(new) => return Some(labels::step("add", &[&new.title])),
        Op::Gesture(gesture) => match (gesture.carry, gesture.grip) {
            (Carry::Copy, _) => "copy",
            (Carry::Move, Grip::Whole) => "move",
            (Carry::Move, Grip::Start | Grip::End) => "resize",
        },
        Op::Duplicate { .. } => "duplicate",
        Op::Split { .. } => "split",
        Op::Delete { .. } => "delete",
        Op::SetCategory { .. } => "recategorize",
        Op::SetFacets { .. } => "change",
        Op::Edit { patch, .. } => match (only_title(patch), &titles[..], &patch.title) {
            // A new block is written before its title is.
            (true, [""], Some(title)) => return Some(labels::step("name", &[title])),
            (true, ..) => "rename",
            (false, ..) => "change",
        },
        _ => return None,
    };
    Some(labels::step(verb, &titles))
}

/// "Moved Ingest design": the label of a step that has been taken.
pub(crate) fn done(label: &str) -> String {
    let (verb, what) = label.split_once(' ').unwrap_or((label, ""));
    let past = match verb {
        "add" => "Added",
        "copy" => "Copied",
        "move" => "Moved",
        "resize" => "Resized",
        "duplicate" => "Duplicated",
        "split" => "Split",
        "delete" => "Deleted",
        "recategorize" => "Recategorized",
        "name" => "Named",
        "rename" => "Renamed",
        "plan" => "Planned",
        "send" => "Sent",
        "finish" => "Finished",
        "reopen" => "Reopened",
        "skip" => "Skipped",
        "make" => "Made",
        "stop" => "Stopped",
        "put" => "Put",
        "lay" => "Laid",
        "close" => "Closed",
        _ => "Changed",
    };
    format!("{past} {what}")
}

/// A request about blocks that are all gone has nothing to say about them.
pub(crate) fn missing(op: &Op, before: &[Block]) -> Option<Fault> {
    // What is left out of its series is not there and can be put back all the same.
    let left_out = matches!(op, Op::Restore { .. } | Op::Spread { .. });
    (!named(op).is_empty() && before.is_empty() && !left_out).then(|| Fault::gone("block"))
}

fn only_title(patch: &BlockPatch) -> bool {
    let rest = BlockPatch {
        title: None,
        ..patch.clone()
    };
    patch.title.is_some() && rest == BlockPatch::default()
}

fn draft(new: &NewBlock, scene: &Scene) -> Result<Draft, Refusal> {
    let draft = Draft {
        zone: match new.zone.as_deref() {
            None | Some("") => Some(scene.home.name().to_string()),
            Some(zone) => Some(zone.to_string()),
        },
        notes: new.notes.clone(),
        location: new.location.clone(),
        goal: new.goal.trim().to_string(),
        facets: new.facets.clone(),
        checklist: new.checklist.clone(),
        ..Draft::plain(
            new.title.trim(),
            new.category,
            whole_minute(new.start),
            whole_minute(new.end),
        )
    };
    match &new.repeat {
        Some(repeat) => draft.repeating(repeat),
        None => Ok(draft),
    }
}

fn changes(patch: &BlockPatch) -> Patch {
    Patch {
        title: patch.title.as_ref().map(|title| title.trim().to_string()),
        category: patch.category,
        start: patch.start.map(whole_minute),
        end: patch.end.map(whole_minute),
        zone: patch.zone.as_ref().map(|zone| match zone.as_str() {
            "" => None,
            zone => Some(zone.to_string()),
        }),
        notes: patch.notes.clone(),
        location: patch.location.clone(),
        locked: patch.locked,
        goal: patch.goal.as_ref().map(|goal| goal.trim().to_string()),
        facets: patch.facets.clone(),
        checklist: patch.checklist.clone(),
        task: None,
    }
}

fn marks(patch: &FacetPatch) -> Marks {
    let FacetPatch {
        lead,
        activity,
        horizon,
        meeting,
        delegable,
        protected,
        contingency,
        locked,
        remind,
        add_tags,
        remove_tags,
    } = patch.clone();
    Marks {
        lead,
        activity,
        horizon,
        meeting,
        delegable,
        protected,
        contingency,
        locked,
        remind,
        add: add_tags.unwrap_or_default(),
        remove: remove_tags.unwrap_or_default(),
    }
}

fn whole_minute(wall: chrono::NaiveDateTime) -> chrono::NaiveDateTime {
    use chrono::Timelike;
    let time = NaiveTime::from_hms_opt(wall.hour(), wall.minute(), 0).unwrap_or(NaiveTime::MIN);
    wall.date().and_time(time)
}
