//! What costs real money in the game: memberships and packs of gems. Here a purchase is ordered, then "paid" by whoever
//! opens its page; no money moves.

use game::{AccountName, Refusal, RefusalCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Plan, World, membership, time};

/// What money can buy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wares {
    /// Membership.
    Subscription {
        /// For how long.
        plan: Plan,
        /// Whether it goes on until it is cancelled.
        recurring: bool,
    },
    /// A pack of so many gems.
    Gems(u32),
}

impl Wares {
    /// The price in cents. The game's own prices are not public; these are of the same order.
    #[must_use]
    pub fn price(self) -> u32 {
        match self {
            Self::Subscription { plan: Plan::Annual, .. } => 5_000,
            Self::Subscription { .. } => 500,
            Self::Gems(gems) => gems,
        }
    }
}

/// Something that was paid for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchase {
    /// What.
    pub wares: Wares,
    /// When.
    pub created_at: Timestamp,
}

impl World {
    /// Orders something for money; says the order's id.
    ///
    /// # Errors
    /// Of a membership, while money is paid for one already: 565 for one that goes on, 573 for one period.
    pub fn order(&mut self, account: &AccountName, wares: Wares, now: Timestamp) -> Result<String, Refusal> {
        let now = time::whole_millis(now);
        let is_charged = self.holder(account)?.is_charged(now);
        match wares {
            Wares::Subscription { recurring: true, .. } if is_charged => {
                let text = "You already have an active subscription.";
                Err(Refusal::new(RefusalCode::SubscriptionActive, text))
            }
            Wares::Subscription { .. } if is_charged => Err(membership::stripe_runs()),
            _ => {
                let id: String = self.state.ids.next(now);
                self.holder(account)?.checkouts.insert(id.clone(), wares);
                Ok(id)
            }
        }
    }

    /// Takes an order as paid for.
    ///
    /// # Errors
    /// 404 when there is no such order, or it was paid for already.
    pub fn pay(&mut self, order: &str, now: Timestamp) -> Result<(), Refusal> {
        let now = time::whole_millis(now);
        let mut holders = self.state.accounts.values_mut();
        let ordered = holders.find_map(|holder| holder.checkouts.remove(order).map(|wares| (holder, wares)));
        let (holder, wares) = ordered
            .ok_or_else(|| Refusal::new(RefusalCode::NotFound, "There is no such order to pay for."))?;
        match wares {
            Wares::Subscription { plan, recurring } => holder.subscribe(plan, recurring, now),
            Wares::Gems(gems) => {
                holder.credit_gems(gems.into(), "purchase", &format!("Bought {gems} gems."), None, now);
            }
        }
        holder.purchases.push_front(Purchase { wares, created_at: now });
        Ok(())
    }
}
