//! `callboard world check`: proves that a world is sound, or says what is wrong with it.

use std::fmt::Write as _;

use anyhow::bail;
use sandbox::{WorldSource, check_world, soundness::Report};
use serde_json::json;

use crate::config::CheckWorld;

pub(crate) fn run(options: CheckWorld) -> anyhow::Result<()> {
    let report = check_world(&options.folder.map_or(WorldSource::Embedded, WorldSource::Dir))?;
    let answer = if options.json { in_json(&report)? } else { in_words(&report) };
    #[expect(clippy::print_stdout, reason = "the answer to the person who asked")]
    {
        print!("{answer}");
    }
    verdict(&report)
}

/// A line for each finding; of a sound world, one that says what it has.
pub(super) fn in_words(report: &Report) -> String {
    if report.is_sound() {
        let rows: Vec<_> = report.rows.iter().map(|(list, rows)| format!("{rows} {list}")).collect();
        let rows = rows.join(", ");
        return format!("sound: something to do on every level from 1 to {}; {rows}\n", report.max_level);
    }
    report.findings.iter().fold(String::new(), |mut lines, finding| {
        let _ = writeln!(lines, "{finding}");
        lines
    })
}

fn in_json(report: &Report) -> anyhow::Result<String> {
    let mut answer = json!(report);
    answer["sound"] = json!(report.is_sound());
    Ok(serde_json::to_string_pretty(&answer)? + "\n")
}

fn verdict(report: &Report) -> anyhow::Result<()> {
    let count = match report.findings.len() {
        0 => return Ok(()),
        1 => "1 finding".to_owned(),
        several => format!("{several} findings"),
    };
    match report.played {
        true => bail!("the world is not sound: {count}"),
        false => bail!(
            "the world is not sound: {count}; with these mended, what can be had and reached is looked at"
        ),
    }
}
