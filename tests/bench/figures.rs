//! Medians, the 95th percentile, and the ratio to a baseline.

/// Measured values of one kind.
#[derive(Debug, Default, Clone)]
pub(crate) struct Figures(Vec<f64>);

impl Figures {
    /// Adds one.
    pub(crate) fn add(&mut self, value: f64) {
        self.0.push(value);
    }

    /// Adds many.
    pub(crate) fn extend(&mut self, values: impl IntoIterator<Item = f64>) {
        self.0.extend(values);
    }

    fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1) as f64;
        sorted
            .get((last * share).round() as usize)
            .copied()
            .unwrap_or(f64::NAN)
    }
}

/// Prints a kind next to its baseline.
pub(crate) fn print(what: &str, unit: &str, window: &Figures, plain: &Figures) {
    println!("{what}");
    println!("  {:12} {:>10} {:>10}", "", "median", "p95");
    for (name, figures) in [("window", window), ("baseline", plain)] {
        println!(
            "  {name:12} {:8.1} {unit} {:8.1} {unit}",
            figures.at(0.5),
            figures.at(0.95)
        );
    }
    println!(
        "  {:12} {:9.2}x {:9.2}x",
        "ratio",
        window.at(0.5) / plain.at(0.5),
        window.at(0.95) / plain.at(0.95)
    );
}
