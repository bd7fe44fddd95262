//! The Grand Exchange to look at: open orders, an account's own, and what was sold (RULES §10). Acting on it is
//! the matter of [`Act`](super::Act).

use api_types::{GeOrder, GeOrderHistory};
use game::{
    ItemCode,
    exchange::{Offer, Sale},
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

/// `GET /grandexchange/orders`: one page of the open orders, of both kinds. Needs no token.
#[derive(Debug)]
pub struct GetOrders<'a> {
    /// Which item; nothing for all.
    pub code: Option<&'a ItemCode>,
    /// Which page, from 1.
    pub page: u32,
}

impl Call for GetOrders<'_> {
    type Reply = Page<Offer>;

    fn request(&self) -> Request {
        let of = self.code.map(|code| format!("code={code}&")).unwrap_or_default();
        let path = format!("/grandexchange/orders?{of}page={}&size={LIVE_SIZE}", self.page);
        Request::get(Bucket::Data, path)
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

/// `GET /grandexchange/history/{code}`: the newest page of what was sold of an item in the last seven days. Needs no token.
#[derive(Debug)]
pub struct GetSales<'a> {
    /// Which item.
    pub code: &'a ItemCode,
}

impl Call for GetSales<'_> {
    type Reply = Page<Sale>;

    fn request(&self) -> Request {
        let path = format!("/grandexchange/history/{}?page=1&size={LIVE_SIZE}", self.code);
        Request::get(Bucket::Data, path)
    }

    fn decode(&self, body: &[u8]) -> Result<Page<Sale>, DecodeError> {
        Page::from(from_json::<api_types::Page<GeOrderHistory>>(body)?).try_map(convert::sale)
    }
}

fn offers(body: &[u8]) -> Result<Page<Offer>, DecodeError> {
    Page::from(from_json::<api_types::Page<GeOrder>>(body)?).try_map(convert::offer)
}
