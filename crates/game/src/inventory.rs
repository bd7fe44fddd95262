//! What a character carries: twenty stacks and a total that must fit (RULES §8).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::ItemCode;

/// Some of one item, as the API writes it in requests, recipes and bank lists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(as = SimpleItemSchema)]
pub struct SimpleItem {
    /// Which item.
    pub code: ItemCode,
    /// How many.
    pub quantity: u32,
}

impl SimpleItem {
    /// `quantity` of `code`.
    #[must_use]
    pub fn new(code: ItemCode, quantity: u32) -> Self {
        Self { code, quantity }
    }
}

/// Stacks in numbered slots, and the total they may add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inventory {
    /// Slot 1 first; `None` is an empty slot.
    pub slots: Vec<Option<SimpleItem>>,
    /// Most items that may be carried in all.
    pub max_items: u32,
}

/// Why something did not go into or out of an inventory; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InventoryError {
    /// Too few slots or too little room (497).
    #[error("the inventory has no room for it")]
    Full,
    /// Fewer of it than asked for (478).
    #[error("the inventory does not hold that many")]
    Missing,
}

impl Inventory {
    /// Slots of every character (RULES §8).
    pub const SLOTS: usize = 20;

    /// An empty inventory.
    #[must_use]
    pub fn empty(max_items: u32) -> Self {
        Self { slots: vec![None; Self::SLOTS], max_items }
    }

    /// The stacks, without the empty slots.
    pub fn items(&self) -> impl Iterator<Item = &SimpleItem> {
        self.slots.iter().flatten()
    }

    /// How many of `code` are carried.
    #[must_use]
    pub fn count(&self, code: &ItemCode) -> u32 {
        self.items().filter(|stack| stack.code == *code).map(|stack| stack.quantity).sum()
    }

    /// How many items are carried in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.items().map(|stack| stack.quantity).sum()
    }

    /// How many more items fit by the total alone.
    #[must_use]
    pub fn free_items(&self) -> u32 {
        self.max_items.saturating_sub(self.total())
    }

    /// Empty slots.
    #[must_use]
    pub fn free_slots(&self) -> usize {
        self.slots.iter().filter(|slot| slot.is_none()).count()
    }

    /// How many more of `code` fit.
    #[must_use]
    pub fn room_for(&self, code: &ItemCode) -> u32 {
        let has_place = self.slots.iter().any(|slot| slot.as_ref().is_none_or(|stack| stack.code == *code));
        if has_place { self.free_items() } else { 0 }
    }

    /// Whether all of `items` fit together, by total and by slots.
    #[must_use]
    pub fn fits(&self, items: &[SimpleItem]) -> bool {
        let mut trial = self.clone();
        items.iter().all(|item| trial.add(&item.code, item.quantity).is_ok())
    }

    /// Puts `quantity` of `code` on its stack, or into the first empty slot.
    ///
    /// # Errors
    /// [`InventoryError::Full`] when the total or the slots do not allow it.
    pub fn add(&mut self, code: &ItemCode, quantity: u32) -> Result<(), InventoryError> {
        if quantity == 0 {
            return Ok(());
        }
        if self.free_items() < quantity {
            return Err(InventoryError::Full);
        }
        if let Some(stack) = self.slots.iter_mut().flatten().find(|stack| stack.code == *code) {
            stack.quantity += quantity;
            return Ok(());
        }
        let slot = self.slots.iter_mut().find(|slot| slot.is_none()).ok_or(InventoryError::Full)?;
        *slot = Some(SimpleItem::new(code.clone(), quantity));
        Ok(())
    }

    /// Takes `quantity` of `code` out; an emptied stack frees its slot.
    ///
    /// # Errors
    /// [`InventoryError::Missing`] when fewer are carried.
    pub fn remove(&mut self, code: &ItemCode, quantity: u32) -> Result<(), InventoryError> {
        if quantity == 0 {
            return Ok(());
        }
        let slot = self
            .slots
            .iter_mut()
            .find(|slot| slot.as_ref().is_some_and(|stack| stack.code == *code && stack.quantity >= quantity))
            .ok_or(InventoryError::Missing)?;
        if let Some(stack) = slot {
            stack.quantity -= quantity;
            if stack.quantity == 0 {
                *slot = None;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> ItemCode {
        text.parse().unwrap()
    }

    #[test]
    fn a_stack_grows_in_its_slot_and_frees_it_when_emptied() {
        let mut bag = Inventory::empty(10);
        bag.add(&code("egg"), 3).unwrap();
        bag.add(&code("egg"), 2).unwrap();
        assert_eq!((bag.count(&code("egg")), bag.free_slots(), bag.free_items()), (5, 19, 5));
        bag.remove(&code("egg"), 5).unwrap();
        assert_eq!((bag.total(), bag.free_slots()), (0, 20));
    }

    #[test]
    fn neither_total_nor_slots_may_be_exceeded() {
        let mut bag = Inventory::empty(10);
        assert_eq!(bag.add(&code("egg"), 11), Err(InventoryError::Full));
        let mut bag = Inventory { slots: vec![None; 1], max_items: 10 };
        bag.add(&code("egg"), 1).unwrap();
        assert_eq!(bag.add(&code("wool"), 1), Err(InventoryError::Full));
        assert_eq!((bag.room_for(&code("egg")), bag.room_for(&code("wool"))), (9, 0));
        assert!(!bag.fits(&[SimpleItem::new(code("egg"), 9), SimpleItem::new(code("egg"), 1)]));
    }

    #[test]
    fn taking_out_more_than_there_is_changes_nothing() {
        let mut bag = Inventory::empty(10);
        bag.add(&code("egg"), 1).unwrap();
        let before = bag.clone();
        assert_eq!(bag.remove(&code("egg"), 2), Err(InventoryError::Missing));
        assert_eq!(bag, before);
    }
}
