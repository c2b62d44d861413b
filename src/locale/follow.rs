//! What happened, what is missing and what usually comes before a deadline, in words.

use super::Locale;
use crate::core::blindspots::Missing;
use crate::core::deadline::Certainty;
use crate::core::happening::Happening;
use crate::core::id::{DeadlineId, HappeningId};
use crate::core::rules::Happened;
use crate::core::template::Stage;
use crate::core::world::World;
use chrono::NaiveDate;

impl Locale {
    /// What happened, such as "Notice to appear".
    pub fn happened(&self, what: Happened) -> String {
        let code = Happened::ALL.iter().find(|(known, _)| *known == what).map_or("", |(_, code)| code);
        self.t(&format!("happened-{code}"))
    }

    /// A step of a template, such as "Find a representative".
    pub fn stage(&self, stage: Stage) -> String {
        self.t(&format!("template-{}", stage.code()))
    }

    /// What is missing: "in proceedings, and no hearing ahead is known".
    pub fn missing(&self, missing: &Missing, world: &World, today: NaiveDate) -> String {
        let title = |id: DeadlineId| world.deadline(id).map(|deadline| deadline.title.clone()).unwrap_or_default();
        match missing {
            Missing::NobodyToCall { deadline } => {
                self.tn("missing-nobody-to-call", &[("title", title(*deadline).into())])
            }
            Missing::Review { happening } => self.of_happening("missing-review", *happening, world, today),
            Missing::AppealOpen { happening } => self.of_happening("missing-appeal", *happening, world, today),
            Missing::NextHearing => self.t("missing-next-hearing"),
            Missing::Unverified { deadline, check_by } => self.unverified(*deadline, *check_by, world, today),
            Missing::AsylumDate { arrived } => {
                self.tn("missing-asylum-date", &[("day", self.day(*arrived, today).into())])
            }
            Missing::Fourteen { on, .. } => self.tn("missing-fourteen", &[("day", self.day(*on, today).into())]),
            Missing::CardExpiry => self.t("missing-card"),
            Missing::NextAction => self.t("missing-next-action"),
        }
    }

    fn of_happening(&self, key: &str, id: HappeningId, world: &World, today: NaiveDate) -> String {
        let Some(Happening { what, on, .. }) = world.happening(id) else { return String::new() };
        let what = self.happened(*what);
        match on {
            Some(on) => self.tn(key, &[("what", what.into()), ("day", self.day(*on, today).into())]),
            None => self.tn(&format!("{key}-no-day"), &[("what", what.into())]),
        }
    }

    fn unverified(&self, id: DeadlineId, since: NaiveDate, world: &World, today: NaiveDate) -> String {
        let Some(deadline) = world.deadline(id) else { return String::new() };
        let title = deadline.title.as_str().into();
        let day = self.day(deadline.due.date(), today).into();
        match &deadline.certainty {
            Certainty::Verified { on, .. } => {
                let (last, since) = (self.day(*on, today).into(), self.day(since, today).into());
                self.tn("missing-unverified", &[("title", title), ("day", day), ("last", last), ("since", since)])
            }
            _ => self.tn("missing-unverified-never", &[("title", title), ("day", day)]),
        }
    }
}
