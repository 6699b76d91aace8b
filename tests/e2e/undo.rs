//! Taking anything back, and the names under which that is offered.

use harness::{Event, Grip, Scene, Step, Window, scene};

use crate::common::{TEN, stands};

/// Does one thing of each kind and returns what undo calls each, oldest first.
async fn each_kind(window: &Window<'_>) -> Step<Vec<String>> {
    let days = window.days().await?;
    let [tuesday, wednesday] = [1, 2].map(|at| days[at].date.as_str());
    let mut names = Vec::new();
    let mut named = async |name: &str| -> Step {
        window.find("button", &format!("Undo {name}")).await?;
        names.push(name.to_owned());
        Ok(())
    };

    window
        .draw("Spike", days[0].at(TEN), days[0].at(TEN + 60))
        .await?;
    named("name Spike").await?;
    window
        .drag_block("Spike", Grip::Whole, tuesday, TEN)
        .await?;
    named("move Spike").await?;
    stands(window, "Spike", tuesday, TEN, TEN + 60).await?;
    window
        .drag_block("Spike", Grip::End, tuesday, TEN + 120)
        .await?;
    named("resize Spike").await?;
    stands(window, "Spike", tuesday, TEN, TEN + 120).await?;
    window.press("3").await?;
    named("recategorize Spike").await?;
    window.press("F2").await?;
    window.focus_is("textbox", "Title").await?;
    window.write("Proof").await?;
    window.press("Enter").await?;
    named("rename Spike").await?;
    window.type_over("textbox", "Place", "Room 4").await?;
    window.press("Enter").await?;
    named("change Proof").await?;
    window.click("button", "Split").await?;
    named("split Proof").await?;
    let half = stands(window, "Proof", tuesday, TEN, TEN + 60).await?;
    window
        .drag_with("Ctrl", half.grip(Grip::Whole), days[2].at(TEN + 30))
        .await?;
    named("copy Proof").await?;
    let copy = stands(window, "Proof", wednesday, TEN, TEN + 60).await?;
    window.click_at(copy.grip(Grip::Whole)).await?;
    window.press("Ctrl+d").await?;
    named("duplicate Proof").await?;
    window.press("Delete").await?;
    named("delete Proof").await?;

    window.go_to("Settings").await?;
    window.choose("Blocks snap to", "30 min").await?;
    named("change settings").await?;
    window.type_over("textbox", "Work in a week", "30").await?;
    window.press("Enter").await?;
    named("change the mix").await?;
    window.click("button", "Rule 1: remove").await?;
    named("change the rules").await?;

    window.go_to("Week").await?;
    let file = window.profile.calendar(
        "team.ics",
        &[Event {
            uid: "sync",
            title: "Weekly sync",
            date: &days[3].date,
            from: "10:00",
            to: "10:30",
        }],
    )?;
    window.drop_file(&file, days[3].at(TEN)).await?;
    window.agree("Import").await?;
    named("import team").await?;
    Ok(names)
}

async fn opened<T>(scene: &Scene, body: impl AsyncFnOnce(&Window<'_>) -> Step<T>) -> Step<T> {
    let window = scene.open().await?;
    scene.watch(window, async |window| body(window).await).await
}

#[test]
fn every_kind_of_change_is_undone_by_name_also_after_a_restart() {
    scene("undo-each-kind", async |scene| {
        let names = opened(scene, async |window| {
            window.begin_empty().await?;
            each_kind(window).await
        })
        .await?;
        let shaped = scene.profile.plan()?;

        opened(scene, async |window| {
            for name in names.iter().rev() {
                window.find("button", &format!("Undo {name}")).await?;
                window.press("Ctrl+z").await?;
                window.find("button", &format!("Redo {name}")).await?;
            }
            window.press("Ctrl+z").await?;
            window.find("button", "Redo add untitled block").await?;
            assert!(window.blocks().await?.is_empty());
            Ok(())
        })
        .await?;
        assert_eq!(scene.profile.plan()?, serde_json::json!([]));

        opened(scene, async |window| {
            window.click("button", "Redo add untitled block").await?;
            for name in &names {
                window.click("button", &format!("Redo {name}")).await?;
                window.find("button", &format!("Undo {name}")).await?;
            }
            Ok(())
        })
        .await?;
        assert_eq!(scene.profile.plan()?, shaped);
        Ok(())
    });
}
