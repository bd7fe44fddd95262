//! Reading the bodies of actions: 422 with every bad field, or what the world wants to know.

use api_types::{
    ItemSlot, SimpleItem,
    action::{
        bank::BankGoldRequest,
        equipment::{EquipRequest, UnequipRequest},
        fight::FightRequest,
        give::{GiveGoldRequest, GiveItemsRequest},
        identity::RenameRequest,
        movement::MoveRequest,
    },
};
use game::{
    CharacterName, MapId,
    action::{EquipItem, UnequipItem},
    character::Slot,
    equipment::MAX_UTILITIES,
};

use crate::request::{ApiError, Problems};

/// Where a move goes.
pub(super) enum Destination {
    /// To this tile.
    Map(MapId),
    /// To this column and row of the character's layer.
    Place(i32, i32),
}

/// The destination of a move; the number of a tile wins over a place.
pub(super) fn destination(request: &MoveRequest) -> Result<Destination, ApiError> {
    Problems::check(|problems| match (request.map_id, request.x, request.y) {
        (Some(map_id), ..) => Some(Destination::Map(MapId(map_id))),
        (None, Some(x), Some(y)) => Some(Destination::Place(x, y)),
        _ => {
            problems.add("body", "Either map_id or x and y should be given.");
            None
        }
    })
}

/// Who fights beside the character. What can be no name is nobody's.
pub(super) fn participants(request: &FightRequest) -> Result<Vec<CharacterName>, ApiError> {
    Problems::check(|problems| {
        problems.length("participants", request.participants.len(), 0..=2);
        Some(())
    })?;
    let names = request.participants.iter().map(|name| name.parse().map_err(|_| ApiError::of(498)));
    names.collect()
}

/// An item and how many of it.
pub(super) fn item(request: &SimpleItem) -> Result<game::SimpleItem, ApiError> {
    Problems::check(|problems| simple_item("", request, problems))
}

/// A list of items. It may be of any length: a limit is not known (RULES §16).
pub(super) fn items(request: &[SimpleItem]) -> Result<Vec<game::SimpleItem>, ApiError> {
    Problems::check(|problems| {
        problems.length("body", request.len(), 1..=usize::MAX);
        lines(request, |at, line| simple_item(&at, line, problems))
    })
}

/// What to put on.
pub(super) fn equip(request: &[EquipRequest]) -> Result<Vec<EquipItem>, ApiError> {
    Problems::check(|problems| {
        problems.length("body", request.len(), 1..=20);
        lines(request, |at, line| {
            problems.range(&format!("{at}quantity"), line.quantity, 1..=MAX_UTILITIES);
            let slot = slot(&at, &line.slot, problems);
            let code = problems.parse(&format!("{at}code"), &line.code);
            Some(EquipItem { code: code?, slot: slot?, quantity: line.quantity })
        })
    })
}

/// What to take off.
pub(super) fn unequip(request: &[UnequipRequest]) -> Result<Vec<UnequipItem>, ApiError> {
    Problems::check(|problems| {
        problems.length("body", request.len(), 1..=20);
        lines(request, |at, line| {
            problems.range(&format!("{at}quantity"), line.quantity, 1..=MAX_UTILITIES);
            Some(UnequipItem { slot: slot(&at, &line.slot, problems)?, quantity: line.quantity })
        })
    })
}

/// An amount of gold.
pub(super) fn gold(request: &BankGoldRequest) -> Result<i64, ApiError> {
    Problems::check(|problems| {
        problems.range("quantity", request.quantity, 1..=i64::MAX);
        Some(request.quantity)
    })
}

/// A gift of gold, and who gets it.
pub(super) fn given_gold(request: &GiveGoldRequest) -> Result<(i64, CharacterName), ApiError> {
    Problems::check(|problems| {
        problems.range("quantity", request.quantity, 1..=i64::MAX);
        Some((request.quantity, problems.parse("character", &request.character)?))
    })
}

/// A gift of items, and who gets it.
pub(super) fn given_items(
    request: &GiveItemsRequest,
) -> Result<(Vec<game::SimpleItem>, CharacterName), ApiError> {
    Problems::check(|problems| {
        problems.length("items", request.items.len(), 1..=20);
        let character = problems.parse("character", &request.character);
        let items = lines(&request.items, |at, line| simple_item(&format!("items.{at}"), line, problems));
        Some((items?, character?))
    })
}

/// A new name.
pub(super) fn name(request: &RenameRequest) -> Result<CharacterName, ApiError> {
    Problems::check(|problems| {
        problems.length("name", request.name.len(), 3..=12);
        problems.parse("name", &request.name)
    })
}

/// Reads every line, also after a bad one; `at` is what stands before its fields in a message.
fn lines<T, U>(request: &[T], mut read: impl FnMut(String, &T) -> Option<U>) -> Option<Vec<U>> {
    let read: Vec<_> = (0..).zip(request).map(|(index, line)| read(format!("{index}."), line)).collect();
    read.into_iter().collect()
}

fn simple_item(at: &str, item: &SimpleItem, problems: &mut Problems) -> Option<game::SimpleItem> {
    problems.range(&format!("{at}quantity"), item.quantity, 1..=u32::MAX);
    let code = problems.parse(&format!("{at}code"), &item.code)?;
    Some(game::SimpleItem::new(code, item.quantity))
}

fn slot(at: &str, slot: &ItemSlot, problems: &mut Problems) -> Option<Slot> {
    let known = Slot::ALL.into_iter().find(|known| known.as_str() == slot.as_str());
    if known.is_none() {
        problems.add(format!("{at}slot"), format!("Input should be one of {}.", ItemSlot::KNOWN.join(", ")));
    }
    known
}
