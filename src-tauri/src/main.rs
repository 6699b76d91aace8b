//! The desktop shell: a window around the planner. It reads the clock and the zone, and passes
//! requests on; no SQL, no rules, no arithmetic on time.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod autostart;
mod commands;
mod desk;
mod feeds;
mod files;
mod idle;
mod notify;
mod paper;
mod pulse;
mod reminders;
mod tray;
mod watch;
mod window;

use desk::Desk;
use tauri::Manager;

fn main() {
    let desk = Desk::open(evenkeel_app::folder::chosen());
    let built = tauri::Builder::default()
        .plugin(window::single_instance(&desk))
        .plugin(window::logging())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(desk)
        .invoke_handler(tauri::generate_handler![
            commands::opening,
            commands::painted,
            commands::week,
            commands::day,
            commands::month,
            commands::how_it_went,
            commands::search,
            commands::read_words,
            commands::backlog,
            commands::vocabulary,
            commands::suggest,
            commands::print,
            commands::apply,
            commands::preview,
            commands::undo,
            commands::redo,
            commands::details,
            commands::repeat_facts,
            commands::target,
            commands::rules,
            commands::seasons,
            commands::season_advice,
            commands::attention,
            commands::away,
            commands::desktop,
            commands::start_with_desktop,
            commands::boundaries,
            commands::declines,
            commands::calendars,
            commands::templates,
            commands::refresh,
            commands::choose_calendar,
            commands::read_calendar,
            commands::export_calendar,
            commands::open_link,
            commands::backups,
            commands::back_up,
            commands::restore,
            commands::check,
            commands::start_anew,
            commands::accept_older,
            commands::open_demo,
            commands::leave_demo,
        ])
        .setup(|app| {
            window::open(app.handle())?;
            tray::watch(app.handle());
            app.state::<Desk>().offer_arguments(std::env::args_os());
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("Evenkeel could not open its window: {error}");
        std::process::exit(1);
    }
}
