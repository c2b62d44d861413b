//! The invented partner directory: 200 organisations and more, in Massachusetts, at the border and in Tijuana.

mod words;

use super::days::Days;
use super::names::{self, TONGUES};
use super::phones::{Area, Phones};
use super::rng::Rng;
use crate::core::id::{Counters, PartnerId};
use crate::core::partner::{Partner, PartnerKind};
use std::collections::BTreeSet;
use words::{CALLES, REGIONS, Region, STREETS, TRADES, Trade};

/// The fewest partners a directory has.
const LEAST: usize = 200;

/// The partners, and who of them is asked for what.
#[derive(Debug, Clone)]
pub struct Directory {
    pub partners: Vec<Partner>,
}

impl Directory {
    /// Invents the directory of a clinic with so many cases: a partner for ten cases, but never fewer than 200.
    pub fn invent(cases: usize, ids: &mut Counters, phones: &mut Phones, rng: &mut Rng, days: &Days) -> Self {
        let mut partners = named_ones(ids, phones, days);
        let mut taken: BTreeSet<String> = partners.iter().map(|partner| partner.name.clone()).collect();
        for turn in 0..LEAST.max(cases.div_ceil(10)).saturating_sub(partners.len()) {
            let (region, trade) = (&REGIONS[[0, 0, 1, 0, 0, 2, 0, 1, 0, 0][turn % 10]], &TRADES[turn % TRADES.len()]);
            let name = free_name(region, trade, &mut taken, rng);
            partners.push(organisation(ids.partner(), name, region, trade, phones, rng, days));
        }
        Self { partners }
    }

    /// Somebody at a partner of one of these kinds near the clinic; `None` if there is no such partner.
    pub fn any(&self, kinds: &[PartnerKind], rng: &mut Rng) -> Option<Helper> {
        let near = |partner: &&Partner| partner.addresses.iter().any(|address| address.ends_with(", MA"));
        let of_kind = self.partners.iter().filter(|partner| kinds.contains(&partner.kind));
        let fitting: Vec<&Partner> = of_kind.filter(near).collect();
        fitting.get(rng.below(fitting.len())).map(|partner| Helper::at(partner))
    }

    /// The first so many partners of these kinds that serve such a place.
    pub fn serving(&self, place: &str, kinds: &[PartnerKind], count: usize) -> Vec<Helper> {
        let serves = |partner: &&Partner| partner.serves.iter().any(|area| area.contains(place));
        let of_kind = self.partners.iter().filter(|partner| kinds.contains(&partner.kind));
        of_kind.filter(serves).take(count).map(Helper::at).collect()
    }
}

/// A partner as one asks them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    pub id: PartnerId,
    /// The organisation's name.
    pub name: String,
    pub person: String,
    pub phone: String,
}

impl Helper {
    fn at(partner: &Partner) -> Self {
        Self {
            id: partner.id,
            name: partner.name.clone(),
            person: partner.people.first().unwrap_or(&partner.name).clone(),
            phone: partner.phones.first().cloned().unwrap_or_default(),
        }
    }
}

/// Partners who represent people.
pub const LEGAL: [PartnerKind; 5] = [
    PartnerKind::LegalAid,
    PartnerKind::ProBono,
    PartnerKind::LawSchoolClinic,
    PartnerKind::PrivateAttorney,
    PartnerKind::RecognizedOrg,
];

/// Partners that people look for by name: accents, and both ways to write an apostrophe.
fn named_ones(ids: &mut Counters, phones: &mut Phones, days: &Days) -> Vec<Partner> {
    let mut interpreter = |name: &str, language: &str, person: &str, area: Area, city: &str| {
        let mut partner = Partner::new(ids.partner(), name.to_owned());
        partner.kind = PartnerKind::Interpreter;
        city.clone_into(&mut partner.city);
        let state = if area == Area::Tijuana { "Baja California" } else { "MA" };
        partner.addresses = vec![format!("7 {}, {city}, {state}", STREETS[0])];
        partner.languages = vec![language.to_owned(), "Spanish".to_owned()];
        partner.phones = vec![phones.next(area)];
        partner.emails = vec![format!("citas@{}.example", slug(name))];
        partner.services = vec!["in-person interpreting".to_owned(), "video interpreting".to_owned()];
        partner.serves = vec!["Boston Immigration Court".to_owned(), "San Diego Immigration Court".to_owned()];
        partner.people = vec![person.to_owned()];
        partner.verified = Some(days.business_ago(12));
        partner
    };
    let [straight, curly] = names::KICHE;
    vec![
        interpreter(
            &format!("{straight} Interpreters of Ropewalk"),
            straight,
            "José Núñez",
            Area::Massachusetts,
            "New Bedford",
        ),
        interpreter(&format!("Voces {curly} de Dos Orillas"), curly, "Ixchel Tzoc Ajanel", Area::Tijuana, "Tijuana"),
    ]
}

