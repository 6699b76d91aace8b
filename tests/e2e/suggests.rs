//! Suggestions: what is asked for is drawn, nothing moves before it is taken, and one step takes it
//! back.

use harness::{Block, Event, Look, Scene, Step, Window, scene_in, until};

use crate::common::{ROOM, TEN, is_readable, stands};

/// A plan with two meetings next week, in that week.
async fn next_week(scene: &Scene, body: impl AsyncFnOnce(&Window<'_>, &[String]) -> Step) -> Step {
    let window = scene.open().await?;
    scene
        .watch(window, async |window| {
            window.resize(ROOM.0, ROOM.1).await?;
            window.begin_empty().await?;
            let first = window.days().await?[0].date.clone();
            window.click("button", "Next week").await?;
            until("the next week", async || {
                Ok(window.days().await?[0].date != first)
            })
            .await?;
            let days = window.days().await?;
            let dates: Vec<String> = days.into_iter().map(|day| day.date).collect();
            body(window, &dates).await
        })
        .await
}

async fn meeting(window: &Window<'_>, title: &str, date: &str, from: &str, to: &str) -> Step {
    let event = Event {
        uid: title,
        title,
        date,
        from,
        to,
    };
    let name = format!("{title}.ics");
    let file = window.profile.calendar(&name, &[event])?;
    window
        .profile
        .keel(&["import".as_ref(), file.as_os_str()])?;
    let what = format!("the meeting “{title}”");
    window
        .block_where(&what, |block| {
            block.layer == "feed" && block.label.starts_with(title)
        })
        .await
        .map(drop)
}

async fn live(window: &Window<'_>) -> Step<usize> {
    let blocks = window.blocks().await?;
    let mut keys: Vec<String> = blocks
        .into_iter()
        .filter(|block| block.layer == "live")
        .map(|block| block.uid)
        .collect();
    keys.sort();
    keys.dedup();
    Ok(keys.len())
}

/// One's own blocks with this title.
fn titled<'a>(blocks: &'a [Block], title: &'a str) -> impl Iterator<Item = &'a Block> {
    let own = blocks.iter().filter(|block| block.layer == "live");
    own.filter(move |block| block.title() == title)
}

/// Whether no part of it lies in these minutes of that day.
fn clear_of(blocks: &[Block], title: &str, date: &str, (from, to): (u32, u32)) -> Step<bool> {
    for block in titled(blocks, title).filter(|block| block.day.as_deref() == Some(date)) {
        let (start, end) = block.minutes()?;
        if start < to && from < end {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many minutes all of its parts take.
fn minutes_of(blocks: &[Block], title: &str) -> Step<u32> {
    titled(blocks, title).try_fold(0, |sum, block| {
        let (start, end) = block.minutes()?;
        Ok(sum + end.saturating_sub(start))
    })
}

fn filled(name: &str, look: Look) {
    scene_in(look, &format!("suggest-{name}"), async |scene| {
        next_week(scene, async |window, dates| {
            meeting(window, "Budget review", &dates[1], "11:00", "12:00").await?;
            meeting(window, "Staff meeting", &dates[3], "14:00", "15:30").await?;
            window.click("tab", "Suggest").await?;
            is_readable(window, &format!("suggest-begin-{name}")).await?;
            window.click("button", "Fill free time").await?;
            window.find_part("button", "Take all").await?;
            assert_eq!(live(window).await?, 0, "nothing moves by itself");
            is_readable(window, &format!("suggest-fill-{name}")).await?;
            window.click("button", "What counts").await?;
            window.find("dialog", "What counts").await?;
            is_readable(window, &format!("suggest-weights-{name}")).await?;
            window.press("Escape").await?;
            window.gone("dialog", "What counts").await?;
            window
                .find_part("button", "Take Focus")
                .await?
                .click()
                .await?;
            until("one block", async || Ok(live(window).await? == 1)).await?;
            window
                .find_part("button", "Take all")
                .await?
                .click()
                .await?;
            window.says("suggestions taken").await?;
            let all = live(window).await?;
            assert!(5 < all, "{all}");
            is_readable(window, &format!("suggest-taken-{name}")).await?;
            window.press("Ctrl+z").await?;
            until(
                "what was taken to go",
                async || Ok(live(window).await? == 1),
            )
            .await
        })
        .await
    });
}

#[test]
fn free_time_is_filled_by_pointer() {
    filled("light", Look::LIGHT);
}

#[test]
fn free_time_is_filled_in_the_dark() {
    filled("dark", Look::DARK);
}

#[test]
fn suggestions_are_asked_for_taken_and_dismissed_by_keyboard() {
    scene_in(Look::LIGHT, "suggest-keys", async |scene| {
        next_week(scene, async |window, _| {
            window.press("Ctrl+j").await?;
            window.says("suggestions.").await?;
            window.focus_is("region", "Suggestions").await?;
            let first = window.find_part("button", "Take Focus").await?;
            let name = first.attr("aria-label").await?.unwrap_or_default();
            window.tab_to("button", &name).await?;
            window.press("Enter").await?;
            until("one block", async || Ok(live(window).await? == 1)).await?;
            window.focus_is("button", "Take").await?;
            window.press("Tab").await?;
            window.focus_is("button", "Dismiss").await?;
            window.press("Enter").await?;
            window.focus_is("button", "Take").await?;
            assert_eq!(live(window).await?, 1);
            Ok(())
        })
        .await
    });
}

#[test]
fn what_a_meeting_landed_on_is_repaired_from_the_hint() {
    scene_in(Look::LIGHT, "suggest-repair", async |scene| {
        next_week(scene, async |window, dates| {
            let tuesday = window.reveal(&dates[1], TEN).await?;
            window
                .draw("Ingest design", tuesday.at(TEN), tuesday.at(TEN + 120))
                .await?;
            stands(window, "Ingest design", &dates[1], TEN, TEN + 120).await?;
            meeting(window, "Budget review", &dates[1], "11:00", "12:00").await?;
            window
                .find_part("button", "Repair this week")
                .await?
                .click()
                .await?;
            window.find_part("button", "Take Ingest design").await?;
            is_readable(window, "suggest-repair").await?;
            window
                .find_part("button", "Take all")
                .await?
                .click()
                .await?;
            until(
                "“Ingest design” to be clear of the meeting",
                async || {
                    let blocks = window.blocks().await?;
                    clear_of(&blocks, "Ingest design", &dates[1], (TEN + 60, TEN + 120))
                },
            )
            .await?;
            let minutes = minutes_of(&window.blocks().await?, "Ingest design")?;
            let kept = (60..=120).contains(&minutes);
            assert!(kept, "{minutes} of 120 minutes after the repair");
            window.press("Ctrl+z").await?;
            stands(window, "Ingest design", &dates[1], TEN, TEN + 120).await?;
            let minutes = minutes_of(&window.blocks().await?, "Ingest design")?;
            assert_eq!(minutes, 120, "undo leaves one block of two hours");
            Ok(())
        })
        .await
    });
}
