//! A server of a few lines: it hands every request to a function and shuts the connection.

use evenkeel_feeds::{Address, Answer, Fresh, Limits, Problem, Request, fetch};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

pub(crate) const CALENDAR: &str = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

/// Where it listens, and the heads of the requests it got.
pub(crate) struct Server {
    pub(crate) port: u16,
    pub(crate) heads: Receiver<String>,
}

impl Server {
    /// Answers every request with what a function writes for its head.
    pub(crate) fn new(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (told, heads) = channel();
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                let mut socket = socket.unwrap();
                let head = head(&mut socket);
                let _ = told.send(head.clone());
                answer(&head, &mut socket);
            }
        });
        Server { port, heads }
    }

    /// Answers every request with the same bytes.
    pub(crate) fn always(bytes: impl Into<Vec<u8>>) -> Server {
        let bytes = bytes.into();
        Server::new(move |_, socket| {
            let _ = socket.write_all(&bytes);
        })
    }

    pub(crate) fn address(&self, path: &str) -> Address {
        Address::parse(&format!("http://127.0.0.1:{}{path}", self.port)).unwrap()
    }

    /// Fetches `/a.ics` without marks.
    pub(crate) fn fetch(&self) -> Result<Answer, Problem> {
        self.fetch_within(&Limits::default())
    }

    pub(crate) fn fetch_within(&self, limits: &Limits) -> Result<Answer, Problem> {
        let address = self.address("/a.ics");
        fetch(plain(&address), limits)
    }
}

pub(crate) fn plain(address: &Address) -> Request<'_> {
    Request {
        address,
        etag: None,
        last_modified: None,
    }
}

/// An answer with a content and its length.
pub(crate) fn response(status: &str, headers: &[&str], content: impl AsRef<[u8]>) -> Vec<u8> {
    let content = content.as_ref();
    let mut bytes = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", content.len());
    for header in headers {
        bytes += header;
        bytes += "\r\n";
    }
    bytes += "\r\n";
    [bytes.as_bytes(), content].concat()
}

pub(crate) fn content(answer: Result<Answer, Problem>) -> Fresh {
    match answer {
        Ok(Answer::Fresh(fresh)) => fresh,
        other => panic!("no content: {other:?}"),
    }
}

/// A deadline that is short, for servers that never end.
pub(crate) fn hurried() -> Limits {
    Limits {
        total: Duration::from_millis(200),
        ..Limits::default()
    }
}

fn head(socket: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && socket.read_exact(&mut byte).is_ok() {
        head.push(byte[0]);
    }
    String::from_utf8_lossy(&head).into_owned()
}
