//! The first minutes: three questions, each of which can be skipped.

use harness::{Look, journey, scene_in};

use crate::common::{HALF, LITTLE, ROOM, is_readable};

const STEPS: [&str; 3] = [
    "What is your work like?",
    "When do you work?",
    "What is already planned?",
];

#[test]
fn the_questions_of_the_first_run_can_be_answered_by_keyboard_alone() {
    journey("first-run-keys", async |window| {
        window.find("heading", STEPS[0]).await?;
        window.tab_to("radio", "Tech lead").await?;
        window.press("Space").await?;
        window.tab_to("button", "Continue").await?;
        window.press("Enter").await?;

        window.find("heading", STEPS[1]).await?;
        window.tab_to("textbox", "Friday to").await?;
        window.press("Ctrl+a").await?;
        window.write("14").await?;
        window.tab_to("button", "Continue").await?;
        window.press("Enter").await?;

        window.find("heading", STEPS[2]).await?;
        window.tab_to("button", "Begin with an empty week").await?;
        window.press("Enter").await?;

        window.days().await?;
        assert!(window.blocks().await?.is_empty());
        let technical = window.meter("Technical").await?;
        assert!(
            0.0 < technical.target,
            "the role brings a mix: {technical:?}"
        );
        window.press("Ctrl+6").await?;
        window.find("heading", "Work hours").await?;
        let friday = window.find("textbox", "Friday to").await?;
        assert_eq!(friday.prop("value").await?.as_deref(), Some("14:00"));
        Ok(())
    });
}

#[test]
fn skipping_every_question_opens_an_empty_week() {
    journey("first-run-skipped", async |window| {
        window.find("heading", STEPS[0]).await?;
        window.click("button", "Skip").await?;
        window.find("heading", STEPS[1]).await?;
        window.click("button", "Skip").await?;
        window.click("button", "Begin with an empty week").await?;
        window.days().await?;
        assert!(window.blocks().await?.is_empty());
        window.reads("Three steps make a week").await?;
        window.picture("week-empty").await?;
        Ok(())
    });
}

#[test]
fn the_demo_week_is_left_for_a_plan_of_ones_own() {
    journey("first-run-demo", async |window| {
        window.begin_with_the_demo().await?;
        window.reads("This is a demo week").await?;
        assert!(20 < window.blocks().await?.len(), "the demo week is full");
        window.click("button", "Start your own").await?;
        // One's own plan has not begun yet, so its first question comes again.
        window.find("heading", STEPS[0]).await?;
        window.begin_empty().await?;
        assert!(window.blocks().await?.is_empty());
        assert!(!window.words().await?.contains("This is a demo week"));
        Ok(())
    });
}

/// The three steps, seen and asked by axe.
fn looked_at(name: &str, look: Look, sizes: &[(u32, u32)]) {
    scene_in(look, &format!("first-run-{name}"), async |scene| {
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                for (at, step) in STEPS.iter().enumerate() {
                    window.find("heading", step).await?;
                    if at == 0 {
                        window.click("radio", "Tech lead").await?;
                    }
                    for (width, height) in sizes {
                        window.resize(*width, *height).await?;
                        let picture = format!("first-run-{}-{name}-{width}", at + 1);
                        is_readable(window, &picture).await?;
                    }
                    if at < 2 {
                        window.click("button", "Continue").await?;
                    }
                }
                Ok(())
            })
            .await
    });
}

#[test]
fn the_first_run_can_be_read_in_the_light() {
    looked_at("light", Look::LIGHT, &[LITTLE, ROOM]);
}

#[test]
fn the_first_run_can_be_read_in_the_dark() {
    looked_at("dark", Look::DARK, &[LITTLE, ROOM]);
}

#[test]
fn the_first_run_can_be_read_at_twice_its_size() {
    looked_at("doubled", Look::DOUBLED, &[HALF]);
}
