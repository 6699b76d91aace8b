//! The metrics of a week that is written in a file. Needs no plan.

use crate::messages::{Fault, FaultCode};
use crate::{file, zones};
use chrono::NaiveDate;
use evenkeel_core::metrics::{Figures, Written, figures};
use std::path::Path;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 20_000_000;

/// A week, measured.
pub struct Measured {
    /// The first day of the week.
    pub first: NaiveDate,
    /// The zone its times are meant in.
    pub zone: String,
    /// Its metrics.
    pub figures: Figures,
}

/// Reads a week out of a file and measures it.
pub fn measure(path: &Path) -> Result<Measured, Fault> {
    let name = path.file_name().unwrap_or(path.as_os_str()).display();
    let not = |why: String, hint: &str| {
        let message = format!("{name} is not a week that can be measured: {why}.");
        Fault::new(FaultCode::File, message, hint)
    };
    let bytes = file::read(path, LARGEST).map_err(|fault| Fault {
        hint: SHAPE.into(),
        ..fault
    })?;
    let bytes = bytes.ok_or_else(|| not("it is larger than 20 MB".into(), ONE_WEEK))?;
    let written: Written =
        serde_json::from_slice(&bytes).map_err(|error| not(error.to_string(), SHAPE))?;
    let record = written
        .record(&zones::newest())
        .map_err(|problem| not(problem.to_string(), CORRECT))?;
    Ok(Measured {
        first: record.week.first(),
        zone: record.home.name().into(),
        figures: figures(&record),
    })
}

const ONE_WEEK: &str = "Write one week to a file.";
const SHAPE: &str = "Write one JSON object with settings, planned and actual, and committed if there is a commitment.";
const CORRECT: &str = "Correct it in the file.";

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(content: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("week.json");
        std::fs::write(&path, content).unwrap();
        let fault = measure(&path).err().unwrap();
        assert!(!fault.hint.is_empty());
        fault.message
    }

    #[test]
    fn what_is_no_week_says_where_it_is_wrong() {
        let block = |fields: &str| {
            format!(
                r#"{{"settings": {{"week_start": "2026-03-02"}}, "actual": [
                    {{"start": "2026-03-02T09:00", "end": "2026-03-02T10:00",
                      "category": "technical", {fields}}}]}}"#
            )
        };
        let cases = [
            ("[]".to_string(), "invalid length 0"),
            (r#"{"settings": {}}"#.into(), "settings.week_start"),
            (
                block(r#""lead_pct": 101"#),
                "actual[0].lead_pct cannot be \u{201c}101\u{201d}",
            ),
            (
                r#"{"settings": {"week_start": "2026-03-02", "tz": "Mars/Olympus"}}"#.into(),
                "settings.tz cannot be \u{201c}Mars/Olympus\u{201d}",
            ),
            (
                block("\"id\": \"a\"").replace("T10:00", "T09:00"),
                "actual[0] ends at 2026-03-02T09:00, which is not after its start",
            ),
            (
                block("\"id\": \"a\"").replace("technical", "sport"),
                "actual[0].category cannot be \u{201c}sport\u{201d}",
            ),
            (
                r#"{"settings": {"week_start": "2026-03-02", "target_mix": {"technical": 50}}}"#
                    .into(),
                "do not add up to 1",
            ),
            (
                r#"{"settings": {"week_start": "2026-03-02", "work_days": [7]}}"#.into(),
                "settings.work_days cannot be \u{201c}7\u{201d}",
            ),
            (
                r#"{"settings": {"week_start": "2026-03-02", "work_end": "08:00"}}"#.into(),
                "settings.work_start ends at 08:00",
            ),
            (
                r#"{"settings": {"week_start": "2026-03-02", "lunch_min": 4611686018427387904}}"#
                    .into(),
                "settings.lunch_min cannot be",
            ),
            (
                r#"{"settings": {"week_start": "+262142-12-25"}}"#.into(),
                "settings.week_start cannot be",
            ),
        ];
        for (content, said) in cases {
            let refusal = refusal(&content);
            assert!(refusal.contains(said), "{refusal} does not say {said}");
        }
    }

    #[test]
    fn a_week_needs_nothing_but_its_first_day() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("week.json");
        std::fs::write(&path, r#"{"settings": {"week_start": "2026-03-02"}}"#).unwrap();
        let measured = measure(&path).unwrap();
        assert_eq!(measured.zone, "UTC");
        assert_eq!(measured.figures.load_rest.days_off, 7);
    }
}
