//! The catalogues as files of this folder, embedded, and the one place that knows Fluent.

use super::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// One language's parsed sentences; shared between threads.
pub type Bundle = FluentBundle<FluentResource>;

/// The files of each language, in pairs.
const FILES: &[(&str, &str)] = &[
    (include_str!("en.ftl"), include_str!("es.ftl")),
    (include_str!("said.en.ftl"), include_str!("said.es.ftl")),
    (include_str!("commands.en.ftl"), include_str!("commands.es.ftl")),
    (include_str!("pages.en.ftl"), include_str!("pages.es.ftl")),
    (include_str!("keymap.en.ftl"), include_str!("keymap.es.ftl")),
    (include_str!("rules.en.ftl"), include_str!("rules.es.ftl")),
    (include_str!("dates.en.ftl"), include_str!("dates.es.ftl")),
    (include_str!("import.en.ftl"), include_str!("import.es.ftl")),
    (include_str!("export.en.ftl"), include_str!("export.es.ftl")),
    (include_str!("follow.en.ftl"), include_str!("follow.es.ftl")),
    (include_str!("ui.en.ftl"), include_str!("ui.es.ftl")),
];

/// The texts of every file of `lang`.
pub fn sources(lang: Lang) -> impl Iterator<Item = &'static str> {
    FILES.iter().map(move |(en, es)| match lang {
        Lang::En => *en,
        Lang::Es => *es,
    })
}

/// Parses the catalogue of `lang`, and tells what was wrong in it. A damaged sentence is left out; the tests allow none.
pub fn read(lang: Lang) -> (Bundle, Vec<String>) {
    let mut problems = Vec::new();
    let mut bundle = Bundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
    // The marks would be counted as cells by some terminals and copied along by all.
    bundle.set_use_isolating(false);
    for text in sources(lang) {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, errors)| {
            problems.extend(errors.iter().map(ToString::to_string));
            partial
        });
        if let Err(errors) = bundle.add_resource(resource) {
            problems.extend(errors.iter().map(ToString::to_string));
        }
    }
    (bundle, problems)
}

/// The sentence under `key`, or `⟨key⟩`.
pub fn format(bundle: &Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return format!("⟨{key}⟩");
    };
    // A value that is not handed over shows as {$name} in the text; the tests look for it.
    bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
}
