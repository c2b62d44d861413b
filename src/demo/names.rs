//! Invented people: given names and family names by language, mixed at random. Nobody here is anybody.

use super::rng::Rng;

/// A language of the clinic's patients with names that go with it.
pub struct Tongue {
    pub language: &'static str,
    given: [&'static str; 8],
    family: [&'static str; 8],
    /// Family name first, then a middle name, then the given name.
    family_first: Option<&'static str>,
}

const fn tongue(language: &'static str, given: [&'static str; 8], family: [&'static str; 8]) -> Tongue {
    Tongue { language, given, family, family_first: None }
}

/// The languages; those the clinic hears most often stand more than once in [`SPOKEN`].
pub const TONGUES: [Tongue; 14] = [
    tongue(
        "Spanish",
        ["José", "Marisol", "Ramón", "Xiomara", "Óscar", "Inés", "Begoña", "Julián"],
        ["Núñez Ibarra", "Peñalver", "Cordero Luz", "Zúñiga", "Almarén", "Quiñones Vela", "Bermúdez", "Olavide"],
    ),
    tongue(
        "Haitian Creole",
        ["Wideline", "Jean-Rénold", "Mirlande", "Fritznel", "Guerda", "Evens", "Roseline", "Dieudonné"],
        ["Belizord", "Saint-Aubry", "Dorvilien", "Toussainval", "Exantis", "Clervil", "Pierrélus", "Jolibert"],
    ),
    tongue(
        "Portuguese",
        ["João", "Conceição", "Aparecida", "Vinícius", "Luzia", "Thaís", "Anselmo", "Jussara"],
        ["Brandãozinho", "Furtadela", "Assunção Reis", "Magalhosa", "Pontevedro", "Severiano", "Araçá", "Lourenço Véu"],
    ),
    tongue(
        "K'iche'",
        ["Ixchel", "Tomás", "Juana", "Manuel", "Catarina", "Diego", "Tol", "Wel"],
        ["Xiloj Batz'", "Tzoc Ajanel", "Chávez Ixcoy", "Us Tum", "Pu Lux", "Quino Ren", "Saquic Oxlaj", "Ak'abal Tix"],
    ),
    tongue(
        "Mam",
        ["Petrona", "Rolando", "Fidelia", "Isaías", "Elodia", "Wilmer", "Santos", "Olimpia"],
        [
            "Jerónimo Tz'ib",
            "Matías Pérez",
            "Ramírez Aguilón",
            "Chales",
            "Carrillo Ts'un",
            "Domingo Pablo",
            "Ordóñez",
            "Sales Maq",
        ],
    ),
    tongue(
        "Cape Verdean Creole",
        ["Nilza", "Adérito", "Zenaida", "Osvaldo", "Djamila", "Armindo", "Ivanilda", "Celestino"],
        ["Tavarinho", "Monteirão", "Semedelo", "Évora Lim", "Barbosim", "Fortinho", "Pinália", "Veigal"],
    ),
    tongue(
        "Dari",
        ["Parwana", "Habibullah", "Shukria", "Naweed", "Freshta", "Zmarai", "Laila", "Ehsan"],
        ["Sarwarzai", "Andarabi", "Noorkhil", "Wardakpoor", "Baghlanwal", "Rostaqi", "Parwanzada", "Hakimyar"],
    ),
    tongue(
        "Tigrinya",
        ["Selam", "Tesfay", "Mebrat", "Yonas", "Letebrhan", "Filmon", "Semhar", "Kibrom"],
        ["Gebrezgi", "Woldemichel", "Haileab", "Teklezion", "Asmelash", "Berhanekidan", "Tsegazeab", "Medhaniet"],
    ),
    tongue(
        "French",
        ["Aïssatou", "Bertrand", "Clémence", "Ousmane", "Noëlla", "Séraphin", "Grâce", "Théophile"],
        ["Mbelo", "Kouassivi", "Diallogo", "Nsimbala", "Traoréba", "Makutano", "Bamboké", "Ngoyila"],
    ),
    tongue(
        "Arabic",
        ["Rawan", "Yousef", "Maysoun", "Anas", "Hiba", "Tareq", "Salma", "Idris"],
        ["al-Rifaiyya", "Haddadin", "Barakati", "al-Mansoub", "Qaddouri", "Shahinaz", "Zaytouni", "Darwishan"],
    ),
    Tongue {
        language: "Vietnamese",
        given: ["Lan", "Hương", "Hoa", "Mai", "Thảo", "Ngọc", "Bích", "Yến"],
        family: ["Nguyễn", "Trần", "Phạm", "Đặng", "Bùi", "Võ", "Lê", "Đỗ"],
        family_first: Some("Thị"),
    },
    tongue(
        "Somali",
        ["Ifrah", "Abdirashid", "Hodan", "Liibaan", "Sagal", "Warsame", "Idil", "Guled"],
        ["Nuurxaal", "Jimcaale Roob", "Cawaale", "Faaraxle", "Xirsiyow", "Maxamuudle", "Geeddisan", "Cilmiyar"],
    ),
    tongue(
        "Russian",
        ["Zoya", "Artyom", "Larisa", "Timur", "Vera", "Ruslan", "Galina", "Yegor"],
        ["Belozerin", "Tumanova", "Karpushkin", "Lozhkina", "Zimorodov", "Ryabinka", "Sokolyuk", "Medovaya"],
    ),
    tongue(
        "English",
        ["Comfort", "Desmond", "Shanice", "Kwabena", "Precious", "Delroy", "Patience", "Ebenezer"],
        ["Asantewood", "Brathmore", "Owusuhill", "Campberry", "Lartington", "Grantley-Poe", "Mensahfield", "Reidstone"],
    ),
];

/// How often each language is heard, as positions in [`TONGUES`].
pub const SPOKEN: [usize; 32] =
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 8, 9, 10, 11, 13];

/// One of the two ways people write the name of the language; both have to be found.
pub const KICHE: [&str; 2] = ["K'iche'", "K\u{2019}iche\u{2019}"];

impl Tongue {
    /// The tongue at a position, round and round.
    pub fn at(at: usize) -> &'static Self {
        &TONGUES[at % TONGUES.len()]
    }

