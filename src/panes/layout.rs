//! Columns into a width, and text into a column. Widths are terminal cells, as `unicode-width` counts them.

use super::Column;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Empty cells between two columns.
pub const GAP: u16 = 1;

/// Chooses the columns that fit into `width` and shares it out: for each column kept, its index and its width.
///
/// Columns go by their `drop` number, the highest first; what is left over goes to those that grow. Where even the
/// columns that stay are too wide, those that grow give way, and then the last ones are cut or left out. The widths and the gaps between never exceed `width`.
pub fn fit(columns: &[Column], width: u16) -> Vec<(usize, u16)> {
    let mut kept: Vec<(usize, &Column)> = columns.iter().enumerate().collect();
    while needed(&kept) > u32::from(width) {
        let Some(place) = first_to_go(&kept) else { break };
        kept.remove(place);
    }
    let spare = u32::from(width).saturating_sub(needed(&kept));
    if spare == 0 { squeeze(&kept, width) } else { share(&kept, spare) }
}

/// The width that the least widths and the gaps between them take.
fn needed(kept: &[(usize, &Column)]) -> u32 {
    let gaps = u32::try_from(kept.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let columns: u32 = kept.iter().map(|(_, column)| u32::from(column.min)).sum();
    columns.saturating_add(gaps.saturating_mul(u32::from(GAP)))
}

/// The place of the column with the highest drop number above 0; of two alike the later.
fn first_to_go(kept: &[(usize, &Column)]) -> Option<usize> {
    let places = kept.iter().enumerate().filter(|(_, (_, column))| column.drop > 0);
    places.max_by_key(|(place, (_, column))| (column.drop, *place)).map(|(place, _)| place)
}

/// Gives each column its least width from the left, as long as there is room. A little that is lacking is taken from the
/// columns that would grow, up to half of each: a cut title can still be told, a cut date cannot.
fn squeeze(kept: &[(usize, &Column)], width: u16) -> Vec<(usize, u16)> {
    let mut left = width;
    let spare = |column: &Column| if column.grow > 0 { u32::from(column.min / 2) } else { 0 };
    let all: u32 = kept.iter().map(|(_, column)| spare(column)).sum();
    let mut lacking =
        Some(needed(kept).saturating_sub(u32::from(width))).filter(|lacking| *lacking <= all).unwrap_or(0);
    let mut widths = Vec::with_capacity(kept.len());
    for (index, column) in kept {
        let gap = if widths.is_empty() { 0 } else { GAP };
        let spared = lacking.min(spare(column));
        lacking -= spared;
        let given = column.min.saturating_sub(u16::try_from(spared).unwrap_or(0)).min(left.saturating_sub(gap));
        if given == 0 {
            break;
        }
        left = left.saturating_sub(given + gap);
        widths.push((*index, given));
    }
    widths
}

/// Adds `spare` to the least widths in proportion to `grow`; what division leaves goes to the first that grow.
fn share(kept: &[(usize, &Column)], spare: u32) -> Vec<(usize, u16)> {
    let shares: u32 = kept.iter().map(|(_, column)| u32::from(column.grow)).sum();
    let part = |grow: u16| (spare * u32::from(grow)).checked_div(shares).unwrap_or(0);
    let mut rest = spare - kept.iter().map(|(_, column)| part(column.grow)).sum::<u32>();
    kept.iter()
        .map(|(index, column)| {
            let one = u32::from(column.grow > 0 && rest > 0);
            rest -= one;
            let given = u32::from(column.min) + part(column.grow) + one;
            (*index, u16::try_from(given).unwrap_or(u16::MAX))
        })
        .collect()
}

/// The text cut to at most `width` cells, with `…` where something is missing; letters and their marks stay together.
pub fn truncate(text: &str, width: u16) -> Cow<'_, str> {
    let width = usize::from(width);
    if (text.len() <= width && text.is_ascii()) || text.width() <= width {
        return Cow::Borrowed(text);
    }
    let Some(room) = width.checked_sub(1) else { return Cow::Borrowed("") };
    let (mut end, mut used) = (0, 0);
    for (start, letter) in text.grapheme_indices(true) {
        let cells = letter.width();
        if used + cells > room {
            break;
        }
        used += cells;
        end = start + letter.len();
    }
    let kept = text.get(..end).unwrap_or_default().trim_end();
    Cow::Owned(format!("{kept}…"))
}

