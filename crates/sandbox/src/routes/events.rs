//! Events that a season may bring (RULES §12).

use api_types::{MapContentType, gem_shop::GemShopEvent};
use axum::extract::State;
use serde_json::Value;

use super::{filters::is, rows::text};
use crate::{
    Sandbox,
    api::{Api, page_of},
    loading::Tables,
    request::{PageReply, Query, QueryReader, STATIC, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Events").get("/events", list, page_of::<Value>(STATIC, "All events.").reads(kind)).get(
        "/events/active",
        active,
        page_of::<Value>(STATIC, "Events that run now."),
    )
}

fn kind(query: &mut QueryReader<'_>) -> Option<String> {
    query.word("type", MapContentType::KNOWN)
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let (kind, paging) = query.read(|query| (kind(query), query.paging(STATIC)))?;
    let events = sandbox.tables().events.iter();
    let wanted = events.filter(|event| is(text(&event["content"], "type"), kind.as_deref()));
    Ok(page(wanted, paging, Value::clone))
}

/// The events that gems can call.
pub(super) fn for_sale(tables: &Tables) -> Vec<GemShopEvent> {
    let sold = tables.events.iter().filter_map(|event| {
        Some(GemShopEvent {
            code: text(event, "code").to_owned(),
            name: text(event, "name").to_owned(),
            content_type: MapContentType::from(text(&event["content"], "type")),
            content_code: text(&event["content"], "code").to_owned(),
            duration: u32::try_from(event["duration"].as_u64()?).ok()?,
            price: u32::try_from(event["price"].as_u64()?).ok()?,
        })
    });
    sold.collect()
}

/// No event is ever active in this world; a client that asks learns just that.
async fn active(query: Query) -> PageReply<Value> {
    Ok(page([].into_iter(), query.paging(STATIC)?, |event| event))
}
