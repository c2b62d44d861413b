//! A new vault's recovery key on the screen: shown, taken away, typed back. Only then is the vault made.

use crate::error::message;
use crate::locale::Locale;
use crate::store;
use crate::store::keys::Passphrase;
use crate::store::recovery::{RecoveryKey, Typed};
use crate::ui::chrome::Hint;
use crate::ui::recovery::{Recovery, Step};
use tui_input::{Input, InputRequest};
use zeroize::{Zeroize, Zeroizing};

/// A key that somebody is writing down. What is typed of it is wiped when it goes.
pub struct Writing {
    passphrase: Passphrase,
    key: RecoveryKey,
    written: Zeroizing<String>,
    shown: bool,
    typed: Input,
    error: Option<String>,
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.clear();
    }
}

impl Writing {
    /// A new key, for a vault of that passphrase.
    ///
    /// # Errors
    /// The system gave no random numbers.
    pub fn new(passphrase: Passphrase) -> Result<Self, store::Error> {
        let key = RecoveryKey::new()?;
        Ok(Self { passphrase, written: key.written(), key, shown: true, typed: Input::default(), error: None })
    }

    /// What to draw.
    pub fn screen(&self, hints: Vec<Hint>) -> Recovery<'_> {
        let step = if self.shown { Step::Show(&self.written) } else { Step::TypeBack(&self.typed) };
        Recovery { step, error: self.error.as_deref(), hints }
    }

    fn clear(&mut self) {
        let mut text = self.typed.value_and_reset();
        text.zeroize();
    }

    /// Shows the key once more.
    pub fn back(&mut self) {
        self.clear();
        self.error = None;
        self.shown = true;
    }

    /// A letter, or another edit.
    pub fn edit(&mut self, request: InputRequest) {
        if !self.shown {
            self.error = None;
            self.typed.handle(request);
        }
    }

    /// Enter: it is on paper, or it is typed back. Returns passphrase and key once it is.
    pub fn enter(&mut self, locale: &Locale) -> Option<(Passphrase, RecoveryKey)> {
        if self.shown {
            self.shown = false;
            return None;
        }
        match RecoveryKey::read(self.typed.value().trim().as_bytes()) {
            Typed::Key(read) if read == self.key => return Some((self.passphrase.clone(), read)),
            Typed::Mistyped(groups) => self.error = Some(message(&store::Error::Mistyped(groups)).text(locale)),
            Typed::Key(_) | Typed::Other => self.error = Some(locale.t("recovery-another")),
        }
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn type_in(writing: &mut Writing, text: &str) {
        text.chars().for_each(|c| writing.edit(InputRequest::InsertChar(c)));
    }

    #[test]
    fn only_the_key_from_the_paper_goes_on() {
        let locale = Locale::new(Lang::En);
        let mut writing = Writing::new(Zeroizing::new(b"p".to_vec())).unwrap();
        let key = writing.written.to_lowercase();
        type_in(&mut writing, "lost: the key is still shown");
        assert!(writing.enter(&locale).is_none() && writing.error.is_none());
        assert_eq!(writing.typed.value(), "");
        type_in(&mut writing, "something else");
        assert!(writing.enter(&locale).is_none());
        assert_eq!(writing.error.as_deref(), Some("That is not the recovery key just shown."));
        writing.back();
        assert!(writing.shown && writing.error.is_none() && writing.typed.value().is_empty());
        writing.enter(&locale);
        type_in(&mut writing, &key[..46]);
        assert!(writing.enter(&locale).is_none());
        assert!(writing.error.as_deref().unwrap().contains("slip: 8"), "{:?}", writing.error);
        type_in(&mut writing, &key[46..]);
        let (passphrase, read) = writing.enter(&locale).unwrap();
        assert!(*passphrase == b"p" && read == writing.key);
    }
}
