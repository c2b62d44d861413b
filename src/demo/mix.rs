//! The mix of needs: the published year of the pilot, 271 patients, and the same shares for any other size.

use crate::core::case::Need;

/// The published counts; together 271.
const YEAR: [(Need, usize); 8] = [
    (Need::Asylum, 95),
    (Need::Documentation, 61),
    (Need::GreenCard, 57),
    (Need::GeneralQuestions, 27),
    (Need::Citizenship, 14),
    (Need::FamilyReunification, 11),
    (Need::MedicalDeferredAction, 4),
    (Need::DeportationDefense, 2),
];

/// Needs still to be given to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mix([(Need, usize); 8]);

impl Mix {
    /// Shares `cases` out as the published year did, by largest remainder; of equal remainders the more frequent need wins.
    pub fn of(cases: usize) -> Self {
        let year: usize = YEAR.iter().map(|(_, count)| count).sum();
        let mut shares = YEAR.map(|(need, count)| (need, cases / year * count + cases % year * count / year));
        let given: usize = shares.iter().map(|(_, count)| count).sum();
        let mut by_remainder: [usize; 8] = std::array::from_fn(|at| at);
        by_remainder.sort_by_key(|&at| std::cmp::Reverse(cases % year * YEAR[at].1 % year));
        for &at in by_remainder.iter().take(cases - given) {
            shares[at].1 += 1;
        }
        Self(shares)
    }

    /// How many are left.
    pub fn left(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// Takes the wanted need, or where none is left of it the most frequent one.
    pub fn take(&mut self, wanted: Need) -> Need {
        let wanted = self.0.iter().position(|&(need, count)| need == wanted && count > 0);
        let most = || (0..self.0.len()).max_by_key(|&at| (self.0[at].1, std::cmp::Reverse(at))).unwrap_or(0);
        let slot = wanted.unwrap_or_else(most);
        self.0[slot].1 = self.0[slot].1.saturating_sub(1);
        self.0[slot].0
    }

    /// All that is left, need by need.
    pub fn rest(self) -> Vec<Need> {
        self.0.into_iter().flat_map(|(need, count)| std::iter::repeat_n(need, count)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(cases: usize) -> [usize; 8] {
        Mix::of(cases).0.map(|(_, count)| count)
    }

    #[test]
    fn the_published_year_comes_out_as_published() {
        assert_eq!(counts(271), [95, 61, 57, 27, 14, 11, 4, 2]);
        assert_eq!(counts(542), [190, 122, 114, 54, 28, 22, 8, 4]);
    }

    #[test]
    fn other_sizes_add_up_and_stay_within_one_of_their_share() {
        for cases in [0, 1, 2, 7, 20, 100, 136, 1000, 10_000] {
            let shares = counts(cases);
            assert_eq!(shares.iter().sum::<usize>(), cases);
            for (share, (need, count)) in shares.iter().zip(YEAR) {
                assert!((share * 271).abs_diff(cases * count) < 271, "{cases} {need:?}");
            }
        }
        assert_eq!(counts(100), [35, 23, 21, 10, 5, 4, 1, 1]);
    }

    #[test]
    fn takes_what_is_wanted_and_else_the_most_frequent() {
        let mut mix = Mix::of(271);
        assert_eq!(mix.take(Need::DeportationDefense), Need::DeportationDefense);
        assert_eq!(mix.take(Need::DeportationDefense), Need::DeportationDefense);
        assert_eq!(mix.take(Need::DeportationDefense), Need::Asylum);
        assert_eq!(mix.left(), 268);
        assert_eq!(mix.rest().len(), 268);
    }
}
