//! Tiles of the world (RULES §5).

use axum::extract::State;
use game::{
    MapId,
    data::{AccessType, ContentType, GameMap, Layer, Position},
};
use serde::Deserialize;

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, PageReply, Query, QueryReader, Reply, STATIC, Segments, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Maps")
        .get("/maps", list, page_of::<GameMap>(STATIC, "All tiles.").reads(Filter::read).reads(layer))
        .get(
            "/maps/{layer}",
            of_layer,
            page_of::<GameMap>(STATIC, "The tiles of a layer.").reads(Filter::read),
        )
        .get("/maps/{layer}/{x}/{y}", at, one::<GameMap>("The tile at a place.").refuses(&[404]))
        .get("/maps/id/{map_id}", by_id, one::<GameMap>("A tile.").refuses(&[404]))
}

struct Filter {
    content_type: Option<ContentType>,
    content_code: Option<String>,
    hide_blocked: bool,
    transition: Option<bool>,
}

impl Filter {
    /// `hide_event` is read and changes nothing: no event is ever active in this world.
    fn read(query: &mut QueryReader<'_>) -> Self {
        query.flag("hide_event");
        Self {
            content_type: query.word("content_type", ContentType::KNOWN),
            content_code: query.code("content_code"),
            hide_blocked: query.flag("hide_blocked_maps").unwrap_or(false),
            transition: query.flag("transition"),
        }
    }

    fn takes(&self, tile: &GameMap) -> bool {
        let content = tile.interactions.content.as_ref();
        let is_kind = |kind: &ContentType| content.is_some_and(|content| content.kind == *kind);
        let is_code = |code: &String| content.is_some_and(|content| content.code == *code);
        self.content_type.as_ref().is_none_or(is_kind)
            && self.content_code.as_ref().is_none_or(is_code)
            && !(self.hide_blocked && tile.access.kind == AccessType::Blocked)
            && self.transition.is_none_or(|wanted| tile.interactions.transition.is_some() == wanted)
    }
}

fn layer(query: &mut QueryReader<'_>) -> Option<Layer> {
    query.word("layer", Layer::KNOWN)
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<GameMap> {
    let (filter, layer, paging) =
        query.read(|query| (Filter::read(query), layer(query), query.paging(STATIC)))?;
    let tiles = sandbox.data().maps.iter();
    let wanted = tiles.filter(|tile| layer.is_none_or(|layer| tile.layer == layer) && filter.takes(tile));
    Ok(page(wanted, paging, GameMap::clone))
}

async fn of_layer(
    State(sandbox): State<Sandbox>,
    Segments(OfLayer { layer }): Segments<OfLayer>,
    query: Query,
) -> PageReply<GameMap> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    let tiles = sandbox.data().maps.iter().filter(|tile| tile.layer == layer && filter.takes(tile));
    Ok(page(tiles, paging, GameMap::clone))
}

async fn by_id(State(sandbox): State<Sandbox>, Segments(ById { map_id }): Segments<ById>) -> Reply<GameMap> {
    found(sandbox.data().maps.get(map_id))
}

async fn at(State(sandbox): State<Sandbox>, Segments(at): Segments<Position>) -> Reply<GameMap> {
    found(sandbox.data().maps.at(at))
}

fn found(tile: Option<&GameMap>) -> Reply<GameMap> {
    tile.cloned().map(data).ok_or_else(|| ApiError::not_found("map"))
}

/// The path of a layer's tiles; named, so that a 422 can say what is wrong.
#[derive(Deserialize)]
pub(crate) struct OfLayer {
    layer: Layer,
}

/// The path of one tile.
#[derive(Deserialize)]
pub(crate) struct ById {
    map_id: MapId,
}
