//! What is looked at: focus, lists, the timeline, and what lies on top.

use super::form::Form;
use super::layout::{Areas, areas, most_said};
use super::list::{PaneView, Step};
use super::msg::{Message, Number};
use super::picker::Picker;
use super::timeline::{TimelineAct, TimelineView};
use crate::core::id::{CaseId, DeadlineId, RecordId};
use crate::locale::Lang;
use crate::panes::PaneId;
use crate::panes::wrap::wrap;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tui_input::{Input, InputRequest};

/// A change of what is looked at.
pub enum ViewAct {
    Focus(PaneId),
    /// The next pane, or the one before.
    Cycle(i64),
    Move(Step),
    /// Closes what lies on top, else the timeline, else takes filter and marks away. A form that would lose what was
    /// typed says so first.
    Back,
    /// Closes what lies on top: it has been answered.
    Close,
    StartFilter,
    /// Leaves the filter line, keeping what it narrowed to.
    AcceptFilter,
    MarkToggle,
    MarkRange,
    MarkClear,
    ToggleSort,
    ToggleBlur,
    /// The names of one case are seen although names are hidden, or no longer.
    Peek(Option<CaseId>),
    Speak(Lang),
    Open(Overlay),
    /// Edits what takes text: form, picker or filter line.
    Edit(InputRequest),
    /// Types a character there, at a time of the steady clock.
    Type(char, Duration),
    /// Another field of the form.
    FormStep(isize),
    /// A command was refused; says why.
    Refused(Message),
    /// The form's answer was taken; it stays until that is durable.
    FormSubmitted,
    /// The form's answer was refused; the argument at fault, if known.
    FormRefused(Message, Option<String>),
    OpenTimeline(CaseId),
    Timeline(TimelineAct),
    /// Puts the cursor on a record and its pane in focus.
    Show(RecordId),
    /// Once the commit on its way is durable; forgotten if it is not.
    Then(Box<ViewAct>),
    /// Takes the row under the cursor out of a picker of offers, and closes it with the last one.
    Took,
}

/// A text one reads and scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Page {
    /// The keys of the context it was opened from.
    Help,
    /// The whole reasoning behind one deadline's place.
    Why(DeadlineId),
    /// One record in full.
    Details(RecordId),
    /// What cannot be met with these hours, and the next weeks.
    Forecast,
}

/// A question with a safe default.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Confirm {
    pub question: Message,
    /// The words of the command that yes stands for.
    pub words: Vec<String>,
}

/// What lies on top of the panes.
pub enum Overlay {
    Form(Box<Form>),
    Picker(Box<Picker>),
    Page { page: Page, scroll: usize },
    Confirm(Confirm),
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    Info,
    Refused,
    NotSaved,
}

/// The last thing said to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub text: String,
}

/// Everything that is looked at.
pub struct View {
    pub width: u16,
    pub height: u16,
    pub focus: PaneId,
    pub caseload: PaneView,
    pub deadlines: PaneView,
    pub partners: PaneView,
    /// Lies over the panes when it is open.
    pub timeline: Option<TimelineView>,
    /// The last one has the keys.
    pub overlays: Vec<Overlay>,
    pub by_due: bool,
    /// Privacy mode: code names only.
    pub blur: bool,
    pub notice: Option<Notice>,
    /// The case whose names are seen for a moment although names are hidden.
    pub peeked: Option<CaseId>,
    /// An A-number that is seen for a while, above everything.
    pub revealed: Option<(CaseId, Number)>,
    /// A commit is on its way to the disk.
    pub saving: bool,
    /// What to show once the commit on its way is durable.
    pub then: Option<Box<ViewAct>>,
    /// How far the page on top can be scrolled, as drawing found out.
    pub page_end: usize,
}

impl Notice {
    /// The lines of it on a screen of that width, with the sign of what was refused or not saved. Where even the most
    /// lines are too few, the last one keeps the rest, and drawing cuts it.
    pub fn lines(&self, width: u16, most: u16) -> Vec<String> {
        let sign = match self.kind {
            NoticeKind::Info => "",
            NoticeKind::Refused => "! ",
            NoticeKind::NotSaved => "!! ",
        };
        let mut lines = wrap(&format!("{sign}{}", self.text), width.saturating_sub(2));
        let rest = lines.split_off(lines.len().min(usize::from(most)));
        if let Some(last) = lines.last_mut().filter(|_| !rest.is_empty()) {
            *last = format!("{last} {}", rest.join(" "));
        }
        lines
    }
}

