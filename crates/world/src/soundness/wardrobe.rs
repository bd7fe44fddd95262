//! What there is to wear, and the best of it against one monster, by expected damage alone.

use std::collections::BTreeMap;

use game::{
    Character,
    character::{Equipped, Slot},
    data::{Item, ItemType, Monster},
    equipment::{Bonus, MAX_UTILITIES},
    stats::{Element, Stats},
};

/// So many weapons are tried with everything else, the best by themselves first.
const WEAPONS: usize = 8;
/// One item may make another one useful or useless, so all slots are tried again.
const PASSES: usize = 2;

/// Items that can be worn, any number of each.
pub(super) struct Wardrobe<'a> {
    pieces: BTreeMap<ItemType, Vec<Piece<'a>>>,
}

#[derive(Clone, Copy)]
struct Piece<'a> {
    item: &'a Item,
    bonus: Bonus,
}

impl<'a> Wardrobe<'a> {
    /// What of these can be worn.
    pub(super) fn new(items: impl Iterator<Item = &'a Item>) -> Self {
        let mut pieces: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for item in items.filter(|item| Slot::ALL.iter().any(|slot| slot.item_type() == item.kind)) {
            pieces.entry(item.kind.clone()).or_default().push(Piece { item, bonus: Bonus::of(item) });
        }
        Self { pieces }
    }

    /// How many different things there are.
    pub(super) fn len(&self) -> usize {
        self.pieces.values().map(Vec::len).sum()
    }

    /// The items for a slot; of those that do the same only the strongest.
    pub(super) fn strongest(&self, slot: Slot) -> impl Iterator<Item = &'a Item> {
        let mut strongest = BTreeMap::new();
        for item in self.of(slot).iter().map(|piece| piece.item) {
            let codes: Vec<_> = item.effects.iter().map(|effect| effect.code.as_str()).collect();
            let values = |item: &Item| item.effects.iter().map(|effect| effect.value).collect::<Vec<_>>();
            let best = strongest.entry(codes).or_insert(item);
            if values(item) > values(best) {
                *best = item;
            }
        }
        strongest.into_values()
    }

    fn of(&self, slot: Slot) -> &[Piece<'a>] {
        self.pieces.get(&slot.item_type()).map_or(&[], Vec::as_slice)
    }

    /// The character in the best found against the monster, of what adds to the sheet; runes and utilities do not.
    pub(super) fn dress(&self, character: &Character, monster: &Monster) -> Character {
        let bare = Outfit { worn: BTreeMap::new(), stats: character.stats, hp: character.max_hp };
        let mut weapons: Vec<_> = self.of(Slot::Weapon).iter().collect();
        let alone = |weapon: &Piece<'_>| bare.worth_with(None, &weapon.bonus, monster);
        weapons.sort_by(|one, other| alone(other).total_cmp(&alone(one)));
        let dressed = weapons.into_iter().take(WEAPONS).map(|weapon| {
            let mut outfit = bare.clone();
            outfit.put_on(Slot::Weapon, *weapon);
            self.complete(&mut outfit, monster);
            outfit
        });
        let best = dressed.max_by(|one, other| one.worth(monster).total_cmp(&other.worth(monster)));
        best.unwrap_or(bare).on(character)
    }

    fn complete(&self, outfit: &mut Outfit<'a>, monster: &Monster) {
        let slots = Slot::ALL.iter().filter(|slot| {
            !matches!(slot.item_type(), ItemType::Weapon | ItemType::Utility | ItemType::Rune)
        });
        for slot in slots.clone().cycle().take(PASSES * slots.count()) {
            let old = outfit.worn.get(slot).map(|piece| piece.bonus);
            // The same artifact is worn only once (RULES §8).
            let once = slot.item_type() == ItemType::Artifact;
            let mut best = (outfit.worth(monster), None);
            for piece in self.of(*slot).iter().filter(|piece| !(once && outfit.wears(piece.item))) {
                let worth = outfit.worth_with(old.as_ref(), &piece.bonus, monster);
                if worth > best.0 {
                    best = (worth, Some(*piece));
                }
            }
            if let Some(piece) = best.1 {
                outfit.put_on(*slot, piece);
            }
        }
    }
}

/// A character's clothes and numbers under consideration.
#[derive(Clone)]
struct Outfit<'a> {
    worn: BTreeMap<Slot, Piece<'a>>,
    stats: Stats,
    hp: i64,
}

impl<'a> Outfit<'a> {
    fn put_on(&mut self, slot: Slot, piece: Piece<'a>) {
        let old = self.worn.insert(slot, piece);
        (self.stats, self.hp) = self.changed(old.map(|old| old.bonus).as_ref(), &piece.bonus);
    }

    fn wears(&self, item: &Item) -> bool {
        self.worn.values().any(|piece| piece.item.code == item.code)
    }

    fn changed(&self, old: Option<&Bonus>, new: &Bonus) -> (Stats, i64) {
        let (mut stats, mut hp) = (self.stats, self.hp + new.hp);
        stats.add(&new.stats, 1);
        if let Some(old) = old {
            stats.add(&old.stats, -1);
            hp -= old.hp;
        }
        (stats, hp)
    }

    fn worth(&self, monster: &Monster) -> f64 {
        worth(&self.stats, self.hp, monster)
    }

    /// The worth with one item in the place of another.
    fn worth_with(&self, old: Option<&Bonus>, new: &Bonus, monster: &Monster) -> f64 {
        let (stats, hp) = self.changed(old, new);
        worth(&stats, hp, monster)
    }

    fn on(&self, character: &Character) -> Character {
        let mut dressed = character.clone();
        for (slot, piece) in &self.worn {
            wear(&mut dressed, *slot, piece.item);
        }
        dressed
    }
}

/// What somebody can deal on average before falling: to be compared for the same monster only.
fn worth(stats: &Stats, hp: i64, monster: &Monster) -> f64 {
    let (attack, res) = (monster.attack(), monster.res());
    let (mut dealt, mut taken) = (0.0, 0.0);
    for element in Element::ALL {
        let percent = 100 + stats.dmg + stats.dmg_element[element];
        dealt += stats.attack[element] as f64 * percent as f64 / 100.0 * left(res[element]);
        taken += attack[element] as f64 * left(stats.res[element]);
    }
    hp as f64 * dealt * critical(stats.critical_strike) / (taken * critical(monster.critical_strike)).max(1.0)
}

fn left(resistance: i64) -> f64 {
    (100 - resistance).max(0) as f64 / 100.0
}

fn critical(percent: i64) -> f64 {
    1.0 + percent.clamp(0, 100) as f64 / 200.0
}

/// Puts an item on a slot that is empty, without asking anything; of utilities as many as there may be.
pub(super) fn wear(character: &mut Character, slot: Slot, item: &Item) {
    let utility = item.kind == ItemType::Utility;
    let quantity = if utility { MAX_UTILITIES } else { 1 };
    character.equipment.insert(slot, Equipped { code: item.code.clone(), quantity });
    if !utility {
        Bonus::of(item).put_on(character);
    }
}
