//! The score of one matter, and the order of work.
//!
//! Weight × e^(−slack / 8 working days), slack being the working days to the date to act on less the usual waits and
//! the work left, taken as 0 below it, and discounted once those no longer fit: the apparent-tardiness-cost rule of
//! scheduling research (Vepsäläinen and Morton, 1987) with the consequence as the weight.

use crate::core::deadline::Consequence;
use std::cmp::Reverse;

/// Minutes of case work in a working day; slack and effort are whole minutes of it, so that sums are exact.
pub const DAY: i64 = 6 * 60;

/// How far below zero slack may fall while a matter is still within reach, in minutes: less than one working day. Work
/// for today can be done today, and the usual waits are no harder than that.
const REACH: i64 = DAY;

/// The slack over which urgency fades by e, in working days.
const FADE_DAYS: f64 = 8.0;

/// What missing it weighs.
pub const fn weight(consequence: Consequence) -> f64 {
    match consequence {
        Consequence::Removal => 100.0,
        Consequence::Right => 40.0,
        Consequence::Benefit => 10.0,
        Consequence::Administrative => 2.0,
    }
}

/// A step still to do: the navigator's work, then a wait for somebody else; both in minutes of working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub effort: i64,
    pub wait: i64,
}

/// All that the order of work looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matter {
    consequence: Consequence,
    /// To spare after the usual waits and the work, in minutes of working days.
    slack: i64,
    effort: i64,
}

impl Matter {
    /// A matter with `days_left` working days to the date to act on.
    pub fn new(consequence: Consequence, days_left: i32, Needs { effort, waits }: Needs) -> Self {
        Self { consequence, slack: i64::from(days_left) * DAY - waits - effort, effort }
    }

    /// The same matter with slack that cannot fall below zero: nothing is lost on its date.
    #[must_use]
    pub fn without_loss(self) -> Self {
        Self { slack: self.slack.max(0), ..self }
    }

    /// Whole working days to spare; negative once the usual waits and the work no longer fit.
    pub fn slack_days(self) -> i32 {
        let days = self.slack.div_euclid(DAY);
        i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
    }

    /// Whether the usual waits and the work can still fit.
    pub fn within_reach(self) -> bool {
        self.slack > -REACH
    }

    /// Greater is more urgent. While within reach it never falls as slack shrinks.
    pub fn score(self) -> f64 {
        weight(self.consequence) * self.late_factor() * self.fade()
    }

    /// 1 while within reach; half up to three working days below zero, then a twentieth.
    pub fn late_factor(self) -> f64 {
        match self.slack {
            _ if self.within_reach() => 1.0,
            slack if slack > -3 * DAY => 0.5,
            _ => 0.05,
        }
    }

    /// 1 without slack, falling by e for every 8 working days of it.
    #[allow(clippy::cast_precision_loss, reason = "minutes of a few centuries fit an f64 exactly")]
    pub fn fade(self) -> f64 {
        (-(self.slack.max(0) as f64) / (DAY as f64 * FADE_DAYS)).exp()
    }

    /// The place in the order of work: by score; among equals less slack, then less work, comes first.
    pub fn work(self) -> Work {
        // The bits of positive floats stand in the order of their values.
        Work { score: Reverse(self.score().to_bits()), slack: self.slack, effort: self.effort }
    }
}

/// A place in the order of work; the least is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work {
    score: Reverse<u64>,
    slack: i64,
    effort: i64,
}

/// What parts need between the start of the first and the end of the last, in minutes of working days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    pub effort: i64,
    /// The waits of all parts but the last.
    pub waits: i64,
}

impl Needs {
    /// Adds up the parts. The wait of the last one delays nothing.
    pub fn of(parts: impl IntoIterator<Item = Part>) -> Self {
        let (mut needs, mut last_wait) = (Self::default(), 0);
        for part in parts {
            needs.effort += part.effort;
            needs.waits += last_wait;
            last_wait = part.wait;
        }
        needs
    }

    /// Whole working days, begun ones counted.
    pub fn days(self) -> i32 {
        let minutes = self.effort + self.waits;
        i32::try_from(minutes.div_euclid(DAY) + i64::from(minutes.rem_euclid(DAY) > 0)).unwrap_or(i32::MAX)
    }
}
