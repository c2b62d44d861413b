//! Contact cards, vCard 2.1, 3.0 and 4.0, to drafts of partners.
//!
//! The few rules of the format are read here and not by a library: a card that is refused needs its line, a property
//! without a field goes to the notes as it is written, and a line that breaks the rules must not vanish.

mod draft;
mod lines;
mod property;

pub use draft::draft;

use crate::core::import::Reason;
use lines::logical_lines;
use property::Property;

/// One card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The line of its `BEGIN`; 1 is the first of the file.
    pub line: u32,
    properties: Vec<Property>,
}

/// A card, or the line where something is that is none.
pub type Read = Result<Card, (u32, Reason)>;

/// Whether `text` is a file of cards: one begins in its first lines.
pub fn is_cards(text: &str) -> bool {
    text.lines().take(20).any(|line| line.trim().eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// Takes a file apart into its cards.
pub fn cards(text: &str) -> Vec<Read> {
    let mut read = Vec::new();
    let mut open: Option<Card> = None;
    let mut agents = 0;
    let mut outside = false;
    for (line, content) in logical_lines(text) {
        let property = Property::parse(&content);
        if property.is("BEGIN", "VCARD") {
            outside = false;
            match &mut open {
                // In 2.1 the card of an agent stands inside the card of whom they act for.
                Some(card) if card.properties.last().is_some_and(Property::is_empty_agent) || agents > 0 => {
                    card.properties.push(Property::agent(&content));
                    agents += 1;
                }
                _ => {
                    let unclosed = open.replace(Card { line, properties: Vec::new() });
                    read.extend(unclosed.map(|card| Err((card.line, Reason::UnclosedCard))));
                }
            }
            continue;
        }
        match &mut open {
            Some(card) if agents > 0 => {
                agents -= usize::from(property.is("END", "VCARD"));
                card.properties.push(Property::agent(&content));
            }
            Some(_) if property.is("END", "VCARD") => read.extend(open.take().map(Ok)),
            Some(card) => card.properties.push(property),
            None if outside => {}
            None => {
                outside = true;
                read.push(Err((line, Reason::OutsideCard)));
            }
        }
    }
    read.extend(open.map(|card| Err((card.line, Reason::UnclosedCard))));
    read
}

#[cfg(test)]
mod tests;
