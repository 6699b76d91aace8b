//! Reading calendars: once, again, one's own; what decides an event's category, and what takes time.

use crate::desk::{Desk, fixture};
use evenkeel_app::messages::{ExportChoice, Op, RuleDraft};
use evenkeel_core::category::Category;
use evenkeel_core::rule::RuleField;

fn calendar(events: &[&str]) -> String {
    let events: Vec<String> = events
        .iter()
        .map(|event| format!("BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n"))
        .collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        events.concat()
    )
}

fn event(uid: &str, title: &str, day: u32) -> String {
    format!("UID:{uid}\r\nSUMMARY:{title}\r\nDTSTART:202611{day}T090000Z\r\nDURATION:PT1H")
}

fn two() -> [String; 2] {
    [
        event("a", "Quarterly thing", 17),
        event("b", "Code review", 18),
    ]
}

fn file(desk: &Desk, name: &str, events: &[String]) -> std::path::PathBuf {
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    desk.file(name, calendar(&events))
}

fn rule(word: &str, category: Category) -> RuleDraft {
    RuleDraft {
        field: RuleField::Title,
        words: vec![word.into()],
        category,
    }
}

#[test]
fn a_calendar_read_twice_is_there_once() {
    let desk = Desk::new();
    let path = fixture("google.ics");
    desk.import(&path);
    let week = desk.week();
    let calendars = desk.planner().calendars(&desk.moment).unwrap();
    let preview = desk.planner().read_calendar(&path, &desk.moment).unwrap();
    assert_eq!(
        (preview.events, preview.added, preview.changed),
        (127, 0, 0)
    );
    assert_eq!(preview.vanished, [""; 0]);
    desk.import(&path);
    assert_eq!(desk.week().occurrences, week.occurrences);
    assert_eq!(desk.planner().calendars(&desk.moment).unwrap(), calendars);
}

#[test]
fn a_category_chosen_by_hand_survives_reading_the_file_again() {
    let desk = Desk::new();
    let path = file(&desk, "work.ics", &two());
    desk.import(&path);
    let chosen = desk.shown("Quarterly thing").event.unwrap();
    let said = desk.apply(Op::SetEventCategory {
        event: chosen,
        category: Some(Category::Growth),
    });
    assert_eq!(said.said, "Quarterly thing is growth now.");
    let mut moved = two();
    moved[0] = event("a", "Quarterly thing, moved", 19);
    file(&desk, "work.ics", &moved);
    desk.import(&path);
    let shown = desk.shown("Quarterly thing, moved");
    assert_eq!((shown.category, shown.guessed), (Category::Growth, false));
    assert_eq!(shown.event, Some(chosen));
}

#[test]
fn what_vanished_from_the_file_is_named_and_goes() {
    let desk = Desk::new();
    let path = file(&desk, "work.ics", &two());
    desk.import(&path);
    file(&desk, "work.ics", &two()[1..]);
    let preview = desk.planner().read_calendar(&path, &desk.moment).unwrap();
    assert_eq!(preview.vanished, ["Quarterly thing"]);
    desk.import(&path);
    assert_eq!(desk.week().occurrences.len(), 1);
    desk.undo();
    assert_eq!(desk.week().occurrences.len(), 2);
}

#[test]
fn ones_own_export_comes_back_without_a_copy_and_without_an_empty_calendar() {
    let desk = Desk::new();
    for day in ["17", "18"] {
        let at = |hour| format!("2026-11-{day}T{hour}:00");
        desk.block("Own", Category::Technical, &at("09"), &at("10"));
    }
    let path = desk.folder().join("../own.ics");
    let choice = ExportChoice::default();
    desk.planner().export(&choice, &path, &desk.moment).unwrap();
    let preview = desk.planner().read_calendar(&path, &desk.moment).unwrap();
    assert_eq!((preview.own, preview.events), (2, 0));
    let week = desk.week();
    for _ in 0..2 {
        let outcome = desk.import(&path);
        assert_eq!(outcome.rev, week.rev);
        assert_eq!(
            outcome.said,
            "Nothing new in Evenkeel: its 2 events are your own blocks."
        );
    }
    assert_eq!(desk.week(), week);
    assert_eq!(desk.planner().calendars(&desk.moment).unwrap(), []);
}

