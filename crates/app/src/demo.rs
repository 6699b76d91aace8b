//! The demo profile: twenty weeks of a made-up person, in a folder of their own.

use crate::actual::planned_in;
use crate::commitment;
use crate::day::span_of_day;
use crate::messages::Fault;
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::settings::rules_in;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use evenkeel_core::block::Block;
use evenkeel_core::commitment::{Changed, Commitment, Reshuffle, Why};
use evenkeel_core::demo;
use evenkeel_core::event::Feed;
use evenkeel_core::settings::Settings;
use evenkeel_core::template::{self, Frame, Reach, Template};
use evenkeel_core::time::Span;
use evenkeel_core::{ics, rule};
use evenkeel_store::Tx;

/// The calendar the made-up person's meetings are in.
const SOURCE: &str = "work.ics";

impl Planner {
    /// Fills an empty plan with the demo. Does nothing where something was ever saved; says whether
    /// it did.
    pub fn fill_demo(&self, moment: &Moment) -> Result<bool, Fault> {
        if self.store.rev()? != 0 {
            return Ok(false);
        }
        let home = self.home(moment)?;
        let today = moment.today(&home);
        let text = demo::calendar(today, Some(home.name()));
        let (calendar, _) = ics::read(text.as_bytes(), &self.zones)
            .map_err(|error| Fault::refused(error.to_string(), "The demo could not be made."))?;
        self.store.begin(|tx| {
            tx.put_settings(Settings {
                role: Some(demo::ROLE.name.into()),
                first_run_done: true,
                ..Settings::default()
            })?;
            let target = tx.new_target_id()?;
            tx.put_target(demo::ROLE.target(target, None, demo::WEEK_MINUTES))?;
            for mut season in demo::seasons(today) {
                season.id = tx.new_target_id()?;
                tx.put_target(season)?;
            }
            tx.put_boundaries(demo::boundaries(today))?;
            for mut decline in demo::declines(today) {
                decline.id = tx.new_decline_id()?;
                tx.put_decline(decline)?;
            }
            let steady = demo::steady_week(today);
            let steady = steady..steady + Days::new(7);
            let mut kept = Vec::new();
            for draft in demo::blocks(today, Some(home.name())) {
                let id = tx.new_block_id()?;
                let block = Block {
                    uid: format!("demo-{}@evenkeel", id.0),
                    zone: draft.zone,
                    notes: draft.notes,
                    location: draft.location,
                    locked: draft.locked,
                    created: moment.now.0,
                    modified: moment.now.0,
                    recurrence: draft.recurrence,
                    goal: draft.goal,
                    facets: draft.facets,
                    checklist: draft.checklist,
                    ..Block::plain(id, &draft.title, draft.category, draft.start, draft.end)
                };
                if steady.contains(&block.start.date()) {
                    kept.push(block.clone());
                }
                tx.put_block(block)?;
            }
            let frame = Frame {
                reach: Reach::Week,
                first: steady.start,
            };
            let id = tx.new_template_id()?;
            tx.put_template(Template {
                id,
                name: "A steady week".into(),
                about: "How a week looks before hiring and escalations take it.".into(),
                reach: Reach::Week,
                pieces: template::pieces(&kept, &frame, &self.zones, &home)?,
                created: moment.now.0,
            })?;
            let rules = rules_in(tx)?;
            let feed = tx.new_feed_id()?;
            tx.put_feed(Feed {
                id: feed,
                name: calendar.name.unwrap_or_else(|| "Work".into()),
                source: SOURCE.into(),
                read: moment.now.0,
                subscription: None,
            })?;
            for mut event in calendar.events {
                rule::categorize(&mut event, &rules);
                event.id = tx.new_event_id()?;
                event.feed = feed;
                tx.put_event(event)?;
            }
            self.commit_demo(tx, today, moment)?;
            self.record_demo(tx, today, moment)
        })?;
        Ok(true)
    }

    /// The days of the last week that are over have their entries.
    fn record_demo(&self, tx: &mut Tx<'_>, today: NaiveDate, moment: &Moment) -> Result<(), Fault> {
        let first = tx.settings()?.week_of(today);
        let scene = Scene::load(tx, &[first..today], &self.zones, moment)?;
        for day in first.iter_days().take_while(|day| *day < today) {
            let planned = planned_in(&scene, span_of_day(day, &scene), &self.zones);
            let weekday = u8::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
            for mut entry in demo::happened(&planned, weekday, scene.home.name()) {
                entry.id = tx.new_entry_id()?;
                tx.put_entry(entry)?;
            }
        }
        Ok(())
    }

    /// The last week was committed on its Monday morning; one block was moved since, for a reason.
    fn commit_demo(&self, tx: &mut Tx<'_>, today: NaiveDate, moment: &Moment) -> Result<(), Fault> {
        let first = tx.settings()?.week_of(today);
        let after = first.checked_add_days(Days::new(7)).unwrap_or(first);
        let scene = Scene::load(tx, &[first..after], &self.zones, moment)?;
        let mut planned = commitment::planned(&scene, &scene.blocks, first, &self.zones);
        let monday = NaiveTime::from_hms_opt(9, 12, 0).unwrap_or_default();
        let at = scene.home.instant(first.and_time(monday)).min(moment.now).0;
        let id = tx.new_commitment_id()?;
        if let Some(moved) = planned.iter_mut().find(|of| of.title == MOVED) {
            moved.span = earlier(moved.span);
            if let Some(block) = &mut moved.block {
                block.start -= EARLIER;
                block.end -= EARLIER;
            }
            let note = tx.new_reshuffle_id()?;
            tx.put_reshuffle(Reshuffle {
                id: note,
                at,
                week: first,
                commitment: Some(id),
                key: moved.key.clone(),
                title: moved.title.clone(),
                changed: Changed::Moved,
                why: Some(Why::External),
                note: "Finance asked for it later".into(),
                protected: false,
                minutes: u32::try_from(EARLIER.num_minutes()).unwrap_or(0),
            })?;
        }
        planned.sort_by(|a, b| (a.span, &a.key).cmp(&(b.span, &b.key)));
        tx.put_commitment(Commitment {
            id,
            week: first,
            at,
            withdrawn: None,
            planned,
        })?;
        Ok(())
    }
}

/// What was committed for another time.
const MOVED: &str = "Budget draft";

/// How much earlier it was committed for.
const EARLIER: TimeDelta = TimeDelta::minutes(45);

fn earlier(span: Span) -> Span {
    let by = -EARLIER.num_seconds();
    Span::new(span.start.plus_seconds(by), span.end.plus_seconds(by))
}
