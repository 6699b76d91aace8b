//! What really happened: the timer, the lane of entries by pointer and by key, the plan confirmed,
//! and the three layers of a week.

use harness::{Block, Day, Grip, Look, Point, Step, Window, ZONE, scene_at, until};
use serde_json::{Value, json};

use crate::common::{LITTLE, ROOM, TEN, is_readable};

/// A Thursday afternoon, with the day behind it.
const THURSDAY: &str = "2026-11-19";
const NOON: &str = "2026-11-19T13:00";

/// An empty week of a Thursday at one, with the morning in view.
fn thursday(name: &str, body: impl AsyncFnOnce(&Window<'_>, &Day) -> Step) {
    scene_at(NOON, Look::LIGHT, name, async |scene| {
        let window = scene.open().await?;
        let body = async |window: &Window<'_>| {
            window.resize(ROOM.0, ROOM.1).await?;
            window.begin_empty().await?;
            at_home(window).await?;
            let day = window.reveal(THURSDAY, TEN).await?;
            body(window, &day).await
        };
        scene.watch(window, body).await
    });
}

/// The zone that the clocks of a journey are set in, wherever the computer is; and nothing is asked
/// of the time that a journey lets pass in one leap.
async fn at_home(window: &Window<'_>) -> Step {
    let range = json!({ "from": "2026-11-16", "until": "2026-11-23" });
    let week = window.invoke("week", json!({ "range": range })).await?;
    let mut settings = week.map_err(|fault| format!("{fault}"))?["settings"].take();
    settings["home_zone"] = json!(ZONE);
    done(
        window,
        json!({ "op": "set_settings", "settings": settings }),
    )
    .await?;
    let attention = window.invoke("attention", json!({})).await?;
    let mut attention = attention.map_err(|fault| format!("{fault}"))?;
    attention["ask_after_idle"] = json!(null);
    done(
        window,
        json!({ "op": "set_attention", "attention": attention }),
    )
    .await
}

async fn done(window: &Window<'_>, op: Value) -> Step {
    let range = json!({ "from": "2026-11-16", "until": "2026-11-23" });
    let asked = json!({ "op": op, "seen": range });
    match window.invoke("apply", asked).await? {
        Ok(reply) if reply["reply"] == "done" => Ok(()),
        refused => Err(format!("{op} was refused: {refused:?}").into()),
    }
}

/// Waits until an entry of this title stands from minute to minute of Thursday.
async fn happened(window: &Window<'_>, title: &str, from: u32, until: u32) -> Step<Block> {
    window
        .block_where(
            &format!("what happened of “{title}” from minute {from} to {until}"),
            |block| {
                block.layer == "actual"
                    && block.label.starts_with(&format!("{title}, actual"))
                    && block
                        .minutes()
                        .is_ok_and(|minutes| minutes == (from, until))
            },
        )
        .await
}

/// The lane of what happened while it is worked in: right of the block that was planned there.
fn beside(of: &Block, day: &Day, minute: u32) -> Point {
    Point {
        x: of.grip(Grip::Whole).x,
        y: day.at(minute).y,
    }
}

#[test]
fn a_timer_is_started_and_stopped_by_one_key_and_leaves_an_entry() {
    thursday("actual-timer", async |window, day| {
        window
            .draw("Ingest design", day.at(13 * 60), day.at(14 * 60))
            .await?;
        window.press("s").await?;
        window.says("Started Ingest design.").await?;
        window.find("button", "Timer: Ingest design").await?;
        window.profile.clock("2026-11-19T13:20")?;
        window.click("button", "Timer: Ingest design").await?;
        window.find("textbox", "What came up?").await?;
        window.click("textbox", "What came up?").await?;
        window.write("incident").await?;
        window.press("Enter").await?;
        window.says("Noted in Ingest design: incident.").await?;
        is_readable(window, "actual-running").await?;
        window.type_over("textbox", "Began at", "12:50").await?;
        window.press("Enter").await?;
        window
            .says("Ingest design is recorded since 12:50.")
            .await?;
        window.press("Escape").await?;
        window.profile.clock("2026-11-19T13:40")?;
        window.click("button", "Stop Ingest design").await?;
        window.says("Stopped: 50 min of Ingest design.").await?;
        let entry = happened(window, "Ingest design", 12 * 60 + 50, 13 * 60 + 40).await?;
        assert!(
            entry.label.ends_with("technical, by timer, 1 interruption"),
            "{}",
            entry.label
        );
        window.find("button", "Start the timer").await?;
        Ok(())
    });
}

#[test]
fn without_a_block_the_key_asks_what_is_started() {
    thursday("actual-start", async |window, _| {
        window.press("s").await?;
        window.focus_is("textbox", "What are you doing?").await?;
        window.write("Architecture notes").await?;
        window.press("Enter").await?;
        window.says("Started Architecture notes.").await?;
        window.profile.clock("2026-11-19T13:10")?;
        window.click("button", "Stop Architecture notes").await?;
        happened(window, "Architecture notes", 13 * 60, 13 * 60 + 10).await?;
        Ok(())
    });
}

