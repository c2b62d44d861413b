//! Adding a draft to a partner: what it lacks, and nothing else.

use super::keyed::{Item, Keyed, items};
use super::{key, notes};
use crate::core::partner::{Partner, PartnerKind};
use std::collections::HashSet;

/// One thing a partner lacks.
enum Addition<'a> {
    Kind(PartnerKind),
    City(&'a str),
    Value(&'a Item, &'a str),
    Note(&'a str),
}

/// A partner with an index of what it holds, so that adding the hundred thousandth value is as quick as the first.
pub struct Growing {
    partner: Partner,
    items: HashSet<Item>,
    note_lines: HashSet<String>,
    spelling: String,
    /// The normalised city; empty if it is not known.
    city: String,
}

impl Growing {
    /// Indexes what `partner` holds.
    pub fn new(partner: Partner) -> Self {
        Self {
            items: items(&partner).collect(),
            note_lines: partner.notes.split('\n').map(str::to_owned).collect(),
            spelling: spelling(&partner.name),
            city: key::words(&partner.city),
            partner,
        }
    }

    /// Gives the partner back.
    pub fn into_partner(self) -> Partner {
        self.partner
    }

    /// The ways to reach it that are known.
    pub fn details(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.list.reaches())
    }

    /// Whether it is in `city`, as far as is known.
    pub fn may_be_in(&self, city: &str) -> bool {
        city.is_empty() || self.city.is_empty() || self.city == city
    }

    /// Whether the partner holds everything that `draft` says.
    pub fn holds(&self, draft: &Keyed<'_>) -> bool {
        self.missing(draft).is_empty()
    }

    /// Adds what `draft` says and the partner lacks.
    pub fn absorb(&mut self, draft: &Keyed<'_>) {
        for addition in self.missing(draft) {
            match addition {
                Addition::Kind(kind) => self.partner.kind = kind,
                Addition::City(city) => {
                    city.clone_into(&mut self.partner.city);
                    self.city.clone_from(&draft.city);
                }
                Addition::Value(item, text) => {
                    if self.items.insert(item.clone()) {
                        item.list.of(&mut self.partner).push(text.to_owned());
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

    fn missing<'a>(&self, keyed: &'a Keyed<'_>) -> Vec<Addition<'a>> {
        let draft = keyed.draft;
        let mut missing = Vec::new();
        let mut stated = Vec::new();
        if spelling(&draft.name) != self.spelling {
            stated.push(&draft.name);
        }
        stated.extend(&draft.notes);
        if let Some(kind) = &draft.kind
            && kind.value != self.partner.kind
        {
            match self.partner.kind {
                PartnerKind::Other => missing.push(Addition::Kind(kind.value)),
                _ => stated.push(&kind.as_written),
            }
        }
        if let Some(city) = &draft.city
            && keyed.city != self.city
        {
            if self.city.is_empty() {
                missing.push(Addition::City(&city.value));
            } else {
                stated.push(&city.as_written);
            }
        }
        let new = keyed.items.iter().filter(|(item, _)| !self.items.contains(item));
        missing.extend(new.map(|(item, text)| Addition::Value(item, text)));
        missing.extend(stated.into_iter().filter(|note| !self.has_note(note)).map(|note| Addition::Note(note)));
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
