//! The score of one matter, and the order of work.
//!
//! In one sentence for the navigator: *first what loses most for each hour of work left, as long as there is little time
//! to spare; from about a week and a half of it on, it can wait; and a removal matter that has to start today goes
//! before everything lighter.*
//!
//! Score = weight × √(weight ÷ 100) ÷ hours of work left × 1 ÷ (1 + (slack ÷ 7.5 working days)³), slack being the working
//! days to the date to act on less the usual waits and the work left, taken as 0 below it. Beyond reach it is halved
//! while the rest would fit if the waits were a quarter and half a day shorter, and a hundredth of it after that.
//!
//! # Why this one
//!
//! Harm let through in the simulation of a navigator's year, as a multiple of the apparent-tardiness-cost rule
//! (Vepsäläinen and Morton, 1987; weight × e^(−slack ÷ 8)), at 3.4, 4.2 and 5.0 matters a day. The numbers were chosen on
//! 32 random sets of kinds of matters and judged on 40 others, three years each:
//!
//! | order | 3.4 | 4.2 | 5.0 |
//! |---|---|---|---|
//! | due date | 3.36 | 4.17 | 4.27 |
//! | weight ÷ hours × e^(−slack ÷ 12) | 0.990 | 0.884 | 0.854 |
//! | ten fitted numbers, a smooth fall beyond reach | 0.977 | 0.862 | 0.838 |
//! | this one | 0.964 | 0.870 | 0.846 |
//!
//! These are means of ratios. At 2.6 a day, where the hours suffice, it comes to 1.004, and is above the rule in 18 of the
//! 40 sets by a little; at 3.4 in 6; at 4.2 and 5.0 in none. With estimates wrong by up to a factor of two (12 other sets):
//! 0.968, 0.940, 0.922, and 1.018 at 2.6; with a tenth of the dates moved: 0.971, 0.944, 0.903.
//!
//! Slack, work and consequence are all that may count within reach, or a matter could stand below one that it outdoes in
//! each. Eighteen fitted numbers with a free fade did not come out much better on the sets they were fitted to.
//! A steeper fade is better while there is little to do and worse when there is much. Without the lift of removal,
//! 5.0 comes to about a hundredth less; it stays, because a removal order is not a matter of averages.

use crate::core::deadline::Consequence;
use crate::core::practice::Weights;
use std::cmp::Reverse;

/// An hour of case work, in the unit that slack, effort and waits are whole numbers of: microseconds, so that sums are
/// exact and estimates from outside lose nothing that matters.
pub const HOUR: i64 = 3_600_000_000;

/// The case work of a working day; a day of waiting is as long.
pub const DAY: i64 = 6 * HOUR;

/// How far below zero slack may fall while a matter is still within reach: less than one working day. Work for today
/// can be done today, and the usual waits are no harder than that.
const REACH: i64 = DAY;

/// Slack by which urgency has fallen to half, in working days.
const FADE_DAYS: f64 = 7.5;

/// Hours of work that any matter is counted with at least: below it, interruptions count more than the work.
const LEAST_HOURS: f64 = 0.25;

/// Of the waits, the part that may fall away by luck; and half a day beside it.
const LUCK: i64 = 4;

/// What removal with no slack left is lifted by: more than any other score.
const LIFT: f64 = 100_000.0;

/// A step still to do: the navigator's work, then a wait for somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub effort: i64,
    pub wait: i64,
}

impl Part {
    /// A step of so many hours and working days; `None` for what is below zero or no number.
    pub fn of(hours: f64, days: f64) -> Option<Self> {
        Some(Self { effort: whole(hours, HOUR)?, wait: whole(days, DAY)? })
    }

    /// Whole working days of waiting, begun ones counted.
    pub fn whole_wait(self) -> u16 {
        u16::try_from(whole_days(self.wait)).unwrap_or(u16::MAX)
    }
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "what is too much becomes the most")]
fn whole(amount: f64, unit: i64) -> Option<i64> {
    (amount >= 0.0).then(|| (amount * unit as f64).round() as i64)
}

fn whole_days(time: i64) -> i64 {
    time.div_euclid(DAY) + i64::from(time.rem_euclid(DAY) > 0)
}

/// All that the order of work looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matter {
    consequence: Consequence,
    weight: u16,
    /// To spare after the usual waits and the work.
    slack: i64,
    needs: Needs,
}

impl Matter {
    /// A matter of that weight, at least 1, with `days_left` working days to the date to act on.
    pub fn new(consequence: Consequence, weight: u16, days_left: i32, needs: Needs) -> Self {
        let slack = i64::from(days_left).saturating_mul(DAY).saturating_sub(needs.total());
        Self { consequence, weight: weight.clamp(1, Weights::MOST), slack, needs }
    }

