//! Seasons, boundaries and saying no, by pointer and by keyboard.

use harness::{Event, Grip, Step, Window, until};

use crate::common::{TEN, changes_nothing, empty_week};

/// Opens the seasons and makes one whose name is typed next.
async fn new_season(window: &Window<'_>, name: &str) -> Step {
    window.click("button", "New season").await?;
    window.focus_is("textbox", "Name").await?;
    window.press("Ctrl+a").await?;
    window.write(name).await?;
    window.press("Enter").await?;
    window.says(&format!("Season {name} saved.")).await
}

async fn value(window: &Window<'_>, label: &str) -> Step<String> {
    let field = window.find("textbox", label).await?;
    Ok(field.prop("value").await?.unwrap_or_default())
}

#[test]
fn a_season_changes_what_the_week_is_measured_by_and_undo_takes_it_back() {
    empty_week("season-counts", async |window, _| {
        let before = window.meter("Technical").await?.target;
        window.go_to("Seasons").await?;
        new_season(window, "Launch").await?;
        window.type_over("textbox", "Technical", "80").await?;
        window.type_over("textbox", "Management", "10").await?;
        window.type_over("textbox", "Growth", "10").await?;
        window.press("Enter").await?;
        window.find("button", "Undo change season Launch").await?;
        window
            .type_over("textbox", "First day", "2026-01-01")
            .await?;
        window.press("Enter").await?;
        window.reads("Launch counts today").await?;
        window.picture("season-new").await?;
        window.go_to("Week").await?;
        until("the season to count", async || {
            Ok(before < window.meter("Technical").await?.target)
        })
        .await?;
        window.go_to("Seasons").await?;
        window.click("button", "Launch").await?;
        window.click("button", "Remove season").await?;
        window.says("Season Launch removed.").await?;
        window.find("button", "Undo remove season Launch").await?;
        window.go_to("Week").await?;
        until("the usual mix to count", async || {
            Ok(before == window.meter("Technical").await?.target)
        })
        .await
    });
}

#[test]
fn two_seasons_that_meet_say_which_one_counts() {
    empty_week("season-meets", async |window, _| {
        window.go_to("Seasons").await?;
        new_season(window, "First").await?;
        window
            .type_over("textbox", "First day", "2026-03-02")
            .await?;
        window.press("Enter").await?;
        window
            .type_over("textbox", "Last day", "2026-03-29")
            .await?;
        window.press("Enter").await?;
        window.find("button", "Undo change season First").await?;
        new_season(window, "Second").await?;
        window
            .type_over("textbox", "First day", "2026-03-16")
            .await?;
        window.press("Enter").await?;
        window.reads("It counts instead of First").await?;
        window
            .type_over("textbox", "Last day", "2026-03-01")
            .await?;
        window.press("Enter").await?;
        window.reads("would end before it begins").await
    });
}

#[test]
fn the_keyboard_alone_answers_the_questions_and_makes_a_season() {
    empty_week("season-questions", async |window, _| {
        window.press("Ctrl+4").await?;
        window.find("group", "Seasons on the line").await?;
        window.tab_to("button", "Five questions").await?;
        window.press("Enter").await?;
        window.find("dialog", "Five questions").await?;
        for (answer, right) in [
            ("It is clear", 0),
            ("Yes, mostly", 0),
            ("Yes", 2),
            ("They are missing or broken", 1),
            ("Getting known things done", 1),
        ] {
            window.tab_to("radio", answer).await?;
            window.press("Space").await?;
            for _ in 0..right {
                window.press("ArrowRight").await?;
            }
        }
        window
            .reads("42 % why and where, 58 % how and when")
            .await?;
        window.reads("Growing what works (40 %)").await?;
        window.picture("season-answers").await?;
        window.tab_to("button", "Make a season of it").await?;
        window.press("Enter").await?;
        window.focus_is("textbox", "Name").await?;
        window.reads("42 %").await
    });
}

