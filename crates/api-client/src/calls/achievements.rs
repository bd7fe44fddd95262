//! How far an account is with the achievements (RULES §11). What they are is static data.

use game::{AccountName, AchievementCode};

use super::Call;
use crate::{
    convert,
    decode::{DecodeError, from_json},
    page::{LIVE_SIZE, Page},
    rates::Bucket,
    request::Request,
};

/// `GET /accounts/{account}/achievements`: one page of the achievements, each with how much of each of its objectives the
/// account has done. Needs no token.
#[derive(Debug)]
pub struct GetAchievements<'a> {
    /// Whose.
    pub account: &'a AccountName,
    /// Which page, from 1.
    pub page: u32,
}

impl Call for GetAchievements<'_> {
    type Reply = Page<(AchievementCode, Vec<u32>)>;

    fn request(&self) -> Request {
        let Self { account, page } = self;
        Request::get(Bucket::Data, format!("/accounts/{account}/achievements?page={page}&size={LIVE_SIZE}"))
    }

    fn decode(&self, body: &[u8]) -> Result<Self::Reply, DecodeError> {
        let page = Page::from(from_json::<api_types::Page<api_types::AccountAchievement>>(body)?);
        page.try_map(|wire| {
            let done = wire.objectives.iter().map(|one| u32::try_from(one.progress).unwrap_or(0));
            Ok((convert::id("data.code", wire.code)?, done.collect()))
        })
    }
}
