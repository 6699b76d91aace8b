//! What the pointer does to blocks, and what can come between.

use harness::{Day, Grip, Step, Window, until};

use crate::common::{TEN, changes_nothing, empty_week, stands};

const DESIGN: &str = "Ingest design";
const REVIEW: &str = "Budget review";

/// Wednesday 10 to 11 technical, Thursday 10 to 11 management.
async fn two_blocks(window: &Window<'_>, days: &[Day]) -> Step {
    window
        .draw(DESIGN, days[2].at(TEN), days[2].at(TEN + 60))
        .await?;
    window
        .draw(REVIEW, days[3].at(TEN), days[3].at(TEN + 60))
        .await?;
    window.press("2").await?;
    window.meter_shows("Management", 60.0).await
}

#[test]
fn the_balance_shows_during_a_drag_what_it_will_be_after_the_drop() {
    empty_week("drag-balance", async |window, days| {
        two_blocks(window, days).await?;
        window.meter_shows("Technical", 60.0).await?;
        let held = window
            .carry(DESIGN, Grip::Whole, &days[3].date, TEN)
            .await?;
        // Two blocks at once share the hour.
        window.meter_shows("Technical", 30.0).await?;
        window.meter_shows("Management", 30.0).await?;
        let during = window.meter("Technical").await?;
        window.picture("drag").await?;
        held.drop().await?;
        stands(window, DESIGN, &days[3].date, TEN, TEN + 60).await?;
        window.nothing_in_hand().await?;
        assert_eq!(window.meter("Technical").await?, during);
        Ok(())
    });
}

#[test]
fn a_block_is_resized_at_its_start_and_at_its_end() {
    empty_week("resize", async |window, days| {
        two_blocks(window, days).await?;
        let date = &days[2].date;
        window
            .drag_block(DESIGN, Grip::Start, date, TEN - 45)
            .await?;
        stands(window, DESIGN, date, TEN - 45, TEN + 60).await?;
        window.drag_block(DESIGN, Grip::End, date, TEN + 90).await?;
        stands(window, DESIGN, date, TEN - 45, TEN + 90).await?;
        window.meter_shows("Technical", 135.0).await
    });
}

#[test]
fn a_block_dragged_with_ctrl_leaves_itself_behind() {
    empty_week("copy-by-drag", async |window, days| {
        two_blocks(window, days).await?;
        let block = window.block(DESIGN).await?;
        let mut held = window.hold_with("Ctrl", block.grip(Grip::Whole)).await?;
        held.to(days[4].at(TEN + 30)).await?;
        window.meter_shows("Technical", 120.0).await?;
        held.drop().await?;
        stands(window, DESIGN, &days[2].date, TEN, TEN + 60).await?;
        let copy = stands(window, DESIGN, &days[4].date, TEN, TEN + 60).await?;
        assert_ne!(copy.uid, block.uid);
        Ok(())
    });
}

#[test]
fn p_makes_the_others_move_on() {
    empty_week("push-by-drag", async |window, days| {
        two_blocks(window, days).await?;
        let date = &days[3].date;
        let held = window.carry(DESIGN, Grip::Whole, date, TEN).await?;
        window.press("p").await?;
        window.reads("pushes others").await?;
        window.meter_shows("Management", 60.0).await?;
        window.picture("drag-pushes").await?;
        held.drop().await?;
        stands(window, DESIGN, date, TEN, TEN + 60).await?;
        stands(window, REVIEW, date, TEN + 60, TEN + 120).await?;
        Ok(())
    });
}

#[test]
fn a_double_click_on_free_time_makes_a_block_there() {
    empty_week("double-click", async |window, days| {
        window.double_click_at(days[1].at(TEN)).await?;
        window.focus_is("textbox", "Title").await?;
        window.write(DESIGN).await?;
        window.press("Enter").await?;
        stands(window, DESIGN, &days[1].date, TEN, TEN + 60).await?;
        Ok(())
    });
}

