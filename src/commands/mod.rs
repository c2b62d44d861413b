//! What a person can ask for. Keys, palette, scripts and command line all end in [`decide`].
//!
//! A command is one clap variant: its doc comment is the help, its words are what keymaps bind and scripts run.

mod a_number;
pub mod args;
pub mod case;
pub mod clinic;
pub mod deadline;
pub mod draft;
pub mod event;
pub mod form;
pub mod happened;
mod keep;
mod known;
pub mod offers;
pub mod palette;
pub mod paper;
pub mod parse;
pub mod partner;
pub mod request;
pub mod resolve;
pub mod step;
pub mod top;
pub mod undo;
pub mod view;

use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Overlay, Page, ViewAct};
use crate::core::lint::{self, Sensitive};
use clap::{CommandFactory, Parser, Subcommand};
use std::sync::OnceLock;

/// One command line of the palette's grammar.
#[derive(Debug, Clone, PartialEq, Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_help_subcommand = true)]
pub struct Line {
    #[command(subcommand)]
    pub command: Command,
}

/// The grammar, built once.
pub fn grammar() -> &'static clap::Command {
    static GRAMMAR: OnceLock<clap::Command> = OnceLock::new();
    GRAMMAR.get_or_init(|| {
        let mut grammar = Line::command();
        grammar.build();
        grammar
    })
}

/// Every command.
#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum Command {
    #[command(subcommand)]
    Case(case::CaseCommand),
    #[command(subcommand)]
    Deadline(deadline::DeadlineCommand),
    #[command(subcommand)]
    Step(step::StepCommand),
    #[command(subcommand)]
    Event(event::EventCommand),
    #[command(subcommand)]
    Happened(happened::HappenedCommand),
    #[command(subcommand)]
    Paper(paper::PaperCommand),
    #[command(subcommand)]
    Partner(partner::PartnerCommand),
    #[command(subcommand)]
    Request(request::RequestCommand),
    #[command(subcommand)]
    Clinic(clinic::ClinicCommand),
    /// Take the last act back
    Undo {
        /// Also what was done before a case was erased; the case stays erased
        #[arg(long)]
        past_erased: bool,
    },
    /// Do again what was taken back
    Redo,
    #[command(subcommand)]
    Timeline(view::TimelineCommand),
    #[command(subcommand)]
    Pane(view::PaneCommand),
    /// Move the cursor
    #[command(hide = true)]
    Move {
        #[arg(allow_hyphen_values = true)]
        step: view::StepArg,
    },
    /// Open what is selected
    Open,
    /// Show everything known of what is selected
    Details,
    /// Narrow this list while typing
    #[command(subcommand_negates_reqs = true)]
    Filter {
        #[command(subcommand)]
        what: Option<top::FilterCommand>,
    },
    #[command(subcommand)]
    Mark(view::MarkCommand),
    /// Why it stands where it does
    Why,
    /// By urgency or by due date
    Sort,
    /// Find any case, deadline or partner
    Find,
    /// Every command
    Palette,
    /// The keys that work here
    Help,
    /// What is missing rather than late
    Blindspots,
    /// What cannot be met with these hours, and the next twelve weeks
    Forecast,
    /// Show or hide names
    Blur,
    /// Show the hidden names of the selected row for a moment
    Peek,
    /// The other language, or the one named
    Lang { lang: Option<String> },
    /// Carry out a command although it has a number that is better not kept
    #[command(hide = true)]
    Anyway {
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
    /// Lock: ask for the passphrase again
    Lock,
    /// Draw the screen anew
    Redraw,
    /// Back to the shell for a while
    Suspend,
    /// Ask for the passphrase and open the vault
    #[command(hide = true)]
    Unlock,
    /// Leave the program; a backup (a copy) is made outside: rumbo backup FOLDER
    Quit,
    /// Go back; at the root, leave
    #[command(hide = true)]
    Back,
    /// Cancel what is on top
    #[command(hide = true)]
    Cancel,
    #[command(subcommand, hide = true)]
    Form(top::FormCommand),
    #[command(subcommand, hide = true)]
    Picker(top::PickerCommand),
    #[command(subcommand, hide = true)]
    Confirm(top::ConfirmCommand),
}

impl Command {
    /// Whether it waits for its turn while another commit is on its way to the disk.
    pub fn commits(&self) -> bool {
        self.writes()
            || matches!(
                self,
                Self::Form(top::FormCommand::Save | top::FormCommand::Enter)
                    | Self::Confirm(top::ConfirmCommand::Yes)
                    | Self::Picker(top::PickerCommand::Accept)
            )
    }

