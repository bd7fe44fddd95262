//! Everything that could be worn, sorted by where it goes (RULES §8).

use std::collections::BTreeMap;

use game::{
    ItemCode,
    character::Slot,
    data::{Item, ItemType},
    equipment::Bonus,
};

use super::{
    Loadout, MARGIN,
    judge::Judge,
    search::{self, Group, Numbers, Piece},
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
    worn: Chosen,
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
                Piece { item, numbers, count }
            });
            groups.push(Group { places: slots.len(), least: on.len(), pieces: pieces.collect() });
            kinds.push(kind);
            worn.push(on_here);
        }
        Self { items, kinds, groups, worn, base }
    }

    /// The same with one more item, for whoever wonders what it would be worth.
    pub(super) fn with(&self, item: &Item) -> Self {
        let mut more = self.clone();
        let kinds = self.kinds.iter().zip(&mut more.groups);
        let Some((kind, group)) = kinds.into_iter().find(|(kind, _)| **kind == item.kind) else {
            return more;
        };
        let owned = group.pieces.iter_mut().find(|piece| self.items[piece.item].0 == item.code);
        match owned {
            Some(piece) if *kind != ItemType::Artifact => piece.count = (piece.count + 1).min(group.places),
            Some(_) => {}
            None => {
                let numbers = search::numbers(&Bonus::of(item));
                group.pieces.push(Piece { item: more.items.len(), numbers, count: 1 });
                more.items.push((item.code.clone(), numbers));
            }
        }
        more
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
                        let mut trial = chosen[index].clone();
                        match trial.get_mut(place) {
                            Some(item) => *item = piece.item,
                            None => trial.push(piece.item),
                        }
                        if trial.iter().filter(|item| **item == piece.item).count() > piece.count {
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

    /// Takes changes back that hardly matter.
    pub(super) fn settled(&self, mut chosen: Chosen, judge: &mut Judge<'_>) -> Chosen {
        let worth = judge.worth(&self.sum(&chosen));
        for index in 0..chosen.len() {
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
    fn sum(&self, chosen: &Chosen) -> Numbers {
        chosen.iter().flatten().fold(self.base, |sum, item| {
            let (_, numbers) = &self.items[*item];
            std::array::from_fn(|number| sum[number] + numbers[number])
        })
    }
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
