//! A table for packed numbers. The standard one withstands keys chosen to collide and is slower for
//! it; nobody chooses these.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Where each packed number was put.
pub(super) type Known = HashMap<u64, u32, BuildHasherDefault<Mix>>;

/// The finisher of SplitMix64 (Steele, Lea, Flood, 2014).
#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let mut mixed = self.0 ^ number;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        self.0 = mixed ^ mixed >> 31;
    }
}
