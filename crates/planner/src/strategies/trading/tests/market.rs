//! A market for the scenes of trading: what others and Ana have on the exchange, and what comes of her actions.

use game::{
    Action, Detail, OrderId, PendingItem, SimpleItem,
    exchange::{Offer, OrderKind, Sale, total_price},
    outcome::OrderPart,
    pending::PendingSource,
};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{
    Book, Decision, Market, Own, Reading,
    fixture::{Given, given},
    report::Report,
};

/// Ana at the exchange, told to sell copper ore unless `config` says otherwise, with an empty order book.
pub(super) fn seller(config: Value) -> Given {
    trader(config).at(13)
}

/// The same with 1000 gold, told to buy.
pub(super) fn buyer(mut config: Value) -> Given {
    config["side"] = json!("buy");
    trader(config).at(13).gold(1000)
}

fn trader(mut config: Value) -> Given {
    let code = config.as_object_mut().unwrap().entry("item").or_insert(json!("copper_ore")).clone();
    let mut ana = given("trading", config);
    let code = code.as_str().unwrap_or("egg").parse().unwrap();
    let mut market = Market::default();
    market
        .books
        .insert(code, Reading { at: ana.now, what: Book { sales: Some(Vec::new()), ..Book::default() } });
    market.own = Some(Reading { at: ana.now, what: Own::default() });
    ana.market = Some(market);
    ana
}

/// Why the trade is done.
pub(super) fn done_text(ana: &mut Given) -> String {
    match ana.step() {
        Decision::Done { why } => why.text,
        other => panic!("{other:?}"),
    }
}

/// What a scene says of the market.
pub(super) trait Trade: Sized {
    fn scene(&mut self) -> &mut Given;

    /// Somebody else offers so many for so much each.
    fn ask(self, id: &str, quantity: u32, price: i64) -> Self {
        self.others(id, OrderKind::Sell, quantity, price)
    }

    /// Somebody else wants so many for so much each.
    fn bid(self, id: &str, quantity: u32, price: i64) -> Self {
        self.others(id, OrderKind::Buy, quantity, price)
    }

    fn others(mut self, id: &str, kind: OrderKind, quantity: u32, price: i64) -> Self {
        let market = self.scene().market.as_mut().unwrap();
        let (code, book) = market.books.iter_mut().next().unwrap();
        let account = Some("somebody".parse().unwrap());
        book.what.offers.retain(|offer| offer.id.as_str() != id);
        book.what.offers.push(Offer { account, ..offer(id, kind, code.clone(), quantity, price, book.at) });
        self
    }

    /// Others trade so many with each other, out of this order, a second ago.
    fn sale(mut self, id: &str, quantity: u32, price: i64) -> Self {
        let scene = self.scene();
        let sold_at = scene.now - SignedDuration::from_secs(1);
        let (code, book) = scene.market.as_mut().unwrap().books.iter_mut().next().unwrap();
        let (order_id, code) = (id.parse().unwrap(), code.clone());
        let (seller, buyer) = ("somebody".parse().unwrap(), "another".parse().unwrap());
        book.what
            .sales
            .get_or_insert_default()
            .insert(0, Sale { order_id, seller, buyer, code, quantity, price, sold_at });
        self
    }

    /// Ana has an order to sell standing.
    fn own(mut self, id: &str, quantity: u32, price: i64) -> Self {
        let market = self.scene().market.as_mut().unwrap();
        let code = market.books.keys().next().unwrap().clone();
        let own = market.own.as_mut().unwrap();
        own.what.orders.retain(|offer| offer.id.as_str() != id);
        own.what.orders.push(offer(id, OrderKind::Sell, code, quantity, price, own.at));
        self
    }

    /// An order is not there any more.
    fn without(mut self, id: &str) -> Self {
        let market = self.scene().market.as_mut().unwrap();
        market.books.values_mut().for_each(|book| book.what.offers.retain(|offer| offer.id.as_str() != id));
        market.own.as_mut().unwrap().what.orders.retain(|offer| offer.id.as_str() != id);
        self
    }

    /// Something that was bought waits to be claimed.
    fn waits(mut self, id: &str, quantity: u32) -> Self {
        let scene = self.scene();
        let created_at = scene.now;
        let items = vec![SimpleItem::new("copper_ore".parse().unwrap(), quantity)];
        scene.market.as_mut().unwrap().own.as_mut().unwrap().what.pending.push(PendingItem {
            id: id.parse().unwrap(),
            account: "team".parse().unwrap(),
            source: PendingSource::GrandExchange,
            source_id: None,
            description: String::new(),
            gold: 0,
            items,
            created_at,
            claimed_at: None,
        });
        self
    }

