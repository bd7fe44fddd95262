//! From the world's words to the wire's: flat objects, real time, empty texts for empty slots.

mod character;
mod log;
mod outcome;

pub(crate) use character::character;
pub(crate) use log::log;
pub(crate) use outcome::reply;

use api_types::SimpleItem;

/// Items as the wire lists them.
fn items<'a>(items: impl IntoIterator<Item = &'a game::SimpleItem>) -> Vec<SimpleItem> {
    items.into_iter().map(|item| SimpleItem::new(item.code.as_str(), item.quantity)).collect()
}
