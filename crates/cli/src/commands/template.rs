//! `keel template`: what can be laid over a week, laying it, keeping blocks as a template.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done, refused};
use crate::page::Page;
use crate::typed;
use evenkeel_app::Planner;
use evenkeel_app::messages::{Fault, LaidPlan, NewTemplate, Op, TemplateLine};
use evenkeel_core::template::{Collisions, Reach, TemplateKey};

#[derive(Debug, clap::Args)]
pub(crate) struct Template {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// List one's own templates and those that come along
    List,
    /// Lay a template over a week or a day
    Lay(Lay),
    /// Keep one's own blocks of a week or a day as a template
    Save(Save),
}

#[derive(Debug, clap::Args)]
struct Lay {
    /// What it is called, or its key from `keel template list`
    template: String,
    #[command(flatten)]
    over: Over,
    /// A day of the week it is laid over, or the day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// How something is laid.
#[derive(Debug, clap::Args)]
pub(crate) struct Over {
    /// Lay what collides beside what is there, instead of leaving it out
    #[arg(long)]
    beside: bool,
    /// Only say what would fit and what would not
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, clap::Args)]
struct Save {
    /// What it is to be called
    name: String,
    /// A day of the week that is kept, or the day [default: today]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Keep that day alone
    #[arg(long)]
    day: bool,
}

impl Template {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let desk = global.open()?;
        match self.what {
            What::List => list(&desk, page),
            What::Lay(lay) => lay.run(desk, page),
            What::Save(save) => save.run(desk, page),
        }
    }
}

fn list(desk: &Desk, page: &mut Page<'_>) -> Result<(), Failure> {
    let lines = desk.planner.templates()?;
    if page.json(&lines)? {
        return Ok(());
    }
    for TemplateLine {
        key, name, words, ..
    } in lines
    {
        page.line(format_args!("{:<20}  {name} ({words})", key.to_string()))?;
    }
    Ok(())
}

impl Lay {
    fn run(self, desk: Desk, page: &mut Page<'_>) -> Result<(), Failure> {
        let template = find(&desk.planner, &self.template)?;
        let on = match typed::day(self.on.as_deref())? {
            Some(day) => day,
            None => desk.planner.today(&desk.moment)?,
        };
        let collisions = self.over.collisions();
        self.over.lay(desk, page, on, |_| Op::LayTemplate {
            template,
            on,
            collisions,
        })
    }
}

impl Over {
    pub(crate) fn collisions(&self) -> Collisions {
        match self.beside {
            true => Collisions::KeepBoth,
            false => Collisions::LeaveOut,
        }
    }

    /// Lays something, or says what would come of it.
    pub(crate) fn lay(
        &self,
        desk: Desk,
        page: &mut Page<'_>,
        on: chrono::NaiveDate,
        op: impl FnOnce(chrono::NaiveDate) -> Op,
    ) -> Result<(), Failure> {
        let Desk { planner, moment } = desk;
        let seen = planner.week_of(on)?;
        let op = op(on);
        let preview = planner.preview(op.clone(), seen, &moment)?;
        if let Some(fault) = preview.refused {
            return Err(fault.into());
        }
        if !self.dry_run {
            let outcome = done(planner.apply(op, seen, &moment))?;
            page.outcome(&outcome)?;
        } else if page.json(&preview.laid)? {
            return Ok(());
        } else if let Some(plan) = &preview.laid {
            page.line(&plan.words)?;
        }
        match preview.laid {
            Some(plan) => reasons(&plan, page),
            None => Ok(()),
        }
    }
}

/// "Read, Tuesday 13:00: Retro is there, 13:00 to 14:00."
fn reasons(plan: &LaidPlan, page: &mut Page<'_>) -> Result<(), Failure> {
    if page.is_json() {
        return Ok(());
    }
    for line in &plan.lines {
        let when = line.start.format("%A %-d %B %H:%M");
        page.line(format_args!("  {}, {when}: {}.", line.title, line.words))?;
    }
    Ok(())
}

impl Save {
    fn run(self, desk: Desk, page: &mut Page<'_>) -> Result<(), Failure> {
        let Desk { planner, moment } = desk;
        let from = match typed::day(self.from.as_deref())? {
            Some(day) => day,
            None => planner.today(&moment)?,
        };
        let reach = match self.day {
            true => Reach::Day,
            false => Reach::Week,
        };
        let op = Op::SaveTemplate(NewTemplate {
            name: self.name,
            reach,
            from,
            blocks: Vec::new(),
        });
        let outcome = done(planner.apply(op, planner.week_of(from)?, &moment))?;
        page.outcome(&outcome)
    }
}

/// The template of that name or key.
fn find(planner: &Planner, typed: &str) -> Result<TemplateKey, Fault> {
    let wanted = typed.trim().to_lowercase();
    let named =
        |line: &TemplateLine| line.name.to_lowercase() == wanted || line.key.to_string() == wanted;
    match planner.templates()?.into_iter().find(named) {
        Some(line) => Ok(line.key),
        None => Err(refused(
            format!(
                "No template is called \u{201c}{}\u{201d}.",
                typed.escape_debug()
            ),
            "See `keel template list`.",
        )),
    }
}
