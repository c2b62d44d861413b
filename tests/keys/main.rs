//! What keys do: (before, keys, after), on the real keymap, the real grammar and a store in memory.
//!
//! A file of `tests/keys` is one story. A plain line was done before; `keys …` presses keys as [`hand`] spells them and
//! shows what the person then sees; `> …` shows a list or a record; `paste …` pastes; `\\u{…}` stands for what cannot be
//! written; `lock` locks and unlocks, `gone …` with a line done between; `keymap NAME` and `restart` open the program again; `disk slow` and `disk again` hold its answers back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

#[path = "../desk/mod.rs"]
mod desk;
mod hand;

use desk::story;
use hand::Hand;

fn run(hand: &mut Hand, line: &str) -> Vec<String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "keys" => hand.keys(&written(rest)),
        "paste" => hand.paste(&written(rest)),
        "keymap" => hand.take_keymap(rest),
        "restart" => hand.restart(),
        "lock" => hand.lock(""),
        "gone" => hand.lock(rest),
        "disk" if rest == "slow" => hand.slow_disk(),
        "disk" => hand.disk_again(),
        ">" => {
            let (word, rest) = rest.split_once(' ').unwrap_or((rest, ""));
            return hand.show(word, rest);
        }
        _ => {
            hand.before(line);
            return Vec::new();
        }
    }
    hand.seen()
}

/// Text with `\u{…}` for what cannot be written in a file.
fn written(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out
}

#[test]
fn every_key_does_what_it_does() {
    story::tell("keys", Hand::new, run);
}
