//! Focus sessions and absences, with the clock in hand.

use super::{at, enter, lane, start, steady, stop};
use crate::desk::{Desk, said_well};
use evenkeel_app::messages::{
    Absence, AwayQuestion, FocusDraft, Op, Reply, SessionStep, StartDraft,
};
use evenkeel_app::{AbsenceBeat, Planner, SessionBeat};
use evenkeel_core::actual::{Phase, Rounds};
use evenkeel_core::attention::Attention;
use evenkeel_core::category::Category;

fn desk() -> Desk {
    let mut desk = Desk::new();
    steady(&mut desk);
    at(&mut desk, "09:00");
    desk
}

fn focus(title: &str) -> Op {
    Op::Start(StartDraft {
        title: Some(title.into()),
        focus: Some(FocusDraft::Rounds(Rounds::default())),
        ..StartDraft::default()
    })
}

fn beat(desk: &Desk) -> SessionBeat {
    desk.planner().beat_session(&desk.moment).unwrap()
}

/// A look at whether somebody is there, and the note that the program is.
fn look(desk: &Desk, idle: Option<i64>) -> AbsenceBeat {
    let beat = desk.planner().beat_absence(|| idle, &desk.moment).unwrap();
    desk.planner().note_running(&desk.moment).unwrap();
    beat
}

/// Lets the minutes pass until a time, without a hand on anything since another.
fn sit(desk: &mut Desk, until: &str, touched: &str) -> bool {
    let (until, touched) = (super::instant(desk, until), super::instant(desk, touched));
    let mut asks = false;
    while desk.moment.now < until {
        desk.moment.now = desk.moment.now.plus_seconds(60);
        if let Some(ticks) = &mut desk.moment.ticks {
            ticks.seconds += 60;
        }
        asks |= look(desk, Some(touched.seconds_until(desk.moment.now))).asks;
    }
    asks
}

fn asked(desk: &Desk) -> Option<AwayQuestion> {
    desk.planner().away_question(&desk.moment).unwrap()
}

fn answer(question: &AwayQuestion, was: Absence) -> Op {
    Op::Away {
        from: question.from,
        until: question.until,
        was,
    }
}

fn phase(desk: &Desk) -> Option<Phase> {
    desk.week().running.map(|running| running.phase)
}

fn attend(desk: &Desk, change: impl FnOnce(&mut Attention)) {
    let mut attention = desk.planner().attention().unwrap();
    change(&mut attention);
    desk.apply(Op::SetAttention { attention });
}

#[test]
fn a_session_goes_through_work_break_and_ready_and_says_so_each_time() {
    let mut desk = desk();
    desk.apply(focus("Ingest"));
    assert!(desk.planner().is_hushed().unwrap());
    let waits = beat(&desk);
    assert!(waits.outcome.is_none() && waits.notice.is_none());
    at(&mut desk, "09:25");
    assert_eq!(waits.next, Some(desk.moment.now));
    let over = beat(&desk);
    let notice = over.notice.unwrap();
    assert_eq!(
        (notice.title.as_str(), notice.body.as_str()),
        ("Round 1 is over", "A break of 5 min.")
    );
    assert_eq!(
        over.outcome.unwrap().said,
        "Round 1 is over. A break of 5 min."
    );
    assert_eq!(lane(&desk), ["Ingest 09:00-09:25 timer"]);
    assert!(!desk.planner().is_hushed().unwrap());
    at(&mut desk, "09:30");
    let ready = beat(&desk);
    assert_eq!((phase(&desk), ready.next), (Some(Phase::Ready), None));
    assert_eq!(ready.notice.unwrap().title, "The break is over");
    at(&mut desk, "09:40");
    let said = desk.apply(Op::Session(SessionStep::Resume)).said;
    assert_eq!(said, "Round 2 begins. 25 min of Ingest.");
    at(&mut desk, "09:45");
    desk.apply(stop());
    let recorded = ["Ingest 09:00-09:25 timer", "Ingest 09:40-09:45 timer"];
    assert_eq!(lane(&desk), recorded);
}

