//! Calendar files on their way in: dropped, looked at, imported, given a category.

use harness::{Day, Event, Grip, Step, Window, until};

use crate::common::{TEN, changes_nothing, empty_week};

const SYNC: &str = "Weekly sync";
const DEEP: &str = "Compiler study";

/// Two events of this week in a file.
fn team<'e>(days: &'e [Day]) -> [Event<'e>; 2] {
    let event = |uid, title, day: &'e Day, from, to| Event {
        uid,
        title,
        date: &day.date,
        from,
        to,
    };
    [
        event("sync@team", SYNC, &days[1], "10:00", "11:00"),
        event("study@team", DEEP, &days[2], "14:00", "15:00"),
    ]
}

async fn import_team(window: &Window<'_>, days: &[Day]) -> Step {
    let file = window.profile.calendar("team.ics", &team(days))?;
    window.drop_file(&file, days[2].at(TEN)).await?;
    window.find("dialog", "Import team").await?;
    window.agree("Import").await?;
    window.gone("dialog", "Import team").await
}

async fn event(window: &Window<'_>, title: &str) -> Step<harness::Block> {
    window
        .block_where(&format!("the event “{title}”"), |block| {
            block.layer == "feed" && block.label.starts_with(title)
        })
        .await
}

#[test]
fn a_file_dropped_on_the_window_is_looked_at_before_it_is_imported() {
    empty_week("import-by-drop", async |window, days| {
        let mut events = team(days).to_vec();
        events.push(Event {
            uid: "bad@team",
            title: "Broken",
            date: "20261340",
            from: "10:00",
            to: "11:00",
        });
        let file = window.profile.calendar("team.ics", &events)?;
        changes_nothing(window, async || {
            window.drop_file(&file, days[2].at(TEN)).await?;
            window.find("dialog", "Import team").await?;
            window.reads("2 events, 2 of them this week.").await?;
            window.reads("2 new").await?;
            window
                .reads("1 thing in the file could not be used")
                .await?;
            window.picture("import").await.map(drop)
        })
        .await?;
        window.agree("Import").await?;
        event(window, SYNC).await?;
        event(window, DEEP).await?;
        window.says("2 events").await?;

        // The same file again doubles nothing.
        let shown = window.blocks().await?.len();
        let planned = window.profile.plan()?;
        window.drop_file(&file, days[2].at(TEN)).await?;
        window.reads("0 new").await?;
        window.agree("Import").await?;
        window.gone("dialog", "Import team").await?;
        assert_eq!(window.blocks().await?.len(), shown);
        assert_eq!(window.profile.plan()?, planned);
        Ok(())
    });
}

#[test]
fn a_newer_file_names_what_goes_before_it_goes() {
    empty_week("import-newer", async |window, days| {
        import_team(window, days).await?;
        let file = window.profile.calendar("team.ics", &team(days)[..1])?;
        window.drop_file(&file, days[2].at(TEN)).await?;
        window.reads("1 gone").await?;
        window.reads("Not in the file any more").await?;
        window.reads(DEEP).await?;
        window.agree("Import and remove 1").await?;
        window.gone("dialog", "Import team").await?;
        until("the event to go", async || {
            let blocks = window.blocks().await?;
            Ok(blocks.len() == 1 && blocks[0].label.starts_with(SYNC))
        })
        .await
    });
}

#[test]
fn an_imported_event_cannot_be_dragged_and_says_so_where_it_stands() {
    empty_week("event-refuses", async |window, days| {
        import_team(window, days).await?;
        changes_nothing(window, async || {
            let at = event(window, SYNC).await?.grip(Grip::Whole);
            window.drag(at, days[3].at(TEN + 30)).await?;
            window.reads("stays where it is there").await?;
            window.picture("event-refuses").await.map(drop)
        })
        .await?;
        assert_eq!(event(window, SYNC).await?.day, Some(days[1].date.clone()));
        // By keyboard it is refused as well.
        changes_nothing(window, async || {
            window
                .click_at(event(window, SYNC).await?.grip(Grip::Whole))
                .await?;
            window.press("Shift+ArrowDown").await?;
            window.press("Delete").await?;
            window.says("stays where it is there").await
        })
        .await?;
        event(window, SYNC).await.map(drop)
    });
}

#[test]
fn a_category_given_by_hand_stays_when_the_rules_are_asked_again() {
    empty_week("event-category", async |window, days| {
        import_team(window, days).await?;
        window
            .click_at(event(window, SYNC).await?.grip(Grip::Whole))
            .await?;
        window.click("radio", "Personal").await?;
        window
            .block_where("the event as personal", |block| {
                block.label.starts_with(SYNC) && block.label.contains(", personal")
            })
            .await?;

        window.go_to("Settings").await?;
        window.click("button", "Add a rule").await?;
        window.focus_is("textbox", "New rule: words").await?;
        window.write("sync, compiler").await?;
        window.choose("New rule: category", "Growth").await?;
        window.click("textbox", "New rule: words").await?;
        window.press("Enter").await?;
        window.find("button", "Add a rule").await?;
        let rules = window.names("combobox").await?;
        let last = rules
            .iter()
            .filter(|name| name.ends_with(": where"))
            .count();
        for at in (2..=last).rev() {
            window
                .click("button", &format!("Rule {at}: ask earlier"))
                .await?;
            let field = format!("Rule {}: words", at - 1);
            until("the rule to be asked earlier", async || {
                let words = window.find("textbox", &field).await?;
                Ok(words.prop("value").await?.as_deref() == Some("sync, compiler"))
            })
            .await?;
        }
        window.click("button", "Apply rules again").await?;
        window.picture("settings-rules").await?;
        window.go_to("Week").await?;
        window
            .block_where("the other event as growth", |block| {
                block.label.starts_with(DEEP) && block.label.contains(", growth")
            })
            .await?;
        let kept = event(window, SYNC).await?;
        assert!(kept.label.contains(", personal"), "{kept:?}");
        Ok(())
    });
}

#[test]
fn a_file_is_chosen_in_the_desktops_own_dialog() {
    empty_week("import-by-dialog", async |window, days| {
        let file = window.profile.calendar("team.ics", &team(days))?;
        window.press("Ctrl+i").await?;
        window.answer_dialog("Import a calendar", &file).await?;
        window.find("dialog", "Import team").await?;
        window.press("Escape").await?;
        window.gone("dialog", "Import team").await?;
        assert!(window.blocks().await?.is_empty());
        Ok(())
    });
}
