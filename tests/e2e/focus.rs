//! Focus sessions and absences in the real window, with the clock in hand: a session through its
//! rounds, pauses, a restart and sleep; what an absence was; a timer that outlived the program.

use harness::{Grip, Look, Scene, Step, Window, ZONE, scene_at, until};
use serde_json::json;

use crate::common::{LITTLE, is_readable};

/// When every journey begins.
const BEGINS: &str = "2026-11-16T09:00";

/// A Monday morning with two blocks, the first of them selected.
async fn morning(scene: &Scene, body: impl AsyncFnOnce(&Window<'_>) -> Step) -> Step {
    let window = scene.open().await?;
    scene
        .watch(window, async |window| {
            at_home(window).await?;
            for (title, start, end) in [
                ("Ingest design", "09:00", "11:00"),
                ("Review with Ada", "11:30", "12:00"),
            ] {
                let block = json!({
                    "op": "create", "title": title, "category": "technical",
                    "start": format!("2026-11-16T{start}:00"), "end": format!("2026-11-16T{end}:00"),
                });
                apply(window, block).await?;
            }
            window.block("Ingest design").await?;
            body(window).await
        })
        .await
}

async fn apply(window: &Window<'_>, op: serde_json::Value) -> Step {
    let seen = json!({ "from": "2026-11-16", "until": "2026-11-23" });
    let asked = json!({ "op": op, "seen": seen });
    match window.invoke("apply", asked).await? {
        Ok(reply) if reply["reply"] == "done" => Ok(()),
        refused => Err(format!("{op} was refused: {refused:?}").into()),
    }
}

/// The computer may be anywhere; the clock of a journey is meant here.
async fn at_home(window: &Window<'_>) -> Step {
    window.begin_empty().await?;
    let opening = window.invoke("opening", json!({})).await?;
    let mut settings = opening.map_err(|fault| format!("{fault}"))?["settings"].take();
    settings["home_zone"] = json!(ZONE);
    apply(
        window,
        json!({ "op": "set_settings", "settings": settings }),
    )
    .await
}

/// Turns the question about absences off: the clock of a journey jumps.
async fn never_ask(window: &Window<'_>) -> Step {
    let read = window.invoke("attention", json!({})).await?;
    let mut attention = read.map_err(|fault| format!("{fault}"))?;
    attention["ask_after_idle"] = json!(null);
    let op = json!({ "op": "set_attention", "attention": attention });
    apply(window, op).await
}

async fn week(window: &Window<'_>) -> Step<serde_json::Value> {
    let range = json!({ "range": { "from": "2026-11-16", "until": "2026-11-23" } });
    let week = window.invoke("week", range).await?;
    week.map_err(|fault| format!("{fault}").into())
}

/// What is recorded: "Ingest design 09:00-09:25".
async fn lane(window: &Window<'_>) -> Step<Vec<String>> {
    let week = week(window).await?;
    let entries = week["entries"].as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let clock = |value: &serde_json::Value| text(value)[11..16].to_owned();
    Ok(entries
        .iter()
        .map(|one| {
            let (start, end) = (clock(&one["start"]), clock(&one["end"]));
            format!("{} {start}-{end}", text(&one["title"]))
        })
        .collect())
}

async fn records(window: &Window<'_>, expected: &[&str]) -> Step {
    until(&format!("{expected:?} to be recorded"), async || {
        let lane = lane(window).await?;
        match lane == expected {
            true => Ok(true),
            false => Err(format!("{lane:?}").into()),
        }
    })
    .await
}

/// Begins a session in rounds for the block.
async fn begin(window: &Window<'_>) -> Step {
    let block = window.block("Ingest design").await?;
    window.click_at(block.grip(Grip::Whole)).await?;
    window.press("f").await?;
    window.find("dialog", "Begin a focus session").await?;
    window.agree("Begin").await?;
    window.find("heading", "Round 1").await.map(drop)
}

async fn start_timer(window: &Window<'_>) -> Step {
    let week = week(window).await?;
    let key = week["occurrences"][0]["key"].clone();
    apply(window, json!({ "op": "start", "of": key })).await?;
    window
        .find("button", "Timer: Ingest design")
        .await
        .map(drop)
}

#[test]
fn a_session_goes_through_four_rounds_to_its_long_break() {
    scene_at(BEGINS, Look::default(), "focus-rounds", async |scene| {
        morning(scene, async |window| {
            let clock = |wall: &str| scene.profile.clock(&format!("2026-11-16T{wall}"));
            never_ask(window).await?;
            begin(window).await?;
            is_readable(window, "focus").await?;
            let rounds = [("09:25", "09:30"), ("09:55", "10:00"), ("10:25", "10:30")];
            for ((over, ready), next) in rounds.into_iter().zip(2..) {
                clock(over)?;
                window.find("heading", "Break").await?;
                window.says(&format!("Round {} is over", next - 1)).await?;
                clock(ready)?;
                window
                    .find("heading", &format!("Ready for round {next}"))
                    .await?;
                window.click("button", "Begin the round").await?;
                window.find("heading", &format!("Round {next}")).await?;
            }
            clock("10:55")?;
            window.find("heading", "Long break").await?;
            is_readable(window, "focus-break").await?;
            clock("11:10")?;
            window.find("heading", "Ready for round 5").await?;
            records(
                window,
                &[
                    "Ingest design 09:00-09:25",
                    "Ingest design 09:30-09:55",
                    "Ingest design 10:00-10:25",
                    "Ingest design 10:30-10:55",
                ],
            )
            .await
        })
        .await
    });
}

#[test]
fn a_pause_holds_the_round_and_the_keyboard_does_all_of_it() {
    scene_at(BEGINS, Look::default(), "focus-pause", async |scene| {
        morning(scene, async |window| {
            let clock = |wall: &str| scene.profile.clock(&format!("2026-11-16T{wall}"));
            never_ask(window).await?;
            begin(window).await?;
            clock("09:10")?;
            window.tab_to("button", "Pause").await?;
            window.press("Enter").await?;
            window.find("heading", "Paused").await?;
            clock("09:40")?;
            window.tab_to("button", "Go on").await?;
            window.press("Enter").await?;
            window.find("heading", "Round 1").await?;
            window.tab_to("button", "5 minutes more").await?;
            window.press("Enter").await?;
            window.says("more for this round").await?;
            clock("09:55")?;
            window.find("heading", "Round 1").await?;
            clock("10:00")?;
            window.find("heading", "Break").await?;
            records(
                window,
                &["Ingest design 09:00-09:10", "Ingest design 09:40-10:00"],
            )
            .await?;
            window.press("Escape").await?;
            window.gone("heading", "Break").await?;
            window.press("f").await?;
            window.find("heading", "Break").await.map(drop)
        })
        .await
    });
}

#[test]
fn a_round_goes_on_over_a_restart_and_ends_in_sleep() {
    scene_at(BEGINS, Look::default(), "focus-restart", async |scene| {
        morning(scene, async |window| begin(window).await).await?;
        scene.profile.clock("2026-11-16T09:05")?;
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                let block = window.block("Ingest design").await?;
                window.click_at(block.grip(Grip::Whole)).await?;
                window.press("f").await?;
                window.find("heading", "Round 1").await?;
                // The computer sleeps over the end of the round and of its break.
                scene.profile.clock("2026-11-16T13:00")?;
                // What is asked of the absence leaves the view.
                window.reads("You were away from 09:05 to 09:25").await?;
                records(window, &["Ingest design 09:00-09:25"]).await?;
                window.click("button", "A break").await?;
                records(window, &["Ingest design 09:00-09:05"]).await?;
                let block = window.block("Ingest design").await?;
                window.click_at(block.grip(Grip::Whole)).await?;
                window.press("f").await?;
                window.find("heading", "Ready for round 2").await.map(drop)
            })
            .await
    });
}

