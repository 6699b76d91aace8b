//! Starting with the desktop, where a person wants that: one file in the desktop's own folder for it,
//! as every desktop on Linux reads it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};

/// The name of the file.
const NAME: &str = "evenkeel.desktop";

/// Whether it starts with the desktop; `None` where that cannot be chosen here.
pub(crate) fn is_on(app: &AppHandle) -> Option<bool> {
    Some(place(app)?.is_file())
}

/// Lets the program start with the desktop, or no more. Gives the file that could not be written.
pub(crate) fn turn(app: &AppHandle, on: bool) -> Result<(), (PathBuf, io::Error)> {
    let Some(place) = place(app) else {
        return Ok(());
    };
    let done = match on {
        true => program().and_then(|program| write(&place, &program)),
        false => remove(&place),
    };
    done.map_err(|error| (place, error))
}

fn place(app: &AppHandle) -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let folder = app.path().config_dir().ok()?.join("autostart");
    Some(folder.join(NAME))
}

/// The program as it is to be started: one that runs out of an image is the image.
fn program() -> io::Result<OsString> {
    match std::env::var_os("APPIMAGE") {
        Some(image) => Ok(image),
        None => Ok(std::env::current_exe()?.into_os_string()),
    }
}

fn write(place: &Path, program: &OsString) -> io::Result<()> {
    let program = program
        .to_str()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    // Whole or not at all: a desktop may read it at any time.
    let new = place.with_extension("new");
    fs::write(&new, entry(program))?;
    fs::rename(&new, place)
}

fn remove(place: &Path) -> io::Result<()> {
    match fs::remove_file(place) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The file, as the Desktop Entry Specification has it.
fn entry(program: &str) -> String {
    let mut quoted = String::new();
    for letter in program.chars() {
        match letter {
            // Once for the quotes, once for the value of the key.
            '\\' => quoted.push_str("\\\\\\\\"),
            '"' | '`' | '$' => {
                quoted.push_str("\\\\");
                quoted.push(letter);
            }
            '%' => quoted.push_str("%%"),
            other => quoted.push(other),
        }
    }
    format!(
        "[Desktop Entry]\nType=Application\nName=Evenkeel\nComment=Plan the week in blocks\n\
         Exec=\"{quoted}\"\nIcon=evenkeel\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_written_whole_and_goes_again_however_often() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("config/autostart").join(NAME);
        for _ in 0..2 {
            write(&place, &"/usr/bin/evenkeel".into()).unwrap();
            let text = fs::read_to_string(&place).unwrap();
            assert!(text.contains("\nExec=\"/usr/bin/evenkeel\"\n"), "{text}");
            assert_eq!(fs::read_dir(place.parent().unwrap()).unwrap().count(), 1);
        }
        for _ in 0..2 {
            remove(&place).unwrap();
            assert!(!place.exists());
        }
    }

    #[test]
    fn a_folder_with_odd_letters_is_no_command() {
        let text = entry("/home/a b/100%/`x`$y\"\\z");
        assert!(
            text.contains("Exec=\"/home/a b/100%%/\\\\`x\\\\`\\\\$y\\\\\"\\\\\\\\z\"\n"),
            "{text}"
        );
    }
}