#[test]
fn a_calendar_without_events_adds_none_and_takes_none_away() {
    let desk = Desk::new();
    let path = file(&desk, "work.ics", &two());
    desk.import(&path);
    let week = desk.week();
    file(&desk, "work.ics", &[]);
    let outcome = desk.import(&path);
    assert_eq!(outcome.said, "work holds no events, so nothing changed.");
    assert_eq!(desk.week(), week);
    assert_eq!(desk.planner().calendars(&desk.moment).unwrap().len(), 1);
}

#[test]
fn rules_decide_on_import_and_whenever_they_change_but_never_over_a_choice() {
    let desk = Desk::new();
    let path = file(&desk, "work.ics", &two());
    desk.import(&path);
    let thing = desk.shown("Quarterly thing");
    assert_eq!(
        (thing.category, thing.guessed),
        (Category::Management, true)
    );
    let review = desk.shown("Code review");
    assert_eq!(
        (review.category, review.guessed),
        (Category::Technical, false)
    );

    desk.apply(Op::SetRules {
        rules: vec![
            rule("quarterly", Category::Growth),
            rule("review", Category::Personal),
        ],
    });
    assert_eq!(desk.shown("Quarterly thing").category, Category::Growth);
    assert_eq!(desk.shown("Code review").category, Category::Personal);
    desk.undo();
    assert_eq!(desk.shown("Code review").category, Category::Technical);
    assert!(desk.shown("Quarterly thing").guessed);
    desk.redo();

    let event = review.event.unwrap();
    let choose = |category| desk.apply(Op::SetEventCategory { event, category });
    choose(Some(Category::Technical));
    desk.apply(Op::ApplyRules);
    assert_eq!(desk.shown("Code review").category, Category::Technical);
    choose(None);
    assert_eq!(desk.shown("Code review").category, Category::Personal);
}

#[test]
fn a_rule_without_words_is_refused_at_its_field() {
    let desk = Desk::new();
    let rules = vec![rule("  ", Category::Growth)];
    let fault = desk.refused(Op::SetRules { rules });
    assert_eq!(fault.field.as_deref(), Some("rules"));
}

#[test]
fn whole_days_cancelled_and_free_events_take_no_time() {
    let desk = Desk::new();
    let with = |uid: &str, more: &str| format!("{}\r\n{more}", event(uid, uid, 17));
    let path = file(
        &desk,
        "work.ics",
        &[
            event("takes time", "takes time", 17),
            with("cancelled", "STATUS:CANCELLED"),
            with("free", "TRANSP:TRANSPARENT"),
            "UID:c\r\nSUMMARY:whole day\r\nDTSTART;VALUE=DATE:20261117".into(),
        ],
    );
    desk.import(&path);
    assert_eq!(desk.week().occurrences.len(), 4);
    assert_eq!(desk.minutes(), [0, 60, 0, 0]);
    for (title, counts) in [
        ("takes time", true),
        ("cancelled", false),
        ("free", false),
        ("whole day", false),
    ] {
        assert_eq!(desk.shown(title).counts, counts, "{title}");
    }
}

#[test]
fn a_calendar_goes_with_its_events_and_undo_brings_it_back() {
    let desk = Desk::new();
    desk.import(&file(&desk, "work.ics", &two()));
    let feed = desk.planner().calendars(&desk.moment).unwrap()[0].feed;
    let renamed = desk.apply(Op::RenameFeed {
        feed,
        name: " Office ".into(),
    });
    assert_eq!(renamed.said, "work is called Office now.");
    let before = desk.week();
    let removed = desk.apply(Op::RemoveFeed { feed });
    assert_eq!(removed.said, "Removed Office with 2 events.");
    assert_eq!(desk.week().occurrences, []);
    assert_eq!(desk.planner().backups(&desk.moment).unwrap().len(), 2);
    desk.undo();
    assert_eq!(desk.week().occurrences, before.occurrences);
    assert_eq!(
        desk.planner().calendars(&desk.moment).unwrap()[0].name,
        "Office"
    );
}

