//! How things look: sixteen colours on the terminal's own background, or none at all.
//!
//! Whatever a colour says, a word, a marker or a modifier says too: the groups carry their names, the selected row a `>`.

use crate::panes::Tone;
use ratatui::style::{Color, Modifier, Style};

/// Which look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own sixteen colours; foreground and background stay as they are.
    #[default]
    Color,
    /// Modifiers alone, for `NO_COLOR`.
    Mono,
}

impl Theme {
    /// How a cell of that tone looks.
    ///
    /// Red and magenta read on dark and on light backgrounds; yellow and bright black vanish on one of the two.
    pub fn tone(self, tone: Tone) -> Style {
        let plain = Style::new();
        match (tone, self) {
            (Tone::Plain, _) | (Tone::Good, Self::Mono) => plain,
            (Tone::Quiet, _) => plain.add_modifier(Modifier::DIM),
            (Tone::Strong, _) | (Tone::Alarm | Tone::Warn, Self::Mono) => plain.add_modifier(Modifier::BOLD),
            (Tone::Alarm, Self::Color) => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            (Tone::Warn, Self::Color) => plain.fg(Color::Magenta),
            (Tone::Good, Self::Color) => plain.fg(Color::Green),
        }
    }

    /// Headings, explanations, the frame of a list that is not in focus.
    pub fn quiet(self) -> Style {
        self.tone(Tone::Quiet)
    }

    /// Titles, keys, the frame in focus.
    pub fn strong(self) -> Style {
        self.tone(Tone::Strong)
    }

    /// The frame around a list or a panel.
    pub fn frame(self, focused: bool) -> Style {
        if focused { self.strong() } else { self.quiet() }
    }

    /// A cell in the bar of the selected row: an even one, so its colours give way; what was bold stays bold.
    pub fn selected(self, tone: Tone) -> Style {
        let bar = Style::new().add_modifier(Modifier::REVERSED);
        match tone {
            Tone::Strong | Tone::Alarm | Tone::Warn => bar.add_modifier(Modifier::BOLD),
            Tone::Plain | Tone::Quiet | Tone::Good => bar,
        }
    }

    /// The bar of a selected row: one look from end to end, so that a step of the cursor sends few changes of it.
    pub fn bar(self) -> Style {
        self.selected(Tone::Strong)
    }

    /// What is added to the letters that a filter matched.
    pub fn matched(self) -> Modifier {
        Modifier::BOLD.union(Modifier::UNDERLINED)
    }

    /// Something the eye must not pass over, such as DEMO.
    pub fn banner(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// Something that went wrong.
    pub fn error(self) -> Style {
        self.tone(Tone::Alarm)
    }

    /// Where text is being typed.
    pub fn typing(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// What stands in the field and goes as soon as one types.
    pub fn proposed(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 6] = [Tone::Plain, Tone::Quiet, Tone::Strong, Tone::Alarm, Tone::Warn, Tone::Good];

    fn all(theme: Theme) -> Vec<Style> {
        let mut styles = vec![theme.quiet(), theme.strong(), theme.banner(), theme.error(), theme.typing()];
        styles.extend([theme.frame(true), theme.frame(false)]);
        styles.extend(TONES.iter().flat_map(|tone| [theme.tone(*tone), theme.selected(*tone)]));
        styles
    }

    #[test]
    fn without_colour_no_style_sets_one() {
        for style in all(Theme::Mono) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn no_style_paints_a_background_or_a_colour_that_some_backgrounds_swallow() {
        for style in all(Theme::Color) {
            assert_eq!(style.bg, None);
            assert!(!matches!(style.fg, Some(Color::White | Color::Black | Color::DarkGray | Color::Yellow)));
        }
    }
}
