//! A calendar server on this computer that says what a test tells it to. It needs nothing but the
//! standard library, so that the tests of the planner and of `keel` use it too.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// The server, which can be stopped and started again at the same address.
#[derive(Debug)]
pub struct Script {
    port: u16,
    shared: Arc<Mutex<Shared>>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    answer: Answer,
    heads: Vec<String>,
    over: bool,
}

#[derive(Clone, Debug)]
enum Answer {
    Raw(Vec<u8>),
    /// A calendar and its mark: whoever has it already is told so.
    Calendar(String, String),
}

impl Default for Answer {
    fn default() -> Answer {
        Answer::Raw(Vec::new())
    }
}

impl Script {
    /// A server with a calendar of these events, each a few lines between BEGIN and END.
    pub fn new(name: &str, events: &[&str]) -> std::io::Result<Script> {
        let mut script = Script {
            port: 0,
            shared: Arc::default(),
            listening: None,
        };
        script.holds(name, events);
        script.start()?;
        Ok(script)
    }

    /// From now on the calendar holds these events.
    pub fn holds(&self, name: &str, events: &[&str]) {
        let events: String = events
            .iter()
            .map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n"))
            .collect();
        let text =
            format!("BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:{name}\n{events}END:VCALENDAR\n");
        let mark = format!(
            "\"{}\"",
            text.bytes().fold(0_u32, |sum, byte| {
                sum.wrapping_mul(31).wrapping_add(u32::from(byte))
            })
        );
        self.shared().answer = Answer::Calendar(text, mark);
    }

    /// From now on every request is answered with a status and a content.
    pub fn says(&self, status: &str, content: &str) {
        let answer = response(status, "", content);
        self.shared().answer = Answer::Raw(answer);
    }

    /// The address of the calendar; a part of it is a secret.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/private-s3cret/basic.ics", self.port)
    }

    /// The heads of the requests so far.
    pub fn heads(&self) -> Vec<String> {
        self.shared().heads.clone()
    }

    /// Stops listening: the address cannot be reached any more.
    pub fn stop(&mut self) {
        self.shared().over = true;
        // Wakes the server up; where that fails it is not listening.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }

    /// Listens again, at the same address.
    pub fn start(&mut self) -> std::io::Result<()> {
        let listener = TcpListener::bind(("127.0.0.1", self.port))?;
        self.port = listener.local_addr()?.port();
        self.shared().over = false;
        let shared = self.shared.clone();
        self.listening = Some(std::thread::spawn(move || serve(&listener, &shared)));
        Ok(())
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        held(&self.shared)
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.stop();
    }
}

fn serve(listener: &TcpListener, shared: &Mutex<Shared>) {
    for socket in listener.incoming() {
        if held(shared).over {
            return;
        }
        let Ok(mut socket) = socket else { continue };
        let head = head(&mut socket);
        let bytes = {
            let mut shared = held(shared);
            shared.heads.push(head.clone());
            match &shared.answer {
                Answer::Raw(bytes) => bytes.clone(),
                Answer::Calendar(_, mark) if head.contains(mark.as_str()) => {
                    b"HTTP/1.1 304 Not Modified\r\n\r\n".to_vec()
                }
                Answer::Calendar(text, mark) => {
                    response("200 OK", &format!("ETag: {mark}\r\n"), text)
                }
            }
        };
        // A client that hangs up early is a client's business.
        let _ = socket.write_all(&bytes);
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

fn response(status: &str, headers: &str, content: &str) -> Vec<u8> {
    let length = content.len();
    format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{headers}\r\n{content}").into_bytes()
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
