//! The titles of calendar entries. They show on a locked phone: without names they tell a stranger nothing but that
//! something is due.

use super::Locale;
use crate::core::agenda::{Entry, Says};
use crate::core::case::Case;
use crate::core::deadline::DeadlineKind;

impl Locale {
    /// "R-014: papers due, unconfirmed"; with names "R-014 José Núñez: Brief due, unconfirmed".
    pub fn agenda_title(&self, entry: &Entry<'_>, case: Option<&Case>, names: bool) -> String {
        let Some(case) = case else { return self.t("agenda-over-nobody") };
        if entry.says == Says::Over {
            return self.tn("agenda-over", &[("who", (&case.code).into())]);
        }
        let who =
            if names && !case.name.is_empty() { format!("{} {}", case.code, case.name) } else { case.code.clone() };
        let what = if names { entry.deadline.title.clone() } else { self.agenda_word(entry.deadline.kind) };
        let text = self.tn(key(entry.says), &[("who", who.into()), ("what", what.into())]);
        // The day to ask for a date is nobody's date to confirm.
        if entry.deadline.is_confirmed() || entry.says == Says::AskAgain {
            return text;
        }
        self.tn("agenda-unconfirmed", &[("text", text.into())])
    }

    /// A neutral word for what has to be done.
    fn agenda_word(&self, kind: DeadlineKind) -> String {
        let code = DeadlineKind::ALL.iter().find(|(known, _)| *known == kind).map_or("", |(_, code)| code);
        self.t(&format!("agenda-word-{code}"))
    }
}

fn key(says: Says) -> &'static str {
    match says {
        Says::Due => "agenda-due",
        Says::Appointment => "agenda-appointment",
        Says::StartBy => "agenda-start-by",
        Says::Opens => "agenda-opens",
        Says::AskAgain => "agenda-ask",
        Says::Over => "agenda-over",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::agenda::{Part, When};
    use crate::core::case::Need;
    use crate::core::deadline::{Basis, Certainty, Consequence, Deadline, Due, Source};
    use crate::core::id::{CaseId, DeadlineId};
    use crate::locale::Lang;
    use chrono::NaiveDate;

    fn day() -> NaiveDate {
        "2026-12-14".parse().unwrap()
    }

    fn deadline(kind: DeadlineKind, certainty: Certainty) -> Deadline {
        Deadline {
            kind,
            consequence: Consequence::Removal,
            source: Source::of(Basis::CourtOrder),
            certainty,
            ..Deadline::new(DeadlineId(1), CaseId(1), "Asylum brief".to_owned(), Due::Day(day()))
        }
    }

    fn case() -> Case {
        let mut case = Case::new(CaseId(1), "R-014".to_owned(), Need::Asylum, day());
        case.name = "José Núñez".to_owned();
        case
    }

    fn title(lang: Lang, says: Says, deadline: &Deadline, names: bool) -> String {
        let entry = Entry { deadline, part: Part::Due, says, when: When::Day(day()), remind: Vec::new() };
        Locale::new(lang).agenda_title(&entry, Some(&case()), names)
    }

    const ALL: [Says; 6] = [Says::Due, Says::Appointment, Says::StartBy, Says::Opens, Says::AskAgain, Says::Over];

    #[test]
    fn a_title_is_a_code_name_and_neutral_words() {
        let papers = deadline(DeadlineKind::File, Certainty::Computed);
        assert_eq!(
            ALL.map(|says| title(Lang::En, says, &papers, false)),
            [
                "R-014: papers due, unconfirmed",
                "R-014: papers, unconfirmed",
                "R-014: start by this day, papers, unconfirmed",
                "R-014: possible from this day, papers, unconfirmed",
                "R-014: ask for the new date, papers",
                "R-014: removed from this calendar",
            ]
        );
        assert_eq!(
            ALL.map(|says| title(Lang::Es, says, &papers, false)),
            [
                "R-014: último día, papeles, sin confirmar",
                "R-014: papeles, sin confirmar",
                "R-014: empezar a más tardar este día, papeles, sin confirmar",
                "R-014: posible desde este día, papeles, sin confirmar",
                "R-014: preguntar la nueva fecha, papeles",
                "R-014: retirado de este calendario",
            ]
        );
    }

    #[test]
    fn whatever_it_is_a_stranger_learns_nothing() {
        const TELLING: [&str; 20] = [
            "asylum",
            "asilo",
            "brief",
            "court",
            "corte",
            "hearing",
            "audiencia",
            "removal",
            "deport",
            "immigra",
            "migra",
            "núñez",
            "josé",
            "legal",
            "attorney",
            "abogad",
            "lawyer",
            "visa",
            "filing",
            "permit",
        ];
        for (lang, _) in Lang::ALL {
            for (kind, _) in DeadlineKind::ALL {
                for says in ALL {
                    let text = title(lang, says, &deadline(kind, Certainty::Reported), false).to_lowercase();
                    assert!(!text.contains('⟨') && text.starts_with("r-014: "), "{text}");
                    assert!(!TELLING.iter().any(|word| text.contains(word)), "{text}");
                }
            }
        }
    }

    #[test]
    fn names_are_there_when_asked_for_and_a_confirmed_date_says_nothing_more() {
        let verified = Certainty::Verified { source: "Dana Ruiz".to_owned(), on: day() };
        let papers = deadline(DeadlineKind::File, verified);
        assert_eq!(title(Lang::En, Says::Due, &papers, true), "R-014 José Núñez: Asylum brief due");
        assert_eq!(title(Lang::Es, Says::StartBy, &papers, false), "R-014: empezar a más tardar este día, papeles");
        for certainty in [Certainty::Computed, Certainty::Noticed, Certainty::Reported, Certainty::Unknown] {
            let text = title(Lang::En, Says::Appointment, &deadline(DeadlineKind::Appear, certainty), false);
            assert_eq!(text, "R-014: appointment, unconfirmed");
        }
    }

    #[test]
    fn what_was_taken_back_with_its_case_has_no_code_name() {
        let papers = deadline(DeadlineKind::File, Certainty::Computed);
        let entry =
            Entry { deadline: &papers, part: Part::Due, says: Says::Over, when: When::Day(day()), remind: vec![] };
        assert_eq!(Locale::new(Lang::En).agenda_title(&entry, None, true), "removed from this calendar");
    }
}
