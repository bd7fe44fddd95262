//! `GET /`: the state of the server; and, in a header beside the API, how fast its world runs: nothing else tells a
//! client why an hour of the game takes it a minute.

use api_types::{RateLimitNotice, Season, Status};
use axum::extract::State;
use game::xp::MAX_LEVEL;

use crate::{
    Sandbox, WindowLimits,
    api::{Api, one},
    rates::bucket::Bucket,
    request::{Reply, data},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Server details").get("/", show, one::<Status>("State of the server."))
}

/// The season that the game's version belongs to.
const SEASON: u32 = 8;

/// So many seconds of the world pass in one.
const SPEED: &str = "x-world-speed";

async fn show(State(sandbox): State<Sandbox>) -> ([(&'static str, String); 1], Reply<Status>) {
    let speed = sandbox.timescale().speed().to_string();
    ([(SPEED, speed)], status(&sandbox))
}

fn status(sandbox: &Sandbox) -> Reply<Status> {
    let online = sandbox.realm().world.accounts().map(|(_, account)| account.characters.len()).sum::<usize>();
    let notices = Bucket::ALL.map(|bucket| RateLimitNotice {
        kind: bucket.as_str().to_owned(),
        value: in_words(sandbox.rate_limits().of(bucket)),
    });
    Ok(data(Status {
        version: sandbox.data().version.clone(),
        server_time: sandbox.now().into(),
        max_level: MAX_LEVEL,
        max_skill_level: MAX_LEVEL,
        characters_online: u32::try_from(online).unwrap_or(u32::MAX),
        season: Some(Season {
            name: Some("Sandbox".to_owned()),
            number: Some(SEASON),
            start_date: Some(sandbox.timescale().real_at(sandbox.began_at()).into()),
            rewards: sandbox.tables().season_rewards.clone(),
        }),
        rate_limits: notices.into(),
    }))
}

/// `10/second;100/minute` (RULES §3).
fn in_words(limits: WindowLimits) -> String {
    let WindowLimits { second, minute, hour, day } = limits;
    let windows = [("second", second), ("minute", minute), ("hour", hour), ("day", day)];
    let words = windows.iter().filter_map(|(name, limit)| limit.map(|limit| format!("{limit}/{name}")));
    words.collect::<Vec<_>>().join(";")
}
