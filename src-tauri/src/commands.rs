//! What the page may ask for: unpack, call the planner, return. Nothing is decided here.

use crate::autostart;
use crate::desk::Desk;
use crate::feeds;
use crate::files;
use crate::paper;
use crate::pulse;
use crate::tray;
use crate::watch;
use evenkeel_app::messages::{
    Attention, AwayQuestion, Backlog, BackupLine, Boundaries, CheckReport, DayReview, Declines,
    Desktop, Details, ExportChoice, Exported, Fault, FeedLine, Found, ImportPreview, Month, Op,
    Opening, Preview, QuickReading, Range, RepeatFacts, Reply, RuleDraft, SeasonAdvice,
    SeasonAnswers, Seasons, SuggestReply, SuggestRequest, TargetDraft, TemplateLine, Vocabulary,
    Week, WeekActual, Words,
};
use evenkeel_app::{FeedId, Repeat};
use evenkeel_clock::moment;
use std::path::PathBuf;
use tauri::{AppHandle, Emitter, State, WebviewWindow};

type Answer<T> = Result<T, Fault>;

#[tauri::command(async)]
pub(crate) fn opening(desk: State<'_, Desk>) -> Answer<Opening> {
    desk.opening()
}

#[tauri::command(async)]
pub(crate) fn painted(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    for path in desk.listen() {
        files::tell(&app, &path);
    }
    watch::start(&app);
    feeds::start(&app);
    pulse::start(&app);
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn week(desk: State<'_, Desk>, range: Range) -> Answer<Week> {
    desk.planner()?.week(range, &moment())
}

#[tauri::command(async)]
pub(crate) fn day(desk: State<'_, Desk>, day: Option<chrono::NaiveDate>) -> Answer<DayReview> {
    let (planner, now) = (desk.planner()?, moment());
    let today = || planner.logical_today(&now);
    planner.day(day.map_or_else(today, Ok)?, &now)
}

#[tauri::command(async)]
pub(crate) fn month(desk: State<'_, Desk>, day: chrono::NaiveDate) -> Answer<Month> {
    desk.planner()?.month(day, &moment())
}

#[tauri::command(async)]
pub(crate) fn how_it_went(desk: State<'_, Desk>, day: chrono::NaiveDate) -> Answer<WeekActual> {
    desk.planner()?.how_it_went(day, &moment())
}

#[tauri::command(async)]
pub(crate) fn search(desk: State<'_, Desk>, typed: String) -> Answer<Found> {
    desk.planner()?.search(&typed, &moment())
}

#[tauri::command(async)]
pub(crate) fn read_words(desk: State<'_, Desk>, words: Words) -> Answer<QuickReading> {
    desk.planner()?.read_words(&words, &moment())
}

#[tauri::command(async)]
pub(crate) fn backlog(desk: State<'_, Desk>) -> Answer<Backlog> {
    desk.planner()?.backlog(&moment())
}

#[tauri::command(async)]
pub(crate) fn vocabulary(desk: State<'_, Desk>) -> Answer<Vocabulary> {
    desk.planner()?.vocabulary()
}

#[tauri::command(async)]
pub(crate) fn suggest(desk: State<'_, Desk>, request: SuggestRequest) -> Answer<SuggestReply> {
    desk.planner()?.suggest(&request, &moment())
}

/// Opens the desktop's own dialog for printing what the page shows to printers.
#[tauri::command]
pub(crate) fn print(window: WebviewWindow) -> Answer<()> {
    paper::print(&window)
}

#[tauri::command(async)]
pub(crate) fn apply(app: AppHandle, desk: State<'_, Desk>, op: Op, seen: Range) -> Answer<Reply> {
    if let Op::Import { path } = &op
        && !desk.is_offered(path)
    {
        return Err(files::not_offered());
    }
    let reply = desk.planner()?.apply(op, seen, &moment());
    Ok(tell_others(&app, reply))
}

#[tauri::command(async)]
pub(crate) fn preview(desk: State<'_, Desk>, op: Op, seen: Range) -> Answer<Preview> {
    desk.planner()?.preview(op, seen, &moment())
}

#[tauri::command(async)]
pub(crate) fn undo(app: AppHandle, desk: State<'_, Desk>, seen: Range) -> Answer<Reply> {
    let reply = desk.planner()?.undo(seen, &moment());
    Ok(tell_others(&app, reply))
}

#[tauri::command(async)]
pub(crate) fn redo(app: AppHandle, desk: State<'_, Desk>, seen: Range) -> Answer<Reply> {
    let reply = desk.planner()?.redo(seen, &moment());
    Ok(tell_others(&app, reply))
}

#[tauri::command(async)]
pub(crate) fn details(desk: State<'_, Desk>, key: String) -> Answer<Details> {
    desk.planner()?.details(&key, &moment())
}

#[tauri::command(async)]
pub(crate) fn repeat_facts(
    desk: State<'_, Desk>,
    key: String,
    repeat: Repeat,
) -> Answer<RepeatFacts> {
    desk.planner()?.repeat_facts(&key, &repeat, &moment())
}

#[tauri::command(async)]
pub(crate) fn target(desk: State<'_, Desk>, day: chrono::NaiveDate) -> Answer<TargetDraft> {
    desk.planner()?.target(day)
}

#[tauri::command(async)]
pub(crate) fn rules(desk: State<'_, Desk>) -> Answer<Vec<RuleDraft>> {
    desk.planner()?.rules()
}

#[tauri::command(async)]
pub(crate) fn seasons(desk: State<'_, Desk>, range: Range) -> Answer<Seasons> {
    desk.planner()?.seasons(range, &moment())
}

#[tauri::command(async)]
pub(crate) fn season_advice(asked: SeasonAnswers) -> Answer<SeasonAdvice> {
    evenkeel_app::advice(&asked)
}

#[tauri::command(async)]
pub(crate) fn attention(desk: State<'_, Desk>) -> Answer<Attention> {
    desk.planner()?.attention()
}

#[tauri::command(async)]
pub(crate) fn away(desk: State<'_, Desk>) -> Answer<Option<AwayQuestion>> {
    desk.planner()?.away_question(&moment())
}

#[tauri::command(async)]
pub(crate) fn desktop(app: AppHandle) -> Answer<Desktop> {
    Ok(Desktop {
        tray: tray::is_there(),
        autostart: autostart::is_on(&app),
    })
}

#[tauri::command(async)]
pub(crate) fn start_with_desktop(app: AppHandle, on: bool) -> Answer<Desktop> {
    autostart::turn(&app, on).map_err(|(place, error)| evenkeel_app::unwritten(&place, &error))?;
    desktop(app)
}

#[tauri::command(async)]
pub(crate) fn boundaries(desk: State<'_, Desk>) -> Answer<Boundaries> {
    desk.planner()?.boundaries()
}

#[tauri::command(async)]
pub(crate) fn declines(desk: State<'_, Desk>) -> Answer<Declines> {
    desk.planner()?.declines(&moment())
}

#[tauri::command(async)]
pub(crate) fn calendars(desk: State<'_, Desk>) -> Answer<Vec<FeedLine>> {
    desk.planner()?.calendars(&moment())
}

#[tauri::command(async)]
pub(crate) fn refresh(
    app: AppHandle,
    desk: State<'_, Desk>,
    feed: FeedId,
    seen: Range,
) -> Answer<Reply> {
    let reply = desk.planner()?.refresh(feed, seen, &moment());
    Ok(tell_others(&app, reply))
}

#[tauri::command(async)]
pub(crate) fn templates(desk: State<'_, Desk>) -> Answer<Vec<TemplateLine>> {
    desk.planner()?.templates()
}

#[tauri::command(async)]
pub(crate) fn choose_calendar(
    app: AppHandle,
    desk: State<'_, Desk>,
) -> Answer<Option<ImportPreview>> {
    let Some(path) = files::ask_open(&app) else {
        return Ok(None);
    };
    desk.offer(vec![path.clone()]);
    desk.planner()?.read_calendar(&path, &moment()).map(Some)
}

#[tauri::command(async)]
pub(crate) fn read_calendar(desk: State<'_, Desk>, path: PathBuf) -> Answer<ImportPreview> {
    if !desk.is_offered(&path) {
        return Err(files::not_offered());
    }
    desk.planner()?.read_calendar(&path, &moment())
}

#[tauri::command(async)]
pub(crate) fn export_calendar(
    app: AppHandle,
    desk: State<'_, Desk>,
    choice: ExportChoice,
) -> Answer<Option<Exported>> {
    let planner = desk.planner()?;
    let Some(path) = files::ask_save(&app, &planner.export_name(&choice)) else {
        return Ok(None);
    };
    planner.export(&choice, &path, &moment()).map(Some)
}

#[tauri::command(async)]
pub(crate) fn open_link(app: AppHandle, desk: State<'_, Desk>, key: String) -> Answer<()> {
    let link = desk.planner()?.link(&key)?;
    files::open_link(&app, &link)
}

#[tauri::command(async)]
pub(crate) fn backups(desk: State<'_, Desk>) -> Answer<Vec<BackupLine>> {
    desk.planner()?.backups(&moment())
}

#[tauri::command(async)]
pub(crate) fn back_up(desk: State<'_, Desk>) -> Answer<BackupLine> {
    desk.planner()?.back_up(&moment())
}

#[tauri::command(async)]
pub(crate) fn restore(desk: State<'_, Desk>, name: String) -> Answer<Opening> {
    desk.restore(&name)
}

#[tauri::command(async)]
pub(crate) fn check(desk: State<'_, Desk>) -> Answer<CheckReport> {
    desk.planner()?.check()
}

#[tauri::command(async)]
pub(crate) fn start_anew(desk: State<'_, Desk>) -> Answer<Opening> {
    desk.start_anew()
}

#[tauri::command(async)]
pub(crate) fn accept_older(desk: State<'_, Desk>) -> Answer<Opening> {
    desk.accept_older()
}

#[tauri::command(async)]
pub(crate) fn open_demo(desk: State<'_, Desk>) -> Answer<Opening> {
    desk.open_demo()
}

#[tauri::command(async)]
pub(crate) fn leave_demo(desk: State<'_, Desk>) -> Answer<Opening> {
    desk.leave_demo()
}

/// The same outcome goes to every window; the one that asked drops it by its `rev`.
pub(crate) fn tell_others(app: &AppHandle, reply: Reply) -> Reply {
    pulse::poke();
    if let Reply::Done(outcome) = &reply
        && let Err(error) = app.emit("outcome", outcome)
    {
        log::warn!("an outcome could not be told: {error}");
    }
    reply
}
