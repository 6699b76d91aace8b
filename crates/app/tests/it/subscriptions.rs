//! Calendars that are read again from their address: what comes, what stays when nothing comes, and
//! what is said of it.

use crate::desk::{Desk, moment, said_well};
use crate::script::Script;
use evenkeel_app::messages::{Fault, FeedLine, Op, Outcome, Reply, SubscriptionLine};
use evenkeel_core::category::Category;
use evenkeel_core::event::FeedId;
use evenkeel_core::subscription::{ChangeKind, SecretAddress};

const STANDUP: &str = "UID:1\nSUMMARY:Standup\nDTSTART:20261120T090000Z\nDURATION:PT30M";
const REVIEW: &str = "UID:2\nSUMMARY:Review\nDTSTART:20261120T130000Z\nDURATION:PT1H";
const LATER: &str = "UID:2\nSUMMARY:Review\nDTSTART:20261121T150000Z\nDURATION:PT1H";

fn subscribe(address: &str) -> Op {
    Op::Subscribe {
        address: SecretAddress(address.into()),
        name: String::new(),
        every_minutes: None,
    }
}

/// A plan that is subscribed to a calendar of two meetings.
fn subscribed() -> (Desk, Script, FeedId) {
    let desk = Desk::new();
    let server = Script::new("Team", &[STANDUP, REVIEW]).unwrap();
    let outcome = desk.apply(subscribe(&server.address()));
    assert_eq!(outcome.said, "Subscribed to Team with 2 events.");
    let feed = line(&desk).feed;
    (desk, server, feed)
}

fn refresh(desk: &Desk, feed: FeedId) -> Result<Outcome, Fault> {
    match desk.planner().refresh(feed, desk.seen, &desk.moment) {
        Reply::Done(outcome) => Ok(*outcome),
        Reply::Refused(fault) => Err(fault),
    }
}

fn line(desk: &Desk) -> FeedLine {
    let mut lines = desk.planner().calendars(&desk.moment).unwrap();
    assert_eq!(lines.len(), 1);
    lines.remove(0)
}

fn state(desk: &Desk) -> SubscriptionLine {
    line(desk).subscription.unwrap()
}

fn titles(desk: &Desk) -> Vec<String> {
    let shown = desk.week().occurrences;
    shown
        .iter()
        .map(|one| format!("{} {}", one.title, one.start.format("%d %H:%M")))
        .collect()
}

#[test]
fn calendars_that_share_most_of_their_meetings_stay_two() {
    let (desk, _, _) = subscribed();
    let other = Script::new("Team", &[STANDUP, REVIEW]).unwrap();
    let outcome = desk.apply(subscribe(&other.address()));
    assert_eq!(outcome.said, "Subscribed to Team with 2 events.");
    let lines = desk.planner().calendars(&desk.moment).unwrap();
    let events: Vec<u32> = lines.iter().map(|line| line.events).collect();
    assert_eq!(events, [2, 2]);
    assert!(lines.iter().all(|line| line.subscription.is_some()));
}

#[test]
fn an_address_brings_its_events_and_one_undo_takes_them_away() {
    let (desk, server, _) = subscribed();
    assert_eq!(titles(&desk), ["Standup 20 10:00", "Review 20 14:00"]);
    let line = line(&desk);
    assert_eq!(
        (line.name.as_str(), line.source.as_str()),
        ("Team", "127.0.0.1")
    );
    let state = line.subscription.unwrap();
    assert_eq!(state.host, "127.0.0.1");
    assert_eq!(state.checked.as_deref(), Some("2026-11-20T08:00:00"));
    assert_eq!(state.next.as_deref(), Some("2026-11-20T09:00:00"));
    assert_eq!(server.heads().len(), 1);
    let undone = desk.undo();
    assert_eq!(undone.said, "Undone: subscribe to Team.");
    assert!(titles(&desk).is_empty());
    assert!(desk.planner().calendars(&desk.moment).unwrap().is_empty());
    desk.redo();
    assert_eq!(titles(&desk).len(), 2);
}

#[test]
fn a_calendar_that_is_the_same_changes_nothing_not_even_the_revision() {
    let (mut desk, server, feed) = subscribed();
    let before = desk.week();
    desk.moment = moment("2026-11-20T09:00", "Europe/Berlin");
    let outcome = refresh(&desk, feed).unwrap();
    assert_eq!(outcome.said, "Team is as it was.");
    assert!(!outcome.reload);
    assert!(server.heads()[1].to_lowercase().contains("if-none-match"));
    assert_eq!(desk.week().rev, before.rev);
    assert_eq!(desk.week().undo, before.undo);
    assert_eq!(state(&desk).checked.as_deref(), Some("2026-11-20T10:00:00"));
    assert!(state(&desk).changed.is_empty());
}

