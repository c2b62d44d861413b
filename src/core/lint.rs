//! Numbers that are better not kept in a text: A-numbers and social-security numbers. They are found by how they are
//! written; nothing is looked up, and nothing is guessed from digits alone.

use std::ops::Range;

/// What such a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sensitive {
    /// `A` and 8 or 9 digits: 8 CFR 1.2 calls it the alien registration number.
    ANumber,
    /// Three, two and four digits, or nine behind their name; taxpayer numbers look the same.
    SocialSecurity,
}

impl Sensitive {
    /// Its name in the catalogues.
    pub fn code(self) -> &'static str {
        match self {
            Self::ANumber => "a-number",
            Self::SocialSecurity => "social-security",
        }
    }
}

/// One that was found, and where in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub what: Sensitive,
    pub at: Range<usize>,
}

/// Words behind which eight or nine digits are an A-number, in lower case, with `_` for a space; and those for a social-security number.
const A_NAMES: &[&str] = &[
    "a-number",
    "a_number",
    "a-num",
    "a_no.",
    "a-no.",
    "a_nº",
    "a-#",
    "a_#",
    "a#",
    "alien_number",
    "alien_no",
    "alien_registration_number",
    "alien_registration_no",
    "alien_#",
    "uscis_number",
    "uscis#",
    "uscis_#",
    "uscis_no",
    "número_a",
    "numero_a",
    "número_de_extranjero",
    "numero_de_extranjero",
    "número_de_registro_de_extranjero",
    "numero_de_registro_de_extranjero",
    "registro_de_extranjero",
];
const S_NAMES: &[&str] = &[
    "ssn",
    "ss#",
    "ss_#",
    "social_security_number",
    "social_security_no",
    "social_security",
    "social-security",
    "seguro_social",
    "número_social",
    "numero_social",
    "itin",
    "nss",
];

/// What may stand between a name and its number.
const BETWEEN: &[&str] = &["number", "número", "numero", "num.", "núm.", "no.", "nº", "is", "es", "was", "era"];

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Digits with what stands between them: how many each group has, and where they end.
struct Digits {
    figures: String,
    groups: Vec<usize>,
    /// Every separator is a dash.
    dashed: bool,
    end: usize,
}

/// Reads the digits at the start of `text`, in groups that one space, dash or dot parts.
fn digits(text: &str) -> Option<Digits> {
    let mut read = Digits { figures: String::new(), groups: vec![0], dashed: true, end: 0 };
    let mut parted = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            if let Some(separator) = parted.take() {
                read.dashed &= is_dash(separator);
                read.groups.push(0);
            }
            read.figures.push(c);
            *read.groups.last_mut()? += 1;
            read.end = at + 1;
        } else if parted.is_none() && !read.figures.is_empty() && (is_dash(c) || matches!(c, ' ' | '\u{a0}' | '.')) {
            parted = Some(c);
        } else {
            break;
        }
    }
    // A letter right behind the last digit makes it something else.
    let behind = text.get(read.end..).and_then(|rest| rest.chars().next());
    (!read.figures.is_empty() && !behind.is_some_and(char::is_alphanumeric)).then_some(read)
}

impl Digits {
    /// Eight or nine digits in one piece, or in threes from the right.
    fn is_a_number(&self) -> bool {
        matches!(self.groups.as_slice(), [8 | 9] | [2 | 3, 3, 3] | [2 | 3, 6])
    }

    fn is_social(&self) -> bool {
        matches!(self.groups.as_slice(), [9] | [3, 2, 4]) && is_given_out(&self.figures)
    }

    /// A day without separators: nobody writes an A-number apart from its letter so that it reads like one.
    fn is_day(&self) -> bool {
        let part = |range: Range<usize>| self.figures.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
        let day = |year, month, day| (1900..2100).contains(&year) && (1..13).contains(&month) && (1..32).contains(&day);
        self.groups == [8]
            && (day(part(0..4), part(4..6), part(6..8))
                || day(part(4..8), part(0..2), part(2..4))
                || day(part(4..8), part(2..4), part(0..2)))
    }
}

/// Whether nine digits can be a number that was ever given out: no part is all zeros, and none begins with 666.
fn is_given_out(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).unwrap_or_default();
    part(0..3) != "000" && part(0..3) != "666" && part(3..5) != "00" && part(5..9) != "0000"
}

/// How long a name of the list is that `lower` begins with, in bytes; it must not go on with a letter.
fn named(lower: &str, names: &[&str]) -> Option<usize> {
    let ends = |name: &&str| {
        let length = begins(lower, name)?;
        let goes_on = lower.get(length..)?.starts_with(char::is_alphabetic);
        (!name.ends_with(char::is_alphabetic) || !goes_on).then_some(length)
    };
    names.iter().filter_map(ends).max()
}

