//! Blocks that repeat: made in the panel, moved one by one and all together, skipped and put back.

use harness::{Block, Day, Grip, Look, Step, Window, scene_in, until};

use crate::common::{LITTLE, ROOM, TEN, empty_week, is_readable};

/// Blocks of that name in view, by their day.
async fn times(window: &Window<'_>, title: &str) -> Step<Vec<(String, u32)>> {
    let blocks = window.blocks().await?;
    let mut times: Vec<(String, u32)> = blocks
        .iter()
        .filter(|block| is(block, title))
        .filter_map(|block| Some((block.day.clone()?, block.minutes().ok()?.0)))
        .collect();
    times.sort();
    Ok(times)
}

/// A repeating block says so in its name, after its title, place and category.
fn is(block: &Block, title: &str) -> bool {
    block.label.starts_with(&format!("{title}, "))
}

async fn stand(window: &Window<'_>, title: &str, days: &[Day], minutes: &[(usize, u32)]) -> Step {
    let wanted: Vec<(String, u32)> = minutes
        .iter()
        .map(|(at, minute)| (days[*at].date.clone(), *minute))
        .collect();
    until(
        &format!("“{title}” to stand at {wanted:?}"),
        async || Ok(times(window, title).await? == wanted),
    )
    .await
}

async fn at(window: &Window<'_>, title: &str, day: &Day) -> Step<Block> {
    let what = format!("“{title}” on {}", day.date);
    window
        .block_where(&what, |block| {
            is(block, title) && block.day.as_deref() == Some(&day.date)
        })
        .await
}

/// Drags a block so that it starts at a minute of a day.
async fn carried(window: &Window<'_>, block: &Block, day: &Day, minute: u32) -> Step {
    let (from, to) = block.minutes()?;
    let middle = (to - from) / 2;
    window
        .drag(block.grip(Grip::Whole), day.at(minute + middle))
        .await
}

/// Monday's block, repeated on every weekday in the panel by pointer.
async fn every_weekday(window: &Window<'_>, days: &[Day]) -> Step {
    window
        .draw("Stand-up", days[0].at(TEN), days[0].at(TEN + 30))
        .await?;
    window.click("button", "Repeat").await?;
    window.reads("Every Monday").await?;
    for day in ["Tuesday", "Wednesday", "Thursday", "Friday"] {
        window.click("button", day).await?;
    }
    window.reads("Every weekday").await?;
    window.click("button", "Keep").await?;
    let all: Vec<(usize, u32)> = (0..5).map(|at| (at, TEN)).collect();
    stand(window, "Stand-up", days, &all).await
}

#[test]
fn a_block_made_to_repeat_is_dragged_alone_and_then_all_of_it() {
    empty_week("series-by-pointer", async |window, days| {
        every_weekday(window, days).await?;
        let wednesday = at(window, "Stand-up", &days[2]).await?;
        carried(window, &wednesday, &days[2], TEN + 60).await?;
        let one = [(0, TEN), (1, TEN), (2, TEN + 60), (3, TEN), (4, TEN)];
        stand(window, "Stand-up", days, &one).await?;
        window.click("button", "Move all").await?;
        let all: Vec<(usize, u32)> = (0..5).map(|at| (at, TEN + 60)).collect();
        stand(window, "Stand-up", days, &all).await?;
        window.click("button", "Undo move every Stand-up").await?;
        stand(window, "Stand-up", days, &one).await?;
        let moved = at(window, "Stand-up", &days[2]).await?;
        window.click_at(moved.grip(Grip::Whole)).await?;
        window.reads("Moved from Wednesday").await?;
        window.click("button", "Put back").await?;
        let all: Vec<(usize, u32)> = (0..5).map(|at| (at, TEN)).collect();
        stand(window, "Stand-up", days, &all).await
    });
}

#[test]
fn one_of_a_series_is_skipped_and_the_rest_follows_by_keys_alone() {
    empty_week("series-by-keys", async |window, days| {
        every_weekday(window, days).await?;
        let wednesday = at(window, "Stand-up", &days[2]).await?;
        window.click_at(wednesday.grip(Grip::Whole)).await?;
        window.press("Delete").await?;
        stand(
            window,
            "Stand-up",
            days,
            &[(0, TEN), (1, TEN), (3, TEN), (4, TEN)],
        )
        .await?;
        window.press("f").await?;
        stand(window, "Stand-up", days, &[(0, TEN), (1, TEN)]).await?;
        window.press("Ctrl+z").await?;
        window.press("Ctrl+z").await?;
        let all: Vec<(usize, u32)> = (0..5).map(|at| (at, TEN)).collect();
        stand(window, "Stand-up", days, &all).await?;
        let tuesday = at(window, "Stand-up", &days[1]).await?;
        window.click_at(tuesday.grip(Grip::Whole)).await?;
        window.press("Shift+ArrowDown").await?;
        window.reads("Enter keeps").await?;
        window.press("Enter").await?;
        window.nothing_in_hand().await?;
        window.press("a").await?;
        let all: Vec<(usize, u32)> = (0..5).map(|at| (at, TEN + 15)).collect();
        stand(window, "Stand-up", days, &all).await
    });
}

/// Pictures of the panel over a series, in one theme and size.
fn looks(name: &'static str, look: Look, size: (u32, u32)) {
    scene_in(look, &format!("series-look-{name}"), async |scene| {
        scene.profile.keel(&["demo"])?;
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                window.resize(size.0, size.1).await?;
                let first = window.days().await?[0].date.clone();
                window.reveal(&first, 19 * 60).await?;
                let days = window.days().await?;
                window
                    .draw("Reading", days[0].at(19 * 60), days[0].at(20 * 60))
                    .await?;
                // Where there is little room the panel covers a part of the week.
                if size == LITTLE {
                    window.click("button", "Show panel").await?;
                }
                window.click("button", "Repeat").await?;
                window.reads("Every Monday").await?;
                window.click("button", "Thursday").await?;
                window.reads("Every Monday and Thursday").await?;
                is_readable(window, &format!("series-form-{name}")).await?;
                window.click("button", "Keep").await?;
                let thursday = at(window, "Reading", &days[3]).await?;
                carried(window, &thursday, &days[3], 18 * 60 + 30).await?;
                window.find("button", "Move all").await?;
                is_readable(window, &format!("series-moved-{name}")).await
            })
            .await
    });
}

#[test]
fn a_series_is_readable_in_the_light_look() {
    looks("light", Look::LIGHT, ROOM);
}

#[test]
fn a_series_is_readable_in_the_dark_look_in_a_small_window() {
    looks("dark", Look::DARK, LITTLE);
}
