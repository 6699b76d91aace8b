//! How weeks went: what was planned and committed beside what happened, out of the database. What
//! the figures are is decided in the core.

mod causes;
mod load;
pub(crate) mod plan;
mod told;

use crate::commitment;
use crate::measure::Measured;
use crate::messages::{Fault, WeekActual};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use chrono::{Days, NaiveDate};
use evenkeel_core::edit::Refusal;
use evenkeel_core::metrics::{Figures, figures};
use evenkeel_store::View;
use std::sync::Arc;

/// In how many weeks blocks are looked for that were moved often.
const WEEKS_OF_MOVES: u64 = 8;

/// How many weeks are read at once: enough to read little twice, few enough to hold.
const AT_ONCE: usize = 26;

impl Planner {
    /// How the week that holds a day went, or goes.
    pub fn how_it_went(&self, day: NaiveDate, moment: &Moment) -> Result<WeekActual, Fault> {
        self.store.read(|view| {
            let (scene, known) = self.known(view, day, moment)?;
            let first = known.record.week.first();
            let weeks = told::weeks_of_moves(first);
            let noted = view.reshuffles(weeks.start, weeks.end)?;
            let figure = commitment::figure(&scene, &scene.blocks, first, &self.zones);
            Ok(told::week(&known, figure, &noted, moment, scene.rev))
        })
    }

    /// The metrics of the week that holds a day.
    pub fn measured(&self, day: NaiveDate, moment: &Moment) -> Result<Measured, Fault> {
        self.store.read(|view| {
            let (_, known) = self.known(view, day, moment)?;
            Ok(Measured {
                first: known.record.week.first(),
                zone: known.record.home.name().into(),
                figures: figures(&known.record),
            })
        })
    }

    /// The metrics of so many weeks, from the one that holds a day on.
    pub fn measured_weeks(
        &self,
        from: NaiveDate,
        count: usize,
        moment: &Moment,
    ) -> Result<Vec<(NaiveDate, Figures)>, Fault> {
        self.store.read(|view| {
            let first = view.settings()?.week_of(from);
            let nth = |n: usize| first.checked_add_days(Days::new(7 * n as u64));
            let firsts: Vec<NaiveDate> = (0..count).filter_map(nth).collect();
            let mut all = Vec::with_capacity(firsts.len());
            for part in firsts.chunks(AT_ONCE) {
                let (Some(first), Some(last)) = (part.first(), part.last()) else {
                    continue;
                };
                let days = *first..after(*last);
                let scene = Scene::load(view, &[days], &self.zones, moment)?;
                for known in load::weeks(&scene, part, view, &self.zones, moment)? {
                    all.push((known.record.week.first(), figures(&known.record)));
                }
            }
            Ok(all)
        })
    }

    fn known(
        &self,
        view: &View<'_>,
        day: NaiveDate,
        moment: &Moment,
    ) -> Result<(Arc<Scene>, load::Known), Fault> {
        let first = view.settings()?.week_of(day);
        let scene = self.scene_in(view, &[first..after(first)], moment)?;
        let known = load::weeks(&scene, &[first], view, &self.zones, moment)?;
        let known = known.into_iter().next().ok_or(Refusal::OutsideCalendar)?;
        Ok((scene, known))
    }
}

fn after(first: NaiveDate) -> NaiveDate {
    first.checked_add_days(Days::new(7)).unwrap_or(first)
}
