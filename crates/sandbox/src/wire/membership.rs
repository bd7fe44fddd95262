//! Membership, gems and what was paid for them (RULES §2, §11).

use api_types::payment::{
    GemTransaction, Purchase, PurchaseSource, PurchaseType, Subscription, SubscriptionPlan,
};
use serde_json::json;
use world::Wares;

use crate::timescale::Timescale;

/// A membership that runs.
pub(crate) fn subscription(subscription: &world::Subscription, timescale: Timescale) -> Subscription {
    let real = |at| timescale.real_at(at).into();
    let status = if subscription.cancelled_at.is_some() { "cancelled" } else { "active" };
    Subscription {
        plan: SubscriptionPlan::from(subscription.plan.as_str()),
        purchase_source: PurchaseSource::from(subscription.source.as_str()),
        status: status.to_owned(),
        current_period_start: real(subscription.period_start),
        current_period_end: real(subscription.period_end),
        created_at: real(subscription.created_at),
        cancelled_at: subscription.cancelled_at.map(real),
    }
}

/// Something that was paid for.
pub(crate) fn purchase(purchase: &world::Purchase, timescale: Timescale) -> Purchase {
    let (kind, description, gems_credited) = match purchase.wares {
        Wares::Subscription { plan, .. } => {
            (PurchaseType::Subscription, format!("Membership, {}.", plan.as_str()), 0)
        }
        Wares::Gems(gems) => (PurchaseType::GemPack, format!("{gems} gems."), i64::from(gems)),
    };
    Purchase {
        kind,
        description,
        amount: purchase.wares.price(),
        gems_credited,
        created_at: timescale.real_at(purchase.created_at).into(),
    }
}

/// Gems that came or went.
pub(crate) fn gem_transaction(entry: &world::GemTransaction, timescale: Timescale) -> GemTransaction {
    GemTransaction {
        kind: entry.kind.clone(),
        gems: entry.gems,
        description: entry.description.clone(),
        metadata: entry.code.as_ref().map_or_else(|| json!({}), |code| json!({ "code": code })),
        created_at: timescale.real_at(entry.created_at).into(),
    }
}
