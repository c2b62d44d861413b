//! The first line: program, banner, day, and today's counts, always in sight; shorter words where it is narrow.

use super::painter::{Painter, width};
use crate::app::App;
use crate::app::foresight::Unmet;
use crate::core::urgency::Group;
use crate::locale::Locale;
use crate::panes::page::Line;
use crate::panes::{Cell, Tone};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::fmt::Display;

/// Pieces of the line with their looks.
type Pieces = Vec<(String, Style)>;

/// How long the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    Full,
    Short,
    /// Short words, and one cell between them.
    Tight,
    Letter,
}

/// What is shown: the title or not, and the length of banner, day and counts.
type Choice = (bool, Words, Option<Words>, Words);

/// From everything to the least: a count keeps its word as long as there is room for one.
const CHOICES: [Choice; 12] = [
    (true, Words::Full, Some(Words::Full), Words::Full),
    (true, Words::Full, Some(Words::Short), Words::Full),
    (true, Words::Short, Some(Words::Short), Words::Full),
    (false, Words::Short, Some(Words::Short), Words::Full),
    (true, Words::Short, Some(Words::Short), Words::Short),
    (false, Words::Short, Some(Words::Short), Words::Short),
    (false, Words::Letter, Some(Words::Short), Words::Short),
    (false, Words::Letter, Some(Words::Short), Words::Tight),
    (false, Words::Letter, None, Words::Tight),
    (true, Words::Short, Some(Words::Short), Words::Letter),
    (true, Words::Short, None, Words::Letter),
    (false, Words::Letter, Some(Words::Short), Words::Letter),
];

/// What is left where nothing else fits.
const LEAST: Choice = (false, Words::Letter, None, Words::Letter);

/// The counts, each by the key of its words: "head-escalate" and the others.
fn keys() -> impl Iterator<Item = String> {
    let groups = Group::ALL.iter().map(|(_, code)| format!("head-{code}"));
    groups.chain(["head-nobody", "head-unmet", "head-blind-spots"].map(str::to_owned))
}

/// What the words and letters of the line stand for, for the help page.
pub fn legend(locale: &Locale) -> Vec<Line> {
    let mut lines = vec![Line::Heading(locale.t("head-legend"))];
    lines.extend(keys().map(|key| {
        let [short, letter, means] = ["short", "letter", "means"].map(|word| locale.t(&format!("{key}-{word}")));
        let text = if means.starts_with(&short) { means } else { format!("{short} · {means}") };
        Line::Pair(letter, Cell::new(text, Tone::Plain))
    }));
    lines
}

/// Draws the head line.
pub fn draw(p: &mut Painter<'_>, area: Rect, app: &App) {
    let make = |choice: &Choice| (left(p, app, *choice), right(p, app, choice.3), gap(*choice));
    let fits =
        |(left, right, gap): &(Pieces, Pieces, u16)| length(left, *gap) + length(right, *gap) + gap + 2 <= area.width;
    let (left, right, gap) = CHOICES.iter().map(make).find(fits).unwrap_or_else(|| make(&LEAST));
    let end = put(p, area, area.x + 1, (&left, gap));
    let start = area.right().saturating_sub(length(&right, gap) + 1);
    put(p, area, start.max(end), (&right, gap));
}

/// Empty cells between two pieces.
fn gap((.., counts): Choice) -> u16 {
    if matches!(counts, Words::Tight | Words::Letter) { 1 } else { 2 }
}

/// The cells that the pieces take with the gaps between them.
fn length(pieces: &Pieces, gap: u16) -> u16 {
    pieces.iter().map(|(text, _)| width(text) + gap).sum::<u16>().saturating_sub(gap)
}

/// Writes the pieces one after the other; returns where the next would begin.
fn put(p: &mut Painter<'_>, area: Rect, mut x: u16, (pieces, gap): (&Pieces, u16)) -> u16 {
    for (text, style) in pieces {
        x += p.put(x, area.y, area.right().saturating_sub(x), text, *style) + gap;
    }
    x
}

