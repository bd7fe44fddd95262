//! Reading requests and refusing them: what every route shares before the world is asked.
//!
//! A handler takes, in this order, [`Owner`] (452 comes first), [`Segments`], [`Query`] and [`Body`] (422 before anything
//! the world says, RULES §4). What is wrong with a request is collected per field in [`Problems`].

mod body;
mod error;
mod json;
mod messages;
mod owner;
mod paging;
mod problems;
mod query;
mod segments;
mod waiting;
mod written;

pub(crate) use body::Body;
pub(crate) use error::ApiError;
pub(crate) use json::Json;
pub(crate) use messages::usual_message;
pub(crate) use owner::{Owner, authorization, bearer};
pub(crate) use paging::{LIVE, Paging, STATIC, page};
pub(crate) use problems::Problems;
pub(crate) use query::{Query, QueryReader};
pub(crate) use segments::Segments;
pub(crate) use waiting::in_real_time;
pub(crate) use written::Written;

use api_types::{Data, Page};

/// Longest body of a request.
pub(crate) const MOST_BYTES: usize = 2 << 20;

/// What a handler answers with: one object.
pub(crate) type Reply<T> = Result<Json<Data<T>>, ApiError>;
/// What a handler answers with: one page of a list.
pub(crate) type PageReply<T> = Result<Json<Page<T>>, ApiError>;

/// An object in the API's envelope.
pub(crate) fn data<T>(data: T) -> Json<Data<T>> {
    Json(Data { data })
}
