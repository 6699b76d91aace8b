//! The templates that come along. Places and lengths are starting points: what is laid is edited
//! like any other block. Meetings carry a checklist with as much about how and when as about why
//! and where.

mod meetings;
mod weeks;

use super::{Piece, Reach, Template, TemplateId};
use crate::category::Category;
use crate::facets::{CheckItem, Facets, Horizon, Side};

/// The words that whole weeks go by, in the order they are listed.
pub const SHIPPED_WEEKS: [&str; 6] = [
    "weekly-practice",
    "deep-work-mornings",
    "one-to-ones",
    "team-update",
    "hiring-loop",
    "operating-rhythm",
];

/// The words that single meetings go by.
pub const SHIPPED_MEETINGS: [&str; 8] = [
    "strategy-talk",
    "performance-talk",
    "first-day",
    "hard-news",
    "project-behind",
    "missed-deadlines",
    "spending-less",
    "new-market",
];

/// A template that comes along, by its word.
pub fn shipped(word: &str) -> Option<Template> {
    weeks::week(word).or_else(|| meetings::meeting(word))
}

fn template(name: &str, about: &str, reach: Reach, pieces: Vec<Piece>) -> Template {
    Template {
        id: TemplateId(0),
        name: name.into(),
        about: about.into(),
        reach,
        pieces,
        created: 0,
    }
}

/// A piece on a day after Monday, from hour and minute on.
fn piece(day: i16, (hour, minute): (u16, u16), minutes: u32, category: Category) -> Draft {
    Draft(Piece {
        day,
        start: hour * 60 + minute,
        minutes,
        title: String::new(),
        category,
        zone: None,
        notes: String::new(),
        location: String::new(),
        locked: false,
        goal: String::new(),
        facets: Facets::default(),
        checklist: Vec::new(),
        rule: None,
    })
}

/// A piece in the making.
struct Draft(Piece);

impl Draft {
    fn called(mut self, title: &str) -> Piece {
        self.0.title = title.into();
        self.0
    }

    fn doing(mut self, activity: &str) -> Draft {
        self.0.facets.activity = Some(activity.into());
        self
    }

    /// A meeting in which both sides have the same weight.
    fn meeting(mut self) -> Draft {
        self.0.facets.meeting = true;
        self.0.facets.lead = Some(50);
        self
    }

    fn ahead(mut self, horizon: Horizon) -> Draft {
        self.0.facets.horizon = Some(horizon);
        self
    }

    fn tagged(mut self, tag: &str) -> Draft {
        self.0.facets.tags.push(tag.into());
        self
    }

    fn protected(mut self) -> Draft {
        self.0.facets.protected = true;
        self
    }

    fn every(mut self, rule: &str) -> Draft {
        self.0.rule = Some(rule.into());
        self
    }

    fn seeing_to(mut self, how_when: &[&str], why_where: &[&str]) -> Draft {
        let item = |side: Side| {
            move |text: &&str| CheckItem {
                side,
                text: (*text).into(),
                done: false,
            }
        };
        let first = how_when.iter().map(item(Side::HowWhen));
        let second = why_where.iter().map(item(Side::WhyWhere));
        self.0.checklist = first.chain(second).collect();
        self
    }
}
