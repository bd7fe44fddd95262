//! What a refusal teaches, by action and code (RULES §4–§10, §14): pure, one match.

use game::{Action, MapId, RefusalCode, SimpleItem};
use jiff::SignedDuration;

use super::Subject;

/// What to do about a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lesson {
    /// Plan without this for a while.
    PlanWithout(Subject, SignedDuration),
    /// Plan without all of these for a while.
    PlanWithoutAll(Vec<Subject>, SignedDuration),
    /// The bag is full, whatever we thought.
    BagIsFull,
    /// The character is there already.
    StandsOn(MapId),
    /// Send nothing for a moment, then decide again.
    Pause,
}

/// A tile, an item or the bank may be different again soon: an event comes and goes, a friend empties the bank.
pub(super) const SHORT: SignedDuration = SignedDuration::from_mins(10);
/// A condition that does not hold is seldom met by waiting.
pub(super) const LONG: SignedDuration = SignedDuration::from_mins(60);

/// What `code` as an answer to `action` teaches a character on tile `here` whose plan is about `target`.
pub(super) fn of(action: &Action, code: RefusalCode, here: MapId, target: Option<&str>) -> Lesson {
    use Lesson::PlanWithout;
    match code {
        RefusalCode::Cooldown
        | RefusalCode::ActionInProgress
        | RefusalCode::BankBusy
        | RefusalCode::RateLimited => return Lesson::Pause,
        // What is taken off always fits where the new thing was, unless it is a bag: then it is the bag's matter. A gift has
        // no room in somebody else's bag.
        RefusalCode::InventoryFull if !matches!(action, Action::Equip { .. } | Action::GiveItem { .. }) => {
            return Lesson::BagIsFull;
        }
        RefusalCode::ContentNotFound => return PlanWithout(Subject::Tile(here), SHORT),
        _ => {}
    }
    match action {
        Action::Move { map_id } if code == RefusalCode::AlreadyAtDestination => Lesson::StandsOn(*map_id),
        Action::Move { map_id } => match code {
            RefusalCode::NotFound
            | RefusalCode::NoPath
            | RefusalCode::MapBlocked
            | RefusalCode::ConditionsNotMet => PlanWithout(Subject::Tile(*map_id), SHORT),
            _ => Lesson::Pause,
        },
        Action::Transition => match code {
            RefusalCode::NotFound
            | RefusalCode::MissingItem
            | RefusalCode::NotEnoughGold
            | RefusalCode::ConditionsNotMet => PlanWithout(Subject::Tile(here), SHORT),
            _ => Lesson::Pause,
        },
        Action::Fight | Action::MultiFight { .. } | Action::Gathering => match (code, target) {
            (RefusalCode::SkillTooLow | RefusalCode::ConditionsNotMet, Some(target)) => {
                PlanWithout(Subject::Target(target.to_owned()), LONG)
            }
            (RefusalCode::NotFound, _) => PlanWithout(Subject::Tile(here), SHORT),
            _ => Lesson::Pause,
        },
        Action::Equip { items } => {
            without(items.iter().map(|item| Subject::Wear(item.code.clone())).collect(), code)
        }
        Action::Use { code: food, .. } => without(vec![Subject::Eat(food.clone())], code),
        // The bank shows more than it has: somebody else was quicker, and each further try would cost a walk.
        Action::WithdrawItem { items } if code == RefusalCode::MissingItem => {
            Lesson::PlanWithoutAll(each(items, Subject::Withdraw), LONG)
        }
        Action::WithdrawItem { items } => without(each(items, Subject::Withdraw), code),
        Action::DepositItem { .. } if code == RefusalCode::BankFull => PlanWithout(Subject::BankSlots, SHORT),
        Action::DepositItem { items } if items.len() > 1 => without(vec![Subject::Together], code),
        Action::DepositItem { items } => without(each(items, Subject::Deposit), code),
        Action::BuyBankExpansion => about(Subject::BankExpansion, code),
        Action::DepositGold { .. } => without(vec![Subject::BankGold], code),
        Action::Crafting { code: item, .. } => about(Subject::Craft(item.clone()), code),
        Action::Recycling { code: item, .. } => about(Subject::Recycle(item.clone()), code),
        Action::BuyNpc { code: item, .. } => about(Subject::Buy(item.clone()), code),
        Action::SellNpc { code: item, .. } => about(Subject::Sell(item.clone()), code),
        // Somebody else was quicker, or is at it: whatever the reason, the order is not to be had.
        Action::GeBuy { id, .. } | Action::GeFill { id, .. } | Action::GeCancel { id } => {
            PlanWithout(Subject::Order(id.clone()), SHORT)
        }
        Action::GeCreateSellOrder { .. } | Action::GeCreateBuyOrder { .. }
            if code == RefusalCode::TooManyOrders =>
        {
            PlanWithout(Subject::OrderSlots, SHORT)
        }
        Action::GeCreateSellOrder { code: item, .. } | Action::GeCreateBuyOrder { code: item, .. } => {
            PlanWithout(
                Subject::Trade(item.clone()),
                if code == RefusalCode::NotTradeable { LONG } else { SHORT },
            )
        }
        Action::ClaimItem { id } => PlanWithout(Subject::Claim(id.clone()), SHORT),
        // The others are no part of a plan made here: there is nothing to plan without.
        _ => Lesson::Pause,
    }
}

/// How long to wait when the game does not say it, after `earlier` refusals of the same kind.
pub(super) fn pause(earlier: u32) -> SignedDuration {
    if earlier == 0 { SignedDuration::from_secs(3) } else { SignedDuration::from_secs(30) }
}

/// The wait the game asks for, rounded up so that it is over for certain.
pub(super) fn seconds(seconds: f64) -> SignedDuration {
    SignedDuration::try_from_secs_f64(seconds.ceil().max(1.0)).unwrap_or(SHORT)
}

fn each(items: &[SimpleItem], subject: fn(game::ItemCode) -> Subject) -> Vec<Subject> {
    items.iter().map(|item| subject(item.code.clone())).collect()
}

/// A thing is planned without for long when the game says that it cannot be done with it.
fn about(subject: Subject, code: RefusalCode) -> Lesson {
    match code {
        RefusalCode::NotFound
        | RefusalCode::InvalidPayload
        | RefusalCode::MissingItem
        | RefusalCode::NotEnoughGold
        | RefusalCode::SkillTooLow
        | RefusalCode::NotRecyclable
        | RefusalCode::NotSold
        | RefusalCode::NotBought
        | RefusalCode::ConditionsNotMet => Lesson::PlanWithout(subject, LONG),
        _ => Lesson::Pause,
    }
}

/// Items are planned without when the game says that they are not there or do not fit their use.
fn without(subjects: Vec<Subject>, code: RefusalCode) -> Lesson {
    match code {
        RefusalCode::ConditionsNotMet => Lesson::PlanWithoutAll(subjects, LONG),
        RefusalCode::NotFound
        | RefusalCode::InvalidPayload
        | RefusalCode::EquipmentInvalid
        | RefusalCode::NotConsumable
        | RefusalCode::MissingItem
        | RefusalCode::NotEnoughHp
        | RefusalCode::TooManyUtilities
        | RefusalCode::AlreadyEquipped
        | RefusalCode::SlotState
        | RefusalCode::NotEnoughGold
        | RefusalCode::InventoryFull
        | RefusalCode::BankFull => Lesson::PlanWithoutAll(subjects, SHORT),
        _ => Lesson::Pause,
    }
}
