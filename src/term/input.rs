//! What comes in: keys, pastes, sizes, facts from the store, the passing of time.

use crate::app::msg::Fact;
use crossterm::event::{self, Event, KeyEvent};
use std::sync::mpsc::Sender;
use std::thread;

/// One thing the loop takes in.
pub enum Input {
    Key(KeyEvent),
    Paste(String),
    Resize(u16, u16),
    /// From the store's thread.
    Fact(Fact),
    /// A key was derived, or was not.
    Derived(Box<super::unlock::Derived>),
    /// The time until the screen goes blank or is locked may be over.
    Alarm,
    /// Asked from outside to stop until the shell continues it.
    Suspend,
    /// An opening that takes longer: changes done, and all there are.
    Progress(u64, u64),
    /// A signal, or the terminal is gone: end with this code.
    End(i32),
}

/// Reads the terminal on a thread of its own for as long as the program lives.
pub fn read(tell: Sender<Input>) {
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            let input = match event {
                Event::Key(key) => Input::Key(key),
                Event::Paste(text) => Input::Paste(text),
                Event::Resize(width, height) => Input::Resize(width, height),
                Event::FocusGained | Event::FocusLost | Event::Mouse(_) => continue,
            };
            if tell.send(input).is_err() {
                return;
            }
        }
        // The terminal cannot be read any more.
        drop(tell.send(Input::End(1)));
    });
}
