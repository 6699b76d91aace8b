//! Crisis mode: begun with its phases and the blocks asked for, ended by hand.

use crate::labels;
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::settings::wanted;
use chrono::{Days, NaiveDate};
use evenkeel_core::block::Block;
use evenkeel_core::season::{self, Ended, SUGGESTED, Suggested};
use evenkeel_core::target::{TargetId, target_on};
use evenkeel_core::time::{Instant, Span, in_calendar};
use evenkeel_store::Tx;

/// How far ahead a work day is looked for.
const LOOK_AHEAD: usize = 28;

impl Planner {
    pub(crate) fn start_crisis(
        &self,
        on: NaiveDate,
        blocks: &[String],
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        if !in_calendar(on) {
            return Err(Fault::outside_calendar().at("on"));
        }
        let today = moment.today(&self.home(moment)?);
        let wished: Vec<&Suggested> = SUGGESTED
            .iter()
            .filter(|block| blocks.iter().any(|name| name == block.name))
            .collect();
        let day = labels::date(on, today);
        let said = match wished.len() {
            0 => format!("Crisis mode begins on {day}, in four phases."),
            count => format!(
                "Crisis mode begins on {day}, in four phases, with {}.",
                labels::count(count, "block")
            ),
        };
        self.write("start crisis mode", &said, seen, moment, |tx| {
            let targets = wanted(tx)?;
            if let Some((first, _)) = season::running(&targets, on).first() {
                let since = labels::date(first.from.unwrap_or(on), today);
                return Err(Fault::refused(
                    format!("Crisis mode is on already, from {since}."),
                    "End it first, or let it run.",
                )
                .at("on"));
            }
            let usual = target_on(&targets, on).cloned();
            let usual = usual.unwrap_or_else(crate::settings::assumed);
            let ids = (0..season::CRISIS_PHASES.len())
                .map(|_| tx.new_target_id())
                .collect::<Result<Vec<TargetId>, _>>()?;
            let mut ids = ids.into_iter();
            let next = || ids.next().unwrap_or(TargetId(0));
            for phase in season::begun(on, &usual, next) {
                tx.put_target(phase)?;
            }
            for wish in wished {
                self.put_suggested(tx, wish, on, moment)?;
            }
            Ok(())
        })
    }

    pub(crate) fn end_crisis(
        &self,
        on: NaiveDate,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let today = moment.today(&self.home(moment)?);
        let mut said = String::new();
        let outcome = self.write("end crisis mode", "", seen, moment, |tx| {
            let Ended { cut, removed } = season::ended(&wanted(tx)?, on);
            if cut.is_empty() && removed.is_empty() {
                return Err(Fault::refused(
                    "There is no crisis mode to end.",
                    "It is over already, or was never started.",
                ));
            }
            said = format!("Crisis mode is over from {} on.", labels::date(on, today));
            if !removed.is_empty() {
                let phases = labels::count(removed.len(), "phase");
                said.push_str(&format!(" {phases} still to come went away."));
            }
            for target in cut {
                tx.put_target(target)?;
            }
            for id in removed {
                tx.remove_target(id)?;
            }
            Ok(())
        })?;
        Ok(outcome.told(said))
    }

    /// Puts a block on the first work day from its day on, into the first free stretch of the work
    /// hours; where none is long enough, to their beginning, for the person to move.
    fn put_suggested(
        &self,
        tx: &mut Tx<'_>,
        wish: &Suggested,
        begins: NaiveDate,
        moment: &Moment,
    ) -> Result<(), Fault> {
        let settings = tx.settings()?;
        let boundaries = tx.boundaries()?;
        let home = moment.home(&settings, &self.zones);
        let first = begins
            .checked_add_days(Days::new(wish.from_day))
            .unwrap_or(begins);
        let work_day = first
            .iter_days()
            .take(LOOK_AHEAD)
            .find_map(|day| Some((day, boundaries.work_hours_on(day, &settings)?)));
        let Some((day, hours)) = work_day else {
            return Ok(());
        };
        let after = day.succ_opt().unwrap_or(day);
        let scene = Scene::load(tx, &[day..after], &self.zones, moment)?;
        let hours = season::hours_of(day, hours, &home);
        let earliest = match day == moment.today(&home) {
            true => Span::new(hours.start.max(moment.now), hours.end),
            false => hours,
        };
        let busy: Vec<Span> = scene
            .stretches(&scene.blocks, hours, &self.zones)
            .iter()
            .map(|stretch| stretch.span)
            .collect();
        let length = i64::from(wish.minutes) * 60;
        let start = season::first_free(earliest, &busy, length).unwrap_or(hours.start);
        let end = Instant(start.0 + length);
        let id = tx.new_block_id()?;
        let mut block = Block::plain(
            id,
            wish.title,
            wish.category,
            home.wall(start),
            home.wall(end),
        );
        block.uid = format!("{}@evenkeel", uuid::Uuid::new_v4());
        block.zone = Some(home.name().to_string());
        block.notes = wish.about.into();
        block.facets.lead = wish.lead;
        block.created = moment.now.0;
        block.modified = moment.now.0;
        Ok(tx.put_block(block)?)
    }
}
