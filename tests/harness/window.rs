//! The window of the program: find, point, type, look.

use std::fs;
use std::path::PathBuf;

use fantoccini::Client;
use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::{Block, Day, Desktop, Grip, Held, Meter, Point, Profile, Step};
use crate::{keys, page, pointer, screens, until, until_some};

/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// More stops than any screen has.
const MOST_STOPS: usize = 150;

/// Keeps one pixel changing until its element is removed.
const STIR: &str = "const pixel = document.createElement('i');
    pixel.id = 'stir';
    pixel.ariaHidden = 'true';
    pixel.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1px;pointer-events:none';
    document.documentElement.append(pixel);
    let turn = 0;
    (function change() {
      if (!pixel.isConnected) return;
      pixel.style.background = `rgb(127 127 127 / ${++turn % 2 ? 0.01 : 0.02})`;
      requestAnimationFrame(change);
    })();";

/// The page's size in CSS pixels.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(crate) struct View {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// An open window. Cloning gives a second handle on the same one.
#[derive(Debug, Clone)]
pub struct Window<'s> {
    pub(crate) client: Client,
    /// The display it stands on.
    pub desktop: &'s Desktop,
    /// Whose data it shows.
    pub profile: &'s Profile,
}

impl<'s> Window<'s> {
    pub(crate) fn new(client: Client, desktop: &'s Desktop, profile: &'s Profile) -> Self {
        Self {
            client,
            desktop,
            profile,
        }
    }

