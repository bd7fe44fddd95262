//! `callboard up`: plays, and serves the dashboard.

use std::path::Path;

use actors::company::{CallError, Plan, Settings};
use anyhow::{Context as _, anyhow};
use planner::Mind;
use secrecy::{ExposeSecret, SecretString};
use store::{DatabaseUrl, Store, StoreOptions};
use tokio::{net::TcpListener, sync::oneshot};
use url::Url;

use super::{listen, sandbox, told_to_end_at_once, told_to_stop};
use crate::{
    config::{Up, World, default_data},
    data_folder::DataFolder,
    demo,
    played::Played,
    web::{self, Dashboard, Hosts},
};

/// Token of the demo account: its sandbox listens on this machine only and is gone with the program.
const DEMO_TOKEN: &str = "demo";
/// How long a database of the operator's may take to start up.
const DATABASE: std::time::Duration = std::time::Duration::from_secs(10);

pub(crate) async fn run(options: Up) -> anyhow::Result<()> {
    let played = Played::of(&options)?;
    let database = options.database_url.as_ref().map(|url| url.expose_secret().parse()).transpose();
    let game = played.game(&options);
    let folder = options.data.clone().unwrap_or_else(|| default_data(&played.folder(&options)));
    let folder = std::path::absolute(folder).context("--data cannot be used")?;
    let data = DataFolder::claim(folder, game)?;
    let program = Program {
        mode: played.mode(),
        database: database.context("DATABASE_URL (or --database-url) cannot be used")?,
        data: &data,
        listener: listen(options.listen).await?,
        allow_hosts: options.allow_hosts,
        secret_key: options.secret_key,
        keep_days: options.keep_days,
        chaos: options.chaos,
    };
    match played {
        Played::Sandbox => program.in_sandbox(&options.world).await?,
        Played::Server { url, tokens } => program.play(url, tokens, Vec::new()).await?,
    }
    tracing::info!("stopped");
    Ok(())
}

/// What a company needs that is the same wherever it plays.
struct Program<'a> {
    mode: String,
    listener: TcpListener,
    data: &'a DataFolder,
    database: Option<DatabaseUrl>,
    allow_hosts: Vec<String>,
    secret_key: Option<SecretString>,
    keep_days: u32,
    chaos: bool,
}

impl Program<'_> {
    /// Plays the demo account in a sandbox of its own, which stops last.
    async fn in_sandbox(self, world: &World) -> anyhow::Result<()> {
        self.data.make()?;
        let token = SecretString::from(DEMO_TOKEN);
        let state = Some(self.data.path().join("sandbox.json"));
        let sandbox = sandbox::open(world, state, demo::account(&token))?;
        let game =
            TcpListener::bind("127.0.0.1:0").await.context("cannot listen on this machine's loopback")?;
        let url = format!("http://{}", game.local_addr()?).parse()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let company = async move {
            let result = self.play(url, vec![token], demo::first_minds()).await;
            drop(stop);
            result
        };
        let serving = sandbox.serve(game, async move { drop(stopped.await) });
        let (played, served) = tokio::join!(company, serving);
        played.and(served.context("the sandbox failed"))
    }

    /// Plays until told to stop. What can be wrong with the start is told before anything is said in the log.
    async fn play(
        self,
        game_url: Url,
        tokens: Vec<SecretString>,
        first_minds: Vec<Mind>,
    ) -> anyhow::Result<()> {
        let Self { mode, listener, data, database, allow_hosts, secret_key, keep_days, chaos } = self;
        if let Some(address) = &database {
            check_database(address, data.path()).await?;
        }
        data.make()?;
        let game = game_url.as_str().trim_end_matches('/').to_owned();
        let plan = Plan::open(Settings {
            game_url,
            tokens,
            secret_key,
            data: data.path().to_owned(),
            database,
            keep_days,
            first_minds,
        })?;
        let accounts = check_tokens(&plan).await?;
        data.settle()?;
        tracing::info!(mode, game, data = %data.path().display(), accounts, "playing");
        let (company, tree) = plan.start().await?;
        let address = listener.local_addr()?;
        tracing::info!(
            "the dashboard is on http://{address}; Ctrl-C stops everything in order, a second one at once"
        );
        let dashboard = Dashboard::new(company, mode, game, chaos);
        let (close, closed) = oneshot::channel::<()>();
        let server = axum::serve(listener, web::router(dashboard, Hosts::new(address, &allow_hosts)))
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
                () = told_to_end_at_once() => std::process::exit(130),
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
}

/// At the first start with a data folder a database that is not there is a mistake in its address; later it is away,
/// and characters play on without it.
async fn check_database(address: &DatabaseUrl, data: &Path) -> anyhow::Result<()> {
    match Store::connect_lazy(address, StoreOptions::default()).wait_ready(DATABASE).await {
        Ok(()) => Ok(()),
        Err(error) if error.is_temporary() && Plan::has_played(data) => {
            tracing::warn!(
                error = actors::chain(&error),
                "the {address} is away: characters play on, and their history waits in the journal"
            );
            Ok(())
        }
        Err(error) => Err(error).with_context(|| {
            format!("the {address} cannot be used: check DATABASE_URL, or leave it out for a built-in one")
        }),
    }
}

/// Whose characters are played. Rejected tokens alone are better known before the start; a game that is away is waited for
/// later, and one account's bad token is no reason for the others not to play.
async fn check_tokens(plan: &Plan) -> anyhow::Result<String> {
    let mut accounts = Vec::new();
    let mut rejected = Vec::new();
    let (asked, has_added) = (plan.identify().await, plan.has_added_accounts().await?);
    let tokens = asked.len();
    if tokens == 0 && !has_added {
        tracing::info!("no account is played yet: add one on the dashboard, on the page Accounts");
    }
    for (place, account) in asked.into_iter().enumerate() {
        let token = place + 1;
        match account {
            Ok(account) if accounts.contains(&account) => {
                tracing::warn!(token, %account, "the token of this account was given twice");
            }
            Ok(account) => accounts.push(account),
            Err(error @ CallError::TokenRejected(_)) => rejected.push((token, error)),
            Err(error) => tracing::warn!(
                token,
                error = actors::chain(&error),
                "the game does not tell yet whose characters these are; it is asked again until it does"
            ),
        }
    }
    // The end of a start that is refused is one line.
    if rejected.len() == tokens
        && !has_added
        && let Some((_, error)) = rejected.pop()
    {
        return Err(anyhow!(error).context(
            "ARTIFACTS_TOKEN is not accepted: copy the token from your account page, or check --game-url",
        ));
    }
    for (token, error) in rejected {
        tracing::warn!(token, error = actors::chain(&error), "a token is not accepted");
    }
    Ok(accounts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}
