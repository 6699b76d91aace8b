//! Questions to the page: `page.js` and the call into it.

use fantoccini::Client;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Step;

const PAGE: &str = include_str!("page.js");

/// Asks one verb of `page.js` and reads its answer.
pub(crate) async fn ask<T: DeserializeOwned>(
    client: &Client,
    verb: &str,
    args: Vec<Value>,
) -> Step<T> {
    Ok(serde_json::from_value(answer(client, verb, args).await?)?)
}

/// Asks one verb of `page.js` and returns its answer as it came, elements included.
pub(crate) async fn answer(client: &Client, verb: &str, args: Vec<Value>) -> Step<Value> {
    let script = format!("{PAGE}\nreturn verbs[{verb:?}](...arguments) ?? null;");
    Ok(client.execute(&script, args).await?)
}
