//! The lines of a VEVENT by what they say, found in one pass. Their values are not looked at.

use super::line::Line;
use super::tree::Component;

/// The lines of a VEVENT that are read, each found once.
#[derive(Default)]
pub(super) struct Parts<'c, 'a> {
    pub(super) uid: Option<&'c Line<'a>>,
    pub(super) start: Option<&'c Line<'a>>,
    pub(super) end: Option<&'c Line<'a>>,
    pub(super) duration: Option<&'c Line<'a>>,
    pub(super) rule: Option<&'c Line<'a>>,
    pub(super) second_rule: Option<&'c Line<'a>>,
    pub(super) replaces: Option<&'c Line<'a>>,
    pub(super) summary: Option<&'c Line<'a>>,
    pub(super) description: Option<&'c Line<'a>>,
    pub(super) location: Option<&'c Line<'a>>,
    pub(super) organizer: Option<&'c Line<'a>>,
    pub(super) status: Option<&'c Line<'a>>,
    pub(super) transparency: Option<&'c Line<'a>>,
    pub(super) busy: Option<&'c Line<'a>>,
    pub(super) sequence: Option<&'c Line<'a>>,
    pub(super) extra: Vec<&'c Line<'a>>,
    pub(super) except: Vec<&'c Line<'a>>,
    pub(super) labels: Vec<&'c Line<'a>>,
    pub(super) links: Vec<&'c Line<'a>>,
}

impl<'c, 'a> Parts<'c, 'a> {
    pub(super) fn of(component: &'c Component<'a>) -> Parts<'c, 'a> {
        let mut parts = Parts::default();
        for line in &component.lines {
            let place = match line.header.name.as_str() {
                "UID" => &mut parts.uid,
                "DTSTART" => &mut parts.start,
                "DTEND" => &mut parts.end,
                "DURATION" => &mut parts.duration,
                "RRULE" if parts.rule.is_some() => &mut parts.second_rule,
                "RRULE" => &mut parts.rule,
                "RECURRENCE-ID" => &mut parts.replaces,
                "SUMMARY" => &mut parts.summary,
                "DESCRIPTION" => &mut parts.description,
                "LOCATION" => &mut parts.location,
                "ORGANIZER" => &mut parts.organizer,
                "STATUS" => &mut parts.status,
                "TRANSP" => &mut parts.transparency,
                "X-MICROSOFT-CDO-BUSYSTATUS" => &mut parts.busy,
                "SEQUENCE" => &mut parts.sequence,
                "RDATE" => {
                    parts.extra.push(line);
                    continue;
                }
                "EXDATE" => {
                    parts.except.push(line);
                    continue;
                }
                "CATEGORIES" => {
                    parts.labels.push(line);
                    continue;
                }
                "URL"
                | "CONFERENCE"
                | "X-GOOGLE-CONFERENCE"
                | "X-MICROSOFT-SKYPETEAMSMEETINGURL" => {
                    parts.links.push(line);
                    continue;
                }
                _ => continue,
            };
            place.get_or_insert(line);
        }
        parts
    }
}
