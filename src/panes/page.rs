//! A page to read: headings, sentences, and labels with what stands beside them.

use super::{Cell, Ctx, Tone};

/// One piece of a page; it may take several lines of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Heading(String),
    Text(Cell),
    /// A label, and what stands beside it; an empty label goes on with the one above.
    Pair(String, Cell),
}

/// A page being written.
pub struct Page<'a> {
    ctx: &'a Ctx<'a>,
    lines: Vec<Line>,
}

impl<'a> Page<'a> {
    /// An empty page in the language of `ctx`.
    pub fn new(ctx: &'a Ctx<'a>) -> Self {
        Self { ctx, lines: Vec::new() }
    }

    /// The page as written.
    pub fn lines(self) -> Vec<Line> {
        self.lines
    }

    /// A heading with the sentence under `key`.
    pub fn heading(&mut self, key: &str) {
        self.lines.push(Line::Heading(self.ctx.locale.t(key)));
    }

    /// A heading in the words of a record.
    pub fn title(&mut self, text: impl Into<String>) {
        self.lines.push(Line::Heading(text.into()));
    }

    /// A sentence on its own.
    pub fn text(&mut self, text: impl Into<String>, tone: Tone) {
        self.lines.push(Line::Text(Cell::new(text, tone)));
    }

    /// The label under `key` and what stands beside it; nothing at all where that is empty.
    pub fn pair(&mut self, key: &str, value: impl Into<String>) {
        self.toned(key, value, Tone::Plain);
    }

    /// As [`Page::pair`], in a tone.
    pub fn toned(&mut self, key: &str, value: impl Into<String>, tone: Tone) {
        let value = value.into();
        if !value.is_empty() {
            self.lines.push(Line::Pair(self.ctx.locale.t(key), Cell::new(value, tone)));
        }
    }

    /// A label in words of its own and what stands beside it.
    pub fn label(&mut self, label: String, value: impl Into<String>) {
        self.lines.push(Line::Pair(label, Cell::new(value, Tone::Plain)));
    }

    /// One label under `key` for several values, each on its own line.
    pub fn list(&mut self, key: &str, values: impl IntoIterator<Item = String>) {
        let mut label = self.ctx.locale.t(key);
        for value in values.into_iter().filter(|value| !value.is_empty()) {
            self.lines.push(Line::Pair(std::mem::take(&mut label), Cell::new(value, Tone::Plain)));
        }
    }
}

/// A page as text, for the tests.
#[cfg(test)]
pub fn text(lines: &[Line]) -> String {
    let lines = lines.iter().map(|line| match line {
        Line::Heading(text) => format!("# {text}"),
        Line::Text(cell) => cell.text.clone(),
        Line::Pair(label, cell) => format!("{label} | {}", cell.text),
    });
    lines.collect::<Vec<_>>().join("\n")
}
