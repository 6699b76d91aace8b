//! What has no time yet: added in words, brought into the week and sent back, by pointer and by key.

use harness::{Day, Element, Grip, Look, Point, Step, Window, scene_in, until};

use crate::common::{TEN, empty_week, is_gone, is_readable, stands};

const REPORT: &str = "write report";

async fn middle(element: &Element) -> Step<Point> {
    let (x, y, width, height) = element.rectangle().await?;
    Ok(Point {
        x: x + width / 2.0,
        y: y + height / 2.0,
    })
}

/// Opens the backlog by key and adds a task there.
async fn one_task(window: &Window<'_>, words: &str) -> Step {
    window.press("l").await?;
    window.focus_is("textbox", "Add a task in words").await?;
    window.write(words).await?;
    window.press("Enter").await?;
    task(window).await.map(drop)
}

/// The middle of the task; a block of the same name says nothing of what is left.
async fn task(window: &Window<'_>) -> Step<Point> {
    middle(&window.find_part("button", " left,").await?).await
}

#[test]
fn a_line_of_words_shows_its_reading_and_its_balance_before_it_is_kept() {
    empty_week("add-in-words", async |window, days| {
        let date = &days[3].date;
        window.press("q").await?;
        window.focus_is("textbox", "Add in words").await?;
        window
            .write(&format!("{date} 10-11:30 design review #m"))
            .await?;
        window
            .reads("10:00 to 11:30, management: design review")
            .await?;
        window.meter_shows("Management", 90.0).await?;
        is_readable(window, "add-in-words").await?;
        window.press("Escape").await?;
        window.gone("dialog", "Add in words").await?;
        window.meter_shows("Management", 0.0).await?;
        window.press("q").await?;
        window
            .write(&format!("{date} 10-11:30 design review #m"))
            .await?;
        window.press("Enter").await?;
        stands(window, "design review", date, TEN, TEN + 90).await?;
        window.says("Added.").await?;
        window.press("Ctrl+z").await?;
        is_gone(window, "design review").await
    });
}

#[test]
fn a_line_that_cannot_be_kept_says_why_and_stays() {
    empty_week("words-refused", async |window, _| {
        window.click("button", "Add in words").await?;
        window.write("every tue review").await?;
        window.press("Enter").await?;
        window.reads("What repeats needs a time of day.").await?;
        window.find("dialog", "Add in words").await?;
        window.write(" 9-10").await?;
        window.reads("Every Tuesday from").await?;
        window.press("Enter").await?;
        window.gone("dialog", "Add in words").await
    });
}

#[test]
fn a_task_is_dragged_into_the_week_and_back() {
    empty_week("backlog-by-pointer", async |window, days| {
        one_task(
            window,
            &format!("{REPORT} 3h due {} #g !high", days[4].date),
        )
        .await?;
        window.reads("3 h left").await?;
        is_readable(window, "backlog").await?;
        let (from, date) = (task(window).await?, &days[3].date);
        let mut held = window.hold(from).await?;
        held.to(days[3].at(TEN)).await?;
        window.meter_shows("Growth", 120.0).await?;
        window.picture("backlog-drag").await?;
        held.drop().await?;
        stands(window, REPORT, date, TEN, TEN + 120).await?;
        window.reads("1 h of 3 h left").await?;

        let block = window.block(REPORT).await?;
        let mut held = window.hold(block.grip(Grip::Whole)).await?;
        held.to(task(window).await?.by(0.0, 60.0)).await?;
        window.reads("Back to the backlog").await?;
        window.meter_shows("Growth", 0.0).await?;
        window.picture("backlog-drag-back").await?;
        held.drop().await?;
        is_gone(window, REPORT).await?;
        window.reads("3 h left").await?;
        window.press("Ctrl+z").await?;
        stands(window, REPORT, date, TEN, TEN + 120).await.map(drop)
    });
}

#[test]
fn a_task_dropped_outside_the_week_stays_where_it_was() {
    empty_week("backlog-dropped", async |window, days| {
        one_task(window, &format!("{REPORT} 1h")).await?;
        let from = task(window).await?;
        let mut held = window.hold(from).await?;
        held.to(days[3].at(TEN)).await?;
        held.to(from).await?;
        window.reads("Drop it into the week").await?;
        held.drop().await?;
        window.says("stays in the backlog").await?;
        let blocks = window.blocks().await?;
        assert!(blocks.is_empty(), "{blocks:?}");
        // A click alone opens it.
        window.click_at(from).await?;
        window.find("textbox", "Goal").await.map(drop)
    });
}

#[test]
fn a_task_is_planned_moved_kept_and_sent_back_by_key_alone() {
    empty_week("backlog-by-key", async |window, _| {
        one_task(window, &format!("{REPORT} 1h30 #t")).await?;
        window.press("Escape").await?;
        window.press("l").await?;
        window.focus_is("button", REPORT).await?;
        window.press("Enter").await?;
        window.reads("Enter keeps").await?;
        window.meter_shows("Technical", 90.0).await?;
        window.picture("backlog-by-key").await?;
        window.press("Escape").await?;
        window.focus_is("button", REPORT).await?;
        window.meter_shows("Technical", 0.0).await?;
        window.press("Enter").await?;
        window.press("ArrowDown").await?;
        window.press("Enter").await?;
        let block = window.block(REPORT).await?;
        let (from, until_minute) = block.minutes()?;
        assert_eq!(until_minute - from, 90);
        until("the block to have the focus", async || {
            Ok(window.block(REPORT).await?.focused)
        })
        .await?;
        window.press("b").await?;
        is_gone(window, REPORT).await?;
        window.says("It is in the backlog").await?;
        window.press("Ctrl+z").await?;
        window.block(REPORT).await.map(drop)
    });
}

/// Tasks as they come together in a few weeks.
fn filled(window_name: &str, look: Look, body: impl AsyncFnOnce(&Window<'_>, &[Day]) -> Step) {
    scene_in(look, window_name, async |scene| {
        scene.profile.keel(&["demo"])?;
        for words in [
            "Write the migration guide 4h due Fri #t !high @Storage",
            "Prepare the offsite 1h30 #m",
            "Read Staff Engineer #g !low",
            "Tidy up the on-call notes 45m due yesterday #t",
        ] {
            scene.profile.keel(&["add", "--backlog", words])?;
        }
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                window.resize(1280, 840).await?;
                let days = window.days().await?;
                body(window, &days).await
            })
            .await
    });
}

async fn looked_at(window: &Window<'_>, theme: &str) -> Step {
    window.press("l").await?;
    window.reads("Write the migration guide").await?;
    is_readable(window, &format!("backlog-{theme}")).await?;
    window.press("F2").await?;
    window.find("textbox", "Goal").await?;
    is_readable(window, &format!("backlog-task-{theme}")).await?;
    window.press("F2").await?;
    window.press("Enter").await?;
    window.reads("Enter keeps").await?;
    window.picture(&format!("backlog-hold-{theme}")).await?;
    window.press("Escape").await?;
    window.press("q").await?;
    window
        .write("every second tue 16-17 mentor #growth until 18 Dec")
        .await?;
    window.reads("Every second Tuesday").await?;
    is_readable(window, &format!("add-in-words-{theme}")).await
}

#[test]
fn the_backlog_is_readable_in_both_themes() {
    for (theme, dark) in [("light", false), ("dark", true)] {
        let look = Look {
            dark,
            ..Look::default()
        };
        filled(&format!("backlog-{theme}"), look, async |window, _| {
            looked_at(window, theme).await
        });
    }
}
