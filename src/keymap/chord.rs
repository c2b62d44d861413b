//! A chord: one key with its modifiers, in the only spelling the program uses for it.
//!
//! Terminals send the same bytes for different keys (ctrl-i and tab, ctrl-_ and ctrl-7). Whatever arrives, and whatever
//! a file says, becomes one [`Chord`] here and nowhere else.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Home,
    End,
    PageUp,
    PageDown,
    Up,
    Down,
    Left,
    Right,
    /// A function key, from 1.
    F(u8),
}

/// The keys that are spelled with a word.
const NAMES: [(Key, &str); 15] = [
    (Key::Char(' '), "space"),
    (Key::Enter, "enter"),
    (Key::Esc, "esc"),
    (Key::Tab, "tab"),
    (Key::Backspace, "backspace"),
    (Key::Delete, "delete"),
    (Key::Insert, "insert"),
    (Key::Home, "home"),
    (Key::End, "end"),
    (Key::PageUp, "pageup"),
    (Key::PageDown, "pagedown"),
    (Key::Up, "up"),
    (Key::Down, "down"),
    (Key::Left, "left"),
    (Key::Right, "right"),
];

/// The highest function key that terminals report.
const LAST_FUNCTION_KEY: u8 = 24;

/// Behind `AltGr`, or a dead key, on the Spanish or the Latin American keyboard (read from the xkb layouts `es`, `latam`).
const NEEDS_ALTGR: &str = "[]{}|\\#@~^`";

/// One key with its modifiers, always in its canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    key: Key,
    ctrl: bool,
    alt: bool,
    shift: bool,
}

/// Why a spelling is not a chord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadChord {
    /// No such key, or its modifiers are not in the order ctrl-, alt-, shift-.
    Unknown,
    /// Terminals send this other chord for it.
    SameAs(Chord),
}

impl Chord {
    /// Reads a key event; `None` for a released key and for keys no keymap can name.
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let has = |modifier| event.modifiers.contains(modifier);
        if has(KeyModifiers::SUPER) || has(KeyModifiers::HYPER) || has(KeyModifiers::META) {
            return None;
        }
        let back_tab = event.code == KeyCode::BackTab;
        Some(Self::canonical(
            Key::from_code(event.code)?,
            has(KeyModifiers::CONTROL),
            has(KeyModifiers::ALT),
            has(KeyModifiers::SHIFT) || back_tab,
        ))
    }

    /// Reads a spelling such as `g`, `G`, `ctrl-x`, `alt-<`, `shift-tab`, `f12`.
    ///
    /// # Errors
    /// [`BadChord::Unknown`] for no such key; [`BadChord::SameAs`] when terminals cannot tell it from another.
    pub fn parse(text: &str) -> Result<Self, BadChord> {
        let (ctrl, rest) = strip(text, "ctrl-");
        let (alt, rest) = strip(rest, "alt-");
        let (shift, rest) = strip(rest, "shift-");
        let key = Key::parse(rest).ok_or(BadChord::Unknown)?;
        // What shift makes of a digit or a sign depends on the keyboard: the sign itself has to be named.
        if shift && matches!(key, Key::Char(c) if c != ' ' && !c.is_alphabetic()) {
            return Err(BadChord::Unknown);
        }
        let chord = Self::canonical(key, ctrl, alt, shift);
        if chord.to_string() == text { Ok(chord) } else { Err(BadChord::SameAs(chord)) }
    }

    /// Folds what terminals cannot tell apart: bytes 0x00 to 0x1F stand for ctrl and a letter or sign, and shift is
    /// already in the letter.
    fn canonical(key: Key, ctrl: bool, alt: bool, shift: bool) -> Self {
        let Key::Char(c) = key else { return Self { key, ctrl, alt, shift } };
        if !ctrl {
            let key = if shift { Key::Char(upper(c)) } else { key };
            return Self { key, ctrl, alt, shift: false };
        }
        let (key, ctrl) = match c.to_ascii_lowercase() {
            'i' => (Key::Tab, false),
            'm' => (Key::Enter, false),
            '[' => (Key::Esc, false),
            'h' => (Key::Backspace, false),
            '@' | '2' => (Key::Char(' '), true),
            // crossterm names the bytes 0x1C to 0x1F ctrl-4 to ctrl-7.
            '4' => (Key::Char('\\'), true),
            '5' => (Key::Char(']'), true),
            '6' => (Key::Char('^'), true),
            '7' | '/' => (Key::Char('_'), true),
            lower => (Key::Char(lower), true),
        };
        Self { key, ctrl, alt, shift: false }
    }

    /// The escape key alone, which leaves any unfinished sequence.
    pub(super) fn is_escape(self) -> bool {
        self == Self { key: Key::Esc, ctrl: false, alt: false, shift: false }
    }

    /// The character it types, if it is a character without ctrl or alt.
    pub fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt && !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// Whether it needs `AltGr`, or is a dead key, on a Spanish or Latin American keyboard.
    pub fn needs_altgr(self) -> bool {
        matches!(self.key, Key::Char(c) if NEEDS_ALTGR.contains(c))
    }

    /// Whether terminals send it at all without an extended keyboard protocol, which the program does not ask for.
    pub fn is_sendable(self) -> bool {
        match self.key {
            Key::Char(c) if self.ctrl => c.is_ascii_lowercase() || " \\]^_".contains(c),
            Key::Tab => !self.ctrl,
            Key::Enter | Key::Esc | Key::Backspace => !self.ctrl && !self.shift,
            _ => true,
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (on, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if on {
                f.write_str(name)?;
            }
        }
        match (NAMES.iter().find(|(key, _)| *key == self.key), self.key) {
            (Some((_, name)), _) => f.write_str(name),
            (None, Key::F(number)) => write!(f, "f{number}"),
            (None, Key::Char(c)) => write!(f, "{c}"),
            (None, other) => write!(f, "{other:?}"),
        }
    }
}

