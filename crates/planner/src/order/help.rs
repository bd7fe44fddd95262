//! What a person can do about a refusal of the game (RULES §14).

use game::RefusalCode;

/// What would help against a refusal; nothing when the game's own words say all.
#[must_use]
pub fn help(code: RefusalCode) -> Option<&'static str> {
    use RefusalCode as Code;
    let words = match code {
        Code::NotFound => "Check what it names: there is no such thing, or not for this action",
        Code::TooManyOrders => "Cancel one of the account's orders first",
        Code::OrderTooSmall => "Ask for fewer",
        Code::NotSold | Code::NotBought => "Go to a merchant who trades in it",
        Code::BankGoldMissing => "Take less, or put gold into the bank first",
        Code::BankBusy | Code::OrderBusy | Code::ActionInProgress => "Try it again in a moment",
        Code::BankFull => "Buy a bank expansion, or take something out first",
        Code::WrongTaskItem => "Bring what the task asks for",
        Code::TooManyForTask => "Hand over fewer",
        Code::MissingItem => "Get the items first: by hand they are neither taken from the bank nor made",
        Code::NotEnoughHp => "Rest or eat first",
        Code::NoTask => "Take a task first",
        Code::TaskNotDone => "Finish the task first, or cancel it",
        Code::HasTask => "Complete or cancel the present task first",
        Code::SlotState => "Take off what is worn there first; an empty slot has nothing to take off",
        Code::NotEnoughGold => "Earn the gold, or take it from the bank first",
        Code::SkillTooLow => "Train the skill first",
        Code::ConditionsNotMet => "Meet the condition first: a level, an item or an achievement is missing",
        Code::InventoryFull => "Make room first: use items up, or put some into the bank",
        Code::NoPath | Code::MapBlocked => "Choose another tile, or travel there over its transitions",
        Code::RaidNotActive => "Come back when the raid has begun",
        Code::ContentNotFound => "Go to a tile that has what the action needs",
        _ => return None,
    };
    Some(words)
}
