//! What the made-up person says of their blocks beyond the category.

use crate::category::Category;
use crate::facets::{Facets, Horizon};

/// The facets of a block, by its title.
pub(super) fn facets(title: &str, category: Category) -> Facets {
    let plain = Facets::default();
    let doing = |activity: &str| Facets {
        activity: Some(activity.into()),
        ..Facets::default()
    };
    let leading = |lead, activity: &str| Facets {
        lead: Some(lead),
        ..doing(activity)
    };
    let tagged = |tag: &str, facets: Facets| Facets {
        tags: vec![tag.into()],
        ..facets
    };
    match title {
        "Code review" => doing("reviewing"),
        "Review RFCs" | "Ingest design" | "Finish ingest design" => doing("designing"),
        "Storage engine" | "Profile compaction stalls" => doing("building"),
        "Pairing: flaky tests" => tagged("peer", doing("building")),
        "Plan the week" | "Prepare the week" => Facets {
            horizon: Some(Horizon::Week),
            ..leading(30, "planning")
        },
        "Roadmap" => Facets {
            horizon: Some(Horizon::Year),
            ..leading(80, "direction")
        },
        "Hiring plan" | "Write scorecards" => Facets {
            horizon: Some(Horizon::Quarter),
            ..leading(40, "staffing")
        },
        "Stakeholder update" => leading(60, "alignment"),
        "Promotion case" | "Performance notes" => leading(70, "people"),
        "Budget draft" => leading(20, "planning"),
        "Escalation: slow ingest" | "Incident follow-up" => leading(20, "controlling"),
        "Team notes" => tagged("overhead", leading(30, "alignment")),
        "Catch up on mail" | "Answer the week's threads" => tagged("overhead", plain),
        "Vendor negotiation" | "Hand over vendor calls" => Facets {
            delegable: true,
            ..leading(10, "controlling")
        },
        "Weekly review" => Facets {
            protected: true,
            ..plain
        },
        "Mentor call" => Facets {
            protected: true,
            ..doing("mentoring")
        },
        "Course: distributed systems" => tagged("stretch", doing("course")),
        "Read: paper on leases" => doing("reading"),
        "Prepare reading group talk" => doing("teaching"),
        "Run" | "Long walk" => tagged("exercise", plain),
        "Choir" | "Board games" => tagged("hobby", plain),
        "Call parents" => tagged("relationship", plain),
        _ if category == Category::Technical => doing("building"),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use crate::demo::blocks;
    use crate::facets::{ACTIVITIES, TAGS};

    #[test]
    fn what_is_said_are_words_the_program_knows() {
        for block in blocks("2026-11-20".parse().unwrap(), None) {
            let said = block.facets;
            let known = |name: &String| ACTIVITIES.iter().any(|one| one.name == name);
            assert!(said.activity.iter().all(known), "{}", block.title);
            assert!(said.tags.iter().all(|tag| TAGS.contains(&tag.as_str())));
        }
    }
}
