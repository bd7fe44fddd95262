//! Potions for fights: which of those at hand can help, what a unit costs, and taking them along (RULES §7, §8).
//!
//! A unit costs the time that it takes to make or buy another one. Fights are ranked with that cost, so a potion is drunk
//! where it saves more, or where it makes a fight safe that is wanted.

use std::{cell::RefCell, collections::BTreeMap};

use game::{
    Character, ItemCode,
    character::Slot,
    data::{Item, ItemEffect, ItemType, Monster},
    fight::Odds,
    stats::Element,
};

use crate::{
    notes::Rehearsals,
    parts::{gear, loadout::Loadout},
    situation::Situation,
    supply::{self, Terms, Way},
};

/// The slots that potions go to.
pub(crate) const SLOTS: [Slot; 2] = [Slot::Utility1, Slot::Utility2];

/// What a potion costs that cannot be had again, in seconds: who needs it badly may drink it.
const IRREPLACEABLE_SECONDS: f64 = 3600.0;
/// A unit's cost is that of one of so many.
const BATCH: u32 = 20;

/// What units cost, as far as that has been asked in this look.
#[derive(Clone, Default)]
pub(crate) struct Costs(RefCell<BTreeMap<ItemCode, f64>>);

/// Units of a potion in its slot, in the bag and in a bank that can be reached.
pub(crate) fn owned(situation: &Situation<'_>, code: &ItemCode) -> u32 {
    let in_bank = situation.in_bank(code);
    let is_near = in_bank > 0 && situation.reach().nearest_bank(situation).is_some();
    carried(&situation.character, code) + if is_near { in_bank } else { 0 }
}

/// Units in its slot and in the bag.
pub(crate) fn carried(character: &Character, code: &ItemCode) -> u32 {
    let worn = character.equipment.values().filter(|worn| worn.code == *code);
    worn.map(|worn| worn.quantity).sum::<u32>() + character.inventory.count(code)
}

/// Whether there is enough of the potions of a loadout for a fight that takes `units`.
pub(crate) fn suffice(situation: &Situation<'_>, loadout: &Loadout, units: [u32; 2]) -> bool {
    let mut worn =
        SLOTS.iter().zip(units).filter_map(|(slot, units)| Some((loadout.get(slot)?, units.max(1))));
    // Most of the time there is no need to look for a way to the bank.
    worn.all(|(code, units)| carried(&situation.character, code) >= units || owned(situation, code) >= units)
}

/// Text that changes with the potions that are owned, wherever they are: with their kinds, and whenever a stock has been
/// halved or doubled.
pub(crate) fn fingerprint(situation: &Situation<'_>) -> String {
    let stock = |item: &Item| carried(&situation.character, &item.code) + situation.in_bank(&item.code);
    let kinds = kinds(situation)
        .into_iter()
        .map(|item| (item, stock(item).checked_ilog2().map_or(0, |power| power + 1)));
    kinds.map(|(item, magnitude)| format!(" {} {magnitude}", item.code)).collect()
}

/// Seconds that a fight costs in potions.
pub(crate) fn seconds(situation: &Situation<'_>, hero: &Character, odds: &Odds) -> f64 {
    let drunk = SLOTS.iter().zip(odds.mean_utilities_used).filter(|(_, units)| *units > 0.0);
    let codes = drunk.filter_map(|(slot, units)| Some((hero.worn(*slot)?, units)));
    codes.map(|(code, units)| units * seconds_each(situation, code)).sum()
}

/// Every sensible choice of potions for the two slots: what is worn, and each one or two of those that can help.
pub(crate) fn kits(situation: &Situation<'_>, monster: &Monster, hero: &Character) -> Vec<Loadout> {
    let helpful: Vec<_> = kinds(situation).into_iter().filter(|item| helps(item, hero, monster)).collect();
    let mut kits = vec![kit(situation, &[])];
    for (place, one) in helpful.iter().enumerate() {
        kits.push(kit(situation, &[*one]));
        kits.extend(helpful[place + 1..].iter().map(|other| kit(situation, &[*one, *other])));
    }
    kits
}

/// What is worn, with these potions in free slots or in the place of others.
fn kit(situation: &Situation<'_>, potions: &[&Item]) -> Loadout {
    let worn = SLOTS.into_iter().filter_map(|slot| Some((slot, situation.character.worn(slot)?.clone())));
    let mut kit: Loadout = worn.collect();
    for potion in potions {
        let is_wanted = |code: &ItemCode| potions.iter().any(|wanted| wanted.code == *code);
        let is_free = |slot: &Slot| kit.get(slot).is_none_or(|code| !is_wanted(code));
        let slots = SLOTS.into_iter().filter(is_free);
        let slot = slots.min_by_key(|slot| kit.contains_key(slot));
        if let Some(slot) = slot.filter(|_| kit.values().all(|code| *code != potion.code)) {
            kit.insert(slot, potion.code.clone());
        }
    }
    kit
}

/// The potions that are owned and may be worn.
fn kinds<'a>(situation: &'a Situation<'_>) -> Vec<&'a Item> {
    let worn = SLOTS.iter().filter_map(|slot| situation.data.items.get(situation.character.worn(*slot)?));
    let items = worn.chain(gear::owned(situation).map(|(_, _, item)| item));
    let potions = items.filter(|item| item.kind == ItemType::Utility && gear::may_wear(situation, item));
    let mut kinds: Vec<_> = potions.collect();
    kinds.sort_by_key(|item| &item.code);
    kinds.dedup_by_key(|item| &item.code);
    kinds
}

/// Whether a potion can do anything for a hero alone against a monster.
fn helps(item: &Item, hero: &Character, monster: &Monster) -> bool {
    let element = |code: &str, prefix: &str| {
        let name = code.strip_prefix(prefix)?;
        Element::ALL.into_iter().find(|element| element.as_str() == name)
    };
    let poisons = || monster.effects.iter().any(|effect| effect.code.as_str() == "poison");
    item.effects.iter().any(|ItemEffect { code, .. }| match code.as_str() {
        "restore" | "boost_hp" => true,
        "antipoison" => poisons(),
        code => {
            element(code, "boost_dmg_").is_some_and(|element| hero.stats.attack[element] > 0)
                || element(code, "boost_res_").is_some_and(|element| monster.attack()[element] > 0)
        }
    })
}

/// What it takes to get another unit, by somebody with the skills for it.
fn seconds_each(situation: &Situation<'_>, code: &ItemCode) -> f64 {
    let known = &situation.potion_costs().0;
    if let Some(seconds) = known.borrow().get(code) {
        return *seconds;
    }
    let level = situation.data.items.get(code).map_or(1, |item| item.level);
    let ways = Way::ALL.into_iter().filter(|way| *way != Way::Bank).collect();
    let terms = Terms { ways, ..Terms::default() };
    let wanted = situation.character.inventory.count(code) + BATCH;
    let supply = supply::need(&situation.trained_to(level), &terms, code, wanted, &mut Rehearsals::default());
    let seconds = supply.map_or(IRREPLACEABLE_SECONDS, |supply| supply.seconds / f64::from(BATCH));
    known.borrow_mut().insert(code.clone(), seconds);
    seconds
}
