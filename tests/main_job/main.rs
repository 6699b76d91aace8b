//! The main job where there is no screen: on the demo week a block is dragged,
//! the balance answers, the week is exported. `cargo xtask run` starts it.
#![allow(
    clippy::print_stdout,
    reason = "its output is for the person who typed the command"
)]

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use harness::{Block, Failure, Grip, Step, Window, played, screens};

fn main() -> ExitCode {
    match played("main-job", async |scene| {
        scene.profile.keel(&["demo"])?;
        let window = scene.open().await?;
        scene
            .watch(window, async |window| main_job(window).await)
            .await
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

async fn main_job(window: &Window<'_>) -> Step {
    let block = technical_block(window, |_| true).await?;
    let (_, end) = block.minutes()?;
    let day = block.day.clone().ok_or("the block stands in no day")?;
    window.reveal(&day, end).await?;
    let block = technical_block(window, |shown| shown.uid == block.uid).await?;

    let before = window.meter("Technical").await?;
    let held = window
        .carry_block(&block, Grip::End, &day, end + 60)
        .await?;
    window.meter_leaves("Technical", before.now).await?;
    held.drop().await?;
    let longer = technical_block(window, |shown| {
        shown.uid == block.uid && shown.minutes().is_ok_and(|(_, now)| now != end)
    })
    .await?;
    let after = window.meter("Technical").await?;
    println!("Dragged: {}.", longer.label);
    println!(
        "The balance answered. Before: {}. Now: {}.",
        before.text, after.text
    );

    let picture = window.picture("main-job").await?;
    let week = export(window).await?;
    let events = fs::read_to_string(&week)?.matches("BEGIN:VEVENT").count();
    println!("The week was exported with {events} events.");
    println!("picture:  {}", picture.display());
    println!("calendar: {}", week.display());
    Ok(())
}

async fn technical_block(window: &Window<'_>, which: impl Fn(&Block) -> bool) -> Step<Block> {
    window
        .block_where("a technical block", |block| {
            block.layer == "live" && block.label.ends_with(", technical") && which(block)
        })
        .await
}

/// The days that are shown, as a calendar file beside the picture.
async fn export(window: &Window<'_>) -> Step<PathBuf> {
    let days = window.days().await?;
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Err("no day is shown".into());
    };
    let after = last
        .date
        .parse::<jiff::civil::Date>()?
        .tomorrow()?
        .to_string();
    let week = screens().join("week.ics");
    let path = week
        .to_str()
        .ok_or_else(|| Failure::from("the target folder's name is no text"))?;
    window
        .profile
        .keel(&["export", "--from", &first.date, "--to", &after, "-o", path])?;
    Ok(week)
}
