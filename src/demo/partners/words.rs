//! Words that invented organisations are named with, and what each kind of partner does.

use crate::core::partner::PartnerKind;
use crate::demo::phones::Area;

/// A part of the country that partners serve.
pub struct Region {
    pub area: Area,
    pub cities: &'static [&'static str],
    /// First words of a name.
    pub firsts: &'static [&'static str],
    /// Courts and areas served.
    pub serves: &'static [&'static str],
}

/// Where the partners are; of ten, seven are in Massachusetts, two in California and one in Tijuana.
pub const REGIONS: [Region; 3] = [
    Region {
        area: Area::Massachusetts,
        cities: &[
            "Boston",
            "Chelsea",
            "Lynn",
            "Lawrence",
            "Brockton",
            "Framingham",
            "Worcester",
            "Somerville",
            "Everett",
            "New Bedford",
            "Lowell",
            "Springfield",
            "Revere",
            "Malden",
        ],
        firsts: &[
            "Lantern Quay",
            "Blue Heron",
            "Copperfield Row",
            "Saltmarsh",
            "Third Bridge",
            "Winterberry",
            "Long Tide",
            "Paper Birch",
            "Foghorn",
            "Granite Step",
            "Open Gate",
            "Tidewater Lane",
            "Cranberry Hollow",
            "Harbor Thread",
            "Northlight",
            "Kettle Pond",
            "Brick Alley",
            "Seven Ferries",
            "Mapleturn",
            "Quiet Harbor",
            "Stone Wharf",
            "Redwing",
            "Millrace",
            "Candlewick",
            "Ropewalk",
            "Juniper Street",
            "Cobblestone",
            "Low Tide",
            "Beacon Loop",
            "Whalebone",
            "Sparrow Hill",
            "Green Lantern Row",
            "Old Mill",
            "Drumlin",
            "Tern Island",
            "Pinecone",
        ],
        serves: &[
            "Boston Immigration Court",
            "Chelmsford Immigration Court",
            "Greater Boston",
            "Massachusetts",
            "New England",
        ],
    },
    Region {
        area: Area::California,
        cities: &["San Diego", "San Ysidro", "Chula Vista", "National City", "El Centro", "Los Angeles"],
        firsts: &[
            "Manzanita",
            "Ocotillo",
            "Two Shores",
            "Sage Canyon",
            "Jacaranda",
            "Pelican Row",
            "Mesa Clara",
            "Dry River",
            "Border Lantern",
            "Poppy Field",
            "Sandpiper",
            "Agave Street",
        ],
        serves: &[
            "San Diego Immigration Court",
            "Otay Mesa",
            "Imperial County",
            "San Diego County",
            "Southern California",
        ],
    },
    Region {
        area: Area::Tijuana,
        cities: &["Tijuana", "Playas de Tijuana", "Rosarito", "Tecate"],
        firsts: &[
            "Farol Azul",
            "Puente de Sal",
            "Dos Orillas",
            "Mesa Clara",
            "Viento Norte",
            "Semilla",
            "Las Gaviotas",
            "Camino Abierto",
        ],
        serves: &["Tijuana", "Baja California", "San Ysidro port of entry"],
    },
];

/// A kind of partner as the directory has it.
pub struct Trade {
    pub kind: PartnerKind,
    /// Last words of a name, English and Spanish.
    pub lasts: [&'static str; 3],
    pub en_tijuana: &'static str,
    pub services: &'static [&'static str],
}

const fn trade(
    kind: PartnerKind,
    lasts: [&'static str; 3],
    en_tijuana: &'static str,
    services: &'static [&'static str],
) -> Trade {
    Trade { kind, lasts, en_tijuana, services }
}

