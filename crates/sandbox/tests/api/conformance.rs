//! The description that the sandbox serves of itself against the game's own: paths, parameters, bodies, the schemas of
//! answers, and codes. Every difference is listed, and there must be none but those that [`EXCEPTIONS`] names.
//!
//! Names of components are not compared: what they stand for is written out in their place, so it does not matter how
//! either side cuts its schemas up.

mod operation;
mod shape;

use std::{collections::BTreeMap, fs};

use serde_json::Value;

use crate::support::{Server, reference};
use operation::Operation;

/// Differences that are meant, each with its reason: a line that begins so is none.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("post /my/{name}/action/npc/buy: body .code", ONE_PAIR),
    ("post /my/{name}/action/npc/sell: body .code", ONE_PAIR),
];

const ONE_PAIR: &str =
    "a code is a code here as everywhere else: one that cannot be any is malformed, not unknown";

#[tokio::test]
async fn the_sandbox_describes_itself_as_the_game_does() {
    let (Some(game), Some(additions)) =
        (reference("openapi.json"), reference("openapi-sandbox-additions.json"))
    else {
        return;
    };
    let theirs =
        [game, additions].map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap());
    let theirs = operations(&merged(theirs));
    let ours = operations(&Server::start().get("/openapi.json").await.body);
    assert_eq!(theirs.len(), 117, "the game's own description is whole");
    let differences = differences(&theirs, &ours);
    let unmet: Vec<_> = EXCEPTIONS
        .iter()
        .filter(|(line, _)| !differences.iter().any(|other| other.starts_with(line)))
        .collect();
    assert!(unmet.is_empty(), "no difference any more: {unmet:#?}");
    let unnamed: Vec<_> = differences
        .iter()
        .filter(|line| !EXCEPTIONS.iter().any(|(known, _)| line.starts_with(known)))
        .collect();
    assert!(unnamed.is_empty(), "\n{}\n", unnamed.into_iter().cloned().collect::<Vec<_>>().join("\n"));
}

/// The game's description with what its sandbox server adds.
fn merged([mut game, mut additions]: [Value; 2]) -> Value {
    for part in ["/paths", "/components/schemas"] {
        let more = additions.pointer_mut(part).unwrap().as_object_mut().unwrap();
        game.pointer_mut(part).unwrap().as_object_mut().unwrap().append(more);
    }
    game
}

/// Every operation by its method and path.
fn operations(document: &Value) -> BTreeMap<String, Operation> {
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, methods)| {
        methods.as_object().unwrap().iter().map(move |(method, operation)| (method, path, operation))
    });
    all.map(|(method, path, operation)| (format!("{method} {path}"), Operation::read(operation, document)))
        .collect()
}

/// One line for each thing that is not the same in both.
fn differences(theirs: &BTreeMap<String, Operation>, ours: &BTreeMap<String, Operation>) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, operation) in theirs {
        match ours.get(name) {
            Some(own) => {
                lines.extend(operation.differences(own).into_iter().map(|line| format!("{name}: {line}")));
            }
            None => lines.push(format!("{name}: not here")),
        }
    }
    lines.extend(
        ours.keys().filter(|name| !theirs.contains_key(*name)).map(|name| format!("{name}: not the game's")),
    );
    lines
}

#[tokio::test]
async fn a_field_too_many_or_a_code_too_few_is_a_difference() {
    let document = Server::start().get("/openapi.json").await.body;
    let ours = operations(&document);
    assert_eq!(differences(&ours, &ours), [""; 0]);
    let mut other = document.clone();
    other["components"]["schemas"]["BankSchema"]["properties"]["colour"] =
        serde_json::json!({"type": "string"});
    other["paths"]["/items/{code}"]["get"]["responses"].as_object_mut().unwrap().remove("404");
    let other = operations(&other);
    assert_eq!(
        differences(&ours, &other),
        [
            "get /items/{code}: answers 200 404 there, 200 here",
            "get /my/bank: 200 .data.colour: nothing there, string? here"
        ]
    );
}