#[test]
fn what_ended_hours_ago_is_recorded_but_is_no_news() {
    let mut desk = desk();
    desk.apply(focus("Ingest"));
    at(&mut desk, "17:00");
    desk.reopen();
    let late = beat(&desk);
    assert!(late.outcome.is_some() && late.notice.is_none());
    assert_eq!(lane(&desk), ["Ingest 09:00-09:25 timer"]);
    assert_eq!(phase(&desk), Some(Phase::Ready));
}

#[test]
fn a_stop_after_the_end_of_a_round_records_the_round_and_no_more() {
    let mut desk = desk();
    desk.apply(focus("Ingest"));
    at(&mut desk, "11:00");
    desk.apply(stop());
    assert_eq!(lane(&desk), ["Ingest 09:00-09:25 timer"]);
    assert_eq!(phase(&desk), None);
}

#[test]
fn undo_passes_over_a_round_that_ended_by_itself() {
    let mut desk = desk();
    desk.apply(start("Mail"));
    at(&mut desk, "09:10");
    desk.apply(focus("Ingest"));
    at(&mut desk, "09:20");
    desk.apply(Op::Session(SessionStep::Pause));
    desk.undo();
    at(&mut desk, "09:36");
    beat(&desk);
    let recorded = ["Mail 09:00-09:10 timer", "Ingest 09:10-09:35 timer"];
    assert_eq!(lane(&desk), recorded);
    let (undo, redo) = (desk.week().undo, desk.week().redo);
    assert_eq!(undo.as_deref(), Some("start Ingest"));
    // The pause was about a round that is over.
    assert_eq!(redo, None);
    assert!(!has_redone(&desk));
    assert_eq!(lane(&desk), recorded);
    desk.undo();
    desk.redo();
    assert_eq!(lane(&desk), recorded);
    assert_eq!(phase(&desk), Some(Phase::ShortBreak));
}

fn has_redone(desk: &Desk) -> bool {
    let reply = desk.planner().redo(desk.seen, &desk.moment);
    matches!(reply, Reply::Done(_))
}

#[test]
fn what_undo_brings_back_goes_around_a_round_that_ended_by_itself() {
    let mut desk = desk();
    desk.apply(focus("Ingest"));
    at(&mut desk, "09:15");
    desk.apply(enter("Call", "08:40", "09:10"));
    let call = desk.week().entries[0].id;
    at(&mut desk, "09:20");
    desk.apply(Op::RemoveEntries {
        entries: vec![call],
    });
    at(&mut desk, "09:26");
    beat(&desk);
    assert_eq!(lane(&desk), ["Ingest 09:00-09:25 timer"]);
    desk.undo();
    let around = ["Call 08:40-09:00 hand", "Ingest 09:00-09:25 timer"];
    assert_eq!(lane(&desk), around);
    desk.redo();
    assert_eq!(lane(&desk), ["Ingest 09:00-09:25 timer"]);
    desk.undo();
    assert_eq!(lane(&desk), around);
}
#[test]
fn undo_does_not_bring_a_round_back_that_is_over() {
    let mut desk = desk();
    desk.apply(focus("Ingest"));
    at(&mut desk, "09:10");
    desk.apply(Op::Interrupt { word: "Ann".into() });
    desk.apply(Op::Session(SessionStep::Extend { minutes: 5 }));
    at(&mut desk, "09:12");
    desk.apply(Op::Session(SessionStep::Pause));
    at(&mut desk, "09:14");
    desk.apply(Op::Session(SessionStep::Resume));
    desk.apply(enter("Call", "08:00", "08:10"));
    at(&mut desk, "09:33");
    beat(&desk);
    assert_eq!(phase(&desk), Some(Phase::ShortBreak));
    let recorded = ["Ingest 09:00-09:12 timer", "Ingest 09:14-09:32 timer"];
    desk.undo();
    assert_eq!(lane(&desk), recorded);
    assert_eq!(phase(&desk), Some(Phase::ShortBreak));
    assert_eq!(desk.week().undo.as_deref(), Some("start Ingest"));
    desk.undo();
    assert_eq!(
        (phase(&desk), lane(&desk)),
        (None, recorded.map(String::from).to_vec())
    );
}

