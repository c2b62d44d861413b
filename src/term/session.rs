//! What a key, a paste or a fact does to an open vault, with neither a terminal nor a disk: the loop brings things in
//! and carries out what is asked for.

use super::draft::Draft;
use super::keys::{Parsed, counted, editing};
use super::legend;
use crate::adapters::text::clean_line;
use crate::app::App;
use crate::app::msg::{Effect, Env, Fact, Message, Refusal};
use crate::app::view::{Overlay, ViewAct};
use crate::commands::parse::Problem;
use crate::commands::{Command, decide, top};
use crate::core::audit::Deed;
use crate::core::id::CaseId;
use crate::effects::{Clock, Job};
use crate::keymap::{Context, Keymap, Pending, Pressed};
use crate::ui;
use chrono::Timelike;
use crossterm::event::KeyEvent;
use std::collections::VecDeque;
use std::time::Duration;
use tui_input::InputRequest;

/// What a session cannot do by itself.
#[derive(Debug)]
pub enum Ask {
    /// Work for the store; its answer comes back as a fact.
    Store(Job),
    /// Draw every cell anew.
    Redraw,
    /// Lock, and stop the process until the shell continues it.
    Suspend,
    /// Forget everything, keep the draft sealed, and ask for the passphrase.
    Lock,
    Quit,
}

/// An open vault, the keys that work on it, and what waits for its turn.
pub struct Session<'a> {
    pub app: App,
    /// How a sequence that has begun can go on.
    pub pending: Option<ui::Pending>,
    keymap: &'a Keymap,
    clock: Clock,
    parsed: Parsed,
    begun: Pending,
    /// Commands that commit, waiting for the one on its way.
    waiting: VecDeque<Command>,
    asked: Vec<Ask>,
    /// The case that was noted as looked at last.
    viewed: Option<CaseId>,
}

impl<'a> Session<'a> {
    /// A session on `app`; begins by asking for what undo may reach.
    pub fn new(app: App, keymap: &'a Keymap, clock: Clock) -> Self {
        let asked = vec![Ask::Store(Job::History(app.head))];
        Self {
            app,
            pending: None,
            keymap,
            clock,
            parsed: Parsed::default(),
            begun: Pending::default(),
            waiting: VecDeque::new(),
            asked,
            viewed: None,
        }
    }

    /// What has been asked for since the last time.
    pub fn asked(&mut self) -> Vec<Ask> {
        let viewed = self.app.viewed();
        if viewed != self.viewed {
            self.viewed = viewed;
            let noted = viewed.map(|case| Ask::Store(Job::Note(self.env().now, Deed::Viewed(case))));
            self.asked.extend(noted);
        }
        std::mem::take(&mut self.asked)
    }

    /// The keymap context that has the keys now.
    pub fn context(&self) -> Context {
        Context::from_name(self.app.view.context()).unwrap_or(Context::Global)
    }

    /// The context in which the page on top was opened.
    pub fn context_of_page(&self) -> Context {
        Context::from_name(self.app.view.context_of_page()).unwrap_or(Context::Global)
    }

    /// Whether something is on its way to the disk, or waits for its turn to go there.
    pub fn is_busy(&self) -> bool {
        self.app.view.saving || !self.waiting.is_empty()
    }

    /// Whether a key asks to lock, wherever the person is.
    pub fn locks(&mut self, key: KeyEvent) -> bool {
        let pressed = self.keymap.press(&mut Pending::default(), self.context(), key);
        matches!(pressed, Pressed::Run(line, _) if matches!(self.parsed.get(&line), Ok(Command::Lock)))
    }

    /// Brings back what a locked screen left.
    pub fn bring_back(&mut self, draft: Draft) {
        if let Some(case) = draft.bring_back(&mut self.app) {
            self.asked.push(Ask::Store(Job::Timeline(case)));
        }
    }

    /// Notices a new day, here or where an appointment is: after midnight, after sleep, or when the clock was set.
    pub fn look_at_clock(&mut self) {
        let env = self.env();
        if env.today != self.app.moment.today || !self.app.ranking.holds_at(env.now) {
            self.app.settle(Fact::Moment(env));
        }
    }

    /// How long until the clock is to be looked at again: to the next full minute, since days begin on one.
    pub fn until_next_look(&self) -> Duration {
        Duration::from_secs(60 - u64::from(self.env().now.second().min(59)))
    }

