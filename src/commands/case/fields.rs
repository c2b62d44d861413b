//! What may be known of a case: as options of a command, as a form has it, and as it becomes part of the case.

use super::super::args::{DayArg, code};
use super::super::draft::Draft;
use crate::app::App;
use crate::app::msg::{Env, Message, Refusal};
use crate::core::case::{Address, Case, Interpreter, Need, Representation, Representative, SafeContact};
use crate::core::household::Household;
use crate::core::id::HouseholdId;
use clap::Args;

/// Everything that may be known of a case; each field is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct CaseFields {
    /// What the person came for, the primary need first
    #[arg(long, value_enum)]
    pub(super) need: Vec<Need>,
    /// The name, if the person agreed to have it kept
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Language the person speaks
    #[arg(long)]
    pub(super) language: Option<String>,
    /// How an interpreter has to be there
    #[arg(long, value_enum)]
    pub(super) interpreter: Option<Interpreter>,
    /// Name of the representative; "none" when there is nobody
    #[arg(long)]
    pub(super) representative: Option<String>,
    /// The representative's direct line
    #[arg(long)]
    pub(super) rep_phone: Option<String>,
    /// Court or agency before which they appear
    #[arg(long)]
    pub(super) rep_before: Option<String>,
    /// How to reach the person safely
    #[arg(long)]
    pub(super) contact: Option<String>,
    /// Hours at which that is safe
    #[arg(long)]
    pub(super) contact_hours: Option<String>,
    /// Whether a message may be left
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) leave_message: Option<bool>,
    /// Name to ask for
    #[arg(long)]
    pub(super) name_to_use: Option<String>,
    /// Where mail reaches the person
    #[arg(long)]
    pub(super) address: Option<String>,
    /// The address is kept apart from the household's
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) kept_apart: Option<bool>,
    /// Label of the household, such as H-03
    #[arg(long)]
    pub(super) household: Option<String>,
    /// Who referred the person
    #[arg(long)]
    pub(super) referred_by: Option<String>,
    /// What the clinic screened
    #[arg(long)]
    pub(super) screened: Option<String>,
    /// Last arrival, where a rule counts from it
    #[arg(long, allow_hyphen_values = true)]
    pub(super) arrived: Option<DayArg>,
    /// Anything else
    #[arg(long)]
    pub(super) notes: Option<String>,
}

/// The case with the given fields put in.
pub(super) fn apply(
    fields: &CaseFields,
    mut case: Case,
    draft: &mut Draft<'_>,
    app: &App,
    env: &Env,
) -> Result<Case, Refusal> {
    if !fields.need.is_empty() {
        case.needs.clear();
        for need in &fields.need {
            if !case.needs.contains(need) {
                case.needs.push(*need);
            }
        }
    }
    let text = |from: &Option<String>, to: &mut String| {
        if let Some(value) = from {
            value.trim().clone_into(to);
        }
    };
    text(&fields.name, &mut case.name);
    text(&fields.language, &mut case.language);
    text(&fields.referred_by, &mut case.referred_by);
    text(&fields.screened, &mut case.screened);
    text(&fields.notes, &mut case.notes);
    if let Some(interpreter) = fields.interpreter {
        case.interpreter = interpreter;
    }
    if let Some(arrived) = fields.arrived {
        let on = arrived.on(env.today);
        if on > env.today {
            return Err(Message::new("refused-arrival-ahead").with("day", on.to_string()).into());
        }
        case.arrived = Some(on);
    }
    case.representation = representation(fields, &case)?;
    case.safe_contact = safe_contact(fields, &case);
    case.address = address(fields, &case);
    if let Some(label) = &fields.household {
        case.household = household(label.trim(), draft, app);
    }
    Ok(case)
}

