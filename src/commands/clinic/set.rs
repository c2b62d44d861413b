//! `clinic set`: name, people, zone, courier, and how long a screen stands without a key.

use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::commands::args::ZoneArg;
use crate::commands::draft::Draft;
use crate::commands::form::ask_edit;
use crate::core::change::{Act, Verb};
use crate::core::clinic::{Clinic, OnCall};
use crate::core::unattended::{Unattended, Unfit};

/// What of the settings is to be changed.
#[derive(Debug, Clone, Default, PartialEq, clap::Args)]
pub struct Settings {
    /// Name of the clinic
    #[arg(long)]
    name: Option<String>,
    /// Who works with this vault
    #[arg(long)]
    navigator: Option<String>,
    /// Time zone of the clinic
    #[arg(long)]
    zone: Option<ZoneArg>,
    /// Legal contact to call where a case has no representative
    #[arg(long)]
    on_call: Option<String>,
    /// Their direct line
    #[arg(long)]
    on_call_phone: Option<String>,
    /// Business days kept for the courier of a paper filing
    #[arg(long, value_parser = clap::value_parser!(u16).range(0..=30))]
    courier_days: Option<u16>,
    /// Seconds without a key until the screen goes blank, from 30 to 900
    #[arg(long)]
    blank_after: Option<u16>,
    /// Seconds without a key until the screen is locked, from 30 to 900
    #[arg(long)]
    lock_after: Option<u16>,
}

/// Carries out `clinic set`.
///
/// # Errors
/// Why it cannot be, or the form with what is set.
pub fn decide(settings: &Settings, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    if *settings == Settings::default() {
        return Err(ask_edit(app, &["clinic", "set"], &[], &values(app)));
    }
    let (clinic, unattended) = (settings.clinic(&app.clinic), settings.unattended(app)?);
    let mut draft = Draft::new(app, env);
    match app.world.clinic() {
        Some(before) => drop(draft.edit(before, clinic)),
        None if clinic == Clinic::default() => {}
        None => draft.add(clinic),
    }
    match app.world.unattended() {
        Some(before) => drop(draft.edit(&before, unattended)),
        None if unattended == Unattended::default() => {}
        None => draft.add(unattended),
    }
    draft.finish(Act::one(Verb::SetClinic, "", ""))
}

impl Settings {
    /// The clinic's record with what is changed of it.
    fn clinic(&self, before: &Clinic) -> Clinic {
        let mut after = before.clone();
        let text = |from: &Option<String>, to: &mut String| {
            if let Some(value) = from {
                value.trim().clone_into(to);
            }
        };
        text(&self.name, &mut after.name);
        text(&self.navigator, &mut after.navigator);
        after.zone = self.zone.map_or(after.zone, |zone| zone.0);
        after.courier_days = self.courier_days.unwrap_or(after.courier_days);
        let mut person = after.on_call.clone().unwrap_or(OnCall { name: String::new(), phone: String::new() });
        text(&self.on_call, &mut person.name);
        text(&self.on_call_phone, &mut person.phone);
        after.on_call = (!person.name.is_empty()).then_some(person);
        after
    }

    /// How long a screen stands, with what is changed of it.
    fn unattended(&self, app: &App) -> Result<Unattended, Refusal> {
        let before = app.world.unattended().unwrap_or_default();
        let after = Unattended {
            blank_after: self.blank_after.unwrap_or(before.blank_after),
            lock_after: self.lock_after.unwrap_or(before.lock_after),
        };
        after.checked().map_err(|unfit| {
            let key = match unfit {
                Unfit::Blank => "refused-blank-range",
                Unfit::Lock => "refused-lock-range",
                Unfit::BlankPastLock => "refused-blank-past-lock",
            };
            let (blank, lock) = (after.blank_after.to_string(), after.lock_after.to_string());
            let range = (Unattended::LEAST.to_string(), Unattended::MOST.to_string());
            let message = Message::new(key).with("blank", blank).with("lock", lock);
            message.with("least", range.0).with("most", range.1).into()
        })
    }
}

fn values(app: &App) -> Vec<(&'static str, String)> {
    let (clinic, unattended) = (&app.clinic, app.world.unattended().unwrap_or_default());
    let (name, phone) = clinic.on_call.as_ref().map(|on| (on.name.clone(), on.phone.clone())).unwrap_or_default();
    vec![
        ("name", clinic.name.clone()),
        ("navigator", clinic.navigator.clone()),
        ("zone", clinic.zone.name().to_owned()),
        ("on-call", name),
        ("on-call-phone", phone),
        ("courier-days", clinic.courier_days.to_string()),
        ("blank-after", unattended.blank_after.to_string()),
        ("lock-after", unattended.lock_after.to_string()),
    ]
}
