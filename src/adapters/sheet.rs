//! Tables as people export them: CSV with any of four delimiters, read row by row with its line number.
//!
//! The reading is done here and not by a library because real files break the rules in ways that lose rows: a space
//! between comma and quote, a quote in the middle of a name, one that is never closed. A quote that does not end at a
//! delimiter is taken as a character of the text, so it cannot swallow the rows after it. The tests read what the
//! `csv` crate writes.

mod fields;

use fields::Fields;

/// One row that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it starts on; 1 is the first of the file.
    pub line: u32,
    /// How many bytes of the text are behind its last one.
    pub end: usize,
    pub cells: Vec<String>,
    /// One of its cells begins with a quote that nothing closes: where that cell was meant to end, nobody knows.
    pub unclosed: bool,
}

/// The rows of `text`, the header among them; blank ones are left out.
pub struct Rows<'a> {
    fields: Fields<'a>,
}

/// Reads `text` as a table. The delimiter is the one of `,` `;` tab `|` that its first line has most of outside quotes.
pub fn rows(text: &str) -> Rows<'_> {
    let line = first_line(text);
    // Of several that are as many, the last is taken, so the most usual stands last.
    let delimiters = ['|', '\t', ';', ','];
    let delimiter = delimiters.into_iter().max_by_key(|delimiter| line.matches(*delimiter).count()).unwrap_or(',');
    Rows { fields: Fields::new(text, delimiter) }
}

/// The most characters of a first line that are looked at for its delimiter.
const LOOKED_AT: usize = 100_000;

/// The first line that is not blank, as far as it tells the delimiter, without what is quoted.
fn first_line(text: &str) -> String {
    let mut quoted = false;
    let mut unquoted = String::new();
    for c in text.trim_start().chars().take(LOOKED_AT) {
        quoted ^= c == '"';
        match c {
            '\n' | '\r' if !quoted => break,
            _ if !quoted => unquoted.push(c),
            _ => {}
        }
    }
    unquoted
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let line = self.fields.line();
            let (mut cells, mut unclosed) = (Vec::new(), false);
            loop {
                let field = self.fields.next_field()?;
                cells.push(field.text);
                unclosed |= field.unclosed;
                if field.last {
                    break;
                }
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(Row { line, end: self.fields.position(), cells, unclosed });
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).map(|row| row.cells).collect()
    }

    #[test]
    fn finds_the_delimiter() {
        for text in ["a,b;c\n1,2\n", "a;b,c\n1;2\n", "a\tb\n1\t2\n", "a|b\n1|2\n"] {
            assert_eq!(rows(text).next().unwrap().cells.len(), 2, "{text:?}");
        }
        assert_eq!(cells("\"a;b;c\",d\n"), [["a;b;c", "d"]]);
        assert_eq!(cells("name\nAyuda\n"), [["name"], ["Ayuda"]]);
    }

    #[test]
    fn reads_quotes_as_they_were_meant() {
        assert_eq!(cells("\"Atlanta\", \"North, Carolina\" ,x"), [["Atlanta", "North, Carolina", "x"]]);
        assert_eq!(
            cells("a,\"say \"\"hi\"\"\"\r\nb,\"two\r\nlines\"\r\n"),
            [["a", "say \"hi\""], ["b", "two\r\nlines"]]
        );
        assert_eq!(cells("\"\\\"Hacksaw\\\" Jim\";1987"), [["\"Hacksaw\" Jim", "1987"]]);
        assert_eq!(cells("a,\"C:\\\",b"), [["a", "C:\\", "b"]]);
        assert_eq!(cells("a,\"\",b"), [["a", "", "b"]]);
    }

    #[test]
    fn a_stray_quote_swallows_nothing() {
        assert_eq!(cells("\"Smith\" & Sons,1\nb,2\n"), [["\"Smith\" & Sons", "1"], ["b", "2"]]);
        assert_eq!(cells("a,\"open\nb,2\nc,3"), [["a", "\"open"], ["b", "2"], ["c", "3"]]);
        assert_eq!(cells("\"open,1\n\"b\",2"), [["\"open", "1"], ["b", "2"]]);
    }

    #[test]
    fn a_row_with_a_quote_that_nothing_closes_says_so() {
        let unclosed = |text| rows(text).filter(|row| row.unclosed).map(|row| row.line).collect::<Vec<_>>();
        assert_eq!(unclosed("name,city\n\"unterminated, x\nfoo,bar\n"), [2]);
        assert_eq!(unclosed("a,b\n1, \"open\n\"b\",2\nc,\"open"), [2, 4]);
        assert_eq!(unclosed("a,b\n\"Smith, John\" & Sons,1\n"), [2]);
        let sound = "a,b\n\"Smith\" & Sons,5\" pipe\n\"two\nlines\",\"say \"\"hi\"\"\"\n\"\",\"\\\"Hacksaw\\\" Jim\"\n";
        assert_eq!(unclosed(sound), Vec::<u32>::new());
    }

    #[test]
    fn counts_lines_of_every_kind() {
        let lines = |text| rows(text).map(|row| row.line).collect::<Vec<_>>();
        assert_eq!(lines("a,b\n\n1,\"x\ny\"\n,\n2,3"), [1, 3, 6]);
        assert_eq!(lines("a,b\r\n\r\n1,\"x\r\ny\"\r\n2,3\r\n"), [1, 3, 5]);
        assert_eq!(lines("a,b\r1,2\r3,4"), [1, 2, 3]);
        assert_eq!(lines(""), Vec::<u32>::new());
    }

    proptest! {
        #[test]
        fn reads_what_the_csv_crate_writes(
            table in prop::collection::vec(prop::collection::vec("[ab \",;\né]{0,5}", 3..=3), 1..6),
        ) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            writer.write_record(["x", "y", "z"]).unwrap();
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let kept: Vec<_> = table.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            prop_assert_eq!(&cells(&text)[1..], &kept[..]);
        }

        #[test]
        fn no_text_is_lost(text in "[ab\",; \n\r\\\\]{0,40}") {
            let kept: String = rows(&text).flat_map(|row| row.cells).collect();
            let letters = |text: &str| text.chars().filter(|c| matches!(c, 'a' | 'b')).collect::<String>();
            prop_assert_eq!(letters(&kept), letters(&text));
        }
    }
}
