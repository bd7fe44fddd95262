//! What everything goes for on the Grand Exchange, as far as somebody has looked.

use std::sync::Arc;

use planner::Prices;

use super::{ActionsView, Board};

impl Board {
    /// Replaces what is known of prices. Nobody who watches the board hears of it: whoever draws prices looks now and then.
    pub fn post_prices(&self, prices: Prices) {
        self.lock().prices = Arc::new(prices);
    }

    /// What is known of prices.
    #[must_use]
    pub fn prices(&self) -> Arc<Prices> {
        self.lock().prices.clone()
    }

    /// How many actions ended within the last hour.
    #[must_use]
    pub fn actions(&self) -> ActionsView {
        self.lock().last_hour.view()
    }
}
