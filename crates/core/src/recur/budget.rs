//! How much may be looked at for all series together. A file can hold a hundred thousand series, so
//! a limit for each of them is none for the file. It counts looks, it measures no time.

/// What every series may use whatever the others used: a week of any ordinary series.
const OWN: u32 = 64;

/// What all series of a window share: 0.2 s, or a year of 1,000 meetings of every day, twice.
const WINDOW: u32 = 4_000_000;

/// What all series of a file share while it is worked out when they end.
const FILE: u32 = 2_000_000;

/// What is left to be looked at; one unit is about a day held against a rule.
#[derive(Clone, Debug)]
pub(crate) struct Budget {
    shared: u32,
    own: u32,
    /// All that was paid so far, for the tests.
    pub(crate) paid: u64,
}

impl Budget {
    pub(crate) fn of_a_window() -> Budget {
        Budget::of(WINDOW)
    }

    pub(crate) fn of_a_file() -> Budget {
        Budget::of(FILE)
    }

    fn of(shared: u32) -> Budget {
        Budget {
            shared,
            own: OWN,
            paid: 0,
        }
    }

    /// The most that may be paid for so many series.
    #[cfg(test)]
    pub(crate) fn most(&self, series: u32) -> u64 {
        u64::from(self.shared) + u64::from(OWN) * u64::from(series)
    }

    pub(super) fn next_series(&mut self) {
        self.own = OWN;
    }

    /// Whether so much is left; if so, it is taken, from the series' own part first.
    pub(super) fn pay(&mut self, units: u32) -> bool {
        let own = units.min(self.own);
        let Some(shared) = self.shared.checked_sub(units - own) else {
            return false;
        };
        self.shared = shared;
        self.own -= own;
        self.paid += u64::from(units);
        true
    }
}
