//! Tiles of the world (RULES §5).

use std::borrow::Cow;

use api_types::Page;
use axum::extract::State;
use game::{
    MapId,
    data::{AccessType, ContentType, GameMap, Layer, Position},
};
use serde::Deserialize;

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{
        ApiError, Json, PageReply, Paging, Query, QueryReader, Reply, STATIC, Segments, Written, data, page,
    },
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
    hide_event: bool,
    content_type: Option<ContentType>,
    content_code: Option<String>,
    hide_blocked: bool,
    transition: Option<bool>,
}

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self {
            hide_event: query.flag("hide_event").unwrap_or(false),
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

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Written> {
    let (filter, layer, paging) =
        query.read(|query| (Filter::read(query), layer(query), query.paging(STATIC)))?;
    Ok(tiles(&sandbox, layer, &filter, paging))
}

async fn of_layer(
    State(sandbox): State<Sandbox>,
    Segments(OfLayer { layer }): Segments<OfLayer>,
    query: Query,
) -> PageReply<Written> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(STATIC)))?;
    Ok(tiles(&sandbox, Some(layer), &filter, paging))
}

/// The tiles that a filter takes, as events have changed them, or as they are without.
fn tiles(sandbox: &Sandbox, layer: Option<Layer>, filter: &Filter, paging: Paging) -> Json<Page<Written>> {
    let realm = sandbox.realm();
    let tiles = sandbox.data().maps.iter().zip(&sandbox.catalogue().maps);
    let on_layer = tiles.filter(|(tile, _)| layer.is_none_or(|layer| tile.layer == layer));
    let shown = on_layer.filter_map(|(tile, written)| {
        match realm.world.changed(tile).filter(|_| !filter.hide_event) {
            Some(changed) => filter.takes(&changed).then(|| Cow::Owned(Written::of(&changed))),
            None => filter.takes(tile).then_some(Cow::Borrowed(written)),
        }
    });
    page(shown, paging, Cow::into_owned)
}

async fn by_id(State(sandbox): State<Sandbox>, Segments(ById { map_id }): Segments<ById>) -> Reply<GameMap> {
    found(&sandbox, Some(map_id))
}

async fn at(State(sandbox): State<Sandbox>, Segments(at): Segments<Position>) -> Reply<GameMap> {
    let tile = sandbox.data().maps.at(at);
    found(&sandbox, tile.map(|tile| tile.map_id))
}

/// A tile as it is now.
fn found(sandbox: &Sandbox, map_id: Option<MapId>) -> Reply<GameMap> {
    let realm = sandbox.realm();
    let tile = map_id.and_then(|map_id| realm.world.tile(map_id)).map(Cow::into_owned);
    tile.map(data).ok_or_else(|| ApiError::not_found("map"))
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
