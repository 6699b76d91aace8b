//! Keys by the words people use for them: `Ctrl+Shift+Z`, `Delete`, `n`.

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::Step;

const KEYBOARD: &str = "keyboard";

/// Presses and releases a combination.
pub(crate) async fn press(client: &Client, combination: &str) -> Step {
    let (held, last) = match combination.rsplit_once('+') {
        Some((held, last)) if !last.is_empty() => (held, last),
        _ => ("", combination),
    };
    let held = modifiers(held)?;
    let key = named(last)?;
    let mut keys = KeyActions::new(KEYBOARD.into());
    for &value in &held {
        keys = keys.then(KeyAction::Down { value });
    }
    keys = keys
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    for &value in held.iter().rev() {
        keys = keys.then(KeyAction::Up { value });
    }
    client.perform_actions(keys).await?;
    Ok(())
}

/// Types text into whatever has the focus.
pub(crate) async fn write(client: &Client, text: &str) -> Step {
    let keys = text
        .chars()
        .fold(KeyActions::new(KEYBOARD.into()), |keys, value| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
    client.perform_actions(keys).await?;
    Ok(())
}

/// Reads `Ctrl+Alt` or nothing.
pub(crate) fn modifiers(combination: &str) -> Step<Vec<char>> {
    combination
        .split('+')
        .filter(|word| !word.is_empty())
        .map(named)
        .collect()
}

pub(crate) async fn hold(client: &Client, keys: &[char]) -> Step {
    each(client, keys, |value| KeyAction::Down { value }).await
}

pub(crate) async fn release(client: &Client, keys: &[char]) -> Step {
    each(client, keys, |value| KeyAction::Up { value }).await
}

async fn each(client: &Client, keys: &[char], action: impl Fn(char) -> KeyAction) -> Step {
    if keys.is_empty() {
        return Ok(());
    }
    let actions = keys
        .iter()
        .fold(KeyActions::new(KEYBOARD.into()), |actions, &key| {
            actions.then(action(key))
        });
    client.perform_actions(actions).await?;
    Ok(())
}

fn named(word: &str) -> Step<char> {
    let key = match word {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Ok(' '),
        "Delete" => Key::Delete,
        "Backspace" => Key::Backspace,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "F2" => Key::F2,
        other => {
            let mut letters = other.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter),
                _ => Err(format!("no key is called {other}").into()),
            };
        }
    };
    Ok(key.into())
}
