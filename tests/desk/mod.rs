//! A session without a screen: the program's own decide and settle on a store in memory, at a moment that is told.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use rumbo::app::App;
use rumbo::app::msg::{Env, Fact};
use rumbo::core::clinic::Clinic;
use rumbo::effects;
use rumbo::locale::Lang;
use rumbo::store::memory::MemoryStore;
use rumbo::store::{Error, Store};

/// The Monday before Thanksgiving, at nine in Boston.
pub const MONDAY: &str = "2026-11-23T09:00";

/// A session and its store.
pub struct Desk {
    pub app: App,
    pub store: MemoryStore,
    now: DateTime<Utc>,
    interactive: bool,
}

impl Desk {
    /// An empty vault on [`MONDAY`]; `interactive` when somebody sits at a screen and can be asked.
    pub fn new(interactive: bool) -> Self {
        let zone = Clinic::default().zone;
        let now = instant(MONDAY, zone);
        let env = Env { now, today: now.with_timezone(&zone).date_naive(), interactive };
        let mut app = App::new(rumbo::core::world::World::default(), 0, env, Lang::En);
        app.settle(Fact::History(Vec::new()));
        Self { app, store: MemoryStore::new(), now, interactive }
    }

    /// The moment as commands see it.
    pub fn env(&self) -> Env {
        let today = self.now.with_timezone(&self.app.clinic.zone).date_naive();
        Env { now: self.now, today, interactive: self.interactive }
    }

    /// Moves the clock to a local time of the clinic, such as `2026-11-27T08:00`.
    pub fn move_clock(&mut self, local: &str) {
        self.now = instant(local, self.app.clinic.zone);
        self.app.settle(Fact::Moment(self.env()));
    }

    /// Closes the program and opens it again on the same store.
    pub fn restart(&mut self) -> Result<(), Error> {
        let (world, head) = self.store.load()?;
        let lang = self.app.locale.lang();
        self.app = App::new(world, head, self.env(), lang);
        self.app.settle(Fact::History(effects::history(&mut self.store, head)?));
        Ok(())
    }
}

fn instant(local: &str, zone: chrono_tz::Tz) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").expect("a moment such as 2026-11-23T09:00");
    zone.from_local_datetime(&local).earliest().expect("a time that exists").to_utc()
}
