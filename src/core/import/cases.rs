//! Planning an import of cases. The code name says which case a row speaks of.

use super::{Place, Plan, Reason, Refused, Stated, notes};
use crate::core::case::{Case, Interpreter, Need, NextAction, Representation, is_code_name};
use crate::core::id::Counters;
use crate::core::world::World;
use chrono::NaiveDate;
use std::collections::HashMap;

/// A next action as a row has it.
pub type NextStep = Stated<NextAction>;

/// A case as one row has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseDraft {
    pub place: Place,
    /// Never empty: a reader refuses what has no code.
    pub code: String,
    pub name: Option<Stated<String>>,
    pub needs: Vec<Need>,
    pub language: Option<Stated<String>>,
    pub interpreter: Option<Stated<Interpreter>>,
    pub representation: Option<Stated<Representation>>,
    pub referred_by: Option<Stated<String>>,
    pub screened: Option<Stated<String>>,
    pub next_action: Option<NextStep>,
    pub opened: Option<Stated<NaiveDate>>,
    pub arrived: Option<Stated<NaiveDate>>,
    /// What has no field of its own; one entry may have several lines.
    pub notes: Vec<String>,
}

/// Plans the import of `drafts`. New cases are opened on `today` unless their row says when, and take their identities
/// from `counters`. A new case without a need is refused, and so is one whose code is no code name.
pub fn plan_cases(
    world: &World,
    drafts: &[CaseDraft],
    mut refused: Vec<Refused>,
    today: NaiveDate,
    counters: &mut Counters,
) -> Plan<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut by_code: HashMap<String, usize> = HashMap::new();
    for draft in drafts {
        let code = draft.code.trim().to_lowercase();
        let slot = match by_code.get(&code) {
            Some(slot) => *slot,
            None => match open(world, draft, today, counters) {
                Ok(case) => {
                    cases.push(case);
                    by_code.insert(code, cases.len() - 1);
                    cases.len() - 1
                }
                Err(reason) => {
                    refused.push(Refused { place: draft.place, reason });
                    continue;
                }
            },
        };
        if let Some(case) = cases.get_mut(slot) {
            absorb(case, draft);
        }
    }
    refused.sort_by_key(|refused| refused.place);
    into_plan(world, cases, refused)
}

/// The case as it is, or a new one that says no more than its code and need.
fn open(world: &World, draft: &CaseDraft, today: NaiveDate, counters: &mut Counters) -> Result<Case, Reason> {
    if let Some(case) = world.case_by_code(&draft.code) {
        return Ok(case.clone());
    }
    if !is_code_name(draft.code.trim()) {
        return Err(Reason::BadCode { found: draft.code.clone() });
    }
    let need = draft.needs.first().ok_or(Reason::NoNeed)?;
    let opened = draft.opened.as_ref().map_or(today, |opened| opened.value);
    Ok(Case::new(counters.case(), draft.code.trim().to_owned(), *need, opened))
}

fn into_plan(world: &World, cases: Vec<Case>, refused: Vec<Refused>) -> Plan<Case> {
    let mut plan = Plan { new: Vec::new(), changed: Vec::new(), same: 0, refused };
    for after in cases {
        match world.case(after.id) {
            None => plan.new.push(after),
            Some(before) if *before == after => plan.same += 1,
            Some(before) => plan.changed.push((before.clone(), after)),
        }
    }
    plan
}

/// Adds what `draft` says and the case lacks.
fn absorb(case: &mut Case, draft: &CaseDraft) {
    for need in &draft.needs {
        if !case.needs.contains(need) {
            case.needs.push(*need);
        }
    }
    let notes = &mut case.notes;
    fill_text(&mut case.name, draft.name.as_ref(), notes);
    fill_text(&mut case.language, draft.language.as_ref(), notes);
    fill_text(&mut case.referred_by, draft.referred_by.as_ref(), notes);
    fill_text(&mut case.screened, draft.screened.as_ref(), notes);
    let open = !case.interpreter.is_needed();
    let asked = draft.interpreter.as_ref().filter(|stated| stated.value != Interpreter::NotAsked);
    fill(&mut case.interpreter, asked, open, notes);
    let open = case.representation == Representation::Unknown;
    fill(&mut case.representation, draft.representation.as_ref(), open, notes);
    fill(&mut case.opened, draft.opened.as_ref(), false, notes);
    fill_option(&mut case.next_action, draft.next_action.as_ref(), notes);
    fill_option(&mut case.arrived, draft.arrived.as_ref(), notes);
    for entry in &draft.notes {
        notes::add(notes, entry);
    }
}

fn fill_text(field: &mut String, stated: Option<&Stated<String>>, notes: &mut String) {
    let open = field.is_empty();
    fill(field, stated, open, notes);
}

fn fill_option<T: Clone + PartialEq>(field: &mut Option<T>, stated: Option<&Stated<T>>, notes: &mut String) {
    let open = field.is_none();
    let stated =
        stated.map(|stated| Stated { value: Some(stated.value.clone()), as_written: stated.as_written.clone() });
    fill(field, stated.as_ref(), open, notes);
}

