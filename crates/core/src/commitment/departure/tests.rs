use super::*;
use crate::block::{Block, BlockId};
use crate::commitment::{CommitmentId, snapshot, stood};
use crate::time::{Instant, Zone, Zones};
use chrono::TimeDelta;
use proptest::prelude::*;

const MONDAY: &str = "2026-11-16T00:00:00";

fn block(id: u32, start: i64, length: i64, category: Category) -> Block {
    let at =
        |minutes| MONDAY.parse::<chrono::NaiveDateTime>().unwrap() + TimeDelta::minutes(minutes);
    let id = BlockId(id);
    Block::plain(id, "Block", category, at(start), at(start + length))
}

fn commitment(blocks: &[Block]) -> Commitment {
    let always = Span::new(Instant(0), Instant(i64::from(u32::MAX)));
    Commitment {
        id: CommitmentId(1),
        week: "2026-11-16".parse().unwrap(),
        at: 0,
        withdrawn: None,
        planned: snapshot(always, blocks, Vec::new(), &Zones::bundled(), &Zone::utc()),
    }
}

fn live_of(blocks: &[Block], of: &Committed) -> Option<Live> {
    let found = blocks.iter().find(|b| b.handle().to_string() == of.key)?;
    Some(Live {
        span: found.span(&Zones::bundled(), &Zone::utc()),
        category: found.category,
        contingency: found.facets.contingency,
    })
}

fn found(before: &[Block], after: &[Block]) -> Vec<(Changed, u32)> {
    let commitment = commitment(before);
    departures(&commitment, |of| live_of(after, of))
        .iter()
        .map(|found| (found.changed, found.minutes))
        .collect()
}

#[test]
fn a_block_departs_when_it_moves_changes_length_or_kind_or_goes() {
    let was = block(1, 540, 60, Category::Technical);
    let check = |after: &[Block]| found(std::slice::from_ref(&was), after);
    assert_eq!(check(std::slice::from_ref(&was)), []);
    let moved = block(1, 570, 60, Category::Technical);
    assert_eq!(check(&[moved]), [(Changed::Moved, 30)]);
    let longer = block(1, 540, 90, Category::Technical);
    assert_eq!(check(&[longer]), [(Changed::Resized, 0)]);
    let other = block(1, 540, 60, Category::Growth);
    assert_eq!(check(&[other]), [(Changed::Recategorized, 60)]);
    assert_eq!(check(&[]), [(Changed::Removed, 60)]);
}

#[test]
fn what_comes_in_addition_and_room_kept_free_are_no_departures() {
    let mut room = block(1, 540, 60, Category::Management);
    room.facets.contingency = true;
    assert_eq!(found(&[room], &[block(2, 540, 60, Category::Growth)]), []);
}

#[test]
fn a_meeting_departs_by_its_time_and_not_by_how_it_is_read() {
    let mut commitment = commitment(&[block(1, 540, 60, Category::Management)]);
    commitment.planned[0].block = None;
    let of = &commitment.planned[0];
    let live = |start: i64, category| Live {
        span: Span::new(
            of.span.start.plus_seconds(start),
            of.span.end.plus_seconds(start),
        ),
        category,
        contingency: false,
    };
    assert_eq!(departure(of, Some(live(0, Category::Technical))), None);
    let moved = departure(of, Some(live(900, Category::Management))).unwrap();
    assert!(moved.is_imported());
    let counts = counted(&[moved], &[]);
    assert_eq!((counts.external, counts.total()), (1, 1));
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let one = (
        0i64..40,
        1i64..8,
        prop::sample::select(&Category::ALL[..]),
        any::<bool>(),
    );
    prop::collection::vec(one, 0..8).prop_map(|all| {
        let each = all.into_iter().zip(1..);
        each.map(|((start, length, category, room), id)| {
            let mut block = block(id, start * 15, length * 15, category);
            block.facets.contingency = room && start % 4 == 0;
            block
        })
        .collect()
    })
}

proptest! {
    /// The list a person sees and the metric of the review never tell different numbers.
    #[test]
    fn as_many_blocks_depart_as_the_metric_counts(before in blocks(), after in blocks()) {
        let commitment = commitment(&before);
        let live: Vec<Option<Live>> = commitment
            .planned
            .iter()
            .map(|of| live_of(&after, of))
            .collect();
        let found = departures(&commitment, |of| live_of(&after, of));
        let [all, own] = stood(&commitment.planned, &live, |_| false);
        prop_assert_eq!(all.reshuffle_count as usize, found.len());
        prop_assert_eq!(own, all);
        let [_, without] = stood(&commitment.planned, &live, |_| true);
        prop_assert_eq!(without.reshuffle_count, 0);
    }
}
