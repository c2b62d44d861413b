//! What is typed and must not last: the letters are overwritten when they go, also those of a line that grew.

use crate::store::keys::Passphrase;
use std::time::Duration;
use tui_input::InputRequest;
use zeroize::{Zeroize, Zeroizing};

/// Letters that a line takes before it has to grow.
const ROOM: usize = 1024;

/// A line whose letters are overwritten when they go. No screen shows them, or where among them the cursor stands.
pub struct Secret {
    letters: Zeroizing<Vec<char>>,
    cursor: usize,
}

impl Default for Secret {
    fn default() -> Self {
        Self { letters: Zeroizing::new(Vec::with_capacity(ROOM)), cursor: 0 }
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.letters == other.letters
    }
}

impl Secret {
    /// How many letters there are.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The letters in UTF-8.
    pub fn bytes(&self) -> Passphrase {
        let length = self.letters.iter().map(|letter| letter.len_utf8()).sum();
        let (mut bytes, mut one) = (Zeroizing::new(Vec::with_capacity(length)), Zeroizing::new([0; 4]));
        for letter in self.letters.iter() {
            bytes.extend_from_slice(letter.encode_utf8(&mut *one).as_bytes());
        }
        bytes
    }

    /// Overwrites every letter.
    pub fn wipe(&mut self) {
        self.letters.zeroize();
        self.cursor = 0;
    }

    /// Does what a key asks for.
    pub fn edit(&mut self, request: InputRequest) {
        let (at, end) = (self.cursor, self.letters.len());
        match request {
            InputRequest::InsertChar(letter) => self.insert(letter),
            InputRequest::DeletePrevChar => self.cut(at.saturating_sub(1), at),
            InputRequest::DeleteNextChar => self.cut(at, at + 1),
            InputRequest::DeletePrevWord => self.cut(self.word_before(), at),
            InputRequest::DeleteNextWord => self.cut(at, self.word_after()),
            InputRequest::DeleteLine => self.wipe(),
            InputRequest::DeleteTillEnd => self.cut(at, end),
            InputRequest::GoToPrevChar => self.cursor = at.saturating_sub(1),
            InputRequest::GoToNextChar => self.cursor = (at + 1).min(end),
            InputRequest::GoToPrevWord => self.cursor = self.word_before(),
            InputRequest::GoToNextWord => self.cursor = self.word_after(),
            InputRequest::GoToStart => self.cursor = 0,
            InputRequest::GoToEnd => self.cursor = end,
            _ => {}
        }
    }

    fn insert(&mut self, letter: char) {
        if self.letters.len() == self.letters.capacity() {
            let mut larger = Zeroizing::new(Vec::with_capacity(self.letters.len() + ROOM));
            larger.extend_from_slice(&self.letters);
            self.letters = larger;
        }
        let at = self.cursor.min(self.letters.len());
        self.letters.insert(at, letter);
        self.cursor += 1;
    }

    /// Takes the letters from `from` to before `to` out; what is left behind the end is overwritten.
    fn cut(&mut self, from: usize, to: usize) {
        let (from, to) = (from.min(self.letters.len()), to.min(self.letters.len()));
        if from < to {
            self.letters.copy_within(to.., from);
            let kept = self.letters.len() - (to - from);
            self.letters.iter_mut().skip(kept).for_each(Zeroize::zeroize);
            self.letters.truncate(kept);
        }
        self.cursor = from;
    }

    fn word_before(&self) -> usize {
        let before = self.letters.get(..self.cursor).unwrap_or_default();
        let word = before.iter().rposition(|letter| !letter.is_whitespace()).map_or(0, |last| last + 1);
        let blank = before.get(..word).unwrap_or_default().iter().rposition(|letter| letter.is_whitespace());
        blank.map_or(0, |blank| blank + 1)
    }

    fn word_after(&self) -> usize {
        let after = || self.letters.iter().enumerate().skip(self.cursor);
        let blank = after().find(|(_, letter)| letter.is_whitespace()).map_or(self.letters.len(), |(at, _)| at);
        let word = self.letters.iter().enumerate().skip(blank).find(|(_, letter)| !letter.is_whitespace());
        word.map_or(self.letters.len(), |(at, _)| at)
    }
}

/// Passphrases as typed, and when the last key came.
#[derive(Default)]
pub struct Typed {
    lines: [Secret; 2],
    pub focus: usize,
    touched: Duration,
}

impl Typed {
    /// Does what a key at this moment asks for.
    pub fn edit(&mut self, request: InputRequest, now: Duration) {
        self.touched = now;
        if let Some(line) = self.lines.get_mut(self.focus) {
            line.edit(request);
        }
    }

    /// The line of that number.
    pub fn line(&self, at: usize) -> Option<&Secret> {
        self.lines.get(at)
    }

    /// Whether both lines are the same.
    pub fn agrees(&self) -> bool {
        let [first, second] = &self.lines;
        first == second
    }

    /// When what is half typed is to go if no key comes for so long.
    pub fn goes(&self, after: Duration) -> Option<Duration> {
        self.lines.iter().any(|line| !line.is_empty()).then(|| self.touched + after)
    }

    /// Wipes what is half typed if no key came for so long. Returns whether something went.
    pub fn wipe_if_left(&mut self, after: Duration, now: Duration) -> bool {
        let left = self.goes(after).is_some_and(|at| at <= now);
        if left {
            *self = Self::default();
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use InputRequest as Do;

    fn edited(requests: &[InputRequest]) -> String {
        let mut line = Secret::default();
        "una frase larga".chars().for_each(|c| line.edit(Do::InsertChar(c)));
        for request in requests {
            line.edit(*request);
        }
        String::from_utf8(line.bytes().to_vec()).unwrap()
    }

    #[test]
    fn a_line_is_edited_as_any_other() {
        assert_eq!(edited(&[]), "una frase larga");
        assert_eq!(edited(&[Do::DeletePrevChar, Do::InsertChar('ñ')]), "una frase largñ");
        assert_eq!(edited(&[Do::DeletePrevWord]), "una frase ");
        assert_eq!(edited(&[Do::InsertChar(' '), Do::DeletePrevWord]), "una frase ");
        assert_eq!(edited(&[Do::GoToStart, Do::DeleteNextChar, Do::InsertChar('U')]), "Una frase larga");
        assert_eq!(edited(&[Do::GoToStart, Do::DeletePrevChar, Do::DeletePrevWord]), "una frase larga");
        assert_eq!(edited(&[Do::GoToStart, Do::GoToNextWord, Do::DeleteNextWord]), "una larga");
        assert_eq!(edited(&[Do::GoToPrevWord, Do::GoToPrevChar, Do::DeleteTillEnd]), "una frase");
        assert_eq!(
            edited(&[Do::GoToEnd, Do::DeleteNextChar, Do::GoToNextChar, Do::InsertChar('s')]),
            "una frase largas"
        );
        assert_eq!(edited(&[Do::DeleteLine, Do::InsertChar('x')]), "x");
    }

    #[test]
    fn a_line_has_no_end() {
        let mut line = Secret::default();
        (0..3 * ROOM).for_each(|_| line.edit(Do::InsertChar('é')));
        assert_eq!((line.len(), line.bytes().len()), (3 * ROOM, 6 * ROOM));
        line.wipe();
        assert!(line.is_empty() && line.letters.capacity() >= 3 * ROOM, "overwritten in its place");
    }
}
