//! From a folder to an open vault: ask for the passphrase, derive the key beside the loop, say what went wrong.

use super::guard::Guard;
use super::idle::{self, Alarm};
use super::input::Input;
use super::keys::editing;
use super::legend;
use super::recovery::Writing;
use super::screen::Options;
use super::secret::{Secret, Typed};
use crate::error::message;
use crate::keymap::{Context, Pending, Pressed};
use crate::locale::Locale;
use crate::store::keys::{Kdf, Passphrase};
use crate::store::recovery::RecoveryKey;
use crate::store::strength;
use crate::store::vault::{self, Locked, Vault};
use crate::store::{self, audit};
use crate::ui;
use crate::ui::locked::Purpose;
use crossterm::event::KeyEvent;
use std::io;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;
use tui_input::InputRequest;
use zeroize::Zeroizing;

/// Where a session starts from.
pub enum Start {
    /// A vault that is open already.
    Ready(Box<Vault>),
    /// A vault that is there; the passphrase, where a file gave it.
    Unlock(Box<Locked>, Option<Passphrase>),
    /// No vault yet: one is to be made; its passphrase, where a file gave it.
    Create(Option<Passphrase>),
}

/// How asking for a passphrase ended.
pub enum Opened {
    Vault(Box<Vault>),
    /// The person left, or a signal ended it.
    Left(i32),
}

/// What deriving a key came to.
pub enum Derived {
    Open(Box<Vault>),
    /// Wrong passphrase, or something else; the vault to try again, if there is one.
    Not(store::Error, Option<Box<Locked>>),
}

/// The screen that asks.
struct Asking<'a> {
    options: &'a Options,
    locale: &'a Locale,
    /// How long without a key until what is half typed goes.
    patience: Duration,
    place: String,
    locked: Option<Box<Locked>>,
    typed: Typed,
    error: Option<String>,
    busy: bool,
    /// How far a longer opening is: changes done, and all there are.
    progress: Option<(u64, u64)>,
    creating: bool,
    /// The recovery key of the vault to be made, while it is being written down.
    writing: Option<Writing>,
}

/// Asks until the vault is open. What is half typed goes when no key came for as long as `patience`.
///
/// # Errors
/// The terminal is gone.
pub fn ask(
    start: Start,
    options: &Options,
    locale: &Locale,
    guard: &mut Guard,
    (inbox, tell): (&Receiver<Input>, &Sender<Input>),
    (alarm, patience): (&Alarm, Duration),
) -> io::Result<Opened> {
    let (locked, given) = match start {
        Start::Ready(vault) => return Ok(Opened::Vault(vault)),
        Start::Unlock(locked, given) => (Some(locked), given),
        Start::Create(given) => (None, given),
    };
    let place = options.dir.display().to_string();
    let mut asking = Asking {
        creating: locked.is_none(),
        options,
        locale,
        patience,
        place,
        locked,
        typed: Typed::default(),
        error: None,
        busy: false,
        progress: None,
        writing: None,
    };
    match given {
        Some(passphrase) if asking.creating => asking.write_down(passphrase),
        Some(passphrase) => asking.derive(passphrase, None, tell),
        None => {}
    }
    asking.run(guard, (inbox, tell), alarm)
}

