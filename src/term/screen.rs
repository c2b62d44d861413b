//! The loop: a key becomes a command, a command effects, effects facts, facts state, and state a frame.

use super::guard::Guard;
use super::input::{self, Input};
use super::keys::{Parsed, counted, editing};
use super::legend;
use super::signals;
use super::unlock::{self, Opened, Start};
use crate::adapters::text::clean_line;
use crate::app::App;
use crate::app::msg::{Effect, Env, Fact, Refusal};
use crate::app::view::{Overlay, ViewAct};
use crate::commands::parse::Problem;
use crate::commands::{Command, decide, top};
use crate::effects::{Clock, Job, Worker};
use crate::keymap::{Context, Keymap, Pending, Pressed};
use crate::locale::{Lang, Locale};
use crate::store::vault::{self, Vault};
use crate::store::{self, Store};
use crate::ui::{self, chrome::Chrome, theme::Theme};
use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;
use tui_input::InputRequest;

/// How long a frame waits for a commit that is on its way, so that one frame shows both key and result.
const SOON: Duration = Duration::from_millis(5);
/// How often the clock is looked at; nothing is drawn unless the day changed.
const MINUTE: Duration = Duration::from_secs(60);

/// How a session is to be.
pub struct Options {
    pub lang: Lang,
    pub theme: Theme,
    pub keymap: Keymap,
    pub clock: Clock,
    /// The vault's folder.
    pub dir: PathBuf,
    /// Something to say when the screen opens, such as a keymap file that was left out.
    pub greeting: Option<String>,
}

/// Why a session ended badly.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{0}")]
    Terminal(#[from] io::Error),
    #[error("{0}")]
    Store(#[from] store::Error),
}

/// Runs the screen until the person leaves. Returns the exit code.
///
/// # Errors
/// The terminal cannot be used, or the vault cannot be read.
pub fn open(start: Start, options: &Options) -> Result<i32, Failure> {
    let (tell, inbox) = channel();
    let mut guard = Guard::take()?;
    signals::watch(&tell)?;
    input::read(tell.clone());
    let mut start = start;
    let mut lang = options.lang;
    loop {
        let locale = Locale::new(lang);
        let vault = match unlock::ask(start, options, &locale, &mut guard, &inbox, &tell)? {
            Opened::Vault(vault) => *vault,
            Opened::Left(code) => return Ok(code),
        };
        match Session::open(vault, options, lang, &tell)?.run(&mut guard, &inbox)? {
            End::Quit(code) => return Ok(code),
            End::Lock(speaks) => {
                lang = speaks;
                start = Start::Unlock(Box::new(vault::open(&options.dir)?), None);
            }
        }
    }
}

/// How a session with an open vault ended.
enum End {
    Quit(i32),
    /// Lock; the language that was spoken.
    Lock(Lang),
}

struct Session<'a> {
    app: App,
    options: &'a Options,
    worker: Worker<Vault>,
    parsed: Parsed,
    pending: Pending,
    chrome: Chrome,
    /// What `chrome` was made for.
    chrome_of: Option<(Context, Lang)>,
    /// Commands that commit, waiting for the one on its way.
    waiting: VecDeque<Command>,
    end: Option<End>,
    redraw: bool,
    suspend: bool,
}

impl<'a> Session<'a> {
    fn open(mut vault: Vault, options: &'a Options, lang: Lang, tell: &Sender<Input>) -> Result<Self, store::Error> {
        let (world, head) = vault.load()?;
        let zone = world.clinic().map_or_else(|| crate::core::clinic::Clinic::default().zone, |clinic| clinic.zone);
        let mut app = App::new(world, head, options.clock.env(zone), lang);
        app.test_kdf = vault.is_test_kdf();
        if let Some(text) = options.greeting.clone().or_else(|| found(&vault, &app.locale)) {
            app.greet(text);
        }
        let answers = tell.clone();
        let worker = Worker::start(vault, move |fact| drop(answers.send(Input::Fact(fact))));
        worker.ask(Job::History(head));
        Ok(Self {
            app,
            options,
            worker,
            parsed: Parsed::default(),
            pending: Pending::default(),
            chrome: Chrome { theme: options.theme, ..Chrome::default() },
            chrome_of: None,
            waiting: VecDeque::new(),
            end: None,
            redraw: false,
            suspend: false,
        })
    }

    fn run(mut self, guard: &mut Guard, inbox: &Receiver<Input>) -> Result<End, Failure> {
        let (width, height) = guard.size()?;
        self.app.settle(Fact::Resized(width, height));
        loop {
            self.draw(guard)?;
            match inbox.recv_timeout(MINUTE) {
                Ok(input) => self.take(input),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.end = Some(End::Quit(1)),
            }
            self.drain(inbox);
            self.look_at_clock();
            if let Some(end) = self.end.take() {
                if let Some(vault) = self.worker.stop() {
                    vault.close()?;
                }
                return Ok(end);
            }
            if std::mem::take(&mut self.suspend) {
                guard.suspend()?;
                let (width, height) = guard.size()?;
                self.app.settle(Fact::Resized(width, height));
            }
            if std::mem::take(&mut self.redraw) {
                guard.clear()?;
            }
        }
    }

