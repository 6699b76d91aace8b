//! Opening the window and coming back to it.

use harness::{journey, scene};

#[test]
fn the_window_opens_on_the_week_with_its_balance() {
    journey("opens", async |window| {
        window.begin_with_the_demo().await?;
        assert!(5 <= window.days().await?.len(), "a work week has five days");
        for category in ["Technical", "Management", "Growth"] {
            let meter = window.meter(category).await?;
            assert!(0.0 < meter.target, "{category} has a target");
            assert!(
                meter.now <= meter.max && meter.target <= meter.max,
                "{meter:?}"
            );
        }
        let current = window.find("button", "Week").await?;
        assert_eq!(current.attr("aria-current").await?.as_deref(), Some("page"));
        window.picture("week").await?;
        window.is_accessible().await
    });
}

#[test]
fn a_block_is_there_again_after_closing_and_opening() {
    scene("comes-back", async |scene| {
        let window = scene.open().await?;
        let drawn = scene
            .watch(window, async |window| {
                window.begin_empty().await?;
                let date = window.days().await?[1].date.clone();
                let day = window.reveal(&date, 600).await?;
                window.draw("Ingest design", day.at(600), day.at(690)).await
            })
            .await?;
        let window = scene.open().await?;
        let seen = scene
            .watch(window, async |window| window.block("Ingest design").await)
            .await?;
        assert_eq!(
            (seen.uid, seen.start, seen.end),
            (drawn.uid, drawn.start, drawn.end)
        );
        Ok(())
    });
}
