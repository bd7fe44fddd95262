//! Events: which there are, which are here, and calling one (RULES §11, §12, §13).

use api_types::{ActiveEvent, MapContentType, SpawnEventRequest, gem_shop::GemShopEvent};
use axum::extract::State;
use game::{
    EventCode, GameData, Refusal,
    data::{Content, ContentType, Event, GameMap},
};
use jiff::Timestamp;

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, Body, Owner, PageReply, Query, QueryReader, Reply, STATIC, data, page},
    sandbox::Realm,
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Events")
        .get("/events", list, page_of::<Event>(STATIC, "All events.").reads(kind))
        .get("/events/active", active, page_of::<ActiveEvent<GameMap>>(STATIC, "Events that run now."))
        .tag("Gems Shop")
        .post(
            "/gems_shop/spawn_event",
            buy,
            one::<ActiveEvent<GameMap>>("Has an event come, for gems.")
                .takes::<SpawnEventRequest>()
                .for_owner()
                .refuses(&[404, 563, 564, 566, 571]),
        )
        .tag("Sandbox")
        .post(
            "/sandbox/spawn_event",
            spawn,
            one::<ActiveEvent<GameMap>>("Has an event come.")
                .takes::<SpawnEventRequest>()
                .for_owner()
                .refuses(&[404, 564, 566]),
        )
}

fn kind(query: &mut QueryReader<'_>) -> Option<ContentType> {
    query.word("type", ContentType::KNOWN)
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Event> {
    let (kind, paging) = query.read(|query| (kind(query), query.paging(STATIC)))?;
    let is_wanted = |event: &&Event| {
        let content = event.content.as_ref();
        kind.as_ref().is_none_or(|kind| content.is_some_and(|content| content.kind == *kind))
    };
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let events = sandbox.data().events.iter().filter(is_wanted);
    Ok(page(events, paging, |event| {
        let cooldown = realm.world.event_cooldown(&event.code, now);
        let cooldown_expiration = cooldown.map(|at| sandbox.timescale().real_at(at));
        Event { cooldown_expiration, ..event.clone() }
    }))
}

async fn active(State(sandbox): State<Sandbox>, query: Query) -> PageReply<ActiveEvent<GameMap>> {
    let paging = query.read(|query| query.paging(STATIC))?;
    let realm = sandbox.realm();
    let events = realm.world.active_events();
    Ok(page(events, paging, |(event, active)| {
        wire::active_event(event, active, sandbox.data(), sandbox.timescale())
    }))
}

/// The events that gems can call.
pub(super) fn for_sale(data: &GameData) -> Vec<GemShopEvent> {
    let sold = data.events.iter().filter_map(|event| {
        let Content { kind, code } = event.content.clone()?;
        Some(GemShopEvent {
            code: event.code.to_string(),
            name: event.name.clone(),
            content_type: MapContentType::from(kind.as_str()),
            content_code: code,
            duration: event.duration,
            price: event.price?,
        })
    });
    sold.collect()
}

async fn buy(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<SpawnEventRequest>,
) -> Reply<ActiveEvent<GameMap>> {
    call(&sandbox, &request, |realm, code, now| realm.world.buy_event(&owner, code, now))
}

async fn spawn(
    State(sandbox): State<Sandbox>,
    _: Owner,
    Body(request): Body<SpawnEventRequest>,
) -> Reply<ActiveEvent<GameMap>> {
    call(&sandbox, &request, |realm, code, now| realm.world.spawn_event(code, now))
}

fn call(
    sandbox: &Sandbox,
    request: &SpawnEventRequest,
    come: impl FnOnce(&mut Realm, &EventCode, Timestamp) -> Result<world::ActiveEvent, Refusal>,
) -> Reply<ActiveEvent<GameMap>> {
    let code = request.code.parse().map_err(|_| ApiError::not_found("Event"))?;
    let shown = sandbox.change(|realm, now| {
        let active = come(realm, &code, now)?;
        let event = realm.world.data().event(&code);
        let event = event.ok_or_else(|| ApiError::not_found("Event"))?;
        Ok::<_, ApiError>(wire::active_event(event, &active, sandbox.data(), sandbox.timescale()))
    })?;
    Ok(data(shown))
}
