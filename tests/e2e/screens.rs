//! Every screen and everything that opens over one: axe has nothing to say, and a picture is kept.
//! In both themes, where there is room and where there is little, and drawn twice as large.

use harness::{Block, Look, Step, Window, scene_in, until};

use crate::common::{HALF, LITTLE, ROOM, TEN, is_readable};

/// The name under which pictures are kept, how the desktop is set up, and the size of the page.
struct Tour {
    name: &'static str,
    look: Look,
    size: (u32, u32),
}

impl Tour {
    async fn look(&self, window: &Window<'_>, what: &str) -> Step {
        is_readable(window, &format!("{what}-{}", self.name)).await
    }

    /// Goes through all screens of the demo week.
    fn go(&self) {
        scene_in(self.look, &format!("tour-{}", self.name), async |scene| {
            scene.profile.keel(&["demo"])?;
            let window = scene.open().await?;
            scene
                .watch(window, async |window| {
                    let (width, height) = self.size;
                    window.resize(width, height).await?;
                    self.week(window).await?;
                    self.over_the_week(window).await?;
                    self.seasons(window).await?;
                    self.settings(window).await
                })
                .await
        });
    }

    async fn week(&self, window: &Window<'_>) -> Step {
        let own = of_layer(window, "live").await?;
        self.look(window, "week").await?;
        panel(window, true).await?;
        focus(window, &own).await?;
        window.find("button", "Duplicate").await?;
        self.look(window, "block").await?;
        let event = of_layer(window, "feed").await?;
        focus(window, &event).await?;
        window.reads("It belongs to its calendar").await?;
        self.look(window, "event").await?;
        panel(window, false).await?;
        window.press("F2").await?;
        window.reads("it stays where it is there").await?;
        self.look(window, "week-refusal").await?;
        focus(window, &own).await?;
        window.press("Shift+ArrowDown").await?;
        window.reads("Enter keeps").await?;
        self.look(window, "week-gesture").await?;
        window.press("Escape").await?;
        window.nothing_in_hand().await?;
        window.press("F2").await?;
        window.focus_is("textbox", "Title").await?;
        self.look(window, "week-renaming").await?;
        window.press("Escape").await?;
        window.click("radio", "Day").await?;
        until("one day", async || Ok(window.days().await?.len() == 1)).await?;
        self.look(window, "day").await?;
        window.click("radio", "Week").await?;
        // The buttons beside the title move when it changes: only then can they be clicked.
        until("seven days", async || Ok(window.days().await?.len() == 7)).await
    }

    async fn over_the_week(&self, window: &Window<'_>) -> Step {
        window.click("button", "View").await?;
        window.find("dialog", "View").await?;
        self.look(window, "view").await?;
        window.press("Escape").await?;
        window.gone("dialog", "View").await?;
        window.press("Ctrl+e").await?;
        window.find("dialog", "Export").await?;
        self.look(window, "export").await?;
        window.press("Escape").await?;
        window.gone("dialog", "Export").await?;
        window.click("button", "Keys").await?;
        window.find("dialog", "All keys").await?;
        self.look(window, "keys").await?;
        window.press("Escape").await?;
        window.gone("dialog", "All keys").await?;
        let broken = harness::root().join("tests/fixtures/broken.ics");
        window.start_again_with(&broken).await?;
        window.find_part("dialog", "Import ").await?;
        self.look(window, "import-sheet").await?;
        window.agree("Cancel").await
    }

    async fn seasons(&self, window: &Window<'_>) -> Step {
        window.go_to("Seasons").await?;
        window.find("group", "Seasons on the line").await?;
        self.look(window, "seasons").await?;
        window.click("button", "Hiring round").await?;
        window.find("textbox", "First day").await?;
        self.look(window, "season").await?;
        window.click("button", "Five questions").await?;
        window.find("dialog", "Five questions").await?;
        self.look(window, "season-questions").await?;
        window.press("Escape").await?;
        window.gone("dialog", "Five questions").await?;
        window.click("button", "Crisis mode…").await?;
        window.find("dialog", "Crisis mode").await?;
        self.look(window, "crisis").await?;
        window.press("Escape").await?;
        window.gone("dialog", "Crisis mode").await
    }

    async fn settings(&self, window: &Window<'_>) -> Step {
        window.go_to("Settings").await?;
        scroll_to(window, "Backups and safety").await?;
        window.find("button", "Back up now").await?.click().await?;
        window.says("Backed up").await?;
        window.click("button", "Put away").await?;
        for part in [
            "Mix and hours",
            "Work hours",
            "Boundaries",
            "Saying no",
            "Week",
            "Look",
            "Calendars",
            "Category rules",
            "Backups and safety",
            "Keys",
        ] {
            scroll_to(window, part).await?;
            let part = part.to_lowercase().replace(' ', "-");
            self.look(window, &format!("settings-{part}")).await?;
        }
        scroll_to(window, "Backups and safety").await?;
        window
            .find_part("button", "Restore ")
            .await?
            .click()
            .await?;
        window.find("dialog", "Restore this backup?").await?;
        self.look(window, "restore").await
    }
}

async fn scroll_to(window: &Window<'_>, part: &str) -> Step {
    let show = "[...document.querySelectorAll('main h2')]
        .find((title) => title.textContent.trim() === arguments[0])
        .scrollIntoView({ block: 'start' })";
    window.run(show, vec![part.into()]).await.map(drop)
}

async fn of_layer(window: &Window<'_>, layer: &str) -> Step<Block> {
    let after_ten = |block: &Block| block.minutes().is_ok_and(|(from, _)| TEN <= from);
    window
        .block_where(&format!("a block of {layer}"), |block| {
            block.layer == layer && after_ten(block)
        })
        .await
}

/// Shows or hides the side panel; where there is little room it begins hidden.
async fn panel(window: &Window<'_>, shown: bool) -> Step {
    let (now, then) = if shown {
        ("Show panel", "Hide panel")
    } else {
        ("Hide panel", "Show panel")
    };
    if window.names("button").await?.iter().any(|name| name == now) {
        window.press("Ctrl+b").await?;
    }
    window.find("button", then).await.map(drop)
}

/// Moves the focus to a block wherever it is scrolled to.
async fn focus(window: &Window<'_>, block: &Block) -> Step {
    let focus = "document.querySelector(`[data-uid=\"${arguments[0]}\"]`).focus()";
    window.run(focus, vec![block.uid.as_str().into()]).await?;
    window.focus_is("button", block.title()).await
}

fn tour(name: &'static str, look: Look, size: (u32, u32)) {
    Tour { name, look, size }.go();
}

#[test]
fn every_screen_can_be_read_in_the_light() {
    tour("light", Look::LIGHT, ROOM);
}

#[test]
fn every_screen_can_be_read_in_the_dark() {
    tour("dark", Look::DARK, ROOM);
}

#[test]
fn every_screen_can_be_read_in_a_small_light_window() {
    tour("light-small", Look::LIGHT, LITTLE);
}

#[test]
fn every_screen_can_be_read_in_a_small_dark_window() {
    tour("dark-small", Look::DARK, LITTLE);
}

#[test]
fn every_screen_can_be_read_at_twice_its_size() {
    tour("doubled", Look::DOUBLED, HALF);
}
