//! A morning of work as lines of the grammar: each is one change, in every run the same.

use std::fmt::Write;

/// How many changes there are.
pub const CHANGES: usize = 200;

/// Cases that are erased, and after how many changes.
const ERASED: [(&str, usize); 2] = [("T-5", 100), ("T-6", 150)];

/// The script's lines: adds, edits, completions, acts on several at once, what is taken back, and two cases erased.
pub fn lines() -> Vec<String> {
    let mut lines: Vec<String> =
        (0..8).map(|n| format!("case add T-{n} --need asylum --name \"Person {n}\"")).collect();
    lines.extend((0..4).map(|n| format!("partner add \"Partner {n}\" --city Lynn")));
    // Deadlines that are open, each with its case; their numbers count up.
    let (mut open, mut deadlines): (Vec<(usize, String)>, usize) = (Vec::new(), 0);
    for n in 0.. {
        let made = lines.len();
        if made >= CHANGES {
            break;
        }
        if let Some((case, _)) = ERASED.iter().find(|(_, after)| *after == made) {
            open.retain(|(_, of)| of != case);
            lines.push(format!("case erase {case} --confirm {case}"));
            continue;
        }
        let case = format!("T-{}", n % 8);
        let gone = ERASED.iter().any(|(erased, after)| *erased == case && made > *after);
        let case = if gone { "T-1".to_owned() } else { case };
        match n % 11 {
            1 | 5 => {
                deadlines += 1;
                let consequence = ["removal", "right", "benefit", "administrative"][n % 4];
                let day = 1 + n % 28;
                lines.push(format!(
                    "deadline add {case} --title \"Filing {n}\" --due 2027-01-{day:02} --consequence {consequence}"
                ));
                open.push((deadlines, case));
            }
            2 => lines.push(format!("step add D{} \"letter {n}\" --kind letter", open.last().unwrap().0)),
            3 => lines.push(format!("case edit {case} --notes \"edited {n}\"")),
            6 if open.len() > 4 => {
                let done: Vec<_> = open.drain(..2).collect();
                lines.push(format!("deadline done D{} D{}", done[0].0, done[1].0));
            }
            8 if open.len() > 1 => {
                let [one, other] = [open[open.len() - 2].0, open[open.len() - 1].0];
                lines.push(format!("deadline snooze D{one} D{other} --until 2026-11-25"));
            }
            10 => lines.push("undo".to_owned()),
            _ => lines.push(format!("event log {case} note \"note {n}\"")),
        }
    }
    lines
}

/// The script as one text.
pub fn text(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |mut text, line| {
        writeln!(text, "{line}").unwrap();
        text
    })
}
