//! The gem shop: what it offers, and buying it (RULES §11). Events that gems call are in `events`.

mod catalog;

use api_types::gem_shop::{
    BuyCustomDesignData, BuyCustomDesignRequest, BuySkinData, BuySkinRequest, GemShopCatalog,
    GemShopSubscriptionData,
};
use axum::extract::State;
use game::AccountName;

use super::my;
use crate::{
    Sandbox,
    api::{Api, one},
    request::{ApiError, Body, Owner, Reply, data},
    sandbox::Realm,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Gems Shop")
        .get("/gems_shop/", show, one::<GemShopCatalog>("What gems can buy."))
        .post(
            "/gems_shop/skin",
            buy_skin,
            one::<BuySkinData>("Buys a skin.")
                .takes::<BuySkinRequest>()
                .for_owner()
                .refuses(&[404, 551, 552, 563]),
        )
        .post(
            "/gems_shop/subscription",
            buy_subscription,
            one::<GemShopSubscriptionData>("Buys a month of membership.").for_owner().refuses(&[563, 573]),
        )
        .post(
            "/gems_shop/buy_custom_design",
            buy_custom_design,
            one::<BuyCustomDesignData>("Buys a custom design.")
                .takes::<BuyCustomDesignRequest>()
                .for_owner()
                .refuses(&[404, 563]),
        )
}

async fn show(State(sandbox): State<Sandbox>) -> Reply<GemShopCatalog> {
    Ok(data(catalog::all(sandbox.data(), sandbox.tables())))
}

async fn buy_skin(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(BuySkinRequest { code }): Body<BuySkinRequest>,
) -> Reply<BuySkinData> {
    sandbox.change(|realm, now| {
        realm.world.buy_skin(&owner, &code, now)?;
        Ok(data(BuySkinData { skins: my::skins(realm, &owner), skin: code, gems: gems_of(realm, &owner) }))
    })
}

async fn buy_subscription(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
) -> Reply<GemShopSubscriptionData> {
    let cost = catalog::SUBSCRIPTION_PRICE;
    sandbox.change(|realm, now| {
        let ends_at = realm.world.subscribe_with_gems(&owner, cost, now)?;
        let member_expiration = sandbox.timescale().real_at(ends_at).into();
        Ok(data(GemShopSubscriptionData {
            member: true,
            member_expiration,
            gems: gems_of(realm, &owner),
            cost,
        }))
    })
}

/// The game's makers draw it then; here nobody does.
async fn buy_custom_design(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<BuyCustomDesignRequest>,
) -> Reply<BuyCustomDesignData> {
    let offer = catalog::custom_designs().into_iter().find(|offer| offer.code == request.code);
    let offer = offer.ok_or_else(|| ApiError::not_found("Custom design"))?;
    sandbox.change(|realm, now| {
        realm.world.spend_gems(&owner, offer.price, ("custom_design", &offer.code), now)?;
        let gems = gems_of(realm, &owner);
        Ok(data(BuyCustomDesignData { code: offer.code, name: offer.name, gems, cost: offer.price }))
    })
}

fn gems_of(realm: &Realm, owner: &AccountName) -> i64 {
    realm.world.account(owner).map_or(0, |account| account.gems)
}
