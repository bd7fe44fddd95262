//! Membership, and what costs money: subscriptions, gem packs, and the history of both (RULES §2, §11). What gems buy is
//! in `gem_shop`.

use serde::{Deserialize, Serialize};
use utoipa::{PartialSchema, ToSchema};

use crate::Timestamp;
use crate::null::null_as_default;
use crate::open_enum::open_enum;

/// `GET /my/subscription`: the membership that runs now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SubscriptionSchema)]
pub struct Subscription {
    /// How it is paid for.
    pub plan: SubscriptionPlan,
    /// What it was paid with.
    #[schema(schema_with = PurchaseSource::schema)]
    pub purchase_source: PurchaseSource,
    /// `active`, `cancelled`, `past_due` or `expired`.
    pub status: String,
    /// Start of what is paid for.
    pub current_period_start: Timestamp,
    /// End of what is paid for.
    pub current_period_end: Timestamp,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was cancelled; it runs to the end of what is paid for.
    pub cancelled_at: Option<Timestamp>,
}

open_enum! {
    /// How a membership is paid for.
    SubscriptionPlan {
        Monthly = "monthly",
        Annual = "annual",
        Prepaid = "prepaid",
    }
}

open_enum! {
    /// What a membership was paid with.
    PurchaseSource {
        Stripe = "stripe",
        Gems = "gems",
        MemberToken = "member_token",
        /// Gems and member tokens.
        Mixed = "mixed",
    }
}

/// Body of `POST /my/subscribe/stripe`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SubscribeRequestSchema)]
pub struct SubscribeRequest {
    /// What to pay for at a time.
    pub plan: StripeSubscriptionPlan,
    /// Whether it goes on until it is cancelled; otherwise it is paid for once.
    #[serde(default = "yes")]
    #[schema(default = true)]
    pub recurring: bool,
}

fn yes() -> bool {
    true
}

open_enum! {
    /// What money can pay for at a time.
    StripeSubscriptionPlan {
        Monthly = "monthly",
        Annual = "annual",
    }
}

/// Reply to `POST /my/subscribe/stripe` and `POST /my/buy_gems`: where to pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CheckoutResponseSchema)]
pub struct Checkout {
    /// Page on which to pay.
    pub checkout_url: String,
    /// Id of the purchase.
    pub session_id: String,
}

/// Reply to `POST /my/subscribe/member_token`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MemberTokenSubscriptionResponseDataSchema)]
pub struct MemberTokenSubscriptionData {
    /// Whether membership is running.
    pub member: bool,
    /// When it ends.
    pub member_expiration: Timestamp,
    /// Member tokens left.
    pub member_token: u32,
}

/// Body of `POST /my/buy_gems`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PurchaseGemsRequestSchema)]
pub struct BuyGemsRequest {
    /// Gems of the pack, one of [`GEM_PACKS`].
    #[schema(schema_with = gem_pack)]
    pub quantity: u32,
}

/// Gems of each pack that is sold.
pub const GEM_PACKS: [u32; 5] = [500, 1100, 2400, 6125, 12_500];

fn gem_pack() -> utoipa::openapi::Object {
    utoipa::openapi::ObjectBuilder::new()
        .schema_type(utoipa::openapi::schema::Type::Integer)
        .enum_values(Some(GEM_PACKS))
        .build()
}

/// An entry of `GET /my/purchase_history`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PurchaseHistorySchema)]
pub struct Purchase {
    /// What was bought.
    #[serde(rename = "type")]
    pub kind: PurchaseType,
    /// The same for people.
    pub description: String,
    /// What was paid, in cents.
    pub amount: u32,
    /// Gems that came with it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub gems_credited: i64,
    /// When it was bought.
    pub created_at: Timestamp,
}

open_enum! {
    /// What money can buy.
    PurchaseType {
        Subscription = "subscription",
        GemPack = "gem_pack",
    }
}

/// An entry of `GET /my/gems_history`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = GemTransactionSchema)]
pub struct GemTransaction {
    /// What it was.
    #[serde(rename = "type")]
    pub kind: String,
    /// Gems gained, or spent when negative.
    pub gems: i64,
    /// What it was, for people.
    pub description: String,
    /// More about it; its fields are not fixed.
    #[schema(value_type = Object)]
    pub metadata: serde_json::Value,
    /// When it was.
    pub created_at: Timestamp,
}
