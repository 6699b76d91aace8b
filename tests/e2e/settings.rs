//! Everything that can be set, and what it changes in the week.

use harness::{Grip, Step, Window, journey, until};

use crate::common::{TEN, changes_nothing, empty_week, stands};

async fn theme(window: &Window<'_>) -> Step<String> {
    let theme = window
        .run("return document.documentElement.dataset.theme", vec![])
        .await?;
    Ok(theme.as_str().unwrap_or_default().to_owned())
}

async fn hour_height(window: &Window<'_>) -> Step<f64> {
    let day = window.days().await?[0].clone();
    Ok(day.at(TEN + 60).y - day.at(TEN).y)
}

#[test]
fn a_mix_that_is_no_whole_is_not_kept() {
    empty_week("settings-mix", async |window, _| {
        let before = window.meter("Technical").await?.target;
        window.go_to("Settings").await?;
        window.type_over("textbox", "Technical", "90").await?;
        window.press("Enter").await?;
        window.reads("too many").await?;
        window.picture("settings-mix-refused").await?;
        window.go_to("Week").await?;
        assert_eq!(window.meter("Technical").await?.target, before);

        window.go_to("Settings").await?;
        for (part, share) in [("Technical", "50"), ("Management", "30"), ("Growth", "20")] {
            window.type_over("textbox", part, share).await?;
        }
        window.press("Enter").await?;
        window.says("Mix saved").await?;
        window.type_over("textbox", "Work in a week", "40").await?;
        window.press("Enter").await?;
        window.find("button", "Undo change the mix").await?;
        window.go_to("Week").await?;
        until("the new targets", async || {
            Ok(window.meter("Technical").await?.target == 20.0 * 60.0)
        })
        .await?;
        assert_eq!(window.meter("Growth").await?.target, 8.0 * 60.0);
        Ok(())
    });
}

#[test]
fn work_hours_are_kept_and_an_impossible_day_is_refused() {
    empty_week("settings-hours", async |window, _| {
        window.go_to("Settings").await?;
        window.type_over("textbox", "Monday to", "8").await?;
        window.press("Enter").await?;
        window.reads("The day would end before it begins.").await?;
        let field = window.find("textbox", "Monday to").await?;
        assert_eq!(field.prop("value").await?.as_deref(), Some("8"));
        window.type_over("textbox", "Monday to", "15").await?;
        window.press("Enter").await?;
        window.says("Settings saved").await?;
        window.click("checkbox", "Friday").await?;
        until("Friday to be free", async || {
            Ok(!window
                .names("textbox")
                .await?
                .contains(&"Friday to".to_owned()))
        })
        .await
    });
}

#[test]
fn a_week_may_start_on_sunday() {
    empty_week("settings-sunday", async |window, days| {
        let monday = days[0].date.clone();
        window.go_to("Settings").await?;
        window.choose("A week starts on", "Sunday").await?;
        window.find("button", "Undo change settings").await?;
        window.go_to("Week").await?;
        window.click("button", "Today").await?;
        until("the grid to begin on Sunday", async || {
            let days = window.days().await?;
            Ok(days.len() == 7
                && days[0].label.starts_with("Sunday")
                && days[6].label.starts_with("Saturday"))
        })
        .await?;
        let days = window.days().await?;
        // On a Sunday the week that holds today is the next one.
        assert!(days[1].date == monday || monday < days[0].date, "{days:?}");
        window.picture("week-from-sunday").await?;
        Ok(())
    });
}

#[test]
fn the_week_shows_weekends_and_all_hours_where_they_are_wanted() {
    empty_week("settings-shown", async |window, days| {
        assert_eq!(days.len(), 7);
        window.click_at(days[0].at(TEN)).await?;
        window.press("h").await?;
        until("midnight to midnight", async || {
            let day = window.days().await?[0].clone();
            Ok(day.spans() == (0, 1440))
        })
        .await?;
        window.picture("week-all").await?;
        window.press("w").await?;
        window.press("h").await?;
        until("the work week", async || {
            let days = window.days().await?;
            Ok(days.len() == 5 && days[0].spans() != (0, 1440))
        })
        .await?;
        window.picture("week-work-days").await.map(drop)
    });
}

#[test]
fn hours_grow_by_key_and_by_wheel() {
    empty_week("settings-zoom", async |window, days| {
        let fitting = hour_height(window).await?;
        window.click_at(days[0].at(TEN)).await?;
        window.press("+").await?;
        until("taller hours", async || {
            Ok(fitting < hour_height(window).await?)
        })
        .await?;
        let taller = hour_height(window).await?;
        window.ctrl_wheel(days[0].at(TEN), true).await?;
        until("even taller hours", async || {
            Ok(taller < hour_height(window).await?)
        })
        .await?;
        window.ctrl_wheel(days[0].at(TEN), false).await?;
        window.press("-").await?;
        until("the hours as they were", async || {
            Ok((hour_height(window).await? - fitting).abs() < 1.0)
        })
        .await?;
        window
            .find("button", "Undo change settings")
            .await
            .map(drop)
    });
}

#[test]
fn blocks_snap_as_finely_as_is_set() {
    empty_week("settings-snap", async |window, days| {
        window.go_to("Settings").await?;
        window.choose("Blocks snap to", "60 min").await?;
        window.find("button", "Undo change settings").await?;
        window.go_to("Week").await?;
        let title = "Ingest design";
        window
            .draw(title, days[1].at(TEN), days[1].at(TEN + 60))
            .await?;
        let block = window.block(title).await?;
        let mut held = window.hold(block.grip(Grip::Whole)).await?;
        held.to(days[2].at(13 * 60 + 40)).await?;
        held.drop().await?;
        stands(window, title, &days[2].date, 13 * 60, 14 * 60).await?;
        Ok(())
    });
}

#[test]
fn the_theme_is_as_it_was_chosen() {
    journey("settings-theme", async |window| {
        window.begin_empty().await?;
        assert_eq!(theme(window).await?, "light");
        window.go_to("Settings").await?;
        for (choice, shown) in [
            ("Dark", "dark"),
            ("Light", "light"),
            ("As the desktop", "light"),
        ] {
            window.click("radio", choice).await?;
            until(&format!("the theme {choice}"), async || {
                Ok(theme(window).await? == shown)
            })
            .await?;
        }
        Ok(())
    });
}

#[test]
fn a_backup_made_in_the_settings_brings_the_week_back() {
    empty_week("settings-backup", async |window, days| {
        window
            .draw("Ingest design", days[1].at(TEN), days[1].at(TEN + 60))
            .await?;
        window.go_to("Settings").await?;
        window.click("button", "Back up now").await?;
        window.says("Backed up").await?;
        let with_block = window.profile.plan()?;
        for redo in ["name Ingest design", "add untitled block"] {
            window.press("Ctrl+z").await?;
            window.find("button", &format!("Redo {redo}")).await?;
        }
        window
            .find_part("button", "Restore ")
            .await?
            .click()
            .await?;
        window.reads("Go back to").await?;
        window.picture("settings-restore").await?;
        window.agree("Restore").await?;
        window.says("The backup is back").await?;
        window.go_to("Week").await?;
        window.block("Ingest design").await?;
        assert_eq!(window.profile.plan()?, with_block);

        changes_nothing(window, async || {
            window.go_to("Settings").await?;
            window.click("button", "Check").await?;
            window.reads("Everything is in order").await
        })
        .await
    });
}
