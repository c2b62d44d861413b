#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::fixture::{Fixture, fixture};
use super::*;
use crate::core::deadline::{Deadline, Due};
use crate::core::id::{CaseId, DeadlineId, PartnerId};

fn ids(pane: &Pane, ctx: &Ctx<'_>) -> Vec<String> {
    (pane.order)(ctx).iter().map(ToString::to_string).collect()
}

fn texts(pane: &Pane, ctx: &Ctx<'_>, id: RecordId) -> Vec<String> {
    (pane.row)(ctx, id).unwrap().into_iter().map(|cell| cell.text).collect()
}

const HEARING: RecordId = RecordId::Deadline(DeadlineId(1));
const RENEWAL: RecordId = RecordId::Deadline(DeadlineId(2));
const NUNEZ: RecordId = RecordId::Case(CaseId(1));

#[test]
fn every_pane_has_a_title_headings_and_a_cell_for_each_column() {
    let fixture = fixture();
    for ctx in [fixture.ctx(), fixture.spanish()] {
        for known in ALL {
            assert_eq!(pane(known.id).name, known.name);
            assert!(ctx.locale.has(known.name));
            for column in known.columns {
                assert!(ctx.locale.has(column.heading), "{}", column.heading);
            }
            let rows = (known.order)(&ctx);
            assert!(!rows.is_empty());
            for id in rows {
                let row = (known.row)(&ctx, id).unwrap();
                assert_eq!(row.len(), known.columns.len());
                assert!(!row.iter().any(|cell| cell.text.contains('⟨')), "{row:?}");
                assert!((known.json)(&ctx, id).unwrap().is_object());
                assert!(!known.text(&ctx, id).is_empty());
            }
            assert_eq!((known.row)(&ctx, RecordId::Clinic), None);
        }
    }
}

#[test]
fn the_queue_stands_in_the_order_of_work_or_by_due_date() {
    let fixture = fixture();
    let queue = pane(PaneId::Deadlines);
    assert_eq!(ids(queue, &fixture.ctx()), ["D2", "D1", "D3", "D5", "D4"]);
    let by_due = Ctx { by_due: true, ..fixture.ctx() };
    assert_eq!(ids(queue, &by_due), ["D2", "D4", "D1", "D5", "D3"]);
}

#[test]
fn a_queue_row_says_when_there_and_here_and_why() {
    let fixture = fixture();
    let queue = pane(PaneId::Deadlines);
    assert_eq!(
        texts(queue, &fixture.ctx(), HEARING),
        [
            "!",
            "act now",
            "R-014",
            "Removal hearing",
            "Mon 14 Dec",
            "22:30 PST",
            "Tue 15 Dec 01:30 EST",
            "3",
            "Fri 27 Nov",
            "Letter: ask by Fri 27 Nov, usually 10 working days",
        ]
    );
    assert_eq!(
        texts(queue, &fixture.spanish(), HEARING)[8..],
        ["vie 27 nov", "Letter: pedir a más tardar el vie 27 nov, suele tardar 10 días hábiles"]
    );
}

#[test]
fn an_escalated_row_names_whom_to_call_and_unconfirmed_dates_say_so() {
    let fixture = fixture();
    let row = texts(pane(PaneId::Deadlines), &fixture.ctx(), RENEWAL);
    assert_eq!(row[0], "!!");
    assert_eq!(row[4], "Fri 20 Nov?");
    assert_eq!(row[9], "call on-call Lee Park (555) 010-0111; past the computed date, ask today");
    let due = |id| texts(pane(PaneId::Deadlines), &fixture.ctx(), RecordId::Deadline(DeadlineId(id)))[4].clone();
    assert_eq!(due(3), "Mon 4 Jan?");
    assert_eq!(due(4), "no date yet");
    assert_eq!(due(5), "from 20 Dec");
}

#[test]
fn groups_differ_without_colour() {
    use crate::core::urgency::Group;
    let marks: std::collections::BTreeSet<_> = Group::ALL.iter().map(|(group, _)| deadlines::mark(*group)).collect();
    assert_eq!(marks.len(), Group::ALL.len());
}

#[test]
fn the_caseload_leads_with_the_most_urgent_and_ends_with_the_closed() {
    let fixture = fixture();
    // By deadline: R-007, R-014; then without a next action: R-020; then R-002; closed: R-001.
    assert_eq!(ids(pane(PaneId::Caseload), &fixture.ctx()), ["C2", "C1", "C3", "C4", "C5"]);
}

