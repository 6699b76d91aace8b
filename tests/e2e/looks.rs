//! Other ways to look at the plan: month, agenda, search, the palette, paper.

use harness::{Look, Step, Window, journey_with, scene_in, until};
use serde_json::Value;

use crate::common::{LITTLE, ROOM, TEN, empty_week, is_readable, stands};

/// Makes the rules for paper hold on screen, on a page as wide as the desktop lays A4 out.
const AS_ON_PAPER: &str = "for (const sheet of document.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print')
          rule.media.mediaText = 'all';";

/// The sheet's size, and what stands on it that leaves it or is cut off within it.
const SHEET: &str = "const sheet = document.querySelector('.sheet').getBoundingClientRect();
    const all = [...document.querySelectorAll('.sheet .box, .sheet header, .sheet .name')];
    const out = all.filter((e) => {
      const box = e.getBoundingClientRect();
      return box.left < sheet.left - 1 || sheet.right + 1 < box.right
        || box.top < sheet.top - 1 || sheet.bottom + 1 < box.bottom;
    });
    return { width: sheet.width, height: sheet.height, boxes: all.length,
      out: out.map((e) => e.textContent), page: document.documentElement.scrollHeight };";

async fn number(window: &Window<'_>, script: &str) -> Step<f64> {
    let answer = window.run(script, vec![]).await?;
    Ok(answer.as_f64().ok_or("no number")?)
}

/// Goes through every look of the demo week.
fn tour(name: &'static str, look: Look, (width, height): (u32, u32)) {
    scene_in(look, &format!("looks-{name}"), async |scene| {
        scene.profile.keel(&["demo"])?;
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                window.resize(width, height).await?;
                window.days().await?;
                window.click("radio", "Month").await?;
                window.find_role("grid").await?;
                window.reads("off your mix").await?;
                is_readable(window, &format!("month-{name}")).await?;
                window.click("radio", "Agenda").await?;
                window.find("button", "A week later").await?;
                until("rows", async || Ok(!window.blocks().await?.is_empty())).await?;
                is_readable(window, &format!("agenda-{name}")).await?;
                window.press("Ctrl+k").await?;
                window.find("dialog", "Find").await?;
                is_readable(window, &format!("palette-{name}")).await?;
                window.write("design").await?;
                window.reads("In your plan").await?;
                is_readable(window, &format!("palette-found-{name}")).await?;
                window.press("Escape").await?;
                window.gone("dialog", "Find").await?;
                window.press("Ctrl+f").await?;
                window.find("dialog", "Search").await?;
                window.write("1:1").await?;
                window.reads("In your plan").await?;
                is_readable(window, &format!("search-{name}")).await?;
                window.press("Escape").await
            })
            .await
    });
}

#[test]
fn every_look_can_be_read_in_the_light() {
    tour("light", Look::LIGHT, ROOM);
}

#[test]
fn every_look_can_be_read_in_the_dark() {
    tour("dark", Look::DARK, ROOM);
}

#[test]
fn every_look_can_be_read_in_a_small_window() {
    tour("light-small", Look::LIGHT, LITTLE);
}

#[test]
fn every_look_can_be_read_at_twice_its_size() {
    tour("doubled", Look::DOUBLED, crate::common::HALF);
}

#[test]
fn a_month_is_walked_by_keys_and_leads_to_a_day_and_a_week() {
    empty_week("month-by-keys", async |window, days| {
        let today = window.days().await?[0].date.clone();
        window
            .draw("Ingest design", days[2].at(TEN), days[2].at(TEN + 120))
            .await?;
        window.tab_to("radio", "Week").await?;
        window.press("ArrowRight").await?;
        window.find_role("grid").await?;
        let cell = format!("{}: 2 h of work: technical 2 h.", days[2].label);
        window.find("gridcell", &cell).await?;
        until("a cell to have the focus", async || {
            window.press("Tab").await?;
            Ok(window.focus().await?.0 == "gridcell")
        })
        .await?;
        window.press("Home").await?;
        window.focus_is("rowheader", "Week ").await?;
        window.press("ArrowRight").await?;
        let (_, monday) = window.focus().await?;
        window.press("Enter").await?;
        until("one day", async || Ok(window.days().await?.len() == 1)).await?;
        let shown = window.days().await?[0].clone();
        assert!(
            monday.starts_with(&shown.label),
            "{monday} led to {}",
            shown.label
        );
        window.click("radio", "Month").await?;
        window.click("gridcell", &cell).await?;
        until("the day of the block", async || {
            Ok(window.days().await?[0].date == days[2].date)
        })
        .await?;
        window.click("radio", "Week").await?;
        until("the week", async || Ok(window.days().await?.len() == 7)).await?;
        assert_eq!(window.days().await?[0].date, today);
        Ok(())
    });
}

