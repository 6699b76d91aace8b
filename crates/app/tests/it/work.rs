//! What is not read: held by taking it away.

use crate::desk::{Desk, drag, fixture, gesture};
use evenkeel_app::messages::Op;
use evenkeel_core::category::Category;
use evenkeel_core::edit::{Gesture, Grip, Others};

/// Takes the tables of imported events away behind the planner's back.
fn without_events(desk: &Desk) {
    let database = desk.folder().join("evenkeel.db");
    let connection = rusqlite::Connection::open(database).unwrap();
    connection
        .pragma_update(None, "foreign_keys", false)
        .unwrap();
    for table in ["event_text", "event"] {
        connection
            .execute(&format!("DROP TABLE {table}"), [])
            .unwrap();
    }
}

#[test]
fn a_drag_and_its_drop_and_undo_read_no_imported_event_again() {
    let desk = Desk::new();
    desk.import(&fixture("google.ics"));
    let block = desk.block(
        "Own",
        Category::Technical,
        "2026-11-17T08:00",
        "2026-11-17T09:00",
    );
    let week = desk.week();
    without_events(&desk);

    let push = |to: &str| {
        Op::Gesture(Gesture {
            others: Others::Push,
            ..gesture(&[block], Grip::Whole, to)
        })
    };
    for hour in 8..20 {
        let preview = desk.preview(push(&format!("2026-11-18T{hour:02}:30")));
        assert_eq!(preview.refused, None);
    }
    desk.apply(drag(block, "2026-11-19T07:00"));
    desk.undo();
    assert_eq!(desk.week().occurrences, week.occurrences);
    desk.redo();
    desk.undo();
    assert_eq!(desk.week().figures, week.figures);

    let elsewhere = crate::desk::days("2027-11-15", "2027-11-22");
    assert!(desk.planner().week(elsewhere, &desk.moment).is_err());
}

#[test]
fn a_block_years_away_is_changed_without_reading_the_years_between() {
    let desk = Desk::new();
    let block = desk.block(
        "Own",
        Category::Technical,
        "2026-11-17T08:00",
        "2026-11-17T09:00",
    );
    let database = rusqlite::Connection::open(desk.folder().join("evenkeel.db")).unwrap();
    let between = "INSERT INTO block (id, uid, title, category, start_wall, end_wall, locked, \
                   sequence, created, modified, location, notes) \
                   VALUES (4000, 'x', 'x', 'growth', 1700000000, 1700003600, 0, 0, 0, 0, '', '')";
    database.execute(between, []).unwrap();
    // A row that cannot be read: whoever meets it fails.
    let unreadable = "PRAGMA ignore_check_constraints = 1; \
                      UPDATE block SET category = 'none' WHERE id = 4000";
    database.execute_batch(unreadable).unwrap();
    let met = crate::desk::days("2023-11-13", "2023-11-20");
    assert!(desk.planner().week(met, &desk.moment).is_err());

    let far = drag(block, "2016-11-17T08:00");
    assert_eq!(desk.preview(far.clone()).refused, None);
    desk.apply(far);
    desk.undo();
    assert_eq!(desk.minutes()[0], 60);
}
