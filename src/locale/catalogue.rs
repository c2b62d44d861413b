//! The catalogues as files of this folder, embedded, and the one place that knows Fluent.

use super::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::OnceLock;

/// The parsed sentences of a file; shared between threads.
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
    (include_str!("copies.en.ftl"), include_str!("copies.es.ftl")),
    (include_str!("follow.en.ftl"), include_str!("follow.es.ftl")),
    (include_str!("line.en.ftl"), include_str!("line.es.ftl")),
    (include_str!("keep.en.ftl"), include_str!("keep.es.ftl")),
    (include_str!("held.en.ftl"), include_str!("held.es.ftl")),
    (include_str!("audit.en.ftl"), include_str!("audit.es.ftl")),
    (include_str!("care.en.ftl"), include_str!("care.es.ftl")),
    (include_str!("ui.en.ftl"), include_str!("ui.es.ftl")),
];

/// The texts of every file of `lang`.
pub fn sources(lang: Lang) -> impl Iterator<Item = &'static str> {
    FILES.iter().map(move |(en, es)| match lang {
        Lang::En => *en,
        Lang::Es => *es,
    })
}

/// One language's sentences. A file is parsed when one of its sentences is first asked for: the screen that asks for the
/// passphrase needs one of eleven.
pub struct Catalogue {
    lang: Lang,
    files: [OnceLock<Bundle>; FILES.len()],
}

impl Catalogue {
    /// A catalogue of which nothing is parsed yet.
    pub const fn new(lang: Lang) -> Self {
        Self { lang, files: [const { OnceLock::new() }; FILES.len()] }
    }

    /// The parsed file that has a sentence under `key`.
    pub fn file(&self, key: &str) -> Option<&Bundle> {
        let has = |bundle: &&Bundle| bundle.has_message(key);
        self.files.iter().filter_map(OnceLock::get).find(has).or_else(|| {
            // Another thread may have read a file since the look above: it is asked once more.
            let may_have = |(file, text): &(&OnceLock<Bundle>, &str)| match file.get() {
                Some(bundle) => bundle.has_message(key),
                None => names(text, key),
            };
            self.files
                .iter()
                .zip(sources(self.lang))
                .filter(may_have)
                .map(|(file, text)| file.get_or_init(|| parse(self.lang, text).0))
                .find(has)
        })
    }

    /// The sentence under `key`, or `⟨key⟩`.
    pub fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let file = self.file(key);
        let pattern = file.and_then(|bundle| bundle.get_message(key)).and_then(|message| message.value());
        let (Some(bundle), Some(pattern)) = (file, pattern) else { return format!("⟨{key}⟩") };
        // A value that is not handed over shows as {$name} in the text; the tests look for it.
        bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

/// Whether a line of the text begins with the key.
fn names(text: &str, key: &str) -> bool {
    text.match_indices(key).any(|(at, _)| {
        let before = text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
        before && text.get(at + key.len()..).is_some_and(|rest| rest.starts_with([' ', '=']))
    })
}

/// Parses one file, and tells what was wrong in it. A damaged sentence is left out; the tests allow none.
pub fn parse(lang: Lang, text: &str) -> (Bundle, Vec<String>) {
    let mut bundle = Bundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
    // The marks would be counted as cells by some terminals and copied along by all.
    bundle.set_use_isolating(false);
    let (resource, mut problems) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((partial, errors)) => (partial, errors.iter().map(ToString::to_string).collect()),
    };
    if let Err(errors) = bundle.add_resource(resource) {
        problems.extend(errors.iter().map(ToString::to_string));
    }
    (bundle, problems)
}
