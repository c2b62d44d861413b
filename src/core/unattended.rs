//! How long a screen may stand without a key: the clinic's own setting, never off.

use serde::{Deserialize, Serialize};

/// Seconds without a key until the screen goes blank, and until it is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unattended {
    /// Seconds, from [`Unattended::LEAST`] to `lock_after`.
    pub blank_after: u16,
    /// Seconds, from `blank_after` to [`Unattended::MOST`].
    pub lock_after: u16,
}

/// Why a setting cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The blank screen comes too early or too late.
    Blank,
    /// The lock comes too early or too late.
    Lock,
    /// The screen would go blank after it is locked.
    BlankPastLock,
}

impl Unattended {
    /// The shortest time, in seconds.
    pub const LEAST: u16 = 30;
    /// The longest time, in seconds: an open screen that nobody looks at is how most records leak.
    pub const MOST: u16 = 900;

    /// The same, if it can be.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn checked(self) -> Result<Self, Unfit> {
        let fits = |seconds| (Self::LEAST..=Self::MOST).contains(&seconds);
        match self {
            Self { blank_after, .. } if !fits(blank_after) => Err(Unfit::Blank),
            Self { lock_after, .. } if !fits(lock_after) => Err(Unfit::Lock),
            Self { blank_after, lock_after } if blank_after > lock_after => Err(Unfit::BlankPastLock),
            fit => Ok(fit),
        }
    }
}

/// Where the clinic has said nothing.
impl Default for Unattended {
    fn default() -> Self {
        Self { blank_after: 60, lock_after: 180 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_from_30_to_900_seconds_and_blank_is_never_past_the_lock() {
        let checked = |blank_after, lock_after| Unattended { blank_after, lock_after }.checked();
        for (blank, lock) in [(60, 180), (30, 30), (30, 900), (900, 900)] {
            assert_eq!(checked(blank, lock), Ok(Unattended { blank_after: blank, lock_after: lock }));
        }
        assert_eq!([checked(0, 180), checked(29, 180), checked(901, 901)], [Err(Unfit::Blank); 3]);
        assert_eq!([checked(60, 0), checked(30, 29), checked(60, 901)], [Err(Unfit::Lock); 3]);
        assert_eq!(checked(181, 180), Err(Unfit::BlankPastLock));
        assert_eq!(Unattended::default().checked(), Ok(Unattended::default()));
    }
}
