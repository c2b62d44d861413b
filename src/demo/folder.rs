//! One case while it is being invented, with everything that hangs on it.

use super::days::Days;
use crate::core::case::Case;
use crate::core::change::{Change, Verb};
use crate::core::deadline::Deadline;
use crate::core::event::{Event, EventKind};
use crate::core::happening::Happening;
use crate::core::id::Counters;
use crate::core::request::Request;
use chrono::{DateTime, NaiveDate, Utc};

/// An event that has no number yet.
#[derive(Debug, Clone)]
struct Entry {
    at: DateTime<Utc>,
    kind: EventKind,
    text: String,
    act: Option<Verb>,
}

/// A case and what belongs to it.
#[derive(Debug, Clone)]
pub struct Folder {
    pub case: Case,
    pub deadlines: Vec<Deadline>,
    pub requests: Vec<Request>,
    pub happenings: Vec<Happening>,
    days: Days,
    entries: Vec<Entry>,
}

impl Folder {
    /// A folder with nothing in it but the case.
    pub fn new(case: Case, days: Days) -> Self {
        Self { case, deadlines: Vec::new(), requests: Vec::new(), happenings: Vec::new(), days, entries: Vec::new() }
    }

    /// Logs what happened on a day; the hours of a day follow the order of logging.
    pub fn log(&mut self, day: NaiveDate, kind: EventKind, text: impl Into<String>) {
        let entry = Entry { at: self.hour(day), kind, text: text.into(), act: None };
        self.entries.push(entry);
    }

    /// Logs what rumbo itself writes down when a deadline is changed.
    pub fn log_act(&mut self, day: NaiveDate, act: Verb, title: &str) {
        let entry = Entry { at: self.hour(day), kind: EventKind::Deadline, text: title.to_owned(), act: Some(act) };
        self.entries.push(entry);
    }

    fn hour(&self, day: NaiveDate) -> DateTime<Utc> {
        const MINUTES: [u32; 4] = [5, 20, 40, 50];
        let turn = u32::try_from(self.entries.len() % 32).unwrap_or(0);
        self.days.at(day, 9 + turn / 4, MINUTES[self.entries.len() % MINUTES.len()])
    }

    /// Whether these very words were logged before.
    pub fn has(&self, text: &str) -> bool {
        self.entries.iter().any(|entry| entry.text == text)
    }

    /// How many events there are.
    pub fn events(&self) -> usize {
        self.entries.len()
    }

    /// The records of this case as additions: the case first, then what refers to it, events oldest first.
    pub fn into_changes(mut self, ids: &mut Counters) -> Vec<Change> {
        let today = self.days.today;
        super::happened::tell(&mut self, today, ids);
        self.entries.sort_by_key(|entry| entry.at);
        let case = self.case.id;
        let mut changes = vec![Change::add(self.case)];
        changes.extend(self.deadlines.into_iter().map(Change::add));
        changes.extend(self.requests.into_iter().map(Change::add));
        changes.extend(self.happenings.into_iter().map(Change::add));
        changes.extend(
            self.entries
                .into_iter()
                .map(|Entry { at, kind, text, act }| Change::add(Event { id: ids.event(), case, at, kind, text, act })),
        );
        changes
    }
}
