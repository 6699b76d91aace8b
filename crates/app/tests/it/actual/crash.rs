//! A timer outlives the program that started it, however that ended.

use super::{at, lane, start, stop};
use crate::desk::{Desk, days, done};
use evenkeel_app::Planner;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};

const FOLDER: &str = "EVENKEEL_TEST_TIMER";

/// The process that is killed: starts a timer, says so, and waits until somebody ends it.
#[test]
fn records_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let moment = Desk::new().moment;
    let planner = Planner::open_window(&folder, &moment).unwrap();
    let seen = days("2026-11-16", "2026-11-23");
    done(planner.apply(start("Ingest"), seen, &moment)).unwrap();
    println!("\nstarted");
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

#[test]
fn a_timer_of_a_program_that_was_killed_runs_on_with_all_its_time() {
    let mut desk = Desk::new();
    desk.close();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "actual::crash::records_until_it_is_killed"])
        .args(["--nocapture", "--test-threads=1"])
        .env(FOLDER, desk.folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let started = output
        .lines()
        .map_while(Result::ok)
        .any(|line| line == "started");
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(started);
    desk.reopen();
    at(&mut desk, "10:30");
    let running = desk.week().running.unwrap();
    assert_eq!((running.title.as_str(), running.elapsed), ("Ingest", 9_000));
    desk.apply(stop());
    assert_eq!(lane(&desk), ["Ingest 08:00-10:30 timer"]);
}
