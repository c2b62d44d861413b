//! The loop: a key becomes a command, a command effects, effects facts, facts state, and state a frame.

use super::copies;
use super::draft::Draft;
use super::glance::Glance;
use super::guard::Guard;
use super::handover::{Handover, Parting};
use super::idle::{self, Alarm, Asked, Due, Watch};
use super::input::{self, Input};
use super::legend;
use super::session::{Ask, Session};
use super::signals;
use super::unlock::{self, Opened, Start};
use crate::app::App;
use crate::app::msg::Fact;
use crate::core::audit::Deed;
use crate::core::rules::RuleBook;
use crate::effects::{self, Clock, Worker, swap};
use crate::keymap::{Context, Keymap};
use crate::locale::{Lang, Locale};
use crate::store::audit::Audited;
use crate::store::vault::{self, Vault};
use crate::store::{self, Store};
use crate::ui::{self, chrome::Chrome, theme::Theme};
use chrono::{DateTime, Utc};
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
    /// How long a screen may stand without a key, where this session says it.
    pub asked: Asked,
    /// A folder that is thrown away in the end.
    pub folder: Option<PathBuf>,
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
    /// The screen was to be locked and could not be; the vault is closed.
    #[error("{0}")]
    NotLocked(io::Error),
    /// The session ended well, but for the backup that should have been made.
    #[error("{0}")]
    NoBackup(store::Error),
}

/// Runs the screen until the person leaves. Returns the exit code.
///
/// # Errors
/// The terminal cannot be used, or the vault cannot be read.
pub fn open(start: Start, options: &Options) -> Result<i32, Failure> {
    go(Guard::take()?, start, None, options)
}

/// Runs the screen of which the program before this one in the same process was locked. Returns the exit code.
///
/// # Errors
/// Those of [`open`].
pub fn resume(handed: &Handover, options: &Options) -> Result<i32, Failure> {
    let guard = handed.take_terminal()?;
    let locked = vault::open_again(&options.dir, handed.lock())?;
    go(guard, Start::Unlock(Box::new(locked), None), Some(handed), options)
}

fn go(mut guard: Guard, start: Start, handed: Option<&Handover>, options: &Options) -> Result<i32, Failure> {
    let (tell, inbox) = channel();
    signals::watch(&tell)?;
    input::read(tell.clone());
    let locale = Locale::new(options.lang);
    let alarm = Alarm::new(tell.clone())?;
    // How long the clinic lets a screen stand is sealed; after a lock, the program before this one knew it.
    let patience = options.asked.limits(handed.and_then(Handover::unattended)).blank;
    let vault = match unlock::ask(start, options, &locale, &mut guard, (&inbox, &tell), (&alarm, patience))? {
        Opened::Vault(vault) => *vault,
        Opened::Left(code) => return Ok(code),
    };
    let draft = handed.map(|handed| vault.take_back(&handed.draft));
    // Said once, when the day begins; nobody invented is harmed by it.
    let swaps = handed.is_none() && !options.demo && !vault.is_test_kdf() && swap::is_plain();
    let mut screen = Screen::open(vault, options, &tell, alarm)?;
    screen.file = handed.map(Handover::file);
    let app = &mut screen.session.app;
    if swaps && app.view.notice.is_none() {
        app.greet(app.locale.t("plain-swap"));
    }
    screen.run(&mut guard, &inbox, draft)
}

/// How a session with an open vault ended.
enum End {
    Quit(i32),
    Lock,
    /// Lock, give the terminal to the shell, and stop until it continues the process.
    Suspend,
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
    watch: Watch,
    glance: Glance,
    alarm: Alarm,
    /// Nobody was there for a while: nothing is shown until a key is pressed.
    blank: bool,
    /// The open file that the last handover came in.
    file: Option<i32>,
}

