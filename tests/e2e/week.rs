//! Shaping the week with the pointer.

use harness::{Day, Grip, Step, Window, journey};

const TITLE: &str = "Ingest design";
const TEN: u32 = 10 * 60;

/// An empty week in which one block was drawn, Wednesday 10:00 to 11:00.
fn with_one_block(name: &str, body: impl AsyncFnOnce(&Window<'_>, &Days) -> Step) {
    journey(name, async |window| {
        window.begin_empty().await?;
        let date = window.days().await?[2].date.clone();
        let wednesday = window.reveal(&date, TEN).await?;
        let thursday = window.days().await?[3].clone();
        window
            .draw(TITLE, wednesday.at(TEN), wednesday.at(TEN + 60))
            .await?;
        body(
            window,
            &Days {
                wednesday,
                thursday,
            },
        )
        .await
    });
}

struct Days {
    wednesday: Day,
    thursday: Day,
}

#[test]
fn a_block_carried_to_the_next_day_moves_there_and_the_balance_answers_on_the_way() {
    with_one_block("move-a-block", async |window, days| {
        window.meter_shows("Technical", 60.0).await?;
        window
            .drag_block(TITLE, Grip::Whole, &days.thursday.date, 13 * 60)
            .await?;
        let moved = window
            .block_where("the block on Thursday", |block| {
                block.title() == TITLE && block.day.as_deref() == Some(&days.thursday.date)
            })
            .await?;
        assert_eq!(moved.minutes()?, (13 * 60, 14 * 60));
        window.meter_shows("Technical", 60.0).await
    });
}

#[test]
fn the_balance_changes_while_the_end_of_a_block_is_still_held() {
    with_one_block("balance-during-a-drag", async |window, days| {
        window.meter_shows("Technical", 60.0).await?;
        let held = window
            .carry(TITLE, Grip::End, &days.wednesday.date, 13 * 60)
            .await?;
        window.meter_shows("Technical", 180.0).await?;
        held.drop().await?;
        let longer = window
            .block_where("the longer block", |block| {
                block.title() == TITLE && block.minutes().is_ok_and(|(_, end)| end == 13 * 60)
            })
            .await?;
        assert_eq!(longer.minutes()?, (TEN, 13 * 60));
        Ok(())
    });
}

#[test]
fn escape_puts_a_held_block_back() {
    with_one_block("escape-during-a-drag", async |window, days| {
        let held = window
            .carry(TITLE, Grip::Whole, &days.thursday.date, TEN)
            .await?;
        window.press("Escape").await?;
        held.drop().await?;
        let block = window.block(TITLE).await?;
        assert_eq!(block.day.as_deref(), Some(days.wednesday.date.as_str()));
        assert_eq!(block.minutes()?, (TEN, TEN + 60));
        Ok(())
    });
}

#[test]
fn an_empty_stretch_dragged_over_becomes_a_block_with_the_title_typed_next() {
    with_one_block("draw-a-block", async |window, days| {
        let drawn = window
            .draw(
                "Write the plan",
                days.thursday.at(TEN),
                days.thursday.at(TEN + 90),
            )
            .await?;
        assert_eq!(drawn.day.as_deref(), Some(days.thursday.date.as_str()));
        assert_eq!(drawn.minutes()?, (TEN, TEN + 90));
        Ok(())
    });
}

#[test]
fn undo_takes_a_move_back_and_redo_makes_it_again() {
    with_one_block("undo-a-move", async |window, days| {
        window
            .drag_block(TITLE, Grip::Whole, &days.thursday.date, TEN)
            .await?;
        let on = |date: String| {
            move |block: &harness::Block| {
                block.title() == TITLE && block.day.as_deref() == Some(&date)
            }
        };
        window
            .block_where("the block on Thursday", on(days.thursday.date.clone()))
            .await?;
        window.find("button", &format!("Undo move {TITLE}")).await?;
        window.press("Ctrl+z").await?;
        window
            .block_where(
                "the block back on Wednesday",
                on(days.wednesday.date.clone()),
            )
            .await?;
        window.press("Ctrl+Shift+z").await?;
        window
            .block_where(
                "the block on Thursday again",
                on(days.thursday.date.clone()),
            )
            .await?;
        Ok(())
    });
}
