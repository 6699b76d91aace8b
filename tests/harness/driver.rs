//! WebKitWebDriver on a free port, and the program it starts.

use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::{Child, Desktop, Profile, Step, program_binary, until};

/// What is driven: the planner, or another WebKitGTK program beside it.
#[derive(Debug, Clone)]
pub struct Program {
    binary: PathBuf,
    args: Vec<String>,
}

impl Program {
    /// The planner.
    pub fn planner() -> Self {
        Self {
            binary: program_binary(),
            args: Vec::new(),
        }
    }

    /// Any other program that honours `TAURI_WEBVIEW_AUTOMATION` or asks for
    /// automation through its arguments.
    pub fn other(binary: impl Into<PathBuf>, args: &[&str]) -> Self {
        Self {
            binary: binary.into(),
            args: args.iter().map(ToString::to_string).collect(),
        }
    }

    /// Adds an argument, such as a file to open.
    pub fn with(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into().to_string_lossy().into_owned());
        self
    }
}

/// A running WebKitWebDriver; one session at a time.
#[derive(Debug)]
pub struct Driver {
    address: String,
    _process: Child,
}

impl Driver {
    /// Starts it on a desktop, for a profile.
    pub async fn start(desktop: &Desktop, profile: &Profile) -> Step<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut command = Child::command("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        command
            .stdout(profile.log("program.log")?)
            .stderr(profile.log("program.log")?);
        desktop.place(profile.dress(&mut command));
        let mut process = Child::start(&mut command)?;

        until("WebKitWebDriver to listen", async || {
            if !process.runs() {
                return Err(
                    "it is not installed or cannot start: apt-get install webkit2gtk-driver".into(),
                );
            }
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok())
        })
        .await?;
        Ok(Self {
            address: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }

    /// Starts the program and returns the door into its page.
    pub async fn open(&self, program: &Program) -> Step<Client> {
        if !program.binary.is_file() {
            return Err(format!(
                "{} is not built: `cargo xtask test e2e` builds it",
                program.binary.display()
            )
            .into());
        }
        let mut wanted = Capabilities::new();
        wanted.insert(
            "webkitgtk:browserOptions".into(),
            json!({ "binary": program.binary, "args": program.args }),
        );
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&self.address)
            .await?;
        Ok(client)
    }
}
