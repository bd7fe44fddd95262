//! What achievement points earn in this season (RULES §11).

use api_types::{RewardType, SeasonReward};
use axum::extract::State;

use crate::{
    Sandbox,
    api::{Api, page_of},
    request::{PageReply, Query, QueryReader, STATIC, Segments, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Season Rewards")
        .get(
            "/season_rewards",
            list,
            page_of::<SeasonReward>(STATIC, "All rewards of the season.").reads(kind),
        )
        .get(
            "/season_rewards/{code}",
            of_code,
            page_of::<SeasonReward>(STATIC, "The rewards with this code."),
        )
}

fn kind(query: &mut QueryReader<'_>) -> Option<RewardType> {
    query.word("type", RewardType::KNOWN)
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<SeasonReward> {
    let (kind, paging) = query.read(|query| (kind(query), query.paging(STATIC)))?;
    let rewards = sandbox.tables().season_rewards.iter();
    let wanted = rewards.filter(|reward| kind.as_ref().is_none_or(|kind| reward.kind == *kind));
    Ok(page(wanted, paging, SeasonReward::clone))
}

/// One badge may be earned in several ways; a code that none has is an empty list.
async fn of_code(
    State(sandbox): State<Sandbox>,
    Segments(code): Segments<String>,
    query: Query,
) -> PageReply<SeasonReward> {
    let paging = query.paging(STATIC)?;
    let rewards = sandbox.tables().season_rewards.iter().filter(|reward| reward.code == code);
    Ok(page(rewards, paging, SeasonReward::clone))
}
