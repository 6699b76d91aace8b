//! Servers that answer: with a calendar, with nothing new, packed, and with a reason why not.

use crate::server::{CALENDAR, Server, content, plain, response};
use evenkeel_feeds::{Answer, Limits, Problem, Request, fetch};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

#[test]
fn a_calendar_comes_with_both_its_marks() {
    let server = Server::always(response(
        "200 OK",
        &[
            "Content-Type: text/calendar",
            "ETag: W/\"v1\"",
            "Last-Modified: Mon, 16 Nov 2026 08:00:00 GMT",
        ],
        CALENDAR,
    ));
    let fresh = content(server.fetch());
    assert_eq!(fresh.bytes, CALENDAR.as_bytes());
    assert_eq!(fresh.etag.as_deref(), Some("W/\"v1\""));
    assert_eq!(
        fresh.last_modified.as_deref(),
        Some("Mon, 16 Nov 2026 08:00:00 GMT")
    );
    assert_eq!(fresh.moved, None);
}

#[test]
fn marks_are_sent_as_they_came_and_304_means_unchanged() {
    let server = Server::always("HTTP/1.1 304 Not Modified\r\n\r\n");
    let address = server.address("/a.ics");
    let request = Request {
        address: &address,
        etag: Some("W/\"v1\""),
        last_modified: Some("Mon, 16 Nov 2026 08:00:00 GMT"),
    };
    let answer = fetch(request, &Limits::default());
    assert_eq!(answer, Ok(Answer::Unchanged { moved: None }));
    let head = server.heads.recv().unwrap().to_lowercase();
    assert!(head.contains("if-none-match: w/\"v1\"\r\n"), "{head}");
    assert!(head.contains("if-modified-since: mon, 16 nov 2026 08:00:00 gmt\r\n"));
}

#[test]
fn a_304_that_nobody_asked_for_is_no_answer() {
    let server = Server::always("HTTP/1.1 304 Not Modified\r\n\r\n");
    assert_eq!(server.fetch(), Err(Problem::Odd { status: 304 }));
}

#[test]
fn a_request_tells_nothing_about_the_computer() {
    let server = Server::always(response("200 OK", &[], CALENDAR));
    content(server.fetch());
    let head = server.heads.recv().unwrap();
    let mut names: Vec<String> = head
        .lines()
        .skip(1)
        .filter_map(|line| Some(line.split_once(':')?.0.to_lowercase()))
        .collect();
    names.sort();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
    assert!(head.contains("Evenkeel\r\n"));
}

#[test]
fn a_packed_calendar_is_unpacked() {
    let server = Server::always(response(
        "200 OK",
        &["Content-Encoding: gzip"],
        packed(CALENDAR.as_bytes()),
    ));
    assert_eq!(content(server.fetch()).bytes, CALENDAR.as_bytes());
    assert!(server.heads.recv().unwrap().to_lowercase().contains("gzip"));
}

#[test]
fn thirty_megabytes_packed_into_a_few_are_too_large() {
    let large = vec![b' '; 30 << 20];
    let server = Server::always(response(
        "200 OK",
        &["Content-Encoding: gzip"],
        packed(&large),
    ));
    let limit = 20 << 20;
    assert_eq!(server.fetch(), Err(Problem::TooLarge { limit }));
}

#[test]
fn a_calendar_in_pieces_is_put_together() {
    let (first, second) = CALENDAR.split_at(5);
    let server = Server::always(format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{first}\r\n{:x}\r\n{second}\r\n0\r\n\r\n",
        first.len(),
        second.len()
    ));
    assert_eq!(content(server.fetch()).bytes, CALENDAR.as_bytes());
}

#[test]
fn every_refusal_has_its_reason() {
    for (status, problem) in [
        ("404 Not Found", Problem::NotFound),
        ("410 Gone", Problem::Gone),
        ("401 Unauthorized", Problem::Unauthorized),
        ("403 Forbidden", Problem::Unauthorized),
        ("500 Internal Server Error", Problem::Server { status: 500 }),
        ("502 Bad Gateway", Problem::Server { status: 502 }),
        (
            "503 Service Unavailable",
            Problem::Busy {
                after_seconds: None,
            },
        ),
        ("418 I'm a teapot", Problem::Odd { status: 418 }),
        ("204 No Content", Problem::Empty),
        ("206 Partial Content", Problem::CutOff),
    ] {
        // A calendar in the content does not make it one.
        let server = Server::always(response(status, &[], CALENDAR));
        assert_eq!(server.fetch(), Err(problem), "{status}");
    }
}

#[test]
fn a_busy_server_says_when_to_come_back() {
    for (header, after_seconds) in [
        ("Retry-After: 120", Some(120)),
        ("Retry-After: Fri, 20 Nov 2026 12:00:00 GMT", None),
        ("Retry-After: -5", None),
    ] {
        let server = Server::always(response("429 Too Many Requests", &[header], ""));
        assert_eq!(server.fetch(), Err(Problem::Busy { after_seconds }));
    }
}

#[test]
fn a_page_to_log_in_is_called_a_page() {
    let page = "<!DOCTYPE html><title>Sign in</title><form>";
    let server = Server::always(response("200 OK", &["Content-Type: text/html"], page));
    assert_eq!(server.fetch(), Err(Problem::Page));
}

#[test]
fn name_and_password_are_sent() {
    let server = Server::always(response("200 OK", &[], CALENDAR));
    let text = format!("http://ann:secret@127.0.0.1:{}/a.ics", server.port);
    let address = evenkeel_feeds::Address::parse(&text).unwrap();
    content(fetch(plain(&address), &Limits::default()));
    let head = server.heads.recv().unwrap();
    assert!(head.starts_with("GET /a.ics HTTP/1.1\r\n"), "{head}");
    assert!(
        head.to_lowercase()
            .contains("authorization: basic yw5uonnly3jlda==\r\n")
    );
}

#[test]
fn marks_too_long_to_be_marks_are_not_kept() {
    let header = format!("ETag: \"{}\"", "x".repeat(2_000));
    let server = Server::always(response("200 OK", &[&header], CALENDAR));
    assert_eq!(content(server.fetch()).etag, None);
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
