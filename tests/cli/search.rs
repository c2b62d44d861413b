//! Finding a partner from the command line.

use super::house::{House, column};

fn house() -> House {
    let house = House::new();
    let rows = "name,city,languages,notes\n\
        Nunez and Josephson Movers,Mesa,English,\n\
        Josefina Nunez-Lopez,Tempe,Spanish,\n\
        Ayuda,Mesa,Spanish,ask for José Núñez\n\
        José Núñez,Boston,Spanish,\n\
        K'iche' Interpreters,New Bedford,K'iche',\n\
        Voces Mayas,Lynn,K’iche’; Mam,\n\
        Puente,Tempe,English,\n";
    let list = house.write("list.csv", rows.as_bytes());
    house.run(&["import", "partners", &list, "--yes"]).good();
    house
}

fn found(house: &House, query: &[&str]) -> Vec<String> {
    let partners = house.run(&[&["partners", "--json"], query].concat()).json();
    column(&partners, "name").into_iter().map(str::to_owned).collect()
}

#[test]
fn accents_case_order_and_apostrophes_never_matter() {
    let house = house();
    for query in [&["jose nunez"][..], &["JOSÉ NÚÑEZ"], &["nunez jose"], &["jose", "nunez"], &["NUNEZ", "jose"]] {
        assert_eq!(found(&house, query)[0], "José Núñez", "{query:?}");
    }
    for query in ["kiche", "K'iche'", "K’iche’", "KICHE", "k'iche"] {
        let mut names = found(&house, &[query]);
        assert_eq!(names[0], "K'iche' Interpreters", "{query}");
        names.sort_unstable();
        assert_eq!(names, ["K'iche' Interpreters", "Voces Mayas"], "{query}");
    }
    assert!(found(&house, &["nunez", "zacatecas"]).is_empty());
}

#[test]
fn a_limit_keeps_the_best() {
    let house = house();
    let all = found(&house, &["nunez"]);
    assert!(all.len() > 2);
    assert_eq!(found(&house, &["nunez", "--limit", "2"]), all[..2]);
    assert_eq!(found(&house, &["--limit", "3"]).len(), 3);
    assert_eq!(found(&house, &["--limit", "0"]).len(), 0);
    // The table shows the same rows in the same order, below its titles and behind their identities.
    let table = house.run(&["partners", "nunez", "--limit", "2"]).good();
    assert_eq!(table.len(), 3);
    assert!(
        table[1].get(7..).unwrap().starts_with(&all[0]) && table[2].get(7..).unwrap().starts_with(&all[1]),
        "{table:?}"
    );
}