fn representation(fields: &CaseFields, case: &Case) -> Result<Representation, Refusal> {
    let mut known = match &case.representation {
        Representation::Named(person) => person.clone(),
        Representation::Unknown | Representation::Nobody => {
            Representative { name: String::new(), phone: String::new(), before: String::new() }
        }
    };
    match fields.representative.as_deref().map(str::trim) {
        Some("") => return Ok(Representation::Unknown),
        Some(none) if ["none", "nadie", "ninguno"].contains(&none.to_lowercase().as_str()) => {
            return Ok(Representation::Nobody);
        }
        Some(name) => name.clone_into(&mut known.name),
        None if fields.rep_phone.is_none() && fields.rep_before.is_none() => return Ok(case.representation.clone()),
        None if known.name.is_empty() => return Err(Message::new("refused-representative-name").into()),
        None => {}
    }
    if let Some(phone) = &fields.rep_phone {
        phone.trim().clone_into(&mut known.phone);
    }
    if let Some(before) = &fields.rep_before {
        before.trim().clone_into(&mut known.before);
    }
    Ok(Representation::Named(known))
}

fn safe_contact(fields: &CaseFields, case: &Case) -> Option<SafeContact> {
    let mut contact = case.safe_contact.clone().unwrap_or_default();
    let pairs = [
        (&fields.contact, &mut contact.channel),
        (&fields.contact_hours, &mut contact.hours),
        (&fields.name_to_use, &mut contact.name_to_use),
    ];
    for (from, to) in pairs {
        if let Some(value) = from {
            value.trim().clone_into(to);
        }
    }
    if let Some(may) = fields.leave_message {
        contact.leave_message = may;
    }
    (contact != SafeContact::default()).then_some(contact)
}

fn address(fields: &CaseFields, case: &Case) -> Option<Address> {
    let mut address = case.address.clone().unwrap_or(Address { text: String::new(), kept_apart: false });
    if let Some(text) = &fields.address {
        text.trim().clone_into(&mut address.text);
    }
    if let Some(apart) = fields.kept_apart {
        address.kept_apart = apart;
    }
    (!address.text.is_empty()).then_some(address)
}

/// The household of that label, made if there is none yet.
fn household(label: &str, draft: &mut Draft<'_>, app: &App) -> Option<HouseholdId> {
    if label.is_empty() {
        return None;
    }
    if let Some(known) = app.world.households().find(|known| known.label.eq_ignore_ascii_case(label)) {
        return Some(known.id);
    }
    let id = draft.ids.household();
    draft.add(Household { id, label: label.to_owned(), notes: String::new() });
    Some(id)
}

/// What the edit form opens with.
pub(super) fn values(case: &Case, app: &App) -> Vec<(&'static str, String)> {
    let needs: Vec<&str> = case.needs.iter().map(|need| code(*need)).collect();
    let contact = case.safe_contact.clone().unwrap_or_default();
    let (rep, phone, before) = match &case.representation {
        Representation::Unknown => (String::new(), String::new(), String::new()),
        Representation::Nobody => (app.locale.t("representation-none"), String::new(), String::new()),
        Representation::Named(person) => (person.name.clone(), person.phone.clone(), person.before.clone()),
    };
    let yes = |on: bool| if on { "yes".to_owned() } else { String::new() };
    let household = case.household.and_then(|id| app.world.household(id)).map(|household| household.label.clone());
    vec![
        ("code", case.code.clone()),
        ("need", needs.join("; ")),
        ("name", case.name.clone()),
        ("language", case.language.clone()),
        ("interpreter", code(case.interpreter).to_owned()),
        ("representative", rep),
        ("rep-phone", phone),
        ("rep-before", before),
        ("contact", contact.channel),
        ("contact-hours", contact.hours),
        ("leave-message", yes(contact.leave_message)),
        ("name-to-use", contact.name_to_use),
        ("address", case.address.as_ref().map(|address| address.text.clone()).unwrap_or_default()),
        ("kept-apart", yes(case.address.as_ref().is_some_and(|address| address.kept_apart))),
        ("household", household.unwrap_or_default()),
        ("referred-by", case.referred_by.clone()),
        ("screened", case.screened.clone()),
        ("arrived", case.arrived.map(|day| day.to_string()).unwrap_or_default()),
        ("notes", case.notes.clone()),
    ]
}
