//! What a session holds. [`App::settle`] is the only place where any of it changes.

pub mod counts;
pub mod form;
pub mod layout;
pub mod list;
pub mod msg;
pub mod picker;
pub mod settle;
pub mod timeline;
pub mod view;

use crate::core::blindspots::{self, BlindSpot};
use crate::core::change::{Change, Commit, Seq};
use crate::core::clinic::Clinic;
use crate::core::history::History;
use crate::core::id::RecordId;
use crate::core::practice::Practice;
use crate::core::rules::RuleBook;
use crate::core::urgency::{self, Moment, Ranking};
use crate::core::world::World;
use crate::locale::{Lang, Locale};
use crate::panes::{self, Ctx, PaneId};
use msg::Env;
use view::View;

/// Everything the program knows while a vault is open.
pub struct App {
    pub world: World,
    /// The commit the world stands at.
    pub head: Seq,
    pub history: History,
    /// Whether the earlier commits have been read; until then undo waits.
    pub history_read: bool,
    pub ranking: Ranking,
    pub counts: counts::Counts,
    /// What is missing rather than late, the gravest first.
    pub blind_spots: Vec<BlindSpot>,
    pub practice: Practice,
    pub moment: Moment,
    pub clinic: Clinic,
    /// The table of rules, with what the clinic wrote beside it.
    pub rules: RuleBook,
    pub locale: Locale,
    pub view: View,
    /// The vault's key derivation is the cheap one, fit for tests only.
    pub test_kdf: bool,
}

impl App {
    /// A session on a world as loaded, at a moment.
    pub fn new(world: World, head: Seq, env: Env, lang: Lang) -> Self {
        let clinic = world.clinic().cloned().unwrap_or_default();
        let practice = world.practice().cloned().unwrap_or_default();
        let mut app = Self {
            world,
            head,
            history: History::default(),
            history_read: false,
            ranking: Ranking::default(),
            counts: counts::Counts::default(),
            blind_spots: Vec::new(),
            practice,
            moment: Moment { now: env.now, today: env.today },
            clinic,
            rules: RuleBook::default(),
            locale: Locale::new(lang),
            view: View::new(80, 24),
            test_kdf: false,
        };
        app.refresh();
        app
    }

    /// What the panes may look at.
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx {
            world: &self.world,
            ranking: &self.ranking,
            moment: self.moment,
            locale: &self.locale,
            rules: &self.rules,
            blur: self.view.blur,
            by_due: self.view.by_due,
        }
    }

    /// Ranks and orders anew, after the world, the clock or the language changed.
    pub fn refresh(&mut self) {
        self.refresh_work();
        self.refresh_pane(PaneId::Partners);
    }

    /// Ranks and orders anew what a commit can have changed: a logged event moves no row at all.
    fn refresh_after(&mut self, commit: &Commit) {
        let touches = |wanted: fn(RecordId) -> bool| commit.changes.iter().filter_map(Change::id).any(wanted);
        if touches(|id| !matches!(id, RecordId::Event(_) | RecordId::Partner(_) | RecordId::Request(_))) {
            self.refresh_work();
        }
        if touches(|id| matches!(id, RecordId::Partner(_))) {
            self.refresh_pane(PaneId::Partners);
        }
    }

    fn refresh_work(&mut self) {
        self.ranking = urgency::rank(&self.world, self.moment, &self.clinic);
        self.blind_spots = blindspots::find(&self.world, &self.ranking, &self.rules, self.moment);
        self.counts = counts::Counts::of(&self.ranking, self.blind_spots.len());
        self.refresh_pane(PaneId::Deadlines);
        self.refresh_pane(PaneId::Caseload);
    }

    fn refresh_pane(&mut self, id: PaneId) {
        self.view.pane_mut(id).index = None;
        self.arrange(id);
    }

    /// Orders and filters one pane.
    fn arrange(&mut self, id: PaneId) {
        let pane = panes::pane(id);
        let query = self.view.pane(id).filter.value().to_owned();
        let page = self.view.page(id);
        let focus = self.view.focus == id;
        if query.trim().is_empty() {
            let rows = (pane.order)(&self.ctx());
            self.view.pane_mut(id).take_rows(rows, page, focus);
            return;
        }
        self.read_rows(id);
        let view = self.view.pane_mut(id);
        let Some(index) = view.index.as_ref() else { return };
        let rows = index.find(&query).into_iter().filter_map(|hit| index.key(hit.row)).collect();
        view.take_rows(rows, page, focus);
    }

    /// Reads every row of a pane to be searched, once until the world changes; when a filter begins rather than at its
    /// first letter, which would come late on the screen.
    fn read_rows(&mut self, id: PaneId) {
        if self.view.pane(id).index.is_none() {
            let index = panes::index(panes::pane(id), &self.ctx());
            self.view.pane_mut(id).index = Some(index);
        }
    }
}
