#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::core::clinic::Clinic;
use crate::core::deadline::{Appointment, Basis, Certainty, Consequence, Deadline, Due, Medium, Source};
use crate::core::id::CaseId;
use crate::core::step::{Step, StepKind, StepState};
use crate::core::urgency::rank;

/// Monday 2 November 2026.
fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

fn step(kind: StepKind, effort_quarters: u16, wait_days: u16) -> Step {
    Step { effort_quarters, wait_days, ..Step::usual(format!("{kind:?}"), kind) }
}

fn deadline(id: u32, consequence: Consequence, due: NaiveDate, steps: Vec<Step>) -> Deadline {
    Deadline {
        consequence,
        medium: Medium::Online,
        source: Source::of(Basis::Statute),
        certainty: Certainty::Computed,
        steps,
        ..Deadline::new(DeadlineId(id), CaseId(1), format!("matter {id}"), Due::Day(due))
    }
}

/// A caseload on Monday 2 November 2026 with so many hours a day.
struct Desk {
    world: World,
    ranking: Ranking,
    moment: Moment,
    practice: Practice,
}

fn desk(hours: u16, deadlines: Vec<Deadline>) -> Desk {
    let mut world = World::default();
    for deadline in deadlines {
        world.put(deadline.into());
    }
    let moment = Moment { now: day(2).and_hms_opt(15, 0, 0).unwrap().and_utc(), today: day(2) };
    let ranking = rank(&world, moment, &Clinic::default());
    Desk { world, ranking, moment, practice: Practice { day_quarters: hours * 4, ..Practice::default() } }
}

impl Desk {
    fn forecast(&self) -> Forecast {
        Forecast::of(&self.world, &self.ranking, &Moves::default(), self.moment, &self.practice)
    }

    fn unmet(&self) -> Vec<u32> {
        self.forecast().unmet.iter().map(|unmet| unmet.id.0).collect()
    }

    fn help(&self) -> Vec<Vec<Help>> {
        help(&self.world, &self.ranking, &Moves::default(), self.moment, &self.practice, &self.forecast())
    }
}

const RIGHT: Consequence = Consequence::Right;

#[test]
fn what_fits_into_the_hours_is_met_and_what_does_not_is_lost_on_its_day() {
    let twelve_hours = |id| deadline(id, RIGHT, day(3), vec![step(StepKind::Form, 24, 0)]);
    assert_eq!(desk(6, vec![twelve_hours(1), twelve_hours(2)]).unmet(), [] as [u32; 0]);
    let three = desk(6, vec![twelve_hours(1), twelve_hours(2), twelve_hours(3)]);
    let forecast = three.forecast();
    // A day each: on Wednesday the third could still have been begun on Tuesday.
    assert_eq!(forecast.unmet.len(), 1);
    let unmet = &forecast.unmet[0];
    assert_eq!((unmet.id, unmet.safe, unmet.from), (DeadlineId(3), day(3), day(4)));
    assert_eq!(unmet.finished, Some(day(4)));
    let helps = three.help();
    let extension = Help::Later { day: day(10), extension: true };
    let start = Help::StartToday { step: "Form".to_owned(), asks: false };
    let more = Help::MoreHours { quarters: 12, until: day(3) };
    assert_eq!(helps, [vec![start, Help::HandOver { quarters: 24 }, more, extension]]);
}

#[test]
fn the_graver_matter_goes_first_where_both_would_be_lost() {
    let both = |heavier: u32, lighter: u32| {
        vec![
            deadline(lighter, Consequence::Benefit, day(2), vec![step(StepKind::Form, 20, 0)]),
            deadline(heavier, RIGHT, day(2), vec![step(StepKind::Form, 20, 0)]),
        ]
    };
    assert_eq!(desk(6, both(1, 2)).unmet(), [2]);
    assert_eq!(desk(6, both(2, 1)).unmet(), [1]);
}

