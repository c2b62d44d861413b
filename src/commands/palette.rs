//! What the pickers offer: every record to the finder, every command to the palette.

use super::grammar;
use crate::app::App;
use crate::app::picker::{Item, Picker, PickerKind, Target};
use crate::panes;

/// A picker over every case, deadline and partner, in the order of the panes.
pub fn finder(app: &App) -> Picker {
    let ctx = app.ctx();
    let mut items = Vec::new();
    for pane in panes::ALL {
        let title = app.locale.t(&format!("pane-{}", pane.name));
        for id in (pane.order)(&ctx) {
            items.push(Item { target: Target::Record(id), text: pane.text(&ctx, id), beside: title.clone() });
        }
    }
    Picker::new(PickerKind::Find, items)
}

/// A picker over every command a person can ask for, by what it does and by its words.
pub fn commands(app: &App) -> Picker {
    let items = lines()
        .into_iter()
        .map(|line| {
            let text = format!("{}  ·  {line}", app.locale.t(&help_key(&line)));
            Item { target: Target::Command(with_selected(&line)), text, beside: String::new() }
        })
        .collect();
    Picker::new(PickerKind::Palette, items)
}

/// The catalogue key of a command's help: `help-deadline-add`.
pub fn help_key(path: &str) -> String {
    let words: Vec<&str> = path.split(' ').filter(|word| word.starts_with(char::is_alphabetic)).collect();
    format!("help-{}", words.join("-"))
}

/// Every command that stands in the palette, as its words.
pub fn lines() -> Vec<String> {
    let mut lines = Vec::new();
    for noun in grammar().get_subcommands().filter(|command| !command.is_hide_set()) {
        if noun.has_subcommands() {
            let verbs = noun.get_subcommands().filter(|verb| verb.get_name() != "help");
            lines.extend(verbs.map(|verb| format!("{} {}", noun.get_name(), verb.get_name())));
        } else {
            lines.push(noun.get_name().to_owned());
        }
    }
    lines
}

/// Every command line without its arguments, with the moves and the commands of what lies on top.
pub fn every_line() -> Vec<String> {
    let mut lines = Vec::new();
    for noun in grammar().get_subcommands() {
        lines.push(noun.get_name().to_owned());
        lines.extend(noun.get_subcommands().map(|verb| format!("{} {}", noun.get_name(), verb.get_name())));
    }
    lines
}

/// The command with `@` for its first argument, where that is a reference to a record.
fn with_selected(line: &str) -> String {
    let command = line.split(' ').try_fold(grammar(), |command, word| command.find_subcommand(word));
    let first = command.and_then(|command| command.get_positionals().next());
    let refers = first
        .is_some_and(|arg| ["case", "deadline", "deadlines", "partner", "request"].contains(&arg.get_id().as_str()));
    if refers { format!("{line} @") } else { line.to_owned() }
}
