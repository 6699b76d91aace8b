//! The text of a rule with some of its parts changed; all others stay word for word.

/// A part of a rule that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Count,
    Until,
    ByDay,
    WeekStart,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Count => "COUNT",
            Part::Until => "UNTIL",
            Part::ByDay => "BYDAY",
            Part::WeekStart => "WKST",
        }
    }
}

/// A rule without some parts, and with one more.
pub(super) fn with(rule: &str, without: &[Part], more: Option<String>) -> String {
    let stays = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default().trim();
        !part.is_empty()
            && !without
                .iter()
                .any(|gone| gone.name().eq_ignore_ascii_case(name))
    };
    let kept = rule
        .split(';')
        .map(str::trim)
        .filter(stays)
        .map(str::to_string);
    kept.chain(more).collect::<Vec<_>>().join(";")
}
