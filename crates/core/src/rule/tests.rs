use super::*;

fn rule(position: u32, words: &[&str], category: Category) -> Rule {
    Rule {
        id: RuleId(position),
        position,
        field: RuleField::Title,
        words: words.iter().map(ToString::to_string).collect(),
        category,
    }
}

fn holds(word: &str, title: &str) -> bool {
    rule(1, &[word], Category::Technical).matches(title, "")
}

#[test]
fn a_word_matches_whole_and_in_any_letter_case() {
    assert!(holds("design", "DESIGN sync: ingest"));
    assert!(holds("störung", "STÖRUNG: Nachbesprechung"));
    assert!(holds("Störung", "Sto\u{308}rung behoben"));
    assert!(!holds("design", "Designers' lunch"));
    assert!(!holds("run", "Brunch"));
    assert!(!holds("Chor", "Anchor\u{e4}ge"));
    assert!(holds("run", "Run 🏃‍♀️ along the river"));
}

#[test]
fn punctuation_belongs_to_a_word_and_hyphens_are_all_alike() {
    assert!(holds("1:1", "1:1 – Report A"));
    assert!(holds("1:1", "(1:1)"));
    assert!(!holds("1:1", "11:15 bus"));
    assert!(!holds("1:1", "1:15 bus"));
    assert!(holds("stand-up", "Stand\u{2011}up"));
    assert!(holds("jour fixe", "Jour\u{a0}fixe  Technik"));
    assert!(holds("c++", "C++ guild"));
    assert!(!holds("", "anything"));
    assert!(!holds(" ", "any thing"));
}

#[test]
fn the_first_matching_rule_by_position_decides() {
    let later = rule(2, &["design"], Category::Technical);
    let first = rule(1, &["interview"], Category::Management);
    let rules = [later, first];
    let of = |title| category_of(&rules, title, "").0;
    assert_eq!(of("Interview: design"), Category::Management);
    assert_eq!(of("Design"), Category::Technical);
}

#[test]
fn a_rule_may_look_at_the_organiser() {
    let rule = Rule {
        field: RuleField::Organizer,
        ..rule(1, &["people@example.com"], Category::Growth)
    };
    assert!(rule.matches("Design", "People@Example.com"));
    assert!(!rule.matches("people@example.com", "ann@example.com"));
}

#[test]
fn what_no_rule_knows_is_guessed_to_be_management() {
    let guess = (Category::Management, CategoryBy::Guess);
    assert_eq!(category_of(&shipped(), "Zyzzyva", ""), guess);
}

#[test]
fn what_a_person_or_the_file_said_stays() {
    let event = |category_by| Event {
        id: crate::event::EventId(0),
        feed: crate::event::FeedId(0),
        uid: "u".into(),
        recurrence_id: None,
        title: "Code review".into(),
        notes: String::new(),
        location: String::new(),
        link: None,
        organizer: String::new(),
        labels: Vec::new(),
        start: chrono::NaiveDateTime::default(),
        end: chrono::NaiveDateTime::default(),
        zone: None,
        all_day: false,
        status: crate::event::Status::Confirmed,
        free: false,
        recurrence: None,
        sequence: 0,
        category: Category::Growth,
        category_by,
        raw: String::new(),
    };
    for stays in [CategoryBy::Hand, CategoryBy::File] {
        let mut event = event(stays);
        assert!(!categorize(&mut event, &shipped()));
        assert_eq!(event.category, Category::Growth);
    }
    let mut guessed = event(CategoryBy::Guess);
    assert!(categorize(&mut guessed, &shipped()));
    let decided = (guessed.category, guessed.category_by);
    assert_eq!(decided, (Category::Technical, CategoryBy::Rule));
    assert!(!categorize(&mut guessed, &shipped()));
}

/// Every title of the calendars the tests read, with the category a person would expect.
const EXPECTED: &[(Category, &[&str])] = &[
    (
        Category::Technical,
        &[
            "Architecture review",
            "Code review block",
            "Code-Review",
            "Design sync: ingest",
            "Focus: storage engine",
            "Fokuszeit",
            "Incident review",
            "Pairing: flaky tests",
            "Abstimmung Schnittstelle",
            "Störung: Nachbesprechung",
            "Wartungsfenster (Zeitumstellung)",
        ],
    ),
    (
        Category::Management,
        &[
            "1:1 – Report A",
            "1:1 – Report B",
            "1:1 – Report C",
            "1:1 – Report D",
            "1:1 – Report E",
            "Bewerbungsgespräch",
            "Budget check",
            "Customer escalation; follow-up",
            "Führungskreis – Prioritäten, Budget",
            "Hiring debrief",
            "Interview: backend engineer",
            "Jour fixe Technik",
            "Jour fixe Technik (verschoben)",
            "Mitarbeitergespräch",
            "Roadmap: Q1 – draft",
            "Skip-level, coffee",
            "Sprint planning",
            "Staff meeting",
            "Stand-up",
            "Stand-up (moved)",
            "Vendor call",
        ],
    ),
    (
        Category::Growth,
        &[
            "Course: distributed systems",
            "Mentor call (management)",
            "Weiterbildung Rust",
        ],
    ),
    (
        Category::Personal,
        &[
            "Board games",
            "Call parents",
            "Choir",
            "Dentist",
            "Dinner with friends, bring: bread; wine",
            "Gym",
            "Holidays",
            "Piano",
            "Run 🏃‍♀️ along the river",
            "Swim",
            "Thanksgiving – office closed",
            "Vacation",
        ],
    ),
];

#[test]
fn the_shipped_rules_know_the_titles_of_real_calendars() {
    for (category, titles) in EXPECTED {
        for title in *titles {
            let (found, by) = category_of(&shipped(), title, "");
            assert_eq!((found, by), (*category, CategoryBy::Rule), "{title}");
        }
    }
    let of = |title| category_of(&shipped(), title, "").0;
    assert_eq!(of("Interview: design"), Category::Management);
    assert_eq!(of("Design workshop notes: reading"), Category::Growth);
    assert_eq!(of("Dry run: migration"), Category::Technical);
    assert_eq!(of("Birthday lunch"), Category::Personal);
}

#[test]
fn no_title_of_the_test_calendars_is_forgotten() {
    let calendars = [
        include_str!("../../../../tests/fixtures/apple.ics"),
        include_str!("../../../../tests/fixtures/google.ics"),
        include_str!("../../../../tests/fixtures/outlook.ics"),
    ];
    // The odd ones test reading, not rules.
    let odd = ["In the repeated hour", "In the skipped hour"];
    for calendar in calendars {
        let unfolded = calendar.replace("\r\n ", "").replace("\r\n\t", "");
        for line in unfolded.lines().filter(|line| line.starts_with("SUMMARY")) {
            let (_, title) = line.split_once(':').unwrap();
            let title = title.replace("\\,", ",").replace("\\;", ";");
            let known = EXPECTED
                .iter()
                .any(|(_, titles)| titles.contains(&title.as_str()));
            assert!(known || odd.contains(&title.as_str()), "{title}");
        }
    }
}
