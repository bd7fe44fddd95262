//! The Grand Exchange to look at: what is offered for an item, and an account's own orders (RULES §10). Acting on it is
//! the matter of [`Act`](super::Act).

use api_types::{GeOrder, GeOrderType};
use game::{
    ItemCode,
    exchange::{Offer, OrderKind},
};

use super::Call;
use crate::{
    convert,
    decode::{DecodeError, from_json},
    page::{LIVE_SIZE, Page},
    rates::Bucket,
    request::Request,
    token::Token,
};

/// `GET /grandexchange/orders`: one page of the open orders of an item, of both kinds. Needs no token.
#[derive(Debug)]
pub struct GetOrders<'a> {
    /// Which item.
    pub code: &'a ItemCode,
    /// Which page, from 1.
    pub page: u32,
}

impl Call for GetOrders<'_> {
    type Reply = Page<Offer>;

    fn request(&self) -> Request {
        let Self { code, page } = self;
        Request::get(Bucket::Data, format!("/grandexchange/orders?code={code}&page={page}&size={LIVE_SIZE}"))
    }

    fn decode(&self, body: &[u8]) -> Result<Page<Offer>, DecodeError> {
        offers(body)
    }
}

/// `GET /my/grandexchange/orders`: one page of the account's own open orders.
#[derive(Debug)]
pub struct GetMyOrders<'a> {
    /// The account's token.
    pub token: &'a Token,
    /// Which page, from 1.
    pub page: u32,
}

impl Call for GetMyOrders<'_> {
    type Reply = Page<Offer>;

    fn request(&self) -> Request {
        let path = format!("/my/grandexchange/orders?page={}&size={LIVE_SIZE}", self.page);
        Request::get(Bucket::Data, path).token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Page<Offer>, DecodeError> {
        offers(body)
    }
}

fn offers(body: &[u8]) -> Result<Page<Offer>, DecodeError> {
    Page::from(from_json::<api_types::Page<GeOrder>>(body)?).try_map(|wire| {
        Ok(Offer {
            id: convert::id("data.id", wire.id)?,
            kind: kind(wire.kind)?,
            account: wire.account.map(|name| convert::id("data.account", name)).transpose()?,
            code: convert::id("data.code", wire.code)?,
            quantity: wire.quantity,
            price: wire.price,
            created_at: wire.created_at.into(),
        })
    })
}

fn kind(wire: GeOrderType) -> Result<OrderKind, DecodeError> {
    match wire {
        GeOrderType::Sell => Ok(OrderKind::Sell),
        GeOrderType::Buy => Ok(OrderKind::Buy),
        GeOrderType::Unknown(other) => {
            Err(DecodeError::field("data.type", format!("`{other}` is neither `sell` nor `buy`")))
        }
    }
}
