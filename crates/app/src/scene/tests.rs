//! How much is loaded for a week, counted in rows.

use super::*;
use evenkeel_core::block::BlockId;
use evenkeel_core::category::Category;
use evenkeel_core::time::Instant;
use evenkeel_store::{Owner, Store};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Three blocks on each of so many days, the week of 16 November 2026 in their middle.
fn plan(days: u64) -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Owner::Guest).unwrap();
    let filled = store.transact::<_, Error>("fill", Instant(0), |tx| {
        for number in 0..days * 3 {
            let id = tx.new_block_id()?;
            let date = day("2026-11-19") - Days::new(days / 2) + Days::new(number / 3);
            tx.put_block(block(id, date))?;
        }
        Ok(())
    });
    filled.unwrap();
    (dir, store)
}

fn block(id: BlockId, date: NaiveDate) -> Block {
    Block {
        uid: format!("{}@evenkeel", id.0),
        ..Block::plain(
            id,
            "Ingest design",
            Category::Technical,
            date.and_hms_opt(9, 0, 0).unwrap(),
            date.and_hms_opt(10, 0, 0).unwrap(),
        )
    }
}

/// How many blocks are loaded for the weeks that begin on these days.
fn loaded(days: u64, weeks: &[&str]) -> usize {
    let (_dir, store) = plan(days);
    let weeks: Vec<Range<NaiveDate>> = weeks
        .iter()
        .map(|first| day(first)..day(first) + Days::new(7))
        .collect();
    let moment = Moment {
        now: Instant(0),
        system_zone: "Europe/Berlin".into(),
        zone: None,
        ticks: None,
        because: None,
    };
    let scene = store.read(|view| Scene::load(view, &weeks, &Zones::bundled(), &moment));
    let scene = scene.unwrap();
    assert!(scene.covers(&weeks));
    scene.blocks.len()
}

#[test]
fn a_week_of_a_plan_16_times_as_long_takes_the_same_rows() {
    let week = ["2026-11-16"];
    assert_eq!(loaded(60, &week), 3 * 13);
    assert_eq!(loaded(16 * 60, &week), 3 * 13);
}

#[test]
fn weeks_that_lie_apart_take_no_row_between_and_none_twice() {
    let twice = 2 * 3 * 13;
    assert_eq!(loaded(960, &["2026-11-16", "2025-11-17"]), twice);
    assert_eq!(loaded(960, &["2026-11-16", "2026-11-16"]), 3 * 13);
    assert_eq!(loaded(960, &["2026-11-16", "2026-11-23"]), 3 * 20);
}
