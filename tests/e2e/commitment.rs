//! Committing a week: by pointer and by key, the question that a change asks, the way back, time
//! that is protected, and what is said of a block.

use harness::{Day, Grip, Look, Step, Window, scene_in};

use crate::common::{ROOM, TEN, empty_week, is_readable, stands};

const ASKED: &str = "You moved “Ingest design”, committed for";

/// A week with two blocks on Monday, committed.
async fn committed(window: &Window<'_>, days: &[Day]) -> Step {
    window
        .draw("Ingest design", days[0].at(TEN), days[0].at(TEN + 60))
        .await?;
    window
        .draw("Budget", days[0].at(TEN + 120), days[0].at(TEN + 180))
        .await?;
    window.click("button", "Commit week").await?;
    window.find_part("button", "Committed").await?;
    Ok(())
}

#[test]
fn a_change_to_a_committed_block_asks_why_and_one_click_answers() {
    empty_week("commitment-pointer", async |window, days| {
        committed(window, days).await?;
        let tuesday = days[1].date.as_str();
        window
            .drag_block("Ingest design", Grip::Whole, tuesday, TEN)
            .await?;
        window.says(ASKED).await?;
        is_readable(window, "commitment-asks").await?;
        window.click("button", "External").await?;
        window.says("Noted: it came from outside.").await?;
        window.find_part("button", "1 change").await?;
        // Put back from the list of changes.
        let button = window.find_part("button", "1 change").await?;
        button.click().await?;
        window.find("list", "Changes since").await?;
        is_readable(window, "commitment-changes").await?;
        window.click("button", "Put Ingest design back").await?;
        stands(window, "Ingest design", &days[0].date, TEN, TEN + 60).await?;
        Ok(())
    });
}

#[test]
fn the_keyboard_commits_moves_answers_and_puts_back() {
    empty_week("commitment-keys", async |window, days| {
        window
            .draw("Ingest design", days[0].at(TEN), days[0].at(TEN + 60))
            .await?;
        window.press("c").await?;
        window.find_part("button", "Committed").await?;
        window.press("Shift+ArrowRight").await?;
        window.press("Enter").await?;
        window.says(ASKED).await?;
        window.press("m").await?;
        window.says("Noted: your own choice.").await?;
        window.press("Shift+ArrowDown").await?;
        window.press("Enter").await?;
        stands(window, "Ingest design", &days[1].date, TEN + 15, TEN + 75).await?;
        window.press("Delete").await?;
        window.no_block("Ingest design").await?;
        window.press("Ctrl+z").await?;
        stands(window, "Ingest design", &days[1].date, TEN + 15, TEN + 75).await?;
        window.press("c").await?;
        window.find("dialog", "The committed week").await?;
        window.press("Escape").await?;
        Ok(())
    });
}

#[test]
fn protected_time_waits_for_a_reason() {
    empty_week("commitment-protected", async |window, days| {
        let block = window
            .draw("Mentor call", days[0].at(TEN), days[0].at(TEN + 60))
            .await?;
        window.click_at(block.grip(Grip::Whole)).await?;
        window
            .find_part("button", "Say more")
            .await?
            .click()
            .await?;
        window.click("button", "Protected").await?;
        window.press("Escape").await?;
        let tuesday = days[1].date.as_str();
        window
            .drag_block("Mentor call", Grip::Whole, tuesday, TEN)
            .await?;
        window.says("“Mentor call” is protected time.").await?;
        stands(window, "Mentor call", &days[0].date, TEN, TEN + 60).await?;
        is_readable(window, "commitment-protected").await?;
        window.click("button", "Leave it").await?;
        window
            .drag_block("Mentor call", Grip::Whole, tuesday, TEN)
            .await?;
        window.click("button", "Mine").await?;
        stands(window, "Mentor call", tuesday, TEN, TEN + 60).await?;
        Ok(())
    });
}

/// The demo week is committed with one change and facets; both looks are looked at.
fn the_demo_is_committed(look: Look, name: &'static str) {
    scene_in(look, name, async |scene| {
        let window = scene.open().await?;
        let body = async |window: &Window<'_>| {
            window.begin_with_the_demo().await?;
            window.resize(ROOM.0, ROOM.1).await?;
            let button = window.find_part("button", "1 change").await?;
            button.click().await?;
            window.find("list", "Changes since").await?;
            is_readable(window, &format!("{name}-list")).await?;
            window.press("Escape").await?;
            let block = window.block("Roadmap").await?;
            window.click_at(block.grip(Grip::Whole)).await?;
            let more = window.find_part("button", "80 % why").await?;
            more.click().await?;
            window.find("slider", "Lead share").await?;
            is_readable(window, &format!("{name}-facets")).await?;
            Ok(())
        };
        scene.watch(window, body).await
    });
}

#[test]
fn the_demo_week_is_committed_in_the_light() {
    the_demo_is_committed(Look::LIGHT, "commitment-light");
}

#[test]
fn the_demo_week_is_committed_in_the_dark() {
    the_demo_is_committed(Look::DARK, "commitment-dark");
}