    /// Takes in what came back; what waited for it has its turn.
    pub fn fact(&mut self, fact: Fact) {
        self.app.settle(fact);
        while !self.waits() {
            let Some(command) = self.waiting.pop_front() else { return };
            self.command(command);
        }
    }

    /// Hides the names that were to be seen for a moment.
    pub fn hide_names(&mut self) {
        if self.app.view.peeked.is_some() {
            self.look(ViewAct::Peek(None));
        }
    }

    /// Takes a key press.
    pub fn key(&mut self, key: KeyEvent) {
        // Any key hides what was seen for a moment, and does what it always does.
        self.hide_names();
        if self.app.view.revealed.is_some() {
            self.app.settle(Fact::Concealed);
        }
        let context = self.context();
        self.pending = None;
        match self.keymap.press(&mut self.begun, context, key) {
            Pressed::Run(line, count) => match self.parsed.get(&line) {
                Ok(command) => self.command(counted(command, count)),
                Err(Problem::Incomplete(_)) => {
                    let decided = top::run(&line, &self.app, &self.env());
                    self.perform(decided);
                }
                Err(problem) => self.look(ViewAct::Refused(problem.message())),
            },
            Pressed::Pending(next) => {
                self.pending = Some(legend::pending(&self.begun.typed(), &next, &self.app.locale));
            }
            Pressed::Text(c) => self.look(ViewAct::Type(c, self.clock.steady())),
            Pressed::Nothing if context.takes_text() => {
                if let Some(request) = editing(key) {
                    self.look(ViewAct::Edit(request));
                }
            }
            Pressed::Nothing | Pressed::Cancelled => {}
        }
    }

    /// A paste goes into the line being typed, made harmless, or nowhere; it never runs anything.
    pub fn paste(&mut self, text: &str) {
        self.hide_names();
        let chooses = self.app.view.form().and_then(|form| form.field()).is_some_and(|field| !field.is_typed());
        if chooses || !self.context().takes_text() {
            return self.look(ViewAct::Refused(Message::new("paste-nowhere")));
        }
        for c in clean_line(text).chars() {
            self.look(ViewAct::Edit(InputRequest::InsertChar(c)));
        }
    }

    fn env(&self) -> Env {
        self.clock.env(self.app.clinic.zone)
    }

    fn look(&mut self, act: ViewAct) {
        self.app.settle(Fact::View(act));
    }

    /// Whether a commit has to wait: another is on its way, or it is not known yet what undo can reach.
    fn waits(&self) -> bool {
        self.app.view.saving || !self.app.history_read
    }

    fn command(&mut self, command: Command) {
        if command.writes() && self.app.only_reads {
            return self.look(ViewAct::Refused(Message::new("refused-only-reads")));
        }
        if command.commits() && self.waits() {
            self.waiting.push_back(command);
            return;
        }
        let decided = decide(&command, &self.app, &self.env());
        self.perform(decided);
    }

    fn perform(&mut self, decided: Result<Vec<Effect>, Refusal>) {
        match decided {
            Ok(effects) => effects.into_iter().for_each(|effect| self.act(effect)),
            Err(Refusal::Because(message)) => self.look(ViewAct::Refused(message)),
            Err(Refusal::Ask(form)) => self.look(ViewAct::Open(Overlay::Form(form))),
        }
    }

    fn act(&mut self, effect: Effect) {
        let ask = match effect {
            Effect::Commit(commit) => {
                self.app.view.saving = true;
                Ask::Store(Job::Commit(self.app.head, commit))
            }
            Effect::CommitNumber(commit, number) => {
                self.app.view.saving = true;
                Ask::Store(Job::CommitNumber(self.app.head, commit, number))
            }
            Effect::Reveal(case, purpose) => {
                let Some(number) = self.app.world.a_number(case).cloned() else { return };
                Ask::Store(Job::Reveal(self.env().now, number, purpose))
            }
            Effect::ReadTimeline(case) => Ask::Store(Job::Timeline(case)),
            Effect::View(act) => return self.look(act),
            Effect::Say(message) => return self.app.settle(Fact::Say(message)),
            Effect::Redraw => Ask::Redraw,
            Effect::Suspend => Ask::Suspend,
            Effect::Lock => Ask::Lock,
            Effect::Quit => Ask::Quit,
        };
        self.asked.push(ask);
    }
}
