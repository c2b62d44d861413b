//! A small invented world for the tests of the panes, ranked by hand.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::Ctx;
use crate::core::case::{Address, Case, CaseStatus, Need, NextAction, Representation, Representative};
use crate::core::clinic::{Clinic, OnCall};
use crate::core::deadline::{Appointment, Basis, Certainty, Consequence, Deadline, DeadlineKind, Due, Source};
use crate::core::id::{CaseId, DeadlineId, PartnerId};
use crate::core::partner::{Partner, PartnerKind};
use crate::core::pin::Moves;
use crate::core::rules::RuleBook;
use crate::core::step::{Step, StepKind};
use crate::core::today::Today;
use crate::core::urgency::{Group, Moment, Ranked, Ranking, Reason};
use crate::core::world::World;
use crate::locale::{Lang, Locale};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// Four cases, five live deadlines and two partners on Sunday 22 November 2026.
pub struct Fixture {
    pub world: World,
    pub ranking: Ranking,
    pub moves: Moves,
    pub today: Today,
    pub moment: Moment,
    pub rules: RuleBook,
    pub en: Locale,
    pub es: Locale,
}

impl Fixture {
    /// What a pane may look at, in English.
    pub fn ctx(&self) -> Ctx<'_> {
        let (world, ranking, moment) = (&self.world, &self.ranking, self.moment);
        Ctx {
            world,
            ranking,
            moves: &self.moves,
            today: &self.today,
            moment,
            locale: &self.en,
            rules: &self.rules,
            blur: false,
            by_due: false,
        }
    }

    /// The same in Spanish.
    pub fn spanish(&self) -> Ctx<'_> {
        Ctx { locale: &self.es, ..self.ctx() }
    }
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The world, its ranking and both catalogues.
pub fn fixture() -> Fixture {
    let now = "2026-11-22T15:00:00Z".parse().unwrap();
    let moment = Moment { now, today: date("2026-11-22") };
    let mut world = World::default();
    let on_call = Some(OnCall { name: "Lee Park".to_owned(), phone: "(555) 010-0111".to_owned() });
    world.put(Clinic { zone: Tz::America__New_York, on_call, ..Clinic::default() }.into());
    for case in cases() {
        world.put(case.into());
    }
    for deadline in deadlines() {
        world.put(deadline.into());
    }
    for partner in partners() {
        world.put(partner.into());
    }
    let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
    Fixture {
        world,
        ranking: Ranking::in_this_order(ranked()),
        moves: Moves::default(),
        today: Today::default(),
        moment,
        rules: RuleBook::default(),
        en,
        es,
    }
}

fn case(id: u32, code: &str, name: &str, need: Need) -> Case {
    let mut case = Case::new(CaseId(id), code.to_owned(), need, date("2026-03-02"));
    name.clone_into(&mut case.name);
    case
}

fn cases() -> [Case; 5] {
    let mut nunez = case(1, "R-014", "José Núñez", Need::Asylum);
    nunez.language = "K'iche'".to_owned();
    nunez.representation = Representation::Named(Representative {
        name: "Dana Ruiz".to_owned(),
        phone: "(555) 010-0199".to_owned(),
        before: "EOIR Boston".to_owned(),
    });
    nunez.next_action =
        Some(NextAction { what: "ask for the letter".to_owned(), owner: "Ana".to_owned(), on: date("2026-11-24") });
    let mut late = case(2, "R-007", "Mina Sato", Need::GreenCard);
    late.next_action = Some(NextAction { what: "photos".to_owned(), owner: String::new(), on: date("2026-11-20") });
    late.address = Some(Address { text: "12 Sample Street".to_owned(), kept_apart: true });
    let idle = case(3, "R-020", "", Need::GeneralQuestions);
    let mut calm = case(4, "R-002", "Ines Prado", Need::Citizenship);
    calm.next_action = Some(NextAction { what: "class".to_owned(), owner: String::new(), on: date("2027-01-11") });
    let mut closed = case(5, "R-001", "Old Matter", Need::Other);
    closed.status = CaseStatus::Closed { on: date("2026-06-01"), reason: "moved".to_owned() };
    [nunez, late, idle, calm, closed]
}

fn deadline(id: u32, case: u32, title: &str, due: Due) -> Deadline {
    Deadline {
        consequence: Consequence::Right,
        source: Source::of(Basis::CourtOrder),
        certainty: Certainty::Noticed,
        ..Deadline::new(DeadlineId(id), CaseId(case), title.to_owned(), due)
    }
}

fn deadlines() -> [Deadline; 5] {
    let hearing = Appointment {
        local: date("2026-12-14").and_hms_opt(22, 30, 0).unwrap(),
        zone: Tz::America__Tijuana,
        place: "Otay Mesa".to_owned(),
    };
    let mut hearing = deadline(1, 1, "Removal hearing", Due::At(hearing));
    hearing.kind = DeadlineKind::Appear;
    hearing.consequence = Consequence::Removal;
    hearing.certainty = Certainty::Verified { source: "EOIR line".to_owned(), on: date("2026-11-02") };
    hearing.steps =
        vec![Step::usual("Letter".to_owned(), StepKind::Letter), Step::usual("Go along".to_owned(), StepKind::Attend)];
    [
        hearing,
        deadline(2, 2, "I-90 renewal", Due::Day(date("2026-11-20"))),
        deadline(3, 1, "Brief", Due::Day(date("2027-01-04"))),
        deadline(4, 2, "Interview", Due::Unset { ask_on: date("2026-12-01") }),
        deadline(5, 1, "EAD filing", Due::From(date("2026-12-20"))),
    ]
}

fn row(id: u32, case: u32, group: Group, slack_days: i32, reason: Reason) -> Ranked {
    Ranked {
        id: DeadlineId(id),
        case: CaseId(case),
        group,
        urgency: f64::from(100 - slack_days),
        slack_days,
        start_by: None,
        safe: date("2026-12-14"),
        reason,
        nobody_to_call: false,
    }
}

fn ranked() -> Vec<Ranked> {
    let start_by = date("2026-11-27");
    let ask = Reason::StartBy { usual_wait: 10, start_by, days_left: 3 };
    let mut hearing = row(1, 1, Group::ActNow, 3, ask);
    hearing.start_by = Some(start_by);
    vec![
        row(2, 2, Group::Escalate, -2, Reason::PastDate { due: date("2026-11-20") }),
        hearing,
        row(3, 1, Group::Coming, 20, Reason::StartToday),
        row(5, 1, Group::Later, 40, Reason::OpensOn { on: date("2026-12-20") }),
        row(4, 2, Group::Waiting, 5, Reason::NoDate { ask_on: date("2026-12-01") }),
    ]
}

fn partners() -> [Partner; 2] {
    let mut oak = Partner::new(PartnerId(1), "Órgano Legal Aid".to_owned());
    oak.kind = PartnerKind::LegalAid;
    oak.city = "Boston".to_owned();
    oak.languages = vec!["Spanish".to_owned(), "K’iche’".to_owned()];
    oak.phones = vec!["(555) 010-0123 ext. 4".to_owned(), "555-010-0124".to_owned()];
    oak.services = vec!["asylum".to_owned(), "removal defense".to_owned()];
    oak.notes = "closed on Fridays".to_owned();
    let ash = Partner::new(PartnerId(2), "ash street shelter".to_owned());
    [oak, ash]
}
