//! `GET /gems_shop/`: what gems can buy, and buying it (RULES §11). Events that gems start are in `event`.

use serde::{Deserialize, Serialize};
use utoipa::{PartialSchema, ToSchema};

use crate::open_enum::open_enum;
use crate::{MapContentType, Timestamp};

/// Everything on offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemShopCatalogDataSchema)]
pub struct GemShopCatalog {
    /// Skins.
    pub skins: Vec<GemShopSkin>,
    /// Events that can be started.
    pub spawn_events: Vec<GemShopEvent>,
    /// Memberships.
    pub subscriptions: Vec<GemShopSubscription>,
    /// Things made for the buyer.
    pub custom_designs: Vec<GemShopCustomDesign>,
}

/// A skin on offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemShopSkinCatalogItemSchema)]
pub struct GemShopSkin {
    /// The skin's code.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// What it looks like, for people.
    pub description: String,
    /// Price in gems.
    pub price: u32,
}

/// An event that can be started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemShopSpawnEventCatalogItemSchema)]
pub struct GemShopEvent {
    /// The event's code.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// What kind of thing it brings.
    pub content_type: MapContentType,
    /// Code of what it brings.
    pub content_code: String,
    /// Minutes that it runs.
    pub duration: u32,
    /// Price in gems.
    pub price: u32,
}

/// A membership on offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemShopSubscriptionCatalogItemSchema)]
pub struct GemShopSubscription {
    /// The offer's code.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// Days that it lasts.
    pub duration_days: u32,
    /// Price in gems.
    pub price: u32,
}

/// Something made for the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemShopCustomDesignCatalogItemSchema)]
pub struct GemShopCustomDesign {
    /// The offer's code.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// What it is, for people.
    pub description: String,
    /// Price in gems.
    pub price: u32,
    /// What is made.
    #[schema(schema_with = CustomDesignCategory::schema)]
    pub category: CustomDesignCategory,
    /// Whether only the buyer has it afterwards.
    pub unique_to_account: bool,
}

open_enum! {
    /// What a custom design makes.
    CustomDesignCategory {
        Npc = "npc",
        Item = "item",
        Skin = "skin",
    }
}

/// Body of `POST /gems_shop/skin`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BuySkinRequestSchema)]
pub struct BuySkinRequest {
    /// The skin's code.
    pub code: String,
}

/// Reply to `POST /gems_shop/skin`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BuySkinResponseDataSchema)]
pub struct BuySkinData {
    /// Codes of all skins owned now.
    pub skins: Vec<String>,
    /// Code of the one bought.
    pub skin: String,
    /// Gems left.
    pub gems: i64,
}

/// Reply to `POST /gems_shop/subscription`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemShopSubscriptionResponseDataSchema)]
pub struct GemShopSubscriptionData {
    /// Whether membership is running.
    pub member: bool,
    /// When it ends.
    pub member_expiration: Timestamp,
    /// Gems left.
    pub gems: i64,
    /// Gems paid.
    pub cost: u32,
}

/// Body of `POST /gems_shop/buy_custom_design`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BuyCustomDesignRequestSchema)]
pub struct BuyCustomDesignRequest {
    /// The offer's code.
    pub code: String,
}

/// Reply to `POST /gems_shop/buy_custom_design`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemShopCustomDesignPurchaseResponseDataSchema)]
pub struct BuyCustomDesignData {
    /// The offer's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Gems left.
    pub gems: i64,
    /// Gems paid.
    pub cost: u32,
}
