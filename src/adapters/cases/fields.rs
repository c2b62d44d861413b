//! The columns of a caseload, in English and Spanish.

use crate::adapters::columns::{Fields, Title};

/// What a column of a caseload says about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseField {
    Code,
    Need,
    Name,
    Language,
    Interpreter,
    Representative,
    RepresentativePhone,
    /// Before which court or agency the representative appears.
    Before,
    ReferredBy,
    Screened,
    NextAction,
    NextOwner,
    NextOn,
    Arrived,
    Opened,
    Notes,
}

use CaseField as C;

impl Fields for C {
    const ALL: &'static [(Self, &'static str)] = &[
        (C::Code, "code"),
        (C::Need, "need"),
        (C::Name, "name"),
        (C::Language, "language"),
        (C::Interpreter, "interpreter"),
        (C::Representative, "representative"),
        (C::RepresentativePhone, "representative-phone"),
        (C::Before, "before"),
        (C::ReferredBy, "referred-by"),
        (C::Screened, "screened"),
        (C::NextAction, "next-action"),
        (C::NextOwner, "next-owner"),
        (C::NextOn, "next-on"),
        (C::Arrived, "arrived"),
        (C::Opened, "opened"),
        (C::Notes, "notes"),
    ];

    fn of_title(title: &Title) -> Option<Self> {
        TITLES.iter().find(|(_, titles)| title.is(titles)).map(|(field, _)| *field)
    }
}

/// Only whole titles: a column that merely sounds like one must not be taken for a person's name or a date.
const TITLES: &[(CaseField, &str)] = &[
    (C::Code, "code codename case casecode caseid caseno casenumber codigo clave caso codigodelcaso"),
    (C::Need, "need needs primaryneed category needcategory necesidad necesidades necesidadprincipal categoria"),
    (C::Name, "name fullname patient patientname nombre nombrecompleto paciente"),
    (C::Language, "language languages preferredlanguage primarylanguage idioma idiomas lengua"),
    (C::Interpreter, "interpreter interpreterneeded interprete"),
    (C::Representative, "representative representativename attorney attorneyname lawyer representante abogado abogada"),
    (C::Representative, "nombredelrepresentante"),
    (C::RepresentativePhone, "representativephone attorneyphone lawyerphone telefonodelrepresentante"),
    (C::RepresentativePhone, "telefonodelabogado telefonorepresentante"),
    (C::Before, "before representativebefore courtoragency ante"),
    (C::ReferredBy, "referredby referral referralsource referredfrom referidopor remitidopor quienrefirio"),
    (C::Screened, "screened screening screenedfor evaluado tamizaje evaluacioninicial"),
    (C::NextAction, "nextaction next nextstep proximaaccion siguienteaccion proximopaso siguientepaso"),
    (C::NextOwner, "nextowner nextactionowner owner responsable"),
    (C::NextOn, "nexton nextdate nextactionon nextactiondate nextactiondue nextactionby fechadelaproximaaccion"),
    (C::NextOn, "proximafecha fechaproxima"),
    (C::Arrived, "arrived arrival arrivaldate dateofarrival datearrived lastarrival llegada fechadellegada llego"),
    (C::Opened, "opened openedon dateopened opendate intakedate apertura abierto fechadeapertura"),
    (C::Notes, "note notes comment comments nota notas comentarios observaciones"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_understood_in_both_languages() {
        for (title, field) in [
            ("Code", Some(C::Code)),
            ("código", Some(C::Code)),
            ("Need", Some(C::Need)),
            ("representative_phone", Some(C::RepresentativePhone)),
            ("Next action on", Some(C::NextOn)),
            ("Próxima acción", Some(C::NextAction)),
            ("Referido por", Some(C::ReferredBy)),
            ("Fecha de llegada", Some(C::Arrived)),
            ("Phone", None),
            ("mother's name", None),
        ] {
            assert_eq!(C::of_title(&Title::new(title)), field, "{title}");
        }
    }

    #[test]
    fn every_field_can_be_told_by_its_name() {
        for (field, name) in C::ALL {
            assert_eq!(C::of_title(&Title::new(name)), Some(*field), "{name}");
        }
    }
}
