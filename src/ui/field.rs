//! One field of a form: label, value, and where the terminal's cursor stands.

use super::painter::Painter;
use super::{typed, words};
use crate::app::App;
use crate::app::form::{Begun, Field, FieldKind};
use chrono::{NaiveDate, NaiveTime};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Where the parts of every field are.
pub struct Columns {
    marker: u16,
    label: u16,
    label_width: u16,
    value: u16,
    value_width: u16,
}

impl Columns {
    /// Marker, label and value within `area`.
    pub fn new(area: Rect, label_width: u16) -> Self {
        let label = area.x + 2;
        let value = label + label_width + 2;
        Self { marker: area.x, label, label_width, value, value_width: area.right().saturating_sub(value + 2) }
    }
}

/// A field with all that its look depends on.
pub struct Drawn<'a> {
    pub app: &'a App,
    pub path: &'a [String],
    pub field: &'a Field,
    pub label: &'a str,
    pub focused: bool,
}

impl Drawn<'_> {
    /// Draws it on line `y`.
    pub fn draw(&self, p: &mut Painter<'_>, at: &Columns, y: u16) {
        let style = if self.focused { p.theme.strong() } else { Style::new() };
        if self.focused {
            p.put(at.marker, y, 1, ">", style);
        }
        let used = p.put(at.label, y, at.label_width, self.label, style);
        if self.field.required {
            p.put(at.label + used, y, 1, "*", p.theme.strong());
        }
        match &self.field.kind {
            FieldKind::Choice(_) => self.choice(p, at, y),
            FieldKind::Toggle => {
                let yes = self.field.value() == "yes";
                let text = format!("[{}] {}", if yes { 'x' } else { ' ' }, self.word(if yes { "yes" } else { "no" }));
                p.put(at.value, y, at.value_width, &text, style);
                self.park(p, at.value + 1, y);
            }
            FieldKind::Hidden => self.hidden(p, at, y),
            FieldKind::Text | FieldKind::Date | FieldKind::LocalTime | FieldKind::Number => self.typed(p, at, y),
        }
    }

    fn word(&self, code: &str) -> String {
        words::choice(&self.app.locale, self.path, self.field, code)
    }

    fn park(&self, p: &mut Painter<'_>, x: u16, y: u16) {
        if self.focused {
            p.park(x, y);
        }
    }

    fn choice(&self, p: &mut Painter<'_>, at: &Columns, y: u16) {
        let chosen = self.field.value();
        let word = if chosen.is_empty() { self.app.locale.t("form-choose") } else { self.word(chosen) };
        let style = match (self.focused, chosen.is_empty()) {
            (true, _) => p.theme.strong(),
            (false, true) => p.theme.quiet(),
            (false, false) => Style::new(),
        };
        p.put(at.value, y, at.value_width, &format!("‹ {word} ›"), style);
        self.park(p, at.value + 2, y);
    }

    /// A dot for each character.
    fn hidden(&self, p: &mut Painter<'_>, at: &Columns, y: u16) {
        let dots = "•".repeat(self.field.value().chars().count());
        if self.focused {
            p.fill(Rect::new(at.value, y, at.value_width, 1), p.theme.typing());
        }
        let style = if self.focused { p.theme.typing() } else { Style::new() };
        let used = p.put(at.value, y, at.value_width, &dots, style);
        self.park(p, at.value + used.min(at.value_width.saturating_sub(1)), y);
    }

    fn typed(&self, p: &mut Painter<'_>, at: &Columns, y: u16) {
        let echo = self.weekday();
        let room = at.value_width.saturating_sub(super::painter::width(&echo));
        if self.focused {
            p.fill(Rect::new(at.value, y, room, 1), p.theme.typing());
            let style = if self.field.begun == Begun::Proposed { p.theme.proposed() } else { p.theme.typing() };
            typed::draw(p, (at.value, y), room, &self.field.input, style);
        } else {
            p.put(at.value, y, room, self.field.value(), Style::new());
        }
        p.put(at.value + room, y, at.value_width - room, &echo, p.theme.quiet());
    }

    /// The day that a whole date stands for, with its weekday: a slip of one day shows. Nothing beside what is no day.
    fn weekday(&self) -> String {
        let text = self.field.value().trim();
        let day = match &self.field.kind {
            FieldKind::Date => day(text),
            FieldKind::LocalTime => match text.split_once([' ', 'T']) {
                Some((date, time)) => NaiveTime::parse_from_str(time, "%H:%M").ok().and_then(|_| day(date)),
                None => day(text),
            },
            FieldKind::Text | FieldKind::Number | FieldKind::Hidden | FieldKind::Choice(_) | FieldKind::Toggle => None,
        };
        day.map(|day| format!("  {}", self.app.locale.day(day, self.app.moment.today))).unwrap_or_default()
    }
}

/// A plain day, and nothing beside it.
fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10)
}
