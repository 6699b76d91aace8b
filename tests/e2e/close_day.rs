//! Closing the day: what was planned and done, what becomes of what is left, by pointer and by keys
//! alone, in both looks and where there is little room; and undo, which brings everything back.

use harness::{Look, Scene, Step, Window, scene_at};
use serde_json::{Value, json};

use crate::common::{HALF, LITTLE, ROOM, TEN, is_gone, is_readable, stands};

const THURSDAY: &str = "2026-11-19";
/// When every journey begins.
const BEGINS: &str = "2026-11-19T17:30";
const FRIDAY: &str = "2026-11-20";

/// Half past five on a Thursday with three blocks behind and one ahead; some of it was recorded.
async fn thursday(
    scene: &Scene,
    (width, height): (u32, u32),
    body: impl AsyncFnOnce(&Window<'_>) -> Step,
) -> Step {
    let window = scene.open().await?;
    scene
        .watch(window, async |window| {
            window.resize(width, height).await?;
            window.begin_empty().await?;
            at_home(window).await?;
            for (title, category, start, end) in [
                ("Ingest design", "technical", "10:00", "12:00"),
                ("Budget", "management", "13:00", "14:00"),
                ("Read the storage paper", "growth", "14:00", "15:00"),
                ("Run", "personal", "19:00", "20:00"),
            ] {
                let block = json!({
                    "op": "create", "title": title, "category": category,
                    "start": at(start), "end": at(end),
                });
                apply(window, block).await?;
            }
            for (title, category, start, end) in [
                ("Ingest design", "technical", "10:30", "11:45"),
                ("Budget", "management", "13:00", "13:55"),
                ("Incident", "technical", "15:30", "16:30"),
            ] {
                let entry = json!({
                    "op": "add_entry", "title": title, "category": category,
                    "start": at(start), "end": at(end),
                });
                apply(window, entry).await?;
            }
            window.press("Escape").await?;
            body(window).await
        })
        .await
}

/// Where the clock of the journey is right, whatever zone the computer is set to.
async fn at_home(window: &Window<'_>) -> Step {
    let seen = json!({ "range": { "from": "2026-11-16", "until": "2026-11-23" } });
    let week = window.invoke("week", seen).await?;
    let mut settings = week.map_err(|fault| format!("{fault}"))?["settings"].take();
    settings["home_zone"] = json!("Europe/Berlin");
    apply(
        window,
        json!({ "op": "set_settings", "settings": settings }),
    )
    .await
}

fn at(clock: &str) -> String {
    format!("{THURSDAY}T{clock}:00")
}

async fn apply(window: &Window<'_>, op: Value) -> Step {
    let seen = json!({ "from": "2026-11-16", "until": "2026-11-23" });
    let asked = json!({ "op": op, "seen": seen });
    match window.invoke("apply", asked).await? {
        Ok(reply) if reply["reply"] == "done" => Ok(()),
        refused => Err(format!("{op} was refused: {refused:?}").into()),
    }
}

/// Opens the sheet by its button.
async fn open(window: &Window<'_>) -> Step {
    window.click("button", "Close the day").await?;
    window.find("list", "Planned and done").await?;
    Ok(())
}

#[test]
fn a_day_is_closed_with_the_keyboard_alone_and_undo_brings_everything_back() {
    scene_at(BEGINS, Look::LIGHT, "close-day-keys", async |scene| {
        thursday(scene, LITTLE, async |window| {
            window.press("d").await?;
            window.find("list", "Planned and done").await?;
            is_readable(window, "close-day-little").await?;
            window.tab_to("button", "All to tomorrow").await?;
            window.press("Enter").await?;
            window.tab_to("textbox", "The day in one line").await?;
            window.write("The ingest design stands.").await?;
            window.tab_to("radio", "Skip").await?;
            for _ in 0..4 {
                window.press("ArrowRight").await?;
            }
            is_readable(window, "close-day-little-said").await?;
            window.press("Ctrl+Enter").await?;
            window.says("Closed Thursday 19 November.").await?;
            stands(window, "Ingest design", FRIDAY, TEN, TEN + 120).await?;
            stands(window, "Read the storage paper", FRIDAY, 14 * 60, 15 * 60).await?;
            // Four fifths of it were done; the run is still to come.
            stands(window, "Budget", THURSDAY, 13 * 60, 14 * 60).await?;
            stands(window, "Run", THURSDAY, 19 * 60, 20 * 60).await?;
            window.find("button", "Closed at 17:30").await?;
            window.press("Ctrl+z").await?;
            stands(window, "Ingest design", THURSDAY, TEN, TEN + 120).await?;
            window.find("button", "Close the day").await?;
            window.press("Ctrl+Shift+z").await?;
            stands(window, "Ingest design", FRIDAY, TEN, TEN + 120).await?;
            // What was said is there when the day is looked at again.
            window.press("d").await?;
            window.find("button", "Open it again").await?;
            window.press("Escape").await?;
            window.gone("dialog", "Close the day").await?;
            Ok(())
        })
        .await
    });
}

/// Each block gets a word of its own.
fn by_pointer(look: Look, name: &'static str) {
    scene_at(BEGINS, look, name, async |scene| {
        thursday(scene, ROOM, async |window| {
            open(window).await?;
            is_readable(window, &format!("{name}-open")).await?;
            choose(window, "Ingest design", "Backlog").await?;
            choose(window, "Read the storage paper", "Done").await?;
            choose(window, "Run", "Drop").await?;
            is_readable(window, &format!("{name}-chosen")).await?;
            let card = "[role=dialog][aria-label='Close the day'] .acts .primary";
            press_there(window, card).await?;
            window.says("Closed Thursday 19 November.").await?;
            is_gone(window, "Ingest design").await?;
            is_gone(window, "Run").await?;
            is_readable(window, &format!("{name}-closed")).await?;
            window.click("button", "Closed at 17:30").await?;
            is_readable(window, &format!("{name}-again")).await?;
            window.click("button", "Open it again").await?;
            window.says("Thursday 19 November is open again.").await?;
            window.press("Ctrl+z").await?;
            window.find("button", "Closed at 17:30").await?;
            window.press("Ctrl+z").await?;
            stands(window, "Ingest design", THURSDAY, TEN, TEN + 120).await?;
            stands(window, "Run", THURSDAY, 19 * 60, 20 * 60).await?;
            Ok(())
        })
        .await
    });
}

/// Says what becomes of a block.
async fn choose(window: &Window<'_>, title: &str, what: &str) -> Step {
    let group = format!("[aria-label='What becomes of {title}'] input");
    let script = "const [group, what] = arguments;
        for (const input of document.querySelectorAll(group))
          if (input.parentElement.textContent.trim() === what) return input.click(), true;
        return false;";
    let found = window.run(script, vec![json!(group), json!(what)]).await?;
    assert_eq!(found, json!(true), "{title} cannot become {what}");
    Ok(())
}

async fn press_there(window: &Window<'_>, place: &str) -> Step {
    let script = "document.querySelector(arguments[0]).click(); return true;";
    window.run(script, vec![json!(place)]).await?;
    Ok(())
}

#[test]
fn what_is_left_is_dealt_with_block_by_block_in_the_light() {
    by_pointer(Look::LIGHT, "close-day-light");
}

#[test]
fn what_is_left_is_dealt_with_block_by_block_in_the_dark() {
    by_pointer(Look::DARK, "close-day-dark");
}

#[test]
fn a_block_is_ticked_off_by_a_key_and_in_its_editor() {
    scene_at(BEGINS, Look::LIGHT, "close-day-tick", async |scene| {
        thursday(scene, ROOM, async |window| {
            let block = window.block("Budget").await?;
            window.click_at(block.grip(harness::Grip::Whole)).await?;
            window.press("x").await?;
            window.says("Budget is done.").await?;
            is_readable(window, "close-day-ticked").await?;
            window.click("checkbox", "Done").await?;
            window.says("Budget is not done.").await?;
            window.press("Ctrl+z").await?;
            window.says("mark Budget as not done").await?;
            Ok(())
        })
        .await
    });
}

#[test]
fn the_sheet_fits_where_everything_is_drawn_twice_as_large() {
    scene_at(BEGINS, Look::DOUBLED, "close-day-doubled", async |scene| {
        thursday(scene, HALF, async |window| {
            window.press("d").await?;
            window.find("list", "Planned and done").await?;
            is_readable(window, "close-day-doubled").await?;
            window.tab_to("button", "Not now").await?;
            window.press("Enter").await?;
            window.gone("dialog", "Close the day").await?;
            Ok(())
        })
        .await
    });
}
