//! `rumbo import`: first a preview, then, with `--yes`, one commit that one undo takes back.

use super::args::Import;
use super::preview::{self, Listed};
use super::session::{app, reader, writer};
use super::{Run, files, print};
use crate::adapters::cases::read_cases;
use crate::adapters::error::ImportError;
use crate::adapters::json;
use crate::adapters::partners::read_partners;
use crate::adapters::table::Source;
use crate::app::App;
use crate::app::msg::Fact;
use crate::commands::sensitive;
use crate::core::change::{Act, Commit, Verb};
use crate::core::import::{Plan, Refused, plan_cases, plan_partners};
use crate::core::record::Record;
use crate::effects;
use crate::error::{Error, Kind};
use crate::store::vault::Vault;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// Runs an import or its preview. What is refused is listed; all the rest is taken in.
///
/// # Errors
/// A file that cannot be read or is not what it is taken for, or a vault that cannot be opened or written.
pub fn run(run: &Run, what: Import) -> Result<(), Error> {
    match what {
        Import::Partners { files, map, yes, json } => {
            let work = Work { run, files, verb: Verb::ImportedPartners, yes, json };
            work.carry_out(|app, sources, bar| {
                let read = read_partners(sources, &map, bar)?;
                let rows = read.drafts.len() + read.refused.len();
                let plan = plan_partners(&app.world, &read.drafts, read.refused, &mut app.world.counters());
                Ok(Planned { plan, rows })
            })
        }
        Import::Cases { file, map, yes, json } => {
            let work = Work { run, files: vec![file], verb: Verb::ImportedCases, yes, json };
            work.carry_out(|app, sources, bar| {
                let read = read_cases(sources, &map, bar)?;
                let (rows, today) = (read.drafts.len() + read.refused.len(), app.moment.today);
                let plan = plan_cases(&app.world, &read.drafts, read.refused, today, &mut app.world.counters());
                Ok(Planned { plan, rows })
            })
        }
    }
}

/// One import as it was asked for.
struct Work<'a> {
    run: &'a Run,
    files: Vec<PathBuf>,
    verb: Verb,
    yes: bool,
    json: bool,
}

/// What an import would do, and how many rows and cards it was read from.
struct Planned<R> {
    plan: Plan<R>,
    rows: usize,
}