impl View {
    /// The screen as it opens: the queue in focus.
    pub fn new(width: u16, height: u16) -> Self {
        Self {
            width,
            height,
            focus: PaneId::Deadlines,
            caseload: PaneView::new(PaneId::Caseload),
            deadlines: PaneView::new(PaneId::Deadlines),
            partners: PaneView::new(PaneId::Partners),
            timeline: None,
            overlays: Vec::new(),
            by_due: false,
            blur: false,
            notice: None,
            peeked: None,
            revealed: None,
            saving: false,
            then: None,
            page_end: usize::MAX,
        }
    }

    /// One list.
    pub fn pane(&self, id: PaneId) -> &PaneView {
        match id {
            PaneId::Caseload => &self.caseload,
            PaneId::Deadlines => &self.deadlines,
            PaneId::Partners => &self.partners,
        }
    }

    /// One list, to change.
    pub fn pane_mut(&mut self, id: PaneId) -> &mut PaneView {
        match id {
            PaneId::Caseload => &mut self.caseload,
            PaneId::Deadlines => &mut self.deadlines,
            PaneId::Partners => &mut self.partners,
        }
    }

    /// Every list.
    pub fn panes(&self) -> impl Iterator<Item = &PaneView> {
        [&self.deadlines, &self.caseload, &self.partners].into_iter()
    }

    /// Where everything is.
    pub fn areas(&self) -> Areas {
        areas(self.width, self.height, self.focus, self.said_lines())
    }

    /// How many lines of the screen the last message needs.
    fn said_lines(&self) -> u16 {
        if self.is_filtering() || self.peeked.is_some() {
            return 1;
        }
        let lines = self.notice.as_ref().map(|notice| notice.lines(self.width, most_said(self.height)).len());
        lines.and_then(|lines| u16::try_from(lines).ok()).unwrap_or(1)
    }

    /// How many rows of a list are on the screen.
    pub fn page(&self, id: PaneId) -> usize {
        self.areas().pane(id).rows()
    }

    /// The keymap context that has the keys now.
    pub fn context(&self) -> &'static str {
        self.context_under(self.overlays.len())
    }

    /// The context in which the page on top was opened; without a page, the one that has the keys.
    pub fn context_of_page(&self) -> &'static str {
        let pages = self.overlays.iter().rev().take_while(|overlay| matches!(overlay, Overlay::Page { .. })).count();
        self.context_under(self.overlays.len() - pages)
    }

    /// The context with only so many of what lies on top.
    fn context_under(&self, overlays: usize) -> &'static str {
        match self.overlays.iter().take(overlays).next_back() {
            Some(Overlay::Form(_)) => "form",
            Some(Overlay::Picker(_)) => "picker",
            Some(Overlay::Page { .. }) => "help",
            Some(Overlay::Confirm(_)) => "confirm",
            None if self.is_filtering() => "filter",
            None if self.timeline.is_some() => "timeline",
            None => match self.focus {
                PaneId::Caseload => "caseload",
                PaneId::Deadlines => "deadlines",
                PaneId::Partners => "partners",
            },
        }
    }

    /// Whether the filter line is being typed.
    pub fn is_filtering(&self) -> bool {
        self.timeline.as_ref().map_or(self.pane(self.focus).filtering, |timeline| timeline.filtering)
    }

    /// Begins or leaves the filter line of the list that has the keys.
    pub fn set_filtering(&mut self, on: bool) {
        match self.timeline.as_mut() {
            Some(timeline) => timeline.filtering = on,
            None => self.pane_mut(self.focus).filtering = on,
        }
    }

    /// The filter of the list that has the keys.
    pub fn filter(&self) -> &Input {
        self.timeline.as_ref().map_or(&self.pane(self.focus).filter, |timeline| &timeline.filter)
    }

    /// The page on top, if it is one.
    pub fn page_on_top(&self) -> Option<Page> {
        match self.overlays.last() {
            Some(Overlay::Page { page, .. }) => Some(*page),
            _ => None,
        }
    }

    /// The form on top, if it is one.
    pub fn form(&self) -> Option<&Form> {
        match self.overlays.last() {
            Some(Overlay::Form(form)) => Some(form),
            _ => None,
        }
    }
}