    /// The same matter with slack that cannot fall below zero: nothing is lost on its date.
    #[must_use]
    pub fn without_loss(self) -> Self {
        Self { slack: self.slack.max(0), ..self }
    }

    /// What missing it weighs here.
    pub fn weight(self) -> u16 {
        self.weight
    }

    /// Whole working days to spare; negative once the usual waits and the work no longer fit.
    pub fn slack_days(self) -> i32 {
        let days = self.slack.div_euclid(DAY);
        i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
    }

    /// Working days to spare, with the part of a day.
    pub fn slack_exactly(self) -> f64 {
        ratio(self.slack, DAY)
    }

    /// Whole working days that the waits and the work take, begun ones counted.
    pub fn days_needed(self) -> i32 {
        self.needs.days()
    }

    /// Whether the usual waits and the work can still fit.
    pub fn within_reach(self) -> bool {
        self.slack > -REACH
    }

    /// Greater is more urgent. While within reach it never falls as slack shrinks.
    pub fn score(self) -> f64 {
        self.plain_score() + self.lift()
    }

    /// The score without the lift.
    ///
    /// Only sums, products, quotients and roots, which every machine rounds alike and never the wrong way round: what is
    /// at least as heavy, with no more slack and no more work, cannot come out with less.
    fn plain_score(self) -> f64 {
        self.stake() / self.hours() * self.fade() * self.late_factor()
    }

    /// What is at stake: the weight × its root, on a scale where 100 stays 100; so that two of a kind outweigh much that
    /// is small.
    pub fn stake(self) -> f64 {
        let weight = f64::from(self.weight);
        weight * (weight / 100.0).sqrt()
    }

    /// Hours of work left, a quarter hour at least.
    pub fn hours(self) -> f64 {
        ratio(self.needs.effort, HOUR).max(LEAST_HOURS)
    }

    /// 1 without slack, 1/2 at seven and a half working days of it, then falling with its third power.
    pub fn fade(self) -> f64 {
        let slack = self.slack_exactly().max(0.0) / FADE_DAYS;
        1.0 / (1.0 + slack * slack * slack)
    }

    /// 1 while within reach; half while it would fit if the waits were a quarter shorter; then a hundredth.
    pub fn late_factor(self) -> f64 {
        match self.slack {
            _ if self.within_reach() => 1.0,
            slack if slack > -REACH - DAY / 2 - self.needs.waits / LUCK => 0.5,
            _ => 0.01,
        }
    }

    /// What is added for removal that has to start today and is within reach.
    pub fn lift(self) -> f64 {
        if self.is_lifted() { LIFT } else { 0.0 }
    }

    fn is_lifted(self) -> bool {
        self.consequence == Consequence::Removal && self.within_reach() && self.slack < DAY
    }

    /// The place in the order of work: by score; among equals the heavier, then less slack, then less work, comes first.
    pub fn work(self) -> Work {
        Work {
            lifted: Reverse(self.is_lifted()),
            // The bits of positive floats stand in the order of their values.
            score: Reverse(self.plain_score().to_bits()),
            lightness: Reverse(self.consequence),
            slack: self.slack,
            effort: self.needs.effort,
        }
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "never the wrong way round; the order of equals is told from whole numbers"
)]
fn ratio(part: i64, whole: i64) -> f64 {
    part as f64 / whole as f64
}

/// A place in the order of work; the least is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work {
    lifted: Reverse<bool>,
    score: Reverse<u64>,
    lightness: Reverse<Consequence>,
    slack: i64,
    effort: i64,
}

impl Work {
    /// The place in 66 bits, as far as they go: in its order wherever they differ.
    pub(super) fn prefix(self) -> u128 {
        let Self { lifted: Reverse(lifted), score: Reverse(score), lightness: Reverse(consequence), .. } = self;
        // A score is never negative, so that its first bit is free.
        let urgency = u64::from(lifted) << 63 | score;
        u128::from(!urgency) << 2 | u128::from(lightness(consequence))
    }
}

/// 0 for the heaviest consequence, 3 for the lightest.
pub(super) fn lightness(consequence: Consequence) -> u32 {
    match consequence {
        Consequence::Removal => 0,
        Consequence::Right => 1,
        Consequence::Benefit => 2,
        Consequence::Administrative => 3,
    }
}

/// What parts need between the start of the first and the end of the last.
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
            needs.effort = needs.effort.saturating_add(part.effort);
            needs.waits = needs.waits.saturating_add(last_wait);
            last_wait = part.wait;
        }
        needs
    }

    fn total(self) -> i64 {
        self.effort.saturating_add(self.waits)
    }

    /// Whole working days, begun ones counted.
    pub fn days(self) -> i32 {
        i32::try_from(whole_days(self.total())).unwrap_or(i32::MAX)
    }
}
