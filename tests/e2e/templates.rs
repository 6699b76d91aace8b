//! Templates: kept, tried over the week, laid, taken back; by keys and by pointer, in both themes.

use harness::{Look, Step, Window, scene_in, until};

use crate::common::{LITTLE, ROOM, TEN, empty_week, is_gone, is_readable, stands};

/// Waits until so many blocks are drawn as what would be laid, and so many as left out.
async fn tried(window: &Window<'_>, laid: u64, out: u64) -> Step {
    let count = "return ['laid', 'out'].map((kind) =>
        document.querySelectorAll(`[data-laid=${kind}]`).length)";
    until(
        &format!("{laid} blocks to be laid, {out} left out"),
        async || {
            let found = window.run(count, vec![]).await?;
            Ok(found == serde_json::json!([laid, out]))
        },
    )
    .await
}

#[test]
fn a_week_is_kept_and_laid_over_the_next_by_keys_alone_and_taken_back() {
    empty_week("template-keys", async |window, days| {
        window
            .draw("Spike", days[1].at(TEN), days[1].at(TEN + 60))
            .await?;
        window.press("Ctrl+k").await?;
        window.write("save as template").await?;
        window.press("Enter").await?;
        window.focus_is("textbox", "Name of the template").await?;
        window.press("Enter").await?;
        window.says("The template needs a name").await?;
        window.write("Calm").await?;
        window.press("Enter").await?;
        window.says("Calm is a template now").await?;
        window.press("Escape").await?;
        window.gone("listbox", "Templates").await?;

        window.click("button", "Next week").await?;
        is_gone(window, "Spike").await?;
        let next = window.days().await?;
        window.press("Ctrl+l").await?;
        window.focus_is("listbox", "Templates").await?;
        window.press("ArrowDown").await?;
        window.says("1 block fits.").await?;
        window.press("ArrowDown").await?;
        tried(window, 1, 0).await?;
        window.says("1 block fits. Technical 1 h of").await?;
        window.press("Escape").await?;
        tried(window, 0, 0).await?;
        window.press("ArrowDown").await?;
        window.press("ArrowDown").await?;
        tried(window, 1, 0).await?;
        window.press("Enter").await?;
        stands(window, "Spike", &next[1].date, TEN, TEN + 60).await?;
        window.gone("listbox", "Templates").await?;
        window.find("button", "Undo lay Calm").await?;

        window.press("Ctrl+Shift+L").await?;
        window.says("Everything of the week of").await?;
        window.press("Escape").await?;
        window.press("Escape").await?;
        window.press("Ctrl+z").await?;
        is_gone(window, "Spike").await
    });
}

/// Over the demo's next week: what fits, what collides, what the checklist looks like.
fn shown(name: &'static str, look: Look, (width, height): (u32, u32)) {
    scene_in(look, &format!("templates-{name}"), async |scene| {
        scene.profile.keel(&["demo"])?;
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                window.resize(width, height).await?;
                window.click("button", "Next week").await?;
                window.click("button", "Templates").await?;
                window.find("listbox", "Templates").await?;
                is_readable(window, &format!("templates-{name}")).await?;
                window
                    .find_part("option", "A steady week")
                    .await?
                    .click()
                    .await?;
                window.reads("All 32 blocks fit.").await?;
                is_readable(window, &format!("templates-fits-{name}")).await?;
                window
                    .find_part("option", "One-to-ones")
                    .await?
                    .click()
                    .await?;
                window.reads("1 collides and is left out.").await?;
                tried(window, 2, 1).await?;
                is_readable(window, &format!("templates-collides-{name}")).await?;
                window.click("radio", "Lay beside").await?;
                window.reads("1 collides and is laid beside.").await?;
                is_readable(window, &format!("templates-beside-{name}")).await?;
                window
                    .find_part("option", "A first day")
                    .await?
                    .click()
                    .await?;
                window.reads("Somebody new begins").await?;
                is_readable(window, &format!("templates-meeting-{name}")).await?;
                window.click("button", "Save…").await?;
                window.find("textbox", "Name of the template").await?;
                is_readable(window, &format!("templates-save-{name}")).await?;
                window.press("Escape").await?;
                window
                    .find_part("button", "Lay 1 block")
                    .await?
                    .click()
                    .await?;
                window.gone("listbox", "Templates").await?;
                window.block("A first day").await?;
                if window
                    .names("button")
                    .await?
                    .iter()
                    .any(|one| one == "Show panel")
                {
                    window.press("Ctrl+b").await?;
                }
                window
                    .find("checkbox", "Why we wanted this person")
                    .await?
                    .click()
                    .await?;
                window.reads("1 of 8 seen to").await?;
                is_readable(window, &format!("checklist-{name}")).await
            })
            .await
    });
}

#[test]
fn templates_and_checklists_can_be_read_in_the_light() {
    shown("light", Look::LIGHT, ROOM);
}

#[test]
fn templates_and_checklists_can_be_read_in_the_dark_and_in_little_room() {
    shown("dark", Look::DARK, LITTLE);
}
