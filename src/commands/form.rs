//! A form for any command, made from the command's own grammar: one definition for keys, palette, scripts and help.

use super::args::{DayArg, Hidden, TimeArg, WhenArg};
use super::{grammar, known};
use crate::app::App;
use crate::app::form::{Field, FieldKind, Form};
use crate::app::msg::{Message, Refusal};
use clap::{Arg, ArgAction};
use std::any::TypeId;

/// What a command cannot do without, beside what its grammar demands.
const NEEDED: &[(&[&str], &[&str])] = &[
    (&["case", "add"], &["need"]),
    (&["case", "close"], &["reason"]),
    (&["case", "hold"], &["reason", "by"]),
    (&["case", "release"], &["reason"]),
    (&["case", "erase"], &["confirm"]),
    (&["case", "a-number"], &["number", "consent"]),
    (&["case", "reveal"], &["for"]),
    (&["clinic", "keep-closed"], &["years"]),
    (&["deadline", "snooze"], &["until"]),
    (&["deadline", "verify"], &["source"]),
    (&["deadline", "acted"], &["what"]),
    (&["deadline", "raise"], &["to", "by", "reason"]),
    (&["deadline", "void"], &["reason"]),
    (&["deadline", "pin"], &["until", "reason"]),
    (&["deadline", "push"], &["until", "reason"]),
    (&["clinic", "hours"], &["hours"]),
    (&["step", "add"], &["title"]),
    (&["event", "log"], &["kind", "text"]),
    (&["paper", "log"], &["kind", "known"]),
    (&["request", "start"], &["case", "partner", "what"]),
    (&["request", "consent"], &["who", "what", "how"]),
    (&["request", "answer"], &["state"]),
    (&["happened", "log"], &["what"]),
    (&["happened", "move"], &["to"]),
    (&["happened", "review"], &["by"]),
];

/// Commands that cannot do without one of these, whichever it is.
const ONE_OF: &[(&[&str], &[&str])] = &[(&["deadline", "postpone"], &["to", "at", "no-date"])];

/// The fields of which one has to be filled, where none is.
fn one_of(form: &Form) -> Vec<&Field> {
    let (_, args) = ONE_OF.iter().find(|(path, _)| *path == form.path).unwrap_or(&(&[], &[]));
    let fields: Vec<&Field> = form.fields.iter().filter(|field| args.contains(&field.arg.as_str())).collect();
    if fields.iter().all(|field| field.value().is_empty()) { fields } else { Vec::new() }
}

/// What an answer lacks that nobody filled in, in words of the form, and the field to go to.
pub fn unfilled(form: &Form, app: &App) -> (Message, Option<String>) {
    let label = |field: &&Field| {
        let keys = [format!("arg-{}-{}", form.path.join("-"), field.arg), format!("arg-{}", field.arg)];
        keys.iter().find(|key| app.locale.has(key)).map_or_else(|| field.arg.clone(), |key| app.locale.t(key))
    };
    let fields = one_of(form);
    let Some(first) = fields.first() else { return (Message::new("refused-form-incomplete"), None) };
    let named = fields.iter().map(label).collect::<Vec<_>>().join(", ");
    (Message::new("refused-one-of").with("fields", named), Some(first.arg.clone()))
}

