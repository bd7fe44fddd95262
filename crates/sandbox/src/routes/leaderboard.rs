//! The leaderboards: the first thousand, as they stood at the full hour (RULES §11).

use std::{cmp::Reverse, sync::Arc};

use api_types::{
    AccountLeaderboardEntry, AccountLeaderboardType, CharacterLeaderboardEntry, CharacterLeaderboardType,
};
use axum::extract::State;

use super::filters::is_named;
use crate::{
    Sandbox,
    api::{Api, page_of},
    leaderboards::Standing,
    request::{LIVE, PageReply, Query, QueryReader, page},
};

/// Places on a leaderboard.
const PLACES: usize = 1000;

pub(super) fn routes(api: Api) -> Api {
    api.tag("Leaderboard")
        .get(
            "/leaderboard/characters",
            characters,
            page_of::<CharacterLeaderboardEntry>(LIVE, "The best characters.").reads(character_filter),
        )
        .get(
            "/leaderboard/accounts",
            accounts,
            page_of::<AccountLeaderboardEntry>(LIVE, "The best accounts.").reads(account_filter),
        )
}

fn character_filter(query: &mut QueryReader<'_>) -> (Option<CharacterLeaderboardType>, Option<String>) {
    (query.word("sort", CharacterLeaderboardType::KNOWN), query.name("name"))
}

fn account_filter(query: &mut QueryReader<'_>) -> (Option<AccountLeaderboardType>, Option<String>) {
    (query.word("sort", AccountLeaderboardType::KNOWN), query.name("name"))
}

async fn characters(State(sandbox): State<Sandbox>, query: Query) -> PageReply<CharacterLeaderboardEntry> {
    let ((sort, name), paging) = query.read(|query| (character_filter(query), query.paging(LIVE)))?;
    let sort = sort.unwrap_or(CharacterLeaderboardType::Combat);
    let mut ranked: Vec<_> = standing(&sandbox).characters.clone();
    ranked.sort_by_cached_key(|entry| (Reverse(merit(entry, &sort)), entry.name.clone()));
    ranked.truncate(PLACES);
    let placed = (1..).zip(ranked).filter(|(_, entry)| is_named(&entry.name, name.as_deref()));
    Ok(page(placed, paging, |(position, entry)| CharacterLeaderboardEntry { position, ..entry }))
}

async fn accounts(State(sandbox): State<Sandbox>, query: Query) -> PageReply<AccountLeaderboardEntry> {
    let ((sort, name), paging) = query.read(|query| (account_filter(query), query.paging(LIVE)))?;
    let mut ranked: Vec<_> = standing(&sandbox).accounts.clone();
    ranked.sort_by_cached_key(|entry| {
        let merit = match sort {
            Some(AccountLeaderboardType::Gold) => entry.gold,
            _ => i64::from(entry.achievements_points),
        };
        // Of those with as many points, who had all of them first.
        (Reverse(merit), entry.completed_at.is_none(), entry.completed_at, entry.account.clone())
    });
    ranked.truncate(PLACES);
    let placed = (1..).zip(ranked).filter(|(_, entry)| is_named(&entry.account, name.as_deref()));
    Ok(page(placed, paging, |(position, entry)| AccountLeaderboardEntry { position, ..entry }))
}

fn standing(sandbox: &Sandbox) -> Arc<Standing> {
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    sandbox.leaderboards().at(now, &realm.world, sandbox.timescale())
}

/// Level first, then xp: both say the same, as xp is counted over all levels.
fn merit(entry: &CharacterLeaderboardEntry, sort: &CharacterLeaderboardType) -> (u32, i64) {
    use CharacterLeaderboardType as By;
    match sort {
        By::Woodcutting => (entry.woodcutting_level, entry.woodcutting_total_xp),
        By::Mining => (entry.mining_level, entry.mining_total_xp),
        By::Fishing => (entry.fishing_level, entry.fishing_total_xp),
        By::Weaponcrafting => (entry.weaponcrafting_level, entry.weaponcrafting_total_xp),
        By::Gearcrafting => (entry.gearcrafting_level, entry.gearcrafting_total_xp),
        By::Jewelrycrafting => (entry.jewelrycrafting_level, entry.jewelrycrafting_total_xp),
        By::Cooking => (entry.cooking_level, entry.cooking_total_xp),
        By::Alchemy => (entry.alchemy_level, entry.alchemy_total_xp),
        By::Combat | By::Unknown(_) => (entry.level, entry.total_xp),
    }
}
