//! What an import would do, a line for each record and each refusal, so that a person sees which before saying yes.

use crate::core::case::Case;
use crate::core::id::RecordId;
use crate::core::import::{Plan, Refused};
use crate::core::partner::Partner;
use crate::locale::Locale;
use unicode_width::UnicodeWidthStr;

/// The most characters of a record's own words on a line.
const LONGEST: usize = 72;

/// A record that an import can bring.
pub trait Listed {
    /// Its identity, to find it in the vault.
    fn id(&self) -> RecordId;
    /// What a person knows it by. A case shows its code name and nothing else.
    fn known_by(&self) -> String;
    /// The fields in which `after` differs, by the names of their words in the catalogue.
    fn differing(&self, after: &Self) -> Vec<&'static str>;
}

impl Listed for Partner {
    fn id(&self) -> RecordId {
        RecordId::Partner(self.id)
    }

    fn known_by(&self) -> String {
        if self.city.is_empty() { self.name.clone() } else { format!("{}, {}", self.name, self.city) }
    }

    fn differing(&self, after: &Self) -> Vec<&'static str> {
        let fields = [
            ("arg-name", self.name != after.name),
            ("details-kind", self.kind != after.kind),
            ("details-city", self.city != after.city),
            ("details-addresses", self.addresses != after.addresses),
            ("details-languages", self.languages != after.languages),
            ("details-phones", self.phones != after.phones),
            ("details-emails", self.emails != after.emails),
            ("details-sites", self.sites != after.sites),
            ("details-services", self.services != after.services),
            ("details-serves", self.serves != after.serves),
            ("details-people", self.people != after.people),
            ("details-verified", self.verified != after.verified),
            ("details-notes", self.notes != after.notes),
        ];
        only_differing(fields)
    }
}

impl Listed for Case {
    fn id(&self) -> RecordId {
        RecordId::Case(self.id)
    }

    fn known_by(&self) -> String {
        self.code.clone()
    }

    fn differing(&self, after: &Self) -> Vec<&'static str> {
        let fields = [
            ("arg-name", self.name != after.name),
            ("details-needs", self.needs != after.needs),
            ("details-language", self.language != after.language),
            ("details-interpreter", self.interpreter != after.interpreter),
            ("details-representative", self.representation != after.representation),
            ("details-referred-by", self.referred_by != after.referred_by),
            ("details-screened", self.screened != after.screened),
            ("details-next-action", self.next_action != after.next_action),
            ("details-opened", self.opened != after.opened),
            ("details-arrived", self.arrived != after.arrived),
            ("details-notes", self.notes != after.notes),
        ];
        only_differing(fields)
    }
}

fn only_differing<const N: usize>(fields: [(&'static str, bool); N]) -> Vec<&'static str> {
    fields.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| key).collect()
}

/// The lines: new records, changed ones with their fields, then what is refused with file, line and reason. What is
/// refused stands last, so that it is in sight however long the list is.
pub fn lines<R: Listed>(locale: &Locale, plan: &Plan<R>, files: &[&str]) -> Vec<String> {
    let [new, changed] = ["import-word-new", "import-word-changed"].map(|key| heading(locale, key));
    let added = plan.new.iter().map(|record| format!("{new}{}", shortened(&record.known_by())));
    let edited = plan.changed.iter().map(|(before, after)| {
        let fields = before.differing(after).into_iter().map(|key| locale.t(key)).collect::<Vec<_>>().join(", ");
        format!("{changed}{} {}: {fields}", before.id(), shortened(&before.known_by()))
    });
    added.chain(edited).chain(refusals(locale, plan, files)).collect()
}

/// A line for each row or card that is not taken in.
pub fn refusals<R>(locale: &Locale, plan: &Plan<R>, files: &[&str]) -> Vec<String> {
    let refused = heading(locale, "import-word-refused");
    plan.refused.iter().map(|row| format!("{refused}{}", said(locale, row, files))).collect()
}

/// The word at the start of a line, as wide as the widest of them.
fn heading(locale: &Locale, key: &str) -> String {
    let words = ["import-word-new", "import-word-changed", "import-word-refused"].map(|key| locale.t(key));
    let widest = words.iter().map(|word| word.width()).max().unwrap_or_default();
    let word = locale.t(key);
    format!("{word}{}", " ".repeat(widest + 2 - word.width()))
}

fn said(locale: &Locale, refused: &Refused, files: &[&str]) -> String {
    let file = usize::try_from(refused.place.file).ok().and_then(|at| files.get(at)).copied().unwrap_or_default();
    let reason = locale.refused(&refused.reason);
    let values = [("file", file.into()), ("line", refused.place.line.into()), ("reason", reason.into())];
    locale.tn("import-refused", &values)
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::PartnerId;
    use crate::core::import::{Place, Reason};
    use crate::locale::Lang;

    #[test]
    fn a_person_sees_which_records_and_which_fields() {
        let before = Partner { city: "Mesa".into(), ..Partner::new(PartnerId(4), "Ayuda Ejemplo".into()) };
        let after = Partner { phones: vec!["555-0100".into()], notes: "hours: 9".into(), ..before.clone() };
        let long = Partner::new(PartnerId(0), "é".repeat(100));
        let refused = Refused { place: Place { file: 0, line: 7 }, reason: Reason::NoName };
        let plan = Plan { new: vec![long], changed: vec![(before, after)], same: 3, refused: vec![refused] };
        let expected = [
            format!("new      {}…", "é".repeat(71)),
            "changed  P4 Ayuda Ejemplo, Mesa: phones, notes".to_owned(),
            "refused  a.csv, line 7: no name".to_owned(),
        ];
        assert_eq!(lines(&Locale::new(Lang::En), &plan, &["a.csv"]), expected);
        let spanish = lines(&Locale::new(Lang::Es), &plan, &["a.csv"]);
        assert_eq!(spanish[1], "cambiado   P4 Ayuda Ejemplo, Mesa: teléfonos, notas");
    }
}
