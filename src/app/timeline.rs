//! The open timeline: one case's events, which of them are shown, and where the cursor is.

use super::list::{Step, scroll};
use crate::core::event::{Event, EventKind};
use crate::core::id::{CaseId, EventId};
use crate::core::search::Index;
use crate::panes::timeline;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use tui_input::{Input, InputRequest};

/// A change to what the timeline shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimelineAct {
    /// Newest first becomes oldest first, and back.
    Flip,
    /// Only these kinds; none means all.
    Kinds(BTreeSet<EventKind>),
    /// To the event nearest to this day.
    Jump(NaiveDate),
}

/// An event to go back to, once the events are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackTo {
    pub event: EventId,
    /// The first row on the screen.
    pub offset: usize,
}

/// One case's events on the screen.
#[derive(Debug, Clone)]
pub struct TimelineView {
    pub case: CaseId,
    /// Every event, oldest first.
    pub events: Vec<Event>,
    /// Whether the store has answered.
    pub loaded: bool,
    pub newest_first: bool,
    /// Shown kinds; empty shows all.
    pub kinds: BTreeSet<EventKind>,
    /// Words that every shown event has.
    pub filter: Input,
    /// Whether the filter line is being typed.
    pub filtering: bool,
    /// The shown events as places in `events`, in the order of the rows.
    pub rows: Vec<usize>,
    pub cursor: usize,
    pub offset: usize,
    /// Where the cursor was before the screen was locked.
    pub back_to: Option<BackTo>,
    /// What the row of each event shows, for the filter; only made where there is one.
    pub words: HashMap<EventId, String>,
}

impl TimelineView {
    /// A timeline whose events are still on their way.
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            events: Vec::new(),
            loaded: false,
            newest_first: true,
            kinds: BTreeSet::new(),
            filter: Input::default(),
            filtering: false,
            rows: Vec::new(),
            cursor: 0,
            offset: 0,
            back_to: None,
            words: HashMap::new(),
        }
    }

    /// Whether rows are looked for by what they show.
    pub fn is_searched(&self) -> bool {
        self.filtering || !self.filter.value().is_empty()
    }

    /// Takes the events as the store has them.
    pub fn load(&mut self, events: Vec<Event>, page: usize) {
        self.events = events;
        self.loaded = true;
        self.arrange(page);
        let Some(back_to) = self.back_to.take() else { return };
        let is_there = |at: &usize| self.events.get(*at).is_some_and(|event| event.id == back_to.event);
        if let Some(row) = self.rows.iter().position(is_there) {
            (self.cursor, self.offset) = (row, scroll(back_to.offset, row, self.rows.len(), page));
        }
    }

    /// Orders and filters anew; the cursor stays on its event, or at the top when it was there.
    pub fn arrange(&mut self, page: usize) {
        let selected = self.selected().map(|event| event.id).filter(|_| self.cursor > 0);
        self.events.sort_by_key(|event| (event.at, event.id));
        self.rows = timeline::order(&self.events, &self.kinds, self.newest_first);
        self.narrow();
        let place = |at: &usize| self.events.get(*at).map(|event| event.id) == selected;
        self.cursor = selected.and_then(|_| self.rows.iter().position(place)).unwrap_or(0);
        self.offset = scroll(self.offset, self.cursor, self.rows.len(), page);
    }

    /// Leaves out the rows that do not show what the filter says; the order in time stays.
    fn narrow(&mut self) {
        let query = self.filter.value();
        if query.trim().is_empty() {
            return;
        }
        let text = |at: &usize| {
            let event = self.events.get(*at);
            event.and_then(|event| self.words.get(&event.id)).map_or("", String::as_str)
        };
        let mut index = Index::new(self.rows.iter().map(|at| (*at, text(at))));
        let hits: BTreeSet<usize> = index.find(query).into_iter().filter_map(|hit| index.key(hit.row)).collect();
        self.rows.retain(|at| hits.contains(at));
    }

    /// Types in the filter line.
    pub fn edit_filter(&mut self, request: InputRequest, page: usize) {
        self.filter.handle(request);
        self.cursor = 0;
        self.arrange(page);
    }

    /// The event under the cursor.
    pub fn selected(&self) -> Option<&Event> {
        self.rows.get(self.cursor).and_then(|at| self.events.get(*at))
    }

    /// Moves the cursor and keeps it on the screen.
    pub fn step(&mut self, step: Step, page: usize) {
        self.cursor = step.from(self.cursor, self.rows.len(), page);
        self.offset = scroll(self.offset, self.cursor, self.rows.len(), page);
    }

    /// Carries out an act; a jump counts days in UTC, close enough to land by.
    pub fn act(&mut self, act: TimelineAct, page: usize) {
        match act {
            TimelineAct::Flip => {
                self.newest_first = !self.newest_first;
                self.arrange(page);
            }
            TimelineAct::Kinds(kinds) => {
                self.kinds = kinds;
                self.arrange(page);
            }
            TimelineAct::Jump(day) => {
                let distance = |at: &usize| {
                    let on = self.events.get(*at).map(|event| event.at.date_naive());
                    on.map_or(i64::MAX, |on| (on - day).num_days().abs())
                };
                let nearest = self.rows.iter().enumerate().min_by_key(|(_, at)| distance(at));
                if let Some((row, _)) = nearest {
                    self.cursor = row;
                    self.offset = scroll(self.offset, row, self.rows.len(), page);
                }
            }
        }
    }
}
