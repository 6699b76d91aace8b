//! Templates: what there is, keeping blocks as one, another name, removing one.

use crate::labels;
use crate::messages::{DayPart, Fault, NewTemplate, Outcome, Range, TemplateLine};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::{blocks, figures};
use chrono::{Datelike, Days, NaiveDate};
use evenkeel_core::block::Block;
use evenkeel_core::category::Category;
use evenkeel_core::edit::Refusal;
use evenkeel_core::template::{
    self, Frame, MOST_TEMPLATES, Reach, SHIPPED_MEETINGS, SHIPPED_WEEKS, Template, TemplateId,
    TemplateKey, TemplateRefusal,
};
use evenkeel_core::text;
use evenkeel_core::time::Zone;
use evenkeel_store::View;

impl Planner {
    /// All templates: one's own by name, then those that come along.
    pub fn templates(&self) -> Result<Vec<TemplateLine>, Fault> {
        let mut own = self.store.read(|view| view.templates())?;
        own.sort_by_key(|template| (template.name.to_lowercase(), template.id));
        let own = own
            .iter()
            .map(|template| line(TemplateKey::Own(template.id), template));
        let shipped = shipped_words().filter_map(|word| {
            let template = template::shipped(word)?;
            Some(line(TemplateKey::Shipped(word.into()), &template))
        });
        Ok(own.chain(shipped).collect())
    }

    pub(crate) fn save_template(
        &self,
        new: &NewTemplate,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        checked(new.from)?;
        let name = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let label = format!("save template {name}");
        let said = format!("{name} is a template now.");
        self.write(&label, &said, seen, moment, |tx| {
            let settings = tx.settings()?;
            let home = moment.home(&settings, &self.zones);
            let own = tx.templates()?;
            if MOST_TEMPLATES <= own.len() {
                return Err(TemplateRefusal::TooMany.into());
            }
            let name = template::named(&name, names(&own).iter().map(String::as_str))?;
            let (blocks, first) = match new.reach {
                Reach::Selection => {
                    let mut chosen = Vec::new();
                    for handle in &new.blocks {
                        chosen.extend(blocks::find(*handle, tx, &self.zones, &home)?);
                    }
                    let first = chosen.iter().map(|block| self.day_of(block, &home)).min();
                    (chosen, first.unwrap_or(new.from))
                }
                Reach::Week => {
                    let first = settings.week_of(new.from);
                    (self.own_of(tx, first, 7, moment)?, first)
                }
                Reach::Day => (self.own_of(tx, new.from, 1, moment)?, new.from),
            };
            let frame = Frame {
                reach: new.reach,
                first,
            };
            let pieces = template::pieces(&blocks, &frame, &self.zones, &home)?;
            let id = tx.new_template_id()?;
            Ok(tx.put_template(Template {
                id,
                name,
                about: String::new(),
                reach: new.reach,
                pieces,
                created: moment.now.0,
            })?)
        })
    }

    pub(crate) fn rename_template(
        &self,
        id: TemplateId,
        typed: &str,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let template = self.store.read(|view| own(view, id))?;
        let label = format!("rename {}", template.name);
        let to = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = format!("{} is called {to} now.", template.name);
        self.write(&label, &said, seen, moment, |tx| {
            let others = tx.templates()?.into_iter().filter(|one| one.id != id);
            let taken = names(&others.collect::<Vec<_>>());
            let name = template::named(typed, taken.iter().map(String::as_str))?;
            let template = own(tx, id)?;
            Ok(tx.put_template(Template { name, ..template })?)
        })
    }

    pub(crate) fn remove_template(
        &self,
        id: TemplateId,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let template = self.store.read(|view| own(view, id))?;
        let label = format!("remove template {}", template.name);
        let said = format!("Removed the template {}.", template.name);
        self.write(
            &label,
            &said,
            seen,
            moment,
            |tx| Ok(tx.remove_template(id)?),
        )
    }

    /// One's own blocks that begin in some days, occurrences of series among them.
    pub(crate) fn own_of(
        &self,
        view: &View<'_>,
        first: NaiveDate,
        days: u64,
        moment: &Moment,
    ) -> Result<Vec<Block>, Fault> {
        let until = first.checked_add_days(Days::new(days)).unwrap_or(first);
        let days = [first..until];
        let scene = self.scene_in(view, &days, moment)?;
        let [days] = days;
        let within = |block: &&Block| days.contains(&self.day_of(block, &scene.home));
        Ok(scene.blocks.iter().filter(within).cloned().collect())
    }

    /// The date at home on which a block begins.
    fn day_of(&self, block: &Block, home: &Zone) -> NaiveDate {
        home.wall(block.span(&self.zones, home).start).date()
    }
}

/// The template that goes by a key.
pub(crate) fn find(view: &View<'_>, key: &TemplateKey) -> Result<Template, Fault> {
    match key {
        TemplateKey::Own(id) => own(view, *id),
        TemplateKey::Shipped(word) => {
            template::shipped(word).ok_or_else(|| Fault::gone("template"))
        }
    }
}

/// A day that a calendar can have.
pub(crate) fn checked(day: NaiveDate) -> Result<NaiveDate, Fault> {
    match (1900..=9990).contains(&day.year()) {
        true => Ok(day),
        false => Err(Refusal::OutsideCalendar.into()),
    }
}

fn own(view: &View<'_>, id: TemplateId) -> Result<Template, Fault> {
    view.template(id)?.ok_or_else(|| Fault::gone("template"))
}

fn shipped_words() -> impl Iterator<Item = &'static str> {
    SHIPPED_WEEKS.into_iter().chain(SHIPPED_MEETINGS)
}

/// The names that are taken: those of one's own and of what comes along.
fn names(own: &[Template]) -> Vec<String> {
    let shipped = shipped_words().filter_map(template::shipped);
    let own = own.iter().map(|template| template.name.clone());
    own.chain(shipped.map(|template| template.name)).collect()
}

fn line(key: TemplateKey, template: &Template) -> TemplateLine {
    let minutes = |of: &dyn Fn(Category) -> bool| {
        let pieces = template.pieces.iter().filter(|piece| of(piece.category));
        pieces.map(|piece| f64::from(piece.minutes)).sum::<f64>()
    };
    let parts = Category::ALL
        .into_iter()
        .map(|category| DayPart {
            category,
            minutes: figures::whole(minutes(&|one| one == category)),
        })
        .filter(|part| 0 < part.minutes)
        .collect();
    TemplateLine {
        own: matches!(key, TemplateKey::Own(_)),
        key,
        name: template.name.clone(),
        about: template.about.clone(),
        reach: template.reach,
        words: format!(
            "{}, {}",
            labels::count(template.pieces.len(), "block"),
            text::duration(figures::whole(minutes(&|_| true)))
        ),
        parts,
    }
}
