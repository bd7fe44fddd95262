//! The season's static data, page by page, in the very shape that `game::data` has.

use std::marker::PhantomData;

use game::data::{Achievement, Drop, Event, GameMap, Item, Monster, Npc, NpcItem, Resource, TaskFull};
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

impl StaticList for Npc {
    const PATH: &'static str = "/npcs/details?";
}

impl StaticList for NpcItem {
    const PATH: &'static str = "/npcs/items?";
}

impl StaticList for TaskFull {
    const PATH: &'static str = "/tasks/list?";
}

impl StaticList for Achievement {
    const PATH: &'static str = "/achievements?";
}

impl StaticList for Event {
    const PATH: &'static str = "/events?";
}

/// The only list that is nothing but drops: what coins of tasks bring.
impl StaticList for Drop {
    const PATH: &'static str = "/tasks/rewards?";
}

/// `GET /items`, `/monsters`, `/resources`, `/maps` and so on, by `T`. Needs no token.
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
