//! Adding a draft to a partner: what it lacks, and nothing else.

use super::partners::PartnerDraft;
use super::{key, notes};
use crate::core::partner::{Partner, PartnerKind};
use std::collections::HashSet;

/// The lists of a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum List {
    Addresses,
    Languages,
    Phones,
    Emails,
    Sites,
    Services,
    Serves,
    People,
}

impl List {
    fn of(self, partner: &mut Partner) -> &mut Vec<String> {
        match self {
            Self::Addresses => &mut partner.addresses,
            Self::Languages => &mut partner.languages,
            Self::Phones => &mut partner.phones,
            Self::Emails => &mut partner.emails,
            Self::Sites => &mut partner.sites,
            Self::Services => &mut partner.services,
            Self::Serves => &mut partner.serves,
            Self::People => &mut partner.people,
        }
    }

    fn key(self, text: &str) -> String {
        match self {
            Self::Phones => key::phone(text),
            Self::Emails => key::email(text),
            Self::Sites => key::site(text),
            Self::Addresses | Self::Languages | Self::Services | Self::Serves | Self::People => key::words(text),
        }
    }
}

/// One thing a partner lacks.
enum Addition<'a> {
    Kind(PartnerKind),
    City(&'a str),
    Item(List, String, &'a str),
    Note(&'a str),
}

/// A partner with an index of what it holds, so that adding the hundred thousandth value is as quick as the first.
pub struct Growing {
    partner: Partner,
    items: HashSet<(List, String)>,
    note_lines: HashSet<String>,
}

impl Growing {
    /// Indexes what `partner` holds.
    pub fn new(partner: Partner) -> Self {
        let mut items = HashSet::new();
        for (list, texts) in [
            (List::Addresses, &partner.addresses),
            (List::Languages, &partner.languages),
            (List::Phones, &partner.phones),
            (List::Emails, &partner.emails),
            (List::Sites, &partner.sites),
            (List::Services, &partner.services),
            (List::Serves, &partner.serves),
            (List::People, &partner.people),
        ] {
            items.extend(texts.iter().map(|text| (list, list.key(text))));
        }
        let note_lines = partner.notes.split('\n').map(str::to_owned).collect();
        Self { partner, items, note_lines }
    }

    /// Gives the partner back.
    pub fn into_partner(self) -> Partner {
        self.partner
    }

    /// Whether the partner holds everything that `draft` says.
    pub fn holds(&self, draft: &PartnerDraft) -> bool {
        self.missing(draft).is_empty()
    }

    /// Adds what `draft` says and the partner lacks.
    pub fn absorb(&mut self, draft: &PartnerDraft) {
        for addition in self.missing(draft) {
            match addition {
                Addition::Kind(kind) => self.partner.kind = kind,
                Addition::City(city) => city.clone_into(&mut self.partner.city),
                Addition::Item(list, key, text) => {
                    if self.items.insert((list, key)) {
                        list.of(&mut self.partner).push(text.to_owned());
                    }
                }
                Addition::Note(note) => {
                    if !self.has_note(note) {
                        self.add_note(note);
                    }
                }
            }
        }
    }

    fn missing<'a>(&self, draft: &'a PartnerDraft) -> Vec<Addition<'a>> {
        let mut missing = Vec::new();
        let mut note = |text: &'a str| {
            if !self.has_note(text) {
                missing.push(Addition::Note(text));
            }
        };
        if spelling(&draft.name) != spelling(&self.partner.name) {
            note(&draft.name);
        }
        draft.notes.iter().for_each(|text| note(text));
        if let Some(kind) = &draft.kind
            && kind.value != self.partner.kind
        {
            match self.partner.kind {
                PartnerKind::Other => missing.push(Addition::Kind(kind.value)),
                _ if self.has_note(&kind.as_written) => {}
                _ => missing.push(Addition::Note(&kind.as_written)),
            }
        }
        if let Some(city) = &draft.city
            && key::words(&city.value) != key::words(&self.partner.city)
        {
            if self.partner.city.is_empty() {
                missing.push(Addition::City(&city.value));
            } else if !self.has_note(&city.as_written) {
                missing.push(Addition::Note(&city.as_written));
            }
        }
        for (list, texts) in draft.lists() {
            for text in texts {
                let key = list.key(text);
                if !self.items.contains(&(list, key.clone())) {
                    missing.push(Addition::Item(list, key, text));
                }
            }
        }
        missing
    }

    /// Whether `note` stands in the notes. One line is looked up; only several are searched for.
    fn has_note(&self, note: &str) -> bool {
        let note = notes::trim(note);
        let first = note.split('\n').next().unwrap_or_default();
        let known = note.is_empty() || self.note_lines.contains(first);
        known && (note.len() == first.len() || notes::holds(&self.partner.notes, note))
    }

    fn add_note(&mut self, note: &str) {
        notes::append(&mut self.partner.notes, note);
        self.note_lines.extend(notes::trim(note).split('\n').map(str::to_owned));
    }
}

/// A name without its case and punctuation, but with its accents: what would be lost if only the other were kept.
fn spelling(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl PartnerDraft {
    fn lists(&self) -> [(List, &[String]); 8] {
        [
            (List::Addresses, &self.addresses),
            (List::Languages, &self.languages),
            (List::Phones, &self.phones),
            (List::Emails, &self.emails),
            (List::Sites, &self.sites),
            (List::Services, &self.services),
            (List::Serves, &self.serves),
            (List::People, &self.people),
        ]
    }
}