    /// The language with this name.
    pub fn named(language: &str) -> &'static Self {
        TONGUES.iter().find(|tongue| tongue.language == language).unwrap_or(&TONGUES[0])
    }

    /// A given name.
    pub fn given(&self, rng: &mut Rng) -> &'static str {
        rng.pick(&self.given)
    }

    /// A family name.
    pub fn family(&self, rng: &mut Rng) -> &'static str {
        rng.pick(&self.family)
    }

    /// Given and family name in the order the language has them.
    pub fn full(&self, given: &str, family: &str) -> String {
        match self.family_first {
            Some(middle) => format!("{family} {middle} {given}"),
            None => format!("{given} {family}"),
        }
    }
}

/// People who work at partners, invented as well.
const STAFF_GIVEN: [&str; 16] = [
    "Maren", "Tobias", "Adaeze", "Lucía", "Priya", "Gideon", "Noemí", "Felix", "Yara", "Benedikt", "Imani", "Solveig",
    "Rafael", "Odalys", "Hyun-woo", "Teresa",
];
const STAFF_FAMILY: [&str; 16] = [
    "Ashgrove",
    "Valdelomar",
    "Okonwell",
    "Brindle",
    "Castañar",
    "Feldspar",
    "Mirabal Sol",
    "Thornquist",
    "Eskandel",
    "Quillfeather",
    "Lindqvale",
    "Sorrentas",
    "Abernook",
    "Rao-Linden",
    "Whitlow",
    "Zamorano Fuentes",
];

/// The name of somebody who works at a partner.
pub fn staff(rng: &mut Rng) -> String {
    format!("{} {}", rng.pick(&STAFF_GIVEN), rng.pick(&STAFF_FAMILY))
}
