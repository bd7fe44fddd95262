//! Everything that could be worn, sorted by where it goes (RULES §8).

use std::collections::BTreeMap;

use game::{
    ItemCode,
    character::Slot,
    data::{Item, ItemType},
    equipment::Bonus,
    fight,
};

use super::{
    Loadout, MARGIN,
    judge::Judge,
    search::{self, Group, Numbers, Piece, add},
};
use crate::{parts::gear, situation::Situation};

/// One item may make another one useful or useless, so all places are tried again.
const PASSES: u32 = 2;

/// What is chosen for each group: places in the list of items.
pub(super) type Chosen = Vec<Vec<usize>>;

/// The items a character can choose from.
#[derive(Clone)]
pub(crate) struct Wardrobe {
    items: Vec<(ItemCode, Numbers)>,
    kinds: Vec<ItemType>,
    pub(super) groups: Vec<Group<usize>>,
    /// What is worn now.
    pub(super) worn: Chosen,
    /// The character without any of it.
    pub(super) base: Numbers,
}

impl Wardrobe {
    /// Everything worn, carried and in a bank within reach.
    pub(crate) fn of(situation: &Situation<'_>) -> Self {
        let character = &situation.character;
        let spare = spare(situation, situation.reach().nearest_bank(situation).is_some());
        let Bonus { stats, hp, inventory_space } = Bonus {
            stats: character.stats,
            hp: character.max_hp,
            inventory_space: i64::from(character.inventory.max_items),
        };
        let mut base = search::numbers(&Bonus { stats, hp, inventory_space });
        let (mut items, mut kinds, mut groups, mut worn) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for kind in kinds_of_gear() {
            let slots = slots(&kind);
            let on: Vec<_> = slots.iter().filter_map(|slot| character.worn(*slot)).collect();
            let mut counts: BTreeMap<&ItemCode, usize> = BTreeMap::new();
            for code in &on {
                *counts.entry(code).or_default() += 1;
            }
            let fits = |code: &ItemCode| situation.data.items.get(code).is_some_and(|item| item.kind == kind);
            for (code, count) in spare.iter().filter(|(code, _)| fits(code)) {
                *counts.entry(code).or_default() +=
                    usize::try_from(*count).unwrap_or(usize::MAX).min(slots.len());
            }
            // What is worn comes first: of equal things it is kept.
            let mut pieces: Vec<_> = counts.into_iter().collect();
            pieces.sort_by_key(|(code, _)| !on.contains(code));
            let mut on_here = Vec::new();
            let pieces = pieces.into_iter().map(|(code, count)| {
                let bonus = situation.data.items.get(code).map(Bonus::of).unwrap_or_default();
                let numbers = search::numbers(&bonus);
                let item = items.len();
                items.push((code.clone(), numbers));
                for _ in on.iter().filter(|worn| **worn == code) {
                    on_here.push(item);
                    base = std::array::from_fn(|number| base[number] - numbers[number]);
                }
                // The same artifact is worn only once.
                let count = if kind == ItemType::Artifact { 1 } else { count.min(slots.len()) };
                let special = situation.data.items.get(code).is_some_and(fight::acts);
                Piece { item, numbers, count, special }
            });
            let all = Group { places: slots.len(), least: on.len(), pieces: pieces.collect() };
            groups.push(search::without_dominated(&all));
            kinds.push(kind);
            worn.push(on_here);
        }
        Self { items, kinds, groups, worn, base }
    }

    /// What an outfit is worth when one more item may take the place that suits it best; less than nothing if it goes
    /// nowhere.
    pub(super) fn worth_with(&self, chosen: &Chosen, item: &Item, judge: &mut Judge<'_>) -> f64 {
        let Some(index) = self.kinds.iter().position(|kind| *kind == item.kind) else { return f64::MIN };
        let sum = add(&self.sum(chosen), &search::numbers(&Bonus::of(item)), 1);
        let (on, places) = (&chosen[index], self.groups[index].places);
        let is_worn_once = item.kind == ItemType::Artifact;
        let twin = on.iter().find(|on| is_worn_once && self.items[**on].0 == item.code);
        let off = |on: &usize| add(&sum, &self.items[*on].1, -1);
        match twin {
            Some(twin) => judge.worth(&off(twin)),
            None if on.len() < places => judge.worth(&sum),
            None => on.iter().map(|on| judge.worth(&off(on))).fold(f64::MIN, f64::max),
        }
    }

    /// Every choice that differs from this one in a single place.
    pub(super) fn neighbours(&self, chosen: &Chosen) -> Vec<Chosen> {
        let mut neighbours = Vec::new();
        for (index, group) in self.groups.iter().enumerate() {
            for piece in &group.pieces {
                for place in 0..group.places.min(chosen[index].len() + 1) {
                    let changed = with(&chosen[index], place, piece.item);
                    if fits(&changed, piece) && changed != chosen[index] {
                        let mut neighbour = chosen.clone();
                        neighbour[index] = changed;
                        neighbours.push(neighbour);
                    }
                }
            }
        }
        neighbours
    }

