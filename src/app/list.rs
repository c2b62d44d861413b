//! A list on the screen: its rows, the cursor, the marks and the filter.

use crate::core::id::RecordId;
use crate::core::search::Index;
use crate::panes::PaneId;
use std::collections::BTreeSet;
use tui_input::Input;

/// A step of the cursor in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    By(i64),
    First,
    Last,
    /// So many pages.
    Pages(i64),
    /// So many half pages.
    Halves(i64),
    /// To this row, the first being 0.
    To(usize),
}

impl Step {
    /// The row after this step from `at`, in a list of `len` rows of which `page` are shown.
    pub fn from(self, at: usize, len: usize, page: usize) -> usize {
        let page = i64::try_from(page.max(1)).unwrap_or(i64::MAX);
        let last = i64::try_from(len).unwrap_or(i64::MAX).saturating_sub(1).max(0);
        let at = i64::try_from(at).unwrap_or(i64::MAX);
        let to = match self {
            Self::By(n) => at.saturating_add(n),
            Self::First => 0,
            Self::Last => last,
            Self::Pages(n) => at.saturating_add(n.saturating_mul(page)),
            Self::To(row) => i64::try_from(row).unwrap_or(i64::MAX),
            Self::Halves(n) => at.saturating_add(n.saturating_mul((page / 2).max(1))),
        };
        usize::try_from(to.clamp(0, last)).unwrap_or(0)
    }
}

/// The first row on the screen. A cursor that left it is put in the middle, so that the next keys move it alone: a row
/// costs a terminal a hundred bytes, a screen of them thousands.
pub fn scroll(offset: usize, cursor: usize, len: usize, page: usize) -> usize {
    let page = page.max(1);
    let shown = (offset..offset.saturating_add(page)).contains(&cursor);
    let offset = if shown { offset } else { cursor.saturating_sub(page / 2) };
    offset.min(len.saturating_sub(page))
}

/// One list on the screen.
pub struct PaneView {
    pub id: PaneId,
    /// The rows shown, in order.
    pub rows: Vec<RecordId>,
    pub cursor: usize,
    /// The first line of the list on the screen; [`PaneView::line`] is one of them.
    pub offset: usize,
    /// Below so many rows stands a line of its own, across the list.
    pub line: Option<usize>,
    pub filter: Input,
    /// Whether the filter line is being typed.
    pub filtering: bool,
    pub marks: BTreeSet<RecordId>,
    /// Where a range of marks began.
    pub anchor: Option<usize>,
    /// Every row of the pane with its folded text, kept between the keys of a filter.
    pub index: Option<Index<RecordId>>,
    /// The rows that are not in the index yet, the next one last.
    pub unread: Vec<RecordId>,
}

impl PaneView {
    /// An empty list.
    pub fn new(id: PaneId) -> Self {
        Self {
            id,
            rows: Vec::new(),
            cursor: 0,
            offset: 0,
            line: None,
            filter: Input::default(),
            filtering: false,
            marks: BTreeSet::new(),
            anchor: None,
            index: None,
            unread: Vec::new(),
        }
    }

    /// Whether a filter holds rows back.
    pub fn is_narrowed(&self) -> bool {
        !self.filter.value().trim().is_empty()
    }

    /// How many rows there are without the filter, as far as that is known.
    pub fn all(&self) -> usize {
        self.index.as_ref().map_or(self.rows.len(), |index| index.len() + self.unread.len())
    }

    /// The rows have changed: they are read anew for the next filter.
    pub fn forget_index(&mut self) {
        (self.index, self.unread) = (None, Vec::new());
    }

    /// The record under the cursor.
    pub fn selected(&self) -> Option<RecordId> {
        self.rows.get(self.cursor).copied()
    }

    /// The marked records, or the one under the cursor.
    pub fn targets(&self) -> Vec<RecordId> {
        if self.marks.is_empty() {
            return self.selected().into_iter().collect();
        }
        self.marks.iter().copied().collect()
    }

    /// Moves the cursor, keeps it on the screen, and stretches an open range of marks.
    pub fn step(&mut self, step: Step, page: usize) {
        self.cursor = step.from(self.cursor, self.rows.len(), page);
        self.keep_in_sight(page);
        if let Some(anchor) = self.anchor {
            let (from, to) = (anchor.min(self.cursor), anchor.max(self.cursor));
            self.marks = self.rows.iter().copied().skip(from).take(to - from + 1).collect();
        }
    }

