//! Facts into state.

use super::App;
use super::list::Step;
use super::msg::{Fact, Message};
use super::timeline::TimelineView;
use super::view::{Notice, NoticeKind, Overlay, ViewAct};
use crate::core::change::{Change, Commit, Seq, Verb};
use crate::core::event::Event;
use crate::core::id::{EventId, RecordId};
use crate::core::record::Record;
use crate::core::urgency::Moment;
use crate::panes::{PaneId, timeline};
use std::collections::HashMap;
use tui_input::{Input, InputRequest};

impl App {
    /// Takes in what happened. A message of more or fewer lines than the one before makes the lists lower or higher, and
    /// the cursors stay in sight.
    pub fn settle(&mut self, fact: Fact) {
        let said = self.view.areas().status.h;
        self.take_in(fact);
        if self.view.areas().status.h != said {
            self.keep_cursors();
        }
    }

    fn take_in(&mut self, fact: Fact) {
        match fact {
            Fact::Committed(seq, commit) => self.committed(seq, commit),
            Fact::NotCommitted(message) => {
                (self.view.saving, self.view.then) = (false, None);
                let mut text = message.text(&self.locale);
                if let Some(Overlay::Form(form)) = self.view.overlays.last_mut() {
                    form.submitted = false;
                    text = format!("{text} {}", self.locale.t("store-still-here"));
                }
                self.view.notice = Some(Notice { kind: NoticeKind::NotSaved, text });
            }
            Fact::Timeline(case, events) => {
                let page = self.view.areas().timeline_rows();
                let searched = self.view.timeline.as_ref().is_some_and(TimelineView::is_searched);
                let words = if searched { self.words(&events) } else { HashMap::new() };
                if let Some(timeline) = self.view.timeline.as_mut().filter(|timeline| timeline.case == case) {
                    timeline.words = words;
                    timeline.load(events, page);
                }
            }
            Fact::Revealed(case, number) => self.view.revealed = Some((case, number)),
            Fact::Concealed => self.view.revealed = None,
            Fact::History(history) => {
                self.history = history;
                self.history_read = true;
            }
            Fact::View(act) => self.look(act),
            Fact::Say(message) => self.notice(NoticeKind::Info, &message),
            Fact::Failed(message) => self.notice(NoticeKind::Refused, &message),
            Fact::Moment(env) => {
                self.moment = Moment { now: env.now, today: env.today };
                self.refresh();
                self.reword_timeline();
            }
            Fact::GoOn => self.go_on(),
            Fact::Place(place) => self.go_back_to(*place),
            Fact::PageEnd(end) => {
                self.view.page_end = end;
                if let Some(Overlay::Page { scroll, .. }) = self.view.overlays.last_mut() {
                    *scroll = (*scroll).min(end);
                }
            }
            Fact::Resized(width, height) => {
                (self.view.width, self.view.height) = (width, height);
                self.keep_cursors();
            }
        }
    }

    /// Says what was found when the vault was opened.
    pub fn greet(&mut self, text: String) {
        self.view.notice = Some(Notice { kind: NoticeKind::Info, text });
        self.keep_cursors();
    }

    /// Says something in the status line.
    pub fn notice(&mut self, kind: NoticeKind, message: &Message) {
        self.view.notice = Some(Notice { kind, text: message.text(&self.locale) });
    }

    fn committed(&mut self, seq: Seq, commit: Commit) {
        for case in commit.erases() {
            self.history.erase(case, &self.world);
            self.view.timeline = self.view.timeline.take().filter(|timeline| timeline.case != case);
        }
        self.world.apply(&commit);
        self.head = seq;
        self.clinic = self.world.clinic().cloned().unwrap_or_default();
        self.practice = self.world.practice().cloned().unwrap_or_default();
        self.view.saving = false;
        self.follow_timeline(&commit);
        self.close_submitted();
        for id in [PaneId::Caseload, PaneId::Deadlines, PaneId::Partners] {
            self.view.pane_mut(id).clear_marks();
        }
        if let Some(act) = self.view.then.take() {
            self.look(*act);
        }
        self.view.notice = Some(Notice { kind: NoticeKind::Info, text: self.told(&commit) });
        self.refresh_after(&commit);
        if commit.undoes.is_none() {
            self.show_new(&commit);
        }
        self.history.push(seq, commit);
    }

    /// What a commit did, as one sentence: done, undone or done again.
    pub fn told(&self, commit: &Commit) -> String {
        match commit.undoes {
            None if commit.erases().next().is_some() => {
                let remains = self.locale.t("erased-remains");
                format!("{}. {remains}", self.locale.done(&commit.act))
            }
            None => match next_of(commit.act.verb) {
                Some(key) => format!("{}. {}", self.locale.done(&commit.act), self.locale.t(key)),
                None => self.locale.done(&commit.act),
            },
            Some(seq) if self.history.redo().is_some_and(|(redo, _)| redo == seq) => self.locale.redid(&commit.act),
            Some(_) => self.locale.undid(&commit.act),
        }
    }

