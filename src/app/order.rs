//! Keeps lists ranked, ordered, filtered and ready to be searched. After a commit only what it touched is looked at again.

use super::App;
use super::counts::Counts;
use super::touched::Touched;
use crate::core::blindspots::{BlindSpots, Sight};
use crate::core::change::Commit;
use crate::core::id::RecordId;
use crate::core::pin::Moves;
use crate::core::search::Index;
use crate::core::today::Today;
use crate::core::urgency;
use crate::panes::{self, PaneId};
use std::collections::BTreeSet;

/// Rows read at once for a filter: a few milliseconds of them.
const ROWS: usize = 1_000;

impl App {
    /// Ranks and orders anew, after the clock, the language or much of the world changed.
    pub fn refresh(&mut self) {
        self.rank();
        self.blind_spots = BlindSpots::find(self.sight());
        self.counts = Counts::of(&self.ranking, self.blind_spots.len());
        for id in [PaneId::Deadlines, PaneId::Caseload, PaneId::Partners] {
            self.refresh_pane(id);
        }
    }

    /// Ranks everything.
    fn rank(&mut self) {
        self.ranking = urgency::rank(&self.world, self.moment, &self.clinic);
        self.ranked();
    }

    /// Lays what was moved by hand, and today's hours, over the queue, and forgets what was foreseen.
    fn ranked(&mut self) {
        self.moves = Moves::of(&self.world, &self.ranking, self.moment.today);
        self.today = Today::of(&self.world, &self.ranking, &self.moves, self.moment, &self.practice);
        self.foresight = self.foresight.after_a_change();
    }

