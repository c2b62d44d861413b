//! `rumbo rank`: puts caseloads from outside in the order of work, one JSON object a line, no vault needed.
//!
//! In: `now` (a day) and `items`, each with `id`, `due` (the day to act on), `consequence` and `steps` still to do, the
//! current one first, with `effort_hours` and `wait_days`, the usual working days until the step after it can begin.
//! Every weekday is worked, holidays too.
//!
//! Out: `order`, every id once, in the order of work; beside each `urgency` (greater is more urgent), `slack_days`
//! (working days to spare), `start_by`, `group` (what the queue shows it under), `reason_code` and `reason` (a sentence
//! in the language asked for). A line that cannot be answered gets an `error`, and the rest goes on.

use super::{Run, print};
use crate::core::deadline::Consequence;
use crate::core::practice::Weights;
use crate::core::urgency::bare::{Bare, Placed, order};
use crate::core::urgency::score::Part;
use crate::error::{Error, Kind};
use crate::panes::json::reason_code;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::io::BufRead;

#[derive(Deserialize)]
struct Ask {
    now: NaiveDate,
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    id: Value,
    due: NaiveDate,
    consequence: String,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    effort_hours: f64,
    wait_days: f64,
}

/// Answers each line of standard input, as it comes.
///
/// # Errors
/// The input cannot be read.
pub fn run(run: &Run, weights: Weights) -> Result<(), Error> {
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(|error| {
            let why = error.to_string();
            run.refuse(Kind::Usage, "cli-cannot-read", &[("file", "-"), ("why", &why)])
        })?;
        let answer = answer(run, weights, &line).unwrap_or_else(|error| json!({ "error": error.what }));
        print(format!("{answer}\n").as_bytes())?;
    }
    Ok(())
}

pub(super) fn answer(run: &Run, weights: Weights, line: &[u8]) -> Result<Value, Error> {
    let Ask { now, items } = serde_json::from_slice(line).map_err(|error| {
        let why = error.to_string();
        run.refuse(Kind::Usage, "rank-bad-line", &[("why", &why)])
    })?;
    let matters = items.iter().map(|item| matter(run, item)).collect::<Result<Vec<_>, Error>>()?;
    let mut seen = HashSet::new();
    if let Some(twice) = matters.iter().find(|matter| !seen.insert(matter.id.as_str())) {
        return Err(run.refuse(Kind::Usage, "rank-twice", &[("id", &twice.id)]));
    }
    let placed = order(now, weights, &matters);
    let rows: Vec<Value> =
        placed.iter().filter_map(|placed| Some(row(run, items.get(placed.at)?, placed, now))).collect();
    Ok(json!({ "order": rows }))
}

/// What the order looks at. Identities are compared as they are written.
fn matter(run: &Run, item: &Item) -> Result<Bare<String>, Error> {
    let id = match &item.id {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        other => return Err(run.refuse(Kind::Usage, "rank-no-id", &[("id", &other.to_string())])),
    };
    let known = Consequence::ALL.iter().find(|(_, code)| *code == item.consequence);
    let wrong = |key: &str, what: &str| run.refuse(Kind::Usage, key, &[("id", &id), ("what", what)]);
    let consequence = known.ok_or_else(|| wrong("rank-no-consequence", &item.consequence))?.0;
    let parts = item.steps.iter().map(|step| Part::of(step.effort_hours, step.wait_days));
    let parts = parts.collect::<Option<Vec<Part>>>().ok_or_else(|| wrong("rank-no-steps", ""))?;
    Ok(Bare { id, due: item.due, consequence, parts })
}

fn row(run: &Run, item: &Item, placed: &Placed, today: NaiveDate) -> Value {
    json!({
        "id": item.id,
        "urgency": placed.urgency,
        "slack_days": placed.slack_days,
        "start_by": placed.start_by,
        "group": placed.group.code(),
        "reason_code": reason_code(&placed.reason),
        "reason": run.locale.reason(placed.reason, None, today),
    })
}

/// Weights as they are written on the command line: `removal=100,right=40`; what is not named keeps its own.
///
/// # Errors
/// What is wrong with it, for the command line's own message.
pub fn weights(text: &str) -> Result<Weights, String> {
    let mut given: Vec<(Consequence, u16)> = Vec::new();
    for pair in text.split(',') {
        let (code, weight) = pair.split_once('=').ok_or("write it like removal=100,right=40")?;
        let known = Consequence::ALL.iter().find(|(_, known)| *known == code.trim());
        let (consequence, _) = known.ok_or_else(|| format!("there is no consequence {code:?}"))?;
        given.push((*consequence, weight.trim().parse().map_err(|_| format!("{weight:?} is no weight"))?));
    }
    let mut weights = Weights::default();
    // Only the whole is in order: on the way a weight may pass its neighbour.
    for (consequence, weight) in given {
        weights = weights.set(consequence, weight);
    }
    weights.checked().ok_or_else(|| format!("from 1 to {}, a graver consequence never lighter", Weights::MOST))
}
