//! The commands, one file each.

mod add;
mod agenda;
mod as_planned;
mod backlog;
mod backup;
mod backups;
mod because;
mod check;
mod close;
mod commit;
mod copy_week;
mod demo;
mod entries;
mod export;
mod import;
mod log;
mod metrics;
mod note;
mod reach;
mod redo;
mod refresh;
mod relocate;
mod remove;
mod restore;
mod start;
mod stop;
mod subscribe;
mod suggest;
mod template;
mod today;
mod undo;

use crate::args::Global;
use crate::failure::Failure;
use crate::page::Page;

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Show today and the balance of its week
    Today,
    /// Show what stands in some days
    Agenda(agenda::Agenda),
    /// Add a block, a series or a task: in words, or with --start
    Add(add::Add),
    /// List the tasks that wait for time in the week
    Backlog(backlog::Backlog),
    /// Move a block, or let it end at another time
    Move(relocate::Relocate),
    /// Remove blocks
    Remove(remove::Remove),
    /// Close a day, with a line and how it felt; what is left of it stays
    Close(close::Close),
    /// Commit a week as it is planned now
    Commit(commit::Commit),
    /// Withdraw the commitment of a week; it stays on record
    Uncommit(commit::Commit),
    /// Record what happens from now on; what ran before ends
    Start(start::Start),
    /// End what runs
    Stop(stop::Stop),
    /// Note what came up, without stopping
    Note(note::Note),
    /// Enter time that was spent
    Log(log::Log),
    /// List what really happened in some days
    Entries(entries::Entries),
    /// Say that the plan happened as it stood
    AsPlanned(as_planned::Confirm),
    /// Take the last change back, whoever made it
    Undo,
    /// Do again what was undone last
    Redo,
    /// Read calendar files (.ics)
    Import(import::Import),
    /// Read a calendar from its address, now and from now on
    Subscribe(subscribe::Subscribe),
    /// Read subscribed calendars again
    Refresh(refresh::Refresh),
    /// Write the plan as a calendar file (.ics)
    Export(export::Export),
    /// List templates, lay one over a week, keep a week as one
    Template(template::Template),
    /// Lay one's own blocks of a week over another
    CopyWeek(copy_week::CopyWeek),
    /// Measure how a week went, or one that is written in a file
    Metrics(metrics::Metrics),
    /// Make a backup now
    Backup(backup::Backup),
    /// List the backups
    Backups,
    /// Suggest what to do with a week: fill what is free, or repair what a meeting landed on
    Suggest(suggest::Suggest),
    /// Bring a backup back; no window may be open
    Restore(restore::Restore),
    /// Look through all data for damage
    Check,
    /// Fill an empty data folder with a made-up plan to try things on
    Demo,
}

impl Command {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        match self {
            Command::Today => today::run(global, page),
            Command::Agenda(agenda) => agenda.run(global, page),
            Command::Add(add) => add.run(global, page),
            Command::Backlog(backlog) => backlog.run(global, page),
            Command::Move(relocate) => relocate.run(global, page),
            Command::Remove(remove) => remove.run(global, page),
            Command::Close(close) => close.run(global, page),
            Command::Commit(commit) => commit.run(false, global, page),
            Command::Uncommit(commit) => commit.run(true, global, page),
            Command::Start(start) => start.run(global, page),
            Command::Stop(stop) => stop.run(global, page),
            Command::Note(note) => note.run(global, page),
            Command::Log(log) => log.run(global, page),
            Command::Entries(entries) => entries.run(global, page),
            Command::AsPlanned(confirm) => confirm.run(global, page),
            Command::Undo => undo::run(global, page),
            Command::Redo => redo::run(global, page),
            Command::Import(import) => import.run(global, page),
            Command::Subscribe(subscribe) => subscribe.run(global, page),
            Command::Refresh(refresh) => refresh.run(global, page),
            Command::Export(export) => export.run(global, page),
            Command::Template(template) => template.run(global, page),
            Command::CopyWeek(copy) => copy.run(global, page),
            Command::Metrics(metrics) => metrics.run(global, page),
            Command::Backup(backup) => backup.run(global, page),
            Command::Backups => backups::run(global, page),
            Command::Suggest(suggest) => suggest.run(global, page),
            Command::Restore(restore) => restore.run(global, page),
            Command::Check => check::run(global, page),
            Command::Demo => demo::run(global, page),
        }
    }
}
