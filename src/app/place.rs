//! Where somebody was: what a locked screen comes back to. Rows are named by their records, not by their numbers, since
//! others may come and go meanwhile.

use super::App;
use super::list::{PaneView, Step};
use super::timeline::{BackTo, TimelineView};
use crate::core::event::EventKind;
use crate::core::id::{CaseId, RecordId};
use crate::panes::PaneId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tui_input::Input;

/// What is looked at, without what lies on top.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Place {
    focus: PaneId,
    by_due: bool,
    blur: bool,
    lists: Vec<ListPlace>,
    timeline: Option<TimelinePlace>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct ListPlace {
    id: PaneId,
    selected: Option<RecordId>,
    /// Where to be if the selected record is gone.
    cursor: usize,
    offset: usize,
    filter: Input,
    filtering: bool,
    marks: BTreeSet<RecordId>,
    /// Where an open range of marks began.
    anchor: Option<RecordId>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct TimelinePlace {
    case: CaseId,
    newest_first: bool,
    kinds: BTreeSet<EventKind>,
    filter: Input,
    filtering: bool,
    back_to: Option<BackTo>,
}

impl Place {
    /// The case whose timeline is open.
    pub fn timeline(&self) -> Option<CaseId> {
        self.timeline.as_ref().map(|timeline| timeline.case)
    }
}

impl App {
    /// Where the person is now.
    pub fn place(&self) -> Place {
        let view = &self.view;
        Place {
            focus: view.focus,
            by_due: view.by_due,
            blur: view.blur,
            lists: view.panes().map(list_place).collect(),
            timeline: view.timeline.as_ref().map(timeline_place),
        }
    }

    /// Goes back to a place, as far as it is still there.
    pub(super) fn go_back_to(&mut self, place: Place) {
        (self.view.focus, self.view.by_due, self.view.blur) = (place.focus, place.by_due, place.blur);
        for list in &place.lists {
            let pane = self.view.pane_mut(list.id);
            (pane.filter, pane.filtering) = (list.filter.clone(), list.filtering);
        }
        self.refresh();
        while self.is_reading() {
            self.read_on();
        }
        for list in place.lists {
            let page = self.view.page(list.id);
            go_back_in(self.view.pane_mut(list.id), &list, page);
        }
        let there = |timeline: &TimelinePlace| self.world.case(timeline.case).is_some();
        self.view.timeline = place.timeline.filter(there).map(|timeline| TimelineView {
            newest_first: timeline.newest_first,
            kinds: timeline.kinds,
            filter: timeline.filter,
            filtering: timeline.filtering,
            back_to: timeline.back_to,
            ..TimelineView::new(timeline.case)
        });
    }
}

fn list_place(pane: &PaneView) -> ListPlace {
    ListPlace {
        id: pane.id,
        selected: pane.selected(),
        cursor: pane.cursor,
        offset: pane.offset,
        filter: pane.filter.clone(),
        filtering: pane.filtering,
        marks: pane.marks.clone(),
        anchor: pane.anchor.and_then(|at| pane.rows.get(at).copied()),
    }
}

fn timeline_place(timeline: &TimelineView) -> TimelinePlace {
    let selected = timeline.selected().map(|event| BackTo { event: event.id, offset: timeline.offset });
    TimelinePlace {
        case: timeline.case,
        newest_first: timeline.newest_first,
        kinds: timeline.kinds.clone(),
        filter: timeline.filter.clone(),
        filtering: timeline.filtering,
        // Locked again before the events were there.
        back_to: selected.or(timeline.back_to),
    }
}

fn go_back_in(pane: &mut PaneView, place: &ListPlace, page: usize) {
    let row = |id: &RecordId| pane.rows.iter().position(|row| row == id);
    let cursor = place.selected.as_ref().and_then(row).unwrap_or(place.cursor);
    let anchor = place.anchor.as_ref().and_then(row);
    pane.marks = pane.rows.iter().copied().filter(|row| place.marks.contains(row)).collect();
    (pane.anchor, pane.offset) = (anchor, place.offset);
    pane.step(Step::To(cursor), page);
}
