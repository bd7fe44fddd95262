//! Membership and gems for money, which nobody pays here (RULES §2, §11): an order answers with a page of this server,
//! and opening it counts as paying.

use api_types::{
    Message,
    payment::{
        BuyGemsRequest, Checkout, GEM_PACKS, GemTransaction, MemberTokenSubscriptionData, Purchase,
        StripeSubscriptionPlan, SubscribeRequest, Subscription,
    },
};
use axum::extract::State;
use game::AccountName;
use http::{HeaderMap, header};
use world::{Plan, Wares};

use crate::{
    Sandbox,
    api::{Api, list_of, one, plain},
    request::{ApiError, Body, Json, Owner, Problems, Reply, data},
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("My account")
        .get(
            "/my/subscription",
            show,
            one::<Subscription>("The membership that runs now.").for_owner().refuses(&[404]),
        )
        .post(
            "/my/subscribe/stripe",
            subscribe,
            one::<Checkout>("Orders membership for money.")
                .takes::<SubscribeRequest>()
                .for_owner()
                .refuses(&[565, 573]),
        )
        .post(
            "/my/subscribe/member_token",
            redeem,
            one::<MemberTokenSubscriptionData>("Redeems a member token for a month of membership.")
                .for_owner()
                .refuses(&[572, 573]),
        )
        .post(
            "/my/subscribe/cancel",
            cancel,
            plain::<Message>("Ends membership with what is paid for.").for_owner().refuses(&[404]),
        )
        .get("/my/purchase_history", purchases, list_of::<Purchase>("What was bought for money.").for_owner())
        .get(
            "/my/gems_history",
            gems,
            list_of::<GemTransaction>("Where gems came from and went to.").for_owner(),
        )
        .post(
            "/my/buy_gems",
            buy_gems,
            one::<Checkout>("Orders a pack of gems.").takes::<BuyGemsRequest>().for_owner().refuses(&[404]),
        )
}

async fn show(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<Subscription> {
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let running = realm.world.account(&owner).and_then(|account| account.subscription(now));
    let running = running.ok_or_else(|| ApiError::not_found("Subscription"))?;
    Ok(data(wire::subscription(&running, sandbox.timescale())))
}

async fn subscribe(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    headers: HeaderMap,
    Body(request): Body<SubscribeRequest>,
) -> Reply<Checkout> {
    let plan = Problems::check(|problems| match request.plan {
        StripeSubscriptionPlan::Monthly => Some(Plan::Monthly),
        StripeSubscriptionPlan::Annual => Some(Plan::Annual),
        StripeSubscriptionPlan::Unknown(_) => {
            let words = StripeSubscriptionPlan::KNOWN.join(", ");
            problems.add("plan", format!("Input should be one of {words}."));
            None
        }
    })?;
    order(&sandbox, &owner, &headers, Wares::Subscription { plan, recurring: request.recurring })
}

async fn buy_gems(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    headers: HeaderMap,
    Body(request): Body<BuyGemsRequest>,
) -> Reply<Checkout> {
    Problems::check(|problems| {
        if !GEM_PACKS.contains(&request.quantity) {
            let packs = GEM_PACKS.map(|pack| pack.to_string()).join(", ");
            problems.add("quantity", format!("Input should be one of {packs}."));
        }
        Some(())
    })?;
    order(&sandbox, &owner, &headers, Wares::Gems(request.quantity))
}

fn order(sandbox: &Sandbox, owner: &AccountName, headers: &HeaderMap, wares: Wares) -> Reply<Checkout> {
    let session_id = sandbox.change(|realm, now| realm.world.order(owner, wares, now))?;
    // Under the name by which the client found this server.
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let checkout_url = format!("http://{host}/sandbox/control/checkout/{session_id}");
    Ok(data(Checkout { checkout_url, session_id }))
}

async fn redeem(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<MemberTokenSubscriptionData> {
    let (ends_at, member_token) = sandbox.change(|realm, now| {
        let ends_at = realm.world.redeem_member_token(&owner, now)?;
        let left = realm.world.account(&owner).map_or(0, |account| account.member_tokens);
        Ok::<_, ApiError>((ends_at, left))
    })?;
    let member_expiration = sandbox.timescale().real_at(ends_at).into();
    Ok(data(MemberTokenSubscriptionData { member: true, member_expiration, member_token }))
}

async fn cancel(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Result<Json<Message>, ApiError> {
    sandbox.change(|realm, now| realm.world.cancel_subscription(&owner, now))?;
    Ok(Json(Message { message: "The subscription ends with its present period.".to_owned() }))
}

async fn purchases(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<Vec<Purchase>> {
    let realm = sandbox.realm();
    let bought = realm.world.account(&owner).into_iter().flat_map(|account| &account.purchases);
    Ok(data(bought.map(|purchase| wire::purchase(purchase, sandbox.timescale())).collect()))
}

async fn gems(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<Vec<GemTransaction>> {
    let realm = sandbox.realm();
    let history = realm.world.account(&owner).into_iter().flat_map(|account| &account.gem_history);
    Ok(data(history.map(|entry| wire::gem_transaction(entry, sandbox.timescale())).collect()))
}
