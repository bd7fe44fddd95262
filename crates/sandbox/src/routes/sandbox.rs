//! What only the game's sandbox server offers (RULES §13): gifts, a cooldown cut short, a place to appear at, a new
//! beginning. Events that are called for nothing are in `events`.

use std::borrow::Cow;

use api_types::{
    Message,
    action::give::GiveGoldRequest,
    sandbox::{
        SandboxClearCooldownData, SandboxClearCooldownRequest, SandboxGiveGoldData, SandboxGiveItemData,
        SandboxGiveItemRequest, SandboxGiveXpData, SandboxGiveXpRequest, SandboxTeleportData,
        SandboxTeleportRequest, XpType,
    },
};
use axum::extract::State;
use game::{AccountName, CharacterName, MapId, SimpleItem, Skill, data::GameMap};
use world::Grant;

use crate::{
    Sandbox,
    api::{Api, one, plain},
    request::{ApiError, Body, Json, Owner, Problems, Reply, data, in_real_time},
    wire,
};

/// Most xp of one gift.
const MAX_XP: i64 = 100_000;

pub(super) fn routes(api: Api) -> Api {
    api.tag("Sandbox")
        .post(
            "/sandbox/give_gold",
            give_gold,
            one::<SandboxGiveGoldData>("Gives gold.")
                .takes::<GiveGoldRequest>()
                .for_owner()
                .refuses(&[486, 498, 499]),
        )
        .post(
            "/sandbox/give_item",
            give_item,
            one::<SandboxGiveItemData>("Gives items.")
                .takes::<SandboxGiveItemRequest>()
                .for_owner()
                .refuses(&[404, 478, 486, 497, 498, 499]),
        )
        .post(
            "/sandbox/give_xp",
            give_xp,
            one::<SandboxGiveXpData>("Gives xp.")
                .takes::<SandboxGiveXpRequest>()
                .for_owner()
                .refuses(&[478, 486, 498, 499]),
        )
        .post(
            "/sandbox/reset_account",
            reset_account,
            plain::<Message>("Lets one's account begin anew.").for_owner().refuses(&[486]),
        )
        .post(
            "/sandbox/clear_cooldown",
            clear_cooldown,
            one::<SandboxClearCooldownData>("Ends a cooldown.")
                .takes::<SandboxClearCooldownRequest>()
                .for_owner()
                .refuses(&[486, 498]),
        )
        .post(
            "/sandbox/teleport",
            teleport,
            one::<SandboxTeleportData<GameMap>>("Puts a character on any tile.")
                .takes::<SandboxTeleportRequest>()
                .for_owner()
                .refuses(&[404, 486, 498]),
        )
}

async fn give_gold(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(GiveGoldRequest { quantity, character }): Body<GiveGoldRequest>,
) -> Reply<SandboxGiveGoldData> {
    let name = Problems::check(|problems| {
        problems.range("quantity", quantity, 1..=i64::MAX);
        problems.parse("character", &character)
    })?;
    let (cooldown, character) = grant(&sandbox, &owner, &name, &Grant::Gold(quantity))?;
    Ok(data(SandboxGiveGoldData { cooldown, quantity, character }))
}

async fn give_item(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<SandboxGiveItemRequest>,
) -> Reply<SandboxGiveItemData> {
    let quantity = request.quantity;
    let (name, code) = Problems::check(|problems| {
        problems.range("quantity", quantity, 1..=u32::MAX);
        Some((problems.parse("character", &request.character)?, problems.parse("code", &request.code)?))
    })?;
    let item = api_types::SimpleItem::new(request.code, quantity);
    let (cooldown, character) =
        grant(&sandbox, &owner, &name, &Grant::Item(SimpleItem::new(code, quantity)))?;
    Ok(data(SandboxGiveItemData { cooldown, item, character }))
}

async fn give_xp(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(SandboxGiveXpRequest { kind, amount, character }): Body<SandboxGiveXpRequest>,
) -> Reply<SandboxGiveXpData> {
    let name = Problems::check(|problems| {
        problems.range("amount", amount, 1..=MAX_XP);
        if let XpType::Unknown(_) = kind {
            problems.add("type", format!("Input should be one of {}.", XpType::KNOWN.join(", ")));
        }
        Some(())
    });
    // No pattern is asked of this name: one that nobody can have is nobody's.
    let name = name.and_then(|()| character.parse().map_err(|_| ApiError::of(498)))?;
    let skill: Option<Skill> = kind.as_str().parse().ok();
    let (cooldown, character) = grant(&sandbox, &owner, &name, &Grant::Xp(skill, amount))?;
    Ok(data(SandboxGiveXpData { cooldown, kind, amount, character }))
}

fn grant(
    sandbox: &Sandbox,
    owner: &AccountName,
    name: &CharacterName,
    grant: &Grant,
) -> Result<(api_types::Cooldown, api_types::Character), ApiError> {
    let timescale = sandbox.timescale();
    let (cooldown, character) = sandbox.change(|realm, now| {
        let granted = realm.world.grant(owner, name, grant, now);
        granted.map_err(|refusal| in_real_time(refusal, now, timescale))
    })?;
    Ok((wire::cooldown(&cooldown, timescale), wire::character(&character, timescale)))
}

async fn reset_account(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
) -> Result<Json<Message>, ApiError> {
    sandbox.change(|realm, _| realm.world.reset_account(&owner))?;
    Ok(Json(Message { message: "Account reset successfully.".to_owned() }))
}

async fn clear_cooldown(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<SandboxClearCooldownRequest>,
) -> Reply<SandboxClearCooldownData> {
    let name = named(&request.character)?;
    let character = sandbox.change(|realm, now| realm.world.clear_cooldown(&owner, &name, now))?;
    Ok(data(SandboxClearCooldownData { character: wire::character(&character, sandbox.timescale()) }))
}

async fn teleport(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(SandboxTeleportRequest { character, map_id }): Body<SandboxTeleportRequest>,
) -> Reply<SandboxTeleportData<GameMap>> {
    let name = Problems::check(|problems| {
        problems.range("map_id", map_id, 1..=u32::MAX);
        problems.parse("character", &character)
    })?;
    let (character, destination) = sandbox.change(|realm, now| {
        let character = realm.world.teleport(&owner, &name, MapId(map_id), now)?;
        let destination = realm.world.tile(MapId(map_id)).map(Cow::into_owned);
        Ok::<_, ApiError>((character, destination.ok_or_else(|| ApiError::not_found("Map"))?))
    })?;
    Ok(data(SandboxTeleportData { destination, character: wire::character(&character, sandbox.timescale()) }))
}

fn named(character: &str) -> Result<CharacterName, ApiError> {
    Problems::check(|problems| problems.parse("character", character))
}
