//! `POST /game_assistant/ask`: the game's assistant, for members (RULES §3). This one knows the season's data by name and
//! nothing else; it is here for its limits and its price.

use api_types::{AssistantAnswer, AssistantQuestion};
use axum::extract::State;
use game::GameData;

use super::rates;
use crate::{
    Sandbox,
    api::{Api, one},
    rates::{bucket::Bucket, limiter::Client},
    request::{ApiError, Body, Owner, Problems, Reply, data},
};

/// Gems that a question costs beyond the free ones.
const PRICE: u32 = 1;

pub(super) fn routes(api: Api) -> Api {
    api.tag("Game Assistant").post(
        "/game_assistant/ask",
        ask,
        one::<AssistantAnswer>("Asks the assistant.")
            .takes::<AssistantQuestion>()
            .for_owner()
            .refuses(&[451, 563, 570]),
    )
}

async fn ask(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(AssistantQuestion { question, pay_with_gems }): Body<AssistantQuestion>,
) -> Reply<AssistantAnswer> {
    Problems::check(|problems| {
        problems.length("question", question.chars().count(), 1..=50_000);
        Some(())
    })?;
    let world_now = sandbox.world_now();
    if !sandbox.realm().world.account(&owner).is_some_and(|account| account.is_member(world_now)) {
        return Err(ApiError::of(451));
    }
    let verdict = sandbox.limiter().take(Client::Account(owner.clone()), Bucket::Assistant, sandbox.now());
    if !verdict.allowed {
        if !pay_with_gems {
            return Err(ApiError::of(570));
        }
        sandbox
            .change(|realm, now| realm.world.spend_gems(&owner, PRICE, ("assistant", "a question"), now))?;
    }
    Ok(data(AssistantAnswer {
        answer: answer(&question, sandbox.data()),
        assistant: rates::scope(&verdict.windows),
        paid_with_gems: !verdict.allowed,
    }))
}

/// What the data says about the first thing that the question names.
fn answer(question: &str, data: &GameData) -> String {
    let question = question.to_lowercase();
    let names = |name: &str, code: &str| {
        question.contains(&name.to_lowercase())
            || question.split(|c: char| c != '_' && !c.is_alphanumeric()).any(|word| word == code)
    };
    let monster = data.monsters.values().find(|monster| names(&monster.name, monster.code.as_str()));
    if let Some(monster) = monster {
        return format!("{} has level {} and {} hit points.", monster.name, monster.level, monster.hp);
    }
    let resource = data.resources.values().find(|resource| names(&resource.name, resource.code.as_str()));
    if let Some(resource) = resource {
        return format!("{} is gathered with {} {}.", resource.name, resource.skill, resource.level);
    }
    let item = data.items.values().find(|item| names(&item.name, item.code.as_str()));
    if let Some(item) = item {
        return format!("{} is an item of level {}. {}", item.name, item.level, item.description);
    }
    "I know monsters, resources and items by their names. What the API can do is at /docs.".to_owned()
}