/// Away from 9:10 to 9:40 while the timer runs since 9:00.
async fn back_again(scene: &Scene, window: &Window<'_>) -> Step {
    start_timer(window).await?;
    scene.profile.clock_without_a_hand("2026-11-16T09:01", 0)?;
    for minute in (2..40).step_by(2) {
        let idle = if minute < 10 { 0 } else { (minute - 10) * 60 };
        let wall = format!("2026-11-16T09:{minute:02}");
        scene.profile.clock_without_a_hand(&wall, idle)?;
        until(&format!("{wall} to be looked at"), async || {
            let week = week(window).await?;
            let now = week["now"].as_str().unwrap_or_default().to_owned();
            Ok(now.starts_with(&wall))
        })
        .await?;
        // Two looks of the program's own, at every such minute.
        window
            .invoke("away", json!({}))
            .await?
            .map_err(|fault| format!("{fault}"))?;
    }
    scene.profile.clock_without_a_hand("2026-11-16T09:40", 0)?;
    window.reads("while Ingest design was recorded.").await
}

#[test]
fn an_absence_is_asked_about_and_each_answer_is_kept() {
    for (answer, expected) in [
        ("I was working", vec!["Ingest design 09:00-09:50"]),
        (
            "A break",
            vec!["Ingest design 09:00-09:10", "Ingest design 09:40-09:50"],
        ),
        ("Discard it", vec!["Ingest design 09:00-09:10"]),
    ] {
        scene_at(BEGINS, Look::default(), "focus-away", async |scene| {
            morning(scene, async |window| {
                back_again(scene, window).await?;
                window.reads("You were away from 09:10 to 09:40").await?;
                is_readable(window, "focus-away").await?;
                window.tab_to("button", answer).await?;
                window.press("Enter").await?;
                window.gone("region", "Absence").await?;
                scene.profile.clock("2026-11-16T09:50")?;
                let runs = week(window).await?["running"].is_object();
                if runs {
                    apply(window, json!({ "op": "stop", "at": null })).await?;
                }
                records(window, &expected).await
            })
            .await
        });
    }
}