    /// The books were read for somebody who has no use for sales.
    fn nobody_has_read_sales(mut self) -> Self {
        let market = self.scene().market.as_mut().unwrap();
        market.books.values_mut().for_each(|book| book.what.sales = None);
        self
    }

    /// Everything is read once more.
    fn read_again(mut self) -> Self {
        let scene = self.scene();
        // Whoever looks first learns that the last reading is outdated.
        scene.step();
        let now = scene.now;
        let market = scene.market.as_mut().unwrap();
        market.books.values_mut().for_each(|book| book.at = now);
        market.own.as_mut().unwrap().at = now;
        self
    }

    fn bank_gold(mut self, gold: i64) -> Self {
        self.scene().bank.as_mut().unwrap().gold = gold;
        self
    }

    fn empty_bag(mut self) -> Self {
        self.scene().character.inventory.slots.fill(None);
        self
    }

    /// Ana places an order to sell, which leaves her bag.
    fn place(&mut self, id: &str, quantity: u32, price: i64) {
        let scene = self.scene();
        let action = scene.action();
        let code = match &action {
            Action::GeCreateSellOrder { code, quantity: so_many, price: so_much } => {
                assert_eq!((*so_many, *so_much), (quantity, price));
                code.clone()
            }
            other => panic!("{other:?}"),
        };
        scene.character.inventory.remove(&code, quantity).unwrap();
        let (item, created_at) = (SimpleItem::new(code, quantity), scene.now);
        scene.applied(&action, Detail::OrderCreated { id: id.parse().unwrap(), item, price, created_at });
        self.pass();
        let scene = self.scene();
        scene.step();
        let now = scene.now;
        let market = scene.market.as_mut().unwrap();
        market.books.values_mut().for_each(|book| book.at = now);
        let code = market.books.keys().next().unwrap().clone();
        let own = market.own.as_mut().unwrap();
        own.at = now;
        own.what.orders.push(offer(id, OrderKind::Sell, code, quantity, price, now));
    }

    /// Pieces change hands with another's order.
    fn sold(&mut self, action: &Action, id: &str, quantity: u32, price: i64) {
        let part = part(id, quantity, price);
        let scene = self.scene();
        let detail = match action {
            Action::GeFill { .. } => {
                scene.character.inventory.remove(&part.item.code, quantity).unwrap();
                scene.character.gold += part.total_price;
                Detail::OrderFilled(part)
            }
            Action::GeBuy { .. } => {
                scene.character.gold -= part.total_price;
                Detail::OrderBought(part)
            }
            other => panic!("{other:?}"),
        };
        scene.applied(action, detail);
        self.pass();
    }

    /// An own order is back.
    fn taken_back(&mut self, action: &Action, id: &str, quantity: u32, price: i64) {
        self.scene().applied(action, Detail::OrderCancelled(part(id, quantity, price)));
        self.pass();
    }

    /// An action went through, and its reply was lost.
    fn lost(&mut self, action: &Action) {
        let scene = self.scene();
        let who = scene.character.name.clone();
        scene.mind.applied(action, Report { who: &who, seconds: 3, detail: None });
        self.pass();
    }

    /// The time of an action passes.
    fn pass(&mut self) {
        self.scene().now += SignedDuration::from_secs(3);
    }

    /// The same scene elsewhere.
    fn clone_at(self, map_id: u32) -> Given;
}

impl Trade for Given {
    fn scene(&mut self) -> &mut Given {
        self
    }

    fn clone_at(self, map_id: u32) -> Given {
        self.at(map_id)
    }
}

fn offer(
    id: &str,
    kind: OrderKind,
    code: game::ItemCode,
    quantity: u32,
    price: i64,
    created_at: jiff::Timestamp,
) -> Offer {
    Offer { id: id.parse().unwrap(), kind, account: None, code, quantity, price, created_at }
}

fn part(id: &str, quantity: u32, price: i64) -> OrderPart {
    let id: OrderId = id.parse().unwrap();
    let item = SimpleItem::new("copper_ore".parse().unwrap(), quantity);
    OrderPart { id, item, price, total_price: total_price(quantity, price) }
}
