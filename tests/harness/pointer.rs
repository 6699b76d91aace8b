//! The pointer: press, move in steps, look, release.

use std::time::Duration;

use fantoccini::Client;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};

use crate::{Step, keys};

/// How many moves a drag is made of; enough for edge scrolling and snapping to take part.
const STEPS: u32 = 12;
const FRAME: Duration = Duration::from_millis(16);
const POINTER: &str = "mouse";

/// A place in the window, in CSS pixels from the page's top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// The point this far away.
    pub fn by(self, right: f64, down: f64) -> Self {
        Self {
            x: self.x + right,
            y: self.y + down,
        }
    }
}

/// Something held under the pressed pointer.
#[derive(Debug)]
pub struct Held<'w> {
    client: &'w Client,
    at: Point,
    modifiers: Vec<char>,
}

impl<'w> Held<'w> {
    pub(crate) async fn press(client: &'w Client, at: Point, modifiers: &str) -> Step<Self> {
        let modifiers = keys::modifiers(modifiers)?;
        keys::hold(client, &modifiers).await?;
        let press = mouse().then(move_to(at)).then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        });
        client.perform_actions(press).await?;
        Ok(Self {
            client,
            at,
            modifiers,
        })
    }

    /// Moves there in steps and keeps holding.
    pub async fn to(&mut self, there: Point) -> Step {
        let from = self.at;
        let path = (1..=STEPS).fold(mouse(), |path, step| {
            let share = f64::from(step) / f64::from(STEPS);
            path.then(move_to(
                from.by((there.x - from.x) * share, (there.y - from.y) * share),
            ))
        });
        self.client.perform_actions(path).await?;
        self.at = there;
        Ok(())
    }

    /// Lets go here.
    pub async fn drop(self) -> Step {
        let release = mouse().then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
        self.client.perform_actions(release).await?;
        keys::release(self.client, &self.modifiers).await
    }
}

pub(crate) async fn click(client: &Client, at: Point, modifiers: &str) -> Step {
    Held::press(client, at, modifiers).await?.drop().await
}

pub(crate) async fn double_click(client: &Client, at: Point) -> Step {
    let press = PointerAction::Down {
        button: MOUSE_BUTTON_LEFT,
    };
    let release = PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    };
    let twice = mouse()
        .then(move_to(at))
        .then(press.clone())
        .then(release.clone())
        .then(press)
        .then(release);
    client.perform_actions(twice).await?;
    Ok(())
}

pub(crate) async fn hover(client: &Client, at: Point) -> Step {
    client.perform_actions(mouse().then(move_to(at))).await?;
    Ok(())
}

fn mouse() -> MouseActions {
    MouseActions::new(POINTER.into())
}

fn move_to(at: Point) -> PointerAction {
    PointerAction::MoveTo {
        duration: Some(FRAME),
        x: at.x.round(),
        y: at.y.round(),
    }
}
