//! Words to choose from when something is said of a block: those the program knows, then one's own.

use crate::messages::{ActivityChoice, Fault, Vocabulary};
use crate::planner::Planner;
use evenkeel_core::facets::{ACTIVITIES, TAGS};

impl Planner {
    /// The activities, tags and goals to choose from.
    pub fn vocabulary(&self) -> Result<Vocabulary, Fault> {
        self.store.read(|view| {
            let known = TAGS.map(String::from);
            let own = view.tags()?;
            let new = own.into_iter().filter(|tag| !known.contains(tag));
            Ok(Vocabulary {
                activities: ACTIVITIES
                    .iter()
                    .map(|activity| ActivityChoice {
                        name: activity.name.into(),
                        label: activity.label.into(),
                        category: activity.category,
                        lead: activity.lead,
                    })
                    .collect(),
                tags: known.iter().cloned().chain(new).collect(),
                goals: view.goals()?,
            })
        })
    }
}
