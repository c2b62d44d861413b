//! What the live keymap says, in the person's language: hints, the help page, and how a begun sequence can go on.

use crate::keymap::{Context, Continuation, Keymap};
use crate::locale::Locale;
use crate::ui::{Chrome, HelpRow, Hint, Pending};

/// Fills in the hints of a context, and its help; a page itself keeps the help of where it was opened from.
pub fn fill(chrome: &mut Chrome, keymap: &Keymap, context: Context, locale: &Locale) {
    chrome.hints = hints(keymap, context, locale);
    chrome.first = keymap.key_for("case add", Context::Global).unwrap_or_default();
    if context != Context::Help {
        chrome.help = help(keymap, context, locale);
    }
}

/// The hints of a context.
pub fn hints(keymap: &Keymap, context: Context, locale: &Locale) -> Vec<Hint> {
    let hints = keymap.hints(context).into_iter();
    hints.map(|(keys, line)| Hint { keys, label: label(locale, "hint", &line) }).collect()
}

/// What a begun sequence looks like on the screen.
pub fn pending(typed: String, next: &[Continuation], locale: &Locale) -> Pending {
    let hint = |way: &Continuation| Hint { keys: way.keys.clone(), label: label(locale, "help", &way.line) };
    Pending { typed, next: next.iter().map(hint).collect() }
}

/// Every binding of a context; the keys that run the same line in the same table share a row.
fn help(keymap: &Keymap, context: Context, locale: &Locale) -> Vec<HelpRow> {
    let mut rows: Vec<(Context, &str, HelpRow)> = Vec::new();
    for row in keymap.bindings(context) {
        let (table, Some(line)) = (row.binding.context(), row.binding.line()) else { continue };
        let replaced = row.replaced.and_then(|before| before.line()).map(|before| label(locale, "help", before));
        let known = rows.iter_mut().find(|(of, same, known)| {
            *of == table && *same == &**line && known.replaced.is_none() && replaced.is_none()
        });
        if let Some((_, _, known)) = known {
            known.keys = format!("{}  {}", known.keys, row.binding.keys());
            continue;
        }
        let context = locale.t(&format!("context-{}", table.name()));
        let shown = HelpRow { context, keys: row.binding.keys(), label: label(locale, "help", line), replaced };
        rows.push((table, line, shown));
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// A command line in words, or as it is where the catalogue has none.
fn label(locale: &Locale, section: &str, line: &str) -> String {
    words(locale, section, line).unwrap_or_else(|| line.to_owned())
}

/// The words for the whole line, else for its command.
fn words(locale: &Locale, section: &str, line: &str) -> Option<String> {
    let parts = || line.split(' ').filter(|word| *word != "@");
    let whole = parts().collect::<Vec<_>>().join("-");
    let command = parts().filter(|word| word.starts_with(char::is_alphabetic)).collect::<Vec<_>>().join("-");
    let keys = [format!("{section}-{whole}"), format!("{section}-{command}"), format!("help-{command}")];
    keys.iter().find(|key| locale.has(key)).map(|key| locale.t(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::{Source, Vocabulary, built_in_names};
    use crate::locale::Lang;

    #[test]
    fn every_line_of_every_built_in_keymap_has_words_in_both_languages() {
        for (lang, _) in Lang::ALL {
            let locale = Locale::new(lang);
            for name in built_in_names() {
                let sources: Vec<Source> = Source::built_in(name).into_iter().collect();
                let (keymap, _) = Keymap::load(&sources, &Vocabulary { known: &[], check: &|_| Ok(()) });
                for context in Context::ALL {
                    assert!(locale.has(&format!("context-{}", context.name())));
                    let rows = keymap.bindings(context);
                    let lines = rows.iter().filter_map(|row| row.binding.line());
                    for line in lines.chain(keymap.hints(context).iter().map(|(_, line)| line)) {
                        for section in ["help", "hint"] {
                            assert!(words(&locale, section, line).is_some(), "{lang:?} {name}: {section} of {line}");
                        }
                    }
                }
            }
        }
    }
}
