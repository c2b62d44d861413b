//! The values of a draft or a partner with their normalised copies, which are made once.

use super::key;
use super::partners::PartnerDraft;
use crate::core::partner::Partner;

/// The lists of a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
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
    /// Whether its values are ways to reach an office, which tell two offices of one name apart.
    pub fn reaches(self) -> bool {
        matches!(self, Self::Addresses | Self::Phones | Self::Emails | Self::Sites)
    }

    /// The list of `partner`.
    pub fn of(self, partner: &mut Partner) -> &mut Vec<String> {
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
}

/// One value for comparison: two that are equal say the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    pub list: List,
    key: String,
}

impl Item {
    fn new(list: List, text: &str) -> Self {
        let key = match list {
            List::Phones => key::phone(text),
            List::Emails => key::email(text),
            List::Sites => key::site(text),
            List::Addresses | List::Languages | List::Services | List::Serves | List::People => key::words(text),
        };
        Self { list, key }
    }
}

/// A draft with the normalised copies of its values.
pub struct Keyed<'a> {
    pub draft: &'a PartnerDraft,
    pub name: String,
    /// Empty if the city is not known.
    pub city: String,
    /// Each value with its copy; nothing that is empty.
    pub items: Vec<(Item, &'a str)>,
}

impl<'a> Keyed<'a> {
    /// Makes the copies of what `draft` says.
    pub fn new(draft: &'a PartnerDraft) -> Self {
        let lists = [
            (List::Addresses, &draft.addresses),
            (List::Languages, &draft.languages),
            (List::Phones, &draft.phones),
            (List::Emails, &draft.emails),
            (List::Sites, &draft.sites),
            (List::Services, &draft.services),
            (List::Serves, &draft.serves),
            (List::People, &draft.people),
        ];
        Self {
            draft,
            name: key::words(&draft.name),
            city: draft.city.as_ref().map(|city| key::words(&city.value)).unwrap_or_default(),
            items: lists.into_iter().flat_map(|(list, texts)| keyed(list, texts)).collect(),
        }
    }

    /// The ways to reach the office.
    pub fn details(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().map(|(item, _)| item).filter(|item| item.list.reaches())
    }
}

/// The copies of a partner's values.
pub fn items(partner: &Partner) -> impl Iterator<Item = Item> + '_ {
    let lists = [
        (List::Addresses, &partner.addresses),
        (List::Languages, &partner.languages),
        (List::Phones, &partner.phones),
        (List::Emails, &partner.emails),
        (List::Sites, &partner.sites),
        (List::Services, &partner.services),
        (List::Serves, &partner.serves),
        (List::People, &partner.people),
    ];
    lists.into_iter().flat_map(|(list, texts)| keyed(list, texts)).map(|(item, _)| item)
}

fn keyed(list: List, texts: &[String]) -> impl Iterator<Item = (Item, &str)> {
    texts.iter().map(move |text| (Item::new(list, text), text.as_str())).filter(|(item, _)| !item.key.is_empty())
}
