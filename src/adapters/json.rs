//! Core values as JSON objects, their fields stable.

use crate::core::import::{Plan, Refused};
use serde_json::{Value, json};

/// What an import would do or did: `{"new":…,"changed":…,"same":…,"refused":[{"file":…,"line":…,"reason":…}]}`.
///
/// `files` are the names of the files in the order they were read in, `say` turns a reason into words.
pub fn import<R>(plan: &Plan<R>, files: &[&str], say: impl Fn(&Refused) -> String) -> Value {
    let file = |refused: &Refused| usize::try_from(refused.place.file).ok().and_then(|at| files.get(at)).copied();
    let refused: Vec<Value> = plan
        .refused
        .iter()
        .map(|refused| json!({ "file": file(refused), "line": refused.place.line, "reason": say(refused) }))
        .collect();
    json!({ "new": plan.new.len(), "changed": plan.changed.len(), "same": plan.same, "refused": refused })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::import::{Place, Reason};

    #[test]
    fn an_import_is_counted_and_its_refusals_named() {
        let refused = Refused { place: Place { file: 1, line: 7 }, reason: Reason::NoName };
        let plan = Plan::<u8> { new: vec![1, 2], changed: vec![(1, 3)], same: 4, refused: vec![refused] };
        let value = import(&plan, &["a.csv", "b.csv"], |_| "no name".into());
        let expected = json!({
            "new": 2, "changed": 1, "same": 4, "refused": [{ "file": "b.csv", "line": 7, "reason": "no name" }]
        });
        assert_eq!(value, expected);
    }
}