/// Every kind, the more frequent ones more than once; dealt in turn.
pub const TRADES: [Trade; 26] = [
    trade(
        PartnerKind::LegalAid,
        ["Legal Aid", "Legal Services", "Justice Office"],
        "Asesoría Legal",
        &["asylum", "removal defense", "appeals"],
    ),
    trade(
        PartnerKind::ProBono,
        ["Pro Bono Project", "Volunteer Lawyers", "Pro Bono Desk"],
        "Abogacía Voluntaria",
        &["asylum", "work permits", "appeals"],
    ),
    trade(
        PartnerKind::PrimaryCare,
        ["Health Center", "Family Medicine", "Community Clinic"],
        "Clínica Comunitaria",
        &["primary care", "treatment letters"],
    ),
    trade(
        PartnerKind::LawSchoolClinic,
        ["Law Clinic", "Student Law Office", "Immigration Clinic"],
        "Clínica Jurídica",
        &["asylum", "motions to reopen"],
    ),
    trade(
        PartnerKind::RecognizedOrg,
        ["Newcomer Center", "Welcome Office", "Citizenship Desk"],
        "Centro de Bienvenida",
        &["green cards", "citizenship", "family petitions"],
    ),
    trade(
        PartnerKind::Interpreter,
        ["Interpreters", "Language Line", "Voices Cooperative"],
        "Intérpretes",
        &["in-person interpreting", "phone interpreting"],
    ),
    trade(
        PartnerKind::Shelter,
        ["Shelter", "Guest House", "Family Shelter"],
        "Albergue",
        &["family rooms", "mail held for guests"],
    ),
    trade(
        PartnerKind::ForensicEvaluator,
        ["Evaluation Network", "Asylum Evaluators", "Affidavit Project"],
        "Red de Evaluación",
        &["forensic evaluation", "affidavits"],
    ),
    trade(
        PartnerKind::MentalHealth,
        ["Counseling", "Wellness Collective", "Listening Room"],
        "Espacio de Escucha",
        &["counseling", "support groups"],
    ),
    trade(
        PartnerKind::PrivateAttorney,
        ["& Ashgrove, Attorneys", "Law Office", "Immigration Law"],
        "Despacho",
        &["removal defense", "family petitions", "payment plans"],
    ),
    trade(
        PartnerKind::LegalAid,
        ["Defenders", "Immigrant Rights Office", "Law Project"],
        "Defensoría",
        &["removal defense", "bond hearings", "appeals"],
    ),
    trade(
        PartnerKind::Translator,
        ["Translations", "Certified Translation", "Paper & Word"],
        "Traducciones",
        &["certified translation", "birth certificates"],
    ),
    trade(
        PartnerKind::SocialService,
        ["Family Services", "Neighbors", "Resource Center"],
        "Servicios a la Familia",
        &["food", "housing search", "school enrolment"],
    ),
    trade(
        PartnerKind::MedicalLegal,
        ["Medical-Legal Partnership", "Health & Law", "Patients' Law Desk"],
        "Salud y Derecho",
        &["benefits", "medical deferred action"],
    ),
    trade(
        PartnerKind::StudentClinic,
        ["Student Asylum Clinic", "Student Evaluators", "Human Rights Students"],
        "Clínica Estudiantil",
        &["forensic evaluation", "referrals"],
    ),
    trade(
        PartnerKind::Fund,
        ["Mutual Aid", "Relief Fund", "Bond Fund"],
        "Fondo Solidario",
        &["hotel nights", "filing fees", "transport"],
    ),
    trade(
        PartnerKind::LegalAid,
        ["Asylum Office", "Refugee Law Center", "Rights Workshop"],
        "Oficina de Asilo",
        &["asylum", "declarations", "work permits"],
    ),
    trade(
        PartnerKind::PublicHealth,
        ["Public Health Office", "Health Department Desk", "Vaccination Desk"],
        "Salud Pública",
        &["vaccination records", "screening"],
    ),
    trade(
        PartnerKind::Consulate,
        ["Consular Desk", "Consular Window", "Passport Desk"],
        "Ventanilla Consular",
        &["passports", "birth records"],
    ),
    trade(
        PartnerKind::Interpreter,
        ["Indigenous Voices", "Interpreting", "Bridge Interpreters"],
        "Voces Originarias",
        &["in-person interpreting", "video interpreting"],
    ),
    trade(
        PartnerKind::Advocacy,
        ["Immigrant Coalition", "Action Network", "Rights Campaign"],
        "Red de Acompañamiento",
        &["accompaniment", "know your rights"],
    ),
    trade(
        PartnerKind::Court,
        ["Court Self-Help Desk", "Clerk's Window", "Court Information Desk"],
        "Módulo de Citas",
        &["hearing dates", "filing window"],
    ),
    trade(
        PartnerKind::ProBono,
        ["Appeals Project", "Brief Desk", "Lawyers on Call"],
        "Abogadas de Guardia",
        &["appeals", "motions to reopen", "emergency advice"],
    ),
    trade(
        PartnerKind::Shelter,
        ["House of Welcome", "Women's Shelter", "Night Shelter"],
        "Casa",
        &["rooms for families", "meals"],
    ),
    trade(
        PartnerKind::MentalHealth,
        ["Trauma Recovery", "Psychology Group", "Evaluation & Care"],
        "Psicología Comunitaria",
        &["counseling", "psychological evaluation"],
    ),
    trade(
        PartnerKind::Other,
        ["Library Desk", "Sewing Circle", "Bicycle Kitchen"],
        "Comedor",
        &["computers and printing", "meeting room"],
    ),
];

/// Streets of no town.
pub const STREETS: [&str; 10] = [
    "Juniper Lane",
    "Ferry Slip Road",
    "Old Lantern Street",
    "Saltbox Court",
    "Thimble Street",
    "Wharf Alley",
    "Larkspur Way",
    "Copper Bell Road",
    "Quince Street",
    "Tidemark Avenue",
];

/// Streets of no town south of the border.
pub const CALLES: [&str; 4] = ["Calle Farol", "Privada Gaviota", "Callejón del Alba", "Avenida Sal y Arena"];
