//! The loop: a key becomes a command, a command effects, effects facts, facts state, and state a frame.

use super::guard::Guard;
use super::input::{self, Input};
use super::legend;
use super::session::{Ask, Session};
use super::signals;
use super::unlock::{self, Opened, Start};
use crate::app::App;
use crate::app::msg::Fact;
use crate::core::rules::RuleBook;
use crate::effects::{Clock, Worker};
use crate::keymap::{Context, Keymap};
use crate::locale::{Lang, Locale};
use crate::store::vault::{self, Vault};
use crate::store::{self, Store};
use crate::ui::{self, chrome::Chrome, theme::Theme};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How long a frame waits for a commit that is on its way, so that one frame shows both key and result.
const SOON: Duration = Duration::from_millis(5);

/// How a session is to be.
pub struct Options {
    pub lang: Lang,
    pub theme: Theme,
    pub keymap: Keymap,
    pub clock: Clock,
    /// The vault's folder.
    pub dir: PathBuf,
    /// The vault is an invented one.
    pub demo: bool,
    /// The passphrase of a vault that is thrown away; no secret.
    pub told: Option<&'static str>,
    /// Something to say when the screen opens, such as a keymap file that was left out.
    pub greeting: Option<String>,
    /// The rules in use, the clinic's own among them.
    pub rules: RuleBook,
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
        match Screen::open(vault, options, lang, &tell)?.run(&mut guard, &inbox)? {
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

struct Screen<'a> {
    session: Session<'a>,
    options: &'a Options,
    worker: Worker<Vault>,
    chrome: Chrome,
    /// What `chrome` was made for.
    chrome_of: Option<(Context, Lang)>,
    end: Option<End>,
    redraw: bool,
    suspend: bool,
}

impl<'a> Screen<'a> {
    fn open(mut vault: Vault, options: &'a Options, lang: Lang, tell: &Sender<Input>) -> Result<Self, store::Error> {
        let (world, head) = vault.load()?;
        let zone = world.clinic().map_or_else(|| crate::core::clinic::Clinic::default().zone, |clinic| clinic.zone);
        let mut app = App::with_rules(world, head, options.clock.env(zone), lang, options.rules.clone());
        app.test_kdf = vault.is_test_kdf();
        let made = vault.last_made(head)?.map(|made| made.with_timezone(&zone).naive_local());
        let made = made.map(|made| app.locale.last_change(head, made, app.moment.today));
        if let Some(text) = options.greeting.clone().or_else(|| found(&vault, &app.locale)).or(made) {
            app.greet(text);
        }
        let answers = tell.clone();
        let worker = Worker::start(vault, move |fact| drop(answers.send(Input::Fact(fact))));
        Ok(Self {
            session: Session::new(app, &options.keymap, options.clock),
            options,
            worker,
            chrome: Chrome { theme: options.theme, ..Chrome::default() },
            chrome_of: None,
            end: None,
            redraw: false,
            suspend: false,
        })
    }

    fn run(mut self, guard: &mut Guard, inbox: &Receiver<Input>) -> Result<End, Failure> {
        let (width, height) = guard.size()?;
        self.session.app.settle(Fact::Resized(width, height));
        self.carry_out();
        loop {
            self.draw(guard)?;
            match self.next(guard, inbox)? {
                Ok(input) => self.take(input),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.end = Some(End::Quit(1)),
            }
            self.drain(inbox);
            self.session.look_at_clock();
            if let Some(end) = self.end.take() {
                // Closing reads the records once more; never are there two worlds in memory.
                drop(self.session);
                if let Some(vault) = self.worker.stop() {
                    vault.close()?;
                }
                return Ok(end);
            }
            if std::mem::take(&mut self.suspend) {
                guard.suspend()?;
                let (width, height) = guard.size()?;
                self.session.app.settle(Fact::Resized(width, height));
            }
            if std::mem::take(&mut self.redraw) {
                guard.clear()?;
            }
        }
    }

    /// What comes next. Until it comes, what was left for now is done, and shown once all of it is.
    fn next(&mut self, guard: &mut Guard, inbox: &Receiver<Input>) -> io::Result<Result<Input, RecvTimeoutError>> {
        let begun = self.session.app.is_behind();
        while self.session.app.is_behind() {
            if let Ok(input) = inbox.try_recv() {
                return Ok(Ok(input));
            }
            self.session.fact(Fact::GoOn);
        }
        if begun {
            self.draw(guard)?;
        }
        Ok(inbox.recv_timeout(self.session.until_next_look()))
    }

    /// Takes what is there already, and waits a moment for a commit, so that fewer frames show more.
    fn drain(&mut self, inbox: &Receiver<Input>) {
        while self.end.is_none() {
            let saving = self.session.app.view.saving;
            let next = if saving { inbox.recv_timeout(SOON).ok() } else { inbox.try_recv().ok() };
            match next {
                Some(input) => self.take(input),
                None => return,
            }
        }
    }

    fn draw(&mut self, guard: &mut Guard) -> io::Result<()> {
        let context = self.session.context();
        let lang = self.session.app.locale.lang();
        if self.chrome_of != Some((context, lang)) {
            legend::fill(&mut self.chrome, &self.options.keymap, context, &self.session.app.locale);
            self.chrome_of = Some((context, lang));
        }
        self.chrome.pending.clone_from(&self.session.pending);
        // Only drawing knows how long a page is.
        let end = ui::page_end(&self.session.app, &self.chrome);
        self.session.app.settle(Fact::PageEnd(end));
        let (app, chrome) = (&self.session.app, &self.chrome);
        guard.draw(|frame| ui::draw(frame, app, chrome))
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.session.key(key),
            Input::Paste(text) => self.session.paste(&text),
            Input::Resize(width, height) => self.session.app.settle(Fact::Resized(width, height)),
            Input::Fact(fact) => self.session.fact(fact),
            Input::End(code) => self.end = Some(End::Quit(code)),
            Input::Derived(_) => {}
        }
        self.carry_out();
    }

    fn carry_out(&mut self) {
        for ask in self.session.asked() {
            match ask {
                Ask::Store(job) => self.worker.ask(job),
                Ask::Redraw => self.redraw = true,
                Ask::Suspend => self.suspend = true,
                Ask::Lock => self.end = Some(End::Lock(self.session.app.locale.lang())),
                Ask::Quit => self.end = Some(End::Quit(0)),
            }
        }
    }
}

/// What the vault found at opening, as one sentence.
fn found(vault: &Vault, locale: &Locale) -> Option<String> {
    let said: Vec<String> = vault.report().iter().map(|notice| crate::error::notice(notice).text(locale)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}
