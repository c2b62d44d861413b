//! `partner …`: who can help, and how to reach them.

use super::args::{DayArg, PartnerRef, code};
use super::draft::Draft;
use super::form::ask_edit;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::{Act, Verb};
use crate::core::partner::{Partner, PartnerKind};
use crate::core::search::fold;
use clap::{Args, Subcommand};

/// Partners.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum PartnerCommand {
    /// Add a partner
    Add {
        /// Name of the organisation or person
        name: String,
        #[command(flatten)]
        fields: Box<PartnerFields>,
    },
    /// Change what is known of a partner
    Edit {
        partner: PartnerRef,
        /// Another name
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        fields: Box<PartnerFields>,
    },
}

/// Everything that may be known of a partner. A list given replaces the list there was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct PartnerFields {
    /// What the partner is
    #[arg(long, value_enum)]
    kind: Option<PartnerKind>,
    /// City
    #[arg(long)]
    city: Option<String>,
    /// Address
    #[arg(long)]
    address: Option<Vec<String>>,
    /// Language spoken there
    #[arg(long)]
    language: Option<Vec<String>>,
    /// Phone, as it is dialled
    #[arg(long)]
    phone: Option<Vec<String>>,
    /// E-mail
    #[arg(long)]
    email: Option<Vec<String>>,
    /// Web site
    #[arg(long)]
    site: Option<Vec<String>>,
    /// What they do
    #[arg(long)]
    service: Option<Vec<String>>,
    /// Court or area they serve
    #[arg(long)]
    serves: Option<Vec<String>>,
    /// A person there
    #[arg(long)]
    person: Option<Vec<String>>,
    /// When somebody last made sure this is right
    #[arg(long, allow_hyphen_values = true)]
    verified: Option<DayArg>,
    /// Anything else
    #[arg(long)]
    notes: Option<String>,
}

/// Carries out a partner command.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &PartnerCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        PartnerCommand::Add { name, fields } => {
            let name = name.trim();
            let taken = app.world.partners().any(|partner| fold(&partner.name) == fold(name));
            if name.is_empty() || taken {
                let key = if taken { "refused-partner-taken" } else { "refused-partner-name" };
                return Err(Message::new(key).with("name", name).into());
            }
            let mut draft = Draft::new(app, env);
            let partner = apply(fields, Partner::new(draft.ids.partner(), name.to_owned()), env);
            draft.add(partner);
            draft.finish(Act::one(Verb::AddedPartner, name, ""))
        }
        PartnerCommand::Edit { partner, name, fields } => {
            let before = partner.one(app)?;
            if name.is_none() && **fields == PartnerFields::default() {
                return Err(ask_edit(app, &["partner", "edit"], &[&before.id.to_string()], &values(before)));
            }
            let mut after = apply(fields, before.clone(), env);
            if let Some(name) = name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
                name.clone_into(&mut after.name);
            }
            let name = after.name.clone();
            let mut draft = Draft::new(app, env);
            draft.edit(before, after);
            draft.finish(Act::one(Verb::EditedPartner, name, ""))
        }
    }
}

fn apply(fields: &PartnerFields, mut partner: Partner, env: &Env) -> Partner {
    let lists = [
        (&fields.address, &mut partner.addresses),
        (&fields.language, &mut partner.languages),
        (&fields.phone, &mut partner.phones),
        (&fields.email, &mut partner.emails),
        (&fields.site, &mut partner.sites),
        (&fields.service, &mut partner.services),
        (&fields.serves, &mut partner.serves),
        (&fields.person, &mut partner.people),
    ];
    for (from, to) in lists {
        if let Some(values) = from {
            *to = values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect();
        }
    }
    if let Some(city) = &fields.city {
        city.trim().clone_into(&mut partner.city);
    }
    if let Some(notes) = &fields.notes {
        notes.trim().clone_into(&mut partner.notes);
    }
    partner.kind = fields.kind.unwrap_or(partner.kind);
    partner.verified = fields.verified.map(|day| day.on(env.today)).or(partner.verified);
    partner
}

/// What the edit form opens with.
fn values(partner: &Partner) -> Vec<(&'static str, String)> {
    vec![
        ("name", partner.name.clone()),
        ("kind", code(partner.kind).to_owned()),
        ("city", partner.city.clone()),
        ("address", partner.addresses.join("; ")),
        ("language", partner.languages.join("; ")),
        ("phone", partner.phones.join("; ")),
        ("email", partner.emails.join("; ")),
        ("site", partner.sites.join("; ")),
        ("service", partner.services.join("; ")),
        ("serves", partner.serves.join("; ")),
        ("person", partner.people.join("; ")),
        ("verified", partner.verified.map(|day| day.to_string()).unwrap_or_default()),
        ("notes", partner.notes.clone()),
    ]
}
