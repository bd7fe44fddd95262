//! One file for each kind of fault: what is particular about it, and what a request meets.

mod busy;
mod connection_reset;
mod delay;
mod error_after;
mod error_before;
mod late_apply;
mod maintenance;
mod message_duplicated;
mod message_lost;
mod rate_limited;
mod reply_lost;
mod request_lost;
mod season_change;
mod skewed_clock;
mod socket_dropped;
mod socket_stalled;
mod token_revoked;

pub(super) use busy::Busy;
pub(super) use connection_reset::ConnectionReset;
pub(super) use delay::Delay;
pub(super) use error_after::ErrorAfter;
pub(super) use error_before::ErrorBefore;
pub(super) use late_apply::LateApply;
pub(super) use maintenance::Maintenance;
pub(super) use message_duplicated::MessageDuplicated;
pub(super) use message_lost::MessageLost;
pub(super) use rate_limited::RateLimited;
pub(super) use reply_lost::ReplyLost;
pub(super) use request_lost::RequestLost;
pub(super) use season_change::SeasonChange;
pub(super) use skewed_clock::SkewedClock;
pub(super) use socket_dropped::SocketDropped;
pub(super) use socket_stalled::SocketStalled;
pub(super) use token_revoked::TokenRevoked;
