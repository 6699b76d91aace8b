//! The demo profile: twenty weeks of a made-up person, in a folder of their own.

use crate::messages::Fault;
use crate::moment::Moment;
use crate::planner::Planner;
use crate::settings::rules_in;
use evenkeel_core::block::Block;
use evenkeel_core::demo;
use evenkeel_core::event::Feed;
use evenkeel_core::settings::Settings;
use evenkeel_core::{ics, rule};

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
            for draft in demo::blocks(today, Some(home.name())) {
                let id = tx.new_block_id()?;
                tx.put_block(Block {
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
                })?;
            }
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
            Ok::<(), Fault>(())
        })?;
        Ok(true)
    }
}
