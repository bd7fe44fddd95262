//! One operation of a description, as far as it is compared.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::shape::{Bounds, Shape};

/// What an operation takes and answers with.
#[derive(Debug)]
pub(super) struct Operation {
    /// `JWTBearer`, `HTTPBasic` or nothing.
    security: Vec<String>,
    /// Parts of path and query by place and name.
    parameters: Shape,
    /// The body; whether there must be one is part of it.
    body: Shape,
    /// The answer of a success.
    answer: Shape,
    /// All codes.
    codes: BTreeSet<String>,
}

impl Operation {
    pub(super) fn read(operation: &Value, document: &Value) -> Self {
        let json = |body: &Value| body["content"]["application/json"]["schema"].clone();
        let shape = |schema: &Value, bounds| Shape::of(schema, document, bounds);
        let responses = operation["responses"].as_object().unwrap();
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let parameters = parameters.map(|parameter| {
            let optional = if parameter["required"] == true { "" } else { "?" };
            let name = format!("{} {}", text(&parameter["in"]), text(&parameter["name"]));
            (name, shape(&parameter["schema"], Bounds::Compared).root() + optional)
        });
        let request = &operation["requestBody"];
        let mut body = BTreeMap::new();
        if request.is_object() {
            let required = if request["required"] == true { "required" } else { "optional" };
            body.insert("must there be one".to_owned(), required.to_owned());
            body.extend(shape(&json(request), Bounds::Compared).0);
        }
        Self {
            security: operation["security"]
                .as_array()
                .into_iter()
                .flatten()
                .flat_map(|scheme| scheme.as_object().unwrap().keys().cloned())
                .collect(),
            parameters: Shape(parameters.collect()),
            body: Shape(body),
            answer: shape(&json(&responses["200"]), Bounds::PassedOver),
            codes: responses.keys().cloned().collect(),
        }
    }

    /// One line for each thing that is not the same in both; `self` is the game's.
    pub(super) fn differences(&self, ours: &Self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.security != ours.security {
            lines.push(format!("signs in by {:?} there, {:?} here", self.security, ours.security));
        }
        if self.codes != ours.codes {
            lines.push(format!("answers {} there, {} here", joined(&self.codes), joined(&ours.codes)));
        }
        lines.extend(self.parameters.differences("parameter", &ours.parameters));
        lines.extend(self.body.differences("body", &ours.body));
        lines.extend(self.answer.unkept("200", &ours.answer));
        lines
    }
}

fn joined(codes: &BTreeSet<String>) -> String {
    codes.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
