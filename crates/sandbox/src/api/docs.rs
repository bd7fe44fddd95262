//! `GET /docs`: the description as a page for people. It needs nothing but itself, so it can be read offline.

use std::{collections::BTreeMap, fmt::Write, sync::LazyLock};

use axum::response::Html;
use serde_json::Value;

use super::description::DOCUMENT;

const STYLE: &str = include_str!("docs.css");

static PAGE: LazyLock<String> = LazyLock::new(|| render(&DOCUMENT));

/// The page.
pub(super) async fn page() -> Html<&'static str> {
    Html(&PAGE)
}

fn render(document: &Value) -> String {
    let mut sections: BTreeMap<&str, String> = BTreeMap::new();
    for (path, methods) in entries(&document["paths"]) {
        for (method, operation) in entries(methods) {
            let section = sections.entry(text(&operation["tags"][0])).or_default();
            section.push_str(&route(method, path, operation));
        }
    }
    let links: String =
        sections.keys().map(|tag| format!("<a href=\"#{0}\">{1}</a>\n", anchor(tag), escaped(tag))).collect();
    let routes = sections.iter().fold(String::new(), |all, (tag, section)| {
        all + &format!("<h2 id=\"{}\">{}</h2>\n{section}", anchor(tag), escaped(tag))
    });
    let schemas: String = entries(&document["components"]["schemas"])
        .map(|(name, schema)| {
            format!(
                "<details id=\"schema-{0}\"><summary>{0}</summary>{1}</details>\n",
                escaped(name),
                fields(schema)
            )
        })
        .collect();
    let info = &document["info"];
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <style>{STYLE}</style></head><body><header><h1>{title}</h1><p>{about}</p>\
         <p>Version {version} · <a href=\"/openapi.json\">openapi.json</a></p></header>\
         <nav aria-label=\"Sections\">{links}<a href=\"#schemas\">Schemas</a></nav>\
         <main>{routes}<h2 id=\"schemas\">Schemas</h2>\n{schemas}</main></body></html>\n",
        title = escaped(text(&info["title"])),
        about = escaped(text(&info["description"])),
        version = escaped(text(&info["version"])),
    )
}

fn route(method: &str, path: &str, operation: &Value) -> String {
    let mut page = format!(
        "<details><summary><b class=\"{method}\">{}</b> <code>{}</code> <span>{}</span></summary>\n",
        method.to_uppercase(),
        escaped(path),
        escaped(text(&operation["summary"])),
    );
    for (scheme, _) in operation["security"].as_array().into_iter().flatten().flat_map(entries) {
        let how = if scheme == "HTTPBasic" { "with name and password" } else { "with the account's token" };
        // Writing to a String never fails.
        let _ = writeln!(page, "<p>Sign in {how}.</p>");
    }
    let parameters: Vec<_> = operation["parameters"].as_array().into_iter().flatten().collect();
    if !parameters.is_empty() {
        let rows = parameters.into_iter().map(|parameter| {
            let name = escaped(text(&parameter["name"]));
            format!(
                "<tr><td><code>{name}</code></td><td>{}</td><td>{}</td></tr>",
                text(&parameter["in"]),
                kind(&parameter["schema"])
            )
        });
        let _ = writeln!(page, "<h3>Parameters</h3><table>{}</table>", rows.collect::<String>());
    }
    if operation["requestBody"].is_object() {
        let _ = writeln!(page, "<h3>Body</h3><p>{}</p>", kind(json_of(&operation["requestBody"])));
    }
    let answers = entries(&operation["responses"]).map(|(code, response)| {
        let body =
            if code == "200" { kind(json_of(response)) } else { escaped(text(&response["description"])) };
        format!("<tr><td><code>{code}</code></td><td>{body}</td></tr>")
    });
    let _ = writeln!(page, "<h3>Answers</h3><table>{}</table></details>", answers.collect::<String>());
    page
}

/// The schema of a body.
fn json_of(body: &Value) -> &Value {
    &body["content"]["application/json"]["schema"]
}

/// The fields of an object, or what else a schema is.
fn fields(schema: &Value) -> String {
    let about =
        schema["description"].as_str().map(|about| format!("<p>{}</p>", escaped(about))).unwrap_or_default();
    if !schema["properties"].is_object() {
        return format!("{about}<p>{}</p>", kind(schema));
    }
    let required: Vec<_> = schema["required"].as_array().into_iter().flatten().map(text).collect();
    let rows = entries(&schema["properties"]).map(|(name, field)| {
        let optional = if required.contains(&name) { "" } else { " (optional)" };
        let about = escaped(field["description"].as_str().unwrap_or_default());
        format!(
            "<tr><td><code>{}</code></td><td>{}{optional}</td><td>{about}</td></tr>",
            escaped(name),
            kind(field)
        )
    });
    format!("{about}<table>{}</table>", rows.collect::<String>())
}

/// What a value may be, in a few words.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return format!("<a href=\"#schema-{0}\">{0}</a>", escaped(name));
    }
    if let Some(values) = schema["enum"].as_array() {
        let words: Vec<_> =
            values.iter().map(|value| format!("<code>{}</code>", escaped(&plain(value)))).collect();
        return words.join(" ");
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        if let Some(choices) = schema[choice].as_array() {
            return choices.iter().map(kind).collect::<Vec<_>>().join(" or ");
        }
    }
    let name = match &schema["type"] {
        Value::Array(names) => names.iter().map(text).collect::<Vec<_>>().join(" or "),
        name => text(name).to_owned(),
    };
    match name.as_str() {
        "array" => format!("list of {}", kind(&schema["items"])),
        "" => "anything".to_owned(),
        _ => name + &bounds(schema),
    }
}

fn bounds(schema: &Value) -> String {
    let named = ["format", "pattern", "minimum", "maximum", "minLength", "maxLength", "default"];
    let given = named.iter().filter(|name| !schema[**name].is_null());
    given.map(|name| format!(", {name} <code>{}</code>", escaped(&plain(&schema[*name])))).collect()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn entries(object: &Value) -> impl Iterator<Item = (&str, &Value)> {
    object.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn anchor(tag: &str) -> String {
    tag.to_lowercase().replace(' ', "-")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
