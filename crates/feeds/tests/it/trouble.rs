//! Servers that are late, break off, never end, send too much, speak something else, or are not
//! there. None of these waits for a clock: a server that shall be late waits for the test.

use crate::server::{CALENDAR, Server, content, hurried, plain, response};
use evenkeel_feeds::{Address, Limits, Problem, fetch};
use std::io::Write;
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Waits until the test is over.
fn wait(over: &Receiver<()>) {
    let _ = over.recv();
}

/// Writes a byte now and then until the test is over or nobody reads any more.
fn drip(socket: &mut impl Write, byte: &[u8], over: &Receiver<()>) {
    while socket.write_all(byte).is_ok()
        && over.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Timeout)
    {}
}

#[test]
fn a_server_that_says_nothing_is_late() {
    let (test, over) = channel();
    let server = Server::new(move |_, _| wait(&over));
    assert_eq!(server.fetch_within(&hurried()), Err(Problem::Late));
    drop(test);
}

#[test]
fn a_head_or_a_content_that_drips_is_late_however_often_a_byte_comes() {
    for head in [
        "HTTP/1.1 200 OK\r\nX: ",
        "HTTP/1.1 200 OK\r\n\r\nBEGIN:VCALENDAR\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nBEGIN:VCALENDAR\r\n",
    ] {
        let (test, over) = channel();
        let server = Server::new(move |_, socket| {
            let _ = socket.write_all(head.as_bytes());
            drip(socket, b"x", &over);
        });
        let began = Instant::now();
        assert_eq!(
            server.fetch_within(&hurried()),
            Err(Problem::Late),
            "{head}"
        );
        assert!(began.elapsed() < Duration::from_secs(30));
        drop(test);
    }
}

#[test]
fn a_chain_of_slow_redirects_has_one_deadline() {
    let (test, over) = channel::<()>();
    let server = Server::new(move |head, socket| {
        // Each hop takes most of the time that all may take.
        let _ = over.recv_timeout(Duration::from_millis(120));
        let path = head.split(' ').nth(1).unwrap();
        let _ = write!(socket, "HTTP/1.1 302 Found\r\nLocation: {path}x\r\n\r\n");
    });
    assert_eq!(server.fetch_within(&hurried()), Err(Problem::Late));
    drop(test);
}

#[test]
fn less_than_was_promised_is_cut_off() {
    let promised = format!("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{CALENDAR}");
    assert_eq!(Server::always(promised).fetch(), Err(Problem::CutOff));
    let pieces = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{CALENDAR}");
    assert_eq!(Server::always(pieces).fetch(), Err(Problem::CutOff));
}

#[test]
fn half_a_calendar_is_cut_off_even_where_nothing_was_promised() {
    let half = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Stand";
    let open = format!("HTTP/1.1 200 OK\r\n\r\n{half}");
    assert_eq!(Server::always(open).fetch(), Err(Problem::CutOff));
    let short = response("200 OK", &[], half);
    assert_eq!(Server::always(short).fetch(), Err(Problem::CutOff));
}

#[test]
fn half_a_package_is_cut_off() {
    let mut packed = Vec::new();
    let mut encoder = flate2::write::GzEncoder::new(&mut packed, flate2::Compression::fast());
    encoder
        .write_all(&CALENDAR.repeat(100).into_bytes())
        .unwrap();
    encoder.finish().unwrap();
    packed.truncate(packed.len() / 2);
    let server = Server::always(response("200 OK", &["Content-Encoding: gzip"], packed));
    assert_eq!(server.fetch(), Err(Problem::CutOff));
}

#[test]
fn what_comes_after_the_promised_length_is_no_part_of_it() {
    let more = [response("200 OK", &[], CALENDAR), b"HTTP/1.1 more".to_vec()].concat();
    assert_eq!(
        content(Server::always(more).fetch()).bytes,
        CALENDAR.as_bytes()
    );
}

#[test]
fn thirty_megabytes_are_too_large_promised_or_not() {
    let limit = 20 << 20;
    let large = vec![b'x'; 30 << 20];
    let promised = Server::always(response("200 OK", &[], &large));
    assert_eq!(promised.fetch(), Err(Problem::TooLarge { limit }));
    let open = [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &large].concat();
    assert_eq!(
        Server::always(open).fetch(),
        Err(Problem::TooLarge { limit })
    );
}

#[test]
fn as_much_as_is_allowed_is_taken() {
    let limits = Limits {
        bytes: CALENDAR.len() as u64,
        ..Limits::default()
    };
    let server = Server::always(response("200 OK", &[], CALENDAR));
    content(server.fetch_within(&limits));
    let limits = Limits {
        bytes: CALENDAR.len() as u64 - 1,
        ..limits
    };
    let limit = limits.bytes;
    assert_eq!(
        server.fetch_within(&limits),
        Err(Problem::TooLarge { limit })
    );
}

#[test]
fn a_server_that_is_not_there_cannot_be_reached() {
    // A port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let address = Address::parse(&format!("http://127.0.0.1:{port}/")).unwrap();
    let answer = fetch(plain(&address), &Limits::default());
    assert_eq!(answer, Err(Problem::Unreachable));
}

#[test]
fn a_connection_that_is_shut_at_once_is_cut_off() {
    assert_eq!(Server::always("").fetch(), Err(Problem::CutOff));
}

#[test]
fn what_speaks_something_else_is_told_apart() {
    let server = Server::always("SSH-2.0-OpenSSH_9.6\r\n\r\n");
    assert_eq!(server.fetch(), Err(Problem::NotHttp));
    let endless = format!("HTTP/1.1 200 OK\r\nX: {}", "x".repeat(1 << 20));
    assert_eq!(Server::always(endless).fetch(), Err(Problem::NotHttp));
}