/// The text in exactly `width` cells: cut, or filled with spaces on the side away from its alignment.
pub fn pad(text: &str, width: u16, right: bool) -> String {
    let text = truncate(text, width);
    let missing = usize::from(width).saturating_sub(text.width());
    let spaces = " ".repeat(missing);
    if right { spaces + &text } else { text.into_owned() + &spaces }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(min: u16, grow: u16, drop: u8) -> Column {
        Column { heading: "x", min, grow, drop, right: false }
    }

    fn total(widths: &[(usize, u16)]) -> u16 {
        let gaps = u16::try_from(widths.len().saturating_sub(1)).unwrap_or_default() * GAP;
        widths.iter().map(|(_, width)| width).sum::<u16>() + gaps
    }

    #[test]
    fn every_width_is_kept_to_and_filled() {
        let columns = [column(2, 0, 0), column(12, 0, 5), column(7, 0, 0), column(12, 3, 0), column(14, 4, 2)];
        for width in 0..=200 {
            let widths = fit(&columns, width);
            assert!(total(&widths) <= width, "{width}: {widths:?}");
            assert!(widths.iter().all(|(_, given)| *given > 0), "{width}: {widths:?}");
            assert!(widths.is_sorted_by_key(|(index, _)| *index));
            if width >= 23 {
                assert_eq!(total(&widths), width, "{widths:?}");
            }
        }
    }

    #[test]
    fn columns_go_by_their_drop_number_and_come_back_with_room() {
        let columns = [column(4, 1, 0), column(4, 0, 1), column(4, 0, 2), column(4, 0, 0)];
        let kept = |width| fit(&columns, width).into_iter().map(|(index, _)| index).collect::<Vec<_>>();
        assert_eq!(kept(19), [0, 1, 2, 3]);
        assert_eq!(kept(18), [0, 1, 3]);
        assert_eq!(kept(13), [0, 3]);
        assert_eq!(fit(&columns, 8), [(0, 3), (3, 4)], "what would grow gives way first");
        assert_eq!(kept(5), [0]);
        assert_eq!(fit(&columns, 3), [(0, 3)]);
        assert!(fit(&columns, 0).is_empty());
        assert!(fit(&[], 80).is_empty());
    }

    #[test]
    fn what_is_left_over_goes_to_those_that_grow() {
        let columns = [column(2, 1, 0), column(2, 2, 0), column(2, 0, 0)];
        assert_eq!(fit(&columns, 15), [(0, 5), (1, 6), (2, 2)]);
        assert_eq!(fit(&[column(2, 0, 0)], 9), [(0, 2)]);
        assert_eq!(fit(&[column(2, 1, 0)], u16::MAX), [(0, u16::MAX)]);
    }

    #[test]
    fn text_is_cut_by_cells_not_by_letters() {
        assert_eq!(truncate("Letter to court", 15), "Letter to court");
        assert_eq!(truncate("Letter to court", 10), "Letter to…");
        assert_eq!(truncate("Letter to court", 8), "Letter…");
        assert_eq!(truncate("José Núñez", 10), "José Núñez");
        // Decomposed: a letter and its accent are two code points in one cell.
        assert_eq!(truncate("Jose\u{301} Nun\u{303}ez", 10), "Jose\u{301} Nun\u{303}ez");
        assert_eq!(truncate("Jose\u{301} N", 5), "Jose\u{301}…");
        // Two cells each.
        assert_eq!(truncate("漢字漢字", 8), "漢字漢字");
        assert_eq!(truncate("漢字漢字", 7), "漢字漢…");
        assert_eq!(truncate("漢字漢字", 6), "漢字…");
        assert_eq!(truncate("漢字", 1), "…");
        assert_eq!(truncate("漢字", 0), "");
        // A family joined into one picture is not taken apart.
        assert_eq!(truncate("👩‍👩‍👧ab", 3), "👩‍👩‍👧…");
    }

    #[test]
    fn padded_text_has_the_width_asked_for() {
        for text in ["", "a", "Jose\u{301}", "漢字漢字", "a rather long title"] {
            for width in 0..30 {
                assert_eq!(pad(text, width, false).width(), usize::from(width), "{text:?} in {width}");
                assert_eq!(pad(text, width, true).width(), usize::from(width), "{text:?} in {width}");
            }
        }
        assert_eq!(pad("7", 3, true), "  7");
        assert_eq!(pad("7", 3, false), "7  ");
    }
}