/// A name that no other partner of this directory has; numbered only where a very large one runs out of words.
fn free_name(region: &Region, trade: &Trade, taken: &mut BTreeSet<String>, rng: &mut Rng) -> String {
    let mut name = any_name(region, trade, rng);
    for number in 2.. {
        if taken.insert(name.clone()) {
            break;
        }
        name = any_name(region, trade, rng);
        if number > 40 {
            name = format!("{name} {number}");
        }
    }
    name
}

fn any_name(region: &Region, trade: &Trade, rng: &mut Rng) -> String {
    let first = region.firsts[rng.below(region.firsts.len())];
    match region.area {
        Area::Tijuana => format!("{} {first}", trade.en_tijuana),
        Area::Massachusetts | Area::California => format!("{first} {}", rng.pick(&trade.lasts)),
    }
}

fn organisation(
    id: PartnerId,
    name: String,
    region: &Region,
    trade: &Trade,
    phones: &mut Phones,
    rng: &mut Rng,
    days: &Days,
) -> Partner {
    let city = region.cities[rng.below(region.cities.len())];
    let number = rng.between(2, 480);
    let address = match region.area {
        Area::Tijuana => format!("{} {number}, {city}, Baja California", rng.pick(&CALLES)),
        Area::Massachusetts => format!("{number} {}, {city}, MA", rng.pick(&STREETS)),
        Area::California => format!("{number} {}, {city}, CA", rng.pick(&STREETS)),
    };
    let domain = format!("{}.example", slug(&name));
    let mut partner = Partner::new(id, name);
    partner.kind = trade.kind;
    city.clone_into(&mut partner.city);
    partner.addresses = vec![address];
    partner.languages = languages(region.area, rng);
    partner.phones = (0..rng.between(1, 2)).map(|_| phones.next(region.area)).collect();
    partner.emails = vec![format!("{}@{domain}", rng.pick(&["intake", "hello", "office", "referrals"]))];
    if rng.chance(70) {
        partner.sites = vec![format!("https://{domain}")];
    }
    partner.services = trade.services.iter().map(|&service| service.to_owned()).collect();
    let from = rng.below(region.serves.len());
    partner.serves = (0..2).map(|step| region.serves[(from + step) % region.serves.len()].to_owned()).collect();
    partner.people = (0..rng.between(1, 3)).map(|_| names::staff(rng)).collect();
    partner.verified = rng.chance(80).then(|| days.business_ago(rng.between(1, 300)));
    rng.pick(&NOTES).clone_into(&mut partner.notes);
    partner
}

const NOTES: [&str; 8] = [
    "",
    "",
    "Calls back within two days.",
    "Intake on Tuesdays, 9 to 12. No walk-ins.",
    "Free of charge.",
    "Waiting list; ask again at the start of the month.",
    "Asks for a short summary before the first call.",
    "Sliding scale. Ask about a payment plan.",
];

fn languages(area: Area, rng: &mut Rng) -> Vec<String> {
    let mut languages = match area {
        Area::Tijuana => vec!["Spanish".to_owned()],
        Area::Massachusetts | Area::California => vec!["English".to_owned(), "Spanish".to_owned()],
    };
    for _ in 0..rng.below(3) {
        let language = TONGUES[rng.below(TONGUES.len())].language.to_owned();
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

/// The name as the first part of a web address: plain small letters and digits.
fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfd().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}
