//! What the live keymap says, in the person's language: hints, continuations, help.

use crate::commands::palette::help_key;
use crate::keymap::{Context, Continuation, Keymap};
use crate::locale::Locale;
use crate::ui::chrome::{Chrome, HelpRow, Hint, Pending};

/// Fills in the hints of a context, and the help for what lies below it.
pub fn fill(chrome: &mut Chrome, keymap: &Keymap, context: Context, below: Context, locale: &Locale) {
    let hint = |(keys, line): (String, std::sync::Arc<str>)| Hint { keys, label: short(&line, locale) };
    chrome.hints = keymap.hints(context).into_iter().map(hint).collect();
    chrome.help = [below, Context::Form, Context::Picker].into_iter().flat_map(|part| rows(keymap, part, locale)).collect();
}

fn rows(keymap: &Keymap, context: Context, locale: &Locale) -> Vec<HelpRow> {
    let said = |line: Option<&std::sync::Arc<str>>| line.map(|line| locale.t(&help_key(line))).unwrap_or_default();
    let row = |row: crate::keymap::Row<'_>| HelpRow {
        context: locale.t(&format!("context-{}", row.binding.context().name())),
        keys: row.binding.keys(),
        label: said(row.binding.line()),
        replaced: row.replaced.map(|hidden| said(hidden.line())),
    };
    keymap.bindings(context).into_iter().map(row).collect()
}

/// A sequence that has begun, and how it can go on.
pub fn pending(typed: String, next: &[Continuation], locale: &Locale) -> Pending {
    let next = next.iter().map(|next| Hint { keys: next.keys.clone(), label: locale.t(&help_key(&next.line)) });
    Pending { typed, next: next.collect() }
}

/// One word for a command where the catalogue has one, its help otherwise.
fn short(line: &str, locale: &Locale) -> String {
    let help = help_key(line);
    let hint = help.replacen("help-", "hint-", 1);
    locale.t(if locale.has(&hint) { &hint } else { &help })
}