#[test]
fn entries_are_added_moved_and_resized_by_pointer() {
    thursday("actual-pointer", async |window, day| {
        window
            .draw("Ingest design", day.at(TEN), day.at(TEN + 60))
            .await?;
        // It happened as planned: from here on there is a lane.
        window.press("y").await?;
        let entry = happened(window, "Ingest design", TEN, TEN + 60).await?;
        assert!(entry.label.ends_with("as planned"), "{}", entry.label);
        window.click_at(entry.grip(Grip::Whole)).await?;
        window.focus_is("button", "Ingest design, actual").await?;

        let wide = happened(window, "Ingest design", TEN, TEN + 60).await?;
        let held = beside(&wide, day, TEN + 30);
        window.drag(held, beside(&wide, day, TEN - 30)).await?;
        let moved = happened(window, "Ingest design", TEN - 60, TEN).await?;
        assert!(moved.label.ends_with("by hand"), "{}", moved.label);
        window
            .drag(moved.grip(Grip::End), beside(&moved, day, TEN + 30))
            .await?;
        happened(window, "Ingest design", TEN - 60, TEN + 30).await?;

        // Where nothing was planned, it asks what it was.
        window
            .drag(
                beside(&wide, day, 12 * 60),
                beside(&wide, day, 12 * 60 + 30),
            )
            .await?;
        window.focus_is("textbox", "Title").await?;
        window.write("Incident").await?;
        window.press("Enter").await?;
        let added = happened(window, "Incident", 12 * 60, 12 * 60 + 30).await?;
        is_readable(window, "actual-lane").await?;

        // What is still to come cannot have happened: said at the entry, which stays.
        window
            .drag(added.grip(Grip::Whole), beside(&added, day, 15 * 60))
            .await?;
        window.reads("An entry cannot end in the future").await?;
        happened(window, "Incident", 12 * 60, 12 * 60 + 30).await?;
        Ok(())
    });
}

#[test]
fn entries_are_moved_resized_split_corrected_and_deleted_by_key() {
    thursday("actual-keys", async |window, day| {
        window
            .draw("Ingest design", day.at(TEN), day.at(TEN + 60))
            .await?;
        window.press("y").await?;
        happened(window, "Ingest design", TEN, TEN + 60).await?;
        window.press("g").await?;
        window.focus_is("button", "Ingest design, actual").await?;
        window.press("Shift+ArrowUp").await?;
        window.press("Enter").await?;
        happened(window, "Ingest design", TEN - 15, TEN + 45).await?;
        window.press("Ctrl+ArrowDown").await?;
        window.press("Enter").await?;
        happened(window, "Ingest design", TEN - 15, TEN + 60).await?;
        window.press("Ctrl+Shift+ArrowDown").await?;
        window.press("Enter").await?;
        happened(window, "Ingest design", TEN, TEN + 60).await?;
        window.focus_is("button", "Ingest design, actual").await?;
        window.press("3").await?;
        window.focus_is("button", ", growth, ").await?;

        window.press("Enter").await?;
        window.focus_is("textbox", "Title").await?;
        window.type_over("textbox", "To", "11:20").await?;
        window.press("Enter").await?;
        happened(window, "Ingest design", TEN, TEN + 80).await?;
        is_readable(window, "actual-editor").await?;
        window.click("button", "Split").await?;
        happened(window, "Ingest design", TEN, TEN + 45).await?;
        happened(window, "Ingest design", TEN + 45, TEN + 80).await?;
        window.press("Ctrl+z").await?;
        let whole = happened(window, "Ingest design", TEN, TEN + 80).await?;
        window.click_at(whole.grip(Grip::Whole)).await?;
        window.focus_is("button", "Ingest design, actual").await?;
        window.press("Delete").await?;
        until("nothing that happened to be left", async || {
            let left = window.blocks().await?;
            Ok(left.iter().all(|block| block.layer != "actual"))
        })
        .await?;
        window.press("Escape").await?;
        Ok(())
    });
}

/// The demo week with what happened in it, side by side and overlaid, at both sizes.
fn layers(look: Look, name: &'static str) {
    scene_at(NOON, look, name, async |scene| {
        let window = scene.open().await?;
        let body = async |window: &Window<'_>| {
            window.resize(1440, 900).await?;
            window.begin_with_the_demo().await?;
            window
                .block_where("something that happened", |block| block.layer == "actual")
                .await?;
            is_readable(window, &format!("{name}-over")).await?;
            window.click("button", "Layers").await?;
            window.click("radio", "Side by side").await?;
            is_readable(window, &format!("{name}-choice")).await?;
            window.press("Escape").await?;
            is_readable(window, &format!("{name}-beside")).await?;
            window.resize(LITTLE.0, LITTLE.1).await?;
            is_readable(window, &format!("{name}-little")).await?;
            window.click("radio", "Day").await?;
            is_readable(window, &format!("{name}-day")).await?;
            Ok(())
        };
        scene.watch(window, body).await
    });
}

#[test]
fn the_choice_of_layers_is_kept_for_the_next_start() {
    scene_at(NOON, Look::LIGHT, "layers-kept", async |scene| {
        let window = scene.open().await?;
        let choose = async |window: &Window<'_>| {
            window.begin_empty().await?;
            window.click("button", "Layers").await?;
            window.click("radio", "Side by side").await?;
            window.says("Settings saved.").await
        };
        scene.watch(window, choose).await?;
        let window = scene.open().await?;
        let look = async |window: &Window<'_>| {
            window.click("button", "Layers").await?;
            let radio = window.find("radio", "Side by side").await?;
            assert!(radio.is_selected().await?, "it was forgotten");
            Ok(())
        };
        scene.watch(window, look).await
    });
}

#[test]
fn three_layers_are_told_apart_in_the_light() {
    layers(Look::LIGHT, "layers-light");
}

#[test]
fn three_layers_are_told_apart_in_the_dark() {
    layers(Look::DARK, "layers-dark");
}