#[test]
fn a_block_is_found_by_what_it_says_and_has_the_focus_then() {
    empty_week("search-by-keys", async |window, days| {
        let monday = days[0].date.clone();
        window
            .draw("Café ingest", days[0].at(TEN), days[0].at(TEN + 60))
            .await?;
        stands(window, "Café ingest", &monday, TEN, TEN + 60).await?;
        window.press("PageDown").await?;
        until("another week", async || {
            Ok(window.days().await?[0].date != monday)
        })
        .await?;
        window.press("/").await?;
        window.focus_is("combobox", "Search everything").await?;
        window.write("CAFE ing").await?;
        window.find_part("option", "Café ingest").await?;
        window.press("Enter").await?;
        stands(window, "Café ingest", &monday, TEN, TEN + 60).await?;
        window.focus_is("button", "Café ingest").await?;
        // Nothing was looked for: the focus is back where it was.
        window.press("Ctrl+k").await?;
        window.focus_is("combobox", "Find").await?;
        window.press("Escape").await?;
        window.focus_is("button", "Café ingest").await
    });
}

#[test]
fn the_palette_does_what_it_finds_and_goes_to_dates() {
    empty_week("palette", async |window, days| {
        let monday = days[0].date.clone();
        window.press("Ctrl+k").await?;
        window.focus_is("combobox", "Find").await?;
        window.write("2031-05-05").await?;
        window.find_part("option", "May").await?;
        window.press("Enter").await?;
        until("that day", async || {
            Ok(window.days().await?[0].date == "2031-05-05")
        })
        .await?;
        window.click("button", "Find").await?;
        window.write("this week").await?;
        let week = window.find_part("option", "Week ").await?;
        week.click().await?;
        until("this week", async || {
            Ok(window.days().await?[0].date == monday)
        })
        .await?;
        window.press("Ctrl+k").await?;
        window.write("hide weekend").await?;
        window.find_part("option", "Hide the weekend").await?;
        window.press("Enter").await?;
        until("five days", async || Ok(window.days().await?.len() == 5)).await?;
        window.press("Ctrl+k").await?;
        window.write("undo").await?;
        window.find_part("option", "Undo ").await?;
        window.press("Enter").await?;
        until("seven days", async || Ok(window.days().await?.len() == 7)).await
    });
}

#[test]
fn the_agenda_goes_on_as_it_is_scrolled_and_is_walked_by_keys() {
    journey_with(
        "agenda",
        |profile| profile.keel(&["demo"]).map(drop),
        async |window| {
            window.days().await?;
            window.click("radio", "Agenda").await?;
            window.find("button", "A week later").await?;
            let weeks = "return document.querySelectorAll('.agenda h2').length";
            until("more than a week", async || {
                Ok(1.0 < number(window, weeks).await?)
            })
            .await?;
            let before = number(window, weeks).await?;
            window
                .run(
                    "const list = document.querySelector('.agenda');
                     list.scrollTop = list.scrollHeight",
                    vec![],
                )
                .await?;
            until("more weeks", async || {
                Ok(before < number(window, weeks).await?)
            })
            .await?;
            window
                .run(
                    "document.querySelector('.agenda [tabindex=\"0\"]').focus()",
                    vec![],
                )
                .await?;
            let (_, first) = window.focus().await?;
            window.press("ArrowDown").await?;
            until(
                "the next row",
                async || Ok(window.focus().await?.1 != first),
            )
            .await?;
            let (_, second) = window.focus().await?;
            assert!(second.contains(':'), "no time in {second}");
            window.press("PageDown").await?;
            until("another week", async || {
                Ok(window.focus().await?.1 != second)
            })
            .await?;
            window.press("t").await?;
            until("today in view", async || {
                Ok(window
                    .run(
                        "const list = document.querySelector('.agenda').getBoundingClientRect();
                         const day = document.querySelector('.agenda .today')?.getBoundingClientRect();
                         return Boolean(day) && day.top < list.bottom && list.top < day.bottom",
                        vec![],
                    )
                    .await?
                    == Value::Bool(true))
            })
            .await
        },
    );
}

#[test]
fn a_week_fits_on_one_page_and_the_desktop_asks_for_a_printer() {
    journey_with(
        "print",
        |profile| profile.keel(&["demo"]).map(drop),
        async |window| {
            window.days().await?;
            window.press("Ctrl+p").await?;
            let dialog = window.native("Print").await?;
            window.dismiss(&dialog).await?;
            // As many pixels as the desktop lays out on A4 that lies on its side.
            window.resize(981, 700).await?;
            window.run(AS_ON_PAPER, vec![]).await?;
            let sheet = window.run(SHEET, vec![]).await?;
            window.picture("print").await?;
            assert_eq!(sheet["out"], Value::Array(vec![]), "{sheet}");
            let read = |key: &str| sheet[key].as_f64().ok_or("no number");
            let (width, height) = (read("width")?, read("height")?);
            // A page has 277 by 190 mm inside its edges.
            assert!(height <= width * 190.0 / 277.0, "{sheet}");
            assert!(10.0 < read("boxes")?, "{sheet}");
            Ok(())
        },
    );
}