#[test]
fn crisis_mode_is_started_and_ended_by_hand() {
    empty_week("crisis", async |window, _| {
        window.go_to("Seasons").await?;
        window.click("button", "Crisis mode…").await?;
        window.find("dialog", "Crisis mode").await?;
        window.click("button", "Start crisis mode").await?;
        window.says("Crisis mode begins on").await?;
        window.reads("Crisis mode: Day 1.").await?;
        window.picture("crisis-runs").await?;
        window.press("Ctrl+k").await?;
        window.press("Escape").await?;
        window.click("button", "End crisis mode").await?;
        window.says("Crisis mode is over").await?;
        window.find("button", "Crisis mode…").await.map(drop)
    });
}

#[test]
fn a_vacation_over_a_planned_week_is_one_notice_and_a_hint_that_leads_to_the_blocks() {
    empty_week("vacation", async |window, days| {
        let (from, to) = (days[1].at(TEN), days[1].at(TEN + 60));
        window.draw("Write the plan", from, to).await?;
        window.go_to("Settings").await?;
        window.click("button", "Add time off").await?;
        window
            .type_over("textbox", "New time off: first day", &days[0].date)
            .await?;
        window.press("Tab").await?;
        window
            .type_over("textbox", "New time off: last day", &days[4].date)
            .await?;
        window.press("Tab").await?;
        window.click("button", "Add").await?;
        window
            .says("1 block (1 h) stands on these days; it stays until you move it.")
            .await?;
        window.go_to("Week").await?;
        window
            .find_part("button", "Vacation")
            .await?
            .click()
            .await?;
        window.focus_is("button", "Write the plan").await?;
        window.picture("vacation-week").await?;
        window.go_to("Settings").await?;
        assert!(!value(window, "Vacation: first day").await?.is_empty());
        Ok(())
    });
}

#[test]
fn a_rule_that_is_crossed_leads_to_its_block() {
    empty_week("rule-crossed", async |window, days| {
        window.go_to("Settings").await?;
        window.click("button", "Keep a time free").await?;
        window.says("Boundaries saved.").await?;
        window.type_over("textbox", "Rule 1: to", "8").await?;
        window.press("Enter").await?;
        window.find("button", "Undo change boundaries").await?;
        window.type_over("textbox", "Rule 1: to", "0:00").await?;
        window.press("Enter").await?;
        window.type_over("textbox", "Rule 1: from", "9").await?;
        window.press("Enter").await?;
        window.go_to("Week").await?;
        let (from, to) = (days[2].at(TEN), days[2].at(TEN + 60));
        window.draw("Staff meeting", from, to).await?;
        window.press("2").await?;
        window
            .find_part("button", "of management after")
            .await?
            .click()
            .await?;
        window.focus_is("button", "Staff meeting").await?;
        window.picture("rule-crossed").await.map(drop)
    });
}

#[test]
fn an_event_is_declined_with_its_title_and_length_and_stands_in_the_log() {
    empty_week("say-no", async |window, days| {
        let file = window.profile.calendar(
            "work.ics",
            &[Event {
                uid: "vendor@example.org",
                title: "Vendor call",
                date: &days[3].date,
                from: "10:00",
                to: "11:30",
            }],
        )?;
        window
            .profile
            .keel(&["import".as_ref(), file.as_os_str()])?;
        let event = window
            .block_where("the event “Vendor call”", |block| {
                block.layer == "feed" && block.label.starts_with("Vendor call")
            })
            .await?;
        window.click_at(event.grip(Grip::Whole)).await?;
        window.click("button", "Say no…").await?;
        window.find("dialog", "Saying no").await?;
        assert_eq!(value(window, "What").await?, "Vendor call");
        assert_eq!(value(window, "Time saved").await?, "1 h 30");
        window.type_over("textbox", "Handed to", "Ada").await?;
        window
            .type_over("textbox", "It makes room for the goal", "Ship ingest")
            .await?;
        window.picture("say-no").await?;
        window.click("button", "Write it down").await?;
        window
            .says("No to Vendor call: 1 h 30 saved, handed to Ada.")
            .await?;
        window.go_to("Settings").await?;
        window.reads("1 h 30 saved, once, 1 handed on").await?;
        changes_nothing(window, async || {
            window.click("button", "Write down a no").await?;
            window.click("button", "Write it down").await?;
            window.reads("It does not say what was declined.").await?;
            window.press("Escape").await
        })
        .await
    });
}
