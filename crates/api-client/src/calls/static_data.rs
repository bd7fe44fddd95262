//! The season's static data, page by page, in the very shape that `game::data` has.

use std::marker::PhantomData;

use game::data::{GameMap, Item, Monster, Resource};
use serde::de::DeserializeOwned;

use super::Call;
use crate::{decode::DecodeError, page::StaticPage, rates::Bucket, request::Request};

/// A list of static data that the server has.
pub trait StaticList: DeserializeOwned {
    /// Its path, with a query if that is not empty.
    const PATH: &'static str;
}

impl StaticList for Item {
    const PATH: &'static str = "/items?";
}

impl StaticList for Monster {
    const PATH: &'static str = "/monsters?";
}

impl StaticList for Resource {
    const PATH: &'static str = "/resources?";
}

impl StaticList for GameMap {
    /// Without the monsters and merchants of events that happen to be running: they would outlast them in the cache.
    const PATH: &'static str = "/maps?hide_event=true&";
}

/// `GET /items`, `/monsters`, `/resources` or `/maps`, by `T`. Needs no token.
#[derive(Debug)]
pub struct GetStatic<T> {
    page: u32,
    size: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T: StaticList> GetStatic<T> {
    /// Page number `page`, from 1, with up to `size` entries, at most [`StaticPage::MAX_SIZE`].
    #[must_use]
    pub fn page(page: u32, size: u32) -> Self {
        Self { page, size, kind: PhantomData }
    }
}

impl<T: StaticList> Call for GetStatic<T> {
    type Reply = StaticPage<T>;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, format!("{}page={}&size={}", T::PATH, self.page, self.size))
    }

    fn decode(&self, body: &[u8]) -> Result<StaticPage<T>, DecodeError> {
        StaticPage::decode(body)
    }
}