#[test]
fn a_case_row_says_what_is_next_or_that_nothing_is() {
    let fixture = fixture();
    let caseload = pane(PaneId::Caseload);
    let row = |ctx: &Ctx<'_>, id| texts(caseload, ctx, RecordId::Case(CaseId(id)));
    assert_eq!(
        row(&fixture.ctx(), 1),
        [
            "!",
            "R-014",
            "José Núñez",
            "asylum",
            "Mon 14 Dec Removal hearing",
            "Tue 24 Nov ask for the letter (Ana)",
            "Dana Ruiz",
            "K'iche'",
        ]
    );
    assert_eq!(row(&fixture.ctx(), 2)[5], "! Fri 20 Nov photos");
    assert_eq!(row(&fixture.ctx(), 3)[5], "! no next action");
    assert_eq!(
        row(&fixture.spanish(), 3)[3..7],
        ["preguntas generales", "", "! sin próxima acción", "aún sin preguntar"]
    );
    assert_eq!(row(&fixture.ctx(), 5)[5], "closed Mon 1 Jun: moved");
}

#[test]
fn names_are_nowhere_in_privacy_mode() {
    let fixture = fixture();
    let ctx = Ctx { blur: true, ..fixture.ctx() };
    for pane in ALL {
        for id in (pane.order)(&ctx) {
            let row = (pane.row)(&ctx, id).unwrap();
            let json = (pane.json)(&ctx, id).unwrap().to_string();
            for name in ["José", "Mina", "Ines"] {
                assert!(!row.iter().any(|cell| cell.text.contains(name)), "{row:?}");
                assert!(!json.contains(name) && !pane.text(&ctx, id).contains(name));
            }
        }
    }
}

#[test]
fn filters_look_through_names_needs_and_services() {
    let fixture = fixture();
    let found = |pane: &Pane, query: &str| {
        let mut index = index(pane, &fixture.ctx());
        index.find(query).into_iter().filter_map(|hit| index.key(hit.row)).collect::<Vec<_>>()
    };
    for query in ["jose nunez", "JOSÉ NÚÑEZ", "nunez jose", "kiche"] {
        assert_eq!(found(pane(PaneId::Caseload), query), [NUNEZ], "{query}");
    }
    assert_eq!(found(pane(PaneId::Partners), "kiche removal"), [RecordId::Partner(PartnerId(1))]);
    assert_eq!(found(pane(PaneId::Deadlines), "nunez hearing"), [HEARING]);
}

#[test]
fn partners_stand_by_name_as_people_compare_it() {
    let fixture = fixture();
    assert_eq!(ids(pane(PaneId::Partners), &fixture.ctx()), ["P2", "P1"]);
    assert_eq!(
        texts(pane(PaneId::Partners), &fixture.spanish(), RecordId::Partner(PartnerId(1))),
        [
            "Órgano Legal Aid",
            "ayuda legal",
            "Boston",
            "Spanish, K’iche’",
            "(555) 010-0123 ext. 4",
            "asylum, removal defense",
        ]
    );
}

fn json(fixture: &Fixture, id: PaneId, row: RecordId) -> serde_json::Value {
    (pane(id).json)(&fixture.ctx(), row).unwrap()
}

#[test]
fn queue_lines_have_stable_fields() {
    let fixture = fixture();
    let line = json(&fixture, PaneId::Deadlines, HEARING);
    assert_eq!(line["id"], "D1");
    assert_eq!(line["case"], "R-014");
    assert_eq!(line["consequence"], "removal");
    assert_eq!(line["due"], "2026-12-14");
    assert_eq!(line["due_at"], "2026-12-14T22:30:00-08:00");
    assert_eq!(line["zone"], "America/Tijuana");
    assert_eq!(line["start_by"], "2026-11-27");
    assert_eq!(line["slack_days"], 3);
    assert_eq!(line["group"], "act_now");
    assert_eq!(line["reason_code"], "start_by");
    assert_eq!(line["reason"], "Letter: ask by Fri 27 Nov, usually 10 working days");
    assert_eq!((&line["next_step"], &line["steps_open"]), (&"Letter".into(), &2.into()));
    assert!(line["call"].is_null());
    let past = json(&fixture, PaneId::Deadlines, RENEWAL);
    assert_eq!(past["call"]["who"], "on_call");
    assert_eq!(past["certainty"], "noticed");
    assert!(past["due_at"].is_null() && past["start_by"].is_null());
    let unset = json(&fixture, PaneId::Deadlines, RecordId::Deadline(DeadlineId(4)));
    assert!(unset["due"].is_null());
    assert_eq!(unset["ask_on"], "2026-12-01");
}

