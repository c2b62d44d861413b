//! From what a person writes to the record that is meant.

use super::args::{CaseRef, DeadlineRef, HappeningRef, PartnerRef, RequestRef};
use crate::app::App;
use crate::app::msg::{Message, Refusal};
use crate::core::case::Case;
use crate::core::deadline::Deadline;
use crate::core::happening::Happening;
use crate::core::id::{CaseId, DeadlineId, HappeningId, PartnerId, RecordId, RequestId};
use crate::core::partner::Partner;
use crate::core::request::Request;
use crate::core::rules::{Rule, RuleBook};
use crate::core::search::fold;
use crate::panes::PaneId;

/// The selected or marked records of the pane in focus.
fn targets(app: &App) -> Vec<RecordId> {
    app.view.pane(app.view.focus).targets()
}

/// The case that a record is a case's.
pub fn case_of(app: &App, id: RecordId) -> Option<CaseId> {
    match id {
        RecordId::Case(id) | RecordId::Hold(id) | RecordId::ANumber(id) | RecordId::NumberKey(id) => Some(id),
        RecordId::Deadline(id) => app.world.deadline(id).map(|deadline| deadline.case),
        RecordId::Request(id) => app.world.request(id).map(|request| request.case),
        RecordId::Happening(id) => app.world.happening(id).map(|happening| happening.case),
        RecordId::Pin(id) => app.world.deadline(id).map(|deadline| deadline.case),
        RecordId::Partner(_)
        | RecordId::Event(_)
        | RecordId::Household(_)
        | RecordId::Clinic
        | RecordId::Practice
        | RecordId::Retention
        | RecordId::Unattended
        | RecordId::Erased(_) => None,
    }
}

impl CaseRef {
    /// The one case that is meant.
    ///
    /// # Errors
    /// No such case, nothing selected, or several marked.
    pub fn one<'a>(&self, app: &'a App) -> Result<&'a Case, Refusal> {
        match self.all(app)?.as_slice() {
            [case] => Ok(case),
            _ => Err(Message::new("refused-one-at-a-time").into()),
        }
    }

    /// Every case that is meant; `@` stands for the selected or marked ones.
    ///
    /// # Errors
    /// No such case, or nothing selected.
    pub fn all<'a>(&self, app: &'a App) -> Result<Vec<&'a Case>, Refusal> {
        if self.0 != "@" {
            let case = app.world.case_by_code(&self.0);
            return case.map(|case| vec![case]).ok_or_else(|| no_case(app, &self.0));
        }
        let mut ids: Vec<CaseId> = match &app.view.timeline {
            Some(timeline) => vec![timeline.case],
            None => targets(app).into_iter().filter_map(|id| case_of(app, id)).collect(),
        };
        ids.sort_unstable();
        ids.dedup();
        let cases: Vec<&Case> = ids.into_iter().filter_map(|id| app.world.case(id)).collect();
        if cases.is_empty() { Err(Message::new("refused-select-case").into()) } else { Ok(cases) }
    }
}

fn no_case(app: &App, code: &str) -> Refusal {
    let near = app
        .world
        .cases()
        .map(|case| (strsim::jaro_winkler(&case.code.to_lowercase(), &code.to_lowercase()), case))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let message = match near {
        Some((_, case)) => Message::new("refused-no-case-near").with("near", &case.code),
        None => Message::new("refused-no-case"),
    };
    message.with("code", code).into()
}

/// The rule of that identity.
///
/// # Errors
/// There is none, with the one that was probably meant.
pub fn find_rule<'a>(book: &'a RuleBook, id: &str) -> Result<&'a Rule, Message> {
    book.find(id).ok_or_else(|| {
        let near = book
            .all()
            .iter()
            // What is switched off counts nothing; a rule that has the word in its name is nearer than one that looks like it.
            .filter(|rule| rule.enabled)
            .map(|rule| (strsim::jaro_winkler(&rule.id, id) + f64::from(u8::from(rule.id.contains(id))), &rule.id))
            .filter(|(score, _)| *score > 0.7)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        let message = match near {
            Some((_, near)) => Message::new("refused-no-rule-near").with("near", near),
            None => Message::new("refused-no-rule"),
        };
        message.with("rule", id)
    })
}

impl DeadlineRef {
    /// Every deadline that is meant; `@` stands for the selected or marked ones.
    ///
    /// # Errors
    /// No such deadline, or none selected.
    pub fn all<'a>(&self, app: &'a App) -> Result<Vec<&'a Deadline>, Refusal> {
        if self.0 != "@" {
            let found = self.0.parse::<DeadlineId>().ok().and_then(|id| app.world.deadline(id));
            let none = || Message::new("refused-no-deadline").with("id", &self.0).into();
            return found.map(|deadline| vec![deadline]).ok_or_else(none);
        }
        let on_queue = app.view.timeline.is_none() && app.view.focus == PaneId::Deadlines;
        let ids = if on_queue { targets(app) } else { Vec::new() };
        let found: Vec<&Deadline> = ids
            .into_iter()
            .filter_map(|id| if let RecordId::Deadline(id) = id { app.world.deadline(id) } else { None })
            .collect();
        if found.is_empty() { Err(Message::new("refused-select-deadline").into()) } else { Ok(found) }
    }

    /// The one deadline that is meant.
    ///
    /// # Errors
    /// No such deadline, none selected, or several marked.
    pub fn one<'a>(&self, app: &'a App) -> Result<&'a Deadline, Refusal> {
        match self.all(app)?.as_slice() {
            [deadline] => Ok(deadline),
            _ => Err(Message::new("refused-one-at-a-time").into()),
        }
    }
}

