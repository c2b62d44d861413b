//! The demo's dice: `SplitMix64`, so that one seed gives the same caseload on every machine and with every toolchain.

/// `SplitMix64`: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// Starts at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, `n`; 0 if `n` is 0. The bias of the remainder is far below what a demo shows.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = usize::try_from(high.saturating_sub(low)).unwrap_or(0).saturating_add(1);
        low + i64::try_from(self.below(span)).unwrap_or(0)
    }

    /// True in `percent` of 100 throws.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the list.
    pub fn pick<T: Copy, const N: usize>(&mut self, list: &[T; N]) -> T {
        const { assert!(N > 0, "an empty list has nothing to pick") };
        list[self.below(N)]
    }

    /// Puts the list in another order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// Cards dealt in a shuffled order, all of them once before any comes again.
#[derive(Debug, Clone)]
pub struct Deck<T> {
    cards: Vec<T>,
    /// Positions in `cards` still to be dealt in this round.
    left: Vec<usize>,
}

impl<T: Copy> Deck<T> {
    /// A deck of these cards.
    pub fn new(cards: Vec<T>) -> Self {
        Self { cards, left: Vec::new() }
    }

    /// Deals the next card that fits; `None` if no card of the deck does.
    pub fn deal(&mut self, rng: &mut Rng, fits: impl Fn(&T) -> bool) -> Option<T> {
        let next = |left: &[usize], cards: &[T]| left.iter().rposition(|&at| fits(&cards[at]));
        let found = next(&self.left, &self.cards).or_else(|| {
            self.left = (0..self.cards.len()).collect();
            rng.shuffle(&mut self.left);
            next(&self.left, &self.cards)
        })?;
        Some(self.cards[self.left.remove(found)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_published_numbers() {
        let mut rng = Rng::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| rng.next()).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_deck_deals_every_card_once_before_any_again() {
        let mut rng = Rng::new(7);
        let mut deck = Deck::new(vec![1, 2, 3, 4]);
        for _ in 0..3 {
            let mut round: Vec<i32> = (0..4).filter_map(|_| deck.deal(&mut rng, |_| true)).collect();
            round.sort_unstable();
            assert_eq!(round, [1, 2, 3, 4]);
        }
        assert_eq!(deck.deal(&mut rng, |&card| card > 4), None);
    }

    #[test]
    fn stays_within_its_bounds() {
        let mut rng = Rng::new(3);
        let thrown: Vec<i64> = (0..200).map(|_| rng.between(-2, 2)).collect();
        assert!((-2..=2).all(|n| thrown.contains(&n)));
        assert!(thrown.iter().all(|n| (-2..=2).contains(n)));
        assert_eq!(rng.below(0), 0);
    }
}
