//! `/api/v1/season`: what there is in the season and where, as far as forms need it to offer it.

use axum::{Json, extract::State, http::StatusCode};
use game::{
    GameData, ItemCode, MapId, NpcCode, Skill,
    data::{ContentType, Currency, GameMap, Item, ItemType, Layer},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Dashboard,
    errors::{ApiError, ErrorEnvelope},
};

/// The season in short: the codes that may be written, and what goes with them.
#[derive(Serialize, ToSchema)]
pub(super) struct SeasonView {
    /// The season's version, as the game calls it.
    version: String,
    /// Every item, by code.
    items: Vec<ItemView>,
    /// Every monster, by level.
    monsters: Vec<CodeView>,
    /// Every resource, by level.
    resources: Vec<CodeView>,
    /// Every achievement, by code.
    achievements: Vec<NameView>,
    /// Every tile on which there is something to do, or from which a way leads on.
    places: Vec<PlaceView>,
    /// What NPCs buy and sell.
    offers: Vec<OfferView>,
}

/// A monster or a resource.
#[derive(Serialize, ToSchema)]
pub(super) struct CodeView {
    /// Its code.
    code: String,
    /// Its name for people.
    name: String,
    /// Its level; of a resource the level of the skill that it needs.
    level: u32,
}

/// An achievement.
#[derive(Serialize, ToSchema)]
pub(super) struct NameView {
    /// Its code.
    code: String,
    /// Its name for people.
    name: String,
}

/// An item.
#[derive(Serialize, ToSchema)]
pub(super) struct ItemView {
    /// Its code.
    #[schema(value_type = String)]
    code: ItemCode,
    /// Its name for people.
    name: String,
    /// Its level.
    level: u32,
    /// What it is, which decides where it is worn: `weapon`, `ring`, `consumable`.
    #[schema(value_type = String)]
    kind: ItemType,
    /// The skill that crafts it, and with it the workshop; nothing when it cannot be crafted.
    #[schema(required, value_type = Option<String>)]
    craft_skill: Option<Skill>,
    /// Whether it can be recycled.
    recyclable: bool,
    /// Whether the Grand Exchange takes it.
    tradeable: bool,
}

/// A tile with something on it.
#[derive(Serialize, ToSchema)]
pub(super) struct PlaceView {
    /// Its number, which moves ask for.
    #[schema(value_type = u32)]
    map_id: MapId,
    /// Its name for people; many tiles share one.
    name: String,
    /// Which storey of the world.
    #[schema(value_type = String)]
    layer: Layer,
    /// West to east.
    x: i32,
    /// North to south.
    y: i32,
    /// What is there: `monster`, `resource`, `workshop`, `bank`, `npc`.
    #[schema(required, value_type = Option<String>)]
    content: Option<ContentType>,
    /// Which one: the game's code.
    #[schema(required)]
    code: Option<String>,
    /// The number of the tile to which a transition leads from here.
    #[schema(required, value_type = Option<u32>)]
    leads_to: Option<MapId>,
}

/// A line of what an NPC deals in.
#[derive(Serialize, ToSchema)]
pub(super) struct OfferView {
    /// Who: the code of what is on its tile.
    #[schema(value_type = String)]
    npc: NpcCode,
    /// Which item.
    #[schema(value_type = String)]
    code: ItemCode,
    /// What is paid with: `gold`, or an item's code.
    #[schema(value_type = String)]
    currency: Currency,
    /// What one costs; nothing when it is not sold.
    #[schema(required)]
    buy_price: Option<i64>,
    /// What one brings; nothing when it is not bought.
    #[schema(required)]
    sell_price: Option<i64>,
}

/// What there is in the season, and where.
#[utoipa::path(get, path = "/api/v1/season", operation_id = "show_season",
    responses((status = 200, body = SeasonView), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn show(State(dashboard): State<Dashboard>) -> Result<Json<SeasonView>, ApiError> {
    let season = dashboard.company.season().await.ok_or_else(|| {
        let words = "the game has not told yet what there is in this season; ask again in a moment";
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "season_unknown", words)
    })?;
    Ok(Json(SeasonView::from(&*season)))
}

impl From<&GameData> for SeasonView {
    fn from(data: &GameData) -> Self {
        let monsters = data.monsters.values().map(|monster| CodeView {
            code: monster.code.to_string(),
            name: monster.name.clone(),
            level: monster.level,
        });
        let resources = data.resources.values().map(|resource| CodeView {
            code: resource.code.to_string(),
            name: resource.name.clone(),
            level: resource.level,
        });
        let achievements = data
            .achievements
            .iter()
            .map(|one| NameView { code: one.code.to_string(), name: one.name.clone() });
        let offers = data.npc_items.values().map(|offer| OfferView {
            npc: offer.npc.clone(),
            code: offer.code.clone(),
            currency: offer.currency.clone(),
            buy_price: offer.buy_price,
            sell_price: offer.sell_price,
        });
        Self {
            version: data.version.clone(),
            items: data.items.values().map(ItemView::from).collect(),
            monsters: by_level(monsters.collect()),
            resources: by_level(resources.collect()),
            achievements: achievements.collect(),
            places: data.maps.iter().filter(|tile| is_of_use(tile)).map(PlaceView::from).collect(),
            offers: offers.collect(),
        }
    }
}

fn by_level(mut codes: Vec<CodeView>) -> Vec<CodeView> {
    codes.sort_by_key(|one| one.level);
    codes
}

fn is_of_use(tile: &GameMap) -> bool {
    tile.interactions.content.is_some() || tile.interactions.transition.is_some()
}

impl From<&Item> for ItemView {
    fn from(item: &Item) -> Self {
        Self {
            code: item.code.clone(),
            name: item.name.clone(),
            level: item.level,
            kind: item.kind.clone(),
            craft_skill: item.craft.as_ref().map(|craft| craft.skill),
            recyclable: item.recyclable,
            tradeable: item.tradeable,
        }
    }
}

impl From<&GameMap> for PlaceView {
    fn from(tile: &GameMap) -> Self {
        let content = tile.interactions.content.as_ref();
        Self {
            map_id: tile.map_id,
            name: tile.name.clone(),
            layer: tile.layer,
            x: tile.x,
            y: tile.y,
            content: content.map(|content| content.kind.clone()),
            code: content.map(|content| content.code.clone()),
            leads_to: tile.interactions.transition.as_ref().map(|way| way.map_id),
        }
    }
}