impl Key {
    fn from_code(code: KeyCode) -> Option<Self> {
        Some(match code {
            KeyCode::Char(c) => Self::Char(c),
            KeyCode::Enter => Self::Enter,
            KeyCode::Esc => Self::Esc,
            KeyCode::Tab | KeyCode::BackTab => Self::Tab,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete => Self::Delete,
            KeyCode::Insert => Self::Insert,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::F(number) => Self::F(number),
            _ => return None,
        })
    }

    fn parse(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Some(Self::Char(c)).filter(|_| !c.is_control() && !c.is_whitespace());
        }
        let named = NAMES.iter().find(|(_, name)| *name == text).map(|(key, _)| *key);
        named.or_else(|| {
            let number = text.strip_prefix('f')?.parse().ok()?;
            (1..=LAST_FUNCTION_KEY).contains(&number).then_some(Self::F(number))
        })
    }
}

/// Reads a sequence of chords separated by spaces.
///
/// # Errors
/// The first chord that is not one, as it was spelled, and why.
pub fn parse_keys(text: &str) -> Result<Vec<Chord>, (String, BadChord)> {
    let keys: Vec<_> = text
        .split_whitespace()
        .map(|chord| Chord::parse(chord).map_err(|bad| (chord.to_owned(), bad)))
        .collect::<Result<_, _>>()?;
    if keys.is_empty() { Err((text.to_owned(), BadChord::Unknown)) } else { Ok(keys) }
}

/// Spells a sequence of chords.
pub fn spell(keys: &[Chord]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn strip<'a>(text: &'a str, modifier: &str) -> (bool, &'a str) {
    // "ctrl-" alone is no key, and the minus of "ctrl--" is one.
    match text.strip_prefix(modifier) {
        Some(rest) if !rest.is_empty() => (true, rest),
        _ => (false, text),
    }
}

fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

#[cfg(test)]
mod tests;
