//! The Grand Exchange as everybody sees it, and one's own part of it (RULES §10).

use api_types::{GeOrder, GeOrderHistory, GeOrderType};
use axum::extract::State;
use game::{
    OrderId,
    data::ItemType,
    exchange::{Order, OrderKind},
};

use super::filters::is;
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, LIVE, Owner, PageReply, Query, QueryReader, Reply, Segments, data, page},
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Grand Exchange")
        .get(
            "/grandexchange/orders",
            orders,
            page_of::<GeOrder>(LIVE, "Open orders.").reads(Filter::read).reads(account_and_type),
        )
        .get("/grandexchange/orders/{id}", order, one::<GeOrder>("An open order.").refuses(&[404]))
        .get(
            "/grandexchange/history/{code}",
            history,
            page_of::<GeOrderHistory>(LIVE, "What was sold of an item in the last seven days.")
                .reads(account)
                .refuses(&[404]),
        )
        .tag("My account")
        .get(
            "/my/grandexchange/orders",
            my_orders,
            page_of::<GeOrder>(LIVE, "One's own open orders.").reads(Filter::read).for_owner(),
        )
        .get(
            "/my/grandexchange/history",
            my_history,
            page_of::<GeOrderHistory>(LIVE, "What one bought and sold in the last seven days.")
                .reads(id_and_code)
                .for_owner(),
        )
}

/// Which orders are wanted.
struct Filter {
    code: Option<String>,
    kind: Option<OrderKind>,
}

impl Filter {
    fn read(query: &mut QueryReader<'_>) -> Self {
        Self { code: query.code("code"), kind: query.word("type", GeOrderType::KNOWN) }
    }

    fn takes(&self, order: &Order) -> bool {
        is(order.code.as_str(), self.code.as_deref()) && self.kind.is_none_or(|kind| order.kind == kind)
    }
}

fn account_and_type(query: &mut QueryReader<'_>) -> (Option<String>, Option<ItemType>) {
    (query.code("account"), query.word("item_type", ItemType::KNOWN))
}

async fn orders(State(sandbox): State<Sandbox>, query: Query) -> PageReply<GeOrder> {
    let (filter, (account, item_type), paging) =
        query.read(|query| (Filter::read(query), account_and_type(query), query.paging(LIVE)))?;
    if account.is_some() && filter.kind.is_none() {
        let text = "The orders of an account can be listed by type only.";
        return Err(ApiError::new(422, text));
    }
    let of_type = |order: &Order, kind: &ItemType| {
        sandbox.data().items.get(&order.code).is_some_and(|item| item.kind == *kind)
    };
    let realm = sandbox.realm();
    let orders = realm.world.exchange().orders().filter(|order| {
        filter.takes(order)
            && is(order.account.as_str(), account.as_deref())
            && item_type.as_ref().is_none_or(|kind| of_type(order, kind))
    });
    Ok(page(orders, paging, |order| wire::order(order, sandbox.timescale())))
}

async fn order(State(sandbox): State<Sandbox>, Segments(id): Segments<String>) -> Reply<GeOrder> {
    let realm = sandbox.realm();
    let id: Option<OrderId> = id.parse().ok();
    let order = id.and_then(|id| realm.world.exchange().order(&id));
    let order = order.ok_or_else(|| ApiError::not_found("order"))?;
    Ok(data(wire::order(order, sandbox.timescale())))
}

async fn my_orders(State(sandbox): State<Sandbox>, Owner(owner): Owner, query: Query) -> PageReply<GeOrder> {
    let (filter, paging) = query.read(|query| (Filter::read(query), query.paging(LIVE)))?;
    let realm = sandbox.realm();
    let orders = realm.world.exchange().orders();
    let own = orders.filter(|order| order.account == owner && filter.takes(order));
    Ok(page(own, paging, |order| wire::order(order, sandbox.timescale())))
}

fn account(query: &mut QueryReader<'_>) -> Option<String> {
    query.code("account")
}

/// What was sold of an item; `account` names either side.
async fn history(
    State(sandbox): State<Sandbox>,
    Segments(code): Segments<String>,
    query: Query,
) -> PageReply<GeOrderHistory> {
    let (account, paging) = query.read(|query| (account(query), query.paging(LIVE)))?;
    if sandbox.data().item(&code).is_none() {
        return Err(ApiError::not_found("item"));
    }
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let sales = realm.world.exchange().sales(now).filter(|sale| {
        let sides = [sale.seller.as_str(), sale.buyer.as_str()];
        sale.code.as_str() == code && account.as_deref().is_none_or(|account| sides.contains(&account))
    });
    Ok(page(sales, paging, |sale| wire::sale(sale, sandbox.timescale())))
}

fn id_and_code(query: &mut QueryReader<'_>) -> (Option<String>, Option<String>) {
    (query.code("id"), query.code("code"))
}

async fn my_history(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    query: Query,
) -> PageReply<GeOrderHistory> {
    let ((id, code), paging) = query.read(|query| (id_and_code(query), query.paging(LIVE)))?;
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let sales = realm.world.exchange().sales(now).filter(|sale| {
        (sale.seller == owner || sale.buyer == owner)
            && is(sale.order_id.as_str(), id.as_deref())
            && is(sale.code.as_str(), code.as_deref())
    });
    Ok(page(sales, paging, |sale| wire::sale(sale, sandbox.timescale())))
}
