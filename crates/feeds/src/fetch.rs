//! One fetch from the first look-up to the last byte: following where a server sends on, and
//! telling apart what it may say.

use crate::address::Address;
use crate::answer::{Answer, Fresh, Limits, Request};
use crate::problem::Problem;
use crate::{body, client, content};
use std::time::{Duration, Instant};
use ureq::Body;
use ureq::http::header::{CONTENT_TYPE, ETAG, HeaderName, LAST_MODIFIED, LOCATION, RETRY_AFTER};
use ureq::http::{Response, StatusCode};
use ureq::tls::RootCerts;

/// How often a server may send on.
const MOST_REDIRECTS: usize = 5;

/// The longest mark that is kept, in bytes.
const LONGEST_MARK: usize = 1_000;

/// Fetches a calendar. Waits as long as the limits allow; nothing is kept between two calls.
pub fn fetch(request: Request<'_>, limits: &Limits) -> Result<Answer, Problem> {
    fetch_trusting(request, limits, &RootCerts::PlatformVerifier)
}

/// The same, with other roots of trust than the computer's.
pub(crate) fn fetch_trusting(
    request: Request<'_>,
    limits: &Limits,
    roots: &RootCerts,
) -> Result<Answer, Problem> {
    let began = Instant::now();
    let mut address = request.address.clone();
    let mut for_good = true;
    for hop in 0..=MOST_REDIRECTS {
        let time = left(began, limits)?;
        let asked = Request {
            address: &address,
            ..request
        };
        let mut response = client::ask(asked, limits, time, roots.clone())
            // Where all the time is used up, that is what went wrong.
            .map_err(|problem| left(began, limits).err().unwrap_or(problem))?;
        let moved = (for_good && 0 < hop).then(|| address.clone());
        match response.status().as_u16() {
            301 | 308 => address = next(&address, &response)?,
            302 | 303 | 307 => {
                for_good = false;
                address = next(&address, &response)?;
            }
            304 if request.etag.is_some() || request.last_modified.is_some() => {
                return Ok(Answer::Unchanged { moved });
            }
            200 | 203 => return fresh(&mut response, limits, moved).map(Answer::Fresh),
            _ => return Err(refusal(&response)),
        }
    }
    Err(Problem::Redirects)
}

fn left(began: Instant, limits: &Limits) -> Result<Duration, Problem> {
    match limits.total.checked_sub(began.elapsed()) {
        None | Some(Duration::ZERO) => Err(Problem::Late),
        Some(left) => Ok(left),
    }
}

fn next(address: &Address, response: &Response<Body>) -> Result<Address, Problem> {
    let location = header(response, LOCATION).ok_or(Problem::Redirects)?;
    address.sent_on(&location)
}

fn fresh(
    response: &mut Response<Body>,
    limits: &Limits,
    moved: Option<Address>,
) -> Result<Fresh, Problem> {
    let kind = header(response, CONTENT_TYPE).unwrap_or_default();
    let mark = |name| header(response, name).filter(|mark| mark.len() <= LONGEST_MARK);
    let etag = mark(ETAG);
    let last_modified = mark(LAST_MODIFIED);
    let bytes = body::read(response.body_mut(), limits.bytes)?;
    content::check(&bytes, &kind)?;
    Ok(Fresh {
        bytes,
        etag,
        last_modified,
        moved,
    })
}

fn refusal(response: &Response<Body>) -> Problem {
    let status = response.status();
    match status {
        StatusCode::NOT_FOUND => Problem::NotFound,
        StatusCode::GONE => Problem::Gone,
        StatusCode::UNAUTHORIZED
        | StatusCode::FORBIDDEN
        | StatusCode::PROXY_AUTHENTICATION_REQUIRED => Problem::Unauthorized,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => Problem::Busy {
            // The other form, a date, is the server's clock against ours: the usual wait will do.
            after_seconds: header(response, RETRY_AFTER).and_then(|text| text.parse().ok()),
        },
        StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT => Problem::Empty,
        StatusCode::PARTIAL_CONTENT => Problem::CutOff,
        _ if status.is_server_error() => Problem::Server {
            status: status.as_u16(),
        },
        _ => Problem::Odd {
            status: status.as_u16(),
        },
    }
}

/// A header of plain characters.
fn header(response: &Response<Body>, name: HeaderName) -> Option<String> {
    let value = response.headers().get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then(|| value.to_string())
}
