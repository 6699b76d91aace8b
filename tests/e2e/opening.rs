//! Opening the window and coming back to it.

use harness::{journey_with, scene};

#[test]
fn the_window_opens_on_the_week_with_its_balance() {
    journey_with(
        "opens",
        |profile| profile.keel(&["demo"]).map(drop),
        async |window| {
            assert!(5 <= window.days().await?.len(), "a work week has five days");
            for category in ["Technical", "Management", "Growth"] {
                let meter = window.meter(category).await?;
                assert!(0.0 < meter.target, "{category} has a target");
                assert!(meter.now <= meter.max && meter.target <= meter.max, "{meter:?}");
            }
            let current = window.find("button", "Week").await?;
            assert_eq!(current.attr("aria-current").await?.as_deref(), Some("page"));
            window.picture("week").await?;
            window.is_accessible().await
        },
    );
}

#[test]
fn a_week_is_the_same_after_closing_and_opening_again() {
    scene("comes-back", async |scene| {
        scene.profile.keel(&["demo"])?;
        let mut seen = Vec::new();
        for _ in 0..2 {
            let window = scene.open().await?;
            let blocks = scene
                .watch(window, async |window| {
                    window.block_where("a block of the plan", |block| block.layer == "live").await?;
                    let mut blocks: Vec<_> = window
                        .blocks()
                        .await?
                        .into_iter()
                        .map(|block| (block.layer, block.label))
                        .collect();
                    blocks.sort();
                    Ok(blocks)
                })
                .await?;
            seen.push(blocks);
        }
        assert_eq!(seen[0], seen[1]);
        Ok(())
    });
}
