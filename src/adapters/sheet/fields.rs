//! One field after another, with the line it stands on.

/// A walk over the fields of a text.
pub struct Fields<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    delimiter: char,
    /// The last field ended at a delimiter, so another one follows even at the end of the text.
    owed: bool,
}

/// One field.
pub struct Field {
    pub text: String,
    /// Its row ends with it.
    pub last: bool,
    /// It begins with a quote, and what follows has no second one for it.
    pub unclosed: bool,
}

/// A quoted field: its text, and where it ends behind the closing quote.
struct Quoted {
    text: String,
    end: usize,
}

impl<'a> Fields<'a> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'a str, delimiter: char) -> Self {
        Self { text, at: 0, line: 1, delimiter, owed: false }
    }

    /// The line the next field starts on.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// How many bytes are behind.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next field; `None` at the end of the text.
    pub fn next_field(&mut self) -> Option<Field> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.is_empty() && !self.owed {
            return None;
        }
        let (text, length, unclosed) = if let Some(quoted) = self.quoted(rest) {
            (quoted.text, quoted.end, false)
        } else {
            let length = rest.find([self.delimiter, '\n', '\r']).unwrap_or(rest.len());
            let text = rest.get(..length).unwrap_or_default();
            (text.to_owned(), length, is_unclosed(text))
        };
        self.line += line_breaks(rest.get(..length).unwrap_or_default());
        self.at += length;
        let last = self.step_over_end();
        Some(Field { text, last, unclosed })
    }

    /// Steps over the delimiter or line break that ends a field, and tells whether the row ends here.
    fn step_over_end(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.owed = rest.starts_with(self.delimiter);
        if self.owed {
            self.at += self.delimiter.len_utf8();
            return false;
        }
        let length = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        self.line += u32::from(length > 0);
        self.at += length;
        true
    }

    /// The field at the start of `rest` if it is quoted: from a quote to one that stands before a delimiter or the end.
    fn quoted(&self, rest: &str) -> Option<Quoted> {
        let body = rest.trim_start_matches(' ').strip_prefix('"')?;
        let start = rest.len() - body.len();
        let mut text = String::new();
        let mut from = 0;
        loop {
            let quote = from + body.get(from..)?.find('"')?;
            let before = body.get(from..quote)?;
            let after = body.get(quote + 1..)?;
            if let Some(spaces) = self.ends_field(after) {
                text.push_str(before);
                return Some(Quoted { text, end: start + quote + 1 + spaces });
            }
            if after.starts_with('"') {
                text.push_str(before);
                from = quote + 2;
            } else {
                text.push_str(before.strip_suffix('\\')?);
                from = quote + 1;
            }
            text.push('"');
        }
    }

    /// How many spaces stand between here and the end of the field, if nothing else does.
    fn ends_field(&self, rest: &str) -> Option<usize> {
        let end = rest.trim_start_matches(' ');
        let ends = end.is_empty() || end.starts_with([self.delimiter, '\n', '\r']);
        ends.then_some(rest.len() - end.len())
    }
}

/// Whether a field that is not quoted as a whole begins with a quote that has no partner: `"Smith" & Sons` has one.
fn is_unclosed(text: &str) -> bool {
    text.trim_start_matches(' ').starts_with('"') && text.matches('"').count() % 2 == 1
}

/// How many lines end in `text`, whether by `\n`, `\r\n` or `\r`.
fn line_breaks(text: &str) -> u32 {
    if !text.contains('\n') && !text.contains('\r') {
        return 0;
    }
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}
