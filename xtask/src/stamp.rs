//! Whether a step's inputs are still those it last ran on. By content, not by
//! date, so that a fresh clone or a switched branch costs nothing extra.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::command::Done;

/// A remembered fingerprint of some files.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    now: String,
}

impl Stamp {
    /// Fingerprints `inputs` (files, or folders with all they hold); missing ones count as empty.
    pub(crate) fn of(inputs: &[PathBuf], kept_in: PathBuf) -> Done<Self> {
        let mut files = Vec::new();
        for input in inputs {
            gather(input, &mut files)?;
        }
        files.sort();
        let mut hasher = DefaultHasher::new();
        for file in &files {
            file.hash(&mut hasher);
            fs::read(file)?.hash(&mut hasher);
        }
        Ok(Self {
            file: kept_in,
            now: format!("{:016x}", hasher.finish()),
        })
    }

    /// Whether the step has already run on exactly these inputs.
    pub(crate) fn holds(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.now)
    }

    /// Remembers that the step has run on these inputs.
    pub(crate) fn keep(&self) -> Done {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(&self.file, &self.now)?)
    }
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Done {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            gather(&entry?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_path_buf());
    }
    Ok(())
}
