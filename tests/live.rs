//! The queue is live: it is ranked anew at midnight in the clinic's zone, at a court's own midnight, after sleep, when a
//! wait ends and when a clock was set; and the selection stays on its row.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rumbo::app::App;
use rumbo::app::list::Step;
use rumbo::app::msg::{Env, Fact};
use rumbo::app::view::ViewAct;
use rumbo::core::deadline::{Appointment, Basis, Certainty, Consequence, Deadline, Due, Medium, Source};
use rumbo::core::forecast::Forecast;
use rumbo::core::id::{CaseId, DeadlineId, RecordId};
use rumbo::core::step::{Step as Work, StepKind, StepState};
use rumbo::core::urgency::Group;
use rumbo::core::world::World;
use rumbo::effects::Clock;
use rumbo::keymap::{Keymap, Source as Layer, Vocabulary};
use rumbo::locale::Lang;
use rumbo::term::session::Session;
use tui_input::InputRequest;

const BOSTON: Tz = Tz::America__New_York;

/// Such as 2026-11-23T23:59:30-05:00.
fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn deadline(id: u32, due: Due) -> Deadline {
    Deadline {
        consequence: Consequence::Right,
        medium: Medium::Online,
        source: Source::of(Basis::Statute),
        certainty: Certainty::Computed,
        ..Deadline::new(DeadlineId(id), CaseId(1), format!("matter {id}"), due)
    }
}

fn on(id: u32, due: &str) -> Deadline {
    deadline(id, Due::Day(day(due)))
}

/// A hearing at nine in the morning there.
fn hearing(id: u32, date: &str, zone: Tz) -> Deadline {
    let local = day(date).and_hms_opt(9, 0, 0).unwrap();
    let due = Due::At(Appointment { local, zone, place: String::new() });
    Deadline { consequence: Consequence::Removal, ..deadline(id, due) }
}

/// A session that began at one moment and looks at the clock at another.
struct Night {
    app: Option<App>,
    keymap: Keymap,
}

impl Night {
    fn begin(now: &str, deadlines: impl IntoIterator<Item = Deadline>) -> Self {
        let mut world = World::default();
        for deadline in deadlines {
            world.put(deadline.into());
        }
        let now = at(now);
        let env = Env { now, today: now.with_timezone(&BOSTON).date_naive(), interactive: true };
        let vocabulary = Vocabulary { check: &|_| Ok(()), known: &[] };
        let (keymap, _) = Keymap::load(&[Layer::built_in("default").unwrap()], &vocabulary);
        Self { app: Some(App::new(world, 1, env, Lang::En)), keymap }
    }

    fn app(&mut self) -> &mut App {
        self.app.as_mut().unwrap()
    }

    fn select(&mut self, id: u32) {
        let row = self.rows().iter().position(|row| *row == id).unwrap();
        self.app().settle(Fact::View(ViewAct::Move(Step::To(row))));
        assert_eq!(self.selected(), id);
    }

    fn selected(&mut self) -> u32 {
        let Some(RecordId::Deadline(id)) = self.app().view.deadlines.selected() else { panic!("nothing is selected") };
        id.0
    }

    fn rows(&mut self) -> Vec<u32> {
        let ids = self.app().view.deadlines.rows.iter().map(|row| match row {
            RecordId::Deadline(id) => id.0,
            other => panic!("{other}"),
        });
        ids.collect()
    }

    fn group(&mut self, id: u32) -> Group {
        self.app().ranking.get(DeadlineId(id)).unwrap().group
    }

    /// The loop wakes up and looks.
    fn look(&mut self, now: &str) {
        let clock = Clock { fixed: Some(at(now)), interactive: true };
        let mut session = Session::new(self.app.take().unwrap(), &self.keymap, clock);
        session.look_at_clock();
        assert!(session.until_next_look().as_secs() <= 60);
        self.app = Some(session.app);
    }
}

/// 1 falls due on Monday 23 November, 2 is light and a while later, 3 waits for an answer until Tuesday.
fn monday(now: &str) -> Night {
    let asked = StepState::Waiting { since: day("2026-11-16"), until: day("2026-11-24") };
    let letter = Work { state: asked, ..Work::usual("Letter".to_owned(), StepKind::Letter) };
    let waits = Deadline { steps: vec![letter], consequence: Consequence::Benefit, ..on(3, "2026-12-18") };
    let light = Deadline { consequence: Consequence::Administrative, ..on(2, "2026-12-21") };
    let mut night = Night::begin(now, [on(1, "2026-11-23"), light, waits]);
    assert_eq!(night.rows(), [1, 2, 3]);
    night
}

#[test]
fn a_day_begins_at_midnight_in_the_clinics_zone_and_the_selection_stays() {
    for selected in 1..=3 {
        let mut night = monday("2026-11-23T18:30:00-05:00");
        night.select(selected);
        // It is Tuesday in Greenwich already.
        night.look("2026-11-23T23:59:59-05:00");
        assert_eq!((night.app().moment.today, night.group(1)), (day("2026-11-23"), Group::ActNow));
        night.look("2026-11-24T00:00:00-05:00");
        assert_eq!((night.app().moment.today, night.group(1)), (day("2026-11-24"), Group::Escalate));
        assert_eq!(night.selected(), selected);
    }
}

