//! `keel close`: a day is over. What was said of it before and is not said again stays.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed;
use evenkeel_app::messages::{DayClose, Op};

#[derive(Debug, clap::Args)]
pub(crate) struct Close {
    /// The day [default: today, which ends when the logical day does]
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    day: Option<String>,
    /// One line of the day
    #[arg(long, value_name = "LINE", allow_hyphen_values = true)]
    line: Option<String>,
    /// Energy, 1 (none) to 5 (plenty)
    #[arg(long, value_name = "1-5")]
    energy: Option<u8>,
    /// Whether you could switch off the evening before
    #[arg(long, value_name = "yes|no")]
    switched_off: Option<YesNo>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum YesNo {
    Yes,
    No,
}

impl Close {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let day = typed::day(self.day.as_deref())?;
        let Desk { planner, moment } = global.open()?;
        let day = match day {
            Some(day) => day,
            None => planner.logical_today(&moment)?,
        };
        let known = planner.day(day, &moment)?;
        let switched_off = self.switched_off.map(|said| matches!(said, YesNo::Yes));
        let op = Op::CloseDay(DayClose {
            day,
            line: self.line.unwrap_or(known.line),
            energy: self.energy.or(known.energy),
            switched_off: switched_off.or(known.switched_off),
            left: Vec::new(),
        });
        let outcome = done(planner.apply(op, planner.week_of(day)?, &moment))?;
        page.outcome(&outcome)?;
        if page.is_json() {
            return Ok(());
        }
        let said = [known.words, known.blocks_words];
        let said: Vec<String> = said.into_iter().filter(|one| !one.is_empty()).collect();
        page.line(format_args!("{}.", said.join(", ")))
    }
}
