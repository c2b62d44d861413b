//! Contexts: where a key is pressed decides which tables of a keymap count.

use std::fmt;

/// Where a key is pressed, or a table of a keymap that such places share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// Shared by every pane.
    Global,
    /// Shared by every pane that shows a list.
    List,
    Caseload,
    Deadlines,
    Partners,
    Timeline,
    Form,
    /// The finder and the palette.
    Picker,
    /// Typing in the filter line of a pane.
    Filter,
    /// A question answered by yes or no.
    Confirm,
    /// A text to read and leave: the help screen, the reasons of an urgency.
    Help,
    /// The screen that asks for the passphrase.
    Locked,
}

impl Context {
    /// Every context, in the order of a keymap file.
    pub const ALL: [Self; 12] = [
        Self::Global,
        Self::List,
        Self::Caseload,
        Self::Deadlines,
        Self::Partners,
        Self::Timeline,
        Self::Form,
        Self::Picker,
        Self::Filter,
        Self::Confirm,
        Self::Help,
        Self::Locked,
    ];

    /// Its name in a keymap file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::List => "list",
            Self::Caseload => "caseload",
            Self::Deadlines => "deadlines",
            Self::Partners => "partners",
            Self::Timeline => "timeline",
            Self::Form => "form",
            Self::Picker => "picker",
            Self::Filter => "filter",
            Self::Confirm => "confirm",
            Self::Help => "help",
            Self::Locked => "locked",
        }
    }

    /// Returns the context of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }

    /// The tables that count in it, the nearest first.
    pub fn chain(self) -> &'static [Self] {
        match self {
            Self::Global => &[Self::Global],
            Self::List => &[Self::List, Self::Global],
            Self::Caseload => &[Self::Caseload, Self::List, Self::Global],
            Self::Deadlines => &[Self::Deadlines, Self::List, Self::Global],
            Self::Partners => &[Self::Partners, Self::List, Self::Global],
            Self::Timeline => &[Self::Timeline, Self::List, Self::Global],
            Self::Form => &[Self::Form],
            Self::Picker => &[Self::Picker],
            Self::Filter => &[Self::Filter],
            Self::Confirm => &[Self::Confirm],
            Self::Help => &[Self::Help],
            Self::Locked => &[Self::Locked],
        }
    }

    /// Whether a person types text in it, so that a plain character is never a command.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Form | Self::Picker | Self::Filter | Self::Locked)
    }

    /// Whether it is a pane, or a table that only panes use.
    pub fn is_pane(self) -> bool {
        self.chain().contains(&Self::Global)
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
