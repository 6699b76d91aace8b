//! Weeks at random, the same ones in every run, small numbers and tight rules preferred.

use crate::suggest::*;

/// SplitMix64 (Steele, Lea, Flood, 2014).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// Any number below `end`.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) >> 33) as u32 % end
    }

    fn from(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last - first + 1)
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    fn some<T>(&mut self, percent: u32, value: impl FnOnce(&mut Random) -> T) -> Option<T> {
        self.chance(percent).then(|| value(self))
    }

    fn quarters(&mut self, most: u32) -> Points {
        Points::of(f64::from(self.below(4 * most)) / 4.0)
    }

    fn work(&mut self) -> Work {
        Work::ALL[self.below(3) as usize]
    }

    /// A week of at most so many days and slots.
    pub(super) fn week(&mut self, days: u32, slots: u32) -> Week {
        let days = self.from(1, days) as usize;
        let slots = self.from(3, slots) as usize;
        let slot_minutes = [15, 30, 30, 60][self.below(4) as usize];
        let taken = self.below(80);
        let given: Vec<Vec<Slot>> = (0..days)
            .map(|_| (0..slots).map(|_| self.slot(taken)).collect())
            .collect();
        Week {
            slot_minutes,
            wishes: self.wishes(&given, slot_minutes),
            rules: self.rules((days, slots), slot_minutes),
            days: given,
            movable: Vec::new(),
        }
    }

    fn slot(&mut self, taken: u32) -> Slot {
        match self.below(7) {
            _ if !self.chance(taken) => Slot::Free,
            6 => Slot::Open,
            0 | 1 => Slot::Blocked,
            2 => Slot::Fixed(self.work()),
            _ => Slot::Meeting(self.work()),
        }
    }

    fn wishes(&mut self, given: &[Vec<Slot>], slot_minutes: u32) -> Wishes {
        let (days, slots) = (given.len() as u32, given[0].len() as u32);
        let minutes = days * slots * slot_minutes;
        let wanted = |random: &mut Random| Wanted {
            minutes: random.below(minutes / 2 + 1),
            under: random.quarters(6),
            over: random.quarters(3),
        };
        let committed = |random: &mut Random| Stability {
            committed: Plan {
                days: (0..days)
                    .map(|_| (0..slots).map(|_| random.some(70, Random::work)).collect())
                    .collect(),
            },
            per_minute: random.quarters(3),
        };
        Wishes {
            wanted: [(); 3].map(|()| self.some(80, wanted)),
            switch: self.quarters(30),
            short_runs: self.some(70, |random| ShortRuns {
                below: random.below(120),
                per_minute: random.quarters(2),
            }),
            peak: self.some(70, |random| Peak {
                slots: (0..slots as usize).filter(|_| random.chance(40)).collect(),
                per_minute: random.quarters(2),
            }),
            stability: self.some(30, committed),
            contingency: self.some(30, |random| Contingency {
                share: f64::from(random.below(60)) / 100.0,
                per_minute: random.quarters(3),
            }),
            island: self.quarters(10),
        }
    }

    fn rules(&mut self, (days, slots): (usize, usize), slot_minutes: u32) -> Rules {
        let length = |random: &mut Random, first: u32, last: u32| {
            let long = random.from(first, last) * slot_minutes;
            long + [0, 0, 5][random.below(3) as usize]
        };
        let lengths = |random: &mut Random| {
            let least = random.from(1, 2) * slot_minutes;
            Lengths {
                least,
                most: least + random.below(4) * slot_minutes,
            }
        };
        let lunch = |random: &mut Random| {
            let start = random.below(slots as u32) as usize;
            let end = random.from(start as u32 + 1, slots as u32) as usize;
            Lunch {
                window: start..end,
                minutes: random.from(0, 2) * slot_minutes,
            }
        };
        Rules {
            blocks: [(); 3].map(|()| self.some(40, lengths)),
            growth: self.some(30, |random| length(random, 0, 4)),
            day: self.some(30, |random| length(random, 1, 8)),
            week: self.some(30, |random| length(random, 2, 16)),
            lunch: self.some(30, lunch),
            stretch: self.some(30, |random| length(random, 1, 5)),
            buffer: self.some(40, |random| length(random, 0, 2)),
            kept: self.some(40, |random| random.kept(days, slots)),
            spared: self
                .some(30, |random| random.spared(days))
                .unwrap_or_default(),
        }
    }

    fn spared(&mut self, days: usize) -> Vec<(usize, Rule)> {
        let rules = [Rule::Lunch, Rule::Stretch, Rule::Day, Rule::Kept];
        let day = self.below(days as u32) as usize;
        vec![(day, rules[self.below(4) as usize])]
    }

    fn kept(&mut self, days: usize, slots: usize) -> Vec<Vec<PerWork<bool>>> {
        let percent = self.below(60);
        let mut slot = |_| [(); 3].map(|()| self.chance(percent));
        (0..days)
            .map(|_| (0..slots).map(&mut slot).collect())
            .collect()
    }

    /// A week of half hours under the rules and weights that the program ships with, at most so
    /// many days and slots.
    pub(super) fn shipped(&mut self, days: u32, slots: u32) -> Week {
        let days = self.from(1, days) as usize;
        let slots = self.from(4, slots) as usize;
        let taken = self.below(70);
        let given: Vec<Vec<Slot>> = (0..days)
            .map(|_| (0..slots).map(|_| self.slot(taken)).collect())
            .collect();
        let most = (days * slots) as u32 * 15;
        let minutes = [(); 3].map(|()| self.below(most));
        let peak = (0..slots / 2).collect();
        let start = self.below(slots as u32 - 1) as usize;
        let lunch = start..(start + 4).min(slots);
        let growth = self.below(3) * 30;
        let committed = self.some(50, |random| Stability {
            committed: Plan {
                days: (0..days)
                    .map(|_| (0..slots).map(|_| random.some(60, Random::work)).collect())
                    .collect(),
            },
            per_minute: Stability::PER_MINUTE,
        });
        Week {
            slot_minutes: 30,
            days: given,
            wishes: Wishes {
                stability: committed,
                contingency: Some(Contingency::DEFAULT),
                island: Points::whole(10),
                ..Wishes::by_default(minutes, peak)
            },
            rules: Rules {
                kept: self.some(50, |random| random.kept(days, slots)),
                ..Rules::by_default(lunch, growth)
            },
            movable: Vec::new(),
        }
    }
}
