//! Phone numbers that ring nowhere: 555-0100 to 555-0199 is set aside for invented people.

/// Area codes by place, the first for the place where most of them live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    Massachusetts,
    California,
    Tijuana,
}

impl Area {
    const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Massachusetts => &["617", "857", "781", "339", "508", "774", "978", "351", "413"],
            Self::California => &["619", "858", "760", "442", "213", "323"],
            Self::Tijuana => &["664", "663"],
        }
    }
}

/// Hands out numbers, each place's in turn.
#[derive(Debug, Clone, Default)]
pub struct Phones {
    given: [usize; 3],
}

impl Phones {
    /// The next number of a place.
    pub fn next(&mut self, area: Area) -> String {
        let given = &mut self.given[area as usize];
        let codes = area.codes();
        let (code, line) = (codes[*given % codes.len()], *given / codes.len() % 100);
        *given += 1;
        match area {
            Area::Massachusetts | Area::California => format!("({code}) 555-01{line:02}"),
            Area::Tijuana => format!("+52 {code} 555 01{line:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn numbers_are_set_aside_ones_and_differ_while_they_last() {
        let mut phones = Phones::default();
        let numbers: BTreeSet<String> = (0..900).map(|_| phones.next(Area::Massachusetts)).collect();
        assert_eq!(numbers.len(), 900);
        assert!(numbers.iter().all(|number| number.contains("555-01")));
        assert_eq!(phones.next(Area::Tijuana), "+52 664 555 0100");
    }
}
