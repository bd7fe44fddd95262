//! What a player keeps for itself, and what is better than what it wears.

use game::{
    ItemCode,
    action::EquipItem,
    character::Slot,
    conditions,
    data::{Item, ItemType},
};

use super::{trade::Trade, view::View};

/// Pieces for sale that are worth the way to the exchange.
const LOAD: u32 = 40;
/// Empty slots that are needed to go on.
const LEAST_SLOTS: usize = 3;

impl View<'_> {
    /// The hit points that eating an item brings; 0 for what is no food.
    pub(super) fn heals(&self, item: &Item) -> i64 {
        let is_food = item.kind == ItemType::Consumable;
        let may_eat = conditions::hold(&item.conditions, self.who);
        if is_food && may_eat { item.effect("heal") } else { 0 }
    }

    /// Whether a player keeps an item for its trade.
    pub(super) fn keeps(&self, trade: &Trade, item: &Item) -> bool {
        match trade {
            Trade::Gatherer(_) => false,
            Trade::Maker(code) => self
                .data
                .items
                .get(code)
                .and_then(|made| made.craft.as_ref())
                .is_some_and(|craft| craft.items.iter().any(|part| part.code == item.code)),
            Trade::Hunter(_) => self.heals(item) > 0,
        }
    }

    /// How many pieces the character carries that are for sale.
    pub(super) fn for_sale(&self, trade: &Trade) -> u32 {
        let goods = self.carried().filter(|(item, _)| item.tradeable && !self.keeps(trade, item));
        goods.map(|(_, quantity)| quantity).sum()
    }

    /// Whether there is room for what the trade brings before the next way to the exchange.
    pub(super) fn has_room_to_work(&self, trade: &Trade) -> bool {
        self.for_sale(trade) < LOAD && self.who.inventory.free_slots() >= LEAST_SLOTS
    }

    /// Something in the inventory that is better than what is worn.
    pub(super) fn better_gear(&self, trade: &Trade) -> Option<EquipItem> {
        let carried = self.carried();
        let wish = |item: &Item| Some((self.slot_for(trade, item)?, item.code.clone()));
        let (slot, code) = carried.into_iter().find_map(|(item, _)| wish(item))?;
        Some(EquipItem { code, slot, quantity: 1 })
    }

    /// The slot in which an item would be an improvement.
    pub(super) fn slot_for(&self, trade: &Trade, item: &Item) -> Option<Slot> {
        let wearable = !matches!(item.kind, ItemType::Utility | ItemType::Artifact | ItemType::Rune);
        if !wearable || !conditions::hold(&item.conditions, self.who) {
            return None;
        }
        let merit = self.merit(trade, item);
        let slots = Slot::ALL.into_iter().filter(|slot| slot.item_type() == item.kind);
        slots.into_iter().find(|slot| self.worn_merit(trade, *slot) < merit)
    }

    fn worn_merit(&self, trade: &Trade, slot: Slot) -> i64 {
        let worn: Option<&ItemCode> = self.who.worn(slot);
        worn.and_then(|code| self.data.items.get(code)).map_or(-1, |item| self.merit(trade, item))
    }

    /// How good an item is: by its level, and tools only for the trade that uses them.
    fn merit(&self, trade: &Trade, item: &Item) -> i64 {
        if !item.is_tool() {
            return i64::from(item.level);
        }
        let used = match trade {
            Trade::Gatherer(code) => {
                self.data.resources.get(code).map_or(0, |known| item.effect(known.skill.as_str()))
            }
            _ => 0,
        };
        // A tool's effect is negative: the percent of time that it saves.
        if used < 0 { 1_000 - used } else { -1 }
    }
}
