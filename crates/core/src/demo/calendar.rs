//! The made-up work calendar as a file, to be imported like any other.

use super::meetings::{Kind, MEETINGS};
use super::{WEEKS, monday};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// The text of an `.ics` file with the meetings of the same weeks as [`super::blocks`]: series that
/// go on, single events, an all-day offsite the week after, one event cancelled and one that leaves
/// the time free. Times are in a zone, or floating.
pub fn calendar(on: NaiveDate, zone: Option<&str>) -> String {
    let mut file = File {
        text: String::new(),
        zone,
        stamp: on.and_time(NaiveTime::MIN),
    };
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Evenkeel//Demo//EN");
    file.line("METHOD:PUBLISH");
    file.line("X-WR-CALNAME:Work calendar");
    for meeting in MEETINGS {
        let slot = &meeting.slot;
        match meeting.kind {
            Kind::Series { daily } => {
                let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
                let on_days = if daily {
                    "MO,TU,WE,TH,FR"
                } else {
                    days[usize::from(slot.weekday)]
                };
                let step = slot.step();
                let rule = format!("RRULE:FREQ=WEEKLY;INTERVAL={step};BYDAY={on_days}");
                let times = slot.times(monday(on, slot.first_week()));
                file.event(meeting.uid, slot.title, times, &[&rule]);
            }
            Kind::Single => {
                for week in (0..WEEKS).filter(|week| slot.takes_place_in(*week)) {
                    let uid = format!("{}-{week}", meeting.uid);
                    file.event(&uid, slot.title, slot.times(monday(on, week)), &[]);
                }
            }
        }
    }
    let this_week = monday(on, WEEKS - 1);
    let at = |day: i64, hour: i64, minutes: i64| {
        let start =
            this_week.and_time(NaiveTime::MIN) + TimeDelta::days(day) + TimeDelta::hours(hour);
        (start, start + TimeDelta::minutes(minutes))
    };
    file.event(
        "vendor",
        "Vendor call",
        at(1, 11, 30),
        &["STATUS:CANCELLED"],
    );
    let optional = ["TRANSP:TRANSPARENT"];
    file.event(
        "talk",
        "Talk over lunch (optional)",
        at(2, 12, 45),
        &optional,
    );
    file.days("offsite", "Team offsite", this_week + Days::new(10), 2);
    file.line("END:VCALENDAR");
    file.text
}

struct File<'a> {
    text: String,
    zone: Option<&'a str>,
    stamp: NaiveDateTime,
}

impl File<'_> {
    /// Lines here are short; none needs folding.
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push_str("\r\n");
    }

    fn event(
        &mut self,
        uid: &str,
        title: &str,
        (start, end): (NaiveDateTime, NaiveDateTime),
        more: &[&str],
    ) {
        let zone = match self.zone {
            Some("UTC") | None => String::new(),
            Some(zone) => format!(";TZID={zone}"),
        };
        let utc = if self.zone == Some("UTC") { "Z" } else { "" };
        self.begin(uid, title);
        for (name, time) in [("DTSTART", start), ("DTEND", end)] {
            let time = time.format("%Y%m%dT%H%M%S");
            self.line(&format!("{name}{zone}:{time}{utc}"));
        }
        for line in more {
            self.line(line);
        }
        self.line("END:VEVENT");
    }

    fn days(&mut self, uid: &str, title: &str, first: NaiveDate, count: u64) {
        self.begin(uid, title);
        for (name, day) in [("DTSTART", first), ("DTEND", first + Days::new(count))] {
            self.line(&format!("{name};VALUE=DATE:{}", day.format("%Y%m%d")));
        }
        self.line("END:VEVENT");
    }

    fn begin(&mut self, uid: &str, title: &str) {
        let stamp = self.stamp.format("%Y%m%dT%H%M%SZ");
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{uid}@demo.evenkeel.example"));
        self.line(&format!("DTSTAMP:{stamp}"));
        self.line(&format!("SUMMARY:{title}"));
    }
}
