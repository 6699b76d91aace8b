//! Import, export, and let the peers read what came out.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use harness::{Profile, Step, root};
use serde_json::Value;

use crate::readers::{Reader, Seen};

const FROM: &str = "2026-09-01";
const TO: &str = "2027-01-01";
const NOW: [&str; 2] = ["--now", "2026-11-20T07:00:00Z"];

/// libical 3 counts the repeated hour of 2026-10-25 from its second run, where
/// RFC 5545 says the first: these two blocks across it are left out for it.
const REPEATED_HOUR: [&str; 2] = [
    "040000008200E00074C5B7101A82E0080003",
    "9F2A0003-11D4-4C7E-9B1E-000000000003",
];

#[test]
fn what_google_exported_comes_out_the_same_for_two_other_readers() -> Step {
    comes_out_the_same("google.ics")
}

#[test]
fn what_outlook_exported_comes_out_the_same_for_two_other_readers() -> Step {
    comes_out_the_same("outlook.ics")
}

#[test]
fn what_apple_exported_comes_out_the_same_for_two_other_readers() -> Step {
    comes_out_the_same("apple.ics")
}

#[test]
fn ones_own_blocks_come_out_where_the_agenda_has_them() -> Step {
    let profile = Profile::fresh()?;
    for (title, start, end) in [
        ("Plain", "2026-11-17T09:00", "2026-11-17T10:30"),
        (
            "Comma, semicolon; back\\slash",
            "2026-11-18T09:00",
            "2026-11-18T09:05",
        ),
        (
            "Über die Mitternacht 🌙",
            "2026-11-18T23:00",
            "2026-11-19T01:00",
        ),
        (
            "Across the skipped hour",
            "2026-10-25T00:30",
            "2026-10-25T05:00",
        ),
        (&"long ".repeat(60), "2026-11-20T09:00", "2026-11-20T10:00"),
    ] {
        profile.keel(&[&NOW[..], &["add", title, "--start", start, "--end", end]].concat())?;
    }
    let file = export(&profile, &[])?;
    let agenda =
        profile.keel_json(&[&NOW[..], &["agenda", "--from", FROM, "--to", TO]].concat())?;
    let expected = rows(&agenda)?;
    assert_eq!(expected.len(), 5);
    for reader in [Reader::Python, Reader::Libical] {
        same(
            &format!("{reader:?}"),
            &reader.read(&file, FROM, TO)?,
            &expected,
        );
    }
    Ok(())
}

#[test]
fn ones_own_series_come_out_with_their_exceptions_where_the_agenda_has_them() -> Step {
    let profile = Profile::fresh()?;
    let keel = |words: &[&str]| profile.keel(&[&NOW[..], words].concat());
    for (title, start, every) in [
        ("Stand-up", "2026-09-07T09:00", "weekday until 18 Dec"),
        ("Pairing", "2026-09-08T13:00", "second Tuesday"),
        ("Report", "2026-09-30T16:00", "month"),
        ("Walk", "2026-10-20T07:30", "day until 3 Nov"),
    ] {
        keel(&[
            "add", title, "--start", start, "--for", "45m", "--every", every,
        ])?;
    }
    keel(&["move", "b1", "--at", "2026-11-18", "--to", "10:30"])?;
    keel(&["remove", "b1", "--at", "2026-11-19"])?;
    keel(&[
        "move",
        "b1",
        "--at",
        "2026-12-01",
        "--by",
        "15m",
        "--following",
    ])?;
    keel(&["move", "b2", "--at", "2026-11-17", "--by", "1d", "--all"])?;
    keel(&["remove", "b4", "--at", "2026-10-25"])?;
    let file = export(&profile, &["--personal"])?;
    let agenda =
        profile.keel_json(&[&NOW[..], &["agenda", "--from", FROM, "--to", TO]].concat())?;
    let expected = rows(&agenda)?;
    assert!(90 < expected.len(), "{}", expected.len());
    for reader in [Reader::Python, Reader::Libical] {
        same(
            &format!("{reader:?}"),
            &reader.read(&file, FROM, TO)?,
            &expected,
        );
    }
    Ok(())
}

fn comes_out_the_same(fixture: &str) -> Step {
    let expected = example(fixture)?;
    let profile = Profile::fresh()?;
    let original = root().join("tests/fixtures").join(fixture);
    let original = original.to_str().ok_or("the path is no text")?;
    profile.keel(&[&NOW[..], &["import", original]].concat())?;

    let agenda =
        profile.keel_json(&[&NOW[..], &["agenda", "--from", FROM, "--to", TO]].concat())?;
    same("keel agenda", &rows(&agenda)?, &expected);

    let file = export(&profile, &["--imported", "--personal"])?;
    same("Python", &Reader::Python.read(&file, FROM, TO)?, &expected);
    let plain = |seen: Seen| -> Seen {
        seen.into_iter()
            .filter(|(uid, start, _)| !(repeated(uid) && start.starts_with("2026-10-2")))
            .collect()
    };
    same(
        "libical",
        &plain(Reader::Libical.read(&file, FROM, TO)?),
        &plain(expected),
    );
    Ok(())
}

fn repeated(uid: &str) -> bool {
    REPEATED_HOUR.contains(&uid)
}

fn export(profile: &Profile, more: &[&str]) -> Step<PathBuf> {
    let file = profile.file("week.ics");
    let path = file.to_str().ok_or("the path is no text")?;
    profile.keel(&[&NOW[..], &["export", "-o", path], more].concat())?;
    Ok(file)
}

/// The worked example for a fixture, read by neither us nor these readers' versions.
fn example(fixture: &str) -> Step<Seen> {
    let text = fs::read_to_string(root().join("tests/fixtures/examples/agenda.json"))?;
    let examples: Value = serde_json::from_str(&text)?;
    let example = examples.as_array().into_iter().flatten().find(|example| {
        example["fixture"]
            .as_str()
            .is_some_and(|name| name.ends_with(fixture))
    });
    rows(&example.ok_or("no example for this fixture")?["occurrences"])
}

fn rows(rows: &Value) -> Step<Seen> {
    let rows = rows.as_array().ok_or("rows were expected")?;
    rows.iter()
        .map(|row| {
            let (start, end) = if row["all_day"] == true {
                ("start", "end")
            } else {
                ("start_utc", "end_utc")
            };
            let text = |key: &str| {
                row[key]
                    .as_str()
                    .map(str::to_owned)
                    .ok_or(format!("no {key} in {row}"))
            };
            Ok((text("uid")?, text(start)?, text(end)?))
        })
        .collect()
}

fn same(who: &str, seen: &Seen, expected: &Seen) {
    let missing: BTreeSet<_> = expected.difference(seen).take(5).collect();
    let extra: BTreeSet<_> = seen.difference(expected).take(5).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "{who} misses {missing:?} and adds {extra:?}"
    );
}
