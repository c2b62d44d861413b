#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::core::change::{Act, Commit, Verb};
use chrono::{DateTime, Utc};
use proptest::prelude::*;

fn city(name: &str) -> Option<Stated<String>> {
    (!name.is_empty()).then(|| Stated { value: name.into(), as_written: format!("city: {name}") })
}

fn office(name: &str, town: &str, phone: &str) -> PartnerDraft {
    let phones = (!phone.is_empty()).then(|| phone.to_owned()).into_iter().collect();
    PartnerDraft { name: name.into(), city: city(town), phones, ..PartnerDraft::default() }
}

fn plan(world: &World, drafts: &[PartnerDraft]) -> Plan<Partner> {
    plan_partners(world, drafts, Vec::new(), &mut world.counters())
}

fn import(world: &mut World, drafts: &[PartnerDraft]) -> Plan<Partner> {
    let plan = plan(world, drafts);
    let act = Act { verb: Verb::ImportedPartners, what: String::new(), case: String::new(), count: 1 };
    let at = DateTime::<Utc>::UNIX_EPOCH;
    let commit = Commit { at, by: String::new(), act, changes: plan.changes(), undoes: None, lost: false };
    assert!(commit.changes.iter().all(crate::core::change::Change::is_sound));
    world.apply(&commit);
    plan
}

fn names(plan: &Plan<Partner>) -> Vec<(&str, &str)> {
    plan.new.iter().map(|partner| (partner.name.as_str(), partner.city.as_str())).collect()
}

#[test]
fn an_organisation_listed_under_several_courts_is_one_partner() {
    let listed = |court: &str, phone: &str| PartnerDraft {
        serves: vec![court.into()],
        emails: vec!["help@florence.example".into()],
        ..office("Florence Project", "Phoenix", phone)
    };
    let drafts = [listed("Eloy", "(520) 555-0100"), listed("Tucson", "(602) 555-0101"), listed("ELOY", "520-555-0100")];
    let plan = plan(&World::default(), &drafts);
    let partner = plan.new.first().unwrap();
    assert_eq!(plan.new.len(), 1);
    assert_eq!(partner.serves, ["Eloy", "Tucson"]);
    assert_eq!(partner.phones, ["(520) 555-0100", "(602) 555-0101"]);
}

#[test]
fn two_offices_of_one_name_stay_two() {
    let plan = plan(
        &World::default(),
        &[
            office("Salvation Army", "San Jose", "555-0100"),
            office("Salvation Army", "San Francisco", "555-0100"),
            office("Salvation Army", "San Jose", "555-0199"),
        ],
    );
    assert_eq!(plan.new.len(), 3);
}

#[test]
fn an_entry_that_says_less_finds_the_one_that_says_more() {
    let drafts = [office("Ayuda", "", ""), office("AYUDA", "Tucson", "555-0100"), office("Ayuda", "", "555 0100")];
    let plan = plan(&World::default(), &drafts);
    assert_eq!(names(&plan), [("AYUDA", "Tucson")]);
}

#[test]
fn an_entry_that_could_be_either_of_two_is_neither() {
    let unclear = PartnerDraft { notes: vec!["page: 3".into()], ..office("Ayuda", "", "") };
    let drafts = [office("Ayuda", "Tucson", "555-0100"), office("Ayuda", "Mesa", "555-0101"), unclear];
    assert_eq!(names(&plan(&World::default(), &drafts)), [("Ayuda", "Tucson"), ("Ayuda", "Mesa"), ("Ayuda", "")]);
}

#[test]
fn what_a_person_typed_stays_and_what_contradicts_it_is_noted() {
    let mut world = World::default();
    let mut typed = Partner::new(PartnerId(4), "Ayuda".into());
    typed.city = "Tempe".into();
    typed.kind = PartnerKind::LegalAid;
    typed.addresses = vec!["1 Main St".into()];
    typed.notes = "ask for Dana".into();
    world.put(typed.clone().into());
    let mut draft = office("Ayuda", "Phoenix", "555-0100");
    draft.addresses = vec!["1 MAIN ST.".into()];
    draft.kind = Some(Stated { value: PartnerKind::Shelter, as_written: "kind: shelter".into() });
    draft.notes = vec!["hours: 9\nto 5".into()];
    let plan = import(&mut world, &[draft.clone()]);
    let (before, after) = plan.changed.first().unwrap();
    assert_eq!(*before, typed);
    assert_eq!((after.city.as_str(), after.kind), ("Tempe", PartnerKind::LegalAid));
    assert_eq!(after.addresses, ["1 Main St"]);
    assert_eq!(after.notes, "ask for Dana\nhours: 9\nto 5\nkind: shelter\ncity: Phoenix");
    assert!(import(&mut world, &[draft]).is_empty());
}

