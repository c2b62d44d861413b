//! Two ways of doing the same, by turns, so that whatever else the machine does falls on both.

use std::time::Instant;

/// One row of the table: what it is called, and how it is measured.
pub struct Compared {
    pub name: &'static str,
    pub run: fn() -> Vec<Row>,
}

/// Measured times in microseconds, beside what is known of others.
pub struct Row {
    pub what: String,
    pub ours: Times,
    /// What is it held against, if there is something.
    pub theirs: Option<(&'static str, Times)>,
    pub budget: &'static str,
}

/// Times of many runs, sorted.
pub struct Times(Vec<f64>);

impl Times {
    fn of(mut times: Vec<f64>) -> Self {
        times.sort_unstable_by(f64::total_cmp);
        Self(times)
    }

    /// The time that so many percent of the runs stay within.
    fn percentile(&self, percent: usize) -> f64 {
        self.0[(self.0.len() - 1) * percent / 100]
    }
}

/// Runs once, in microseconds.
pub fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let made = std::hint::black_box(run());
    let time = start.elapsed().as_secs_f64() * 1e6;
    // Letting go of what was made is not what is measured.
    drop(made);
    time
}

/// Measures one way alone; `run` gives each time.
pub fn alone(times: usize, mut run: impl FnMut() -> f64) -> Times {
    Times::of((0..times).map(|_| run()).collect())
}

/// Measures two ways by turns: ours, theirs, theirs, ours.
pub fn by_turns(times: usize, mut ours: impl FnMut() -> f64, mut theirs: impl FnMut() -> f64) -> (Times, Times) {
    let (mut us, mut them) = (Vec::new(), Vec::new());
    for turn in 0..times {
        if turn.is_multiple_of(2) {
            us.push(ours());
            them.push(theirs());
        } else {
            them.push(theirs());
            us.push(ours());
        }
    }
    (Times::of(us), Times::of(them))
}

/// Measures and prints every row whose name has one of the words of the command line; all of them without a word.
pub fn print(groups: &[&[Compared]]) {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word));
    println!("\n{:<46}{:>10}{:>10}{:>10}{:>8}  held against; budget", "microseconds", "p50", "p95", "max", "ratio");
    for compared in groups.iter().copied().flatten().filter(|compared| wanted(compared.name)) {
        for row in (compared.run)() {
            let [p50, p95, max] = [50, 95, 100].map(|percent| row.ours.percentile(percent));
            let what = format!("{} {}", compared.name, row.what);
            let (ratio, theirs) = match &row.theirs {
                Some((name, times)) => {
                    let their = times.percentile(50);
                    (format!("{:.2}", p50 / their), format!("{name} {their:.1}; "))
                }
                None => (String::new(), String::new()),
            };
            println!("{what:<46}{p50:>10.1}{p95:>10.1}{max:>10.1}{ratio:>8}  {theirs}{}", row.budget);
        }
    }
}