/// Fills an open field; what contradicts a field that is not open goes to the notes.
fn fill<T: Clone + PartialEq>(field: &mut T, stated: Option<&Stated<T>>, open: bool, notes: &mut String) {
    let Some(stated) = stated else { return };
    if *field == stated.value {
        return;
    }
    if open {
        field.clone_from(&stated.value);
    } else {
        notes::add(notes, &stated.as_written);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::change::{Act, Commit, Verb};
    use crate::core::id::CaseId;
    use chrono::{DateTime, Utc};

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
    }

    #[allow(clippy::unnecessary_wraps, reason = "reads as the field it fills")]
    fn said<T>(value: T, as_written: &str) -> Option<Stated<T>> {
        Some(Stated { value, as_written: as_written.into() })
    }

    fn draft(code: &str, need: Need) -> CaseDraft {
        CaseDraft { code: code.into(), needs: vec![need], ..CaseDraft::default() }
    }

    fn import(world: &mut World, drafts: &[CaseDraft]) -> Plan<Case> {
        let plan = plan_cases(world, drafts, Vec::new(), day(2), &mut world.counters());
        let act = Act { verb: Verb::ImportedCases, what: String::new(), case: String::new(), count: 1 };
        let at = DateTime::<Utc>::UNIX_EPOCH;
        world.apply(&Commit { at, by: String::new(), act, changes: plan.changes(), undoes: None, lost: false });
        plan
    }

    #[test]
    fn a_second_import_changes_nothing() {
        let mut world = World::default();
        let mut first = draft("R-014", Need::Asylum);
        first.language = said("K'iche'".into(), "language: K'iche'");
        first.notes = vec!["town: Example".into()];
        let drafts = [first, draft("R-015", Need::GreenCard)];
        assert_eq!(import(&mut world, &drafts).new.len(), 2);
        let again = import(&mut world, &drafts);
        assert!(again.is_empty());
        assert_eq!(again.same, 2);
        assert_eq!(world.case_by_code("r-014").unwrap().opened, day(2));
    }

    #[test]
    fn a_row_fills_what_is_empty_and_notes_what_contradicts() {
        let mut world = World::default();
        let mut case = Case::new(CaseId(7), "R-014".into(), Need::Asylum, day(1));
        case.language = "Mam".into();
        case.notes = "typed by a person".into();
        world.put(case.into());
        let mut row = draft("r-014", Need::GreenCard);
        row.language = said("Spanish".into(), "language: Spanish");
        row.name = said("Ana Ejemplo".into(), "name: Ana Ejemplo");
        let plan = import(&mut world, &[row.clone()]);
        let after = &plan.changed.first().unwrap().1;
        assert_eq!(after.needs, [Need::Asylum, Need::GreenCard]);
        assert_eq!((after.language.as_str(), after.name.as_str()), ("Mam", "Ana Ejemplo"));
        assert_eq!(after.notes, "typed by a person\nlanguage: Spanish");
        assert!(import(&mut world, &[row]).is_empty());
    }

    #[test]
    fn a_new_case_without_a_need_is_refused_and_an_old_one_is_not() {
        let mut world = World::default();
        world.put(Case::new(CaseId(1), "R-001".into(), Need::Other, day(1)).into());
        let bare = |code: &str, line| CaseDraft {
            place: Place { file: 0, line },
            needs: Vec::new(),
            ..draft(code, Need::Other)
        };
        let plan = import(&mut world, &[bare("R-002", 3), bare("R-001", 2)]);
        assert_eq!(plan.refused, [Refused { place: Place { file: 0, line: 3 }, reason: Reason::NoNeed }]);
        assert_eq!((plan.new.len(), plan.same), (0, 1));
    }

    #[test]
    fn what_is_no_code_name_is_refused_and_never_becomes_a_case() {
        let long = "L".repeat(300);
        let codes = ["José Núñez García", "A B, C", "--yes", "=cmd|calc", "X<U+202E>Y", &long, "R-015", "josé_2.b"];
        let drafts: Vec<CaseDraft> = codes.iter().map(|code| draft(code, Need::Asylum)).collect();
        let plan = import(&mut World::default(), &drafts);
        let taken: Vec<&str> = plan.new.iter().map(|case| case.code.as_str()).collect();
        assert_eq!(taken, ["R-015", "josé_2.b"]);
        assert_eq!(plan.refused.len(), 6);
        assert!(plan.refused.iter().all(|refused| matches!(refused.reason, Reason::BadCode { .. })));
    }

    #[test]
    fn rows_of_one_code_are_one_case() {
        let mut world = World::default();
        let plan = import(&mut world, &[draft("R-014", Need::Asylum), draft("r-014", Need::Citizenship)]);
        assert_eq!(plan.new.len(), 1);
        assert_eq!(plan.new.first().unwrap().needs, [Need::Asylum, Need::Citizenship]);
    }
}
