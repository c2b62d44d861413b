//! A line of text being typed, scrolled so that the place of typing is in sight.

use super::painter::Painter;
use ratatui::style::Style;
use tui_input::Input;
use unicode_segmentation::UnicodeSegmentation;

/// Draws what was typed at `(x, y)` in at most `room` cells and parks the terminal's cursor where the next letter goes.
pub fn draw(p: &mut Painter<'_>, (x, y): (u16, u16), room: u16, input: &Input, style: Style) {
    let Some(last) = room.checked_sub(1) else { return };
    // One cell stays free for the cursor behind the last letter.
    let scroll = input.visual_cursor().saturating_sub(usize::from(last));
    p.put(x, y, room, behind(input.value(), scroll), style);
    let cursor = u16::try_from(input.visual_cursor() - scroll).unwrap_or(last);
    p.park(x + cursor.min(last), y);
}

/// The text behind its first `cells` cells.
fn behind(text: &str, cells: usize) -> &str {
    let mut skipped = 0;
    for (at, letter) in text.grapheme_indices(true) {
        if skipped >= cells {
            return text.get(at..).unwrap_or_default();
        }
        skipped += unicode_width::UnicodeWidthStr::width(letter);
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Theme;
    use ratatui::buffer::Buffer;
    use ratatui::layout::{Position, Rect};

    fn typed(value: &str, room: u16) -> (String, Option<Position>) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let mut p = Painter::new(&mut buffer, Theme::Mono);
        draw(&mut p, (1, 0), room, &Input::new(value.to_owned()), Style::new());
        let cursor = p.cursor();
        ((0..12).map(|x| buffer[(x, 0)].symbol()).collect(), cursor)
    }

    #[test]
    fn the_place_of_typing_stays_in_sight() {
        assert_eq!(typed("José", 8), (" José       ".to_owned(), Some(Position::new(5, 0))));
        assert_eq!(typed("abcdefghij", 8), (" defghij    ".to_owned(), Some(Position::new(8, 0))));
        assert_eq!(typed("", 8).1, Some(Position::new(1, 0)));
        assert_eq!(typed("abc", 0).1, None);
    }
}