/// A refusal that asks for the rest of `path given…` in a form; what it proposes is part of the answer unless changed.
pub fn ask(app: &App, path: &[&str], given: &[&str], proposed: &[(&'static str, String)]) -> Refusal {
    let mut form = form(path, given, proposed, about(app, path, given));
    known::fill(&mut form, app);
    Refusal::Ask(Box::new(form))
}

/// Gives a form that comes back from a locked screen the values that its fields are known to take now.
pub fn refill(form: &mut Form, app: &App) {
    known::fill(form, app);
}

/// A refusal that opens a form with what is known of a record; only what is changed there is part of the answer.
pub fn ask_edit(app: &App, path: &[&str], given: &[&str], current: &[(&'static str, String)]) -> Refusal {
    let mut form = form(path, given, current, about(app, path, given));
    known::fill(&mut form, app);
    for field in &mut form.fields {
        field.initial = field.value().to_owned();
    }
    Refusal::Ask(Box::new(form))
}

/// The same refusal with these fields as the ones that have to be filled, beginning at the first of them.
#[must_use]
pub fn needing(refusal: Refusal, args: &[&str]) -> Refusal {
    let Refusal::Ask(mut form) = refusal else { return refusal };
    for field in &mut form.fields {
        field.required = args.contains(&field.arg.as_str());
    }
    form.focus = form.fields.iter().position(|field| field.required).unwrap_or(form.focus);
    Refusal::Ask(form)
}

/// What a form asks for, as a sentence for where no form can be shown: what has to be filled, else all there is.
pub fn lacking(form: &Form) -> Message {
    let written = |field: &Field| {
        if field.positional { format!("<{}>", field.arg.to_uppercase()) } else { format!("--{}", field.arg) }
    };
    let empty = |field: &&Field| field.required && field.value().is_empty();
    let mut needed: Vec<String> = form.fields.iter().filter(empty).map(written).collect();
    let one_of: Vec<String> = one_of(form).into_iter().map(written).collect();
    needed.extend((!one_of.is_empty()).then(|| one_of.join(" | ")));
    let (key, fields) = if needed.is_empty() {
        ("cli-takes", form.fields.iter().map(written).collect())
    } else {
        ("bad-incomplete", needed)
    };
    let count = u64::try_from(fields.len()).unwrap_or(u64::MAX);
    Message::new(key)
        .with("command", form.path.join(" "))
        .with_places("missing", fields.join(" "))
        .with_number("count", count)
}

/// The fields that a refusal is about, by its key, the first that a form has.
const AT_FAULT: &[(&[&str], &[&str])] = &[
    (&["refused-no-such-time", "refused-place-without-time", "refused-two-days"], &["at", "hearing"]),
    (&["refused-zone-needed"], &["zone"]),
    (&["refused-no-rule", "refused-no-rule-near", "refused-rule-disabled", "refused-rule-review"], &["rule"]),
    (&["refused-trigger-without-rule"], &["rule"]),
    (&["refused-rule-without-trigger", "refused-rule-days"], &["trigger", "on"]),
    (&["refused-rule-needs-printed"], &["printed"]),
    (&["refused-rule-ask"], &["due"]),
    (&["refused-received-before-printed"], &["received"]),
    (&["refused-date-and-no-date", "refused-time-without-day"], &["to"]),
    (&["refused-snooze-back", "refused-snooze-past-start", "refused-wait-back"], &["until"]),
    (&["refused-no-partner", "refused-no-partner-near", "refused-several-partners"], &["partner"]),
    (&["refused-no-case", "refused-no-case-near"], &["case"]),
    (&["refused-code-taken", "refused-bad-code"], &["code"]),
    (&["refused-no-deadline", "refused-deadline-of-other-case"], &["deadline"]),
    (&["refused-partner-name", "refused-partner-taken"], &["name"]),
    (&["refused-representative-name"], &["representative"]),
    (&["refused-arrival-ahead"], &["arrived"]),
    (&["refused-event-ahead"], &["on"]),
    (&["refused-no-title"], &["title"]),
    (&["refused-erase-confirm"], &["confirm"]),
    (&["refused-a-number"], &["number"]),
    (&["refused-effort"], &["effort"]),
    (&["refused-not-heavier"], &["to"]),
    (&["refused-blank-range", "refused-blank-past-lock"], &["blank-after"]),
    (&["refused-lock-range"], &["lock-after"]),
];

/// The field of a form that a refusal is about; `None` where it is about the whole.
pub fn at_fault(form: &Form, message: &Message) -> Option<String> {
    let (_, fields) = AT_FAULT.iter().find(|(keys, _)| keys.contains(&message.key))?;
    fields.iter().find(|arg| form.fields.iter().any(|field| field.arg == **arg)).map(|arg| (*arg).to_owned())
}

/// The form for the command at `path`, with the positional arguments already `given` and `values` in its fields.
pub fn form(path: &[&str], given: &[&str], values: &[(&'static str, String)], about: String) -> Form {
    let command = path.iter().try_fold(grammar(), |command, word| command.find_subcommand(word));
    let args: Vec<&Arg> = command.map(|command| command.get_arguments().collect()).unwrap_or_default();
    let needed = NEEDED.iter().find(|(known, _)| *known == path).map_or(&[][..], |(_, needed)| needed);
    let mut placed = given.len();
    let mut fields = Vec::new();
    for arg in args.into_iter().filter(|arg| !arg.is_hide_set() && arg.get_id() != "help") {
        if arg.is_positional() && placed > 0 {
            placed = if matches!(arg.get_action(), ArgAction::Append) { 0 } else { placed - 1 };
            continue;
        }
        fields.push(field(arg, needed, values));
    }
    Form {
        path: path.iter().map(|word| (*word).to_owned()).collect(),
        given: given.iter().map(|word| (*word).to_owned()).collect(),
        fields,
        focus: 0,
        error: None,
        about,
        submitted: false,
        touched: false,
        leaving: false,
    }
}

fn field(arg: &Arg, needed: &[&str], values: &[(&'static str, String)]) -> Field {
    let name = arg.get_long().map_or_else(|| arg.get_id().to_string(), str::to_owned);
    let many = matches!(arg.get_action(), ArgAction::Append);
    let value = values.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    Field {
        positional: arg.is_positional(),
        required: arg.is_required_set() || needed.contains(&name.as_str()),
        many,
        ..Field::new(name, kind(arg, many), value)
    }
}

fn kind(arg: &Arg, many: bool) -> FieldKind {
    let parser = arg.get_value_parser();
    let id = parser.type_id();
    if id == TypeId::of::<bool>() {
        return FieldKind::Toggle;
    }
    if id == TypeId::of::<DayArg>() {
        return FieldKind::Date;
    }
    if id == TypeId::of::<TimeArg>() || id == TypeId::of::<WhenArg>() {
        return FieldKind::LocalTime;
    }
    if id == TypeId::of::<Hidden>() {
        return FieldKind::Hidden;
    }
    if id == TypeId::of::<u16>() || id == TypeId::of::<usize>() || id == TypeId::of::<f64>() {
        return FieldKind::Number;
    }
    let codes: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if codes.is_empty() || many { FieldKind::Text } else { FieldKind::Choice(codes) }
}

/// Whom a form is about: the case's code, a deadline's title, a partner's name.
fn about(app: &App, path: &[&str], given: &[&str]) -> String {
    let [first] = given else { return given.join(", ") };
    let code = |id| app.world.case(id).map(|case| case.code.clone()).unwrap_or_default();
    let partner = |id| app.world.partner(id).map(|partner| partner.name.clone()).unwrap_or_default();
    let text = match path {
        ["deadline", "add"] | ["case" | "event" | "paper", ..] | ["request", "start"] => None,
        ["deadline" | "step", ..] => {
            first.parse().ok().and_then(|id| app.world.deadline(id)).map(|d| format!("{} · {}", code(d.case), d.title))
        }
        ["happened", ..] => first
            .parse()
            .ok()
            .and_then(|id| app.world.happening(id))
            .map(|it| format!("{} · {}", code(it.case), app.locale.happened(it.what))),
        ["request", ..] => first
            .parse()
            .ok()
            .and_then(|id| app.world.request(id))
            // The partner first: what is asked for may be long, and consent is to this one alone.
            .map(|request| format!("{} · {} · {}", code(request.case), partner(request.partner), request.what)),
        ["partner", ..] => first.parse().ok().map(partner),
        _ => None,
    };
    text.unwrap_or_else(|| (*first).to_owned())
}
