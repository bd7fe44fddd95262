//! Typed client of the game's API: requests, replies, and errors that split what callers treat differently.
//!
//! One exchange passes three values. A [`Call`] is what somebody wants, typed (`calls::Act`, `calls::GetBank`, …). Its
//! [`Request`] is what goes over the wire, untyped: rate bucket, method, path, body and token. The answer is a
//! [`Reply`], whose rate headers are there whether the call worked or not.
//!
//! The limiter queues `Request`s by [`Bucket`], hands one to [`Client::send`] when the budget allows, looks at the
//! `Reply<Bytes>` (rates, 429, server trouble) and passes it back; whoever asked turns it into the typed reply with
//! [`Reply::read`], so the limiter neither knows nor decodes what it carries. Where no limiter is needed
//! [`Client::call`] does all of it. [`Client::encode`] and [`Reply::from_response`] are pure; only [`GameHttp`] does
//! I/O, and it moves bytes, so everything above it is production code in every test.
//!
//! What the game tells by itself comes through [`realtime`], whose bytes [`GameSocket`] moves.
//!
//! Left to others: when to send and whether to send again (the limiter), and what to do about an error (the caller).

pub mod calls;
pub mod realtime;

mod client;
mod convert;
mod cooldown;
mod decode;
mod error;
mod page;
mod port;
mod rate_headers;
mod rates;
mod reply;
mod request;
mod reqwest_http;
mod status;
mod token;

pub use calls::Call;
pub use client::Client;
pub use decode::DecodeError;
pub use error::{Ambiguity, CallError, SetupError};
pub use page::{LIVE_SIZE, Page, StaticPage};
pub use port::{ByteStream, GameHttp, GameSocket, Opening, TransportError};
pub use rate_headers::{HeaderWindow, RateHeaders};
pub use rates::{Bucket, Period, Rates, Window};
pub use reply::Reply;
pub use request::Request;
pub use reqwest_http::ReqwestHttp;
pub use token::Token;
