//! axe-core in the window itself.

use std::fmt;
use std::fs;

use serde::Deserialize;

use crate::{Step, Window, root};

const AXE: &str = "ui/node_modules/axe-core/axe.min.js";

/// One rule that the page breaks.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// Selectors of the elements that break it.
    pub at: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} at {}", self.id, self.help, self.at.join(", "))
    }
}

impl Window<'_> {
    /// What axe finds on the page as it is now.
    pub async fn violations(&self) -> Step<Vec<Violation>> {
        let axe = fs::read_to_string(root().join(AXE))
            .map_err(|error| format!("{AXE} cannot be read ({error}): run `npm ci` in ui"))?;
        self.run(&format!("{axe}\nwindow.axe = axe;"), vec![])
            .await?;
        let found = self
            .client
            .execute_async(
                "const [done] = arguments;
                 window.axe.run(document, { resultTypes: ['violations'] })
                   .then((result) => done(result.violations.map(({ id, help, nodes }) => (
                     { id, help, at: nodes.map((node) => node.target.join(' ')) }))))
                   .catch((error) => done([{ id: 'axe', help: String(error), at: [] }]));",
                vec![],
            )
            .await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Fails with every rule the page breaks.
    pub async fn is_accessible(&self) -> Step {
        let violations = self.violations().await?;
        if violations.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = violations.iter().map(ToString::to_string).collect();
        Err(format!(
            "axe finds {} violations:\n{}",
            lines.len(),
            lines.join("\n")
        )
        .into())
    }
}
