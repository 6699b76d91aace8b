//! The kinds of records there are, in one list: what a transaction touches, what a step of undo
//! holds and what a write tells are all made of it.

/// Calls a macro with every kind: the field it has, the record, and what it is in words.
macro_rules! records {
    ($use:ident) => {
        $use! {
            blocks: evenkeel_core::block::Block, "Blocks: single ones, series and overrides.";
            events: evenkeel_core::event::Event, "Events of outside calendars, complete with notes and raw text.";
            feeds: evenkeel_core::event::Feed, "Outside calendars.";
            rules: evenkeel_core::rule::Rule, "Category rules.";
            targets: evenkeel_core::target::Target, "Targets and seasons.";
            settings: evenkeel_core::settings::Settings, "Settings; at most one.";
            boundaries: evenkeel_core::boundary::Boundaries, "Boundaries; at most one.";
            tasks: evenkeel_core::task::Task, "Tasks of the backlog.";
            templates: evenkeel_core::template::Template, "Templates.";
            commitments: evenkeel_core::commitment::Commitment, "Committed weeks.";
            reshuffles: evenkeel_core::commitment::Reshuffle, "Changes to committed and protected blocks.";
            declines: evenkeel_core::decline::Decline, "What was declined or handed on.";
            entries: evenkeel_core::actual::Entry, "Time that was spent.";
            running: evenkeel_core::actual::Running, "What is going on; at most one.";
            day_notes: evenkeel_core::day_note::DayNote, "What was said of days.";
            feelings: evenkeel_core::day_note::DayFeeling, "How days felt.";
            attention: evenkeel_core::attention::Attention, "What may draw attention; at most one.";
            ended: evenkeel_core::commitment::EndedWeek, "Plans of weeks as they stood at their end.";
        }
    };
}
pub(crate) use records;
