//! What tells two offices of the same name apart, and shows that two entries are one office.

use super::key;
use crate::core::partner::Partner;

/// A way to reach an office, as its normalised copy.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Detail {
    Phone(String),
    Email(String),
    Site(String),
    Address(String),
}

impl Detail {
    /// Whether it belongs to one place only. A number, an e-mail or a site may be shared by offices in several cities.
    pub fn is_place(&self) -> bool {
        matches!(self, Self::Address(_))
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Phone(key) | Self::Email(key) | Self::Site(key) | Self::Address(key) => key.is_empty(),
        }
    }
}

/// The details in these lists, without those that are empty.
fn details<'a>(
    phones: &'a [String],
    emails: &'a [String],
    sites: &'a [String],
    addresses: &'a [String],
) -> impl Iterator<Item = Detail> + 'a {
    let phones = phones.iter().map(|text| Detail::Phone(key::phone(text)));
    let emails = emails.iter().map(|text| Detail::Email(key::email(text)));
    let sites = sites.iter().map(|text| Detail::Site(key::site(text)));
    let addresses = addresses.iter().map(|text| Detail::Address(key::words(text)));
    phones.chain(emails).chain(sites).chain(addresses).filter(|detail| !detail.is_empty())
}

/// The details of a partner.
pub fn of_partner(partner: &Partner) -> impl Iterator<Item = Detail> + '_ {
    details(&partner.phones, &partner.emails, &partner.sites, &partner.addresses)
}

/// The details of a draft.
pub fn of_draft(draft: &super::PartnerDraft) -> impl Iterator<Item = Detail> + '_ {
    details(&draft.phones, &draft.emails, &draft.sites, &draft.addresses)
}