impl Asking<'_> {
    fn run(
        &mut self,
        guard: &mut Guard,
        (inbox, tell): (&Receiver<Input>, &Sender<Input>),
        alarm: &Alarm,
    ) -> io::Result<Opened> {
        let mut pending = Pending::default();
        loop {
            self.draw(guard)?;
            self.typed.goes(self.patience).into_iter().for_each(|at| alarm.set(at));
            let Ok(input) = inbox.recv() else { return Ok(Opened::Left(1)) };
            match input {
                // A key that comes after so long, as when the machine wakes up, shows that it is gone and does nothing else.
                Input::Key(_) | Input::Paste(_) | Input::Alarm if self.is_left(idle::now()) => {}
                Input::Key(key) => {
                    if let Some(left) = self.key(key, &mut pending, tell, guard)? {
                        return Ok(left);
                    }
                }
                Input::Paste(text) if !self.busy => {
                    let text = Zeroizing::new(text);
                    for c in text.chars().filter(|c| !c.is_control()) {
                        self.edit(InputRequest::InsertChar(c), idle::now());
                    }
                }
                Input::Derived(derived) => match *derived {
                    Derived::Open(vault) => return Ok(Opened::Vault(vault)),
                    Derived::Not(error, locked) => {
                        if matches!(error, store::Error::WrongPassphrase) {
                            // The zone plays no part in a moment, and where it cannot be noted there is nobody to tell.
                            drop(audit::refuse(&self.options.dir, self.options.clock.env(chrono_tz::UTC).now));
                        }
                        (self.busy, self.progress) = (false, None);
                        self.locked = locked;
                        self.typed = Typed::default();
                        self.error = Some(message(&error).text(self.locale));
                    }
                },
                Input::Progress(done, all) => self.progress = Some((done, all)),
                Input::End(code) => return Ok(Opened::Left(code)),
                Input::Suspend => {
                    self.typed = Typed::default();
                    guard.suspend()?;
                }
                Input::Paste(_) | Input::Resize(..) | Input::Fact(_) | Input::Alarm => {}
            }
        }
    }

    fn draw(&self, guard: &mut Guard) -> io::Result<()> {
        if let Some(writing) = &self.writing {
            let mut hints = legend::hints(&self.options.keymap, Context::Locked, self.locale);
            // Nothing is opened yet; the screen itself says what Enter does.
            hints.retain(|hint| hint.label != self.locale.t("hint-unlock"));
            let screen = writing.screen(hints);
            return guard.draw(|frame| ui::recovery::draw(frame, &screen, self.options.theme, self.locale));
        }
        let screen = self.screen();
        guard.draw(|frame| ui::locked::draw(frame, &screen, self.options.theme, self.locale))
    }

    fn edit(&mut self, request: InputRequest, now: Duration) {
        match &mut self.writing {
            Some(writing) => writing.edit(request),
            None => self.typed.edit(request, now),
        }
    }

    /// Wipes what is half typed where nobody pressed a key for a while, and says so. Returns whether it did.
    fn is_left(&mut self, now: Duration) -> bool {
        let left = self.typed.wipe_if_left(self.patience, now);
        if left {
            self.error = Some(self.locale.t("locked-wiped"));
        }
        left
    }

    fn screen(&self) -> ui::locked::Locked {
        let creating = self.creating;
        let fields = if creating { 2 } else { 1 };
        ui::locked::Locked {
            purpose: if creating { Purpose::Create } else { Purpose::Unlock },
            place: self.place.clone(),
            typed: (0..fields).map(|at| self.typed.line(at).map_or(0, Secret::len)).collect(),
            focus: self.typed.focus,
            error: self.error.clone(),
            busy: self.busy,
            progress: self.progress,
            demo: self.options.demo,
            told: self.options.told.map(str::to_owned),
            hints: legend::hints(&self.options.keymap, Context::Locked, self.locale),
            test_kdf: self.locked.as_ref().is_some_and(|locked| locked.is_test_kdf()),
        }
    }

    fn key(
        &mut self,
        key: KeyEvent,
        pending: &mut Pending,
        tell: &Sender<Input>,
        guard: &mut Guard,
    ) -> io::Result<Option<Opened>> {
        match self.options.keymap.press(pending, Context::Locked, key) {
            Pressed::Run(line, _) if &*line == "quit" => return Ok(Some(Opened::Left(0))),
            Pressed::Run(line, _) if &*line == "redraw" => guard.clear()?,
            Pressed::Run(line, _) if &*line == "suspend" => {
                // The shell may be anybody's: what was typed so far is not left behind.
                self.typed = Typed::default();
                guard.suspend()?;
            }
            _ if self.busy => {}
            Pressed::Run(line, _) if &*line == "unlock" => self.enter(tell),
            Pressed::Run(line, _) if &*line == "cancel" => {
                self.typed = Typed::default();
                self.writing.iter_mut().for_each(Writing::back);
            }
            Pressed::Text(c) => {
                self.error = None;
                self.edit(InputRequest::InsertChar(c), idle::now());
            }
            Pressed::Nothing => {
                if let Some(request) = editing(key) {
                    self.edit(request, idle::now());
                }
            }
            Pressed::Run(..) | Pressed::Pending(_) | Pressed::Cancelled => {}
        }
        Ok(None)
    }

    /// Enter: the next field, or the passphrase is complete.
    fn enter(&mut self, tell: &Sender<Input>) {
        self.error = None;
        if let Some(writing) = &mut self.writing {
            if let Some((passphrase, key)) = writing.enter(self.locale) {
                self.writing = None;
                self.derive(passphrase, Some(key), tell);
            }
            return;
        }
        let first = self.typed.line(0).map(Secret::bytes).unwrap_or_default();
        if self.locked.is_some() {
            if !first.is_empty() {
                self.derive(first, None, tell);
            }
            return;
        }
        if let Err(weak) = strength::check(&first) {
            self.typed = Typed::default();
            self.error = Some(crate::error::weak(weak).text(self.locale));
        } else if self.typed.focus == 0 {
            self.typed.focus = 1;
        } else if !self.typed.agrees() {
            self.typed = Typed::default();
            self.error = Some(self.locale.t("create-not-the-same"));
        } else {
            self.write_down(first);
        }
    }

    /// Makes a recovery key, and has it written down before there is anything to recover.
    fn write_down(&mut self, passphrase: Passphrase) {
        self.typed = Typed::default();
        match Writing::new(passphrase) {
            Ok(writing) => self.writing = Some(writing),
            Err(error) => self.error = Some(message(&error).text(self.locale)),
        }
    }

    /// Derives the key beside the loop: it takes a second or more, and the screen stays alive.
    fn derive(&mut self, passphrase: Passphrase, recovery: Option<RecoveryKey>, tell: &Sender<Input>) {
        self.busy = true;
        self.typed = Typed::default();
        let locked = self.locked.take();
        let dir = self.options.dir.clone();
        let tell = tell.clone();
        let lang = self.locale.lang();
        std::thread::spawn(move || {
            Locale::new(lang).prepare();
            let derived = match locked {
                Some(locked) => match locked.unlock_with(&passphrase, &mut |done, all| told(&tell, done, all)) {
                    Ok(mut vault) => {
                        if vault.is_unprepared() {
                            // What fails here is tried, and said, again when it is needed.
                            drop(vault.prepare(&mut |done, all| told(&tell, done, all)));
                        }
                        Derived::Open(Box::new(vault))
                    }
                    Err((error, locked)) => Derived::Not(error, Some(locked)),
                },
                None => match vault::create_with(&dir, &passphrase, recovery.as_ref(), Kdf::Real) {
                    Ok(vault) => Derived::Open(Box::new(vault)),
                    Err(error) => Derived::Not(error, None),
                },
            };
            drop(tell.send(Input::Derived(Box::new(derived))));
        });
    }
}

