//! `/api/v1/events`: what goes on in the game, and what the season says of the events that come.

use actors::board::{EventsView, PositionView};
use axum::{Json, extract::State};
use game::{
    EventCode, GameData, ItemCode,
    data::{Content, ContentType, Drop, Event},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::Dashboard;

/// Every event of the season.
#[derive(Serialize, ToSchema)]
pub(super) struct SeasonEventList {
    /// By name; none while the game has not told its season.
    data: Vec<SeasonEvent>,
}

/// An event of the season.
#[derive(Serialize, ToSchema)]
struct SeasonEvent {
    /// Which event.
    #[schema(value_type = String)]
    code: EventCode,
    /// Its name.
    name: String,
    /// What it brings; none when only a way opens.
    #[schema(required)]
    content: Option<EventContent>,
    /// Minutes that it stays.
    duration_minutes: u32,
    /// It comes about once in so many minutes.
    every_minutes: u32,
    /// Where it may come.
    places: Vec<PositionView>,
}

/// What an event brings.
#[derive(Serialize, ToSchema)]
struct EventContent {
    /// `monster`, `resource`, `npc` …
    #[serde(rename = "type")]
    kind: String,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// The level of a monster or a resource.
    #[schema(required)]
    level: Option<u32>,
    /// The skill that a resource is gathered with.
    #[schema(required)]
    skill: Option<String>,
    /// What it may leave behind, the most frequent first.
    drops: Vec<EventDrop>,
}

/// What a monster or a resource may leave behind.
#[derive(Serialize, ToSchema)]
struct EventDrop {
    /// Which item.
    #[schema(value_type = String)]
    code: ItemCode,
    /// One time in so many.
    rate: u32,
}

/// The events that are on, and the raids with their timetable.
#[utoipa::path(get, path = "/api/v1/events", operation_id = "list_events",
    responses((status = 200, body = EventsView)))]
pub(super) async fn list(State(dashboard): State<Dashboard>) -> Json<EventsView> {
    Json(dashboard.company.board().events_view())
}

/// The events of the season: what each brings, how often it comes and where.
#[utoipa::path(get, path = "/api/v1/events/season", operation_id = "list_season_events",
    responses((status = 200, body = SeasonEventList)))]
pub(super) async fn season(State(dashboard): State<Dashboard>) -> Json<SeasonEventList> {
    let season = dashboard.company.season().await;
    let mut data: Vec<_> = season.iter().flat_map(|data| known(data)).collect();
    data.sort_by(|one, other| one.name.cmp(&other.name));
    Json(SeasonEventList { data })
}

fn known(data: &GameData) -> impl Iterator<Item = SeasonEvent> {
    data.events.iter().map(|event| SeasonEvent {
        code: event.code.clone(),
        name: event.name.clone(),
        content: event.content.as_ref().map(|content| brought(content, data)),
        duration_minutes: event.duration,
        every_minutes: event.rate,
        places: places(event, data),
    })
}

fn places(event: &Event, data: &GameData) -> Vec<PositionView> {
    event.maps.iter().filter_map(|place| data.maps.get(place.map_id)).map(PositionView::from).collect()
}

fn brought(content: &Content, data: &GameData) -> EventContent {
    let Content { kind, code } = content;
    let monster = data.monster(code).filter(|_| *kind == ContentType::Monster);
    let resource = data.resource(code).filter(|_| *kind == ContentType::Resource);
    let merchant = data.npcs.values().find(|npc| *kind == ContentType::Npc && npc.code.as_str() == code);
    let names = [
        monster.map(|monster| &monster.name),
        resource.map(|resource| &resource.name),
        merchant.map(|merchant| &merchant.name),
    ];
    let drops = monster.map(|monster| &monster.drops).or(resource.map(|resource| &resource.drops));
    EventContent {
        kind: kind.as_str().to_owned(),
        code: code.clone(),
        name: names.into_iter().flatten().next().unwrap_or(code).clone(),
        level: monster.map(|monster| monster.level).or(resource.map(|resource| resource.level)),
        skill: resource.map(|resource| resource.skill.to_string()),
        drops: dropped(drops.map_or(&[], Vec::as_slice)),
    }
}

fn dropped(drops: &[Drop]) -> Vec<EventDrop> {
    let mut drops: Vec<_> =
        drops.iter().map(|drop| EventDrop { code: drop.code.clone(), rate: drop.rate }).collect();
    drops.sort_by_key(|drop| drop.rate);
    drops
}