impl<'a> Screen<'a> {
    fn open(mut vault: Vault, options: &'a Options, tell: &Sender<Input>, alarm: Alarm) -> Result<Self, Failure> {
        let (world, head) = vault.load()?;
        let zone = world.clinic().map_or_else(|| crate::core::clinic::Clinic::default().zone, |clinic| clinic.zone);
        let env = options.clock.env(zone);
        vault.enter(env.now, &effects::account());
        let mut app = App::with_rules(world, head, env, options.lang, options.rules.clone());
        app.test_kdf = vault.is_test_kdf();
        app.only_reads = vault.damage().is_some();
        let made = vault.last_made(head)?.map(|made| made.with_timezone(&zone).naive_local());
        let made = made.map(|made| app.locale.last_change(head, made, app.moment.today));
        let reminder = copies::begin(&vault, &app, options.clock.env(zone), tell);
        let usual: Vec<String> = made.into_iter().chain(reminder.map(|message| message.text(&app.locale))).collect();
        let usual = (!usual.is_empty()).then(|| usual.join(" "));
        if let Some(text) = options.greeting.clone().or_else(|| found(&vault, &app)).or(usual) {
            app.greet(text);
        }
        let answers = tell.clone();
        let worker = Worker::start(vault, move |fact| drop(answers.send(Input::Fact(fact))));
        Ok(Self {
            glance: Glance::default(),
            watch: Watch::new(options.asked.limits(app.world.unattended()), idle::now()),
            session: Session::new(app, &options.keymap, options.clock),
            options,
            worker,
            chrome: Chrome { theme: options.theme, ..Chrome::default() },
            chrome_of: None,
            end: None,
            redraw: false,
            alarm,
            blank: false,
            file: None,
        })
    }

    fn run(
        mut self,
        guard: &mut Guard,
        inbox: &Receiver<Input>,
        draft: Option<Result<Draft, store::Error>>,
    ) -> Result<i32, Failure> {
        let (width, height) = guard.size()?;
        self.session.app.settle(Fact::Resized(width, height));
        self.bring_back(draft);
        self.carry_out();
        self.look_at_watch();
        loop {
            self.draw(guard)?;
            match self.next(guard, inbox)? {
                Ok(input) => self.take(input),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.end = Some(End::Quit(1)),
            }
            self.drain(inbox);
            self.session.look_at_clock();
            match self.end.take() {
                None => {}
                Some(End::Quit(code)) => return self.quit(code),
                Some(End::Lock) => return self.lock(guard, inbox, false),
                Some(End::Suspend) => return self.lock(guard, inbox, true),
            }
            if std::mem::take(&mut self.redraw) {
                guard.clear()?;
            }
        }
    }

    fn bring_back(&mut self, draft: Option<Result<Draft, store::Error>>) {
        match draft {
            None => {}
            Some(Ok(draft)) => self.session.bring_back(draft),
            // The vault is open, so nothing that was saved is touched by it.
            Some(Err(_)) => self.session.app.greet(self.session.app.locale.t("locked-draft-lost")),
        }
    }

    fn now(&self) -> DateTime<Utc> {
        self.options.clock.env(self.session.app.clinic.zone).now
    }

    fn quit(self, code: i32) -> Result<i32, Failure> {
        let clinic = &self.session.app.clinic;
        let (backs_up, env) = (code == 0 && !clinic.demo, self.options.clock.env(clinic.zone));
        // Closing reads the records once more; never are there two worlds in memory.
        let now = self.now();
        drop(self.session);
        if let Some(mut vault) = self.worker.stop() {
            vault.note(now, Deed::Closed);
            let aside = vault.aside();
            vault.close()?;
            if backs_up {
                copies::end(&aside, env).map_err(Failure::NoBackup)?;
            }
        }
        Ok(code)
    }

