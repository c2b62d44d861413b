//! Commands for what lies on top: forms, pickers, questions and the filter line.

use super::parse::{self, Incomplete};
use super::{decide, form as forms};
use crate::app::App;
use crate::app::form::Field;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::picker::{PickerKind, Target};
use crate::app::view::{Confirm, Overlay, ViewAct};
use clap::Subcommand;

/// The filter line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum FilterCommand {
    /// Keep what the filter narrowed to
    Accept,
}

/// The form on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum FormCommand {
    /// Next field
    Next,
    /// Next field; from the last one, carry it out
    Enter,
    /// Previous field
    Prev,
    /// Carry it out
    Save,
}

/// The picker on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum PickerCommand {
    /// Take the row under the cursor
    Accept,
}

/// The question on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum ConfirmCommand {
    /// Do it
    Yes,
    /// Leave everything as it is
    No,
}

/// Begins the filter line or leaves it.
pub fn filter(what: Option<FilterCommand>) -> ViewAct {
    match what {
        None => ViewAct::StartFilter,
        Some(FilterCommand::Accept) => ViewAct::AcceptFilter,
    }
}

/// Goes back one level; with nothing to go back from, leaves.
pub fn back(app: &App) -> Vec<Effect> {
    let pane = app.view.pane(app.view.focus);
    let at_root = app.view.overlays.is_empty()
        && app.view.timeline.is_none()
        && pane.marks.is_empty()
        && pane.filter.value().is_empty();
    if at_root { vec![Effect::Quit] } else { vec![Effect::View(ViewAct::Back)] }
}

/// Carries out a form command. A form stays open, with all that was typed, until its answer is durable.
///
/// # Errors
/// None of its own: what is wrong is said in the form.
pub fn form(command: FormCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    // Pressed once more while the answer was on its way: the form has gone.
    let Some(mut form) = app.view.form().cloned() else { return Ok(Vec::new()) };
    let look = |act| Ok(vec![Effect::View(act)]);
    match command {
        FormCommand::Next => return look(ViewAct::FormStep(1)),
        FormCommand::Prev => return look(ViewAct::FormStep(-1)),
        FormCommand::Enter if form.focus + 1 < form.fields.len() => return look(ViewAct::FormStep(1)),
        FormCommand::Enter | FormCommand::Save => {}
    }
    form.complete();
    let refused = |message: Message, arg: Option<String>| look(ViewAct::FormRefused(message, arg));
    if let Some(empty) = form.fields.iter().find(|field| field.required && field.value().trim().is_empty()) {
        return refused(Message::new("refused-field-needed"), Some(empty.arg.clone()));
    }
    let command = match parse::words(&form.words()) {
        Ok(command) => command,
        Err(problem) => return refused(problem.message(), problem.arg()),
    };
    match decide(&command, app, env) {
        Ok(mut effects) => {
            let commits = effects.iter().any(|effect| matches!(effect, Effect::Commit(_) | Effect::CommitNumber(..)));
            if commits && let Some(found) = form.fields.iter().find_map(Field::sensitive) {
                let question = Message::new("lint-confirm").with_said("what", super::named(found));
                let words = std::iter::once("anyway".to_owned()).chain(form.words()).collect();
                return look(ViewAct::Open(Overlay::Confirm(Confirm { question, words })));
            }
            // Below a question it stays as it is: no means back to it.
            let asks = |effect: &Effect| matches!(effect, Effect::View(ViewAct::Open(Overlay::Confirm(_))));
            if !effects.iter().any(asks) {
                let first = if commits { ViewAct::FormSubmitted } else { ViewAct::Close };
                effects.insert(0, Effect::View(first));
            }
            Ok(effects)
        }
        Err(Refusal::Because(message)) => {
            let arg = forms::at_fault(&form, &message);
            refused(message, arg)
        }
        Err(Refusal::Ask(rest)) => {
            let wanted = rest.fields.iter().find(|field| field.required && field.value().is_empty());
            let (message, arg) = match wanted {
                Some(field) => (Message::new("refused-field-needed"), Some(field.arg.clone())),
                None => forms::unfilled(&rest, app),
            };
            refused(message, arg)
        }
    }
}

/// Takes what the picker's cursor is on.
///
/// # Errors
/// Why the command that was picked is not carried out.
pub fn picker(command: PickerCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let PickerCommand::Accept = command;
    let Some(Overlay::Picker(picker)) = app.view.overlays.last() else { return Ok(Vec::new()) };
    let Some(item) = picker.selected() else { return Ok(Vec::new()) };
    // Several offers can be taken, one after the other; taking all of them, or asking for more in a form, closes the list.
    let stays = picker.kind == PickerKind::Offers && picker.cursor > 0;
    let close = Effect::View(if stays { ViewAct::Took } else { ViewAct::Close });
    match &item.target {
        Target::Record(id) => Ok(vec![close, Effect::View(ViewAct::Show(*id))]),
        Target::Command(line) => {
            let mut effects = vec![close];
            match run(line, app, env) {
                Ok(more) => effects.extend(more),
                Err(Refusal::Ask(form)) => effects.push(Effect::View(ViewAct::Open(Overlay::Form(form)))),
                Err(Refusal::Because(message)) => effects.push(Effect::View(ViewAct::Refused(message))),
            }
            Ok(effects)
        }
    }
}

/// Parses and decides a line of the grammar; what is missing is asked for.
///
/// # Errors
/// Why it is not carried out, or the form that asks for what is missing.
pub fn run(line: &str, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match parse::line(line) {
        Ok(command) => decide(&command, app, env),
        Err(parse::Problem::Incomplete(Incomplete { path, given, .. })) => {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let given = super::resolve::selected(&path, &given, app)?;
            let given: Vec<&str> = given.iter().map(String::as_str).collect();
            Err(forms::ask(app, &path, &given, &[]))
        }
        Err(problem) => Err(problem.message().into()),
    }
}

/// Answers the question.
///
/// # Errors
/// Why the command that yes stands for is not carried out.
pub fn confirm(command: ConfirmCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let close = Effect::View(ViewAct::Close);
    let Some(Overlay::Confirm(question)) = app.view.overlays.last() else { return Ok(Vec::new()) };
    if command == ConfirmCommand::No {
        return Ok(vec![close]);
    }
    let command = parse::words(&question.words).map_err(|problem| Refusal::from(problem.message()))?;
    let mut effects = vec![close];
    // What was asked from a form answers the form.
    let from_form = app.view.overlays.iter().rev().nth(1).is_some_and(|below| matches!(below, Overlay::Form(_)));
    match decide(&command, app, env) {
        Ok(more) => {
            effects.extend(from_form.then_some(Effect::View(ViewAct::FormSubmitted)));
            effects.extend(more);
        }
        Err(Refusal::Because(message)) if from_form => {
            effects.push(Effect::View(ViewAct::FormRefused(message, None)));
        }
        Err(refusal) => return Err(refusal),
    }
    Ok(effects)
}