    fn sight(&self) -> Sight<'_> {
        Sight { world: &self.world, ranking: &self.ranking, book: &self.rules, today: self.moment.today }
    }

    /// Ranks and orders what a commit, already applied, can have changed.
    pub(super) fn refresh_after(&mut self, commit: &Commit) {
        let Some(touched) = Touched::by(self, commit) else { return self.refresh() };
        // A row moved by hand stands where others let it.
        let mut moved: BTreeSet<RecordId> = self.moved_rows().collect();
        if !touched.deadlines.is_empty() {
            self.rerank(&touched);
        }
        self.look_again(&touched);
        moved.extend(self.moved_rows());
        if !touched.deadlines.is_empty() {
            moved.extend(touched.deadline_rows());
            self.put_back(PaneId::Deadlines, &moved);
        }
        self.put_back(PaneId::Caseload, &touched.case_rows());
        if touched.partners {
            self.refresh_pane(PaneId::Partners);
        }
    }

    fn moved_rows(&self) -> impl Iterator<Item = RecordId> {
        self.moves.ids().map(RecordId::Deadline)
    }

    /// Puts what a commit touched in its places; the others keep their order.
    fn rerank(&mut self, touched: &Touched) {
        for row in touched.deadlines.iter().filter_map(|id| self.ranking.get(*id)) {
            self.counts.take(row);
        }
        let ids = touched.deadlines.iter().copied();
        self.ranking.replace(&self.world, self.moment, &self.clinic, ids);
        self.ranked();
        for row in touched.deadlines.iter().filter_map(|id| self.ranking.get(*id)) {
            self.counts.add(row);
        }
    }

    fn look_again(&mut self, touched: &Touched) {
        let mut spots = std::mem::take(&mut self.blind_spots);
        for case in &touched.cases {
            spots.look_again(self.sight(), *case);
        }
        self.counts.blind_spots = spots.len();
        self.blind_spots = spots;
    }

    /// Orders a pane anew. While the rows of a filter are still being read, it keeps what it shows, so that neither the
    /// selection nor a mark is lost.
    fn refresh_pane(&mut self, id: PaneId) {
        self.view.pane_mut(id).forget_index();
        if self.view.pane(id).is_narrowed() {
            self.read_rows(id);
            if !self.view.pane(id).unread.is_empty() {
                let pane = panes::pane(id);
                let rows = self.view.pane(id).rows.iter().copied().filter(|row| (pane.shows)(&self.ctx(), *row));
                let rows = rows.collect();
                return self.take_rows(id, rows);
            }
        }
        self.arrange(id);
    }

    /// Puts the rows of some records, which may be new or gone, in their places; the others keep their order.
    fn put_back(&mut self, id: PaneId, touched: &BTreeSet<RecordId>) {
        if touched.is_empty() {
            return;
        }
        let pane = panes::pane(id);
        let view = self.view.pane_mut(id);
        if !view.unread.is_empty() {
            return self.refresh_pane(id);
        }
        let mut index = view.index.take();
        if let Some(index) = &mut index {
            index.retain(|row| !touched.contains(row));
            for row in touched {
                if let Some(at) = pane.place(&self.ctx(), index.keys(), *row) {
                    index.insert(at, *row, &pane.text(&self.ctx(), *row));
                }
            }
        }
        self.view.pane_mut(id).index = index;
        if self.view.pane(id).is_narrowed() {
            return self.arrange(id);
        }
        let mut rows: Vec<RecordId> = self.view.pane(id).rows.clone();
        rows.retain(|row| !touched.contains(row));
        for row in touched {
            if let Some(at) = pane.place(&self.ctx(), &rows, *row) {
                rows.insert(at, *row);
            }
        }
        self.take_rows(id, rows);
    }

    fn take_rows(&mut self, id: PaneId, rows: Vec<RecordId>) {
        let (page, focus) = (self.view.page(id), self.view.focus == id);
        let in_order = id == PaneId::Deadlines && !self.view.by_due && !self.view.pane(id).is_narrowed();
        self.view.pane_mut(id).line = self.today.line.filter(|_| in_order);
        self.view.pane_mut(id).take_rows(rows, page, focus);
    }

    /// Orders and filters one pane.
    pub(super) fn arrange(&mut self, id: PaneId) {
        if !self.view.pane(id).is_narrowed() {
            let rows = (panes::pane(id).order)(&self.ctx());
            return self.take_rows(id, rows);
        }
        self.read_rows(id);
        let view = self.view.pane_mut(id);
        let Some(index) = view.index.as_mut() else { return };
        let hits = index.find(view.filter.value());
        let rows = hits.into_iter().filter_map(|hit| index.key(hit.row)).collect();
        self.take_rows(id, rows);
    }

    /// Begins to read the rows of a pane to be searched, unless they are there: when a filter begins rather than at its
    /// first letter, which would come late on the screen.
    pub(super) fn read_rows(&mut self, id: PaneId) {
        if self.view.pane(id).index.is_some() {
            return;
        }
        let mut rows = (panes::pane(id).order)(&self.ctx());
        rows.reverse();
        let view = self.view.pane_mut(id);
        (view.unread, view.index) = (rows, Some(Index::default()));
        self.read_some(id);
    }

    /// Whether rows of a pane are still to be read.
    pub fn is_reading(&self) -> bool {
        self.view.panes().any(|view| !view.unread.is_empty())
    }

    /// Whether something is left for when nothing else is to be done: [`Fact::GoOn`](super::msg::Fact::GoOn) does some of it.
    pub fn is_behind(&self) -> bool {
        self.is_reading() || self.is_foreseeing()
    }

    /// Reads some more rows, then goes on with the forecast; a few milliseconds of it at most.
    pub(super) fn go_on(&mut self) {
        if self.is_reading() {
            self.read_on();
        } else if self.is_foreseeing() {
            self.foresee();
        }
    }

    /// Reads some more rows; once all are read, what is typed narrows them all.
    pub(super) fn read_on(&mut self) {
        let Some(id) = self.view.panes().find(|view| !view.unread.is_empty()).map(|view| view.id) else { return };
        self.read_some(id);
        let view = self.view.pane(id);
        if view.unread.is_empty() && view.is_narrowed() {
            self.arrange(id);
        }
    }

    fn read_some(&mut self, id: PaneId) {
        let view = self.view.pane_mut(id);
        let Some(mut index) = view.index.take() else { return };
        let some = view.unread.split_off(view.unread.len().saturating_sub(ROWS));
        panes::read(panes::pane(id), &self.ctx(), &mut index, some.into_iter().rev());
        self.view.pane_mut(id).index = Some(index);
    }
}
