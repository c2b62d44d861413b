//! Why a row or a card is not taken in, in words.

use super::Locale;
use crate::core::case::Need;
use crate::core::import::Reason;

impl Locale {
    /// Why a row or a card is refused: "3/4/2026 could be two dates".
    pub fn refused(&self, reason: &Reason) -> String {
        let codes = || Need::ALL.map(|(_, code)| code).join(" ");
        let date = |key: &str, column: &String, found: &String| {
            self.tn(key, &[("column", clipped(column).into()), ("found", clipped(found).into())])
        };
        match reason {
            Reason::NoName => self.t("unread-no-name"),
            Reason::NoCode => self.t("unread-no-code"),
            Reason::BadCode { found } => self.tn("unread-bad-code", &[("found", clipped(found).into())]),
            Reason::NoNeed => self.tn("unread-no-need", &[("codes", codes().into())]),
            Reason::UnknownNeed { found } => {
                self.tn("unread-unknown-need", &[("found", clipped(found).into()), ("codes", codes().into())])
            }
            Reason::BadDate { column, found } => date("unread-bad-date", column, found),
            Reason::AmbiguousDate { column, found } => date("unread-ambiguous-date", column, found),
            Reason::TooManyFields { found, columns } => {
                self.tn("unread-too-many-fields", &[("found", (*found).into()), ("columns", (*columns).into())])
            }
            Reason::TooLong { column } => self.tn("unread-too-long", &[("column", clipped(column).into())]),
            Reason::UnclosedQuote => self.t("unread-unclosed-quote"),
            Reason::UnclosedCard => self.t("unread-unclosed-card"),
            Reason::OutsideCard => self.t("unread-outside-card"),
        }
    }
}

/// As much of a text as a reason needs to be recognised by.
fn clipped(text: &str) -> String {
    const MOST: usize = 60;
    let mut kept: String = text.chars().take(MOST).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn every_reason_is_said_in_both_languages() {
        let (column, found) = (String::from("llegada"), String::from("3/4/2026"));
        let reasons = [
            Reason::NoName,
            Reason::NoCode,
            Reason::BadCode { found: found.clone() },
            Reason::NoNeed,
            Reason::UnknownNeed { found: found.clone() },
            Reason::BadDate { column: column.clone(), found: found.clone() },
            Reason::AmbiguousDate { column: column.clone(), found },
            Reason::TooManyFields { found: 3, columns: 2 },
            Reason::TooLong { column },
            Reason::UnclosedQuote,
            Reason::UnclosedCard,
            Reason::OutsideCard,
        ];
        for (lang, _) in Lang::ALL {
            let locale = Locale::new(lang);
            for reason in &reasons {
                let said = locale.refused(reason);
                assert!(!said.contains(['⟨', '{']), "{lang:?} {reason:?}: {said}");
            }
        }
        let said = Locale::new(Lang::En).refused(&Reason::TooManyFields { found: 3, columns: 2 });
        assert!(said.starts_with("3 values for 2 columns"), "{said}");
    }
}
