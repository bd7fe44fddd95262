//! `callboard up`: plays, and serves the dashboard.

use std::path::Path;

use actors::company::{Plan, Settings};
use anyhow::{Context as _, anyhow};
use secrecy::{ExposeSecret, SecretString};
use store::DatabaseUrl;
use tokio::{net::TcpListener, sync::oneshot};

use super::{listen, sandbox, told_to_stop};
use crate::{
    config::{Up, World, default_data},
    demo,
    web::{self, Dashboard, Mode},
};

/// Token of the demo account: its sandbox listens on this machine only and is gone with the program.
const DEMO_TOKEN: &str = "demo";
/// How long a database of the operator's may take to answer at start.
const DATABASE: std::time::Duration = std::time::Duration::from_secs(10);

pub(crate) async fn run(options: Up) -> anyhow::Result<()> {
    let listener = listen(options.listen).await?;
    match options.token.clone() {
        Some(token) => {
            let data = options.data.clone().unwrap_or_else(|| default_data("live"));
            play(options, listener, token, &data, Mode::Live, Vec::new()).await
        }
        None => play_sandbox(options, listener).await,
    }
}

/// Plays the demo account in a sandbox of its own, which stops last.
async fn play_sandbox(mut options: Up, listener: TcpListener) -> anyhow::Result<()> {
    let data = options.data.clone().unwrap_or_else(|| default_data(&company_name(&options.world)));
    std::fs::create_dir_all(&data).with_context(|| {
        format!("cannot make the data folder {}: choose another one with --data", data.display())
    })?;
    let token = SecretString::from(DEMO_TOKEN);
    let state = Some(data.join("sandbox.json"));
    let world = sandbox::open(&options.world, state, demo::account(&token))?;
    let game = TcpListener::bind("127.0.0.1:0").await.context("cannot listen on this machine's loopback")?;
    options.game_url = format!("http://{}", game.local_addr()?);
    tracing::info!("the sandbox listens on {}", options.game_url);
    let (stop, stopped) = oneshot::channel::<()>();
    let company = async move {
        let result = play(options, listener, token, &data, Mode::Sandbox, demo::first_minds()).await;
        drop(stop);
        result
    };
    let serving = world.serve(game, async move { drop(stopped.await) });
    let (played, served) = tokio::join!(company, serving);
    played.and(served.context("the sandbox failed"))
}

/// A folder name for the company that plays this world.
fn company_name(world: &World) -> String {
    let name = world.world.as_deref().and_then(Path::file_name).and_then(|name| name.to_str());
    name.map_or_else(|| "sandbox".to_owned(), |name| format!("sandbox-{name}"))
}

async fn play(
    options: Up,
    listener: TcpListener,
    token: SecretString,
    data: &Path,
    mode: Mode,
    first_minds: Vec<planner::Mind>,
) -> anyhow::Result<()> {
    let database: Option<DatabaseUrl> =
        options.database_url.as_ref().map(|url| url.expose_secret().parse()).transpose()?;
    let own_database = database.as_ref().map(ToString::to_string);
    let game_url = options.game_url.parse().with_context(|| {
        format!("--game-url {}: not an address such as https://api.artifactsmmo.com", options.game_url)
    })?;
    let settings = Settings { game_url, tokens: vec![token], data: data.to_owned(), database, first_minds };
    let plan = Plan::open(settings)?;
    if let Some(address) = own_database {
        plan.store().wait_ready(DATABASE).await.with_context(|| {
            format!("the database at {address} cannot be used: check DATABASE_URL, or leave it out for the built-in one")
        })?;
    }
    if mode == Mode::Live {
        check_token(&plan).await?;
    }
    let (company, tree) = plan.start().await?;
    let address = listener.local_addr()?;
    tracing::info!("the dashboard is on http://{address}");
    let dashboard = Dashboard::new(company, mode, options.game_url, options.chaos);
    let (close, closed) = oneshot::channel::<()>();
    let server = axum::serve(listener, web::router(dashboard))
        .with_graceful_shutdown(async move { drop(closed.await) });
    let playing = async {
        let ended = tokio::select! {
            told = told_to_stop() => told,
            gave_up = tree.wait() => gave_up.map_err(|error| anyhow!(error).context("the program gave up")),
        };
        drop(close);
        let in_order = tree.shutdown();
        tokio::select! {
            () = in_order => {}
            _ = told_to_stop() => std::process::exit(130),
        }
        ended
    };
    // The server ends when it was told to; a browser that keeps its connection open must not hold up the end.
    tokio::select! {
        ended = playing => ended,
        failed = async { server.await?; std::future::pending::<std::io::Result<()>>().await } => {
            failed.context("the dashboard's server failed")
        }
    }
}

/// A rejected token is better known before the start; a game that is away is waited for later.
async fn check_token(plan: &Plan) -> anyhow::Result<()> {
    use actors::company::CallError;
    match plan.identify().await {
        Ok(names) => {
            let names: Vec<_> = names.iter().map(game::AccountName::as_str).collect();
            tracing::info!("playing for {}", names.join(", "));
            Ok(())
        }
        Err(error @ CallError::TokenRejected(_)) => Err(anyhow!(error).context(
            "ARTIFACTS_TOKEN is not accepted: copy the token from your account page, or check --game-url",
        )),
        Err(error) => {
            tracing::warn!(
                error = actors::chain(&error),
                "the game does not answer yet; it will be tried again"
            );
            Ok(())
        }
    }
}
