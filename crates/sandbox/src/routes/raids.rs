//! Raids: their hours, how the open or latest one stands, and who did how much (RULES §12).

use api_types::raid::{Raid, RaidLeaderboardEntry};
use axum::extract::State;
use world::{RaidInstance, World};

use super::filters::is_named;
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, LIVE, PageReply, Query, QueryReader, Reply, STATIC, Segments, data, page},
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Raids")
        .get("/raids", list, page_of::<Raid>(STATIC, "All raids.").reads(name_and_active))
        .get("/raids/{code}", show, one::<Raid>("A raid.").refuses(&[404]))
        .get(
            "/raids/{code}/leaderboard",
            leaderboard,
            page_of::<RaidLeaderboardEntry>(LIVE, "Who did how much damage in the open or latest raid."),
        )
}

fn name_and_active(query: &mut QueryReader<'_>) -> (Option<String>, Option<bool>) {
    (query.name("name"), query.flag("active"))
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Raid> {
    let ((name, active), paging) = query.read(|query| (name_and_active(query), query.paging(STATIC)))?;
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let raids = realm.world.raids().filter(|(raid, latest)| {
        is_named(&raid.name, name.as_deref())
            && active.is_none_or(|wanted| latest.is_some_and(RaidInstance::is_open) == wanted)
    });
    Ok(page(raids, paging, |(raid, latest)| wire::raid(raid, latest, now, sandbox.timescale())))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Raid> {
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let (raid, latest) = find(&realm.world, &code).ok_or_else(|| ApiError::not_found("raid"))?;
    Ok(data(wire::raid(raid, latest, now, sandbox.timescale())))
}

/// The board of the open or else the latest instance; a raid that was never held, or that there is not, has nobody on
/// it.
async fn leaderboard(
    State(sandbox): State<Sandbox>,
    Segments(code): Segments<String>,
    query: Query,
) -> PageReply<RaidLeaderboardEntry> {
    let paging = query.read(|query| query.paging(LIVE))?;
    let realm = sandbox.realm();
    let latest = find(&realm.world, &code).and_then(|(_, latest)| latest);
    let board = latest.map(RaidInstance::leaderboard).unwrap_or_default();
    Ok(page((1..).zip(board), paging, |(position, (account, points))| RaidLeaderboardEntry {
        position,
        account: account.to_string(),
        points,
    }))
}

fn find<'a>(world: &'a World, code: &str) -> Option<(&'a game::data::Raid, Option<&'a RaidInstance>)> {
    world.raids().find(|(raid, _)| raid.code.as_str() == code)
}