#[test]
fn a_wait_is_waited_for_and_one_that_runs_is_not_begun_again() {
    let letter = || step(StepKind::Letter, 2, 10);
    let send = || step(StepKind::File, 4, 0);
    // Ten working days after Monday 2 November is Tuesday 17: Veterans Day is none.
    assert_eq!(desk(6, vec![deadline(1, RIGHT, day(17), vec![letter(), send()])]).unmet(), [] as [u32; 0]);
    let asked = Step { state: StepState::Waiting { since: day(2), until: day(17) }, ..letter() };
    assert_eq!(desk(6, vec![deadline(1, RIGHT, day(17), vec![asked, send()])]).unmet(), [] as [u32; 0]);
    // On its own it would be in time; the hours of today are gone.
    let first = deadline(2, Consequence::Removal, day(2), vec![step(StepKind::Form, 23, 0)]);
    let late = desk(6, vec![first, deadline(1, RIGHT, day(17), vec![letter(), send()])]);
    assert_eq!(late.unmet(), [1]);
    assert_eq!(late.help()[0].first(), Some(&Help::StartToday { step: "Letter".to_owned(), asks: true }));
}

#[test]
fn an_appointment_takes_its_hours_on_its_day() {
    let local = day(3).and_hms_opt(9, 0, 0).unwrap();
    let at = Due::At(Appointment { local, zone: chrono_tz::Tz::America__New_York, place: String::new() });
    let go = Deadline { due: at, ..deadline(1, Consequence::Removal, day(3), vec![step(StepKind::Attend, 16, 0)]) };
    let work = |quarters| deadline(2, RIGHT, day(3), vec![step(StepKind::Form, quarters, 0)]);
    assert_eq!(desk(6, vec![go.clone(), work(32)]).unmet(), [] as [u32; 0]);
    assert_eq!(desk(6, vec![go, work(33)]).unmet(), [2]);
}

#[test]
fn what_is_escalated_or_only_opens_is_not_counted() {
    let past = deadline(1, RIGHT, day(1), vec![step(StepKind::Form, 100, 0)]);
    let opens = Deadline { due: Due::From(day(2)), ..deadline(2, RIGHT, day(2), vec![step(StepKind::Form, 900, 0)]) };
    assert_eq!(desk(6, vec![past, opens]).unmet(), [] as [u32; 0]);
}

#[test]
fn weeks_hold_what_has_to_be_begun_in_them_and_their_dates() {
    let work = deadline(1, RIGHT, day(17), vec![step(StepKind::Letter, 2, 5), step(StepKind::File, 4, 0)]);
    let forecast = desk(6, vec![work]).forecast();
    assert_eq!(forecast.weeks.len(), WEEKS);
    let seen = |n: usize| (forecast.weeks[n].hours, forecast.weeks[n].load, forecast.weeks[n].dates(RIGHT));
    // Five days of six hours; the week of Veterans Day has four.
    assert_eq!([seen(0), seen(1), seen(2), seen(3)], [(120, 0, 0), (96, 2, 0), (120, 4, 1), (96, 0, 0)]);
    assert_eq!(forecast.weeks[1].monday, day(9));
}

/// More hours never lose what fewer hours met, on many caseloads made by a small generator; and the same caseload
/// always has the same forecast.
#[test]
fn the_forecast_is_the_same_every_time_and_one_more_hour_helps() {
    let mut seed = 7_u32;
    let mut next = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    let (mut fewer, mut more) = (0, 0);
    for _ in 0..40 {
        let deadlines: Vec<Deadline> = (1..60)
            .map(|id| {
                let kinds = [StepKind::Letter, StepKind::Form, StepKind::File];
                let steps = kinds.map(|kind| step(kind, u16::try_from(next(12)).unwrap(), kind.usual_wait()));
                let due = day(2) + chrono::Days::new(u64::from(next(120)));
                let consequence = Consequence::ALL[next(4) as usize].0;
                deadline(id, consequence, due, steps[next(3) as usize..].to_vec())
            })
            .collect();
        let one = desk(2, deadlines.clone());
        assert_eq!(one.forecast(), one.forecast());
        fewer += one.forecast().unmet.len();
        more += desk(4, deadlines).forecast().unmet.len();
    }
    assert!(more < fewer, "{more} of {fewer}");
}
