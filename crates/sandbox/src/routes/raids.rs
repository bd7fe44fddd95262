//! Raids of the season, as its data has them (RULES §12).

use api_types::raid::Raid;
use axum::extract::State;
use serde_json::Value;

use super::{
    filters::is_named,
    rows::{find, text},
};
use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{PageReply, Query, QueryReader, Reply, STATIC, Segments, page},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Raids").get("/raids", list, page_of::<Raid>(STATIC, "All raids.").reads(name_and_active)).get(
        "/raids/{code}",
        show,
        one::<Raid>("A raid.").refuses(&[404]),
    )
}

fn name_and_active(query: &mut QueryReader<'_>) -> (Option<String>, Option<bool>) {
    (query.name("name"), query.flag("active"))
}

async fn list(State(sandbox): State<Sandbox>, query: Query) -> PageReply<Value> {
    let ((name, active), paging) = query.read(|query| (name_and_active(query), query.paging(STATIC)))?;
    let raids = sandbox.tables().raids.iter().filter(|raid| {
        is_named(text(raid, "name"), name.as_deref())
            && active.is_none_or(|wanted| (text(raid, "status") == "active") == wanted)
    });
    Ok(page(raids, paging, Value::clone))
}

async fn show(State(sandbox): State<Sandbox>, Segments(code): Segments<String>) -> Reply<Value> {
    find(&sandbox.tables().raids, &code, "raid")
}
