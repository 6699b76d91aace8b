//! Weeks to begin with. What comes round is a series; everything else is laid for one week.

use super::{piece, template};
use crate::category::Category::{Growth, Management, Technical};
use crate::facets::Horizon;
use crate::template::{Piece, Reach, Template};

pub(super) fn week(word: &str) -> Option<Template> {
    let (name, about, pieces) = match word {
        "weekly-practice" => (
            "Weekly practice",
            "Read a little, use one thing a day, meet a mentor every second week, look back on \
             Friday.",
            weekly_practice(),
        ),
        "deep-work-mornings" => (
            "Deep-work mornings",
            "Five mornings to build in, before the day belongs to everybody.",
            deep_work_mornings(),
        ),
        "one-to-ones" => (
            "One-to-ones",
            "Three half hours to listen, every week. Give each the name of its person.",
            one_to_ones(),
        ),
        "team-update" => (
            "Team update",
            "Half an hour on Mondays: where things stand, and what they are for.",
            team_update(),
        ),
        "hiring-loop" => (
            "Hiring loop",
            "A week from agreeing on what you look for to deciding together.",
            hiring_loop(),
        ),
        "operating-rhythm" => (
            "Operating rhythm",
            "What comes round every week, every month and every quarter, as series.",
            operating_rhythm(),
        ),
        _ => return None,
    };
    Some(template(name, about, Reach::Week, pieces))
}

/// 80 minutes of reading, 50 of use, 30 of looking back, and 30 with a mentor every second week.
fn weekly_practice() -> Vec<Piece> {
    let read = |day| {
        piece(day, (13, 0), 40, Growth)
            .doing("reading")
            .called("Read")
    };
    let apply = |day| {
        piece(day, (17, 10), 10, Growth)
            .doing("practice")
            .seeing_to(&["Used one thing I read or heard today"], &[])
            .called("Use one thing")
    };
    vec![
        apply(0),
        read(1),
        apply(1),
        piece(2, (16, 0), 30, Growth)
            .doing("mentoring")
            .every("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")
            .seeing_to(
                &["One skill to work on until we meet again"],
                &["Where I would like it to take me"],
            )
            .called("Mentor"),
        apply(2),
        read(3),
        apply(3),
        piece(4, (16, 0), 30, Growth)
            .protected()
            .seeing_to(
                &["What got done, and what was in the way"],
                &["What I learned, and where it points"],
            )
            .called("Look back on the week"),
        apply(4),
    ]
}

fn deep_work_mornings() -> Vec<Piece> {
    let morning = |day| {
        piece(day, (9, 0), 150, Technical)
            .doing("building")
            .called("Deep work")
    };
    (0..5).map(morning).collect()
}

fn one_to_ones() -> Vec<Piece> {
    let days = [(1, "TU", "first"), (2, "WE", "second"), (3, "TH", "third")];
    days.into_iter()
        .map(|(day, code, which)| {
            piece(day, (14, 0), 30, Management)
                .meeting()
                .doing("people")
                .every(&format!("FREQ=WEEKLY;BYDAY={code}"))
                .seeing_to(
                    &[
                        "What moved since last time, and what is stuck",
                        "What each of us does until next time",
                    ],
                    &[
                        "Listen first: how they are, and what is hard to say",
                        "Where they want to grow, and what would help",
                    ],
                )
                .called(&format!("One-to-one, {which}"))
        })
        .collect()
}

fn team_update() -> Vec<Piece> {
    vec![
        piece(0, (10, 0), 30, Management)
            .meeting()
            .doing("alignment")
            .every("FREQ=WEEKLY;BYDAY=MO")
            .seeing_to(
                &[
                    "What changes this week, and by when",
                    "Solve one thing that is stuck, together",
                ],
                &[
                    "What went well, and who did it",
                    "What all of it is for; then listen",
                ],
            )
            .called("Team update"),
    ]
}

fn hiring_loop() -> Vec<Piece> {
    let hiring = |day, at, minutes| piece(day, at, minutes, Management).doing("staffing");
    let interview = |day| {
        hiring(day, (15, 0), 60)
            .meeting()
            .seeing_to(
                &[
                    "Same questions for everybody, notes as they speak",
                    "Time kept, and what happens next said",
                ],
                &[
                    "What the team is for, and why it could be theirs",
                    "What they are looking for; room for their questions",
                ],
            )
            .called("Interview")
    };
    vec![
        hiring(0, (11, 0), 45)
            .meeting()
            .seeing_to(
                &["Who asks what, and how it is judged", "Days and deadlines"],
                &[
                    "What this person will change for the team",
                    "Whom we might overlook",
                ],
            )
            .called("Agree on what we look for"),
        interview(1),
        interview(2),
        hiring(3, (11, 0), 30).called("Write down what I saw"),
        hiring(3, (15, 30), 45)
            .meeting()
            .seeing_to(
                &[
                    "Everybody's notes before anybody's opinion",
                    "Who tells the candidate what, and when",
                ],
                &[
                    "What they would bring that we lack",
                    "How they can grow here",
                ],
            )
            .called("Decide together"),
    ]
}

fn operating_rhythm() -> Vec<Piece> {
    vec![
        piece(0, (9, 0), 30, Management)
            .doing("planning")
            .ahead(Horizon::Week)
            .tagged("process")
            .every("FREQ=WEEKLY;BYDAY=MO")
            .called("Plan the week"),
        piece(1, (10, 0), 60, Management)
            .meeting()
            .doing("direction")
            .ahead(Horizon::Quarter)
            .tagged("process")
            .every("FREQ=MONTHLY;BYDAY=1TU")
            .seeing_to(
                &[
                    "Numbers next to what was promised",
                    "What we stop, and who tells whom",
                ],
                &["Is the aim still right", "What the month taught us"],
            )
            .called("Look at the month"),
        piece(2, (10, 0), 120, Management)
            .meeting()
            .doing("direction")
            .ahead(Horizon::Year)
            .tagged("process")
            .every("FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE")
            .seeing_to(
                &[
                    "Few results, each with a date and one name",
                    "Who has how much time, and what depends on whom",
                    "When we look at it again",
                ],
                &[
                    "Where we want to be in a year",
                    "Why these and not the others",
                    "What each of us is glad to take on",
                ],
            )
            .called("Plan the quarter"),
        piece(3, (15, 0), 45, Management)
            .meeting()
            .doing("controlling")
            .ahead(Horizon::Week)
            .tagged("process")
            .every("FREQ=WEEKLY;BYDAY=TH")
            .seeing_to(
                &[
                    "What is late, and what that does to others",
                    "Next steps, each with a name",
                ],
                &[
                    "Say what worries you: nobody pays for it",
                    "Which of it matters most, and why",
                ],
            )
            .called("Progress and risks"),
    ]
}
