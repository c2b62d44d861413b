//! A form for any command, made from the command's own grammar: one definition for keys, palette, scripts and help.

use super::args::{DayArg, TimeArg};
use super::grammar;
use crate::app::App;
use crate::app::form::{Field, FieldKind, Form};
use crate::app::msg::Refusal;
use clap::{Arg, ArgAction};
use std::any::TypeId;
use tui_input::Input;

/// A refusal that asks for the rest of `path given…` in a form, opened with `values`.
pub fn ask(app: &App, path: &[&str], given: &[&str], values: &[(&'static str, String)]) -> Refusal {
    let about = about(app, path, given);
    Refusal::Ask(Box::new(form(path, given, values, about)))
}

/// The form for the command at `path`, with the positional arguments already `given`.
pub fn form(path: &[&str], given: &[&str], values: &[(&'static str, String)], about: String) -> Form {
    let grammar = grammar();
    let command = path.iter().try_fold(grammar, |command, word| command.find_subcommand(word));
    let args: Vec<&Arg> = command.map(|command| command.get_arguments().collect()).unwrap_or_default();
    let mut placed = given.len();
    let mut fields = Vec::new();
    for arg in args.into_iter().filter(|arg| !arg.is_hide_set() && arg.get_id() != "help") {
        if arg.is_positional() && placed > 0 {
            placed = if matches!(arg.get_action(), ArgAction::Append) { 0 } else { placed - 1 };
            continue;
        }
        fields.push(field(arg, values));
    }
    Form {
        path: path.iter().map(|word| (*word).to_owned()).collect(),
        given: given.iter().map(|word| (*word).to_owned()).collect(),
        fields,
        focus: 0,
        error: None,
        about,
        submitted: false,
    }
}

fn field(arg: &Arg, values: &[(&'static str, String)]) -> Field {
    let name = arg.get_long().map_or_else(|| arg.get_id().to_string(), str::to_owned);
    let initial = values.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let many = matches!(arg.get_action(), ArgAction::Append);
    Field {
        positional: arg.is_positional(),
        required: arg.is_required_set(),
        many,
        kind: kind(arg, many),
        input: Input::new(initial.clone()),
        initial,
        arg: name,
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
    if id == TypeId::of::<TimeArg>() {
        return FieldKind::LocalTime;
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
        ["request", ..] => first
            .parse()
            .ok()
            .and_then(|id| app.world.request(id))
            .map(|request| format!("{} · {} · {}", code(request.case), request.what, partner(request.partner))),
        ["partner", ..] => first.parse().ok().map(partner),
        _ => None,
    };
    text.unwrap_or_else(|| (*first).to_owned())
}