#[test]
fn an_absence_was_another_block_or_a_few_words() {
    scene_at(BEGINS, Look::default(), "focus-away-other", async |scene| {
        morning(scene, async |window| {
            back_again(scene, window).await?;
            window.click("button", "Something else…").await?;
            window.find("textbox", "What it was").await?;
            is_readable(window, "focus-away-other").await?;
            window.write("Call with operations").await?;
            window.press("Enter").await?;
            records(
                window,
                &[
                    "Ingest design 09:00-09:10",
                    "Call with operations 09:10-09:40",
                ],
            )
            .await
        })
        .await
    });
}

#[test]
fn a_killed_program_loses_no_minute_and_asks_about_those_since() {
    scene_at(BEGINS, Look::default(), "focus-killed", async |scene| {
        let window = scene.open().await?;
        at_home(&window).await?;
        apply(&window, json!({ "op": "start", "title": "Ingest design" })).await?;
        window.find("button", "Timer: Ingest design").await?;
        window.kill().await?;
        scene.profile.clock("2026-11-16T10:30")?;
        let elsewhere = scene.elsewhere().await?;
        let opened = elsewhere.open().await?;
        elsewhere
            .watch(opened, async |window| {
                window.reads("You were away from 09:00 to 10:30").await?;
                window.click("button", "I was working").await?;
                apply(window, json!({ "op": "stop", "at": null })).await?;
                records(window, &["Ingest design 09:00-10:30"]).await
            })
            .await
    });
}

#[test]
fn without_a_tray_the_program_is_whole_and_starts_with_the_desktop_if_wanted() {
    scene_at(BEGINS, Look::DARK, "focus-settings", async |scene| {
        morning(scene, async |window| {
            window.resize(LITTLE.0, LITTLE.1).await?;
            let file = scene.profile.config("autostart/evenkeel.desktop");
            window.go_to("Settings").await?;
            let switch = window.find("switch", "Start with the desktop").await?;
            assert!(
                !window
                    .names("switch")
                    .await?
                    .iter()
                    .any(|name| name.contains("tray"))
            );
            assert!(!file.exists());
            switch.click().await?;
            until("the file to be written", async || Ok(file.is_file())).await?;
            let text = std::fs::read_to_string(&file)?;
            assert!(text.contains("Exec=\""), "{text}");
            is_readable(window, "focus-settings").await?;
            window
                .find("switch", "Start with the desktop")
                .await?
                .click()
                .await?;
            until("the file to go", async || Ok(!file.exists())).await?;
            window.go_to("Week").await?;
            begin(window).await?;
            is_readable(window, "focus-dark").await
        })
        .await
    });
}
