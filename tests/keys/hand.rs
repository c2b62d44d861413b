//! A hand at the keyboard: real keys on the real keymap, a store in memory, and no terminal.
//!
//! Keys are written as in a keymap, with spaces between them. `'…'` types text, and `field:value` goes to a field of the
//! form with its own keys and fills it in: text is typed over what is there, a choice is walked to.

use crate::desk::{MONDAY, moment, show};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rumbo::app::App;
use rumbo::app::form::{Field, FieldKind, Form};
use rumbo::app::msg::{Effect, Env, Fact, Message, Number};
use rumbo::app::view::{NoticeKind, Overlay, Page};
use rumbo::commands::{decide, palette, parse};
use rumbo::core::audit::Deed;
use rumbo::core::clinic::Clinic;
use rumbo::core::id::CaseId;
use rumbo::core::world::World;
use rumbo::effects::{self, Clock, Job};
use rumbo::keymap::{Keymap, Source, Vocabulary};
use rumbo::locale::Lang;
use rumbo::panes::{self, details, plain, timeline, why};
use rumbo::store::Store;
use rumbo::store::memory::MemoryStore;
use rumbo::term::Draft;
use rumbo::term::session::{Ask, Session};

/// A session that is worked on with keys alone.
pub struct Hand {
    session: Session<'static>,
    store: MemoryStore,
    /// What went beyond the session: `lock`, `quit`, `suspend`, `redraw`.
    pub asked: Vec<&'static str>,
    /// Commits on their way, while the disk is slow.
    slow: Option<Vec<Job>>,
    /// The A-number that was kept last.
    number: Option<Number>,
    /// The cases noted as looked at.
    noted: Vec<CaseId>,
}

/// The keymap of that name, as the program loads it.
pub fn keymap(name: &str) -> Keymap {
    let check = |line: &str| match parse::line(line) {
        Ok(_) | Err(parse::Problem::Incomplete(_)) => Ok(()),
        Err(problem) => Err(format!("{problem:?}")),
    };
    let vocabulary = Vocabulary { check: &check, known: &palette::every_line() };
    let (keymap, problems) = Keymap::load(&[Source::built_in(name).unwrap()], &vocabulary);
    assert!(problems.is_empty(), "{problems:?}");
    keymap
}

impl Hand {
    /// A hand on an empty vault with the default keymap.
    pub fn new() -> Self {
        let app = App::new(World::default(), 0, env(true), Lang::En);
        let store = MemoryStore::new();
        let mut hand =
            Self { session: on(app, "default"), store, asked: Vec::new(), slow: None, number: None, noted: Vec::new() };
        hand.carry_out();
        hand
    }

    /// Another keymap; what is looked at begins anew.
    pub fn take_keymap(&mut self, name: &str) {
        self.open(name);
    }

    /// A line of the grammar, as if it had been done before; nothing is asked.
    pub fn before(&mut self, line: &str) {
        let command = parse::line(line).unwrap_or_else(|problem| panic!("{line}: {problem:?}"));
        let decided = decide(&command, self.app(), &env(false)).unwrap_or_else(|no| panic!("{line}: {no:?}"));
        let focus = self.app().view.focus;
        for effect in decided {
            match effect {
                Effect::Commit(commit) => {
                    let fact = effects::perform(&mut self.store, self.session.app.head, commit);
                    self.session.fact(fact);
                }
                Effect::View(act) => self.session.app.settle(Fact::View(act)),
                _ => panic!("{line}: not to be done before"),
            }
        }
        // What was put up for choice is not what the story is about.
        self.session.app.view.overlays.clear();
        self.session.app.view.notice = None;
        self.session.app.view.focus = focus;
    }

    /// Closes the program and opens it again on the same store.
    pub fn restart(&mut self) {
        self.open("default");
    }

    fn open(&mut self, keymap: &str) {
        let (world, head) = self.store.load().unwrap();
        let lang = self.session.app.locale.lang();
        self.session = on(App::new(world, head, env(true), lang), keymap);
        self.carry_out();
    }

    /// Locks, and unlocks on what the store holds then, with this line done between by somebody else.
    pub fn lock(&mut self, between: &str) {
        let draft = serde_json::to_vec(&Draft::of(self.app())).unwrap();
        self.open("default");
        if !between.is_empty() {
            self.before(between);
            self.open("default");
        }
        self.session.bring_back(serde_json::from_slice(&draft).unwrap());
        self.carry_out();
    }

    /// The disk answers nothing from now on.
    pub fn slow_disk(&mut self) {
        self.slow = Some(Vec::new());
    }

    /// The disk answers again.
    pub fn disk_again(&mut self) {
        for job in self.slow.take().unwrap() {
            self.serve(job);
        }
        self.carry_out();
    }