/// How long `name` is in `text`, if that begins with it.
fn begins(text: &str, name: &str) -> Option<usize> {
    let mut length = 0;
    let mut letters = text.chars();
    for want in name.chars() {
        let c = letters.next()?;
        if c != want && !(want == '_' && matches!(c, ' ' | '\u{a0}')) {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

/// Skips what may stand between a name and its number; returns how many bytes.
fn between(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let mark =
            rest.chars().next().filter(|c| is_dash(*c) || matches!(c, ' ' | '\u{a0}' | ':' | '#' | '=' | '(' | 'º'));
        match mark {
            Some(c) => at += c.len_utf8(),
            None => match named(rest, BETWEEN) {
                Some(length) => at += length,
                None => return at,
            },
        }
    }
}

/// The number that begins with the letter here, as far as its digits go.
fn lettered(text: &str) -> Option<usize> {
    let mut letters = text.chars();
    let capital = match letters.next()? {
        'A' => true,
        'a' => false,
        _ => return None,
    };
    let rest = letters.as_str();
    let marks = rest.find(|c: char| !(is_dash(c) || matches!(c, '#' | ':' | ' ' | '\u{a0}' | '.')))?;
    let (between, number) = rest.split_at_checked(marks)?;
    // "llamar a 2222 3333": a small letter apart from digits is a word.
    if between.chars().count() > 3 || (!capital && between.contains([' ', '\u{a0}'])) {
        return None;
    }
    let read = digits(number).filter(Digits::is_a_number)?;
    let apart = between.contains([' ', '\u{a0}', ':', '.']);
    (!(apart && read.is_day())).then_some(1 + marks + read.end)
}

/// Every such number in a text, in its order.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut next = 0;
    for (at, c) in text.char_indices() {
        let starts = !before.is_alphanumeric();
        let joined = is_dash(before) || before == '.';
        let parted = std::mem::replace(&mut before, c);
        if at < next || !starts {
            continue;
        }
        let here = text.get(at..).unwrap_or_default();
        let hit = if c.is_ascii_digit() {
            // Digits before a dash belong to the same number.
            let free = !joined || !text.get(..at).is_some_and(|left| ends_in_digit(left, parted));
            let read = digits(here).filter(|read| free && read.dashed && read.groups == [3, 2, 4] && read.is_social());
            read.map(|read| (Sensitive::SocialSecurity, read.end))
        } else if c.is_alphabetic() {
            lettered(here).map(|end| (Sensitive::ANumber, end)).or_else(|| behind_its_name(here))
        } else {
            None
        };
        if let Some((what, length)) = hit {
            found.push(Found { what, at: at..at + length });
            next = at + length;
        }
    }
    found
}

fn ends_in_digit(left: &str, separator: char) -> bool {
    left.strip_suffix(separator).is_some_and(|left| left.ends_with(|c: char| c.is_ascii_digit()))
}

/// A number behind what it is called.
fn behind_its_name(here: &str) -> Option<(Sensitive, usize)> {
    // A name is short; lowering keeps the length of every letter that one is made of.
    let start: String = here.chars().take(48).flat_map(lower).collect();
    let kinds = [(Sensitive::ANumber, A_NAMES), (Sensitive::SocialSecurity, S_NAMES)];
    kinds.into_iter().find_map(|(what, names)| {
        let mut at = named(&start, names)?;
        at += between(start.get(at..)?);
        if what == Sensitive::ANumber && start.get(at..)?.starts_with('a') {
            at += 1 + between(start.get(at + 1..)?);
        }
        let read = digits(here.get(at..)?)?;
        let fits = match what {
            Sensitive::ANumber => read.is_a_number(),
            Sensitive::SocialSecurity => read.is_social(),
        };
        fits.then_some((what, at + read.end))
    })
}

/// A letter in lower case where that takes as many bytes.
fn lower(c: char) -> impl Iterator<Item = char> {
    let small = c.to_lowercase().next().filter(|small| small.len_utf8() == c.len_utf8());
    std::iter::once(small.unwrap_or(c))
}

/// The first such number in a text.
pub fn first(text: &str) -> Option<Sensitive> {
    find(text).first().map(|found| found.what)
}

/// An A-number as a person types it, in its one spelling: `A` and 8 or 9 digits. `None` if it is none.
pub fn a_number(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix(['A', 'a']).unwrap_or(text);
    let rest = rest.trim_start_matches(|c: char| is_dash(c) || matches!(c, '#' | ':' | ' ' | '.'));
    let read = digits(rest)?;
    let whole = rest.get(read.end..).is_some_and(str::is_empty);
    (whole && read.is_a_number()).then(|| format!("A{}", read.figures))
}

#[cfg(test)]
mod tests;
