//! How a command fails, and how a person reads of it: one sentence and a hint on stderr.

use evenkeel_app::messages::{Fault, FaultCode, Outcome, Reply};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Why a command did not end well.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something a person should read.
    Fault(Fault),
    /// The output could not be written.
    Output(io::Error),
}

impl Failure {
    /// Says it on stderr and gives the exit code.
    pub(crate) fn report(self) -> ExitCode {
        let fault = match self {
            Failure::Fault(fault) => fault,
            // The reader has seen enough: `keel agenda | head` is no mistake.
            Failure::Output(error) if error.kind() == ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Failure::Output(error) => fault(
                FaultCode::File,
                "The output could not be written.",
                format!("The system said: {error}."),
            ),
        };
        let mut err = io::stderr().lock();
        // Where stderr is closed too, nobody is left to tell.
        let _ = writeln!(err, "Error: {}", fault.message);
        if !fault.hint.is_empty() {
            let _ = writeln!(err, "Hint: {}", fault.hint);
        }
        ExitCode::FAILURE
    }
}

/// A fault that only the command line knows.
pub(crate) fn fault(code: FaultCode, message: impl Into<String>, hint: impl Into<String>) -> Fault {
    Fault {
        code,
        message: message.into(),
        hint: hint.into(),
        field: None,
    }
}

/// A request that cannot be carried out as typed.
pub(crate) fn refused(message: impl Into<String>, hint: impl Into<String>) -> Fault {
    fault(FaultCode::Refused, message, hint)
}

/// The outcome of a write, or why there is none.
pub(crate) fn done(reply: Reply) -> Result<Outcome, Fault> {
    match reply {
        Reply::Done(outcome) => Ok(*outcome),
        Reply::Refused(fault) if fault.code == FaultCode::NeedsReason => Err(Fault {
            hint: "Say why: --because mine, --because external or --because contingency.".into(),
            ..fault
        }),
        Reply::Refused(fault) => Err(fault),
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        Failure::Fault(fault)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Failure {
        Failure::Output(error.into())
    }
}
