//! The lines of a card file, put together again where they were folded.

/// The logical lines of `text` with the line each starts on; blank ones are left out.
///
/// A line that starts with a space or tab continues the one before; so does one after a quoted-printable line that
/// ends in `=`, and in 2.1 the bare lines of a picture.
pub fn logical_lines(text: &str) -> Vec<(u32, String)> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    let mut closed = true;
    for (number, line) in (1..).zip(physical_lines(text)) {
        let folded = line.strip_prefix([' ', '\t']);
        match lines.last_mut() {
            Some((_, last)) if !closed && is_quoted_printable(last) && last.ends_with('=') && !is_end(line) => {
                last.pop();
                last.push_str(line);
            }
            Some((_, last)) if !closed && folded.is_some() => last.push_str(folded.unwrap_or_default()),
            Some((_, last)) if !closed && is_base64(last) && !line.contains(':') => last.push_str(line),
            _ if line.trim().is_empty() => {}
            _ => lines.push((number, line.to_owned())),
        }
        closed = line.trim().is_empty();
    }
    lines
}

fn physical_lines(text: &str) -> impl Iterator<Item = &str> {
    let unix = text.contains('\n');
    let lines = text.split(if unix { '\n' } else { '\r' });
    lines.map(move |line| line.strip_suffix('\r').unwrap_or(line))
}

fn is_end(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case("END:VCARD")
}

fn head_has(line: &str, word: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default().to_ascii_uppercase();
    head.split([';', '=', ',']).skip(1).any(|part| part == word)
}

fn is_quoted_printable(line: &str) -> bool {
    head_has(line, "QUOTED-PRINTABLE")
}

fn is_base64(line: &str) -> bool {
    head_has(line, "BASE64") || head_has(line, "B")
}
