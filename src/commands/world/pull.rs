//! `callboard world pull`: makes a folder with a season's static data from any server of the game's API.
//!
//! Rows are kept as the server sends them, one a line, but for what changes by the hour: running raids and cooldowns of
//! events are put to rest. Lists lie in a folder of their own until all are there, so an interrupted pull leaves an
//! older world whole, and the next one goes on.

mod folder;
mod visitor;

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::{Context as _, ensure};
use api_client::{
    Client, GameHttp, ReqwestHttp,
    calls::{GetRows, GetStatus, StaticTable},
};
use sandbox::{WorldSource, check_world};
use serde_json::{Value, json};

use super::check::in_words;
use crate::config::PullWorld;
use folder::{Folder, Origin};
use visitor::Visitor;

/// Longest wait for one page.
const TIMEOUT: Duration = Duration::from_secs(60);

pub(crate) async fn run(options: PullWorld) -> anyhow::Result<()> {
    let http = Arc::new(ReqwestHttp::new(TIMEOUT)?);
    pull(http, &options).await?;
    let report = check_world(&WorldSource::Dir(options.to))?;
    #[expect(clippy::print_stdout, reason = "the answer to the person who asked")]
    {
        print!("{}", in_words(&report));
    }
    if !report.is_sound() {
        tracing::warn!(
            "the world was pulled as the server has it; the lines above are what is wrong with it"
        );
    }
    Ok(())
}

async fn pull(http: Arc<dyn GameHttp>, PullWorld { from, to, force }: &PullWorld) -> anyhow::Result<()> {
    Folder::check(to, from, *force)?;
    let mut server = Visitor::new(Client::new(http, from)?);
    let status = server.ask(&GetStatus).await.with_context(|| format!("{from} cannot be pulled from"))?;
    let version = status.version;
    tracing::info!("{from} has version {version}");
    let folder = Folder::open(to, Origin { from: from.to_string(), version: version.clone() })?;
    for table in StaticTable::ALL {
        let rows = match folder.pulled(table.name) {
            Some(rows) => rows,
            None => list(&mut server, &folder, table).await?,
        };
        tracing::info!("{}.json: {rows} rows", table.name);
    }
    let now = server.ask(&GetStatus).await?.version;
    ensure!(now == version, "the server went from version {version} to {now} meanwhile: pull again");
    folder.finish()?;
    tracing::info!("the world is in {}", Path::display(to));
    Ok(())
}

/// Pulls a list, all its pages; says how many rows it has.
async fn list(server: &mut Visitor, folder: &Folder, table: StaticTable) -> anyhow::Result<usize> {
    let mut rows = Vec::new();
    for page in 1.. {
        let asked = server.ask(&GetRows { table, page }).await;
        let reply =
            asked.with_context(|| format!("{}.json could not be pulled; run the same again", table.name))?;
        let more = reply.has_next();
        rows.extend(reply.entries);
        if !more {
            break;
        }
    }
    rows.iter_mut().for_each(|row| put_to_rest(table.name, row));
    folder.keep(table.name, &rows)?;
    Ok(rows.len())
}

/// Takes out of a row what belongs to the hour and not to the season.
fn put_to_rest(table: &str, row: &mut Value) {
    let Some(row) = row.as_object_mut() else { return };
    let rest = match table {
        "events" => json!({"cooldown_expiration": null}),
        "raids" => json!({
            "status": "upcoming", "participant_count": 0, "active_instance": null, "latest_instance": null,
        }),
        _ => return,
    };
    row.extend(rest.as_object().cloned().unwrap_or_default());
}

#[cfg(test)]
mod tests;
