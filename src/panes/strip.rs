//! A strip: a case's past events and the deadlines ahead on one line, to scale.
//!
//! ```text
//! .---2----.---:--|--a-----------b--c
//! Mon 2 Mar     today       Mon 4 Jan 2027
//! a Fri 27 Nov Brief   c Mon 4 Jan 2027 Hearing
//!              b Mon 14 Dec Interview
//! ```

use super::{Cell, Ctx, Tone, deadlines, due};
use crate::core::deadline::{Deadline, Due};
use crate::core::event::Event;
use crate::core::id::CaseId;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// Lines of text that a strip takes.
pub const HEIGHT: u16 = 4;

/// Lines for the names of deadlines, of the [`HEIGHT`].
const LABEL_LINES: usize = 2;

/// What stands for so many events at one place; more are `#`.
const COUNTS: [char; 10] = ['-', '.', '2', '3', '4', '5', '6', '7', '8', '9'];

/// A deadline on the strip.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    at: u16,
    /// Stands on the strip and before the name.
    letter: char,
    label: String,
    tone: Tone,
}

/// One case's past and what lies ahead, with places from 0 to `width - 1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    width: u16,
    from: NaiveDate,
    to: NaiveDate,
    today: u16,
    /// How many events stand at a place.
    events: BTreeMap<u16, usize>,
    /// The most urgent first.
    marks: Vec<Mark>,
}

impl Strip {
    /// Puts the events of a case and its live deadlines to scale: equal lengths are equal numbers of days.
    pub fn new(ctx: &Ctx<'_>, case: CaseId, events: &[Event], width: u16) -> Self {
        let zone = due::clinic_zone(ctx);
        let past: Vec<NaiveDate> = events.iter().map(|event| event.at.with_timezone(&zone).date_naive()).collect();
        let ahead = live(ctx, case);
        let today = ctx.moment.today;
        let days = || past.iter().copied().chain(ahead.iter().map(|(_, deadline)| deadline.due.date()));
        let scale = Scale { from: days().fold(today, NaiveDate::min), to: days().fold(today, NaiveDate::max), width };
        let mut counts = BTreeMap::new();
        for day in &past {
            *counts.entry(scale.place(*day)).or_insert(0) += 1;
        }
        let marks = marks(ctx, &ahead, &scale);
        Self { width, from: scale.from, to: scale.to, today: scale.place(today), events: counts, marks }
    }

    /// The strip as lines of cells one beside the other: the scale, its days, and the deadlines by name.
    pub fn lines(&self, ctx: &Ctx<'_>) -> Vec<Vec<Cell>> {
        if self.width == 0 {
            return Vec::new();
        }
        let mut lines = vec![self.axis(), vec![Cell::new(self.days(ctx), Tone::Quiet)]];
        lines.extend(self.labels());
        lines
    }

    /// The line of marks; neighbours in one tone share a cell.
    fn axis(&self) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        for at in 0..self.width {
            let (sign, tone) = self.sign(at);
            match cells.last_mut() {
                Some(last) if last.tone == tone => last.text.push(sign),
                _ => cells.push(Cell::new(sign, tone)),
            }
        }
        cells
    }

    /// What stands at one place: the most urgent deadline, else today, else how many events.
    fn sign(&self, at: u16) -> (char, Tone) {
        if let Some(mark) = self.marks.iter().find(|mark| mark.at == at) {
            return (mark.letter, mark.tone);
        }
        if at == self.today {
            return ('|', Tone::Strong);
        }
        let count = self.events.get(&at).copied().unwrap_or_default();
        let tone = if count == 0 { Tone::Quiet } else { Tone::Plain };
        (COUNTS.get(count).copied().unwrap_or('#'), tone)
    }

    /// First day, last day and today under their places, as far as there is room.
    fn days(&self, ctx: &Ctx<'_>) -> String {
        let day = |day| ctx.locale.day(day, ctx.moment.today);
        let mut line = Line::new(self.width);
        line.put(0, &day(self.from));
        line.put(self.width, &day(self.to));
        let word = ctx.locale.t("strip-today");
        let half = u16::try_from(word.width() / 2).unwrap_or_default();
        line.put(self.today.saturating_sub(half), &word);
        line.text()
    }

    /// The deadlines by name near their marks, the most urgent first; what has no room keeps its mark alone.
    fn labels(&self) -> Vec<Vec<Cell>> {
        let mut lines: Vec<Line> = (0..LABEL_LINES).map(|_| Line::new(self.width)).collect();
        for mark in &self.marks {
            let label = format!("{} {}", mark.letter, mark.label);
            // The first line that has room takes it.
            let _ = lines.iter_mut().any(|line| line.put(mark.at, &label));
        }
        lines.into_iter().map(|line| vec![Cell::new(line.text(), Tone::Plain)]).collect()
    }
}

/// The live deadlines of a case with their places in the queue, the most urgent first.
fn live<'a>(ctx: &Ctx<'a>, case: CaseId) -> Vec<(usize, &'a Deadline)> {
    let deadlines = ctx.world.deadlines_of(case);
    let mut live: Vec<_> = deadlines.filter_map(|deadline| Some((ctx.ranking.place(deadline.id)?, deadline))).collect();
    live.sort_unstable_by_key(|(place, _)| *place);
    live
}

