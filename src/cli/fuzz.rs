//! The readers of lines that other programs send, as functions of bytes.

use super::args::Args;
use super::{Run, date, rank};
use crate::core::practice::Weights;
use crate::core::rules::RuleBook;
use crate::effects::Clock;
use crate::locale::{Lang, Locale};
use clap::Parser;

thread_local! {
    static RUN: Run = Run {
        args: Args::try_parse_from(["rumbo"]).unwrap(),
        locale: Locale::new(Lang::En),
        clock: Clock { fixed: Some(chrono::DateTime::UNIX_EPOCH), interactive: false },
        hurt: false.into(),
        told: 0.into(),
    };
    static BOOK: RuleBook = RuleBook::default();
}

/// A line of `rumbo date --batch`.
pub fn date_line(bytes: &[u8]) -> bool {
    RUN.with(|run| BOOK.with(|book| date::answer(run, book, bytes).is_ok()))
}

/// A line of `rumbo rank`.
pub fn rank_line(bytes: &[u8]) -> bool {
    RUN.with(|run| rank::answer(run, Weights::default(), bytes).is_ok())
}