    /// Presses keys.
    pub fn keys(&mut self, keys: &str) {
        for token in tokens(keys) {
            match token.as_bytes() {
                [b'\'', ..] => self.write(token.trim_matches('\'')),
                _ => match token.split_once(':').filter(|(field, _)| field.len() > 1) {
                    Some((field, value)) => self.fill(field, value.trim_matches('\'')),
                    None => self.press(&token),
                },
            }
        }
    }

    /// Pastes.
    pub fn paste(&mut self, text: &str) {
        self.session.paste(text);
        self.carry_out();
    }

    fn write(&mut self, text: &str) {
        for c in text.chars() {
            self.event(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
    }

    fn press(&mut self, chord: &str) {
        self.event(event(chord));
    }

    fn event(&mut self, event: KeyEvent) {
        self.session.key(event);
        self.carry_out();
    }

    /// Goes to a field with the form's own keys, empties it and fills it in.
    fn fill(&mut self, name: &str, value: &str) {
        let Some(form) = self.app().view.form() else {
            self.asked.push("no form is open");
            return;
        };
        for _ in 0..form.fields.len() {
            if self.field().arg == name {
                break;
            }
            self.press("tab");
        }
        if self.field().arg != name {
            self.asked.push("no such field");
            return;
        }
        match self.field().kind.clone() {
            FieldKind::Choice(codes) => {
                for _ in &codes {
                    if self.field().value() == value {
                        break;
                    }
                    self.press("space");
                }
                assert_eq!(self.field().value(), value, "of {codes:?}");
            }
            FieldKind::Toggle => self.press("space"),
            FieldKind::Text | FieldKind::Date | FieldKind::LocalTime | FieldKind::Number | FieldKind::Hidden => {
                self.press("ctrl-u");
                self.write(value);
            }
        }
    }

    fn field(&self) -> &Field {
        let form = self.app().view.form().expect("a form is open");
        form.field().expect("it has fields")
    }

    fn carry_out(&mut self) {
        loop {
            let asked = self.session.asked();
            if asked.is_empty() {
                return;
            }
            for ask in asked {
                match ask {
                    Ask::Store(Job::Note(_, Deed::Viewed(case))) => self.noted.push(case),
                    Ask::Store(Job::Note(..)) => {}
                    Ask::Store(job) => match &mut self.slow {
                        Some(jobs) => jobs.push(job),
                        None => self.serve(job),
                    },
                    Ask::Lock => self.asked.push("lock"),
                    Ask::Quit => self.asked.push("quit"),
                    Ask::Suspend => self.asked.push("suspend"),
                    Ask::Redraw => self.asked.push("redraw"),
                }
            }
        }
    }

    fn serve(&mut self, job: Job) {
        let fact = match job {
            Job::Commit(head, commit) => effects::perform(&mut self.store, head, commit),
            Job::Timeline(case) => Fact::Timeline(case, self.store.timeline(case).unwrap()),
            Job::History(head) => Fact::History(effects::history(&mut self.store, head).unwrap()),
            // The store in memory seals nothing: the hand keeps the number.
            Job::CommitNumber(head, commit, number) => {
                self.number = Some(number);
                effects::perform(&mut self.store, head, commit)
            }
            Job::Reveal(_, number, _) => Fact::Revealed(number.case, self.number.clone().expect("a number was kept")),
            Job::Note(..) | Job::Stop => return,
        };
        self.session.fact(fact);
    }

    pub fn app(&self) -> &App {
        &self.session.app
    }

    /// The lines of a question; see [`show::answer`]. `rows` and `events` are what the pane or timeline shows now,
    /// `noted` the cases whose viewing went into the audit since it was asked last.
    pub fn show(&mut self, word: &str, rest: &str) -> Vec<String> {
        let app = &self.session.app;
        match (word, &app.view.timeline) {
            ("rows", _) => {
                let (pane, view) = (panes::pane(app.view.focus), app.view.pane(app.view.focus));
                if view.rows.is_empty() {
                    return vec!["no rows".to_owned()];
                }
                with_cursor(plain::table(&app.ctx(), pane, &view.rows, u16::MAX), view.cursor)
            }
            ("events", Some(open)) => {
                let events = open.rows.iter().map(|at| timeline::row(&app.ctx(), &open.events[*at]));
                let rows: Vec<_> = events.collect();
                with_cursor(plain::lines(&app.locale, timeline::COLUMNS, &rows, u16::MAX), open.cursor)
            }
            ("noted", _) => vec![format!("noted: {:?}", std::mem::take(&mut self.noted))],
            ("form", _) => app.view.form().map(fields).unwrap_or_default(),
            ("page", _) => match app.view.overlays.last() {
                Some(Overlay::Page { page: Page::Forecast, .. }) => {
                    show::answer(app, &mut self.store, "forecast", "").unwrap()
                }
                Some(Overlay::Page { page: Page::Why(id), .. }) => show::page(why::lines(&app.ctx(), *id)),
                Some(Overlay::Page { page: Page::Details(id), .. }) => show::page(details::lines(&app.ctx(), *id)),
                _ => vec!["no such page".to_owned()],
            },
            _ => show::answer(app, &mut self.store, word, rest).unwrap_or_else(|| panic!("no such question: {word}")),
        }
    }

    /// What the person sees of the last keys, in a few words.
    pub fn seen(&mut self) -> Vec<String> {
        let app = &self.session.app;
        let text = |message: &Message| message.text(&app.locale);
        let mut seen: Vec<String> = std::mem::take(&mut self.asked).into_iter().map(|ask| format!("({ask})")).collect();
        seen.extend(self.session.pending.as_ref().map(|pending| format!("begun: {}", pending.typed)));
        seen.extend(app.view.saving.then(|| "saving".to_owned()));
        match app.view.overlays.last() {
            Some(Overlay::Form(form)) => {
                let at = form.field().map_or("", |field| field.arg.as_str());
                seen.push(format!("form {} ({}) at {at}", form.path.join(" "), form.about));
                seen.extend(form.error.as_ref().map(|error| format!("  ! {}", text(&error.message))));
            }
            Some(Overlay::Confirm(confirm)) => seen.push(format!("question: {}", text(&confirm.question))),
            Some(Overlay::Picker(picker)) => {
                let best = picker.hits.iter().take(3).map(|at| format!("  {}", picker.items[*at].text));
                seen.push(format!("picker {:?}: {} of {}", picker.query(), picker.hits.len(), picker.items.len()));
                seen.extend(best);
            }
            Some(Overlay::Page { page, .. }) => seen.push(format!("page {page:?}")),
            None => {}
        }
        if let Some(notice) = &app.view.notice {
            let sign = if notice.kind == NoticeKind::Info { "" } else { "! " };
            seen.push(format!("{sign}{}", notice.text));
        }
        seen.extend(app.view.peeked.and_then(|case| panes::caseload::peeked(&app.ctx(), case)));
        if seen.is_empty() {
            let filter = app.view.filter().value();
            let filter = if filter.is_empty() { String::new() } else { format!(", filter {filter:?}") };
            seen.push(format!("in {}{filter}", app.view.context()));
        }
        seen
    }
}

/// The lines of a table below its headings, with `>` at the cursor's.
fn with_cursor(lines: Vec<String>, cursor: usize) -> Vec<String> {
    let at = |row: usize| if row == cursor + 1 { "> " } else { "  " };
    lines.into_iter().enumerate().map(|(row, line)| format!("{}{line}", at(row))).collect()
}

/// The fields of a form with what stands in them.
fn fields(form: &Form) -> Vec<String> {
    let filled = form.fields.iter().filter(|field| !field.value().is_empty());
    filled.map(|field| format!("  {}: {}", field.arg, field.value())).collect()
}

fn env(interactive: bool) -> Env {
    moment(MONDAY, Clinic::default().zone, interactive)
}

fn on(app: App, name: &str) -> Session<'static> {
    let keymap = Box::leak(Box::new(keymap(name)));
    Session::new(app, keymap, Clock { fixed: Some(env(true).now), interactive: true })
}

/// Splits at spaces outside quotes.
fn tokens(keys: &str) -> Vec<String> {
    let (mut tokens, mut token, mut quoted) = (Vec::new(), String::new(), false);
    for c in keys.chars() {
        quoted ^= c == '\'';
        if c == ' ' && !quoted {
            tokens.extend(Some(std::mem::take(&mut token)).filter(|token| !token.is_empty()));
        } else {
            token.push(c);
        }
    }
    tokens.extend(Some(token).filter(|token| !token.is_empty()));
    tokens
}

/// The event that crossterm reports for a chord as a keymap spells it.
fn event(chord: &str) -> KeyEvent {
    let mut rest = chord;
    let mut modifiers = KeyModifiers::NONE;
    for (name, modifier) in
        [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT), ("shift-", KeyModifiers::SHIFT)]
    {
        if let Some(after) = rest.strip_prefix(name).filter(|after| !after.is_empty()) {
            (rest, modifiers) = (after, modifiers | modifier);
        }
    }
    let code = match rest {
        "tab" if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "space" => KeyCode::Char(' '),
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "f1" => KeyCode::F(1),
        "f12" => KeyCode::F(12),
        one if one.chars().count() == 1 => KeyCode::Char(one.chars().next().unwrap()),
        other => panic!("no key is called {other}"),
    };
    KeyEvent::new(code, modifiers)
}
