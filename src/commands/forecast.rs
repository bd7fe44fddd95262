//! `callboard forecast`: what an automation would bring, for a new character, or for one of a running Callboard.

mod words;

use std::{sync::Arc, time::Duration};

use actors::clock::Clock;
use anyhow::{Context as _, anyhow, bail};
use api_client::{GameHttp, ReqwestHttp};
use bytes::Bytes;
use http::{Method, header};
use planner::{Mind, Start};
use sandbox::{WorldSource, load_world};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::config::Forecast;

/// So many plays are behind each number.
const PLAYS: u32 = 3;
/// Longest wait for a running Callboard's answer, which may reckon for others first.
const TIMEOUT: Duration = Duration::from_secs(60);

pub(crate) async fn run(options: Forecast) -> anyhow::Result<()> {
    let config = serde_json::from_str(&options.config).map_err(|error| {
        anyhow!("CONFIG is no JSON ({error}): write an object such as '{{\"skill\": \"mining\"}}'")
    })?;
    let (forecasts, who) = match (&options.from, &options.character) {
        (Some(url), Some(name)) => (ask(url, name, &options, config).await?, name.clone()),
        _ => (reckon(&options, config)?, "a new character".to_owned()),
    };
    let answer = if options.json {
        serde_json::to_string_pretty(&json!({ "data": forecasts }))? + "\n"
    } else {
        words::told(&options.strategy, &who, &forecasts)
    };
    #[expect(clippy::print_stdout, reason = "the answer to the person who asked")]
    {
        print!("{answer}");
    }
    Ok(())
}

/// Of a new character, in this process.
fn reckon(options: &Forecast, config: Value) -> anyhow::Result<Vec<planner::Forecast>> {
    let world = options.world.clone().map_or(WorldSource::Embedded, WorldSource::Dir);
    let data = Arc::new(load_world(&world)?);
    let mind = Mind::new(&options.strategy, config)?;
    mind.check(&data)?;
    let start = Start::fresh(data, Clock::System.now())
        .context("the world has no tile to start on: `callboard world check` says what is wrong with it")?;
    Ok(planner::forecast(&mind, &start, &options.hours, PLAYS))
}

/// Of a character of a running Callboard, by its API.
async fn ask(
    url: &Url,
    character: &str,
    options: &Forecast,
    config: Value,
) -> anyhow::Result<Vec<planner::Forecast>> {
    #[derive(Deserialize)]
    struct Answer {
        data: Vec<planner::Forecast>,
    }
    let Forecast { strategy, hours, .. } = options;
    let body =
        json!({ "character": character, "strategy": strategy, "config": config, "hours": hours }).to_string();
    let request = http::Request::builder()
        .method(Method::POST)
        .uri(url.join("api/v1/forecasts")?.as_str())
        .header(header::CONTENT_TYPE, "application/json")
        .body(Bytes::from(body))?;
    let response = ReqwestHttp::new(TIMEOUT)?.call(request).await;
    let response = response.with_context(|| format!("no Callboard answers at {url}"))?;
    if response.status().is_success() {
        return Ok(serde_json::from_slice::<Answer>(response.body())
            .with_context(|| format!("what answers at {url} is no Callboard of this version"))?
            .data);
    }
    let said: Value = serde_json::from_slice(response.body()).unwrap_or_default();
    // The game and its sandbox number their errors.
    match (&said["error"]["code"], &said["error"]["message"]) {
        (Value::String(_), Value::String(message)) => bail!("{message}"),
        _ => bail!(
            "what answers at {url} is no Callboard (it said {}): give the address of the dashboard, such as \
             http://127.0.0.1:8080, not that of the game or a sandbox",
            response.status()
        ),
    }
}
