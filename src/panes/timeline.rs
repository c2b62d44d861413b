//! The timeline: one case's events, of all kinds or some, newest or oldest first.

use super::page::Line;
use super::{Cell, Column, Ctx, Tone, due};
use crate::core::event::{Event, EventKind};
use std::collections::BTreeSet;

/// The columns of a timeline.
pub const COLUMNS: &[Column] = &[
    Column { heading: "column-when", min: 20, grow: 0, drop: 0, right: false },
    Column { heading: "column-event", min: 13, grow: 1, drop: 1, right: false },
    Column { heading: "column-what", min: 12, grow: 6, drop: 0, right: false },
];

/// How many of the first are reversed in the selected row.
pub const BAR: usize = 2;

/// The shown events as places in `events`, in order; no kinds at all show every kind.
pub fn order(events: &[Event], kinds: &BTreeSet<EventKind>, newest_first: bool) -> Vec<usize> {
    let shown = events.iter().enumerate().filter(|(_, event)| kinds.is_empty() || kinds.contains(&event.kind));
    let mut rows: Vec<_> = shown.map(|(place, event)| ((event.at, event.id), place)).collect();
    rows.sort_unstable();
    if newest_first {
        rows.reverse();
    }
    rows.into_iter().map(|(_, place)| place).collect()
}

/// The cells of one event: when on the clinic's clock, what kind, what was noted.
pub fn row(ctx: &Ctx<'_>, event: &Event) -> Vec<Cell> {
    let at = event.at.with_timezone(&due::clinic_zone(ctx)).naive_local();
    let text = ctx.locale.event_text(event);
    vec![
        Cell::new(ctx.locale.date_time(at, ctx.moment.today), Tone::Quiet),
        Cell::new(ctx.locale.event_kind(event.kind), Tone::Strong),
        // A note may have several lines, a row has one.
        Cell::new(text.split_whitespace().collect::<Vec<_>>().join(" "), Tone::Plain),
    ]
}

/// Everything that an event's row shows, as one text to look in.
pub fn words(ctx: &Ctx<'_>, event: &Event) -> String {
    row(ctx, event).into_iter().map(|cell| cell.text).collect::<Vec<_>>().join(" ")
}

/// One event in full: when, what kind, and the note line by line.
pub fn whole(ctx: &Ctx<'_>, event: &Event) -> Vec<Line> {
    let at = event.at.with_timezone(&due::clinic_zone(ctx)).naive_local();
    let when = ctx.locale.date_time(at, ctx.moment.today);
    let text = ctx.locale.event_text(event);
    let heading = Line::Heading(format!("{when} · {}", ctx.locale.event_kind(event.kind)));
    std::iter::once(heading).chain(text.lines().map(|line| Line::Text(Cell::new(line, Tone::Plain)))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use crate::core::change::Verb;
    use crate::core::id::{CaseId, EventId};
    use crate::panes::fixture::fixture;
    use crate::panes::json;

    fn event(id: u32, at: &str, kind: EventKind, text: &str) -> Event {
        let at = at.parse().unwrap();
        Event { id: EventId(id), case: CaseId(1), at, kind, text: text.to_owned(), act: None }
    }

    fn events() -> [Event; 3] {
        [
            event(1, "2026-11-20T02:30:00Z", EventKind::Note, "two\nlines, «as written»"),
            event(3, "2026-11-18T12:00:00Z", EventKind::Visit, "later number, earlier day"),
            event(2, "2026-11-20T02:30:00Z", EventKind::Deadline, "I-589 filing"),
        ]
    }

    #[test]
    fn newest_or_oldest_first_of_all_kinds_or_some() {
        let all = BTreeSet::new();
        assert_eq!(order(&events(), &all, false), [1, 0, 2]);
        assert_eq!(order(&events(), &all, true), [2, 0, 1]);
        assert_eq!(order(&events(), &BTreeSet::from([EventKind::Note, EventKind::Visit]), true), [0, 1]);
    }

    #[test]
    fn a_row_shows_the_clinic_s_clock_and_one_line() {
        let fixture = fixture();
        let [note, _, mut filing] = events();
        filing.act = Some(Verb::CompletedDeadline);
        let texts = |ctx: &Ctx<'_>, event| row(ctx, event).into_iter().map(|cell| cell.text).collect::<Vec<_>>();
        assert_eq!(texts(&fixture.ctx(), &note), ["Thu 19 Nov 21:30", "note", "two lines, «as written»"]);
        assert_eq!(texts(&fixture.spanish(), &filing)[1..], ["plazo", "Plazo cumplido: I-589 filing"]);
    }

    #[test]
    fn a_line_has_the_note_exactly_as_written() {
        let fixture = fixture();
        let line = json::event(&fixture.ctx(), &events()[0]);
        assert_eq!(line["text"], "two\nlines, «as written»");
        assert_eq!(line["case"], "R-014");
        assert_eq!(line["at"], "2026-11-20T02:30:00Z");
        assert_eq!((&line["id"], &line["kind"]), (&"E1".into(), &"note".into()));
    }
}
