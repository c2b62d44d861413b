//! A set of numbers that mostly follow each other: some bits for each, so that millions of events take little memory.

use std::collections::HashMap;

/// Numbers that are in, or not.
#[derive(Default)]
pub struct Bits(HashMap<u32, u64>);

impl Bits {
    /// Puts a number in, or takes it out.
    pub fn set(&mut self, n: u32, is_in: bool) {
        let word = self.0.entry(n / 64).or_default();
        let bit = 1 << (n % 64);
        *word = if is_in { *word | bit } else { *word & !bit };
    }

    /// Whether a number is in.
    pub fn has(&self, n: u32) -> bool {
        self.0.get(&(n / 64)).is_some_and(|word| word & (1 << (n % 64)) != 0)
    }

    /// How many are in.
    pub fn len(&self) -> u64 {
        self.0.values().map(|word| u64::from(word.count_ones())).sum()
    }
}
