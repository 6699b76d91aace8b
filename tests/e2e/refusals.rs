//! What cannot be done says so where it was tried, and typed text stays.

use harness::{Grip, Step, Window};

use crate::common::{TEN, changes_nothing, empty_week, stands};

const DESIGN: &str = "Ingest design";

/// Types into a field of the panel, claims that it is refused in these words, and that the text stays.
async fn refuses(window: &Window<'_>, role: &str, field: &str, typed: &str, words: &str) -> Step {
    changes_nothing(window, async || {
        window.type_over(role, field, typed).await?;
        window.press("Enter").await?;
        window.reads(words).await?;
        let shown = window.find(role, field).await?;
        assert_eq!(shown.prop("value").await?.as_deref(), Some(typed));
        assert_eq!(shown.attr("aria-invalid").await?.as_deref(), Some("true"));
        Ok(())
    })
    .await
}

#[test]
fn a_push_without_room_is_refused_at_the_block() {
    empty_week("refused-push", async |window, days| {
        let date = &days[2].date;
        window
            .draw(DESIGN, days[2].at(TEN), days[2].at(TEN + 60))
            .await?;
        // The day is full to its end.
        let start = format!("{date}T12:00");
        window.profile.keel(&[
            "add",
            "The rest of the day",
            "--start",
            &start,
            "--for",
            "16h",
        ])?;
        window.block("The rest of the day").await?;
        changes_nothing(window, async || {
            let held = window.carry(DESIGN, Grip::Whole, date, 12 * 60).await?;
            window.press("p").await?;
            window.reads("There is no room left").await?;
            window.picture("refused-during-drag").await?;
            held.drop().await?;
            window.says("There is no room left").await?;
            window.picture("refused-at-block").await.map(drop)
        })
        .await?;
        stands(window, DESIGN, date, TEN, TEN + 60).await.map(drop)
    });
}

#[test]
fn a_block_that_holds_its_place_is_not_moved() {
    empty_week("refused-locked", async |window, days| {
        window
            .draw(DESIGN, days[2].at(TEN), days[2].at(TEN + 60))
            .await?;
        window.click("button", "More").await?;
        window
            .find_part("switch", "Hold its place")
            .await?
            .click()
            .await?;
        window
            .block_where("the locked block", |block| block.label.ends_with("locked"))
            .await?;
        changes_nothing(window, async || {
            let at = window
                .block_where("the locked block", |block| block.layer == "live")
                .await?
                .grip(Grip::Whole);
            window.drag(at, days[3].at(TEN + 30)).await?;
            window.reads("is locked where it is").await?;
            window.nothing_in_hand().await?;
            window.picture("refused-locked").await.map(drop)
        })
        .await
    });
}

#[test]
fn a_field_keeps_what_was_typed_beside_the_reason_why_not() {
    empty_week("refused-fields", async |window, days| {
        let date = &days[2].date;
        window
            .draw(DESIGN, days[2].at(TEN), days[2].at(TEN + 60))
            .await?;
        let words = "This is not a time";
        refuses(window, "textbox", "From", "half past", words).await?;
        window.press("Escape").await?;
        let words = "The end is not after the start.";
        refuses(window, "textbox", "To", "9", words).await?;
        window.press("Escape").await?;
        let words = "This is not a day";
        refuses(window, "textbox", "Day", "yesterweek", words).await?;
        window.press("Escape").await?;
        let words = "The date lies outside the calendar.";
        refuses(window, "textbox", "Day", "1850-01-01", words).await?;
        window.press("Escape").await?;
        let (long, words) = ("long".repeat(126), "504 characters");
        refuses(window, "textbox", "Title", &long, words).await?;
        window.press("Escape").await?;
        window.click("button", "More").await?;
        let words = "No time zone has this name";
        refuses(window, "combobox", "Time zone", "Atlantis", words).await?;
        window.picture("refused-field").await?;
        window.press("Escape").await?;
        stands(window, DESIGN, date, TEN, TEN + 60).await.map(drop)
    });
}

#[test]
fn an_end_in_the_night_after_means_the_next_day() {
    empty_week("end-next-day", async |window, days| {
        window
            .draw(DESIGN, days[2].at(TEN), days[2].at(TEN + 60))
            .await?;
        let (date, night) = (&days[2].date, 22 * 60);
        window.type_over("textbox", "From", "22").await?;
        window.press("Enter").await?;
        stands(window, DESIGN, date, night, night + 60).await?;
        window.type_over("textbox", "To", "1").await?;
        window.press("Enter").await?;
        window.reads("3 h, next day").await?;
        let block = window.block(DESIGN).await?;
        assert!(block.end.starts_with(&days[3].date), "{block:?}");
        window.picture("over-midnight").await.map(drop)
    });
}
