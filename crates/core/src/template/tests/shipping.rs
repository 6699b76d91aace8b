//! What comes along keeps its promises.

use super::*;
use crate::edit::LONGEST_TITLE;
use crate::facets::{ACTIVITIES, Side, TAGS};
use crate::repeat::Repeat;

fn everything() -> impl Iterator<Item = Template> {
    let words = SHIPPED_WEEKS.into_iter().chain(SHIPPED_MEETINGS);
    words.map(|word| shipped(word).unwrap_or_else(|| panic!("no template {word}")))
}

#[test]
fn every_template_can_be_laid_over_an_empty_week_and_nothing_of_it_collides() {
    for template in everything() {
        let mut desk = Desk::new();
        let frame = Frame {
            reach: template.reach,
            first: date("2026-11-16"),
        };
        let laid = desk.lay(&template.pieces, &frame, Collisions::LeaveOut);
        assert!(
            fates(&laid).iter().all(|fate| *fate == Fate::Laid),
            "{}",
            template.name
        );
        assert!(laid.lines.iter().all(|line| !line.outside_hours));
    }
}

#[test]
fn no_two_templates_are_called_the_same_and_all_say_what_they_are_for() {
    let mut names: Vec<String> = Vec::new();
    for template in everything() {
        let kept = named(&template.name, names.iter().map(String::as_str));
        assert_eq!(kept, Ok(template.name.clone()));
        names.push(template.name);
        assert!(!template.about.is_empty() && template.id == TemplateId(0));
    }
}

#[test]
fn pieces_name_known_activities_and_tags_and_rules_that_the_editor_can_say() {
    for piece in everything().flat_map(|template| template.pieces) {
        assert!(!piece.title.is_empty() && piece.title.len() <= LONGEST_TITLE);
        let known = |name: &String| ACTIVITIES.iter().any(|one| one.name == name);
        assert!(piece.facets.activity.iter().all(known), "{piece:?}");
        let tags = &piece.facets.tags;
        assert!(tags.iter().all(|tag| TAGS.contains(&tag.as_str())));
        if let Some(rule) = &piece.rule {
            let read = Repeat::from_rule(rule, wall("2026-11-18T16:00"));
            assert_eq!(read.map(|repeat| repeat.to_rule()).as_ref(), Some(rule));
        }
    }
}

#[test]
fn meetings_weigh_how_and_why_the_same() {
    let meetings = everything()
        .flat_map(|template| template.pieces)
        .filter(|piece| piece.facets.meeting);
    let mut count = 0;
    for piece in meetings {
        let of = |side| piece.checklist.iter().filter(move |item| item.side == side);
        let (how, why) = (of(Side::HowWhen).count(), of(Side::WhyWhere).count());
        assert_eq!(how, why, "{}", piece.title);
        assert!(0 < how, "{}", piece.title);
        assert_eq!(piece.facets.lead, Some(50), "{}", piece.title);
        count += 1;
    }
    assert!(SHIPPED_MEETINGS.len() < count);
}

#[test]
fn the_weekly_practice_is_what_it_says() {
    let practice = shipped("weekly-practice").unwrap();
    let called = |title: &str| {
        practice
            .pieces
            .iter()
            .filter(move |piece| piece.title == title)
            .collect::<Vec<_>>()
    };
    let read = called("Read");
    let reading: u32 = read.iter().map(|piece| piece.minutes).sum();
    assert_eq!(read.len(), 2);
    assert!((60..=120).contains(&reading));
    let daily: Vec<i16> = called("Use one thing").iter().map(|one| one.day).collect();
    assert_eq!(daily, [0, 1, 2, 3, 4]);
    assert!(
        called("Use one thing")
            .iter()
            .all(|one| one.checklist.len() == 1)
    );
    let mentor = called("Mentor")[0];
    assert!(mentor.rule.as_deref().unwrap().contains("INTERVAL=2"));
    let reflection = called("Look back on the week")[0];
    assert_eq!((reflection.day, reflection.minutes), (4, 30));
    assert!(reflection.facets.protected);
    assert!(
        practice
            .pieces
            .iter()
            .all(|one| one.category == Category::Growth)
    );
}
