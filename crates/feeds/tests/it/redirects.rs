//! Servers that send on: for good, for now, in circles, and out into the open.

use crate::server::{CALENDAR, Server, content, response};
use evenkeel_feeds::Problem;
use std::io::Write;

/// `/a.ics` is sent on with a status to a place, everything else is a calendar.
fn sending(status: &'static str, location: &'static str) -> Server {
    Server::new(move |head, socket| {
        let answer = match head.starts_with("GET /a.ics ") {
            true => format!("HTTP/1.1 {status}\r\nLocation: {location}\r\n\r\n").into_bytes(),
            false => response("200 OK", &[], CALENDAR),
        };
        let _ = socket.write_all(&answer);
    })
}

#[test]
fn a_move_for_good_is_told_and_one_for_now_is_not() {
    for (status, told) in [
        ("301 Moved Permanently", true),
        ("308 Permanent Redirect", true),
        ("302 Found", false),
        ("303 See Other", false),
        ("307 Temporary Redirect", false),
    ] {
        let server = sending(status, "/b.ics");
        let fresh = content(server.fetch());
        let moved = told.then(|| server.address("/b.ics"));
        assert_eq!(fresh.moved, moved, "{status}");
    }
}

#[test]
fn a_move_for_good_behind_one_for_now_is_not_for_good() {
    let server = Server::new(|head, socket| {
        let answer = match head.split(' ').nth(1).unwrap() {
            "/a.ics" => b"HTTP/1.1 302 Found\r\nLocation: b.ics\r\n\r\n".to_vec(),
            "/b.ics" => b"HTTP/1.1 301 Moved\r\nLocation: c.ics\r\n\r\n".to_vec(),
            _ => response("200 OK", &[], CALENDAR),
        };
        let _ = socket.write_all(&answer);
    });
    assert_eq!(content(server.fetch()).moved, None);
}

#[test]
fn a_circle_and_a_chain_without_end_are_left() {
    assert_eq!(
        sending("302 Found", "/a.ics").fetch(),
        Err(Problem::Redirects)
    );
    let server = Server::new(|head, socket| {
        let path = head.split(' ').nth(1).unwrap();
        let _ = write!(socket, "HTTP/1.1 302 Found\r\nLocation: {path}x\r\n\r\n");
    });
    assert_eq!(server.fetch(), Err(Problem::Redirects));
    assert_eq!(server.heads.try_iter().count(), 6);
}

#[test]
fn being_sent_nowhere_or_into_the_open_is_refused() {
    for (location, problem) in [
        ("", Problem::Redirects),
        ("ftp://example.org/", Problem::Redirects),
        ("http://example.org/a.ics", Problem::SentToOpen),
    ] {
        assert_eq!(sending("302 Found", location).fetch(), Err(problem));
    }
}

#[test]
fn a_move_to_a_page_to_log_in_moves_nothing() {
    let server = Server::new(|head, socket| {
        let answer = match head.starts_with("GET /a.ics ") {
            true => b"HTTP/1.1 301 Moved\r\nLocation: /login\r\n\r\n".to_vec(),
            false => response("200 OK", &["Content-Type: text/html"], "<form>"),
        };
        let _ = socket.write_all(&answer);
    });
    assert_eq!(server.fetch(), Err(Problem::Page));
}
