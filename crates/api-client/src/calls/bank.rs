//! The account's bank, in two calls because they are two requests: size and gold, then its items page by page.

use game::{Bank, SimpleItem};

use super::Call;
use crate::{
    convert,
    decode::{DecodeError, data, from_json},
    page::{LIVE_SIZE, Page},
    rates::Bucket,
    request::Request,
    token::Token,
};

/// `GET /my/bank`: the bank without its items, which [`Bank::set_items`] adds.
#[derive(Debug)]
pub struct GetBank<'a> {
    /// The account's token.
    pub token: &'a Token,
}

impl Call for GetBank<'_> {
    type Reply = Bank;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, "/my/bank").token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Bank, DecodeError> {
        let wire: api_types::Bank = data(body)?;
        Ok(Bank {
            slots: wire.slots,
            expansions: wire.expansions,
            next_expansion_cost: wire.next_expansion_cost,
            gold: wire.gold,
            ..Bank::default()
        })
    }
}

/// `GET /my/bank/items`: one page of what is in the bank, as full as pages may be.
#[derive(Debug)]
pub struct GetBankItems<'a> {
    /// The account's token.
    pub token: &'a Token,
    /// Which page, from 1.
    pub page: u32,
}

impl Call for GetBankItems<'_> {
    type Reply = Page<SimpleItem>;

    fn request(&self) -> Request {
        let path = format!("/my/bank/items?page={}&size={LIVE_SIZE}", self.page);
        Request::get(Bucket::Data, path).token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Page<SimpleItem>, DecodeError> {
        Page::from(from_json::<api_types::Page<_>>(body)?).try_map(|item| convert::item("data", item))
    }
}
