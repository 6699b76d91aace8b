//! From blocks in a plan to the pieces of a template.

use super::{Frame, MOST_PIECES, Piece, TemplateRefusal};
use crate::block::Block;
use crate::facets::CheckItem;
use crate::time::{Zone, Zones};
use chrono::{NaiveDateTime, Timelike};

/// What a template keeps of blocks, by day and start. Occurrences of a series become plain pieces.
/// A piece keeps the wall time its own clock shows; a zone is only remembered where it is another
/// than the home zone, so that a call at 09:00 in New York stays one.
pub fn pieces<'b>(
    blocks: impl IntoIterator<Item = &'b Block>,
    frame: &Frame,
    zones: &Zones,
    home: &Zone,
) -> Result<Vec<Piece>, TemplateRefusal> {
    let mut blocks: Vec<&Block> = blocks.into_iter().collect();
    if blocks.is_empty() {
        return Err(TemplateRefusal::Empty);
    }
    if MOST_PIECES < blocks.len() {
        return Err(TemplateRefusal::TooManyPieces {
            pieces: blocks.len(),
        });
    }
    blocks.sort_by_key(|block| (block.span(zones, home).start, block.id, block.handle()));
    Ok(blocks
        .into_iter()
        .map(|block| piece(block, frame, zones, home))
        .collect())
}

fn piece(block: &Block, frame: &Frame, zones: &Zones, home: &Zone) -> Piece {
    let zone = block.zone.clone().filter(|name| {
        let known = zones.get(name);
        known.is_none_or(|zone| zone != *home)
    });
    let day = (block.start.date() - frame.anchor()).num_days();
    Piece {
        day: i16::try_from(day).unwrap_or_default(),
        start: minute(block.start),
        minutes: u32::try_from((block.end - block.start).num_minutes()).unwrap_or_default(),
        title: block.title.clone(),
        category: block.category,
        zone,
        notes: block.notes.clone(),
        location: block.location.clone(),
        locked: block.locked,
        goal: block.goal.clone(),
        facets: block.facets.clone(),
        checklist: unticked(&block.checklist),
        rule: None,
    }
}

/// A checklist to begin with.
pub(super) fn unticked(checklist: &[CheckItem]) -> Vec<CheckItem> {
    checklist
        .iter()
        .map(|item| CheckItem {
            done: false,
            ..item.clone()
        })
        .collect()
}

fn minute(wall: NaiveDateTime) -> u16 {
    u16::try_from(wall.hour() * 60 + wall.minute()).unwrap_or_default()
}