#[test]
fn partner_and_case_lines_have_stable_fields() {
    let fixture = fixture();
    let line = json(&fixture, PaneId::Partners, RecordId::Partner(PartnerId(1)));
    assert_eq!(line["kind"], "legal-aid");
    assert_eq!(line["phones"], serde_json::json!(["(555) 010-0123 ext. 4", "555-010-0124"]));
    assert_eq!(line["emails"], serde_json::json!([]));
    let line = json(&fixture, PaneId::Caseload, NUNEZ);
    assert_eq!(line["needs"], serde_json::json!(["asylum"]));
    assert_eq!(line["representation"]["name"], "Dana Ruiz");
    assert_eq!((&line["next_deadline"], &line["next_due"]), (&"D1".into(), &"2026-12-14".into()));
    let apart = json(&fixture, PaneId::Caseload, RecordId::Case(CaseId(2)));
    assert_eq!(apart["address_kept_apart"], true);
    assert!(!apart.to_string().contains("Sample Street"));
}

#[test]
fn the_day_to_ask_again_is_no_due_day_of_the_case() {
    let mut fixture = fixture();
    let hearing = fixture.world.deadline(DeadlineId(1)).unwrap().clone();
    let ask_on = "2026-12-01".parse().unwrap();
    fixture.world.put(Deadline { due: Due::Unset { ask_on }, ..hearing }.into());
    let line = json(&fixture, PaneId::Caseload, NUNEZ);
    assert_eq!((&line["next_deadline"], &line["next_due"]), (&"D1".into(), &serde_json::Value::Null));
}

#[test]
fn every_field_is_documented() {
    fn fields(value: &serde_json::Value, found: &mut Vec<String>) {
        for (name, inner) in value.as_object().into_iter().flatten() {
            found.push(name.clone());
            fields(inner, found);
        }
    }
    let (fixture, mut found) = (fixture(), Vec::new());
    for known in ALL {
        for id in (known.order)(&fixture.ctx()) {
            fields(&(known.json)(&fixture.ctx(), id).unwrap(), &mut found);
        }
    }
    let documented = include_str!("json.rs").lines().take_while(|line| line.starts_with("//!")).collect::<String>();
    assert!(found.len() > 100);
    for name in found {
        assert!(documented.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn plain_lines_keep_to_the_width_and_lose_nothing_without_one() {
    use unicode_width::UnicodeWidthStr;
    let fixture = fixture();
    for ctx in [fixture.ctx(), fixture.spanish()] {
        for pane in ALL {
            let rows = (pane.order)(&ctx);
            for width in 10..200 {
                let lines = plain::table(&ctx, pane, &rows, width);
                assert_eq!(lines.len(), rows.len() + 1);
                assert!(lines.iter().all(|line| line.width() <= usize::from(width)), "{width}: {lines:#?}");
            }
            let whole = plain::table(&ctx, pane, &rows, u16::MAX).join("\n");
            for id in rows {
                for cell in (pane.row)(&ctx, id).unwrap() {
                    assert!(whole.contains(cell.text.trim()), "{}", cell.text);
                }
            }
        }
    }
}

#[test]
fn the_queue_as_text() {
    let fixture = fixture();
    let queue = pane(PaneId::Deadlines);
    let lines = plain::table(&fixture.ctx(), queue, &(queue.order)(&fixture.ctx()), 80);
    insta::assert_snapshot!(lines.join("\n"), @r"
       group     case    what              due          left why
    !! escalate  R-007   I-90 renewal      Fri 20 Nov?    -2 call on-call Lee Park…
    !  act now   R-014   Removal hearing   Mon 14 Dec      3 Letter: ask by Fri 27…
    +  coming    R-014   Brief             Mon 4 Jan?     20 start today
    -  later     R-014   EAD filing        from 20 Dec    40 possible from Sun 20 D…
    ~  waiting   R-007   Interview         no date yet     5 no new date yet: ask T…
    ");
}