#[test]
fn a_wait_ends_on_its_day_and_the_selection_moves_along_with_its_row() {
    for selected in 1..=3 {
        let mut night = monday("2026-11-23T18:30:00-05:00");
        night.select(selected);
        assert_eq!(night.group(3), Group::Waiting);
        night.look("2026-11-24T00:00:00-05:00");
        assert_eq!(night.group(3), Group::ActNow);
        assert_eq!((night.rows(), night.selected()), (vec![1, 3, 2], selected));
    }
}

#[test]
fn after_days_of_sleep_everything_is_as_if_it_were_opened_then() {
    for selected in 1..=3 {
        let mut night = monday("2026-11-23T18:30:00-05:00");
        night.select(selected);
        night.look("2026-12-22T07:10:00-05:00");
        let mut fresh = Night::begin("2026-12-22T07:10:00-05:00", night.app().world.deadlines().cloned());
        assert_eq!(night.rows(), fresh.rows());
        assert_eq!((1..=3).map(|id| night.group(id)).collect::<Vec<_>>(), [Group::Escalate; 3]);
        assert!(night.app().ranking == fresh.app().ranking);
        assert_eq!(night.selected(), selected);
    }
}

#[test]
fn a_clock_set_back_is_believed() {
    let mut night = monday("2026-11-23T18:30:00-05:00");
    night.select(2);
    night.look("2026-11-24T08:00:00-05:00");
    night.look("2026-11-23T18:00:00-05:00");
    assert_eq!((night.group(1), night.group(3)), (Group::ActNow, Group::Waiting));
    assert_eq!((night.rows(), night.selected()), (vec![1, 2, 3], 2));
}

/// While it is night in Boston, evening ends in Tijuana.
#[test]
fn a_courts_own_midnight_does_not_wait_for_the_clinics() {
    let matters = || [hearing(1, "2026-11-23", Tz::America__Tijuana), on(2, "2026-12-21")];
    let mut night = Night::begin("2026-11-24T00:05:00-05:00", matters());
    night.select(2);
    assert_eq!(night.group(1), Group::ActNow, "five past nine in the evening there");
    night.look("2026-11-24T02:59:00-05:00");
    assert_eq!(night.group(1), Group::ActNow);
    night.look("2026-11-24T03:00:00-05:00");
    assert_eq!((night.group(1), night.selected()), (Group::Escalate, 2));
}

/// A filter over more rows than are read at once.
#[test]
fn selection_and_marks_outlast_midnight_in_a_long_filtered_list() {
    let many = (1..=2_500).map(|id| on(id, "2027-03-01"));
    let mut night = Night::begin("2026-11-23T18:30:00-05:00", many);
    let app = night.app();
    app.settle(Fact::View(ViewAct::StartFilter));
    for letter in "matter".chars() {
        app.settle(Fact::View(ViewAct::Edit(InputRequest::InsertChar(letter))));
    }
    app.settle(Fact::View(ViewAct::AcceptFilter));
    while app.is_reading() {
        app.settle(Fact::GoOn);
    }
    night.select(2_400);
    night.app().settle(Fact::View(ViewAct::MarkToggle));
    night.select(2_300);
    night.look("2026-11-24T00:00:00-05:00");
    while night.app().is_reading() {
        assert_eq!(night.selected(), 2_300);
        night.app().settle(Fact::GoOn);
    }
    assert_eq!(night.selected(), 2_300);
    assert_eq!(night.app().view.deadlines.targets(), [RecordId::Deadline(DeadlineId(2_400))]);
}

#[test]
fn a_forecast_made_little_by_little_is_the_one_made_at_once() {
    let one = |id: u32| {
        let due = day("2026-11-24") + chrono::Days::new(u64::from(id % 190));
        let steps =
            [StepKind::Letter, StepKind::Form, StepKind::Attend].map(|kind| Work::usual(format!("{kind:?}"), kind));
        let steps = steps[id as usize % 3..].to_vec();
        let zone = [BOSTON, Tz::America__Tijuana][id as usize % 2];
        let due = if id.is_multiple_of(7) { hearing(id, &due.to_string(), zone).due } else { Due::Day(due) };
        Deadline { steps, consequence: Consequence::ALL[id as usize % 4].0, ..deadline(id, due) }
    };
    let mut night = Night::begin("2026-11-23T18:30:00-05:00", (1..=1_700).map(one));
    let app = night.app();
    assert!(app.is_foreseeing(), "so many are not foreseen while somebody waits");
    while app.is_behind() {
        app.settle(Fact::GoOn);
    }
    let at_once = Forecast::of(&app.world, &app.ranking, &app.moves, app.moment, &app.practice);
    assert!(at_once.unmet.len() > 100);
    assert_eq!(*app.forecast(), at_once);
}
