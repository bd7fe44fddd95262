//! The table that the benchmarks fill: it can be pasted into a document as it is.

use std::{fmt, time::Duration};

use super::{Pace, pace};

/// What a figure should reach.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    /// At least so many per second.
    PerSecond(f64),
    /// At most so long for one.
    Within(Duration),
    /// At least this part of the floor's pace.
    Ratio(f64),
    /// Nobody has set one: the floor is there to compare with.
    Open,
}

/// A row before it is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// What is measured.
    pub(crate) subject: &'static str,
    /// What it is held against.
    pub(crate) floor: &'static str,
    /// What it should reach.
    pub(crate) target: Target,
}

/// All rows so far.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<(Row, Pace)>,
    told: Vec<String>,
}

impl Table {
    /// Measures a row. Each call of `subject` or `floor` does some work and says how much.
    pub(crate) fn measure(&mut self, row: Row, subject: impl FnMut() -> u64, floor: impl FnMut() -> u64) {
        self.rows.push((row, pace(subject, floor)));
    }

    /// Adds a line of text that is no row: it stands below them.
    pub(crate) fn tell(&mut self, line: String) {
        self.told.push(line);
    }
}

impl Target {
    fn is_reached(self, pace: &Pace) -> bool {
        match self {
            Self::PerSecond(least) => pace.subject >= least,
            Self::Within(most) => 1.0 / pace.subject <= most.as_secs_f64(),
            Self::Ratio(least) => pace.ratio[0] >= least,
            Self::Open => true,
        }
    }

    /// A pace as the target puts it: how many, or how long.
    fn figure(self, per_second: f64) -> String {
        match self {
            Self::Within(_) => duration(1.0 / per_second),
            Self::PerSecond(_) | Self::Ratio(_) | Self::Open => format!("{} /s", thousands(per_second)),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PerSecond(least) => write!(f, "≥ {} /s", thousands(*least)),
            Self::Within(most) => write!(f, "≤ {}", duration(most.as_secs_f64())),
            Self::Ratio(least) => write!(f, "ratio ≥ {least}"),
            Self::Open => f.write_str("–"),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = self.told.join("\n");
        if self.rows.is_empty() {
            return f.write_str(&told);
        }
        writeln!(
            f,
            "| what | ratio to its floor (least to most) | figure | floor | the floor is | target | |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|")?;
        for (Row { subject, floor, target }, pace) in &self.rows {
            let [ratio, least, most] = pace.ratio;
            let mark = match target {
                Target::Open => "",
                _ if target.is_reached(pace) => "reached",
                _ => "**missed**",
            };
            let (figure, bare) = (target.figure(pace.subject), target.figure(pace.floor));
            writeln!(
                f,
                "| {subject} | {ratio:.3} ({least:.3} to {most:.3}) | {figure} | {bare} | {floor} | {target} | {mark} |"
            )?;
        }
        if told.is_empty() { Ok(()) } else { write!(f, "\n{told}") }
    }
}

/// A number in groups of three digits: "1 234 567".
fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let groups = rest.as_bytes().chunks(3).map(|group| std::str::from_utf8(group).expect("digits"));
    let parts: Vec<_> = Some(head).into_iter().filter(|head| !head.is_empty()).chain(groups).collect();
    parts.join(" ")
}

/// A time with the unit that fits: "850 ns", "12.3 µs", "4.5 ms".
fn duration(seconds: f64) -> String {
    match seconds {
        ..1e-6 => format!("{:.0} ns", seconds * 1e9),
        ..1e-3 => format!("{:.1} µs", seconds * 1e6),
        _ => format!("{:.1} ms", seconds * 1e3),
    }
}
