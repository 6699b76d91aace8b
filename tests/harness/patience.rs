//! Waiting for a condition, never for a length of time.

use std::time::{Duration, Instant};

use crate::{Failure, Step};

/// How long a condition may take before the journey fails. Generous, because
/// it costs nothing when things work and two builds may share the machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

const GLANCE: Duration = Duration::from_millis(15);

/// Looks again and again until `condition` holds.
pub async fn until(what: &str, mut condition: impl AsyncFnMut() -> Step<bool>) -> Step {
    until_some(what, async || Ok(condition().await?.then_some(()))).await
}

/// Looks again and again until `look` finds something. The last error it met
/// on the way is part of the sentence when patience ends.
pub async fn until_some<T>(what: &str, mut look: impl AsyncFnMut() -> Step<Option<T>>) -> Step<T> {
    let start = Instant::now();
    loop {
        let last: Option<Failure> = match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        if PATIENCE < start.elapsed() {
            let reason = last
                .map(|error| format!(": {}", told(&error)))
                .unwrap_or_default();
            return Err(format!("waited {} s for {what}{reason}", PATIENCE.as_secs()).into());
        }
        tokio::time::sleep(GLANCE).await;
    }
}

/// A failure in words. The driver's own errors keep their reason out of their
/// short form, so it is fetched from the long one.
pub(crate) fn told(failure: &Failure) -> String {
    match failure.downcast_ref::<fantoccini::error::CmdError>() {
        Some(error) => format!("{error:?}"),
        None => failure.to_string(),
    }
}
