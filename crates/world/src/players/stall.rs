//! A player at the exchange: it sells what it has, takes back what nobody wants, and buys what it needs.

use game::{
    Action, ItemCode,
    data::Item,
    exchange::{MAX_QUANTITY, OrderKind},
};
use jiff::SignedDuration;
use rand::{Rng, RngExt, seq::IteratorRandom};

use super::{
    Player,
    trade::{BATCH, Trade},
    view::View,
};

/// Orders that a player has open at most.
const MOST_ORDERS: usize = 12;
/// Orders for one item that a player has open at most.
const MOST_ALIKE: usize = 2;
/// After so long an order is taken back, and placed anew at another price.
const STALE: SignedDuration = SignedDuration::from_hours(2);
/// Buy orders that a player has open at most while it deals, and the pieces that it asks for.
const MOST_BIDS: usize = 4;
const MOST_DEALT: u32 = 25;
/// Pieces of food that a hunter sets out with.
const FOOD: u32 = 15;
/// Empty slots that a player likes to have.
const ENOUGH_SLOTS: usize = 8;

/// Something to do at the exchange; `None` when all is done.
pub(super) fn step(view: &View<'_>, player: &Player, dice: &mut impl Rng) -> Option<Action> {
    sell(view, player, dice)
        .or_else(|| take_back(view))
        .or_else(|| supplies(view, player, dice))
        .or_else(|| gear(view, player))
        .or_else(|| deal(view, dice))
        .or_else(|| throw_away(view, player))
}

/// Hands goods to who pays well enough, or offers them, no dearer than others do.
fn sell(view: &View<'_>, player: &Player, dice: &mut impl Rng) -> Option<Action> {
    let mut goods = view.carried().filter(|(item, _)| item.tradeable && !view.keeps(&player.trade, item));
    goods.find_map(|(item, quantity)| {
        let code = item.code.clone();
        let price = view.share_of_price(&code, markup(view, &code, dice))?.max(view.lowest(&code)?);
        let bid = view.best_bid(&code).filter(|bid| bid.price * 100 >= price * 90);
        if let Some(bid) = bid {
            return Some(Action::GeFill { id: bid.id.clone(), quantity: quantity.min(bid.quantity) });
        }
        may_order(view, &code, MOST_ALIKE).then(|| Action::GeCreateSellOrder {
            code,
            quantity: quantity.min(MAX_QUANTITY),
            price,
        })
    })
}

/// The percent of its price that somebody asks for an item: more for what nobody else offers, less for what there is
/// plenty of.
fn markup(view: &View<'_>, code: &ItemCode, dice: &mut impl Rng) -> i64 {
    if view.cheapest(code).is_none() {
        dice.random_range(105..=130)
    } else if view.is_plentiful(code) {
        dice.random_range(90..=100)
    } else {
        dice.random_range(92..=115)
    }
}

/// Whether another order for an item would not be one too many.
fn may_order(view: &View<'_>, code: &ItemCode, most_alike: usize) -> bool {
    view.market.own_orders().count() < MOST_ORDERS
        && view.market.own_orders().filter(|order| order.code == *code).count() < most_alike
}

/// Takes an order back that has waited long enough.
fn take_back(view: &View<'_>) -> Option<Action> {
    let mut stale =
        view.market.own_orders().filter(|order| view.now.duration_since(order.created_at) >= STALE);
    let order = stale.find(|order| {
        order.kind == OrderKind::Buy || view.who.inventory.room_for(&order.code) >= order.quantity
    })?;
    Some(Action::GeCancel { id: order.id.clone() })
}

/// Buys what the trade needs, or asks for it. At first a player waits for a good price; who has waited pays more.
fn supplies(view: &View<'_>, player: &Player, dice: &mut impl Rng) -> Option<Action> {
    let Trade::Maker(code) = &player.trade else { return food(view, player) };
    let wanted = missing_parts(view, code);
    let patience = if player.fruitless == 0 { 92 } else { 112 };
    let bought = wanted.iter().find_map(|(code, quantity)| buy(view, code, *quantity, patience));
    bought.or_else(|| wanted.iter().find_map(|(code, quantity)| ask(view, code, *quantity, dice)))
}

/// What a maker still needs for its next crafts.
fn missing_parts(view: &View<'_>, code: &ItemCode) -> Vec<(ItemCode, u32)> {
    let craft = view.data.items.get(code).and_then(|item| item.craft.as_ref());
    let parts = craft.into_iter().flat_map(|craft| &craft.items);
    let missing = parts.map(|part| {
        let needed = part.quantity.saturating_mul(BATCH);
        (part.code.clone(), needed.saturating_sub(view.who.inventory.count(&part.code)))
    });
    missing.filter(|(_, quantity)| *quantity > 0).collect()
}

