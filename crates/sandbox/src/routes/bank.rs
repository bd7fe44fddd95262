//! The bank of one's account (RULES §9).

use api_types::{Bank, SimpleItem};
use axum::extract::State;

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, LIVE, Owner, PageReply, Query, QueryReader, Reply, data, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("My account").get("/my/bank", show, one::<Bank>("Size and gold of one's bank.").for_owner()).get(
        "/my/bank/items",
        items,
        page_of::<SimpleItem>(LIVE, "The items in one's bank.").reads(item_code).for_owner(),
    )
}

async fn show(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<Bank> {
    let realm = sandbox.realm();
    let bank = realm.world.bank(&owner).ok_or_else(|| ApiError::not_found("account"))?;
    Ok(data(Bank {
        slots: bank.slots,
        expansions: bank.expansions,
        next_expansion_cost: bank.next_expansion_cost,
        gold: bank.gold,
    }))
}

fn item_code(query: &mut QueryReader<'_>) -> Option<String> {
    query.code("item_code")
}

async fn items(State(sandbox): State<Sandbox>, Owner(owner): Owner, query: Query) -> PageReply<SimpleItem> {
    let (code, paging) = query.read(|query| (item_code(query), query.paging(LIVE)))?;
    let realm = sandbox.realm();
    let items = realm.world.bank(&owner).into_iter().flat_map(|bank| &bank.items);
    let wanted = items.filter(|(item, _)| code.as_deref().is_none_or(|code| code == item.as_str()));
    Ok(page(wanted, paging, |(item, quantity)| SimpleItem::new(item.as_str(), *quantity)))
}
