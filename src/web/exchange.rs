//! `/api/v1/exchange`: what everything goes for on the Grand Exchange, and where gold could be earned.

use std::{cmp::Reverse, sync::Arc};

use actors::board::Board;
use axum::{
    Json,
    extract::{Path, Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use game::{
    AccountName, GameData, ItemCode, OrderId,
    exchange::{Offer, OrderKind, PriceHour},
};
use jiff::Timestamp;
use planner::{BookSide, Fair, FairBasis, Opportunity, OpportunityKind, Prices, Quote};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Dashboard,
    errors::{ApiError, ErrorEnvelope, last_cause},
    paging::read_limit,
};

/// Every item that something is known of.
#[derive(Serialize, ToSchema)]
pub(super) struct QuoteList {
    /// When all open orders were last read; nothing before the first time.
    #[schema(required)]
    as_of: Option<Timestamp>,
    /// Whether the game tells of each order and each sale as it happens; otherwise they are read now and then.
    is_told: bool,
    /// Those first for which most gold was paid within a day.
    data: Vec<QuoteView>,
    /// Asks for the next page; none after the last.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// An item as it stands.
#[derive(Serialize, ToSchema)]
pub(super) struct QuoteView {
    /// Which item.
    #[schema(value_type = String)]
    code: ItemCode,
    /// The most that buyers offer for a piece, in gold.
    #[schema(required)]
    bid: Option<i64>,
    /// Pieces that buyers want at a price within a tenth of that.
    bid_pieces: i64,
    /// The least that sellers ask for a piece, in gold.
    #[schema(required)]
    ask: Option<i64>,
    /// Pieces that sellers offer at a price within a tenth of that.
    ask_pieces: i64,
    /// Gold between what sellers ask and what buyers offer.
    #[schema(required)]
    spread: Option<i64>,
    /// What a piece is worth, in gold; nothing as long as too little is known.
    #[schema(required)]
    fair: Option<f64>,
    /// What that was reckoned from, in words.
    fair_from: String,
    /// Pieces that are known to have been sold within the last 24 hours.
    pieces_per_day: i64,
    /// Gold that was paid for them.
    gold_per_day: i64,
}

/// An item with its orders and its last week.
#[derive(Serialize, ToSchema)]
pub(super) struct ItemExchangeView {
    /// How it stands.
    quote: QuoteView,
    /// The open orders for it: what sellers ask, the least first, then what buyers offer, the most first.
    orders: Vec<BookOrderView>,
    /// The hours of the last week in which something changed, the oldest first.
    hours: Vec<PriceHourView>,
}

/// An open order.
#[derive(Serialize, ToSchema)]
pub(super) struct BookOrderView {
    /// Its id.
    #[schema(value_type = String)]
    id: OrderId,
    /// `sell` or `buy`.
    kind: &'static str,
    /// Pieces still offered or wanted.
    quantity: u32,
    /// Gold per piece.
    price: i64,
    /// When it was placed.
    created_at: Timestamp,
    /// The account whose it is, if that is played here.
    #[schema(required, value_type = Option<String>)]
    own: Option<AccountName>,
}

/// What an item went for in an hour.
#[derive(Serialize, ToSchema)]
pub(super) struct PriceHourView {
    /// When the hour began.
    hour: Timestamp,
    /// The most that buyers offered for a piece.
    #[schema(required)]
    bid: Option<i64>,
    /// The least that sellers asked for a piece.
    #[schema(required)]
    ask: Option<i64>,
    /// What a piece was worth.
    #[schema(required)]
    fair: Option<f64>,
    /// Gold that was paid for a piece, on average.
    #[schema(required)]
    paid: Option<f64>,
    /// Pieces that were sold.
    pieces: i64,
}

/// Every way to earn gold that is known.
#[derive(Serialize, ToSchema)]
pub(super) struct OpportunityList {
    /// Those first that earn most.
    data: Vec<OpportunityView>,
}

/// A way to earn gold with the orders that are open.
#[derive(Serialize, ToSchema)]
pub(super) struct OpportunityView {
    /// With which item.
    #[schema(value_type = String)]
    code: ItemCode,
    /// `to_merchant`, `from_merchant`, `between` sellers and buyers, or `crafting`.
    kind: &'static str,
    /// Gold that a piece earns, on average.
    gold_each: f64,
    /// Pieces that this holds for.
    pieces: i64,
    /// Gold in all.
    gold: f64,
    /// What is to be done, for people.
    words: String,
}

/// Which page of the items.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct QuotesQuery {
    /// How many, 1 to 500.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// Where the page before ended: its `next_cursor`.
    cursor: Option<String>,
}

/// A place in the list of items: the gold of a day and the code of the last item seen.
type Place = (Reverse<i64>, String);

/// What everything goes for: the best orders, what is sold in a day, and what a piece is worth.
#[utoipa::path(get, path = "/api/v1/exchange", operation_id = "list_quotes", params(QuotesQuery),
    responses((status = 200, body = QuoteList), (status = 422, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn list(
    State(dashboard): State<Dashboard>,
    query: Result<Query<QuotesQuery>, QueryRejection>,
) -> Result<Json<QuoteList>, ApiError> {
    let Query(QuotesQuery { limit, cursor }) =
        query.map_err(|rejection| ApiError::invalid(last_cause(&rejection)))?;
    let (limit, after) = (read_limit(limit)? as usize, cursor.as_deref().map(read_cursor).transpose()?);
    let (season, prices) = (season(&dashboard).await?, dashboard.company.board().prices());
    let quotes = prices.quotes(&season, dashboard.company.clock().now());
    let mut data: Vec<_> = quotes.into_iter().map(|(code, quote)| QuoteView::new(code, &quote)).collect();
    data.retain(|quote| after.as_ref().is_none_or(|after| quote.place() > *after));
    data.sort_by_key(QuoteView::place);
    let is_last = data.len() <= limit;
    data.truncate(limit);
    let next_cursor =
        data.last().filter(|_| !is_last).map(|last| format!("{}_{}", last.gold_per_day, last.code));
    let is_told = dashboard.company.board().hears_news();
    Ok(Json(QuoteList { as_of: prices.swept_at(), is_told, data, next_cursor }))
}

fn read_cursor(cursor: &str) -> Result<Place, ApiError> {
    let place =
        cursor.split_once('_').and_then(|(gold, code)| Some((Reverse(gold.parse().ok()?), code.to_owned())));
    place.ok_or_else(|| ApiError::invalid(format!("`{cursor}` is not a cursor from an earlier page")))
}

/// One item: its orders, and what it went for in the last week.
#[utoipa::path(get, path = "/api/v1/exchange/{item}", operation_id = "show_quote",
    params(("item" = String, Path)),
    responses((status = 200, body = ItemExchangeView), (status = 404, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn show(
    State(dashboard): State<Dashboard>,
    Path(item): Path<String>,
) -> Result<Json<ItemExchangeView>, ApiError> {
    let season = season(&dashboard).await?;
    let known =
        season.item(&item).ok_or_else(|| ApiError::not_found(format!("there is no item `{item}`")))?;
    if !known.tradeable {
        return Err(ApiError::not_found(format!("{item} is not traded on the Grand Exchange")));
    }
    let (board, now) = (dashboard.company.board(), dashboard.company.clock().now());
    let prices = board.prices();
    let quote = prices.quotes(&season, now).remove(&known.code).unwrap_or_default();
    Ok(Json(ItemExchangeView {
        quote: QuoteView::new(known.code.clone(), &quote),
        orders: book(&prices, &known.code, board),
        hours: prices.hours(&known.code).map(PriceHourView::from).collect(),
    }))
}

/// Where gold could be earned: against merchants, between sellers and buyers, and by crafting.
#[utoipa::path(get, path = "/api/v1/exchange/opportunities", operation_id = "list_opportunities",
    responses((status = 200, body = OpportunityList), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn opportunities(
    State(dashboard): State<Dashboard>,
) -> Result<Json<OpportunityList>, ApiError> {
    let season = season(&dashboard).await?;
    let all = dashboard.company.board().prices().opportunities(&season, dashboard.company.clock().now());
    Ok(Json(OpportunityList { data: all.into_iter().map(OpportunityView::from).collect() }))
}

pub(super) async fn season(dashboard: &Dashboard) -> Result<Arc<GameData>, ApiError> {
    dashboard.company.season().await.ok_or_else(|| {
        let message = "the game has not told its season yet; ask again in a moment";
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "unread", message)
    })
}

fn book(prices: &Prices, code: &ItemCode, board: &Board) -> Vec<BookOrderView> {
    let played: Vec<_> = board.characters().into_iter().map(|character| character.account).collect();
    let mut orders: Vec<_> = prices.book(code).collect();
    orders.sort_by_key(|order| match order.kind {
        OrderKind::Sell => (false, order.price),
        OrderKind::Buy => (true, -order.price),
    });
    let view = |order: &Offer| BookOrderView {
        id: order.id.clone(),
        kind: order.kind.as_str(),
        quantity: order.quantity,
        price: order.price,
        created_at: order.created_at,
        own: order.account.clone().filter(|account| played.contains(account)),
    };
    orders.into_iter().map(view).collect()
}

impl QuoteView {
    fn place(&self) -> Place {
        (Reverse(self.gold_per_day), self.code.to_string())
    }

    fn new(code: ItemCode, quote: &Quote) -> Self {
        let price = |side: Option<BookSide>| side.map(|side| side.price);
        let pieces = |side: Option<BookSide>| side.map_or(0, |side| side.pieces);
        Self {
            code,
            bid: price(quote.bid),
            bid_pieces: pieces(quote.bid),
            ask: price(quote.ask),
            ask_pieces: pieces(quote.ask),
            spread: quote.spread(),
            fair: quote.fair.as_ref().map(|fair| fair.gold),
            fair_from: reckoned_from(quote.fair.as_ref()),
            pieces_per_day: quote.pieces_per_day,
            gold_per_day: quote.gold_per_day,
        }
    }
}

fn reckoned_from(fair: Option<&Fair>) -> String {
    match fair.map(|fair| fair.basis) {
        None => "Too little is known: no sale, and no orders of several accounts that agree".to_owned(),
        Some(FairBasis::Sales { pieces }) => format!("Sales of the last seven days, {pieces} pieces"),
        Some(FairBasis::Orders) => "The best orders; no sale is known".to_owned(),
        Some(FairBasis::Ingredients) => "What its ingredients are worth; no sale is known".to_owned(),
    }
}

impl From<&PriceHour> for PriceHourView {
    fn from(hour: &PriceHour) -> Self {
        let PriceHour { hour: start, bid, ask, fair, pieces, .. } = *hour;
        Self { hour: start, bid, ask, fair, paid: hour.average(), pieces }
    }
}

impl From<Opportunity> for OpportunityView {
    fn from(one: Opportunity) -> Self {
        let kind = match one.kind {
            OpportunityKind::ToMerchant => "to_merchant",
            OpportunityKind::FromMerchant => "from_merchant",
            OpportunityKind::Between => "between",
            OpportunityKind::Crafting => "crafting",
        };
        let gold = one.gold();
        let Opportunity { code, gold_each, pieces, words, .. } = one;
        Self { code, kind, gold_each, pieces, gold, words }
    }
}
