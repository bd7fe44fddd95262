//! What the gem shop offers. Skins and events with their prices are the season's; of the rest the game's own prices are
//! not public, and these are of the same order (RULES §11, §16).

use api_types::gem_shop::{
    CustomDesignCategory, GemShopCatalog, GemShopCustomDesign, GemShopSkin, GemShopSubscription,
};
use game::GameData;

use crate::{loading::Tables, routes::events};

/// Gems that a month of membership costs.
pub(super) const SUBSCRIPTION_PRICE: u32 = 500;
const SUBSCRIPTION_DAYS: u32 = 30;

/// The whole catalogue.
pub(super) fn all(data: &GameData, tables: &Tables) -> GemShopCatalog {
    let skins = tables.skins.iter().filter_map(|skin| {
        Some(GemShopSkin {
            code: skin.code.clone(),
            name: skin.name.clone(),
            description: skin.description.clone(),
            price: skin.price?,
        })
    });
    GemShopCatalog {
        skins: skins.collect(),
        spawn_events: events::for_sale(data),
        subscriptions: vec![GemShopSubscription {
            code: "membership".to_owned(),
            name: "Membership".to_owned(),
            duration_days: SUBSCRIPTION_DAYS,
            price: SUBSCRIPTION_PRICE,
        }],
        custom_designs: custom_designs(),
    }
}

/// Things that are made for the buyer.
pub(super) fn custom_designs() -> Vec<GemShopCustomDesign> {
    [
        ("custom_skin", "A skin of your own", 6_000, CustomDesignCategory::Skin, true),
        ("custom_item", "An item of your own making", 8_000, CustomDesignCategory::Item, false),
        ("custom_npc", "An NPC of your own making", 10_000, CustomDesignCategory::Npc, false),
    ]
    .map(|(code, name, price, category, unique_to_account)| GemShopCustomDesign {
        code: code.to_owned(),
        name: name.to_owned(),
        description: format!("{name}, drawn by the makers of the game."),
        price,
        category,
        unique_to_account,
    })
    .into()
}
