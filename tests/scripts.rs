//! The specification in a form that a lawyer can read: commands above `---`, what comes of them below.
//!
//! A file of `tests/scripts` is one story on one vault; `===` ends a block and the next goes on from there. Lines of
//! `rumbo do` are run as they are; lines that begin with `>` set the clock or the language, or show what the screen
//! would. With `RUMBO_BLESS=1` the files are written anew, to be read before they are kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod desk;

use desk::{MONDAY, moment, show, story};
use rumbo::app::App;
use rumbo::app::msg::{Effect, Env, Fact, Message, Refusal};
use rumbo::commands::form::lacking;
use rumbo::commands::{decide, parse};
use rumbo::core::clinic::Clinic;
use rumbo::core::world::World;
use rumbo::effects;
use rumbo::locale::{Lang, Locale};
use rumbo::store::memory::MemoryStore;
use rumbo::store::{Error, Store};

/// A session and its store.
struct Desk {
    app: App,
    store: MemoryStore,
    /// The clinic's local time.
    now: String,
}

impl Desk {
    /// An empty vault on [`MONDAY`].
    fn new() -> Self {
        let env = moment(MONDAY, Clinic::default().zone, false);
        let mut app = App::new(World::default(), 0, env, Lang::En);
        app.settle(Fact::History(rumbo::core::history::History::default()));
        Self { app, store: MemoryStore::new(), now: MONDAY.to_owned() }
    }

    /// The moment as commands see it.
    fn env(&self) -> Env {
        moment(&self.now, self.app.clinic.zone, false)
    }

    /// Moves the clock to a local time of the clinic, such as `2026-11-27T08:00`.
    fn move_clock(&mut self, local: &str) {
        local.clone_into(&mut self.now);
        self.app.settle(Fact::Moment(self.env()));
    }

    /// Closes the program and opens it again on the same store.
    fn restart(&mut self) -> Result<(), Error> {
        let (world, head) = self.store.load()?;
        let lang = self.app.locale.lang();
        self.app = App::new(world, head, self.env(), lang);
        self.app.settle(Fact::History(effects::history(&mut self.store, head)?));
        Ok(())
    }
}

/// Runs one line; returns what it says.
fn run(desk: &mut Desk, line: &str) -> Vec<String> {
    match line.strip_prefix('>') {
        Some(query) => ask(desk, query.trim()),
        None => match carry_out(desk, line) {
            Ok(said) => said,
            Err(message) => vec![format!("error {}", message.text(&desk.app.locale))],
        },
    }
}

fn carry_out(desk: &mut Desk, line: &str) -> Result<Vec<String>, Message> {
    let command = parse::line(line).map_err(|problem| problem.message())?;
    let decided = decide(&command, &desk.app, &desk.env()).map_err(|refusal| match refusal {
        Refusal::Because(message) => message,
        Refusal::Ask(form) => lacking(&form),
    })?;
    for effect in decided {
        match effect {
            Effect::Commit(commit) => match effects::perform(&mut desk.store, desk.app.head, commit) {
                Fact::NotCommitted(message) => return Err(message),
                fact => desk.app.settle(fact),
            },
            Effect::View(act) => desk.app.settle(Fact::View(act)),
            _ => {}
        }
    }
    let said = desk.app.view.notice.as_ref().map_or("", |notice| notice.text.as_str());
    Ok(vec![format!("ok {} {said}", desk.app.head)])
}

/// Carries out a line that begins with `>`.
fn ask(desk: &mut Desk, query: &str) -> Vec<String> {
    let (word, rest) = query.split_once(' ').unwrap_or((query, ""));
    match word {
        "now" => {
            desk.move_clock(rest);
            Vec::new()
        }
        "lang" => {
            desk.app.locale = Locale::new(Lang::from_code(rest).unwrap());
            desk.app.refresh();
            Vec::new()
        }
        "restart" => {
            desk.restart().unwrap();
            Vec::new()
        }
        _ => {
            show::answer(&desk.app, &mut desk.store, word, rest).unwrap_or_else(|| panic!("no such question: {query}"))
        }
    }
}

#[test]
fn every_script_says_what_it_says() {
    story::tell("scripts", Desk::new, run);
}

/// Whoever adds a rule adds its lines to the script that a lawyer reads.
#[test]
fn every_rule_has_its_lines() {
    let text = include_str!("scripts/every-rule.txt");
    for rule in rumbo::core::rules::all() {
        assert!(text.contains(&format!("> date {} ", rule.id)), "{} has none", rule.id);
    }
}