#[test]
fn a_step_that_cannot_be_is_refused_in_plain_words_and_changes_nothing() {
    let mut desk = desk();
    for step in [SessionStep::Pause, SessionStep::Skip] {
        said_well(&desk.refused(Op::Session(step)));
    }
    desk.apply(start("Mail"));
    at(&mut desk, "09:10");
    for step in [
        SessionStep::Resume,
        SessionStep::Skip,
        SessionStep::Extend { minutes: 5 },
        SessionStep::Extend { minutes: 0 },
        SessionStep::Extend { minutes: 9_999 },
    ] {
        said_well(&desk.refused(Op::Session(step)));
    }
    desk.apply(Op::Session(SessionStep::Pause));
    said_well(&desk.refused(Op::Session(SessionStep::Pause)));
    let mut attention = Attention::default();
    attention.rounds.work = 0;
    said_well(&desk.refused(Op::SetAttention { attention }));
}

#[test]
fn a_round_that_began_by_itself_is_not_announced_while_it_is_quiet() {
    let mut desk = desk();
    attend(&desk, |attention| attention.next_round_by_itself = true);
    desk.apply(focus("Ingest"));
    at(&mut desk, "09:25");
    assert!(beat(&desk).notice.is_some());
    at(&mut desk, "09:30");
    let begun = beat(&desk);
    assert!(begun.outcome.is_some() && begun.notice.is_none());
    assert_eq!(phase(&desk), Some(Phase::Work));
}

/// Away from 9:10 to 9:40 while a timer runs since 9:00, and back.
fn away() -> (Desk, AwayQuestion) {
    let mut desk = desk();
    desk.block(
        "Design review",
        Category::Technical,
        "2026-11-20T09:15",
        "2026-11-20T09:45",
    );
    desk.apply(start("Ingest"));
    look(&desk, Some(0));
    sit(&mut desk, "09:10", "09:10");
    assert!(!sit(&mut desk, "09:39", "09:10"));
    assert_eq!(asked(&desk), None);
    at(&mut desk, "09:40");
    assert!(look(&desk, Some(0)).asks);
    let question = asked(&desk).unwrap();
    (desk, question)
}

#[test]
fn on_return_it_is_asked_once_and_kept_until_it_is_answered() {
    let (mut desk, question) = away();
    assert_eq!(
        question.sentence,
        "You were away from 09:10 to 09:40, 30 min, while Ingest was recorded."
    );
    assert_eq!(question.offers[0].title, "Design review");
    at(&mut desk, "09:41");
    assert!(!look(&desk, Some(10)).asks);
    assert_eq!(asked(&desk).as_ref(), Some(&question));
    desk.apply(answer(&question, Absence::Work));
    assert_eq!(asked(&desk), None);
    assert_eq!(lane(&desk), [""; 0]);
}

#[test]
fn every_answer_gives_the_absence_to_what_it_was_and_no_minute_to_two() {
    let (mut desk, question) = away();
    desk.apply(answer(&question, Absence::Break));
    at(&mut desk, "09:50");
    desk.apply(stop());
    let around = ["Ingest 09:00-09:10 timer", "Ingest 09:40-09:50 timer"];
    assert_eq!(lane(&desk), around);

    let (mut desk, question) = away();
    let other = Absence::Other {
        of: Some(question.offers[0].key.clone()),
        title: String::new(),
        category: None,
    };
    desk.apply(answer(&question, other));
    at(&mut desk, "09:50");
    desk.apply(stop());
    let between = [
        "Ingest 09:00-09:10 timer",
        "Design review 09:10-09:40 hand",
        "Ingest 09:40-09:50 timer",
    ];
    assert_eq!(lane(&desk), between);

    let (desk, question) = away();
    desk.apply(answer(&question, Absence::Discard));
    assert_eq!(lane(&desk), ["Ingest 09:00-09:10 timer"]);
    assert_eq!(phase(&desk), None);
    assert_eq!(asked(&desk), None);
}

