//! The alert rules as they are kept, what they have told, and what must be remembered so that nothing is told twice.

use std::collections::{BTreeMap, BTreeSet};

use game::{AccountName, GameData, ItemCode, OrderId, exchange::Offer};
use jiff::{SignedDuration, Timestamp};
use planner::{AlertRule, AlertScene, AlertWhen, Prices};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::AlertError;
use crate::{
    board::{AlertView, FiringView},
    clock::Clock,
};

/// Most rules: all are held against the exchange at each look.
const MOST_RULES: usize = 100;
/// What was told before so many others is forgotten.
const MOST_FIRINGS: usize = 50;
/// What was sold of an order may be found out so long after it is gone.
const AFTERMATH: SignedDuration = SignedDuration::from_hours(24);

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    /// The oldest first.
    rules: Vec<Rule>,
    /// The newest first.
    firings: Vec<FiringView>,
    /// The orders of the accounts that are played, while somebody wants to be told of them.
    orders: BTreeMap<OrderId, Own>,
    /// Since when orders are watched: nobody is told of what was sold before.
    watched_since: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Rule {
    id: Uuid,
    rule: AlertRule,
    /// The rule in words, as the season has the names.
    words: String,
    /// Whether it held at the last look.
    holds: bool,
    created_at: Timestamp,
}

/// An own order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Own {
    order: Offer,
    /// Pieces that were told of.
    told: u32,
    /// When it was first missed among the open ones.
    gone_at: Option<Timestamp>,
}

impl Kept {
    /// A new rule.
    pub(super) fn create(
        &mut self,
        rule: AlertRule,
        words: String,
        clock: Clock,
    ) -> Result<AlertView, AlertError> {
        if self.rules.len() >= MOST_RULES {
            return Err(AlertError::TooMany(MOST_RULES));
        }
        let (id, created_at) = (clock.new_id(), clock.now());
        let rule = Rule { id, rule, words, holds: false, created_at };
        let view = rule.view();
        self.rules.push(rule);
        Ok(view)
    }

    /// Another rule in the place of one that is there; if it holds now, that is news.
    pub(super) fn change(
        &mut self,
        id: Uuid,
        rule: AlertRule,
        words: String,
    ) -> Result<AlertView, AlertError> {
        let known = self.rules.iter_mut().find(|known| known.id == id).ok_or(AlertError::Unknown(id))?;
        *known = Rule { rule, words, holds: false, ..known.clone() };
        Ok(known.view())
    }

    /// Forgets a rule. What it has told stays.
    pub(super) fn delete(&mut self, id: Uuid) -> Result<AlertView, AlertError> {
        let place = self.rules.iter().position(|known| known.id == id).ok_or(AlertError::Unknown(id))?;
        Ok(self.rules.remove(place).view())
    }

    /// Nobody needs to see this any more.
    pub(super) fn dismiss(&mut self, id: Uuid) -> Result<FiringView, AlertError> {
        let firing = self.firings.iter_mut().find(|firing| firing.id == id);
        let firing = firing.ok_or(AlertError::NothingTold(id))?;
        firing.dismissed = true;
        Ok(firing.clone())
    }

    /// Holds all rules against the exchange, and notes what they have to tell. Each tells once, and again only after it has
    /// ceased to hold.
    pub(super) fn look(
        &mut self,
        prices: &Prices,
        data: &GameData,
        played: &BTreeSet<AccountName>,
        clock: Clock,
    ) {
        let Some(scene) = AlertScene::new(prices, data, clock.now()) else { return };
        let mut news = Vec::new();
        for rule in &mut self.rules {
            let told = scene.told(&rule.rule);
            let held = std::mem::replace(&mut rule.holds, told.is_some());
            news.extend(told.filter(|_| !held).map(|words| (rule.id, rule.rule.item.clone(), words)));
        }
        news.extend(self.look_at_orders(prices, data, played, clock.now()));
        news.into_iter().for_each(|(alert, item, words)| self.fire(alert, item, words, clock));
    }

    /// What others have dealt in with own orders since the last look.
    fn look_at_orders(
        &mut self,
        prices: &Prices,
        data: &GameData,
        played: &BTreeSet<AccountName>,
        now: Timestamp,
    ) -> Vec<(Uuid, Option<ItemCode>, String)> {
        if !self.rules.iter().any(|rule| rule.rule.when == AlertWhen::OrderFilled) {
            (self.orders, self.watched_since) = (BTreeMap::new(), None);
            return Vec::new();
        }
        let since = *self.watched_since.get_or_insert(now);
        let is_own = |order: &&Offer| order.account.as_ref().is_some_and(|account| played.contains(account));
        let open: BTreeMap<_, _> =
            prices.orders().filter(is_own).map(|order| (order.id.clone(), order.clone())).collect();
        for (id, own) in &mut self.orders {
            if open.contains_key(id) {
                own.gone_at = None;
            } else {
                own.gone_at.get_or_insert(now);
            }
        }
        for (id, order) in open {
            self.orders.entry(id).or_insert(Own { order, told: 0, gone_at: None });
        }
        self.orders
            .retain(|_, own| own.gone_at.is_none_or(|gone_at| now.duration_since(gone_at) < AFTERMATH));
        let mut news = Vec::new();
        for own in self.orders.values_mut() {
            let dealt = prices.pieces_dealt(&own.order, since);
            let pieces = dealt.saturating_sub(own.told);
            own.told = own.told.max(dealt);
            let told = self.rules.iter().filter(|_| pieces > 0).filter_map(|rule| {
                let words = rule.rule.told_of(&own.order, pieces, data)?;
                Some((rule.id, Some(own.order.code.clone()), words))
            });
            news.extend(told);
        }
        news
    }

    fn fire(&mut self, alert: Uuid, item: Option<ItemCode>, words: String, clock: Clock) {
        let (id, at) = (clock.new_id(), clock.now());
        self.firings.insert(0, FiringView { id, alert, item, words, at, dismissed: false });
        self.firings.truncate(MOST_FIRINGS);
    }

    /// The rules for readers, the oldest first.
    pub(super) fn rules(&self) -> Vec<AlertView> {
        self.rules.iter().map(Rule::view).collect()
    }

    /// What was told, the newest first.
    pub(super) fn firings(&self) -> Vec<FiringView> {
        self.firings.clone()
    }
}

impl Rule {
    fn view(&self) -> AlertView {
        let Self { id, ref rule, ref words, holds, created_at } = *self;
        AlertView {
            id,
            when: rule.when.as_str(),
            item: rule.item.clone(),
            limit: rule.limit,
            words: words.clone(),
            holds,
            created_at,
        }
    }
}

#[cfg(test)]
mod tests;