fn told(tell: &Sender<Input>, done: u64, all: u64) {
    drop(tell.send(Input::Progress(done, all)));
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::effects::Clock;
    use crate::keymap::{Keymap, Source, Vocabulary};
    use crate::locale::Lang;
    use crate::term::idle::Asked;
    use crate::ui::theme::Theme;

    const fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn options() -> Options {
        let sources: Vec<Source> = Source::built_in("default").into_iter().collect();
        let (keymap, _) = Keymap::load(&sources, &Vocabulary { known: &[], check: &|_| Ok(()) });
        Options {
            lang: Lang::En,
            theme: Theme::Mono,
            keymap,
            clock: Clock { fixed: None, interactive: true },
            dir: "vault".into(),
            asked: Asked::default(),
            folder: None,
            demo: false,
            told: None,
            greeting: None,
            rules: crate::core::rules::RuleBook::default(),
        }
    }

    fn asking<'a>(options: &'a Options, locale: &'a Locale, creating: bool) -> Asking<'a> {
        Asking {
            options,
            locale,
            patience: s(60),
            place: String::new(),
            locked: None,
            typed: Typed::default(),
            error: None,
            busy: false,
            progress: None,
            creating,
            writing: None,
        }
    }

    fn type_in(asking: &mut Asking<'_>, text: &str, now: Duration) {
        text.chars().for_each(|c| asking.edit(InputRequest::InsertChar(c), now));
    }

    #[test]
    fn a_half_typed_passphrase_goes_after_a_while_without_a_key_and_the_screen_says_so() {
        let (options, locale) = (options(), Locale::new(Lang::Es));
        let mut asking = asking(&options, &locale, false);
        assert!(!asking.is_left(s(40_000)), "there is nothing to go");
        type_in(&mut asking, "una frase", s(1_000));
        type_in(&mut asking, " más", s(1_050));
        assert_eq!(asking.typed.goes(asking.patience), Some(s(1_110)));
        assert!(!asking.is_left(s(1_109)));
        assert_eq!((asking.screen().typed, asking.screen().error), (vec![13], None));
        assert!(asking.is_left(s(1_110)));
        assert_eq!((asking.screen().typed, asking.screen().error), (vec![0], Some(locale.t("locked-wiped"))));
        assert!(asking.typed.line(0).unwrap().bytes().is_empty() && asking.typed.goes(s(60)).is_none());
        assert!(!asking.is_left(s(2_000)), "it is said once");
    }

    #[test]
    fn both_lines_of_a_new_passphrase_go_and_it_begins_at_the_first() {
        let (options, locale) = (options(), Locale::new(Lang::En));
        let mut asking = asking(&options, &locale, true);
        type_in(&mut asking, "one line", s(10));
        asking.typed.focus = 1;
        type_in(&mut asking, "the", s(20));
        assert_eq!(asking.screen().typed, [8, 3]);
        assert!(!asking.is_left(s(79)) && asking.is_left(s(80)));
        assert_eq!((asking.screen().typed, asking.screen().focus), (vec![0, 0], 0));
    }
}