#[test]
fn several_blocks_are_moved_and_given_a_category_together() {
    empty_week("several", async |window, days| {
        two_blocks(window, days).await?;
        window
            .click_at(window.block(DESIGN).await?.grip(Grip::Whole))
            .await?;
        let second = window.block(REVIEW).await?.grip(Grip::Whole);
        window.click_with("Shift", second).await?;
        window.reads("2 selected").await?;
        window.picture("several").await?;
        window
            .drag_block(DESIGN, Grip::Whole, &days[1].date, TEN + 60)
            .await?;
        stands(window, DESIGN, &days[1].date, TEN + 60, TEN + 120).await?;
        stands(window, REVIEW, &days[2].date, TEN + 60, TEN + 120).await?;
        window.press("3").await?;
        window.meter_shows("Growth", 120.0).await?;
        // One step back for each.
        window.press("Ctrl+z").await?;
        window.meter_shows("Growth", 0.0).await?;
        window.press("Ctrl+z").await?;
        stands(window, DESIGN, &days[2].date, TEN, TEN + 60).await?;
        stands(window, REVIEW, &days[3].date, TEN, TEN + 60).await?;
        Ok(())
    });
}

/// Holds a block over another place while `event` comes in between, lets go,
/// and claims that nothing happened to any block.
fn interrupted(name: &str, event: impl AsyncFnOnce(&Window<'_>) -> Step) {
    empty_week(name, async |window, days| {
        two_blocks(window, days).await?;
        let before = window.meter("Technical").await?;
        changes_nothing(window, async || {
            let held = window
                .carry(DESIGN, Grip::Whole, &days[3].date, TEN)
                .await?;
            window.meter_shows("Technical", 30.0).await?;
            event(window).await?;
            window.nothing_in_hand().await?;
            held.drop().await?;
            stands(window, DESIGN, &days[2].date, TEN, TEN + 60).await?;
            assert_eq!(window.meter("Technical").await?, before);
            Ok(())
        })
        .await
    });
}

#[test]
fn escape_during_a_drag_changes_nothing() {
    interrupted("drag-escape", async |window| window.press("Escape").await);
}

#[test]
fn a_pointer_that_is_cancelled_changes_nothing() {
    interrupted("drag-cancelled", async |window| {
        let cancel = "document.querySelector('[data-date]').dispatchEvent(
            new PointerEvent('pointercancel', { bubbles: true, pointerId: 1 }))";
        window.run(cancel, vec![]).await.map(drop)
    });
}

#[test]
fn a_window_that_loses_the_focus_during_a_drag_changes_nothing() {
    interrupted("drag-focus-lost", async |window| {
        window.another_window_comes_forward().await
    });
}

#[test]
fn keys_pressed_during_a_drag_do_nothing_of_their_own() {
    empty_week("drag-keys", async |window, days| {
        two_blocks(window, days).await?;
        changes_nothing(window, async || {
            let held = window
                .carry(DESIGN, Grip::Whole, &days[3].date, TEN)
                .await?;
            window.meter_shows("Technical", 30.0).await?;
            for key in [
                "n",
                "3",
                "Delete",
                "F2",
                "Enter",
                "ArrowDown",
                "Ctrl+d",
                "Ctrl+z",
                "PageDown",
                "w",
            ] {
                window.press(key).await?;
            }
            window.meter_shows("Technical", 30.0).await?;
            window.press("Escape").await?;
            held.drop().await
        })
        .await?;
        stands(window, DESIGN, &days[2].date, TEN, TEN + 60).await?;
        assert_eq!(window.blocks().await?.len(), 2);
        Ok(())
    });
}

#[test]
fn a_window_resized_during_a_drag_leaves_the_block_whole() {
    empty_week("drag-resized", async |window, days| {
        two_blocks(window, days).await?;
        let mut held = window
            .carry(DESIGN, Grip::Whole, &days[3].date, TEN)
            .await?;
        window.meter_shows("Technical", 30.0).await?;
        window.resize(1100, 720).await?;
        let tuesday = window.day(&days[1].date).await?;
        held.to(tuesday.at(13 * 60 + 30)).await?;
        window.meter_shows("Technical", 60.0).await?;
        held.drop().await?;
        until("the block on Tuesday", async || {
            Ok(window.block(DESIGN).await?.day.as_deref() == Some(&days[1].date))
        })
        .await?;
        window.nothing_in_hand().await?;
        let block = window.block(DESIGN).await?;
        let (from, to) = block.minutes()?;
        assert_eq!((to - from, from % 15), (60, 0), "{block:?}");
        let plan = window.profile.plan()?;
        let planned = plan
            .as_array()
            .into_iter()
            .flatten()
            .find(|block| block["title"] == DESIGN)
            .ok_or("the block is not in the plan")?;
        assert!(
            planned["start"]
                .as_str()
                .is_some_and(|start| start.starts_with(&block.start)),
            "{planned} is not where the window shows it: {block:?}"
        );
        Ok(())
    });
}