    /// Takes what is there already, and waits a moment for a commit, so that fewer frames show more.
    fn drain(&mut self, inbox: &Receiver<Input>) {
        while self.end.is_none() {
            let next = if self.app.view.saving { inbox.recv_timeout(SOON).ok() } else { inbox.try_recv().ok() };
            match next {
                Some(input) => self.take(input),
                None => return,
            }
        }
    }

    fn draw(&mut self, guard: &mut Guard) -> io::Result<()> {
        let context = self.context();
        let lang = self.app.locale.lang();
        if self.chrome_of != Some((context, lang)) {
            legend::fill(&mut self.chrome, &self.options.keymap, context, &self.app.locale);
            self.chrome_of = Some((context, lang));
        }
        let (app, chrome) = (&self.app, &self.chrome);
        guard.draw(|frame| ui::draw(frame, app, chrome))
    }

    fn context(&self) -> Context {
        Context::from_name(self.app.view.context()).unwrap_or(Context::Global)
    }

    fn env(&self) -> Env {
        self.options.clock.env(self.app.clinic.zone)
    }

    fn look_at_clock(&mut self) {
        let env = self.env();
        if env.today != self.app.moment.today {
            self.app.settle(Fact::Moment(env));
        }
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.key(key),
            Input::Paste(text) => self.paste(&text),
            Input::Resize(width, height) => self.app.settle(Fact::Resized(width, height)),
            Input::Fact(fact) => {
                self.app.settle(fact);
                self.next_in_line();
            }
            Input::End(code) => self.end = Some(End::Quit(code)),
            Input::Derived(_) => {}
        }
    }

    fn key(&mut self, key: crossterm::event::KeyEvent) {
        let context = self.context();
        let pressed = self.options.keymap.press(&mut self.pending, context, key);
        self.chrome.pending = None;
        match pressed {
            Pressed::Run(line, count) => match self.parsed.get(&line) {
                Ok(command) => self.command(counted(command, count)),
                Err(Problem::Incomplete(_)) => {
                    let effects = top::run(&line, &self.app, &self.env());
                    self.perform(effects);
                }
                Err(problem) => self.app.settle(Fact::View(ViewAct::Refused(problem.message()))),
            },
            Pressed::Pending(next) => {
                self.chrome.pending = Some(legend::pending(self.pending.typed(), &next, &self.app.locale));
            }
            Pressed::Text(c) => self.app.settle(Fact::View(ViewAct::Edit(InputRequest::InsertChar(c)))),
            Pressed::Nothing if context.takes_text() => {
                if let Some(request) = editing(key) {
                    self.app.settle(Fact::View(ViewAct::Edit(request)));
                }
            }
            Pressed::Nothing | Pressed::Cancelled => {}
        }
    }

    /// A paste goes into the line being typed, made harmless, or nowhere; it never runs anything.
    fn paste(&mut self, text: &str) {
        if !self.context().takes_text() {
            self.app.settle(Fact::View(ViewAct::Refused(crate::app::msg::Message::new("paste-nowhere"))));
            return;
        }
        for c in clean_line(text).chars() {
            self.app.settle(Fact::View(ViewAct::Edit(InputRequest::InsertChar(c))));
        }
    }

    fn command(&mut self, command: Command) {
        let waits = self.app.view.saving || !self.app.history_read;
        if command.commits() && waits {
            self.waiting.push_back(command);
            return;
        }
        let effects = decide(&command, &self.app, &self.env());
        self.perform(effects);
    }

    fn next_in_line(&mut self) {
        while !self.app.view.saving && self.app.history_read {
            let Some(command) = self.waiting.pop_front() else { return };
            self.command(command);
        }
    }

    fn perform(&mut self, decided: Result<Vec<Effect>, Refusal>) {
        match decided {
            Ok(effects) => effects.into_iter().for_each(|effect| self.act(effect)),
            Err(Refusal::Because(message)) => self.app.settle(Fact::View(ViewAct::Refused(message))),
            Err(Refusal::Ask(form)) => self.app.settle(Fact::View(ViewAct::Open(Overlay::Form(form)))),
        }
    }

    fn act(&mut self, effect: Effect) {
        match effect {
            Effect::Commit(commit) => {
                self.app.view.saving = true;
                self.worker.ask(Job::Commit(self.app.head, commit));
            }
            Effect::ReadTimeline(case) => self.worker.ask(Job::Timeline(case)),
            Effect::View(act) => self.app.settle(Fact::View(act)),
            Effect::Say(message) => self.app.settle(Fact::Say(message)),
            Effect::Redraw => self.redraw = true,
            Effect::Suspend => self.suspend = true,
            Effect::Lock => self.end = Some(End::Lock(self.app.locale.lang())),
            Effect::Quit => self.end = Some(End::Quit(0)),
        }
    }
}

/// What the vault found at opening, as one sentence.
fn found(vault: &Vault, locale: &Locale) -> Option<String> {
    let said: Vec<String> = vault.report().iter().map(|notice| crate::error::notice(notice).text(locale)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}
