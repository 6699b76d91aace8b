//! A process that ends with its owner, however the owner ends.
//!
//! `setpriv` asks the kernel to end the process with the thread that started
//! it; dropping the value ends its whole group.

use std::ffi::OsStr;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{self, Command, Stdio};

use crate::{Step, until};

/// A running process and its group.
#[derive(Debug)]
pub struct Child {
    inner: process::Child,
}

impl Child {
    /// A command line that [`Child::start`] will bind to its owner.
    pub fn command(program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "--"]).arg(program);
        command
    }

    /// Starts a command made by [`Child::command`] in a group of its own.
    pub fn start(command: &mut Command) -> Step<Self> {
        command.stdin(Stdio::null()).process_group(0);
        match command.spawn() {
            Ok(inner) => Ok(Self { inner }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err("`setpriv` is missing: apt-get install util-linux".into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.inner.id()
    }

    /// What it printed, when its standard output was piped.
    pub fn stdout(&mut self) -> Option<process::ChildStdout> {
        self.inner.stdout.take()
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.inner.try_wait(), Ok(None))
    }

    /// Waits, for as long as patience lasts, until it has ended by itself.
    pub async fn ended(&mut self) -> Step {
        until("the process to end", async || Ok(!self.runs())).await
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let group = format!("-{}", self.inner.id());
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        let _ = self.inner.kill();
        let _ = self.inner.wait();
    }
}