    /// Whether it is there to change a record.
    pub fn writes(&self) -> bool {
        matches!(
            self,
            Self::Case(_)
                | Self::Deadline(_)
                | Self::Step(_)
                | Self::Event(_)
                | Self::Happened(_)
                | Self::Paper(_)
                | Self::Partner(_)
                | Self::Request(_)
                | Self::Clinic(_)
                | Self::Anyway { .. }
                | Self::Undo { .. }
                | Self::Redo
        )
    }
}

/// What is found in a line that is better not kept in a text, in words that fit into a sentence as `what`.
pub fn sensitive(text: &str) -> Option<Message> {
    lint::first(text).map(named)
}

/// What such a number is called.
pub fn named(found: Sensitive) -> Message {
    Message::new(match found {
        Sensitive::ANumber => "sensitive-a-number",
        Sensitive::SocialSecurity => "sensitive-social-security",
    })
}

/// Turns a command into effects. Reads only.
///
/// # Errors
/// Why it is not carried out, or the form that asks for what is missing. Nothing was changed.
pub fn decide(command: &Command, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let look = |act: ViewAct| Ok(vec![Effect::View(act)]);
    match command {
        Command::Case(command) => case::decide(command, app, env),
        Command::Deadline(command) => deadline::decide(command, app, env),
        Command::Step(command) => step::decide(command, app, env),
        Command::Event(command) => event::decide(command, app, env),
        Command::Happened(command) => happened::decide(command, app, env),
        Command::Paper(command) => paper::decide(command, app, env),
        Command::Partner(command) => partner::decide(command, app, env),
        Command::Request(command) => request::decide(command, app, env),
        Command::Clinic(command) => clinic::decide(command, app, env),
        Command::Undo { past_erased } => undo::undo(*past_erased, app, env),
        Command::Redo => undo::redo(app, env),
        Command::Timeline(command) => view::timeline(command, app, Some(env)),
        Command::Pane(command) => view::pane(*command, app),
        Command::Move { step } => look(ViewAct::Move(step.0)),
        Command::Open => view::open(app),
        Command::Details => view::details(app),
        Command::Filter { what } => look(top::filter(*what)),
        Command::Mark(command) => Ok(view::mark(*command)),
        Command::Why => view::why(app),
        Command::Sort => look(ViewAct::ToggleSort),
        Command::Find => Ok(view::find(app)),
        Command::Palette => Ok(view::palette(app)),
        Command::Help => Ok(view::page(Page::Help)),
        Command::Blindspots => look(ViewAct::Open(Overlay::Picker(Box::new(offers::blind_spots(app))))),
        Command::Forecast => Ok(view::page(Page::Forecast)),
        Command::Blur => look(ViewAct::ToggleBlur),
        Command::Peek => view::peek(app),
        Command::Lang { lang } => view::lang(lang.as_deref(), app),
        Command::Anyway { words } => {
            let command = parse::words(words).map_err(|problem| Refusal::from(problem.message()))?;
            decide(&command, app, env)
        }
        Command::Lock | Command::Unlock => Ok(vec![Effect::Lock]),
        Command::Redraw => Ok(vec![Effect::Redraw]),
        Command::Suspend => Ok(vec![Effect::Suspend]),
        Command::Quit => Ok(vec![Effect::Quit]),
        Command::Back => Ok(top::back(app)),
        Command::Cancel => look(ViewAct::Back),
        Command::Form(command) => top::form(*command, app, env),
        Command::Picker(command) => top::picker(*command, app, env),
        Command::Confirm(command) => top::confirm(*command, app, env),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locale};

    fn walk(command: &clap::Command, path: &str, visit: &mut impl FnMut(&str, &clap::Command)) {
        for inner in command.get_subcommands() {
            let path = format!("{path}-{}", inner.get_name());
            visit(&path, inner);
            walk(inner, &path, visit);
        }
    }

    /// The English catalogue repeats the grammar's own help word for word, and Spanish has a line for each.
    #[test]
    fn every_command_and_field_has_its_words() {
        let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
        let mut wrong = Vec::new();
        walk(grammar(), "", &mut |path, command| {
            let key = format!("help{path}");
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            if en.t(&key) != about || !es.has(&key) {
                wrong.push(key);
            }
            for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let name = arg.get_long().map_or_else(|| arg.get_id().to_string(), str::to_owned);
                let keys = [format!("arg-help{path}-{name}"), format!("arg-help-{name}")];
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                let said = keys.iter().find(|key| en.has(key)).map(|key| en.t(key)).unwrap_or_default();
                if (!help.is_empty() && said != help) || !en.has(&format!("arg-{name}")) {
                    wrong.push(format!("{path} --{name}"));
                }
            }
        });
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
