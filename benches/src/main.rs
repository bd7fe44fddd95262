//! How fast the parts are where speed is a feature, each beside the least that such a part could cost. One file per
//! benchmark; what they measure and why is in docs/benchmarks.md. `make bench` runs them, `make bench ARGS='fight'` some.

mod choice;
mod decision;
mod fight;
mod forecast;
mod goals;
mod harness;
mod http;
mod journeys;
mod route;
mod stage;
mod world;

use std::process::ExitCode;

use harness::Table;

/// Measures its rows.
type Bench = fn(&mut Table);

/// Every benchmark, by the name it is asked for.
const BENCHES: &[(&str, Bench)] = &[
    ("world", world::bench),
    ("http", http::bench),
    ("fight", fight::bench),
    ("decision", decision::bench),
    ("choice", choice::bench),
    ("forecast", forecast::bench),
    ("route", route::bench),
    ("journeys", journeys::bench),
    ("goals", goals::bench),
];

#[expect(clippy::print_stdout, reason = "this program's answer is a table for a person")]
fn main() -> ExitCode {
    // Cargo hands its own options on.
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let names: Vec<_> = BENCHES.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = wanted.iter().find(|wanted| !names.contains(&wanted.as_str())) {
        println!("there is no benchmark `{unknown}`; the benchmarks are: {}", names.join(", "));
        return ExitCode::FAILURE;
    }
    let mut table = Table::default();
    for (name, bench) in BENCHES {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            bench(&mut table);
        }
    }
    println!("{table}");
    ExitCode::SUCCESS
}