/// Every deadline that several references mean, each once, in the order given.
///
/// # Errors
/// The first reference that means nothing.
pub fn deadlines<'a>(refs: &[DeadlineRef], app: &'a App) -> Result<Vec<&'a Deadline>, Refusal> {
    let mut found: Vec<&Deadline> = Vec::new();
    for reference in refs {
        for deadline in reference.all(app)? {
            if found.iter().all(|other| other.id != deadline.id) {
                found.push(deadline);
            }
        }
    }
    Ok(found)
}

impl PartnerRef {
    /// The partner that is meant: by identity, by its whole name, or the selected one.
    ///
    /// # Errors
    /// No such partner, none selected, or several of that name.
    pub fn one<'a>(&self, app: &'a App) -> Result<&'a Partner, Refusal> {
        if self.0 == "@" {
            let selected = match app.view.pane(PaneId::Partners).selected() {
                Some(RecordId::Partner(id)) if app.view.focus == PaneId::Partners => app.world.partner(id),
                _ => None,
            };
            return selected.ok_or_else(|| Message::new("refused-select-partner").into());
        }
        if let Some(partner) = self.0.parse::<PartnerId>().ok().and_then(|id| app.world.partner(id)) {
            return Ok(partner);
        }
        let wanted = fold(&self.0);
        let named: Vec<&Partner> = app.world.partners().filter(|partner| fold(&partner.name) == wanted).collect();
        match named.as_slice() {
            [partner] => Ok(partner),
            [] => Err(no_partner(app, &self.0)),
            [..] => Err(Message::new("refused-several-partners").with("name", &self.0).into()),
        }
    }
}

fn no_partner(app: &App, name: &str) -> Refusal {
    let wanted = fold(name);
    let near = app
        .world
        .partners()
        .map(|partner| (strsim::jaro_winkler(&fold(&partner.name), &wanted), partner))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let message = match near {
        Some((_, near)) => Message::new("refused-no-partner-near").with("near", format!("{} ({})", near.name, near.id)),
        None => Message::new("refused-no-partner"),
    };
    message.with("name", name).into()
}

/// The arguments of an unfinished command with `@` replaced by what is selected, so that a form keeps to it.
///
/// # Errors
/// Nothing fitting is selected.
pub fn selected(path: &[&str], given: &[String], app: &App) -> Result<Vec<String>, Refusal> {
    let Some((first, rest)) = given.split_first().filter(|(first, _)| *first == "@") else {
        return Ok(given.to_vec());
    };
    let mut words: Vec<String> = match path {
        ["deadline", "add"] | ["case" | "event" | "paper" | "timeline", ..] => {
            CaseRef(first.clone()).all(app)?.iter().map(|case| case.code.clone()).collect()
        }
        ["deadline" | "step", ..] => {
            DeadlineRef(first.clone()).all(app)?.iter().map(|deadline| deadline.id.to_string()).collect()
        }
        ["partner", ..] => vec![PartnerRef(first.clone()).one(app)?.id.to_string()],
        ["request", ..] => vec![RequestRef(first.clone()).one(app)?.id.to_string()],
        _ => vec![first.clone()],
    };
    words.extend_from_slice(rest);
    Ok(words)
}

impl RequestRef {
    /// The request that is meant; `@` is the newest open one of the selected case or partner.
    ///
    /// # Errors
    /// No such request.
    pub fn one<'a>(&self, app: &'a App) -> Result<&'a Request, Refusal> {
        let none = || Message::new("refused-no-request").with("id", &self.0).into();
        if self.0 != "@" {
            let found = self.0.parse::<RequestId>().ok().and_then(|id| app.world.request(id));
            return found.ok_or_else(none);
        }
        let case = CaseRef("@".to_owned()).one(app).ok().map(|case| case.id);
        let partner = PartnerRef("@".to_owned()).one(app).ok().map(|partner| partner.id);
        let meant =
            |request: &&Request| request.is_open() && (Some(request.case) == case || Some(request.partner) == partner);
        app.world.requests().filter(meant).max_by_key(|request| request.id).ok_or_else(none)
    }
}

impl HappeningRef {
    /// What is meant; `@` is what was logged last for the selected case.
    ///
    /// # Errors
    /// Nothing of that identity.
    pub fn one<'a>(&self, app: &'a App) -> Result<&'a Happening, Refusal> {
        let none = || Message::new("refused-no-happening").with("id", &self.0).into();
        if self.0 != "@" {
            let found = self.0.parse::<HappeningId>().ok().and_then(|id| app.world.happening(id));
            return found.ok_or_else(none);
        }
        let case = CaseRef("@".to_owned()).one(app)?.id;
        app.world.happenings_of(case).max_by_key(|happening| happening.id).ok_or_else(none)
    }
}