fn left(p: &Painter<'_>, app: &App, (title, banner, day, _): Choice) -> Pieces {
    let mut pieces = Vec::new();
    if title {
        pieces.push(("RUMBO".to_owned(), p.theme.strong()));
    }
    let banner = banner_text(app, banner);
    if !banner.is_empty() {
        pieces.push((banner, p.theme.banner()));
    }
    let today = app.moment.today;
    match day {
        Some(Words::Full) => pieces.push((app.locale.day_long(today), Style::new())),
        Some(_) => pieces.push((app.locale.day(today, today), Style::new())),
        None => {}
    }
    pieces
}

/// What every screen of this vault has to say of itself; empty for a real one in plain view.
fn banner_text(app: &App, length: Words) -> String {
    let mut words = Vec::new();
    if app.only_reads {
        words.push(app.locale.t(if length == Words::Letter { "head-only-reads-letter" } else { "head-only-reads" }));
    }
    if app.clinic.demo {
        words.push(app.locale.t("head-demo"));
    }
    if app.test_kdf {
        words.push(app.locale.t(match length {
            Words::Full => "head-test-key",
            Words::Short | Words::Tight => "head-test-key-short",
            Words::Letter => "head-test-key-letter",
        }));
    }
    if app.view.blur {
        words.push(app.locale.t(if length == Words::Letter { "head-blur-letter" } else { "head-blur" }));
    }
    match (words.is_empty(), length) {
        (true, _) => String::new(),
        (false, Words::Letter) => words.join("·"),
        (false, Words::Full | Words::Short | Words::Tight) => format!(" {} ", words.join(" · ")),
    }
}

/// The counts of the groups, and of what has a gap.
fn right(p: &Painter<'_>, app: &App, words: Words) -> Pieces {
    let mut pieces: Pieces = Group::ALL
        .iter()
        .map(|(group, code)| {
            let n = app.counts.group(*group);
            let text = match words {
                Words::Full => format!("{} {n}", app.locale.group(*group)),
                Words::Short | Words::Tight | Words::Letter => counted(app, &format!("head-{code}"), words, n),
            };
            (text, p.theme.tone(tone(*group, n)))
        })
        .collect();
    if app.counts.nobody_to_call > 0 {
        pieces.push((counted(app, "head-nobody", words, app.counts.nobody_to_call), p.theme.tone(Tone::Alarm)));
    }
    match app.unmet() {
        Unmet::Counted(0) | Unmet::Counting(Some(0)) => {}
        Unmet::Counted(n) => pieces.push((counted(app, "head-unmet", words, n), p.theme.tone(Tone::Warn))),
        Unmet::Counting(n) => pieces.push((counting(app, "head-unmet", words, n), p.theme.tone(Tone::Quiet))),
    }
    if app.counts.blind_spots > 0 {
        pieces.push((counted(app, "head-blind-spots", words, app.counts.blind_spots), p.theme.tone(Tone::Warn)));
    }
    pieces
}

fn tone(group: Group, n: usize) -> Tone {
    match group {
        _ if n == 0 => Tone::Quiet,
        Group::Escalate => Tone::Alarm,
        Group::ActNow => Tone::Warn,
        Group::Coming | Group::Later | Group::Waiting => Tone::Plain,
    }
}

/// A count that is being made: what it was before, if that is known, and a sign that it may not be so any more.
fn counting(app: &App, key: &str, words: Words, before: Option<usize>) -> String {
    counted(app, key, words, format!("{}…", before.map_or_else(String::new, |n| n.to_string())))
}

fn counted(app: &App, key: &str, words: Words, n: impl Display) -> String {
    match words {
        Words::Full => format!("{} {n}", app.locale.t(key)),
        Words::Short | Words::Tight => format!("{} {n}", app.locale.t(&format!("{key}-short"))),
        Words::Letter => format!("{}{n}", app.locale.t(&format!("{key}-letter"))),
    }
}
