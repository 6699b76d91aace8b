//! Memory as the kernel shares it out (PSS), over a program and its web processes.

use std::collections::BTreeMap;
use std::fs;

use harness::Step;

use crate::figures::{Figures, print};

/// Sizes of the window and of the bare view.
#[derive(Debug, Default)]
pub(crate) struct Sizes {
    window: Figures,
    plain: Figures,
}

impl Sizes {
    pub(crate) fn add(&mut self, window: f64, plain: f64) {
        self.window.add(window);
        self.plain.add(plain);
    }

    pub(crate) fn print(&self) {
        print(
            "memory once it stands, next to a bare web view",
            "MB",
            &self.window,
            &self.plain,
        );
    }
}

/// The process with this name that this bench has started; others are none of its business.
pub(crate) fn started_here(name: &str) -> Step<u32> {
    let processes = processes();
    let own = processes.iter().filter(|(id, process)| {
        process.name == name && belongs(&processes, **id, std::process::id())
    });
    own.map(|(id, _)| *id)
        .next()
        .ok_or_else(|| format!("no process {name}").into())
}

/// What it and everything it started take together.
pub(crate) fn megabytes(root: u32) -> Step<f64> {
    let processes = processes();
    let kilobytes: f64 = processes
        .keys()
        .copied()
        .filter(|id| belongs(&processes, *id, root))
        .filter_map(share)
        .sum();
    Ok(kilobytes / 1024.0)
}

/// Whether a process is this one or was started below it.
fn belongs(processes: &BTreeMap<u32, Process>, mut id: u32, root: u32) -> bool {
    while id != root {
        match processes.get(&id) {
            Some(process) if 1 < process.parent => id = process.parent,
            _ => return false,
        }
    }
    true
}

#[derive(Debug)]
struct Process {
    name: String,
    parent: u32,
}

fn processes() -> BTreeMap<u32, Process> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let id: u32 = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            let (before, after) = stat.rsplit_once(')')?;
            let name = before.split_once('(')?.1.to_owned();
            let parent = after.split_whitespace().nth(1)?.parse().ok()?;
            Some((id, Process { name, parent }))
        })
        .collect()
}

/// A process's proportional share in kilobytes.
fn share(id: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
