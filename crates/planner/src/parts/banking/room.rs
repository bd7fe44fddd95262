//! How full the bag is, by items and by slots: both bind (RULES §8).

use game::{SimpleItem, data::Drop};

use crate::situation::Situation;

/// How much room is left for the next yield.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// Whatever may drop fits.
    Enough,
    /// What always drops fits; something rare may be lost.
    Tight,
    /// The next yield would be refused or lost.
    Gone,
}

/// The room for one more roll of a drop table. A fight needs an empty slot, whatever it drops (RULES §7).
pub(crate) fn room(situation: &Situation<'_>, drops: &[Drop], needs_slot: bool) -> Room {
    let bag = &situation.character.inventory;
    let most = |drops: &mut dyn Iterator<Item = &Drop>| -> Vec<SimpleItem> {
        drops.map(|drop| SimpleItem::new(drop.code.clone(), drop.max_quantity)).collect()
    };
    let refused = situation.setbacks.bag_is_full()
        || bag.free_items() == 0
        || (needs_slot && bag.free_slots() == 0)
        || !bag.fits(&most(&mut drops.iter().filter(|drop| drop.rate <= 1)));
    if refused {
        Room::Gone
    } else if bag.fits(&most(&mut drops.iter())) {
        Room::Enough
    } else {
        Room::Tight
    }
}

/// How full the bag is, in words.
pub(super) fn fill(situation: &Situation<'_>) -> String {
    let bag = &situation.character.inventory;
    let (total, most) = (bag.total(), bag.max_items);
    if situation.setbacks.bag_is_full() {
        format!("The game says the bag is full ({total} of {most})")
    } else if bag.free_slots() == 0 && bag.free_items() > 0 {
        format!("All {} slots of the bag are taken ({total} of {most} items)", bag.slots.len())
    } else if bag.free_items() == 0 {
        format!("Bag is full ({total} of {most})")
    } else {
        format!("Bag is nearly full ({total} of {most})")
    }
}
