//! Anything at all, for properties: any configuration, any world with any character in it, anything that may happen.

mod config;
mod setting;
mod turn;

pub(crate) use config::any_config;
pub(crate) use setting::{Setting, any_setting};
pub(crate) use turn::{CODES, Turn, any_turns};
