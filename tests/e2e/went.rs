//! How a week went: planned and committed, lived otherwise, looked at when it was over.

use harness::{Grip, Look, Scene, Step, Window, scene_in, until};

use crate::common::{LITTLE, ROOM, TEN, is_readable};

/// The Monday to Friday of a week that is over, with what was planned in it and what happened.
async fn lived(window: &Window<'_>, days: &[String]) -> Step {
    let [monday, tuesday, wednesday] = [0, 1, 2].map(|day| days[day].as_str());
    let at = |day: &str, clock: &str| format!("{day}T{clock}");
    let then = at(monday, "07:00");
    let keel = |args: &[&str]| window.profile.keel(args).map(drop);
    for (title, day, from, until, category) in [
        ("Ingest design", tuesday, "09:00", "11:00", "technical"),
        ("Write code", wednesday, "09:00", "12:00", "technical"),
        ("Staffing", tuesday, "11:00", "12:00", "management"),
        ("Read papers", wednesday, "16:00", "17:00", "growth"),
    ] {
        let (start, end) = (at(day, from), at(day, until));
        let what = ["--start", &start, "--end", &end, "--category", category];
        keel(&[&["--now", &then, "add", title][..], &what].concat())?;
    }
    keel(&["--now", &then, "commit", "--week", tuesday])?;
    for (title, day, from, until, category) in [
        ("Ingest design", tuesday, "09:03", "09:45", "technical"),
        ("Incident review", tuesday, "09:45", "10:30", "management"),
        ("Ingest design", tuesday, "14:00", "14:30", "technical"),
        ("Write code", wednesday, "09:00", "10:40", "technical"),
        ("Hiring call", wednesday, "10:40", "11:20", "management"),
        ("Read papers", wednesday, "16:02", "17:00", "growth"),
    ] {
        let (start, end) = (at(day, from), at(day, until));
        let what = ["--start", &start, "--end", &end, "--category", category];
        keel(&[&["log", title][..], &what].concat())?;
    }
    Ok(())
}

/// The week before this one, in which something happened.
fn last_week(name: &str, look: Look, body: impl AsyncFnOnce(&Window<'_>, &[String]) -> Step) {
    scene_in(look, name, async |scene: &Scene| {
        let window = scene.open().await?;
        let body = async |window: &Window<'_>| {
            window.resize(ROOM.0, ROOM.1).await?;
            window.begin_empty().await?;
            let first = window.days().await?[0].date.clone();
            window.click("button", "Previous week").await?;
            until("the week before", async || {
                Ok(window.days().await?[0].date != first)
            })
            .await?;
            let days = window.days().await?;
            let dates: Vec<String> = days.into_iter().map(|day| day.date).collect();
            lived(window, &dates).await?;
            window.block("Ingest design").await?;
            body(window, &dates).await
        };
        scene.watch(window, body).await
    });
}

#[test]
fn a_week_that_is_over_tells_what_was_kept_and_what_displaced_what() {
    last_week("went", Look::default(), async |window, days| {
        window.press("Ctrl+h").await?;
        window.find("heading", "48 % kept where planned").await?;
        window.focus_is("region", "How it went").await?;
        window.reads("2 h 22 of 5 h kept").await?;
        window.reads("30 min moved, 2 h 08 missed").await?;
        is_readable(window, "went").await?;
        // The ledger leads to the block that was displaced.
        window
            .click("button", "Nothing recorded 1 h 13, 3 times")
            .await?;
        window.focus_is("button", "Ingest design").await?;
        window.resize(LITTLE.0, LITTLE.1).await?;
        is_readable(window, "went-little").await?;
        window.resize(ROOM.0, ROOM.1).await?;
        // Moved weeks too late: told, asked for no reason, and no figure changes.
        let thursday = days[3].as_str();
        window.reveal(thursday, TEN).await?;
        window
            .drag_block("Ingest design", Grip::Whole, thursday, TEN)
            .await?;
        window
            .says("That week is over: its figures stay about what was planned then.")
            .await?;
        window
            .reads("The plan was changed after the week was over")
            .await?;
        window.find("heading", "48 % kept where planned").await?;
        Ok(())
    });
}

#[test]
fn how_a_week_went_can_be_read_in_the_dark() {
    last_week("went-in-the-dark", Look::DARK, async |window, _| {
        window.click("tab", "Went").await?;
        window.find("heading", "48 % kept where planned").await?;
        is_readable(window, "went-dark").await
    });
}
