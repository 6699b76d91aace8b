//! Single meetings that are about getting something done and about what it is for at once.

use super::{piece, template};
use crate::category::Category::Management;
use crate::facets::Horizon;
use crate::template::{Reach, Template};

/// What a meeting is made of: its name, what it is for, its minutes, what is done in it, how far it
/// looks, and its two columns.
struct Meeting {
    name: &'static str,
    about: &'static str,
    minutes: u32,
    activity: &'static str,
    horizon: Horizon,
    hard: bool,
    how_when: [&'static str; 4],
    why_where: [&'static str; 4],
}

pub(super) fn meeting(word: &str) -> Option<Template> {
    let meeting = match word {
        "strategy-talk" => STRATEGY_TALK,
        "performance-talk" => PERFORMANCE_TALK,
        "first-day" => FIRST_DAY,
        "hard-news" => HARD_NEWS,
        "project-behind" => PROJECT_BEHIND,
        "missed-deadlines" => MISSED_DEADLINES,
        "spending-less" => SPENDING_LESS,
        "new-market" => NEW_MARKET,
        _ => return None,
    };
    let draft = piece(0, (10, 0), meeting.minutes, Management)
        .meeting()
        .doing(meeting.activity)
        .ahead(meeting.horizon)
        .seeing_to(&meeting.how_when, &meeting.why_where);
    let draft = match meeting.hard {
        true => draft.tagged("hard conversation"),
        false => draft,
    };
    let pieces = vec![draft.called(meeting.name)];
    Some(template(meeting.name, meeting.about, Reach::Day, pieces))
}

const STRATEGY_TALK: Meeting = Meeting {
    name: "Strategy talk",
    about: "Choosing a direction, and what choosing it means on Monday.",
    minutes: 90,
    activity: "direction",
    horizon: Horizon::ThreeYears,
    hard: false,
    how_when: [
        "Facts sent round beforehand",
        "Options with their cost in people and months",
        "What is decided today, and what is not",
        "First steps, each with a name and a date",
    ],
    why_where: [
        "Where this should have taken us in three years",
        "What we will say no to for it",
        "Who disagrees, and what they see",
        "How everybody will recognise it in their own work",
    ],
};

const PERFORMANCE_TALK: Meeting = Meeting {
    name: "Performance talk",
    about: "What was expected, what happened, and what the person could become.",
    minutes: 45,
    activity: "people",
    horizon: Horizon::Quarter,
    hard: true,
    how_when: [
        "What was agreed, in their words and in mine",
        "Examples with dates",
        "What will be different, and how both of us see it",
        "When we look at it again",
    ],
    why_where: [
        "What I believe they can do",
        "Ask before telling: how it looks from their side",
        "What they want to become good at",
        "What I will do to help",
    ],
};

const FIRST_DAY: Meeting = Meeting {
    name: "A first day",
    about: "Somebody new begins: what to do, and what they have become part of.",
    minutes: 60,
    activity: "people",
    horizon: Horizon::Quarter,
    hard: false,
    how_when: [
        "Access, tools and people to know",
        "A small first task that is finished this week",
        "What is expected after one, two and three months",
        "When we talk, and whom to ask in between",
    ],
    why_where: [
        "What the team is for and whom it helps",
        "Why we wanted this person",
        "How we treat mistakes here",
        "What they hope for from this place",
    ],
};

const HARD_NEWS: Meeting = Meeting {
    name: "Hard news",
    about: "Telling people something they will not like, so that they can go on.",
    minutes: 45,
    activity: "uncertainty",
    horizon: Horizon::Quarter,
    hard: true,
    how_when: [
        "The news itself in the first minute",
        "What is certain, and what is not known yet",
        "What changes for whom, from which day on",
        "When there will be more to say",
    ],
    why_where: [
        "Why it was decided, without hiding behind others",
        "Room for anger and silence",
        "What stays worth doing",
        "Who needs a talk of their own today",
    ],
};

const PROJECT_BEHIND: Meeting = Meeting {
    name: "A project is behind",
    about: "Getting a late project onto its feet without wearing people out.",
    minutes: 60,
    activity: "controlling",
    horizon: Horizon::Quarter,
    hard: false,
    how_when: [
        "What is really done, shown and not told",
        "What can be left out or come later",
        "A new date, with what it depends on",
        "Who looks at what, how often",
    ],
    why_where: [
        "Is the aim still worth the effort",
        "What people have seen coming and not said",
        "What keeps the team going, and what drains it",
        "Thanks for what did work",
    ],
};

const MISSED_DEADLINES: Meeting = Meeting {
    name: "Deadlines keep slipping",
    about: "Dates are missed again and again: what the work needs, and what the people need.",
    minutes: 60,
    activity: "controlling",
    horizon: Horizon::Quarter,
    hard: false,
    how_when: [
        "The last few slips side by side",
        "How estimates are made, and by whom",
        "Less at once: what waits from today on",
        "One sign each week that tells us early",
    ],
    why_where: [
        "Does everybody know what the dates are for",
        "Can people say that a date will not hold",
        "What they would change if it were theirs to decide",
        "What being reliable would open up for us",
    ],
};

const SPENDING_LESS: Meeting = Meeting {
    name: "Spending less",
    about: "Cutting costs in the right places, with the people who bear it.",
    minutes: 60,
    activity: "planning",
    horizon: Horizon::Year,
    hard: false,
    how_when: [
        "What costs how much, largest first",
        "What goes, what shrinks, what must not be touched",
        "By when, and who carries each part",
        "How we notice that a cut does harm",
    ],
    why_where: [
        "Why now, said plainly",
        "What the money saved will make possible",
        "Ideas from those who do the work",
        "What this means for people, told before the numbers",
    ],
};

const NEW_MARKET: Meeting = Meeting {
    name: "A new market",
    about: "Going somewhere new: the plan for it, and the belief in it.",
    minutes: 90,
    activity: "direction",
    horizon: Horizon::Year,
    hard: false,
    how_when: [
        "Whom we reach first, and with what",
        "People, money and months it takes",
        "What has to be true by when to go on",
        "What the rest of the work loses meanwhile",
    ],
    why_where: [
        "Why us, and why there",
        "What it looks like if it goes well",
        "What frightens people about it",
        "Who wants to be first to try",
    ],
};
