//! Reminders: each comes at its time and once, what was missed comes as one list, and all of it can
//! be muted.

use harness::{Look, Scene, Step, Window, ZONE, scene_at, until};
use serde_json::json;

use crate::common::{LITTLE, ROOM, is_readable};

/// A Monday, quarter to nine.
const BEGINS: &str = "2026-11-16T08:45";

/// That Monday, with two blocks.
async fn monday(
    scene: &Scene,
    (width, height): (u32, u32),
    body: impl AsyncFnOnce(&Window<'_>) -> Step,
) -> Step {
    let window = scene.open().await?;
    scene
        .watch(window, async |window| {
            window.resize(width, height).await?;
            window.begin_empty().await?;
            // The computer may be anywhere; the clock is meant here.
            let opening = window.invoke("opening", json!({})).await?;
            let mut settings = opening.map_err(|fault| format!("{fault}"))?["settings"].take();
            settings["home_zone"] = json!(ZONE);
            apply(window, json!({ "op": "set_settings", "settings": settings })).await?;
            set(window, "commit_week", json!(null)).await?;
            for (title, start, end) in [
                ("Ingest design", "10:00", "11:00"),
                ("Review with Ada", "11:30", "12:00"),
            ] {
                let block = json!({
                    "op": "create", "title": title, "category": "technical",
                    "start": format!("2026-11-16T{start}:00"), "end": format!("2026-11-16T{end}:00"),
                });
                apply(window, block).await?;
            }
            body(window).await
        })
        .await
}

async fn apply(window: &Window<'_>, op: serde_json::Value) -> Step {
    let seen = json!({ "from": "2026-11-16", "until": "2026-11-23" });
    let asked = json!({ "op": op, "seen": seen });
    let reply = window.invoke("apply", asked).await?;
    match reply {
        Ok(reply) if reply["reply"] == "done" => Ok(()),
        refused => Err(format!("{op} was refused: {refused:?}").into()),
    }
}

/// Changes one part of what draws attention.
async fn set(window: &Window<'_>, part: &str, value: serde_json::Value) -> Step {
    let read = window.invoke("attention", json!({})).await?;
    let mut attention = read.map_err(|fault| format!("{fault}"))?;
    attention[part] = value;
    apply(
        window,
        json!({ "op": "set_attention", "attention": attention }),
    )
    .await
}

/// The headings of everything in the corner.
async fn shown(window: &Window<'_>) -> Step<Vec<String>> {
    window.names("article").await
}

async fn shows(window: &Window<'_>, expected: &[&str]) -> Step {
    until(&format!("{expected:?} in the corner"), async || {
        let names = shown(window).await?;
        match names == expected {
            true => Ok(true),
            false => Err(format!("{names:?}").into()),
        }
    })
    .await
}

/// Puts a reminder that is sure to come behind those that must not: when it is there, they would be.
async fn nothing_else_comes(window: &Window<'_>, at: &str, title: &str, before: &[&str]) -> Step {
    let block = json!({
        "op": "create", "title": title, "category": "growth",
        "start": format!("2026-11-16T{at}:00"), "end": "2026-11-16T23:30:00",
    });
    apply(window, block).await?;
    let mut expected = before.to_vec();
    let last = format!("{title} begins now");
    expected.push(&last);
    window.profile.clock(&format!("2026-11-16T{at}"))?;
    shows(window, &expected).await
}

fn one_comes(name: &'static str, look: Look, size: (u32, u32)) {
    scene_at(BEGINS, look, &format!("reminder-{name}"), async |scene| {
        monday(scene, size, async |window| {
            scene.profile.clock("2026-11-16T09:55")?;
            shows(window, &["Ingest design in 5 minutes"]).await?;
            is_readable(window, &format!("reminder-{name}")).await?;
            window.click("button", "Mute").await?;
            window.find("button", "Not for this block").await?;
            window.find("button", "Not for technical blocks").await?;
            is_readable(window, &format!("reminder-mute-{name}")).await?;
            window.click("button", "Put the reminder away").await?;
            shows(window, &[]).await?;
            nothing_else_comes(window, "10:05", "Reading", &[]).await
        })
        .await
    });
}

#[test]
fn a_reminder_comes_at_its_time_and_once() {
    one_comes("light", Look::LIGHT, ROOM);
}

#[test]
fn a_reminder_can_be_read_in_the_dark_and_in_a_small_window() {
    one_comes("dark", Look::DARK, LITTLE);
}

fn after_sleep(name: &'static str, look: Look) {
    scene_at(BEGINS, look, &format!("missed-{name}"), async |scene| {
        monday(scene, ROOM, async |window| {
            scene.profile.clock("2026-11-16T12:45")?;
            shows(window, &["While you were away"]).await?;
            window.reads("Mon 10:00").await?;
            window.reads("Review with Ada").await?;
            is_readable(window, &format!("reminders-missed-{name}")).await?;
            window.tab_to("button", "Put the list away").await?;
            window.press("Escape").await?;
            shows(window, &[]).await?;
            nothing_else_comes(window, "13:00", "Reading", &[]).await
        })
        .await
    });
}

#[test]
fn what_was_missed_in_sleep_comes_as_one_list_and_once() {
    after_sleep("light", Look::LIGHT);
}

#[test]
fn what_was_missed_can_be_read_in_the_dark() {
    after_sleep("dark", Look::DARK);
}

#[test]
fn a_category_that_is_muted_where_it_stands_is_silent_and_undo_brings_it_back() {
    scene_at(BEGINS, Look::default(), "reminder-muted", async |scene| {
        monday(scene, ROOM, async |window| {
            scene.profile.clock("2026-11-16T09:55")?;
            shows(window, &["Ingest design in 5 minutes"]).await?;
            window.click("button", "Mute").await?;
            window.click("button", "Not for technical blocks").await?;
            shows(window, &[]).await?;
            nothing_else_comes(window, "11:28", "Reading", &[]).await?;
            window.click("button", "Put the reminder away").await?;
            window.press("Ctrl+z").await?;
            window.press("Ctrl+z").await?;
            shows(window, &["Review with Ada in 2 minutes"]).await
        })
        .await
    });
}

#[test]
fn reminders_are_set_with_the_keyboard_in_both_themes() {
    for (name, look) in [("light", Look::LIGHT), ("dark", Look::DARK)] {
        scene_at(
            BEGINS,
            look,
            &format!("reminder-settings-{name}"),
            async |scene| {
                monday(scene, ROOM, async |window| {
                    window.go_to("Settings").await?;
                    window.click("button", "Reminders").await?;
                    window.find("combobox", "Before personal blocks").await?;
                    is_readable(window, &format!("settings-reminders-{name}")).await?;
                    window
                        .choose("Before personal blocks", "15 min before")
                        .await?;
                    window.reads("Settings saved").await
                })
                .await
            },
        );
    }
}