    /// Changes what is worn, one place after the other, for as long as that pays; says what it is worth then.
    pub(super) fn climb(&self, judge: &mut Judge<'_>) -> (Chosen, f64) {
        let mut chosen = self.worn.clone();
        let mut worth = judge.worth(&self.sum(&chosen));
        for _ in 0..PASSES {
            for (index, group) in self.groups.iter().enumerate() {
                for place in 0..group.places {
                    let mut better = None;
                    for piece in &group.pieces {
                        let trial = with(&chosen[index], place, piece.item);
                        if !fits(&trial, piece) {
                            continue;
                        }
                        let before = std::mem::replace(&mut chosen[index], trial);
                        let now = judge.worth(&self.sum(&chosen));
                        let trial = std::mem::replace(&mut chosen[index], before);
                        if now > worth + MARGIN * worth.abs() {
                            worth = now;
                            better = Some(trial);
                        }
                    }
                    if let Some(better) = better {
                        chosen[index] = better;
                    }
                }
            }
        }
        (chosen, worth)
    }

    /// Takes changes back that hardly matter, as far as numbers tell all about them.
    pub(super) fn settled(&self, mut chosen: Chosen, judge: &mut Judge<'_>) -> Chosen {
        let worth = judge.worth(&self.sum(&chosen));
        let plain = |group: &Group<usize>| group.pieces.iter().all(|piece| !piece.special);
        let places = 0..chosen.len();
        for index in places.filter(|index| plain(&self.groups[*index])) {
            let new = std::mem::replace(&mut chosen[index], self.worn[index].clone());
            if judge.worth(&self.sum(&chosen)) < worth - MARGIN * worth.abs() {
                chosen[index] = new;
            }
        }
        chosen
    }

    /// A choice as a loadout: what is worn stays where it is.
    pub(super) fn outfit(&self, situation: &Situation<'_>, chosen: &Chosen) -> Loadout {
        let mut loadout = Loadout::new();
        for (kind, chosen) in self.kinds.iter().zip(chosen) {
            let mut codes: Vec<_> =
                chosen.iter().filter_map(|item| Some(&self.items.get(*item)?.0)).collect();
            let mut free = Vec::new();
            for slot in slots(kind) {
                let stays = situation
                    .character
                    .worn(slot)
                    .and_then(|worn| codes.iter().position(|code| *code == worn));
                match stays {
                    Some(place) => {
                        loadout.insert(slot, codes.swap_remove(place).clone());
                    }
                    None => free.push(slot),
                }
            }
            loadout.extend(free.into_iter().zip(codes.into_iter().cloned()));
        }
        loadout
    }

    /// The character's numbers with a choice.
    pub(super) fn sum(&self, chosen: &Chosen) -> Numbers {
        chosen.iter().flatten().fold(self.base, |sum, item| add(&sum, &self.items[*item].1, 1))
    }
}

/// The same with an item in one place, or in the first free one.
fn with(chosen: &[usize], place: usize, item: usize) -> Vec<usize> {
    let mut changed = chosen.to_vec();
    match changed.get_mut(place) {
        Some(old) => *old = item,
        None => changed.push(item),
    }
    changed
}

/// Whether there are enough of a piece.
fn fits(chosen: &[usize], piece: &Piece<usize>) -> bool {
    chosen.iter().filter(|item| **item == piece.item).count() <= piece.count
}

/// What can be put on, in the bag and, if it is wanted, in the bank.
pub(super) fn spare<'a>(situation: &'a Situation<'_>, with_bank: bool) -> BTreeMap<&'a ItemCode, u32> {
    let gear = kinds_of_gear();
    let wearable = |code: &ItemCode| {
        let item = situation.data.items.get(code);
        item.is_some_and(|item| gear.contains(&item.kind) && gear::may_wear(situation, item))
    };
    let mut spare = BTreeMap::new();
    for stack in situation.character.inventory.items().filter(|stack| wearable(&stack.code)) {
        *spare.entry(&stack.code).or_default() += stack.quantity;
    }
    let bank = situation.bank.filter(|_| with_bank);
    for code in bank.into_iter().flat_map(|bank| bank.items.keys()).filter(|code| wearable(code)) {
        let held = situation.in_bank(code);
        if held > 0 {
            *spare.entry(code).or_default() += held;
        }
    }
    spare
}

/// The kinds of items that are worn and not used up, in the order of the slots.
fn kinds_of_gear() -> Vec<ItemType> {
    let mut kinds: Vec<_> = Slot::ALL.map(Slot::item_type).into();
    kinds.dedup();
    kinds.retain(|kind| *kind != ItemType::Utility);
    kinds
}

fn slots(kind: &ItemType) -> Vec<Slot> {
    Slot::ALL.into_iter().filter(|slot| slot.item_type() == *kind).collect()
}