impl Work<'_> {
    fn carry_out<R: Clone + Into<Record> + Listed>(
        &self,
        plan: impl FnOnce(&App, &[Source<'_>], &mut dyn FnMut(usize, usize)) -> Result<Planned<R>, ImportError>,
    ) -> Result<(), Error> {
        let names: Vec<String> = self.files.iter().map(|file| file.display().to_string()).collect();
        let bytes = self.files.iter().map(|file| files::read(self.run, file)).collect::<Result<Vec<_>, _>>()?;
        let pairs = names.iter().zip(&bytes);
        let sources: Vec<Source<'_>> = pairs.map(|(name, bytes)| Source { name, bytes }).collect();
        let plan = |app: &App| {
            let mut bar = Bar::new();
            let planned = plan(app, &sources, &mut |done, total| bar.show(done, total));
            bar.clear();
            planned.map_err(|error| self.mistaken(&error))
        };
        let planned = if self.yes {
            let mut vault = writer(self.run)?;
            let mut app = app(self.run, &mut vault)?;
            let planned = plan(&app)?;
            if !planned.plan.is_empty() {
                self.commit(&planned.plan, &mut app, &mut vault)?;
            }
            super::copies::close(self.run, vault, app.clinic.zone)?;
            planned
        } else {
            // A preview only reads, so it works while the screen is open.
            plan(&app(self.run, &mut reader(self.run)?)?)?
        };
        self.answer(&planned, &names, &self.warned(&sources))?;
        Ok(())
    }

    fn commit<R: Clone + Into<Record>>(&self, plan: &Plan<R>, app: &mut App, vault: &mut Vault) -> Result<(), Error> {
        let count = u32::try_from(plan.new.len() + plan.changed.len()).unwrap_or(u32::MAX);
        let commit = Commit {
            at: app.moment.now,
            by: app.clinic.navigator.clone(),
            act: Act { verb: self.verb, what: String::new(), case: String::new(), count },
            changes: plan.changes(),
            undoes: None,
            lost: false,
        };
        match effects::perform(vault, app.head, commit) {
            Fact::NotCommitted(message) => Err(Error::new(Kind::Refused, message.text(&self.run.locale))),
            fact => {
                app.settle(fact);
                Ok(())
            }
        }
    }

    /// A line for each line of the files with a number that is better not kept in a text.
    fn warned(&self, sources: &[Source<'_>]) -> Vec<String> {
        let locale = &self.run.locale;
        let mut warned = Vec::new();
        for source in sources {
            let text = String::from_utf8_lossy(source.bytes);
            for (line, text) in (1_u32..).zip(text.lines()) {
                if let Some(what) = sensitive(text) {
                    let values =
                        [("file", source.name.into()), ("line", line.into()), ("what", what.text(locale).into())];
                    warned.push(locale.tn("lint-import", &values));
                }
            }
        }
        warned
    }

    fn answer<R: Clone + Into<Record> + Listed>(
        &self,
        planned: &Planned<R>,
        names: &[String],
        warned: &[String],
    ) -> Result<(), Error> {
        let (locale, plan) = (&self.run.locale, &planned.plan);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if self.json {
            let answer = json::import(plan, &names, |refused: &Refused| locale.refused(&refused.reason));
            return print(format!("{answer}\n").as_bytes());
        }
        // What was applied was seen before; what was not taken in still has to be.
        let mut said =
            if self.yes { preview::refusals(locale, plan, &names) } else { preview::lines(locale, plan, &names) };
        said.extend(warned.iter().cloned());
        if !said.is_empty() {
            said.push(String::new());
        }
        let records = plan.new.len() + plan.changed.len() + plan.same;
        let rows = planned.rows - plan.refused.len().min(planned.rows);
        if rows > records {
            said.push(locale.tn("import-together", &[("rows", rows.into()), ("records", records.into())]));
        }
        said.push(locale.tn(
            match (self.yes, plan.is_empty()) {
                (false, _) => "import-summary",
                (true, false) => "import-applied",
                (true, true) => "import-nothing-applied",
            },
            &[
                ("new", plan.new.len().into()),
                ("changed", plan.changed.len().into()),
                ("same", plan.same.into()),
                ("refused", plan.refused.len().into()),
            ],
        ));
        if !plan.is_empty() {
            said.push(locale.t(if self.yes { "import-applied-hint" } else { "import-preview" }));
        }
        print(format!("{}\n", said.join("\n")).as_bytes())
    }

    fn mistaken(&self, error: &ImportError) -> Error {
        let values = error.args();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.run.refuse(Kind::Usage, error.key(), &values)
    }
}

/// A line on the terminal that grows while a long file is read.
struct Bar {
    shown: Option<usize>,
    visible: bool,
}

impl Bar {
    /// Files below this size are read before anybody could see a bar.
    const WORTH: usize = 1 << 20;

    fn new() -> Self {
        Self { shown: None, visible: std::io::stderr().is_terminal() }
    }

    fn show(&mut self, done: usize, total: usize) {
        let percent = done.saturating_mul(100) / total.max(1);
        if !self.visible || total < Self::WORTH || self.shown == Some(percent) {
            return;
        }
        self.shown = Some(percent);
        let full = percent / 5;
        ask!("\r[{}{}] {percent:>3} %", "#".repeat(full), ".".repeat(20 - full.min(20)));
        drop(std::io::stderr().flush());
    }

    fn clear(&mut self) {
        if self.shown.take().is_some() {
            ask!("\r{}\r", " ".repeat(30));
        }
    }
}
