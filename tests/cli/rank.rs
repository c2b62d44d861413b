//! `rumbo rank`: caseloads from outside in the order of work, one line in, one line out.

use super::house::House;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

fn item(id: &str, due: &str, consequence: &str, steps: &[(f64, f64)]) -> Value {
    let steps: Vec<Value> =
        steps.iter().map(|(hours, days)| json!({ "effort_hours": hours, "wait_days": days })).collect();
    json!({ "id": id, "due": due, "consequence": consequence, "steps": steps, "more": "may be said" })
}

fn caseload() -> Vec<Value> {
    vec![
        item("card", "2026-01-09", "benefit", &[(1.0, 0.0)]),
        item("letter", "2026-01-13", "removal", &[(0.5, 5.5), (0.25, 0.0)]),
        item("asylum", "2026-02-20", "right", &[(1.5, 8.0), (2.0, 6.0), (1.0, 0.0)]),
        item("hearing", "2026-01-16", "removal", &[(1.0, 30.0), (0.5, 0.0)]),
        item("address", "2026-01-05", "administrative", &[(0.3, 0.0)]),
        item("gone", "2026-01-02", "right", &[]),
    ]
}

fn line(items: &[Value]) -> String {
    format!("{}\n", json!({ "now": "2026-01-05", "items": items }))
}

/// The answers to lines, as they would come to another program.
fn answers(args: &[&str], lines: &str) -> Vec<Value> {
    let house = House::empty();
    let mut child =
        house.bare(&[&["rank"], args].concat()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut said = Vec::new();
    for line in lines.split_inclusive('\n') {
        input.write_all(line.as_bytes()).unwrap();
        let mut answer = String::new();
        // Every line is answered before the next one is written.
        output.read_line(&mut answer).unwrap();
        said.push(serde_json::from_str(&answer).unwrap());
    }
    drop(input);
    assert!(child.wait().unwrap().success());
    said
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["order"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect()
}

#[test]
fn every_id_comes_once_in_the_order_of_work_with_its_reasons() {
    let answer = answers(&[], &line(&caseload())).remove(0);
    assert_eq!(ids(&answer), ["letter", "gone", "card", "address", "hearing", "asylum"]);
    let row = |id: &str| answer["order"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap();
    let letter = row("letter");
    assert_eq!((&letter["slack_days"], &letter["start_by"]), (&json!(0.375), &json!("2026-01-05")));
    assert_eq!((&letter["group"], &letter["reason_code"]), (&json!("act_now"), &json!("start_today")));
    assert_eq!(row("asylum")["group"], "later");
    assert_eq!(row("hearing")["group"], "escalate", "it keeps its place in the order of work");
    assert_eq!(row("gone")["reason_code"], "past_date");
    assert_eq!(row("card")["reason"], "start by Thu 8 Jan");
    let urgency: Vec<f64> =
        answer["order"].as_array().unwrap().iter().map(|row| row["urgency"].as_f64().unwrap()).collect();
    assert!(urgency.is_sorted_by(|a, b| a >= b), "{urgency:?}");
}

#[test]
fn two_stand_alone_as_they_stand_in_company() {
    let all = caseload();
    let company = answers(&[], &line(&all)).remove(0);
    let order = ids(&company);
    let mut lines = String::new();
    let mut expected = Vec::new();
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            lines += &line(&[other.clone(), one.clone()]);
            let place = |of: &Value| order.iter().position(|id| of["id"] == *id);
            expected.push(if place(one) < place(other) { [one, other] } else { [other, one] });
        }
    }
    let said = answers(&[], &lines);
    assert_eq!(said.len(), expected.len());
    for (answer, [first, second]) in said.iter().zip(expected) {
        assert_eq!(ids(answer), [first["id"].as_str().unwrap(), second["id"].as_str().unwrap()]);
    }
}

#[test]
fn a_line_that_cannot_be_answered_gets_an_error_and_the_rest_goes_on() {
    let odd = |items: Value| format!("{}\n", json!({ "now": "2026-01-05", "items": items }));
    let card = || item("card", "2026-01-09", "benefit", &[(1.0, 0.0)]);
    let lines = [
        "no json\n".to_owned(),
        "\n".to_owned(),
        "{}\n".to_owned(),
        odd(json!([card(), card()])),
        odd(json!([item("x", "2026-01-09", "status", &[])])),
        odd(json!([item("x", "2026-01-09", "right", &[(-1.0, 0.0)])])),
        odd(json!([item("x", "soon", "right", &[])])),
        odd(json!([{ "id": null, "due": "2026-01-09", "consequence": "right", "steps": [] }])),
        odd(json!([{ "id": "x", "due": "2026-01-09", "consequence": "right" }])),
    ];
    let said = answers(&[], &(lines.concat() + &odd(json!([])) + &odd(json!([card()]))));
    assert_eq!(said.len(), lines.len() + 2);
    for (answer, line) in said.iter().zip(&lines) {
        assert!(answer["error"].as_str().is_some_and(|error| !error.is_empty()), "{line} {answer}");
    }
    assert_eq!(said[lines.len()], json!({ "order": [] }));
    assert_eq!(ids(&said[lines.len() + 1]), ["card"]);
}

#[test]
fn ties_go_by_due_then_id_and_numbers_come_back_as_they_were() {
    let same = |id: Value, due: &str| json!({ "id": id, "due": due, "consequence": "right", "steps": [] });
    // The weekend adds no working day.
    let items = [same(json!("b"), "2026-01-09"), same(json!(7), "2026-01-10"), same(json!("a"), "2026-01-09")];
    let answer = answers(&[], &line(&items)).remove(0);
    let order: Vec<&Value> = answer["order"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert_eq!(order, [&json!("a"), &json!("b"), &json!(7)]);
}

#[test]
fn a_clinics_own_weights_and_language_count() {
    let items =
        [item("card", "2026-01-09", "benefit", &[(1.0, 0.0)]), item("brief", "2026-01-09", "right", &[(4.0, 0.0)])];
    let first = |args: &[&str]| ids(&answers(args, &line(&items))[0])[0].to_owned();
    assert_eq!(first(&[]), "brief");
    assert_eq!(first(&["--weights", "benefit=40"]), "card");
    let spanish = answers(&["--lang", "es"], &line(&items)).remove(0);
    assert_eq!(spanish["order"][0]["reason"], "empezar a más tardar el jue 8 ene");
    let house = House::empty();
    for weights in ["removal=1", "status=3", "right", "right=1.5", "removal=1001"] {
        house.run_bare(&["rank", "--weights", weights]).refused(2);
    }
}

#[test]
fn a_large_caseload_is_answered_too() {
    let many: Vec<Value> = (0..20_000_u32)
        .map(|at| item(&at.to_string(), &format!("2026-0{}-1{}", at % 9 + 1, at % 10), "right", &[(1.0, 0.0)]))
        .collect();
    let answer = answers(&[], &line(&many)).remove(0);
    assert_eq!(answer["order"].as_array().unwrap().len(), many.len());
}
