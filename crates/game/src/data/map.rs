//! Tiles of the world: where they are, who may step on them and what is there (RULES §5).

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{item::Condition, null::null_as_default};
use crate::{ids::MapId, words::words};

/// One of the storeys of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Under the open sky.
    Overworld,
    /// Mines and caves.
    Underground,
    /// Inside buildings.
    Interior,
}

words! {
    Layer as "MapLayer":
        "interior", "overworld", "underground"
}

impl Layer {
    /// The layer as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overworld => "overworld",
            Self::Underground => "underground",
            Self::Interior => "interior",
        }
    }
}

/// A place: layer and coordinates name exactly one tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Which storey.
    pub layer: Layer,
    /// West to east.
    pub x: i32,
    /// North to south.
    pub y: i32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", self.x, self.y)?;
        if self.layer == Layer::Overworld { Ok(()) } else { write!(f, " {}", self.layer.as_str()) }
    }
}

/// A tile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MapSchema)]
pub struct GameMap {
    /// Unique number.
    pub map_id: MapId,
    /// Name for people; many tiles share one.
    pub name: String,
    /// Which picture shows it.
    pub skin: String,
    /// West to east.
    pub x: i32,
    /// North to south.
    pub y: i32,
    /// Which storey.
    pub layer: Layer,
    /// Who may step on it.
    pub access: Access,
    /// What is there.
    pub interactions: Interactions,
}

impl GameMap {
    /// Where it is.
    #[must_use]
    pub fn position(&self) -> Position {
        Position { layer: self.layer, x: self.x, y: self.y }
    }

    /// Whether it offers this content.
    #[must_use]
    pub fn has_content(&self, kind: &ContentType, code: &str) -> bool {
        self.interactions
            .content
            .as_ref()
            .is_some_and(|content| content.kind == *kind && content.code == code)
    }

    /// Whether it offers content of this kind, whatever its code.
    #[must_use]
    pub fn has_content_type(&self, kind: &ContentType) -> bool {
        self.interactions.content.as_ref().is_some_and(|content| content.kind == *kind)
    }
}

/// Who may step on a tile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AccessSchema)]
pub struct Access {
    /// The rule.
    #[serde(rename = "type")]
    pub kind: AccessType,
    /// What must hold on a conditional tile; what it costs is paid by who walks onto it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub conditions: Vec<Condition>,
}

/// The rule of stepping on a tile (RULES §5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessType {
    /// Anybody may.
    Standard,
    /// Only from another restricted tile, or by transition or teleport.
    Restricted,
    /// While its conditions hold.
    Conditional,
    /// Nobody may.
    Blocked,
    /// A word this program does not know: treated as blocked.
    #[serde(untagged)]
    Other(String),
}

words! {
    AccessType as "MapAccessType":
        "standard", "restricted", "conditional", "blocked"
}

/// What is on a tile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = InteractionSchema)]
pub struct Interactions {
    /// A monster, resource, workshop, bank and so on.
    #[serde(default)]
    pub content: Option<Content>,
    /// A way to another tile.
    #[serde(default)]
    pub transition: Option<Transition>,
}

/// Something to interact with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MapContentSchema)]
pub struct Content {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: ContentType,
    /// Which one: a monster's or resource's code, a workshop's skill.
    pub code: String,
}

/// Kinds of content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentType {
    /// Fight it.
    Monster,
    /// Gather it.
    Resource,
    /// Craft here with the skill named by the code.
    Workshop,
    /// Deposit and withdraw.
    Bank,
    /// The Grand Exchange.
    GrandExchange,
    /// Accept and complete tasks.
    TasksMaster,
    /// Buy and sell.
    Npc,
    /// Fight a raid's boss.
    Raid,
    /// A word this program does not know.
    #[serde(untagged)]
    Other(String),
}

words! {
    ContentType as "MapContentType":
        "monster", "resource", "workshop", "bank", "grand_exchange", "tasks_master", "npc", "raid"
}

impl ContentType {
    /// The kind as the API spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Monster => "monster",
            Self::Resource => "resource",
            Self::Workshop => "workshop",
            Self::Bank => "bank",
            Self::GrandExchange => "grand_exchange",
            Self::TasksMaster => "tasks_master",
            Self::Npc => "npc",
            Self::Raid => "raid",
            Self::Other(word) => word,
        }
    }
}

/// A way from one tile to another, often to another layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TransitionSchema)]
pub struct Transition {
    /// The tile it leads to.
    pub map_id: MapId,
    /// Its x.
    pub x: i32,
    /// Its y.
    pub y: i32,
    /// Its layer.
    pub layer: Layer,
    /// What must hold or be paid.
    #[serde(default, deserialize_with = "null_as_default")]
    pub conditions: Vec<Condition>,
}
