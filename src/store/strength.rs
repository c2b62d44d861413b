//! Whether a passphrase is fit to guard a vault: long enough, and not what guessers try first. How its letters are
//! composed is nobody's business.

use super::recovery::{RecoveryKey, Typed};
use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

/// The fewest characters.
pub const SHORTEST: usize = 15;

/// Why a passphrase is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// It reads like a recovery key, and would be taken for one.
    LikeRecoveryKey,
    /// The estimate is below three of four: fewer than 10⁸ guesses, less than Argon2id can make up for.
    Guessable(Pattern),
}

/// What makes a passphrase easy to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Common,
    Keyboard,
    Repeat,
    Sequence,
    Date,
    Word,
    Name,
    /// The estimate names nothing in particular.
    Other,
}

impl Pattern {
    /// Its name in the catalogues.
    pub fn code(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Keyboard => "keyboard",
            Self::Repeat => "repeat",
            Self::Sequence => "sequence",
            Self::Date => "date",
            Self::Word => "word",
            Self::Name => "name",
            Self::Other => "other",
        }
    }

    fn of(warning: Option<Warning>) -> Self {
        use Warning as W;
        match warning {
            Some(
                W::ThisIsATop10Password
                | W::ThisIsATop100Password
                | W::ThisIsACommonPassword
                | W::ThisIsSimilarToACommonlyUsedPassword,
            ) => Self::Common,
            Some(W::StraightRowsOfKeysAreEasyToGuess | W::ShortKeyboardPatternsAreEasyToGuess) => Self::Keyboard,
            Some(W::RepeatsLikeAaaAreEasyToGuess | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess) => Self::Repeat,
            Some(W::SequencesLikeAbcAreEasyToGuess) => Self::Sequence,
            Some(W::RecentYearsAreEasyToGuess | W::DatesAreOftenEasyToGuess) => Self::Date,
            Some(W::AWordByItselfIsEasyToGuess) => Self::Word,
            Some(W::NamesAndSurnamesByThemselvesAreEasyToGuess | W::CommonNamesAndSurnamesAreEasyToGuess) => Self::Name,
            None => Self::Other,
        }
    }
}

/// Judges a new passphrase.
///
/// # Errors
/// Why it is not taken.
pub fn check(passphrase: &[u8]) -> Result<(), Weak> {
    let text = String::from_utf8_lossy(passphrase);
    if text.chars().count() < SHORTEST {
        return Err(Weak::Short);
    }
    if !matches!(RecoveryKey::read(passphrase), Typed::Other) {
        return Err(Weak::LikeRecoveryKey);
    }
    let estimate = zxcvbn(&text, &["rumbo"]);
    if estimate.score() >= Score::Three {
        return Ok(());
    }
    Err(Weak::Guessable(Pattern::of(estimate.feedback().and_then(zxcvbn::feedback::Feedback::warning))))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn length_and_guesses_decide_and_no_composition() {
        for good in ["five words nobody would guess", "una lancha azul sin motor", "ñandú tejido 日本 lluvia"] {
            assert_eq!(check(good.as_bytes()), Ok(()), "{good}");
        }
        for (weak, why) in [
            ("", Weak::Short),
            ("fourteen chars", Weak::Short),
            ("ñññññññ", Weak::Short),
            ("aaaaaaaaaaaaaaaaaaaa", Weak::Guessable(Pattern::Repeat)),
            ("abcabcabcabcabcabc", Weak::Guessable(Pattern::Repeat)),
            ("abcdefghijklmnop", Weak::Guessable(Pattern::Sequence)),
            ("qwertyuiopasdfgh", Weak::Guessable(Pattern::Common)),
        ] {
            assert_eq!(check(weak.as_bytes()), Err(why), "{weak}");
        }
        let key = RecoveryKey::new().unwrap().written();
        assert_eq!(check(key.as_bytes()), Err(Weak::LikeRecoveryKey));
    }
}
