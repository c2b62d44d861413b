//! Names that are seen for a moment although names are hidden. A terminal tells nobody that a key was let go, so a moment
//! ends with the next key, and by itself after a few seconds; a key that is held repeats, and so goes on showing them.

use std::time::Duration;

/// The longest moment without a key.
pub const LONGEST: Duration = Duration::from_secs(5);

/// Until when something is seen. Moments count from when the machine was started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Glance {
    until: Option<Duration>,
}

impl Glance {
    /// A key was pressed at this moment; after it something is seen, or is not.
    pub fn key(&mut self, seen: bool, now: Duration) {
        self.until = seen.then_some(now + LONGEST);
    }

    /// When it is over by itself, if something is seen.
    pub fn until(&self) -> Option<Duration> {
        self.until
    }

    /// Whether it is over at this moment; said once.
    pub fn ends(&mut self, now: Duration) -> bool {
        let over = self.until.is_some_and(|until| until <= now);
        if over {
            self.until = None;
        }
        over
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn it_ends_after_five_seconds_with_any_other_key_and_goes_on_while_the_key_repeats() {
        let mut glance = Glance::default();
        assert!(!glance.ends(s(1_000)));
        glance.key(true, s(1_000));
        assert_eq!(glance.until(), Some(s(1_005)));
        assert!(!glance.ends(Duration::from_millis(1_004_999)));
        glance.key(true, s(1_004));
        assert!(!glance.ends(s(1_008)));
        assert!(glance.ends(s(1_009)));
        assert!(!glance.ends(s(1_010)), "it is said once");
        glance.key(true, s(2_000));
        glance.key(false, s(2_001));
        assert_eq!(glance.until(), None);
        // Asleep for a night.
        glance.key(true, s(3_000));
        assert!(glance.ends(s(40_000)));
    }
}
