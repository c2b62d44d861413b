//! What the live keymap says, in the person's language: hints, the help page, and how a begun sequence can go on.

use crate::keymap::{Context, Continuation, Keymap};
use crate::locale::{Lang, Locale};
use crate::ui::{Chrome, HelpRow, Hint, Pending};
use std::sync::Arc;

/// Fills in the hints of a context, and its help; a page itself keeps the help of where it was opened from.
pub fn fill(chrome: &mut Chrome, keymap: &Keymap, context: Context, locale: &Locale) {
    chrome.hints = hints(keymap, context, locale);
    chrome.first = shown(locale, &keymap.key_for("case add", Context::Global).unwrap_or_default());
    if context != Context::Help {
        chrome.help = help(keymap, context, locale);
    }
}

/// The hints of a context.
pub fn hints(keymap: &Keymap, context: Context, locale: &Locale) -> Vec<Hint> {
    let hint = |(keys, line): (String, Arc<str>)| {
        let label = match (context, &*line) {
            // A page is read; there is nothing in it to be called off.
            (Context::Help, "cancel") => locale.t("hint-close"),
            _ => label(locale, "hint", &line),
        };
        let keys = if context == Context::Confirm { own_letter(keymap, &line, &label).unwrap_or(keys) } else { keys };
        Hint { keys: shown(locale, &keys), label }
    };
    keymap.hints(context).into_iter().map(hint).collect()
}

/// The key that answers a question with the first letter of the answer in the person's language, if there is one.
fn own_letter(keymap: &Keymap, line: &str, label: &str) -> Option<String> {
    let first = label.chars().next()?.to_string();
    let mut rows = keymap.bindings(Context::Confirm).into_iter();
    rows.any(|row| row.binding.keys() == first && row.binding.line().is_some_and(|run| **run == *line)).then_some(first)
}

/// Keys in the words of the person's keyboard: "ctrl-av pág" for "ctrl-pagedown". Letters and signs stay as they are.
pub fn shown(locale: &Locale, keys: &str) -> String {
    if locale.lang() == Lang::En {
        return keys.to_owned();
    }
    keys.split(' ').map(|chord| shown_chord(locale, chord)).collect::<Vec<_>>().join(" ")
}

fn shown_chord(locale: &Locale, chord: &str) -> String {
    // Names are words; what is short is a letter, a sign or a modifier with one.
    let parts = chord.split('-').map(|part| {
        let key = format!("key-{part}");
        if part.len() > 1 && locale.has(&key) { locale.t(&key) } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("-")
}

/// What a begun sequence looks like on the screen.
pub fn pending(typed: &str, next: &[Continuation], locale: &Locale) -> Pending {
    let hint = |way: &Continuation| Hint { keys: shown(locale, &way.keys), label: label(locale, "help", &way.line) };
    Pending { typed: shown(locale, typed), next: next.iter().map(hint).collect() }
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
            known.keys = format!("{}  {}", known.keys, shown(locale, &row.binding.keys()));
            continue;
        }
        let context = locale.t(&format!("context-{}", table.name()));
        let keys = shown(locale, &row.binding.keys());
        rows.push((table, line, HelpRow { context, keys, label: label(locale, "help", line), replaced }));
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

    #[test]
    fn keys_are_named_as_on_the_person_s_keyboard() {
        let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
        let named = "pagedown  ctrl-d space shift-tab delete alt-up g g - -";
        assert_eq!(shown(&en, named), named);
        assert_eq!(shown(&es, named), "av pág  ctrl-d espacio mayús-tab supr alt-arriba g g - -");
        assert_eq!(shown(&es, "home end pageup ctrl--"), "inicio fin re pág ctrl--");
    }

    #[test]
    fn a_question_is_answered_with_the_letter_of_the_answer_and_a_page_is_closed() {
        let sources: Vec<Source> = Source::built_in("default").into_iter().collect();
        let (keymap, _) = Keymap::load(&sources, &Vocabulary { known: &[], check: &|_| Ok(()) });
        let said = |lang, context| {
            let hints = hints(&keymap, context, &Locale::new(lang));
            hints.into_iter().map(|hint| format!("{} {}", hint.keys, hint.label)).collect::<Vec<_>>()
        };
        assert_eq!(said(Lang::Es, Context::Confirm), ["s sí", "n no"]);
        assert_eq!(said(Lang::En, Context::Confirm), ["y yes", "n no"]);
        assert_eq!(said(Lang::Es, Context::Help), ["espacio más", "esc cerrar"]);
        assert_eq!(said(Lang::En, Context::Help), ["space more", "esc close"]);
    }

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