    /// Runs a script in the page; `arguments` holds the values, `return` answers.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Step<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Asks the shell for a command, as a script in the page would.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Step<Result<Value, Value>> {
        let answer = self
            .client
            .execute_async(
                "const [command, given, done] = arguments;
                 window.__TAURI_INTERNALS__.invoke(command, given)
                   .then((ok) => done({ ok: ok ?? null }), (no) => done({ no: no ?? null }));",
                vec![json!(command), arguments],
            )
            .await?;
        Ok(match answer.get("ok") {
            Some(ok) => Ok(ok.clone()),
            None => Err(answer["no"].clone()),
        })
    }

    /// The driver's own handle, for what this type has no word for.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits for the one thing with this role and exactly this name.
    pub async fn find(&self, role: &str, name: &str) -> Step<Element> {
        self.look(role, Some(name), false, false).await
    }

    /// Waits for the first thing with this role and this in its name.
    pub async fn find_part(&self, role: &str, part: &str) -> Step<Element> {
        self.look(role, Some(part), true, false).await
    }

    /// Waits for the first thing with this role.
    pub async fn find_role(&self, role: &str) -> Step<Element> {
        self.look(role, None, false, false).await
    }

    /// The names of everything with this role, now.
    pub async fn names(&self, role: &str) -> Step<Vec<String>> {
        page::ask(&self.client, "names", vec![json!(role)]).await
    }

    /// Waits until nothing has this role and name any more.
    pub async fn gone(&self, role: &str, name: &str) -> Step {
        until(&format!("{role} “{name}” to go"), async || {
            Ok(!self.names(role).await?.iter().any(|shown| shown == name))
        })
        .await
    }

    /// Clicks the thing with this role and name.
    pub async fn click(&self, role: &str, name: &str) -> Step {
        Ok(self.find(role, name).await?.click().await?)
    }

    /// Presses a button of the sheet or popover that is open.
    pub async fn agree(&self, button: &str) -> Step {
        let button = self.look("button", Some(button), false, true).await?;
        Ok(button.click().await?)
    }

    /// Skips the questions of the first run and begins with an empty week.
    pub async fn begin_empty(&self) -> Step {
        self.begin("Begin with an empty week").await
    }

    /// Skips the questions of the first run and opens the demo week.
    pub async fn begin_with_the_demo(&self) -> Step {
        self.begin("Open the demo week").await
    }

    async fn begin(&self, choice: &str) -> Step {
        until(
            &format!("the button “{choice}” behind the questions"),
            async || {
                let buttons = self.names("button").await?;
                if buttons.iter().any(|name| name == "Skip") {
                    self.click("button", "Skip").await?;
                }
                Ok(buttons.iter().any(|name| name == choice))
            },
        )
        .await?;
        self.click("button", choice).await?;
        self.days().await.map(drop)
    }

    /// Goes to a screen through the rail and waits until it is the current one.
    pub async fn go_to(&self, screen: &str) -> Step {
        let button = self.find("button", screen).await?;
        button.click().await?;
        until(&format!("{screen} to be the current screen"), async || {
            Ok(button.attr("aria-current").await?.as_deref() == Some("page"))
        })
        .await
    }

    /// Puts text in the place of what a field holds, as typing does, and leaves it open.
    pub async fn type_over(&self, role: &str, label: &str, text: &str) -> Step {
        let field = self.find(role, label).await?;
        // What is still being read into the page may push the field away from under the pointer.
        until(
            &format!("{role} “{label}” to take the focus"),
            async || {
                field.clone().click().await?;
                Ok(self.focus().await? == (role.to_owned(), label.to_owned()))
            },
        )
        .await?;
        self.press("Ctrl+a").await?;
        self.write(text).await
    }

    /// Chooses an option of a list by its words.
    pub async fn choose(&self, label: &str, option: &str) -> Step {
        Ok(self
            .find("combobox", label)
            .await?
            .select_by_label(option)
            .await?)
    }

    /// Goes from control to control with Tab until the one with this role and name has the focus.
    pub async fn tab_to(&self, role: &str, name: &str) -> Step {
        for _ in 0..MOST_STOPS {
            if self.focus().await? == (role.to_owned(), name.to_owned()) {
                return Ok(());
            }
            self.press("Tab").await?;
        }
        let (at, called) = self.focus().await?;
        Err(format!("Tab never came to {role} “{name}”; it is at {at} “{called}”").into())
    }

    /// Role and name of what has the focus.
    pub async fn focus(&self) -> Step<(String, String)> {
        page::ask(&self.client, "focus", vec![]).await
    }

    /// Waits until something with this role and this in its name has the focus.
    pub async fn focus_is(&self, role: &str, part: &str) -> Step {
        until(
            &format!("{role} “{part}” to have the focus"),
            async || {
                let (at, name) = self.focus().await?;
                if at == role && name.contains(part) {
                    Ok(true)
                } else {
                    Err(format!("{at} “{name}” has it").into())
                }
            },
        )
        .await
    }

    /// The words in the window, as they are read.
    pub async fn words(&self) -> Step<String> {
        page::ask(&self.client, "words", vec![]).await
    }

    /// Waits until this stands somewhere in the window.
    pub async fn reads(&self, words: &str) -> Step {
        until(&format!("“{words}” to be read"), async || {
            let shown = self.words().await?;
            if shown.contains(words) {
                Ok(true)
            } else {
                Err(format!("the window reads: {shown}").into())
            }
        })
        .await
    }

    /// Makes the page this large.
    pub async fn resize(&self, width: u32, height: u32) -> Step {
        self.client.set_window_size(width, height).await?;
        until(&format!("the page to be {width} by {height}"), async || {
            let view = self.view().await?;
            if (view.width, view.height) == (f64::from(width), f64::from(height)) {
                Ok(true)
            } else {
                Err(format!("it is {} by {}", view.width, view.height).into())
            }
        })
        .await
    }

    /// How large the page is.
    pub(crate) async fn view(&self) -> Step<View> {
        page::ask(&self.client, "view", vec![]).await
    }

    /// Presses a combination such as `Ctrl+Shift+Z`.
    pub async fn press(&self, combination: &str) -> Step {
        keys::press(&self.client, combination).await
    }

    /// Types into whatever has the focus.
    pub async fn write(&self, text: &str) -> Step {
        keys::write(&self.client, text).await
    }

    /// Clicks a point.
    pub async fn click_at(&self, at: Point) -> Step {
        pointer::click(&self.client, at, "").await
    }

    /// Clicks a point while keys are held.
    pub async fn click_with(&self, modifiers: &str, at: Point) -> Step {
        pointer::click(&self.client, at, modifiers).await
    }

    /// Clicks a point twice.
    pub async fn double_click_at(&self, at: Point) -> Step {
        pointer::double_click(&self.client, at).await
    }

    /// Moves the pointer to a point without pressing.
    pub async fn hover(&self, at: Point) -> Step {
        pointer::hover(&self.client, at).await
    }

    /// Presses at a point and holds.
    pub async fn hold(&self, at: Point) -> Step<Held<'_>> {
        Held::press(&self.client, at, "").await
    }

    /// Presses at a point and holds, with keys held too.
    pub async fn hold_with(&self, modifiers: &str, at: Point) -> Step<Held<'_>> {
        Held::press(&self.client, at, modifiers).await
    }

    /// Drags from one point to another.
    pub async fn drag(&self, from: Point, to: Point) -> Step {
        self.drag_with("", from, to).await
    }

    /// Drags with keys held.
    pub async fn drag_with(&self, modifiers: &str, from: Point, to: Point) -> Step {
        let mut held = self.hold_with(modifiers, from).await?;
        held.to(to).await?;
        held.drop().await
    }

    /// Draws a block over empty ground and types its title.
    pub async fn draw(&self, title: &str, from: Point, to: Point) -> Step<Block> {
        self.drag(from, to).await?;
        until("a field for the title to have the focus", async || {
            let focus = self
                .run("return document.activeElement?.tagName", vec![])
                .await?;
            Ok(focus == "INPUT")
        })
        .await?;
        self.write(title).await?;
        self.press("Enter").await?;
        self.block(title).await
    }

    /// Waits for the day columns, from left to right.
    pub async fn days(&self) -> Step<Vec<Day>> {
        until_some("a day to be shown", async || {
            let days: Vec<Day> = page::ask(&self.client, "days", vec![]).await?;
            Ok((!days.is_empty()).then_some(days))
        })
        .await
    }

    /// Waits for the column of one date.
    pub async fn day(&self, date: &str) -> Step<Day> {
        until_some(&format!("the column of {date}"), async || {
            let days: Vec<Day> = page::ask(&self.client, "days", vec![]).await?;
            Ok(days.into_iter().find(|day| day.date == date))
        })
        .await
    }

    /// Scrolls a minute of a day into the middle and returns the column as it stands then.
    pub async fn reveal(&self, date: &str, minute: u32) -> Step<Day> {
        let share = self.day(date).await?.share(minute);
        page::answer(&self.client, "reveal", vec![json!(date), json!(share)]).await?;
        self.day(date).await
    }

    /// Every block drawn now, in every layer.
    pub async fn blocks(&self) -> Step<Vec<Block>> {
        page::ask(&self.client, "blocks", vec![]).await
    }

    /// Waits for the block of the live plan with this title.
    pub async fn block(&self, title: &str) -> Step<Block> {
        self.block_where(&format!("a block “{title}”"), |block| {
            block.layer == "live" && block.title() == title
        })
        .await
    }

    /// Waits for a block of which something holds.
    pub async fn block_where(&self, what: &str, holds: impl Fn(&Block) -> bool) -> Step<Block> {
        until_some(what, async || {
            Ok(self.blocks().await?.into_iter().find(|block| holds(block)))
        })
        .await
    }

    /// Waits until no block of the live plan has this title.
    pub async fn no_block(&self, title: &str) -> Step {
        until(&format!("no block “{title}”"), async || {
            let blocks = self.blocks().await?;
            Ok(!blocks
                .iter()
                .any(|block| block.layer == "live" && block.title() == title))
        })
        .await
    }

    /// Takes hold of the block with this title and carries the held edge to a
    /// minute of a day, still holding it. Both must fit into the window.
    pub async fn carry(&self, title: &str, grip: Grip, date: &str, minute: u32) -> Step<Held<'_>> {
        let block = self.block(title).await?;
        self.carry_block(&block, grip, date, minute).await
    }

    /// The same for a block that is already known.
    pub async fn carry_block(
        &self,
        block: &Block,
        grip: Grip,
        date: &str,
        minute: u32,
    ) -> Step<Held<'_>> {
        let day = self.day(date).await?;
        let mut held = self.hold(block.grip(grip)).await?;
        held.to(block.aim(grip, &day, minute)).await?;
        Ok(held)
    }

    /// Drags a block so that the held edge comes to a minute of a day.
    pub async fn drag_block(&self, title: &str, grip: Grip, date: &str, minute: u32) -> Step {
        self.carry(title, grip, date, minute).await?.drop().await
    }

    /// The balance meter of a category, now.
    pub async fn meter(&self, category: &str) -> Step<Meter> {
        until_some(&format!("the meter {category}"), async || {
            let meters: Vec<Meter> = page::ask(&self.client, "meters", vec![]).await?;
            Ok(meters.into_iter().find(|meter| meter.label == category))
        })
        .await
    }

    /// Waits until a meter shows these planned minutes.
    pub async fn meter_shows(&self, category: &str, minutes: f64) -> Step {
        until(
            &format!("{category} to show {minutes} minutes"),
            async || {
                let shown = self.meter(category).await?.now;
                if shown == minutes {
                    Ok(true)
                } else {
                    Err(format!("it shows {shown}").into())
                }
            },
        )
        .await
    }

    /// Waits until a meter no longer shows these planned minutes.
    pub async fn meter_leaves(&self, category: &str, minutes: f64) -> Step<Meter> {
        until_some(
            &format!("{category} to leave {minutes} minutes"),
            async || Ok(Some(self.meter(category).await?).filter(|meter| meter.now != minutes)),
        )
        .await
    }

    /// Waits until no drawing of a gesture lies over the week.
    pub async fn nothing_in_hand(&self) -> Step {
        until("the hand to be empty", async || {
            let ghosts: u32 = page::ask(&self.client, "ghosts", vec![]).await?;
            Ok(ghosts == 0)
        })
        .await
    }

    /// What the live region says.
    pub async fn said(&self) -> Step<String> {
        page::ask(&self.client, "said", vec![]).await
    }

    /// Waits until the live region says something with this in it.
    pub async fn says(&self, part: &str) -> Step {
        until(&format!("“{part}” to be announced"), async || {
            let said = self.said().await?;
            if said.contains(part) {
                Ok(true)
            } else {
                Err(format!("it says “{said}”").into())
            }
        })
        .await
    }

    /// Saves a picture of the page as `target/screens/NAME.png`.
    pub async fn picture(&self, name: &str) -> Step<PathBuf> {
        let path = screens().join(format!("{name}.png"));
        fs::create_dir_all(screens())?;
        // WebKit hands the picture over with the next frame it draws, and a
        // page at rest draws none: one pixel is kept changing meanwhile.
        self.run(STIR, vec![]).await?;
        let picture = self.client.screenshot().await;
        self.run("document.getElementById('stir')?.remove()", vec![])
            .await?;
        fs::write(&path, picture?)?;
        Ok(path)
    }

    /// Closes the window and waits for the program to let go of its data.
    pub async fn close(self) -> Step {
        Ok(self.client.close().await?)
    }

    async fn look(
        &self,
        role: &str,
        name: Option<&str>,
        part: bool,
        in_dialog: bool,
    ) -> Step<Element> {
        let what = format!("{role} “{}”", name.unwrap_or("*"));
        until_some(&what, async || {
            let args = vec![json!(role), json!(name), json!(part), json!(in_dialog)];
            let Value::Array(found) = page::answer(&self.client, "find", args).await? else {
                return Ok(None);
            };
            match found.first().and_then(|first| first[ELEMENT].as_str()) {
                Some(id) => Ok(Some(Element::from_element_id(
                    self.client.clone(),
                    id.to_owned().into(),
                ))),
                None => Err(format!("there are {:?}", self.names(role).await?).into()),
            }
        })
        .await
    }
}