    /// The cursor of a pane goes to what was just added to it. A case that was opened is what the person is at: its list
    /// has the keys.
    fn show_new(&mut self, commit: &Commit) {
        let mut added = commit.changes.iter().filter(|change| change.before().is_none()).filter_map(Change::id);
        if commit.act.verb == Verb::AddedCase {
            let case = added.find(|id| matches!(id, RecordId::Case(_)));
            return case.into_iter().for_each(|id| self.show(id));
        }
        let added = added.next();
        if let Some((id, pane)) = added.and_then(|id| Some((id, PaneId::of(id)?))) {
            let page = self.view.page(pane);
            self.view.pane_mut(pane).show(id, page);
        }
    }

    /// What the rows of these events show.
    fn words(&self, events: &[Event]) -> HashMap<EventId, String> {
        let ctx = self.ctx();
        events.iter().map(|event| (event.id, timeline::words(&ctx, event))).collect()
    }

    /// The rows of the open timeline show something else now, or are looked in from now on.
    fn reword_timeline(&mut self) {
        let page = self.view.areas().timeline_rows();
        let Some(timeline) = self.view.timeline.as_ref().filter(|timeline| timeline.is_searched()) else { return };
        let words = self.words(&timeline.events);
        if let Some(timeline) = self.view.timeline.as_mut() {
            timeline.words = words;
            timeline.arrange(page);
        }
    }

    fn follow_timeline(&mut self, commit: &Commit) {
        let page = self.view.areas().timeline_rows();
        let Some(timeline) = self.view.timeline.as_mut() else { return };
        for change in &commit.changes {
            if let Some(Record::Event(before)) = change.before() {
                timeline.events.retain(|event| event.id != before.id);
            }
            if let Some(Record::Event(after)) = change.after()
                && after.case == timeline.case
            {
                timeline.events.push(after.clone());
            }
        }
        timeline.arrange(page);
        self.reword_timeline();
    }

    /// A form stays open until what it asked for is durable; then it goes.
    fn close_submitted(&mut self) {
        if let Some(Overlay::Form(form)) = self.view.overlays.last()
            && form.submitted
        {
            self.view.overlays.pop();
        }
    }

    fn keep_cursors(&mut self) {
        for id in [PaneId::Caseload, PaneId::Deadlines, PaneId::Partners] {
            let page = self.view.page(id);
            self.view.pane_mut(id).step(Step::By(0), page);
        }
        let page = self.view.areas().timeline_rows();
        if let Some(timeline) = self.view.timeline.as_mut() {
            timeline.step(Step::By(0), page);
        }
    }

    fn look(&mut self, act: ViewAct) {
        if matches!(
            act,
            ViewAct::Move(_)
                | ViewAct::Focus(_)
                | ViewAct::Cycle(_)
                | ViewAct::Open(_)
                | ViewAct::Edit(_)
                | ViewAct::Type(..)
        ) {
            // Whoever goes on has read it; the line is wanted for what is selected now.
            self.view.notice = None;
        }
        match act {
            ViewAct::Focus(pane) => {
                self.view.timeline = None;
                self.view.focus = pane;
                self.keep_cursors();
            }
            ViewAct::Cycle(by) => self.cycle(by),
            ViewAct::Move(step) => self.step(step),
            ViewAct::Back => self.back(),
            ViewAct::Close => drop(self.view.overlays.pop()),
            ViewAct::StartFilter => {
                self.view.set_filtering(true);
                if self.view.timeline.is_none() {
                    self.read_rows(self.view.focus);
                }
                self.reword_timeline();
            }
            ViewAct::AcceptFilter => self.view.set_filtering(false),
            ViewAct::MarkToggle => {
                let page = self.view.page(self.view.focus);
                self.view.pane_mut(self.view.focus).toggle_mark(page);
            }
            ViewAct::MarkRange => self.view.pane_mut(self.view.focus).toggle_range(),
            ViewAct::MarkClear => self.view.pane_mut(self.view.focus).clear_marks(),
            ViewAct::ToggleSort => {
                self.view.by_due = !self.view.by_due;
                self.arrange(PaneId::Deadlines);
            }
            ViewAct::ToggleBlur => {
                self.view.blur = !self.view.blur;
                self.refresh();
            }
            ViewAct::Peek(case) => self.view.peeked = case,
            ViewAct::Speak(lang) => {
                self.locale = crate::locale::Locale::new(lang);
                self.view.notice = None;
                self.refresh();
                self.reword_timeline();
            }
            ViewAct::Open(overlay) => self.view.overlays.push(overlay),
            ViewAct::Edit(request) => self.edit(request),
            ViewAct::Type(c, at) => match self.view.overlays.last_mut() {
                Some(Overlay::Form(form)) => form.letter(c, at),
                _ => self.edit(InputRequest::InsertChar(c)),
            },
            ViewAct::FormStep(by) => {
                if let Some(Overlay::Form(form)) = self.view.overlays.last_mut() {
                    form.step(by);
                }
            }
            ViewAct::Refused(message) => self.notice(NoticeKind::Refused, &message),
            ViewAct::FormSubmitted => {
                if let Some(Overlay::Form(form)) = self.view.overlays.last_mut() {
                    form.submitted = true;
                }
            }
            ViewAct::FormRefused(message, arg) => self.form_refused(message, arg.as_deref()),
            ViewAct::OpenTimeline(case) => {
                self.view.timeline = Some(TimelineView::new(case));
            }
            ViewAct::Timeline(act) => {
                let page = self.view.areas().timeline_rows();
                if let Some(timeline) = self.view.timeline.as_mut() {
                    timeline.act(act, page);
                }
            }
            ViewAct::Show(id) => self.show(id),
            ViewAct::Then(act) => self.view.then = Some(act),
            ViewAct::Took => {
                if let Some(Overlay::Picker(picker)) = self.view.overlays.last_mut()
                    && !picker.take()
                {
                    self.view.overlays.pop();
                }
            }
        }
    }