#[test]
fn a_server_that_stamps_every_answer_anew_changes_nothing_either() {
    let desk = Desk::new();
    let stamped = |time: &str| format!("{STANDUP}\nDTSTAMP:20261120T{time}Z");
    let server = Script::new("Team", &[&stamped("070000")]).unwrap();
    desk.apply(subscribe(&server.address()));
    let rev = desk.week().rev;
    server.holds("Team", &[&stamped("080000")]);
    assert_eq!(
        refresh(&desk, FeedId(1)).unwrap().said,
        "Team is as it was."
    );
    assert_eq!(desk.week().rev, rev);
}

#[test]
fn what_was_added_moved_renamed_and_gone_is_told_with_its_times() {
    let (desk, server, feed) = subscribed();
    let retro = "UID:3\nSUMMARY:Retro\nDTSTART:20261122T090000Z\nDURATION:PT1H";
    server.holds("Team", &[LATER, retro]);
    let outcome = refresh(&desk, feed).unwrap();
    assert_eq!(outcome.said, "Team: 1 new, 1 moved, 1 gone.");
    assert!(outcome.reload && !outcome.undoable);
    assert_eq!(outcome.undo.as_deref(), Some("subscribe to Team"));
    assert_eq!(titles(&desk), ["Review 21 16:00", "Retro 22 10:00"]);
    let changed = state(&desk).changed;
    let told: Vec<_> = changed[0]
        .changes
        .iter()
        .map(|one| {
            (
                one.kind,
                one.title.as_str(),
                one.start.as_str(),
                one.before.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (ChangeKind::Gone, "Standup", "2026-11-20T10:00:00", None),
            (
                ChangeKind::Moved,
                "Review",
                "2026-11-21T16:00:00",
                Some("2026-11-20T14:00:00")
            ),
            (ChangeKind::Added, "Retro", "2026-11-22T10:00:00", None),
        ]
    );
    assert_eq!(changed[0].read, "2026-11-20T08:00:00");
}

#[test]
fn a_meeting_that_moves_or_goes_leaves_ones_own_blocks_alone() {
    let (desk, server, feed) = subscribed();
    desk.block(
        "Prepare",
        Category::Technical,
        "2026-11-20T14:00",
        "2026-11-20T15:00",
    );
    let own = desk.shown("Prepare");
    server.holds("Team", &[LATER]);
    refresh(&desk, feed).unwrap();
    assert_eq!(desk.shown("Prepare"), own);
    server.holds("Team", &[STANDUP]);
    refresh(&desk, feed).unwrap();
    assert_eq!(titles(&desk), ["Standup 20 10:00", "Prepare 20 14:00"]);
}

#[test]
fn a_category_chosen_by_hand_stays_through_a_reading_and_an_undo_of_it_does_not_move_the_meeting() {
    let (desk, server, feed) = subscribed();
    let event = desk.shown("Review").event.unwrap();
    desk.apply(Op::SetEventCategory {
        event,
        category: Some(Category::Growth),
    });
    server.holds("Team", &[STANDUP, LATER]);
    refresh(&desk, feed).unwrap();
    assert_eq!(desk.shown("Review").category, Category::Growth);
    desk.undo();
    let shown = desk.shown("Review");
    assert_eq!(shown.category, Category::Management);
    assert_eq!(shown.start.to_string(), "2026-11-21 16:00:00");
}

#[test]
fn whatever_goes_wrong_the_last_copy_stays_and_the_reason_is_said() {
    let (desk, mut server, feed) = subscribed();
    let before = desk.week();
    let page = "<html><form>Password</form></html>";
    let half = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Sta";
    let answers = [
        ("401 Unauthorized", "", "only after logging in"),
        ("404 Not Found", "", "no calendar at this address"),
        ("410 Gone", "", "gone for good"),
        ("500 Oops", "", "error 500"),
        ("200 OK", page, "web page"),
        ("200 OK", half, "broke off"),
        ("200 OK", "", "sent nothing"),
        (
            "200 OK",
            "BEGIN:VCALENDAR\nEND:VCALENDAR",
            "no events any more",
        ),
    ];
    for (status, content, said) in answers {
        server.says(status, content);
        let fault = refresh(&desk, feed).unwrap_err();
        said_well(&fault);
        assert!(fault.message.contains(said), "{fault:?}");
        assert!(fault.message.contains("127.0.0.1"));
        assert!(state(&desk).problem.unwrap().starts_with(&fault.message));
        assert_eq!(desk.week(), before, "{status}");
    }
    server.stop();
    let fault = refresh(&desk, feed).unwrap_err();
    assert_eq!(fault.message, "127.0.0.1 could not be reached.");
    assert_eq!(desk.week(), before);
    server.start().unwrap();
    server.holds("Team", &[STANDUP, REVIEW]);
    assert_eq!(refresh(&desk, feed).unwrap().said, "Team is as it was.");
    assert_eq!(state(&desk).problem, None);
}

#[test]
fn failures_are_tried_less_and_less_often() {
    let (mut desk, mut server, feed) = subscribed();
    server.stop();
    desk.moment = moment("2026-11-20T08:00", "Europe/Berlin");
    assert_eq!(desk.planner().due(&desk.moment).unwrap(), [feed]);
    let mut waits = Vec::new();
    for _ in 0..4 {
        refresh(&desk, feed).unwrap_err();
        assert!(desk.planner().due(&desk.moment).unwrap().is_empty());
        let next = state(&desk).next.unwrap();
        let wait = next.parse::<chrono::NaiveDateTime>().unwrap() - wall(&desk);
        waits.push(wait.num_minutes());
        desk.moment.now = desk.moment.now.plus_seconds(wait.num_seconds());
    }
    assert_eq!(waits, [5, 10, 20, 40]);
    assert_eq!(desk.planner().due(&desk.moment).unwrap(), [feed]);
}

#[test]
fn a_calendar_out_of_reach_for_a_day_is_worth_saying() {
    let (mut desk, mut server, feed) = subscribed();
    let said = |desk: &Desk| desk.planner().out_of_date(feed, &desk.moment).unwrap();
    desk.moment = moment("2026-11-25T07:00", "Europe/Berlin");
    assert_eq!(said(&desk), None, "a computer that slept has asked nobody");
    server.stop();
    desk.moment = moment("2026-11-21T06:59", "Europe/Berlin");
    for _ in 0..3 {
        refresh(&desk, feed).unwrap_err();
        assert_eq!(said(&desk), None);
    }
    desk.moment = moment("2026-11-21T07:00", "Europe/Berlin");
    let fault = said(&desk).unwrap();
    assert_eq!(fault.message, "Team has not been up to date for a day.");
    assert!(fault.hint.starts_with("127.0.0.1 could not be reached."));
    desk.moment = moment("2026-11-23T07:00", "Europe/Berlin");
    let fault = said(&desk).unwrap();
    assert_eq!(fault.message, "Team has not been up to date for 3 days.");
    server.start().unwrap();
    refresh(&desk, feed).unwrap();
    assert_eq!(said(&desk), None);
    server.stop();
    desk.moment = moment("2026-11-26T07:00", "Europe/Berlin");
    refresh(&desk, feed).unwrap_err();
    assert_eq!(said(&desk), None, "one failure after a long sleep");
}

fn wall(desk: &Desk) -> chrono::NaiveDateTime {
    desk.week().now
}

#[test]
fn an_address_that_is_none_is_refused_at_its_field_and_nothing_is_kept() {
    let desk = Desk::new();
    for address in [
        "",
        "hello",
        "two words",
        "http://example.org/a.ics",
        "ftp://example.org/a.ics",
        "file:///tmp/a.ics",
        "https://",
    ] {
        let fault = desk.refused(subscribe(address));
        assert_eq!(fault.field.as_deref(), Some("address"), "{address}");
        said_well(&fault);
    }
}

#[test]
fn an_address_that_brings_nothing_is_refused_at_its_field_too() {
    let desk = Desk::new();
    let mut server = Script::new("Team", &[]).unwrap();
    for (status, content) in [("401 No", ""), ("200 OK", "<html>"), ("304 Same", "")] {
        server.says(status, content);
        let fault = desk.refused(subscribe(&server.address()));
        assert_eq!(fault.field.as_deref(), Some("address"));
        said_well(&fault);
    }
    server.stop();
    let fault = desk.refused(subscribe(&server.address()));
    assert_eq!(
        fault.hint,
        "Check the address and the connection, and try again."
    );
    assert!(desk.planner().calendars(&desk.moment).unwrap().is_empty());
}

#[test]
fn the_secret_of_an_address_is_never_said() {
    let (desk, server, feed) = subscribed();
    let again = desk.refused(subscribe(&server.address()));
    assert_eq!(
        again.message,
        "You are subscribed to this calendar already: Team."
    );
    server.says("404 Not Found", "");
    let fault = refresh(&desk, feed).unwrap_err();
    let everything = format!(
        "{again:?} {fault:?} {:?} {:?} {:?}",
        line(&desk),
        desk.week(),
        subscribe(&server.address())
    );
    assert!(!everything.contains("s3cret"), "{everything}");
}

#[test]
fn a_calendar_read_from_a_file_before_becomes_the_subscribed_one() {
    let desk = Desk::new();
    let server = Script::new("Team", &[STANDUP, REVIEW]).unwrap();
    let text = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n{STANDUP}\nEND:VEVENT\nBEGIN:VEVENT\n{REVIEW}\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    desk.import(&desk.file("work.ics", text));
    let event = desk.shown("Standup").event.unwrap();
    desk.apply(Op::SetEventCategory {
        event,
        category: Some(Category::Growth),
    });
    desk.apply(subscribe(&server.address()));
    assert_eq!(titles(&desk).len(), 2);
    assert_eq!(desk.shown("Standup").category, Category::Growth);
    assert_eq!(line(&desk).name, "work");
    desk.undo();
    assert_eq!(line(&desk).subscription, None);
    assert_eq!(titles(&desk).len(), 2);
}

#[test]
fn the_name_and_the_interval_can_be_chosen_and_changed() {
    let desk = Desk::new();
    let server = Script::new("Team", &[STANDUP]).unwrap();
    let outcome = desk.apply(Op::Subscribe {
        address: SecretAddress(server.address()),
        name: " Mine ".into(),
        every_minutes: Some(15),
    });
    assert_eq!(outcome.said, "Subscribed to Mine with 1 event.");
    let feed = line(&desk).feed;
    for (every_minutes, said, next) in [
        (
            360,
            "Mine is read every 6 hours now.",
            Some("2026-11-20T14:00:00"),
        ),
        (0, "Mine is read only when you ask for it.", None),
    ] {
        let outcome = desk.apply(Op::SetSubscription {
            feed,
            every_minutes,
        });
        assert_eq!(outcome.said, said);
        assert_eq!(state(&desk).next.as_deref(), next);
    }
    assert!(
        desk.planner()
            .due(&moment("2027-11-20T08:00", "UTC"))
            .unwrap()
            .is_empty()
    );
    desk.undo();
    assert_eq!(state(&desk).every_minutes, 360);
    for every_minutes in [1, 4, 10_081, u32::MAX] {
        let fault = desk.refused(Op::SetSubscription {
            feed,
            every_minutes,
        });
        said_well(&fault);
    }
}

#[test]
fn a_calendar_from_a_file_has_no_address_to_ask() {
    let desk = Desk::new();
    desk.import(&desk.file(
        "work.ics",
        format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{STANDUP}\nEND:VEVENT\nEND:VCALENDAR\n"),
    ));
    let feed = line(&desk).feed;
    let fault = refresh(&desk, feed).unwrap_err();
    said_well(&fault);
    said_well(&desk.refused(Op::SetSubscription {
        feed,
        every_minutes: 60,
    }));
    said_well(&refresh(&desk, FeedId(99)).unwrap_err());
    assert!(desk.planner().due(&desk.moment).unwrap().is_empty());
}

#[test]
fn a_removed_calendar_comes_back_with_its_subscription() {
    let (desk, server, feed) = subscribed();
    desk.apply(Op::RemoveFeed { feed });
    assert!(titles(&desk).is_empty());
    desk.undo();
    assert_eq!(titles(&desk).len(), 2);
    server.holds("Team", &[STANDUP]);
    refresh(&desk, feed).unwrap();
    assert_eq!(titles(&desk).len(), 1);
}

#[test]
fn what_cannot_be_used_as_it_stands_is_named() {
    let desk = Desk::new();
    let odd = "SUMMARY:No name\nDTSTART:20261120T090000Z\nDURATION:PT30M";
    let often = "UID:9\nSUMMARY:Ping\nDTSTART:19700101T000000Z\nDURATION:PT1M\n\
                 RRULE:FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,\
                 21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,\
                 48,49,50,51,52,53,54,55,56,57,58,59";
    let server = Script::new("Team", &[odd, often]).unwrap();
    desk.apply(subscribe(&server.address()));
    let line = line(&desk);
    assert_eq!(line.partly, ["Ping"]);
    assert!(!line.subscription.unwrap().problems.is_empty());
}

#[test]
fn a_file_read_into_a_subscribed_calendar_lets_the_server_be_asked_for_everything() {
    let (desk, server, feed) = subscribed();
    let moved = REVIEW.replace("T13", "T16");
    let invitation = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{moved}\nEND:VEVENT\nEND:VCALENDAR\n");
    desk.import(&desk.file("invite.ics", invitation));
    assert_eq!(titles(&desk), ["Standup 20 10:00", "Review 20 17:00"]);
    refresh(&desk, feed).unwrap();
    assert!(!server.heads()[1].to_lowercase().contains("if-none-match"));
    assert_eq!(titles(&desk), ["Standup 20 10:00", "Review 20 14:00"]);
}