/// What is cheapest for what it heals.
fn food(view: &View<'_>, player: &Player) -> Option<Action> {
    let Trade::Hunter(_) = player.trade else { return None };
    let carried: u32 =
        view.carried().filter(|(item, _)| view.heals(item) > 0).map(|(_, pieces)| pieces).sum();
    let offers = view.market.offers().filter_map(|order| {
        let heals = view.heals(view.data.items.get(&order.code)?);
        (heals > 0).then(|| (order.price * 1_000 / heals, order))
    });
    let (_, cheapest) = offers.min_by_key(|(price, _)| *price)?;
    buy(view, &cheapest.code, FOOD.saturating_sub(carried), 110)
}

/// Buys from the cheapest offer, when it is not dearer than so many percent of what the item goes for.
fn buy(view: &View<'_>, code: &ItemCode, wanted: u32, percent: i64) -> Option<Action> {
    let most = view.share_of_price(code, percent)?;
    let offer = view.cheapest(code).filter(|offer| offer.price <= most)?;
    let affordable = u32::try_from(view.who.gold / offer.price).unwrap_or(0);
    let quantity = wanted.min(offer.quantity).min(affordable).min(view.who.inventory.room_for(code));
    (quantity > 0).then(|| Action::GeBuy { id: offer.id.clone(), quantity })
}

/// Asks for what is not offered at a good price, once.
fn ask(view: &View<'_>, code: &ItemCode, wanted: u32, dice: &mut impl Rng) -> Option<Action> {
    if !may_order(view, code, 1) {
        return None;
    }
    let price = view.share_of_price(code, dice.random_range(90..=108))?;
    let affordable = u32::try_from(view.who.gold / price).unwrap_or(0);
    let quantity = wanted.min(MAX_QUANTITY).min(affordable);
    (quantity > 0).then(|| Action::GeCreateBuyOrder { code: code.clone(), quantity, price })
}

/// Buys something better to wear that costs no more than half of the purse.
fn gear(view: &View<'_>, player: &Player) -> Option<Action> {
    let mut offers = view.market.offers();
    offers.find_map(|order| {
        let item = view.data.items.get(&order.code)?;
        view.slot_for(&player.trade, item)?;
        let order = view.cheapest(&order.code)?;
        let fair = order.price <= view.share_of_price(&order.code, 115)? && order.price * 2 <= view.who.gold;
        let fits = view.who.inventory.room_for(&order.code) > 0;
        (fair && fits).then(|| Action::GeBuy { id: order.id.clone(), quantity: 1 })
    })
}

/// Deals, now and then: buys what somebody offers far below its price, or asks for something cheap, to sell it for more.
fn deal(view: &View<'_>, dice: &mut impl Rng) -> Option<Action> {
    if !dice.random_ratio(1, 4) || view.who.inventory.free_slots() < ENOUGH_SLOTS {
        return None;
    }
    let stake = view.who.gold / 4;
    let mut offers = view.market.offers();
    let bargain = offers.find_map(|order| {
        let order = view.cheapest(&order.code)?;
        let cheap = order.price * 100 <= view.price(&order.code)? * 70;
        let affordable = u32::try_from(stake / order.price).unwrap_or(0);
        let quantity = order.quantity.min(affordable).min(view.who.inventory.room_for(&order.code));
        (cheap && quantity > 0).then(|| Action::GeBuy { id: order.id.clone(), quantity })
    });
    bargain.or_else(|| {
        let code = view.market.sold().choose(dice)?.clone();
        let price = view.share_of_price(&code, dice.random_range(75..=92))?;
        let bids = view.market.own_orders().filter(|order| order.kind == OrderKind::Buy).count();
        let quantity = u32::try_from(stake / price).unwrap_or(0).min(MOST_DEALT);
        let sensible = quantity > 0 && bids < MOST_BIDS && may_order(view, &code, 1);
        sensible.then_some(Action::GeCreateBuyOrder { code, quantity, price })
    })
}

/// Throws the least valuable goods away when nobody buys and there is no room left.
fn throw_away(view: &View<'_>, player: &Player) -> Option<Action> {
    let is_crowded = view.who.inventory.free_slots() < ENOUGH_SLOTS || !view.has_room_to_work(&player.trade);
    let goods = view.carried().filter(|(item, _)| is_crowded && !view.keeps(&player.trade, item));
    let value = |(item, quantity): &(&Item, u32)| view.price(&item.code).unwrap_or(0) * i64::from(*quantity);
    let (item, quantity) = goods.min_by_key(value)?;
    Some(Action::DeleteItem { code: item.code.clone(), quantity })
}