    fn cycle(&mut self, by: i64) {
        const ORDER: [PaneId; 3] = [PaneId::Deadlines, PaneId::Caseload, PaneId::Partners];
        let at = ORDER.iter().position(|id| *id == self.view.focus).unwrap_or(0);
        let next = (i64::try_from(at).unwrap_or(0) + by).rem_euclid(3);
        self.view.focus = ORDER[usize::try_from(next).unwrap_or(0)];
        self.view.timeline = None;
        self.keep_cursors();
    }

    fn step(&mut self, step: Step) {
        let areas = self.view.areas();
        match self.view.overlays.last_mut() {
            Some(Overlay::Picker(picker)) => return picker.step(step, areas.body.rows()),
            Some(Overlay::Page { scroll, .. }) => {
                *scroll = step.from(*scroll, self.view.page_end.saturating_add(1), areas.body.rows());
                return;
            }
            Some(Overlay::Form(_) | Overlay::Confirm(_)) => return,
            None => {}
        }
        if let Some(timeline) = self.view.timeline.as_mut() {
            return timeline.step(step, areas.timeline_rows());
        }
        let page = self.view.page(self.view.focus);
        self.view.pane_mut(self.view.focus).step(step, page);
    }

    fn back(&mut self) {
        if let Some(Overlay::Form(form)) = self.view.overlays.last_mut()
            && !form.leave()
        {
            return;
        }
        if self.view.overlays.pop().is_some() {
            return;
        }
        let page = self.view.areas().timeline_rows();
        if let Some(timeline) = self.view.timeline.as_mut() {
            if timeline.filtering || !timeline.filter.value().is_empty() {
                timeline.filtering = false;
                timeline.edit_filter(InputRequest::DeleteLine, page);
            } else {
                self.view.timeline = None;
            }
            return;
        }
        self.view.notice = None;
        let focus = self.view.focus;
        let pane = self.view.pane_mut(focus);
        let had_marks = !pane.marks.is_empty();
        pane.clear_marks();
        pane.filtering = false;
        if !had_marks {
            pane.filter = Input::default();
        }
        self.arrange(focus);
    }

    fn edit(&mut self, request: InputRequest) {
        match self.view.overlays.last_mut() {
            Some(Overlay::Form(form)) => form.edit(request),
            Some(Overlay::Picker(picker)) => picker.edit(request),
            Some(Overlay::Page { .. } | Overlay::Confirm(_)) => {}
            None => self.edit_filter(request),
        }
    }

    fn edit_filter(&mut self, request: InputRequest) {
        if !self.view.is_filtering() {
            return;
        }
        let page = self.view.areas().timeline_rows();
        if let Some(timeline) = self.view.timeline.as_mut() {
            return timeline.edit_filter(request, page);
        }
        let focus = self.view.focus;
        let pane = self.view.pane_mut(focus);
        pane.filter.handle(request);
        pane.cursor = 0;
        pane.rows.clear();
        self.arrange(focus);
    }

    fn form_refused(&mut self, message: Message, arg: Option<&str>) {
        if let Some(Overlay::Form(form)) = self.view.overlays.last_mut() {
            form.submitted = false;
            let field = arg.and_then(|arg| form.fields.iter().position(|field| field.arg == arg));
            if let Some(at) = field {
                form.focus = at;
            }
            form.error = Some(super::form::FormError { field, message });
        } else {
            self.notice(NoticeKind::Refused, &message);
        }
    }

    fn show(&mut self, id: RecordId) {
        let Some(pane) = PaneId::of(id) else { return };
        self.view.timeline = None;
        self.view.focus = pane;
        let page = self.view.page(pane);
        if !self.view.pane_mut(pane).show(id, page) {
            self.view.pane_mut(pane).filter = Input::default();
            self.arrange(pane);
            self.view.pane_mut(pane).show(id, page);
        }
    }
}

/// What comes next after an act that begins something, where only another act goes on with it.
fn next_of(verb: Verb) -> Option<&'static str> {
    match verb {
        Verb::StartedRequest => Some("request-started-next"),
        Verb::RecordedConsent => Some("request-consented-next"),
        _ => None,
    }
}
