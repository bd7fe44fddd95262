//! What waits for the account to be claimed.

use game::PendingItem;

use super::Call;
use crate::{
    convert,
    decode::{DecodeError, from_json},
    page::{LIVE_SIZE, Page},
    rates::Bucket,
    request::Request,
    token::Token,
};

/// `GET /my/pending_items`: one page of what waits for the account (RULES §9).
#[derive(Debug)]
pub struct GetPendingItems<'a> {
    /// The account's token.
    pub token: &'a Token,
    /// Which page, from 1.
    pub page: u32,
}

impl Call for GetPendingItems<'_> {
    type Reply = Page<PendingItem>;

    fn request(&self) -> Request {
        let path = format!("/my/pending_items?page={}&size={LIVE_SIZE}", self.page);
        Request::get(Bucket::Data, path).token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Page<PendingItem>, DecodeError> {
        let page = Page::from(from_json::<api_types::Page<api_types::PendingItem>>(body)?);
        page.try_map(|wire| convert::pending("data", wire))
    }
}
