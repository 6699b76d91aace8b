//! How connections are made: TLS by the certificates this computer trusts, nothing kept between two
//! fetches, no cookies.

use crate::address::Address;
use crate::answer::{Limits, Request};
use crate::problem::Problem;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use ureq::http::Response;
use ureq::http::header::{ACCEPT, AUTHORIZATION, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Error, Proxy, Timeout};

/// Says what program asks, as servers expect; no version and nothing of the computer.
const NAME: &str = "Evenkeel";

/// Asks once, following nothing. `left` is what remains of the time for everything.
pub(crate) fn ask(
    request: Request<'_>,
    limits: &Limits,
    left: Duration,
    roots: RootCerts,
) -> Result<Response<Body>, Problem> {
    let agent = agent(request.address, limits, left, roots);
    let mut asked = agent
        .get(request.address.requested())
        .header(ACCEPT, "text/calendar, text/plain;q=0.5, */*;q=0.1");
    if let Some(header) = request.address.authorization() {
        asked = asked.header(AUTHORIZATION, header);
    }
    if let Some(etag) = request.etag {
        asked = asked.header(IF_NONE_MATCH, etag);
    }
    if let Some(time) = request.last_modified {
        asked = asked.header(IF_MODIFIED_SINCE, time);
    }
    asked.call().map_err(problem)
}

fn agent(address: &Address, limits: &Limits, left: Duration, roots: RootCerts) -> Agent {
    let crypto = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder()
        .root_certs(roots)
        .unversioned_rustls_crypto_provider(crypto)
        .build();
    // What is on this computer is reached without the proxy that leads out of it.
    let proxy = match address.is_here() {
        true => None,
        false => Proxy::try_from_env(),
    };
    Agent::config_builder()
        .user_agent(NAME)
        .tls_config(tls)
        .proxy(proxy)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_idle_connections(0)
        .timeout_global(Some(left))
        .timeout_resolve(Some(limits.connect.min(left)))
        .timeout_connect(Some(limits.connect.min(left)))
        .build()
        .new_agent()
}

/// What went wrong below HTTP, and while a content was read.
pub(crate) fn problem(error: Error) -> Problem {
    match error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => Problem::Unreachable,
        Error::Timeout(_) => Problem::Late,
        Error::Rustls(error) => tls(&error),
        Error::Tls(_) | Error::TlsRequired => Problem::NotSecure,
        Error::Io(error) => broken(error),
        Error::Decompress(_, _) | Error::BodyStalled => Problem::CutOff,
        Error::Protocol(_) | Error::Http(_) | Error::LargeResponseHeader(_, _) => Problem::NotHttp,
        _ => Problem::Unreachable,
    }
}

/// Why reading stopped. The library wraps its own errors into those of the system, and so does TLS.
pub(crate) fn broken(error: io::Error) -> Problem {
    let inside = error.get_ref();
    if inside.is_some_and(|inside| inside.is::<Error>()) {
        return problem(Error::from(error));
    }
    if let Some(error) = inside.and_then(|inside| inside.downcast_ref::<rustls::Error>()) {
        return tls(error);
    }
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Problem::Late,
        io::ErrorKind::UnexpectedEof
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe => Problem::CutOff,
        _ => Problem::Unreachable,
    }
}

fn tls(error: &rustls::Error) -> Problem {
    match error {
        rustls::Error::InvalidCertificate(_)
        | rustls::Error::NoCertificatesPresented
        | rustls::Error::UnsupportedNameType => Problem::BadCertificate,
        _ => Problem::NotSecure,
    }
}