    /// Hides everything, finishes what is on its way, seals what is being typed, and makes room for a program that knows
    /// nothing of it. Returns only if the screen could not be locked, or was asked to end meanwhile.
    fn lock(mut self, guard: &mut Guard, inbox: &Receiver<Input>, stop: bool) -> Result<i32, Failure> {
        // A terminal that is gone shows nothing either.
        drop(self.draw_blank(guard, "locked-closing"));
        while self.session.is_busy() {
            match inbox.recv() {
                Ok(Input::Fact(fact)) => {
                    self.session.fact(fact);
                    self.carry_out();
                }
                Ok(Input::End(code)) => return self.quit(code),
                // What is typed now is for nobody.
                Ok(_) => {}
                Err(_) => return self.quit(1),
            }
        }
        let (draft, lang) = (Draft::of(&self.session.app), self.session.app.locale.lang());
        let unattended = self.session.app.world.unattended();
        let now = self.now();
        drop(self.session);
        let Some(mut vault) = self.worker.stop() else { return Ok(1) };
        vault.note(now, Deed::Locked);
        let handed = vault.hand_over(&draft)?;
        let parting = Parting {
            lang: lang.code(),
            lock: handed.number,
            draft: &handed.draft,
            unattended,
            folder: self.options.folder.as_deref(),
            stop,
            file: self.file,
        };
        Err(Failure::NotLocked(parting.run()))
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
        if self.blank {
            return self.draw_blank(guard, "blank-explanation");
        }
        let context = self.session.context();
        let lang = self.session.app.locale.lang();
        if self.chrome_of != Some((context, lang)) {
            if context == Context::Help {
                // Several keys may have come since the last frame, and a locked screen has shown none.
                let below = self.session.context_of_page();
                legend::fill(&mut self.chrome, &self.options.keymap, below, &self.session.app.locale);
            }
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

    fn draw_blank(&self, guard: &mut Guard, key: &str) -> io::Result<()> {
        let app = &self.session.app;
        let blank = ui::locked::Blank { words: app.locale.t(key), demo: self.options.demo, test_kdf: app.test_kdf };
        guard.draw(|frame| ui::locked::blank(frame, &blank, self.options.theme, &app.locale))
    }

    /// What is due because nobody was there; the alarm is set for what comes next.
    fn look_at_watch(&mut self) {
        let now = idle::now();
        if self.glance.ends(now) {
            self.session.hide_names();
        }
        let next = |at: Duration| self.glance.until().map_or(at, |until| until.min(at));
        match self.watch.due(now) {
            Due::Later(at) => self.alarm.set(next(at)),
            Due::Blank(at) => {
                self.blank = true;
                self.session.hide_names();
                self.alarm.set(next(at));
            }
            Due::Lock => {
                self.blank = true;
                self.end = Some(End::Lock);
            }
        }
    }

    /// Names may be in sight since the last key; the alarm is set for when they go by themselves.
    fn look_at_glance(&mut self) {
        self.glance.key(self.session.app.view.peeked.is_some(), idle::now());
        if self.glance.until().is_some() {
            self.look_at_watch();
        }
    }

    /// The clinic may just have set other limits, or taken them back.
    fn take_limits(&mut self) {
        if self.watch.limit(self.options.asked.limits(self.session.app.world.unattended())) {
            self.look_at_watch();
        }
    }

    fn take(&mut self, input: Input) {
        // A machine that wakes up is locked before anything that comes in then is shown or carried out.
        if self.watch.due(idle::now()) == Due::Lock && !matches!(input, Input::End(_)) {
            self.blank = true;
            self.end.get_or_insert(End::Lock);
            if !matches!(input, Input::Fact(_)) {
                return;
            }
        }
        match input {
            Input::Key(_) | Input::Paste(_) if self.blank => self.show_again(&input),
            Input::Key(key) => {
                self.watch.touch(idle::now());
                self.session.key(key);
                self.look_at_glance();
            }
            Input::Paste(text) => {
                self.watch.touch(idle::now());
                self.session.paste(&text);
                self.look_at_glance();
            }
            Input::Resize(width, height) => self.session.app.settle(Fact::Resized(width, height)),
            Input::Fact(fact) => {
                self.session.fact(fact);
                self.take_limits();
            }
            Input::Alarm => self.look_at_watch(),
            Input::Suspend => self.end = Some(End::Suspend),
            Input::End(code) => self.end = Some(End::Quit(code)),
            Input::Derived(_) | Input::Progress(..) => {}
        }
        self.carry_out();
    }

    /// A key on the blank screen shows what was there and does nothing else; only the one that locks does that.
    fn show_again(&mut self, input: &Input) {
        if let Input::Key(key) = input
            && self.session.locks(*key)
        {
            self.end = Some(End::Lock);
            return;
        }
        self.blank = false;
        self.watch.touch(idle::now());
        self.look_at_watch();
    }

    fn carry_out(&mut self) {
        for ask in self.session.asked() {
            match ask {
                Ask::Store(job) => self.worker.ask(job),
                Ask::Redraw => self.redraw = true,
                Ask::Suspend => self.end = Some(End::Suspend),
                Ask::Lock => self.end = Some(End::Lock),
                Ask::Quit => self.end = Some(End::Quit(0)),
            }
        }
    }
}

/// What the vault found at opening, as one sentence.
fn found(vault: &Vault, app: &App) -> Option<String> {
    let (locale, zone, today) = (&app.locale, app.clinic.zone, app.moment.today);
    let hurt = vault.damage().map(|hurt| crate::error::care::short(hurt).text(locale));
    let said = vault.report().iter().map(|notice| crate::error::found(notice, locale, zone, today));
    let said: Vec<String> = hurt.into_iter().chain(said).collect();
    (!said.is_empty()).then(|| said.join(" "))
}
