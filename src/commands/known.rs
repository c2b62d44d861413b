//! The values that a form's fields are known to take, so that nobody has to know a code, a zone or a name by heart.

use super::args::{CaseRef, DeadlineRef, PartnerRef, ZoneArg};
use super::grammar;
use crate::app::App;
use crate::app::form::{FieldKind, Form, Known};
use crate::core::deadline::Due;
use crate::core::search::fold;
use clap::Arg;
use std::any::TypeId;
use std::collections::BTreeMap;

/// Gives every field of a form the values it is known to take.
pub fn fill(form: &mut Form, app: &App) {
    let command = form.path.iter().try_fold(grammar(), |command, word| command.find_subcommand(word));
    let Some(command) = command else { return };
    let noun = form.path.first().map_or("", String::as_str);
    let case = form.given.first().and_then(|code| app.world.case_by_code(code)).map(|case| case.id);
    for field in &mut form.fields {
        if let FieldKind::Choice(codes) = &field.kind {
            let name = |code: &String| app.locale.choice(noun, &field.arg, code);
            field.known = codes.iter().map(|code| Known::new(code, name(code))).collect();
            continue;
        }
        let named = |arg: &&Arg| arg.get_long().unwrap_or(arg.get_id().as_str()) == field.arg;
        let Some(arg) = command.get_arguments().find(named) else { continue };
        let kind = arg.get_value_parser().type_id();
        field.known = if kind == TypeId::of::<ZoneArg>() {
            zones(app)
        } else if kind == TypeId::of::<PartnerRef>() {
            partners(app)
        } else if kind == TypeId::of::<CaseRef>() {
            cases(app)
        } else if kind == TypeId::of::<DeadlineRef>() {
            deadlines(app, case)
        } else if field.arg == "rule" {
            let counted = app.rules.all().iter().filter(|rule| rule.enabled);
            counted.map(|rule| Known::new(&rule.id, app.locale.rule_name(rule))).collect()
        } else {
            codes(app, arg)
        };
    }
}

/// The clinic's own zone and those in use come first.
fn zones(app: &App) -> Vec<Known> {
    let used = app.world.deadlines().filter_map(|deadline| match &deadline.due {
        Due::At(at) => Some(at.zone),
        Due::Day(_) | Due::From(_) | Due::Unset { .. } => None,
    });
    let mut zones = vec![app.clinic.zone];
    for zone in used.chain(chrono_tz::TZ_VARIANTS.iter().copied().filter(|zone| zone.name().contains('/'))) {
        if !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    zones.into_iter().map(|zone| Known::new(zone.name(), "")).collect()
}

/// By name, and by number where several have the same.
fn partners(app: &App) -> Vec<Known> {
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for partner in app.world.partners() {
        *named.entry(fold(&partner.name)).or_default() += 1;
    }
    let known = app.world.partners().map(|partner| match named.get(&fold(&partner.name)) {
        Some(1) => Known::new(&partner.name, ""),
        _ => Known::new(partner.id.to_string(), &partner.name),
    });
    let mut known: Vec<Known> = known.collect();
    known.sort_by_cached_key(|known| fold(&known.value));
    known
}

fn cases(app: &App) -> Vec<Known> {
    let name = |name: &str| if app.view.blur { String::new() } else { name.to_owned() };
    let open = app.world.cases().filter(|case| case.is_open());
    open.map(|case| Known::new(&case.code, name(&case.name))).collect()
}

/// Those that are still to be met; of the form's own case, where it has one.
fn deadlines(app: &App, case: Option<crate::core::id::CaseId>) -> Vec<Known> {
    let meant =
        app.world.deadlines().filter(|deadline| deadline.is_live() && case.is_none_or(|case| deadline.case == case));
    meant.map(|deadline| Known::new(deadline.id.to_string(), &deadline.title)).collect()
}

/// The codes of an argument that may be given more than once.
fn codes(app: &App, arg: &Arg) -> Vec<Known> {
    let name = |code: &str| {
        let key = format!("{}-{code}", arg.get_id());
        let name = if app.locale.has(&key) { app.locale.t(&key) } else { String::new() };
        // In English most codes are their own names.
        if name == code.replace('-', " ") { String::new() } else { name }
    };
    let codes = arg.get_possible_values();
    codes.iter().map(|code| Known::new(code.get_name(), name(code.get_name()))).collect()
}
