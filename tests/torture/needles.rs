//! Names, in every form in which they might stand somewhere, and a search for them in files.

use data_encoding::{BASE64_NOPAD, HEXLOWER};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Bytes that are looked at first.
const LEAD: usize = 6;

/// The forms of many names, to be searched for at once.
pub struct Needles {
    /// By their first bytes: the whole form, and which name in which form it is.
    forms: HashMap<[u8; LEAD], Vec<(Vec<u8>, String)>>,
    /// Which pairs of bytes a form begins with.
    begins: Vec<bool>,
}

impl Needles {
    /// UTF-8, UTF-16 of both kinds, base64 at each of its three places, and hex in both cases.
    pub fn new(names: &[String]) -> Self {
        let mut needles = Self { forms: HashMap::new(), begins: vec![false; 1 << 16] };
        for name in names {
            let plain = name.as_bytes();
            needles.put(plain.to_vec(), name, "UTF-8");
            needles.put(name.encode_utf16().flat_map(u16::to_le_bytes).collect(), name, "UTF-16 LE");
            needles.put(name.encode_utf16().flat_map(u16::to_be_bytes).collect(), name, "UTF-16 BE");
            for shift in 0..3 {
                needles.put(base64(plain, shift), name, "base64");
            }
            let hex = HEXLOWER.encode(plain);
            needles.put(hex.to_uppercase().into_bytes(), name, "hex");
            needles.put(hex.into_bytes(), name, "hex");
        }
        needles
    }

    /// Bytes that are no text, as they are and in hex.
    #[must_use]
    pub fn and_bytes(mut self, named: &[(String, Vec<u8>)]) -> Self {
        for (name, bytes) in named {
            let hex = HEXLOWER.encode(bytes);
            self.put(hex.to_uppercase().into_bytes(), name, "hex");
            self.put(hex.into_bytes(), name, "hex");
            self.put(bytes.clone(), name, "bytes");
        }
        self
    }

    fn put(&mut self, form: Vec<u8>, name: &str, kind: &str) {
        let lead = *form.first_chunk::<LEAD>().expect("a name long enough");
        self.begins[usize::from(lead[0]) << 8 | usize::from(lead[1])] = true;
        self.forms.entry(lead).or_default().push((form, format!("{name} in {kind}")));
    }

    /// What of them stands in these bytes.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        for (at, window) in bytes.windows(LEAD).enumerate() {
            if !self.begins[usize::from(window[0]) << 8 | usize::from(window[1])] {
                continue;
            }
            let lead: [u8; LEAD] = window.try_into().unwrap();
            let forms = self.forms.get(&lead).map(Vec::as_slice).unwrap_or_default();
            found.extend(forms.iter().filter(|(form, _)| bytes[at..].starts_with(form)).map(|(_, what)| what.clone()));
        }
        found
    }

    /// What of them stands in the files below a folder, or in the names of those; and how many files and bytes that is.
    pub fn found_below(&self, folder: &Path, except: &[PathBuf]) -> (Vec<String>, usize, usize) {
        let (mut found, mut files, mut bytes) = (Vec::new(), 0, 0);
        let mut left = vec![folder.to_owned()];
        while let Some(path) = left.pop() {
            if except.contains(&path) {
                continue;
            }
            let mut say = |what: String| found.push(format!("{}: {what}", path.display()));
            self.found_in(path.to_string_lossy().as_bytes()).into_iter().for_each(&mut say);
            if path.is_dir() {
                left.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.is_file() {
                let content = std::fs::read(&path).unwrap();
                self.found_in(&content).into_iter().for_each(&mut say);
                (files, bytes) = (files + 1, bytes + content.len());
            }
        }
        (found, files, bytes)
    }
}

/// The part of a base64 text that does not depend on what stands before and after, `shift` bytes into its group of three.
fn base64(plain: &[u8], shift: usize) -> Vec<u8> {
    let skip = (3 - shift) % 3;
    let whole = (plain.len() - skip) / 3 * 3;
    BASE64_NOPAD.encode(&plain[skip..skip + whole]).into_bytes()
}

#[test]
fn every_form_is_found_and_nothing_else() {
    let names = ["Quillondra".to_owned(), "Vexburyova".to_owned()];
    let needles = Needles::new(&names);
    let mut hidden: Vec<Vec<u8>> = vec![
        b"x Quillondra y".to_vec(),
        "Quillondra".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        [&b"odd"[..], &"Vexburyova".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>()].concat(),
        b"..5175696c6c6f6e647261..".to_vec(),
        b"5175696C6C6F6E647261".to_vec(),
    ];
    for before in ["", "a", "ab", "abc", "abcd"] {
        hidden.push(BASE64_NOPAD.encode(format!("{before}Vexburyova, and more").as_bytes()).into_bytes());
    }
    for bytes in &hidden {
        assert_eq!(needles.found_in(bytes).len(), 1, "{:?}", String::from_utf8_lossy(bytes));
        assert_eq!(needles.found_in(&bytes[..8]), Vec::<String>::new());
    }
    assert_eq!(needles.found_in(b"quillondra Vexbury ova"), Vec::<String>::new());
}