#[test]
fn a_question_about_time_that_was_taken_away_meanwhile_is_dropped() {
    let (desk, _) = away();
    desk.undo();
    assert_eq!(asked(&desk), None);
}

#[test]
fn a_timer_that_outlived_the_program_is_asked_about_from_where_it_was_last_seen() {
    let mut desk = desk();
    desk.apply(start("Ingest"));
    look(&desk, None);
    sit(&mut desk, "09:20", "09:20");
    at(&mut desk, "11:00");
    desk.reopen();
    assert!(look(&desk, None).asks);
    let question = asked(&desk).unwrap();
    assert_eq!(question.start.format("%H:%M").to_string(), "09:20");
    desk.apply(answer(&question, Absence::Discard));
    assert_eq!(lane(&desk), ["Ingest 09:00-09:20 timer"]);
}

#[test]
fn a_program_that_ends_in_its_first_minute_is_asked_about_too() {
    let mut desk = desk();
    desk.apply(start("Ingest"));
    at(&mut desk, "10:30");
    desk.reopen();
    assert!(look(&desk, None).asks);
    let question = asked(&desk).unwrap();
    assert_eq!(question.start.format("%H:%M").to_string(), "09:00");
}

#[test]
fn a_timer_started_elsewhere_while_the_program_was_closed_is_not_asked_about() {
    let mut desk = desk();
    desk.apply(start("Ingest"));
    look(&desk, None);
    sit(&mut desk, "09:20", "09:20");
    desk.apply(stop());
    look(&desk, None);
    desk.reopen();
    at(&mut desk, "12:00");
    let keel = Planner::open_guest(&desk.folder()).unwrap();
    let reply = keel.apply(start("Mail"), desk.seen, &desk.moment);
    assert!(matches!(reply, Reply::Done(_)), "{reply:?}");
    at(&mut desk, "13:00");
    assert!(!look(&desk, None).asks);
    assert_eq!(asked(&desk), None);
}

#[test]
fn sleep_over_the_end_of_a_round_asks_about_the_recorded_part_alone() {
    let mut desk = desk();
    desk.apply(focus("Ingest"));
    sit(&mut desk, "09:05", "09:05");
    at(&mut desk, "13:00");
    beat(&desk);
    assert!(look(&desk, None).asks);
    let question = asked(&desk).unwrap();
    assert_eq!(
        question.sentence,
        "You were away from 09:05 to 09:25, 20 min, while Ingest was recorded."
    );
    assert!(!question.runs);
    desk.apply(answer(&question, Absence::Break));
    assert_eq!(lane(&desk), ["Ingest 09:00-09:05 timer"]);
    assert_eq!(phase(&desk), Some(Phase::Ready));
}

#[test]
fn meetings_and_what_is_turned_off_are_never_asked_about() {
    let mut desk = desk();
    let file = desk.file(
        "work.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//\r\nBEGIN:VEVENT\r\nUID:1\r\n\
         DTSTAMP:20260101T000000Z\r\nDTSTART:20261120T090000\r\nDTEND:20261120T100000\r\n\
         SUMMARY:All hands\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    desk.import(&file);
    desk.apply(start("Ingest"));
    look(&desk, Some(0));
    assert!(!sit(&mut desk, "09:50", "09:00"));
    assert!(!sit(&mut desk, "09:55", "09:54"));
    assert!(!sit(&mut desk, "10:30", "09:54"));
    assert!(sit(&mut desk, "10:31", "10:31"));
    assert_eq!(
        asked(&desk).unwrap().start.format("%H:%M").to_string(),
        "10:00"
    );

    attend(&desk, |attention| attention.ask_after_idle = None);
    assert!(!sit(&mut desk, "12:00", "10:31"));
    assert!(!sit(&mut desk, "12:01", "12:01"));
}

#[test]
fn the_desktop_is_not_asked_while_nothing_is_recorded() {
    let desk = desk();
    let beat = desk
        .planner()
        .beat_absence(|| panic!("the desktop was asked"), &desk.moment);
    assert_eq!(beat.unwrap(), AbsenceBeat::default());
}
