//! What the fields of a form are called. The catalogue may name an argument for one command or for all of them.

use crate::app::form::Field;
use crate::locale::Locale;

fn first(locale: &Locale, keys: &[String]) -> Option<String> {
    keys.iter().find(|key| locale.has(key)).map(|key| locale.t(key))
}

/// The command's name, such as "Add a deadline": its help as far as it says what, without the how.
pub fn command(locale: &Locale, path: &[String]) -> String {
    let help = first(locale, &[format!("help-{}", path.join("-"))]).unwrap_or_else(|| path.join(" "));
    help.split([':', ';']).next().unwrap_or_default().to_owned()
}

/// What a field is called.
pub fn label(locale: &Locale, path: &[String], field: &Field) -> String {
    let keys = [format!("arg-{}-{}", path.join("-"), field.arg), format!("arg-{}", field.arg)];
    first(locale, &keys).unwrap_or_else(|| field.arg.replace(['-', '_'], " "))
}

/// What to put into a field, where its name does not say it all.
pub fn help(locale: &Locale, path: &[String], field: &Field) -> Option<String> {
    first(locale, &[format!("arg-help-{}-{}", path.join("-"), field.arg), format!("arg-help-{}", field.arg)])
}

/// The name of one choice of a field.
pub fn choice(locale: &Locale, path: &[String], field: &Field, code: &str) -> String {
    locale.choice(path.first().map_or("", String::as_str), &field.arg, code)
}
