//! A vault with a little in it, and the program without a screen to look into it.

use crate::tty::{Setup, Tty};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The moment of every test.
pub const NOW: &str = "2026-11-23T09:00:00-05:00";
pub const PASSPHRASE: &str = "five words nobody would guess";

/// A folder with a vault of the cheap key derivation and a file with its passphrase.
pub struct Clinic {
    folder: tempfile::TempDir,
}

impl Clinic {
    /// An empty vault.
    pub fn empty() -> Self {
        let clinic = Self { folder: tempfile::tempdir().unwrap() };
        clinic.write("passphrase", PASSPHRASE);
        clinic.run(&["init", "--insecure-test-kdf"]);
        clinic
    }

    /// A vault after these lines of the grammar.
    pub fn after(lines: &str) -> Self {
        let clinic = Self::empty();
        let said = clinic.run_with(&["do", "-"], lines);
        assert!(!said.contains("error"), "{said}");
        clinic
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self, name: &str) -> String {
        self.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file into the folder, readable by its owner alone.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        use std::os::unix::fs::OpenOptionsExt;
        let path = self.path().join(name);
        let file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path);
        file.unwrap().write_all(text.as_bytes()).unwrap();
        path
    }

    /// Runs `rumbo` without a screen; what it prints.
    pub fn run(&self, args: &[&str]) -> String {
        self.run_with(args, "")
    }

    fn run_with(&self, args: &[&str], input: &str) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rumbo"))
            .args(args)
            .args(["--vault", &self.file("vault"), "--passphrase-file", &self.file("passphrase"), "--now", NOW])
            .env("LANG", "en_US.UTF-8")
            .env("HOME", self.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Opens the screen on the vault, with the passphrase from the file.
    pub fn open(&self, more: &[&str]) -> Tty {
        self.open_as(&Setup::at(self.path()), more)
    }

    /// Opens the screen in a terminal of that kind.
    pub fn open_as(&self, setup: &Setup<'_>, more: &[&str]) -> Tty {
        let (vault, passphrase) = (self.file("vault"), self.file("passphrase"));
        let mut args = vec!["--vault", &vault, "--passphrase-file", &passphrase, "--now", NOW];
        args.extend_from_slice(more);
        Tty::run(setup, &args)
    }
}