/// Gives the deadlines their letters, from left to right; those at one place share theirs.
fn marks(ctx: &Ctx<'_>, ahead: &[(usize, &Deadline)], scale: &Scale) -> Vec<Mark> {
    let places: std::collections::BTreeSet<u16> =
        ahead.iter().map(|(_, deadline)| scale.place(deadline.due.date())).collect();
    let letters: BTreeMap<u16, char> = places.into_iter().zip(('a'..='z').chain('A'..='Z')).collect();
    ahead
        .iter()
        .map(|(place, deadline)| {
            let at = scale.place(deadline.due.date());
            let day = match deadline.due {
                Due::Unset { ask_on } => {
                    ctx.locale.tn("strip-ask", &[("day", ctx.locale.day(ask_on, ctx.moment.today).into())])
                }
                Due::Day(_) | Due::At(_) | Due::From(_) => due::day(ctx, deadline),
            };
            let tone = ctx.ranking.at(*place).map_or(Tone::Plain, |ranked| deadlines::tone(ranked.group));
            let letter = letters.get(&at).copied().unwrap_or('*');
            Mark { at, letter, label: format!("{day} {}", deadline.title), tone }
        })
        .collect()
}

/// Days to places.
struct Scale {
    from: NaiveDate,
    to: NaiveDate,
    width: u16,
}

impl Scale {
    /// The place of a day, rounded to the nearest.
    fn place(&self, day: NaiveDate) -> u16 {
        let (span, at) = ((self.to - self.from).num_days(), (day - self.from).num_days());
        let last = i64::from(self.width.saturating_sub(1));
        let place = (at * last * 2 + span).checked_div(span * 2).unwrap_or(0);
        u16::try_from(place.clamp(0, last)).unwrap_or(0)
    }
}

/// A line of a given width into which texts are put where there is room.
struct Line {
    width: u16,
    /// Where texts stand: start, end and text, never overlapping, with a space between.
    taken: BTreeMap<u16, (u16, String)>,
}

impl Line {
    fn new(width: u16) -> Self {
        Self { width, taken: BTreeMap::new() }
    }

    /// Puts `text` as near to `wanted` as there is room for it, and tells whether there was any.
    fn put(&mut self, wanted: u16, text: &str) -> bool {
        let Ok(width) = u16::try_from(text.width()) else { return false };
        let Some(last) = self.width.checked_sub(width) else { return false };
        let Some(start) = (0..=last).filter(|at| self.is_free(*at, at + width)).min_by_key(|at| at.abs_diff(wanted))
        else {
            return false;
        };
        self.taken.insert(start, (start + width, text.to_owned()));
        true
    }

    /// Whether nothing stands between two places or touches them.
    fn is_free(&self, start: u16, end: u16) -> bool {
        self.taken.iter().all(|(from, (to, _))| end < *from || start > *to)
    }

    fn text(&self) -> String {
        let (mut line, mut at) = (String::new(), 0);
        for (start, (end, text)) in &self.taken {
            line.push_str(&" ".repeat(usize::from(start.saturating_sub(at))));
            line.push_str(text);
            at = *end;
        }
        line
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use crate::core::event::EventKind;
    use crate::core::id::EventId;
    use crate::panes::fixture::{date, fixture};

    fn events(days: &[&str]) -> Vec<Event> {
        let event = |day: &&str| Event {
            id: EventId(1),
            case: CaseId(1),
            at: format!("{day}T17:00:00Z").parse().unwrap(),
            kind: EventKind::Note,
            text: String::new(),
            act: None,
        };
        days.iter().map(event).collect()
    }

    fn text(lines: &[Vec<Cell>]) -> Vec<String> {
        lines.iter().map(|cells| cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
    }

    #[test]
    fn past_and_future_stand_to_scale() {
        let fixture = fixture();
        let past = events(&["2026-09-14", "2026-10-19", "2026-10-19", "2026-11-20"]);
        let strip = Strip::new(&fixture.ctx(), CaseId(1), &past, 60);
        insta::assert_snapshot!(text(&strip.lines(&fixture.ctx())).join("\n"), @r"
        .-----------------2----------------.|-----------a--b-------c
        Mon 14 Sep                        today       Mon 4 Jan 2027
                     c Mon 4 Jan? Brief a Mon 14 Dec Removal hearing
                                            b from 20 Dec EAD filing
        ");
    }

    #[test]
    fn equal_lengths_are_equal_numbers_of_days() {
        let scale = Scale { from: date("2026-01-01"), to: date("2026-01-31"), width: 61 };
        assert_eq!(scale.place(date("2026-01-01")), 0);
        assert_eq!(scale.place(date("2026-01-02")), 2);
        assert_eq!(scale.place(date("2026-01-16")), 30);
        assert_eq!(scale.place(date("2026-01-31")), 60);
        let one_day = Scale { to: date("2026-01-01"), ..scale };
        assert_eq!(one_day.place(date("2026-01-01")), 0);
    }

    #[test]
    fn any_width_is_kept_to() {
        let fixture = fixture();
        let past = events(&["2019-01-01", "2026-11-22"]);
        for case in [1, 2, 4] {
            for width in 0..160 {
                for ctx in [fixture.ctx(), fixture.spanish()] {
                    let lines = text(&Strip::new(&ctx, CaseId(case), &past, width).lines(&ctx));
                    assert_eq!(lines.len(), if width == 0 { 0 } else { usize::from(HEIGHT) });
                    assert!(lines.iter().all(|line| line.width() <= usize::from(width)), "{width}: {lines:?}");
                    assert!(lines.first().is_none_or(|scale| scale.width() == usize::from(width)));
                }
            }
        }
    }
}
