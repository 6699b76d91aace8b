//! Several at once on one plan: nothing is lost.

use crate::keel::Keel;
use std::collections::BTreeSet;

fn added(keel: &Keel, runs: usize, loops: usize) -> BTreeSet<String> {
    std::thread::scope(|scope| {
        for name in 0..loops {
            scope.spawn(move || {
                for number in 0..runs {
                    keel.words(&format!("add {name}-{number} --start 09:00 --for 1h"));
                }
            });
        }
    });
    let rows = keel.json("agenda");
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), runs * loops);
    rows.iter()
        .map(|row| row["title"].as_str().unwrap().to_string())
        .collect()
}

#[test]
fn two_loops_that_add_at_the_same_time_lose_nothing() {
    assert_eq!(added(&Keel::new(), 20, 2).len(), 40);
}

#[test]
fn many_that_start_at_once_on_a_new_folder_make_one_plan() {
    assert_eq!(added(&Keel::new(), 1, 16).len(), 16);
}