    /// Takes new rows. The cursor stays on its record where that is still there; a list that nobody has moved in, and
    /// that is not in `focus`, stays at its top instead. What is not among the rows any more is not marked either: an act
    /// never reaches what nobody sees.
    pub fn take_rows(&mut self, rows: Vec<RecordId>, page: usize, focus: bool) {
        let selected = self.selected().filter(|_| focus || self.cursor > 0);
        if self.rows != rows {
            self.anchor = None;
        }
        if !self.marks.is_empty() {
            self.marks = rows.iter().copied().filter(|row| self.marks.contains(row)).collect();
        }
        self.rows = rows;
        if let Some(at) = selected.and_then(|id| self.rows.iter().position(|row| *row == id)) {
            self.cursor = at;
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.keep_in_sight(page);
    }

    /// Scrolls by what is needed to show the cursor. With the first row in sight, so is a line above it.
    fn keep_in_sight(&mut self, page: usize) {
        let at = if self.cursor == 0 { 0 } else { self.line_of(self.cursor) };
        self.offset = scroll(self.offset, at, self.len_in_lines(), page);
        if self.line_of(self.cursor) >= self.offset + page.max(1) {
            self.offset += 1;
        }
    }

    /// On which line of the list a row stands.
    fn line_of(&self, row: usize) -> usize {
        row + usize::from(self.line.is_some_and(|line| line <= row))
    }

    fn len_in_lines(&self) -> usize {
        self.rows.len() + usize::from(self.line.is_some_and(|line| line <= self.rows.len()))
    }

    /// What stands on each line from the first on the screen on: a row by its place, or `None` for the line across.
    pub fn lines(&self) -> impl Iterator<Item = Option<usize>> {
        let line = self.line;
        (self.offset..self.len_in_lines()).map(move |at| match line {
            Some(line) if at == line => None,
            Some(line) if at > line => Some(at - 1),
            _ => Some(at),
        })
    }

    /// How many rows are out of sight below.
    pub fn below(&self, page: usize) -> usize {
        self.lines().skip(page).flatten().count()
    }

    /// Puts the cursor on a record, if it is a row.
    pub fn show(&mut self, id: RecordId, page: usize) -> bool {
        let Some(at) = self.rows.iter().position(|row| *row == id) else { return false };
        self.cursor = at;
        self.keep_in_sight(page);
        true
    }

    /// Marks the row under the cursor or takes its mark away, and goes on to the next.
    pub fn toggle_mark(&mut self, page: usize) {
        self.anchor = None;
        if let Some(id) = self.selected() {
            if !self.marks.remove(&id) {
                self.marks.insert(id);
            }
            self.step(Step::By(1), page);
        }
    }

    /// Begins a range of marks at the cursor, or ends it and keeps the marks.
    pub fn toggle_range(&mut self) {
        self.anchor = match self.anchor {
            Some(_) => None,
            None => Some(self.cursor),
        };
        if self.anchor.is_some() {
            self.marks = self.selected().into_iter().collect();
        }
    }

    /// Takes every mark away.
    pub fn clear_marks(&mut self) {
        self.marks.clear();
        self.anchor = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::DeadlineId;

    fn list(n: u32) -> PaneView {
        let mut view = PaneView::new(PaneId::Deadlines);
        view.take_rows((1..=n).map(|i| RecordId::Deadline(DeadlineId(i))).collect(), 10, true);
        view
    }

    #[test]
    fn the_cursor_stays_inside_and_on_the_screen() {
        let mut view = list(25);
        view.step(Step::By(-3), 10);
        assert_eq!((view.cursor, view.offset), (0, 0));
        view.step(Step::By(10), 10);
        assert_eq!((view.cursor, view.offset), (10, 5));
        view.step(Step::Pages(9), 10);
        assert_eq!((view.cursor, view.offset), (24, 15));
        view.step(Step::Halves(-1), 10);
        assert_eq!((view.cursor, view.offset), (19, 15));
        view.step(Step::First, 10);
        assert_eq!((view.cursor, view.offset), (0, 0));
        list(0).step(Step::Last, 10);
    }

    #[test]
    fn new_rows_keep_the_record_under_the_cursor() {
        let mut view = list(25);
        view.step(Step::By(7), 10);
        let selected = view.selected();
        view.take_rows((1..=25).rev().map(|i| RecordId::Deadline(DeadlineId(i))).collect(), 10, false);
        assert_eq!(view.selected(), selected);
        let mut untouched = list(25);
        untouched.take_rows((1..=25).rev().map(|i| RecordId::Deadline(DeadlineId(i))).collect(), 10, false);
        assert_eq!((untouched.cursor, untouched.offset), (0, 0));
    }

    #[test]
    fn what_is_out_of_sight_is_not_marked() {
        let mut view = list(25);
        view.toggle_range();
        view.step(Step::By(3), 10);
        view.take_rows([2, 9].map(|i| RecordId::Deadline(DeadlineId(i))).into(), 10, true);
        assert_eq!(view.targets(), [RecordId::Deadline(DeadlineId(2))]);
        view.step(Step::By(1), 10);
        assert_eq!(view.targets().len(), 1, "the range has ended");
    }

    #[test]
    fn a_range_of_marks_follows_the_cursor() {
        let mut view = list(25);
        view.step(Step::By(5), 10);
        view.toggle_range();
        view.step(Step::By(-2), 10);
        assert_eq!(view.targets().len(), 3);
        view.toggle_range();
        view.step(Step::By(4), 10);
        assert_eq!(view.targets().len(), 3);
    }
}
