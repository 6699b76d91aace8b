//! What happens to the plan beside the window, and to the window's work when it is killed.

use harness::{Event, Grip, Step, Window, scene, until};

use crate::common::{TEN, empty_week, stands};

#[test]
fn a_block_added_on_the_command_line_shows_up_in_the_open_window() {
    empty_week("added-beside", async |window, days| {
        let date = &days[3].date;
        let start = format!("{date}T10:00");
        window
            .profile
            .keel(&["add", "From outside", "--start", &start, "--for", "90m"])?;
        stands(window, "From outside", date, TEN, TEN + 90).await?;
        window.meter_shows("Technical", 90.0).await?;
        // The window can take it back, and the command line sees that.
        window.find("button", "Undo add From outside").await?;
        window.press("Ctrl+z").await?;
        until("the block to go", async || {
            Ok(window.blocks().await?.is_empty())
        })
        .await?;
        assert_eq!(window.profile.plan()?, serde_json::json!([]));
        Ok(())
    });
}

#[test]
fn a_second_start_hands_its_file_to_the_window_that_is_open() {
    empty_week("started-again", async |window, days| {
        let file = window.profile.calendar(
            "team.ics",
            &[Event {
                uid: "sync@team",
                title: "Weekly sync",
                date: &days[1].date,
                from: "10:00",
                to: "11:00",
            }],
        )?;
        window.start_again_with(&file).await?;
        window.find("dialog", "Import team").await.map(drop)
    });
}

/// Shapes the week for as long as it takes to be told of `most` changes, and
/// claims after each that it was told.
async fn shape(window: &Window<'_>, most: u32) -> Step {
    let days = window.days().await?;
    let title = |at: u32| format!("Block {at}");
    let mut told = 0;
    for at in 0.. {
        let day = &days[at as usize % 5];
        let from = TEN + at / 5 * 60;
        let block = window
            .draw(&title(at), day.at(from), day.at(from + 30))
            .await?;
        window.says(&title(at)).await?;
        told += 2;
        if told == most {
            return Ok(());
        }
        window
            .drag_block(&title(at), Grip::End, &day.date, from + 45)
            .await?;
        stands(window, &title(at), &day.date, from, from + 45).await?;
        window.press("3").await?;
        window
            .block_where("the block as growth", |shown| {
                shown.uid == block.uid && shown.label.contains(", growth")
            })
            .await?;
        window.press("Shift+ArrowUp").await?;
        window.press("Enter").await?;
        stands(window, &title(at), &day.date, from - 15, from + 30).await?;
        told += 3;
        if most <= told {
            return Ok(());
        }
    }
    Ok(())
}

#[test]
fn what_was_announced_before_the_window_was_killed_is_there_afterwards() {
    scene("killed", async |scene| {
        let window = scene.open().await?;
        window.begin_empty().await?;
        window
            .reveal(&window.days().await?[0].date.clone(), TEN)
            .await?;
        shape(&window, 30).await?;
        let shown = labels(&window).await?;
        let undo = undo_name(&window).await?;
        // In the middle of a drag that nobody has let go of.
        let block = window.block("Block 0").await?;
        let mut held = window.hold(block.grip(Grip::Whole)).await?;
        held.to(block.grip(Grip::Whole).by(0.0, 90.0)).await?;
        window.kill().await?;

        let elsewhere = scene.elsewhere().await?;
        let window = elsewhere.open().await?;
        elsewhere
            .watch(window, async |window| {
                window.block("Block 0").await?;
                assert_eq!(labels(window).await?, shown);
                assert_eq!(undo_name(window).await?, undo);
                Ok(())
            })
            .await
    });
}

async fn labels(window: &Window<'_>) -> Step<Vec<String>> {
    let blocks = window.blocks().await?;
    let mut labels: Vec<String> = blocks.into_iter().map(|block| block.label).collect();
    labels.sort();
    Ok(labels)
}

async fn undo_name(window: &Window<'_>) -> Step<String> {
    let button = window.find_part("button", "Undo ").await?;
    Ok(button.attr("aria-label").await?.unwrap_or_default())
}