#[test]
fn an_accent_that_the_record_lacks_is_noted() {
    let mut world = World::default();
    import(&mut world, &[office("Jose Nunez", "Mesa", "555-0100")]);
    let plan = import(&mut world, &[office("José Núñez", "Mesa", "555-0100")]);
    assert_eq!(plan.changed.first().unwrap().1.notes, "José Núñez");
}

#[test]
fn new_partners_are_numbered_in_the_order_of_the_files() {
    let at = |file, line, draft: PartnerDraft| PartnerDraft { place: Place { file, line }, ..draft };
    let drafts = [
        at(1, 2, office("C", "Mesa", "555-0100")),
        at(0, 3, office("B", "Mesa", "555-0100")),
        at(0, 2, office("A", "", "")),
    ];
    let plan = plan(&World::default(), &drafts);
    let ids: Vec<(u32, &str)> = plan.new.iter().map(|partner| (partner.id.0, partner.name.as_str())).collect();
    assert_eq!(ids, [(1, "A"), (2, "B"), (3, "C")]);
}

#[test]
fn fifty_thousand_rows_even_under_one_name() {
    let drafts: Vec<PartnerDraft> = (0..50_000)
        .map(|n| PartnerDraft {
            notes: vec![format!("page: {n}")],
            ..office(
                if n % 2 == 0 { "One" } else { "Other" },
                "Mesa",
                &format!("555-{:07}", if n % 2 == 0 { 0 } else { n }),
            )
        })
        .collect();
    assert_eq!(plan(&World::default(), &drafts).new.len(), 25_001);
}

fn any_draft() -> impl Strategy<Value = PartnerDraft> {
    let texts = |pattern: &'static str| prop::collection::vec(pattern, 0..3);
    (
        "[AB]( [CÇ])?",
        "[XYx]?",
        texts("[0-3]{2}"),
        texts("[ef]@x"),
        texts("[12] St"),
        texts("(n|m|n\nm|\n)"),
        texts("[pq]"),
    )
        .prop_map(|(name, town, phones, emails, addresses, notes, serves)| PartnerDraft {
            name,
            city: city(&town),
            phones,
            emails,
            addresses,
            notes,
            serves,
            ..PartnerDraft::default()
        })
}

/// Found by chance once: a note that is a line break alone.
#[test]
fn an_empty_line_among_the_notes_is_no_change_the_second_time() {
    let drafts = [PartnerDraft { notes: vec!["\n".into(), "n".into()], ..office("A", "", "") }];
    let mut world = World::default();
    import(&mut world, &drafts);
    assert!(plan(&world, &drafts).is_empty());
}

proptest! {
    #[test]
    fn importing_again_changes_nothing(
        first in prop::collection::vec(any_draft(), 0..12),
        second in prop::collection::vec(any_draft(), 0..12),
    ) {
        let mut world = World::default();
        import(&mut world, &first);
        import(&mut world, &second);
        let settled = world.clone();
        for drafts in [&first, &second] {
            let mut reversed = drafts.clone();
            reversed.reverse();
            prop_assert!(plan(&world, drafts).is_empty());
            prop_assert!(plan(&world, &reversed).is_empty());
        }
        prop_assert_eq!(world, settled);
    }

    #[test]
    fn every_value_of_every_row_is_found_in_a_partner(drafts in prop::collection::vec(any_draft(), 0..12)) {
        let partners = plan(&World::default(), &drafts).new;
        for draft in &drafts {
            let holds = |partner: &Partner| {
                draft.phones.iter().all(|phone| partner.phones.contains(phone))
                    && draft.emails.iter().all(|email| partner.emails.contains(email))
                    && draft.addresses.iter().all(|address| partner.addresses.contains(address))
                    && draft.serves.iter().all(|court| partner.serves.contains(court))
                    && draft.notes.iter().all(|note| partner.notes.contains(note.trim_end_matches('\n')))
                    && draft.city.iter().all(|city| {
                        partner.city.eq_ignore_ascii_case(&city.value) || partner.notes.contains(&city.as_written)
                    })
            };
            prop_assert!(partners.iter().any(holds), "{draft:?} is lost in {partners:?}");
        }
    }
}
