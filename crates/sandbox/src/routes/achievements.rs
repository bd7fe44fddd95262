//! Achievements of the season, and how far an account is with them (RULES §11).

use api_types::{AccountAchievement, AchievementType};
use axum::extract::State;
use game::{AccountName, data::Achievement};

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, LIVE, PageReply, Query, QueryReader, Reply, STATIC, Segments, data, page},
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Achievements")
        .get("/achievements", list, page_of::<Achievement>(STATIC, "All achievements.").reads(Filter::read))
        .get("/achievements/{code}", show, one::<Achievement>("An achievement.").refuses(&[404]))
        .tag("Accounts")
        .get(
            "/accounts/{account}/achievements",
            of_account,
            page_of::<AccountAchievement>(LIVE, "The achievements with an account's progress.")
                .reads(Filter::read)
                .reads(is_completed)
                .refuses(&[404]),
        )
}

/// The kind of objective that the query asks for.
struct Filter(Option<game::data::AchievementType>);

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self(query.word("type", AchievementType::KNOWN))
    }

    fn takes(&self, achievement: &Achievement) -> bool {
        let objectives = &achievement.objectives;
        self.0.as_ref().is_none_or(|kind| objectives.iter().any(|objective| objective.kind == *kind))
    }
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Achievement> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    let achievements = sandbox.data().achievements.iter().filter(|achievement| filter.takes(achievement));
    Ok(page(achievements, paging, Achievement::clone))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Achievement> {
    let achievement = sandbox.data().achievements.iter().find(|known| known.code.as_str() == code);
    achievement.cloned().map(data).ok_or_else(|| ApiError::not_found("achievement"))
}

fn is_completed(query: &mut QueryReader<'_>) -> Option<bool> {
    query.flag("completed")
}

async fn of_account(
    State(sandbox): State<Sandbox>,
    Segments(account): Segments<String>,
    query: Query,
) -> PageReply<AccountAchievement> {
    let (filter, completed, paging) =
        query.read(|query| (Filter::read(query), is_completed(query), query.paging(LIVE)))?;
    let realm = sandbox.realm();
    let account: Option<AccountName> = account.parse().ok();
    let account = account.filter(|account| realm.world.account(account).is_some());
    let account = account.ok_or_else(|| ApiError::not_found("account"))?;
    let achievements = realm.world.achievements(&account).filter(|(achievement, begun)| {
        let is_done = begun.is_some_and(|begun| begun.completed_at.is_some());
        filter.takes(achievement) && completed.is_none_or(|completed| completed == is_done)
    });
    let timescale = sandbox.timescale();
    Ok(page(achievements, paging, |(achievement, begun)| wire::achievement(achievement, begun, timescale)))
}
