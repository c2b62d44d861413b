//! The columns of a directory, in English and Spanish, as real exports title them.

use crate::adapters::columns::{Fields, Title};

/// What a column of a directory says about a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartnerField {
    Name,
    /// The organisation; the partner's name where the row names no person.
    Organization,
    FirstName,
    MiddleName,
    LastName,
    Kind,
    /// A line of an address, or all of it.
    Street,
    City,
    State,
    Zip,
    Country,
    /// City, state and post code in one.
    CityStateZip,
    County,
    Phone,
    Email,
    Site,
    Languages,
    Services,
    Serves,
    People,
    Notes,
}

use PartnerField as P;

impl Fields for P {
    const ALL: &'static [(Self, &'static str)] = &[
        (P::Name, "name"),
        (P::Organization, "organization"),
        (P::FirstName, "first-name"),
        (P::MiddleName, "middle-name"),
        (P::LastName, "last-name"),
        (P::Kind, "kind"),
        (P::Street, "street"),
        (P::City, "city"),
        (P::State, "state"),
        (P::Zip, "zip"),
        (P::Country, "country"),
        (P::CityStateZip, "city-state-zip"),
        (P::County, "county"),
        (P::Phone, "phone"),
        (P::Email, "email"),
        (P::Site, "site"),
        (P::Languages, "languages"),
        (P::Services, "services"),
        (P::Serves, "serves"),
        (P::People, "people"),
        (P::Notes, "notes"),
    ];

    fn of_title(title: &Title) -> Option<Self> {
        let whole = TITLES.iter().find(|(_, titles)| title.is(titles));
        if let Some((field, _)) = whole {
            return Some(*field);
        }
        if title.has(NO_VALUE) {
            return None;
        }
        let contact = CONTACT_WORDS.iter().filter(|_| !title.has("name nombre"));
        contact.chain(ADDRESS_WORDS).find(|(_, words)| title.has(words)).map(|(field, _)| *field)
    }
}

/// Fields whose columns have few titles, all known.
const TITLES: &[(PartnerField, &str)] = &[
    (P::Name, "name fullname displayname nombre nombrecompleto"),
    (P::Organization, "organization organizationname organisation organisationname org orgname company companyname"),
    (P::Organization, "agency agencyname provider providername office officename firm firmname business businessname"),
    (P::Organization, "institution institutionname partner partnername organizacion nombreorganizacion"),
    (P::Organization, "nombredelaorganizacion empresa compania institucion agencia entidad oficina"),
    (P::FirstName, "first firstname givenname forename primernombre nombres"),
    (P::MiddleName, "middle middlename additionalname segundonombre"),
    (P::LastName, "last lastname surname familyname apellido apellidos"),
    (P::Kind, "type tipo kind organizationtype orgtype partnerkind"),
    (P::CityStateZip, "citystatezip citystatezipcode citystate ciudadestadocodigopostal ciudadestado"),
    (P::Services, "service services servicesoffered servicesprovided casetypes casetypelimits practiceareas"),
    (P::Services, "areasofpractice specialty specialties servicio servicios especialidad especialidades"),
    (P::Services, "areasdepractica tiposdecaso"),
    (P::Serves, "immigrationcourt court courts serves servicearea areaserved areasserved jurisdiction"),
    (P::Serves, "corte cortes cortedeinmigracion tribunal tribunales areadeservicio atiende"),
    (P::People, "contact contacts contactname contactperson people attorney attorneys director"),
    (P::People, "contacto contactos personadecontacto personas abogado abogada abogados"),
    (P::Notes, "note notes comment comments remarks nota notas comentario comentarios observaciones"),
];

/// Ways to reach somebody, whatever else the title says: `Home Phone`, `admin_emails`, `Teléfono de la oficina`.
const CONTACT_WORDS: &[(PartnerField, &str)] = &[
    (P::Email, "email emails correo correos"),
    (P::Site, "website websites web url urls site homepage sitio pagina"),
    (P::Phone, "phone phones telephone telephones tel mobile cell cellphone hotline telefono telefonos celular movil"),
    (P::Languages, "language languages idioma idiomas lengua lenguas"),
];

/// The words for each part of an address. What else a title says tells addresses apart: `Home City`, `Business City`.
const ADDRESS_WORDS: &[(PartnerField, &str)] = &[
    (P::Country, "country pais"),
    (P::Zip, "zip zipcode postal postcode postalcode codigo"),
    (P::County, "county condado"),
    (P::State, "state province region estado provincia"),
    (P::City, "city town locality ciudad localidad municipio"),
    (P::Street, "street pobox extended formatted calle domicilio direccion address"),
];

/// Words of a title that say something about a value and are not it.
const NO_VALUE: &str = "label type tipo prefix suffix extension ext id fax photo phonetic";

/// Which address of its row a column belongs to: empty for the usual, `home` for `Home Street`.
pub fn address_group(title: &Title) -> String {
    if title.is("address addressline direccion") {
        return String::new();
    }
    let mut words: Vec<&str> = ADDRESS_WORDS.iter().map(|(_, words)| *words).collect();
    words.push("name code line full");
    let group = title.without(&words);
    // Google writes the whole address once more beside its parts.
    if title.has("formatted") { format!("{group} formatted") } else { group }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(title: &str) -> Option<PartnerField> {
        PartnerField::of_title(&Title::new(title))
    }

    #[test]
    fn titles_of_real_exports_are_understood() {
        for (title, expected) in [
            ("organizationName", P::Organization),
            ("organization_name", P::Organization),
            ("Organization Name", P::Organization),
            ("Company", P::Organization),
            ("Nombre", P::Name),
            ("Nombre de la organización", P::Organization),
            ("cityStateZip", P::CityStateZip),
            ("city_state_zip", P::CityStateZip),
            ("streetAddress", P::Street),
            ("address_2", P::Street),
            ("Dirección", P::Street),
            ("Código postal", P::Zip),
            ("Home Country/Region", P::Country),
            ("state_province", P::State),
            ("Phone 1 - Value", P::Phone),
            ("Teléfono de la oficina", P::Phone),
            ("E-mail 2 Address", P::Email),
            ("Correo electrónico", P::Email),
            ("Web Page", P::Site),
            ("Sitio web", P::Site),
            ("idiomas", P::Languages),
            ("caseTypeLimits", P::Services),
            ("immigrationCourt", P::Serves),
        ] {
            assert_eq!(field(title), Some(expected), "{title}");
        }
    }

    #[test]
    fn titles_that_only_sound_alike_are_not() {
        for title in [
            "isReferralService",
            "intakePolicy",
            "pageNumber",
            "location_id",
            "Business Fax",
            "Phone 1 - Label",
            "alternate_name",
            "organization_recognized_date",
            "tax_status",
            "Phonetic First Name",
            "country_prefix",
            "Organization Title",
            "",
        ] {
            assert_eq!(field(title), None, "{title}");
        }
    }

    #[test]
    fn addresses_of_one_row_are_told_apart() {
        let group = |title| address_group(&Title::new(title));
        assert_eq!(group("streetAddress"), group("cityStateZip"));
        assert_eq!(group("address_1"), group("address_2"));
        assert_eq!(group("Home Street"), group("Home Postal Code"));
        assert_ne!(group("Home Street"), group("Business Street"));
        assert_ne!(group("Address 1 - Street"), group("Address 2 - Street"));
    }
}
