//! Everything without a pointer.

use std::fs;

use harness::{Profile, journey, until};

use crate::common::{TEN, is_gone, stands};

/// Counts what only a hand at a pointer can send, from now on. A key that
/// presses a button makes a click too, one that nobody has clicked.
const COUNT_POINTER: &str = "window.pointers = 0;
    for (const kind of ['pointerdown', 'mousedown', 'wheel', 'click'])
      addEventListener(kind, (event) => {
        if (kind !== 'click' || event.detail > 0) window.pointers++;
      }, true);";

#[test]
fn a_week_is_shaped_and_exported_without_a_pointer() {
    journey("keyboard-only", async |window| {
        window.run(COUNT_POINTER, vec![]).await?;
        for _ in 0..2 {
            window.tab_to("button", "Skip").await?;
            window.press("Enter").await?;
        }
        window.tab_to("button", "Begin with an empty week").await?;
        window.press("Enter").await?;
        let days = window.days().await?;
        let [monday, tuesday, wednesday] = [0, 1, 2].map(|at| days[at].date.as_str());

        // To Monday ten o'clock, from wherever today is.
        until("the grid to have the focus", async || {
            Ok(window.focus().await?.1.ends_with(", empty"))
        })
        .await?;
        for _ in 0..6 {
            window.press("ArrowLeft").await?;
        }
        window.press("Home").await?;
        while !window.focus().await?.1.starts_with("Monday 10:00") {
            window.press("ArrowDown").await?;
        }

        window.press("n").await?;
        window.focus_is("textbox", "Title").await?;
        window.write("Ingest design").await?;
        window.press("Enter").await?;
        stands(window, "Ingest design", monday, TEN, TEN + 60).await?;
        window.focus_is("button", "Ingest design").await?;

        for (key, category) in [
            ("4", "personal"),
            ("3", "growth"),
            ("2", "management"),
            ("1", "technical"),
        ] {
            window.press(key).await?;
            window.focus_is("button", &format!(", {category}")).await?;
        }

        window.press("Shift+ArrowDown").await?;
        window.press("Shift+ArrowRight").await?;
        window.press("Enter").await?;
        stands(window, "Ingest design", tuesday, TEN + 15, TEN + 75).await?;
        window.press("Ctrl+ArrowDown").await?;
        window.press("Enter").await?;
        stands(window, "Ingest design", tuesday, TEN + 15, TEN + 90).await?;
        window.press("Ctrl+Shift+ArrowUp").await?;
        window.press("Enter").await?;
        stands(window, "Ingest design", tuesday, TEN, TEN + 90).await?;

        // A second one below it, renamed; moved up with P, it pushes the first on upwards.
        window.press("n").await?;
        window.focus_is("textbox", "Title").await?;
        window.write("Revew").await?;
        window.press("Enter").await?;
        stands(window, "Revew", tuesday, TEN + 90, TEN + 150).await?;
        window.press("F2").await?;
        window.focus_is("textbox", "Title").await?;
        window.write("Review").await?;
        window.press("Enter").await?;
        stands(window, "Review", tuesday, TEN + 90, TEN + 150).await?;
        window.focus_is("button", "Review").await?;
        for _ in 0..6 {
            window.press("Shift+ArrowUp").await?;
        }
        window.press("p").await?;
        window.press("Enter").await?;
        stands(window, "Review", tuesday, TEN, TEN + 60).await?;
        stands(window, "Ingest design", tuesday, TEN - 90, TEN).await?;

        // A copy, deleted, back, gone again.
        window.focus_is("button", "Review").await?;
        window.press("Ctrl+c").await?;
        window.press("ArrowRight").await?;
        window.focus_is("button", "Wednesday").await?;
        window.press("Ctrl+v").await?;
        let pasted = window
            .block_where("the copy on Wednesday", |block| {
                block.title() == "Review" && block.day.as_deref() == Some(wednesday)
            })
            .await?;
        window.focus_is("button", "Review, Wednesday").await?;
        window.press("Delete").await?;
        window.says("Deleted Review").await?;
        assert!(
            window
                .blocks()
                .await?
                .iter()
                .all(|block| block.uid != pasted.uid)
        );
        window.press("Ctrl+z").await?;
        window
            .block_where("the copy again", |block| block.uid == pasted.uid)
            .await?;
        window.press("Ctrl+Shift+z").await?;
        until("the copy to be gone again", async || {
            Ok(window.blocks().await?.len() == 2)
        })
        .await?;

        // Out into a file, through the desktop's own dialog.
        window.press("Ctrl+e").await?;
        window.tab_to("button", "Choose where…").await?;
        window.picture("export").await?;
        window.press("Enter").await?;
        let file = window.profile.file("week.ics");
        window.answer_dialog("Export the plan", &file).await?;
        until("the file to be written", async || Ok(file.is_file())).await?;
        window.says("2 events").await?;
        assert_eq!(window.run("return window.pointers", vec![]).await?, 0);

        let text = fs::read_to_string(&file)?;
        assert!(text.contains("SUMMARY:Review") && text.contains("SUMMARY:Ingest design"));
        let other = Profile::fresh()?;
        let path = file.to_str().ok_or("the path is no text")?;
        let read = other.keel_json(&["import", "--dry-run", path])?;
        assert_eq!(read["events"], 2, "{read}");
        assert_eq!(read["problems"].as_array().map(Vec::len), Some(0), "{read}");
        Ok(())
    });
}

#[test]
fn letters_are_no_commands_where_they_are_switched_off() {
    journey("letters-off", async |window| {
        window.begin_empty().await?;
        window.press("Ctrl+6").await?;
        window
            .find_part("switch", "Letters and digits are commands")
            .await?
            .click()
            .await?;
        window.go_to("Week").await?;
        let monday = window.days().await?[0].clone();
        window.click_at(monday.at(TEN)).await?;
        window.focus_is("button", "Monday 10:00").await?;
        for key in ["n", "w", "1", "t"] {
            window.press(key).await?;
        }
        window.focus_is("button", "Monday 10:00").await?;
        // What is left works without letters.
        window.press("Enter").await?;
        window.focus_is("textbox", "Title").await?;
        window.write("Still possible").await?;
        window.press("Enter").await?;
        window.block("Still possible").await?;
        window.press("Delete").await?;
        is_gone(window, "Still possible").await
    });
}
