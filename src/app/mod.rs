//! What a session holds. [`App::settle`] is the only place where any of it changes.

pub mod counts;
pub mod foresight;
pub mod form;
pub mod layout;
pub mod list;
pub mod msg;
mod order;
pub mod picker;
pub mod place;
pub mod settle;
pub mod timeline;
mod touched;
pub mod view;

use crate::core::blindspots::BlindSpots;
use crate::core::change::Seq;
use crate::core::clinic::Clinic;
use crate::core::history::History;
use crate::core::id::{CaseId, RecordId};
use crate::core::pin::Moves;
use crate::core::practice::Practice;
use crate::core::rules::RuleBook;
use crate::core::today::Today;
use crate::core::urgency::{Moment, Ranking};
use crate::core::world::World;
use crate::locale::{Lang, Locale};
use crate::panes::Ctx;
use msg::Env;
use view::{Page, View};

/// Everything the program knows while a vault is open.
pub struct App {
    pub world: World,
    /// The commit the world stands at.
    pub head: Seq,
    pub history: History,
    /// Whether the earlier commits have been read; until then undo waits.
    pub history_read: bool,
    pub ranking: Ranking,
    /// What was moved by hand in it.
    pub moves: Moves,
    /// Today's hours laid over the queue.
    pub today: Today,
    pub foresight: foresight::Foresight,
    pub counts: counts::Counts,
    /// What is missing rather than late.
    pub blind_spots: BlindSpots,
    pub practice: Practice,
    pub moment: Moment,
    pub clinic: Clinic,
    /// The table of rules, with what the clinic wrote beside it.
    pub rules: RuleBook,
    pub locale: Locale,
    pub view: View,
    /// The vault's key derivation is the cheap one, fit for tests only.
    pub test_kdf: bool,
    /// The vault is damaged: what it still proves is shown, and nothing is saved.
    pub only_reads: bool,
}

impl App {
    /// A session on a world as loaded, at a moment, with the built-in rules.
    pub fn new(world: World, head: Seq, env: Env, lang: Lang) -> Self {
        Self::with_rules(world, head, env, lang, RuleBook::default())
    }

    /// A session with the rules of a clinic.
    pub fn with_rules(world: World, head: Seq, env: Env, lang: Lang, rules: RuleBook) -> Self {
        let clinic = world.clinic().cloned().unwrap_or_default();
        let practice = world.practice().cloned().unwrap_or_default();
        let mut app = Self {
            world,
            head,
            history: History::default(),
            history_read: false,
            ranking: Ranking::default(),
            moves: Moves::default(),
            today: Today::default(),
            foresight: foresight::Foresight::default(),
            counts: counts::Counts::default(),
            blind_spots: BlindSpots::default(),
            practice,
            moment: Moment { now: env.now, today: env.today },
            clinic,
            rules,
            locale: Locale::new(lang),
            view: View::new(80, 24),
            test_kdf: false,
            only_reads: false,
        };
        app.refresh();
        app
    }

    /// The case of which more is in sight than its row: its hidden names, its timeline, or a page about it.
    pub fn viewed(&self) -> Option<CaseId> {
        let of_deadline = |id| self.world.deadline(id).map(|deadline| deadline.case);
        let on_page = self.view.page_on_top().and_then(|page| match page {
            Page::Details(RecordId::Case(case)) => Some(case),
            Page::Details(RecordId::Deadline(id)) | Page::Why(id) => of_deadline(id),
            Page::Details(_) | Page::Help | Page::Forecast => None,
        });
        self.view.peeked.or(on_page).or_else(|| self.view.timeline.as_ref().map(|timeline| timeline.case))
    }

    /// What the panes may look at.
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx {
            world: &self.world,
            ranking: &self.ranking,
            moves: &self.moves,
            today: &self.today,
            moment: self.moment,
            locale: &self.locale,
            rules: &self.rules,
            blur: self.view.blur,
            by_due: self.view.by_due,
        }
    }
}
