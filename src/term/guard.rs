//! Takes the terminal and puts it back: on return, on error, on panic in any thread, on signals.

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};
use rustix::termios::{
    ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};
use serde::{Deserialize, Serialize};
use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};

/// Whether the terminal is ours at the moment; whoever takes it back first does the work.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();
/// The terminal's settings before it was ours.
static BEFORE: Mutex<Option<Before>> = Mutex::new(None);

/// Holds the terminal while the screen is open.
pub struct Guard {
    terminal: Screen,
}

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// A screen of which nothing is known to be drawn yet.
fn on_terminal() -> io::Result<Screen> {
    // A frame leaves in one write; the buffer is larger than the largest frame measured (300×100).
    let out = BufWriter::with_capacity(1 << 18, io::stdout());
    Terminal::new(CrosstermBackend::new(out)).inspect_err(|_| restore())
}

impl Guard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste.
    ///
    /// # Errors
    /// What the terminal does not let us do.
    pub fn take() -> io::Result<Self> {
        HOOK.call_once(hook_panics);
        enter()?;
        Ok(Self { terminal: on_terminal()? })
    }

    /// Takes over the terminal from the program before this one in the same process, which left it as it was: its screen
    /// stays, so that nothing of the shell's flashes up.
    ///
    /// # Errors
    /// What the terminal does not let us do.
    pub fn take_over(before: Before) -> io::Result<Self> {
        HOOK.call_once(hook_panics);
        TAKEN.store(true, Ordering::SeqCst);
        remember(Some(before));
        // Raw mode is entered from the settings that are to come back in the end.
        before.set().and_then(|()| enable_raw_mode()).inspect_err(|_| restore())?;
        let mut guard = Self { terminal: on_terminal()? };
        guard.clear()?;
        Ok(guard)
    }

    /// Draws one frame, so that no half of it is seen.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        crossterm::queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        crossterm::queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        Write::flush(self.terminal.backend_mut())
    }

    /// Draws every cell anew next time. What stands there goes with the next frame, so that no empty screen is seen
    /// between; ratatui's own way asks the terminal where its cursor is, and that may never be answered.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn clear(&mut self) -> io::Result<()> {
        self.terminal = on_terminal()?;
        crossterm::queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate, Clear(ClearType::All))
    }

    /// The terminal's size in cells.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        self.terminal.size().map(|size| (size.width, size.height))
    }

    /// Gives the terminal to the shell, stops this process until the shell continues it, and takes the terminal again.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        restore();
        stop()?;
        enter()?;
        self.clear()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Stops this process until the shell continues it.
///
/// # Errors
/// The system's.
pub fn stop() -> io::Result<()> {
    Ok(rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP)?)
}

/// A terminal's settings as the shell had them, to be handed to another program in the same process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    modes: [u32; 4],
    /// How many bytes a read waits for, and how long: raw mode changes both.
    waits: [u8; 2],
}

impl Before {
    /// What raw mode changes of these settings.
    fn of(settings: &Termios) -> Self {
        let modes = [
            settings.input_modes.bits(),
            settings.output_modes.bits(),
            settings.control_modes.bits(),
            settings.local_modes.bits(),
        ];
        let codes = &settings.special_codes;
        Self { modes, waits: [codes[SpecialCodeIndex::VMIN], codes[SpecialCodeIndex::VTIME]] }
    }

    /// Gives the terminal these settings.
    fn set(self) -> io::Result<()> {
        let stdin = io::stdin();
        let mut settings = tcgetattr(&stdin)?;
        let [input, output, control, local] = self.modes;
        settings.input_modes = InputModes::from_bits_retain(input);
        settings.output_modes = OutputModes::from_bits_retain(output);
        settings.control_modes = ControlModes::from_bits_retain(control);
        settings.local_modes = LocalModes::from_bits_retain(local);
        [settings.special_codes[SpecialCodeIndex::VMIN], settings.special_codes[SpecialCodeIndex::VTIME]] = self.waits;
        Ok(tcsetattr(&stdin, OptionalActions::Now, &settings)?)
    }
}

/// The settings that the shell had, while the terminal is ours.
pub fn before() -> Option<Before> {
    TAKEN.load(Ordering::SeqCst).then(|| *BEFORE.lock().unwrap_or_else(PoisonError::into_inner)).flatten()
}

fn remember(before: Option<Before>) {
    *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = before;
}

fn enter() -> io::Result<()> {
    remember(tcgetattr(io::stdin()).ok().map(|settings| Before::of(&settings)));
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    // No name of a person ever stands in the window's title.
    let taken = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, SetTitle("rumbo"), cursor::Hide);
    if taken.is_err() {
        restore();
    }
    taken
}

/// Puts the terminal back; safe to call from any thread and more than once.
pub fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    drop(execute!(out, EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show));
    drop(disable_raw_mode());
}

/// A panic in any thread ends the program: nothing keeps painting on the shell's screen.
fn hook_panics() {
    let inner = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        restore();
        inner(info);
        std::process::exit(101);
    }));
}
