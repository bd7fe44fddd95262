//! The game's "no": an expected answer with a code, not a failure (RULES §14).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A refusal as the game words it. Nothing was changed by the refused call, and it costs no cooldown (RULES §4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{message} ({code})")]
pub struct Refusal {
    /// Why.
    pub code: RefusalCode,
    /// The game's own words.
    pub message: String,
    /// On a 499, how long the cooldown still runs.
    pub remaining_seconds: Option<f64>,
}

impl Refusal {
    /// A refusal in the given words.
    pub fn new(code: RefusalCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), remaining_seconds: None }
    }

    /// The 499 of a character that may not act for another `seconds`.
    #[must_use]
    pub fn cooldown(seconds: f64) -> Self {
        Self::cooldown_of("The character", seconds)
    }

    /// The 499 of somebody whom the action asks for, and who may not act for another `seconds`.
    #[must_use]
    pub fn cooldown_of(who: impl fmt::Display, seconds: f64) -> Self {
        Self {
            code: RefusalCode::Cooldown,
            message: format!("{who} is in cooldown: {seconds:.2} seconds remaining."),
            remaining_seconds: Some(seconds),
        }
    }

    /// The same 499 as it is counted by another clock.
    #[must_use]
    pub fn counted_as(self, seconds: f64) -> Self {
        let who = self.message.split(" is in cooldown").next().unwrap_or_default();
        Self::cooldown_of(who, seconds)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal,)*) => {
        /// Why the game refused, by its status and error code (RULES §14).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(from = "u16", into = "u16")]
        pub enum RefusalCode {
            $($(#[$doc])* $name,)*
            /// A code this program does not know.
            Other(u16),
        }

        impl From<u16> for RefusalCode {
            fn from(number: u16) -> Self {
                match number {
                    $($number => Self::$name,)*
                    other => Self::Other(other),
                }
            }
        }

        impl From<RefusalCode> for u16 {
            fn from(code: RefusalCode) -> Self {
                match code {
                    $(RefusalCode::$name => $number,)*
                    RefusalCode::Other(other) => other,
                }
            }
        }
    };
}

codes! {
    /// The thing named does not exist.
    NotFound = 404,
    /// The request is malformed.
    InvalidPayload = 422,
    /// Too many requests.
    RateLimited = 429,
    /// The account has as many orders as it may have.
    TooManyOrders = 433,
    /// The order has fewer items than that.
    OrderTooSmall = 434,
    /// The order is one's own.
    OwnOrder = 435,
    /// Somebody else is at the same order.
    OrderBusy = 436,
    /// The Grand Exchange does not take the item.
    NotTradeable = 437,
    /// The order is somebody else's.
    NotYourOrder = 438,
    /// The NPC does not sell it.
    NotSold = 441,
    /// The NPC does not buy it.
    NotBought = 442,
    /// Only for members.
    MembersOnly = 451,
    /// The token is invalid or missing.
    TokenInvalid = 452,
    /// The token has expired.
    TokenExpired = 453,
    /// The token is missing.
    TokenMissing = 454,
    /// The bank has too little gold.
    BankGoldMissing = 460,
    /// Somebody else is at the same things in the bank.
    BankBusy = 461,
    /// The bank has no free slot.
    BankFull = 462,
    /// The item cannot be worn there.
    EquipmentInvalid = 472,
    /// The item cannot be recycled.
    NotRecyclable = 473,
    /// Not what the task asks for.
    WrongTaskItem = 474,
    /// More than the task still asks for.
    TooManyForTask = 475,
    /// The item cannot be used.
    NotConsumable = 476,
    /// Items are missing.
    MissingItem = 478,
    /// Taking it off would kill the character.
    NotEnoughHp = 483,
    /// More than 100 utilities in a slot.
    TooManyUtilities = 484,
    /// The same artifact or utility is worn already.
    AlreadyEquipped = 485,
    /// Another request of the same character is still running, or not a boss.
    ActionInProgress = 486,
    /// The character has no task.
    NoTask = 487,
    /// The task is not done yet.
    TaskNotDone = 488,
    /// The character has a task already.
    HasTask = 489,
    /// Already there.
    AlreadyAtDestination = 490,
    /// The slot is empty, or not empty.
    SlotState = 491,
    /// Too little gold.
    NotEnoughGold = 492,
    /// The skill's level is too low.
    SkillTooLow = 493,
    /// The name is taken.
    NameTaken = 494,
    /// The account has five characters already.
    TooManyCharacters = 495,
    /// A condition does not hold.
    ConditionsNotMet = 496,
    /// The inventory has no room.
    InventoryFull = 497,
    /// No such character, or not yours.
    CharacterNotFound = 498,
    /// The character may not act yet.
    Cooldown = 499,
    /// The account does not own the skin.
    SkinNotOwned = 550,
    /// The account has the skin already.
    SkinOwned = 551,
    /// The skin is not for sale.
    SkinNotForSale = 552,
    /// Too few gems.
    NotEnoughGems = 563,
    /// The event is there already, or as many as there may be.
    EventActive = 564,
    /// Money is paid for membership already.
    SubscriptionActive = 565,
    /// The event was called a short while ago.
    EventOnCooldown = 566,
    /// No raid is open here.
    RaidNotActive = 567,
    /// The event cannot be bought.
    EventNotForSale = 571,
    /// No member token is left.
    NoMemberTokens = 572,
    /// Gems and member tokens cannot be added while money is paid for membership.
    StripeActive = 573,
    /// No way leads there.
    NoPath = 595,
    /// Nobody may step there.
    MapBlocked = 596,
    /// What the action needs is not on this tile.
    ContentNotFound = 598,
}

impl RefusalCode {
    /// The number the game sends.
    #[must_use]
    pub fn number(self) -> u16 {
        self.into()
    }
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cooldown_says_whose_it_is_by_any_clock() {
        let refusal = Refusal::cooldown_of("Bob", 8.0).counted_as(0.8);
        assert_eq!(refusal.message, "Bob is in cooldown: 0.80 seconds remaining.");
        assert_eq!(refusal.remaining_seconds, Some(0.8));
    }

    #[test]
    fn a_code_survives_the_trip_through_its_number() {
        for number in 400..600 {
            assert_eq!(RefusalCode::from(number).number(), number);
        }
        assert_eq!(RefusalCode::from(499), RefusalCode::Cooldown);
        assert_eq!(RefusalCode::from(999), RefusalCode::Other(999));
    }

    #[test]
    fn a_cooldown_says_how_long_it_runs() {
        assert_eq!(
            Refusal::cooldown(4.321).to_string(),
            "The character is in cooldown: 4.32 seconds remaining. (499)"
        );
    }
}