#[test]
fn an_invitation_updates_its_event_and_leaves_the_calendar_it_belongs_to() {
    let desk = Desk::new();
    desk.import(&fixture("google.ics"));
    let before = desk.planner().calendars(&desk.moment).unwrap();
    let rows = desk.week().occurrences.len();
    let stand_up = desk.shown("Stand-up").uid;
    let invitation = format!(
        "{}\r\nSEQUENCE:9",
        event(&stand_up, "Stand-up, renamed", 18)
    );
    let path = file(&desk, "invite.ics", &[invitation]);
    let preview = desk.planner().read_calendar(&path, &desk.moment).unwrap();
    assert_eq!((preview.changed, preview.vanished.len()), (1, 0));
    desk.import(&path);
    let after = desk.planner().calendars(&desk.moment).unwrap();
    assert_eq!(before, after);
    assert!(desk.week().occurrences.len() + 5 > rows);
    assert_eq!(desk.shown("Stand-up, renamed").uid, stand_up);
}

#[test]
fn an_old_invitation_does_not_take_back_what_a_newer_one_said() {
    let desk = Desk::new();
    let newer = format!("{}\r\nSEQUENCE:3", event("a", "At ten", 18));
    let others: Vec<String> = (0..4)
        .map(|one| event(&format!("o{one}"), "Other", 17))
        .collect();
    let all: Vec<String> = std::iter::once(newer).chain(others).collect();
    desk.import(&file(&desk, "work.ics", &all));
    desk.import(&file(&desk, "invite.ics", &[event("a", "At nine", 18)]));
    assert_eq!(desk.shown("At ten").uid, "a");
}

#[test]
fn a_shared_invitation_does_not_merge_two_calendars() {
    let desk = Desk::new();
    let home = [event("party", "Party", 18), event("dentist", "Dentist", 17)];
    desk.import(&file(&desk, "home.ics", &home));
    let mut work: Vec<String> = (0..30)
        .map(|one| event(&format!("w{one}"), "Work thing", 19))
        .collect();
    work.push(event("party", "Party", 18));
    desk.import(&file(&desk, "work.ics", &work));
    assert_eq!(desk.planner().calendars(&desk.moment).unwrap().len(), 2);
    assert_eq!(desk.shown("Dentist").uid, "dentist");
}

#[test]
fn the_panel_names_the_word_that_gave_the_category() {
    let desk = Desk::new();
    desk.import(&file(&desk, "work.ics", &two()));
    let because = |title: &str| {
        let key = desk.shown(title).key;
        let details = desk.planner().details(&key, &desk.moment).unwrap();
        details.category_because
    };
    assert_eq!(
        because("Code review"),
        "A rule looks for \u{201c}code review\u{201d}."
    );
    assert!(because("Quarterly thing").contains("management is assumed"));
}

#[test]
fn without_any_rule_of_ones_own_every_event_is_a_guess() {
    let desk = Desk::new();
    desk.import(&file(&desk, "work.ics", &two()));
    assert!(!desk.shown("Code review").guessed);
    desk.apply(Op::SetRules { rules: Vec::new() });
    assert!(desk.planner().rules().unwrap().is_empty());
    assert!(desk.shown("Code review").guessed);
}

#[test]
fn a_category_the_calendar_names_comes_back_when_the_choice_is_taken_back() {
    let desk = Desk::new();
    let named = format!("{}\r\nCATEGORIES:Growth", event("a", "Whatever", 18));
    desk.import(&file(&desk, "work.ics", &[named]));
    let event = desk.shown("Whatever").event.unwrap();
    let choose = |category| desk.apply(Op::SetEventCategory { event, category });
    choose(Some(Category::Personal));
    choose(None);
    let again = desk.shown("Whatever");
    assert_eq!((again.category, again.guessed), (Category::Growth, false));
}
