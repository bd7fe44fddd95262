//! Carrying a plan out: the next step towards having something, from the sources that were chosen.
//!
//! Nothing is remembered between steps: what is carried and what lies in the bank says how far the errand is. Materials
//! are brought together by the bagful. A bag that fills up on the way is emptied by crafting from what is in it, if that
//! is possible, and else at the bank.

use game::{
    Action, ItemCode, MonsterCode, SimpleItem, Skill,
    data::{ContentType, Craft, Currency, Drop, NpcItem},
    recycling,
};

use super::{Source, Sources, Terms, Way, carry, craftable, price};
use crate::{
    decision::{Decision, Why},
    notes::Notes,
    parts::{banking, harvest, healing, opponent, travel},
    situation::Situation,
    strategies::{Combat, Gathering, Strategy},
};

/// A plan with crafted materials is carried out in rounds whose materials fill this part of the bag at most: the rest is for
/// what those are made of.
const ROUND_SHARE: u32 = 2;

/// A plan that is being carried out.
#[derive(Clone, Copy)]
pub(crate) struct Errand<'a> {
    pub(crate) situation: &'a Situation<'a>,
    pub(crate) terms: &'a Terms,
    pub(crate) sources: &'a Sources,
}

/// A recipe for which something is got, and how often it is still to be made.
#[derive(Clone, Copy)]
struct Purpose<'a> {
    code: &'a ItemCode,
    recipe: &'a Craft,
    crafts: u32,
}

impl<'a> Errand<'a> {
    /// The next step towards having `quantity` of an item in bag and bank; `None` when there are as many.
    pub(crate) fn need(self, notes: &mut Notes, code: &ItemCode, quantity: u32) -> Option<Decision> {
        self.provide(notes, code, quantity, None)
    }

    /// The next step towards making a recipe so many times.
    pub(crate) fn craft(self, notes: &mut Notes, code: &ItemCode, crafts: u32) -> Decision {
        let recipe = match craftable(self.situation, code) {
            Ok(recipe) => recipe,
            Err(obstacle) => return obstacle.blocks(&format!("craft {code}")),
        };
        let purpose = Purpose { code, recipe, crafts: crafts.min(self.round(recipe)) };
        let mut needs: Vec<_> = recipe.items.iter().collect();
        // Crafted materials first: making them may use up the others.
        needs.sort_by_key(|item| self.sources.get(&item.code) != Some(&Source::Craft));
        for item in &needs {
            self.claim(&item.code, item.quantity.saturating_mul(purpose.crafts));
        }
        for item in needs {
            let quantity = item.quantity.saturating_mul(purpose.crafts);
            if let Some(step) = self.provide(notes, &item.code, quantity, Some(purpose)) {
                return step.towards(code.as_str());
            }
        }
        self.make(purpose)
    }

    /// How often a recipe is made in one go. What nothing brings any more is used up first, however few there are.
    fn round(self, recipe: &Craft) -> u32 {
        let left =
            |item: &SimpleItem| carry::stock(self.situation, self.terms, &item.code) / item.quantity.max(1);
        let final_ones =
            recipe.items.iter().filter(|item| self.sources.get(&item.code) == Some(&Source::Stock));
        let most = final_ones.map(left).min().unwrap_or(u32::MAX);
        self.round_of_any(recipe).min(most).max(1)
    }

    /// How often a recipe is made in one go, whatever brings its materials.
    fn round_of_any(self, recipe: &Craft) -> u32 {
        let Self { situation, terms, .. } = self;
        let sets = carry::sets_that_fit(situation, terms, &recipe.items);
        let at_hand =
            recipe.items.iter().map(|item| carry::stock(situation, terms, &item.code) / item.quantity.max(1));
        let ready = at_hand.min().unwrap_or(0).min(sets);
        let crafted = |item: &SimpleItem| self.sources.get(&item.code) == Some(&Source::Craft);
        let round = if recipe.items.iter().any(crafted) {
            sets / ROUND_SHARE
        } else {
            // What earlier rounds have made is carried on.
            let bag = &situation.character.inventory;
            let own: u32 = recipe.items.iter().map(|item| bag.count(&item.code)).sum();
            let materials: u32 = self.sources.keys().map(|code| bag.count(code)).sum();
            sets.saturating_sub(materials.saturating_sub(own).div_ceil(recycling::ingredients(recipe).max(1)))
        };
        round.max(ready).max(1)
    }

    /// Counts on what the bank has of `quantity` of an item, beyond what is carried.
    fn claim(self, code: &ItemCode, quantity: u32) {
        if self.terms.allow(Way::Bank) {
            let carried = self.situation.character.inventory.count(code);
            self.situation.claim(code, quantity.saturating_sub(carried));
        }
    }

    /// The next step towards having `quantity` of an item.
    fn provide(
        self,
        notes: &mut Notes,
        code: &ItemCode,
        quantity: u32,
        purpose: Option<Purpose<'_>>,
    ) -> Option<Decision> {
        let missing = quantity.saturating_sub(carry::stock(self.situation, self.terms, code));
        if missing == 0 {
            return None;
        }
        let data = self.situation.data;
        Some(match self.sources.get(code) {
            Some(Source::Gather(resource)) => match harvest::find(data, resource.as_str()) {
                Ok(found) => self.make_room(&found.drops, false, purpose).unwrap_or_else(|| {
                    Gathering::part(resource.clone(), self.kept()).decide(self.situation, notes)
                }),
                Err(blocked) => blocked,
            },
            Some(Source::Fight(monster)) => match opponent::find(data, monster.as_str()) {
                Ok(found) => self.make_room(&found.drops, true, purpose).unwrap_or_else(|| {
                    self.fighter(monster, code).decide(self.situation, notes).towards(code.as_str())
                }),
                Err(blocked) => blocked,
            },
            Some(Source::Buy(npc)) => match data.npc_items.get(&(npc.clone(), code.clone())) {
                Some(goods) => self.buy(notes, goods, missing, purpose),
                None => {
                    Decision::blocked(format!("{npc} does not sell {code}"), "Choose another way to get it")
                }
            },
            Some(Source::Craft) => {
                let made = data
                    .items
                    .get(code)
                    .and_then(|item| item.craft.as_ref())
                    .map_or(1, |craft| craft.quantity);
                self.craft(notes, code, missing.div_ceil(made.max(1)))
            }
            Some(Source::Stock) | None => {
                purpose.and_then(|purpose| self.craft_from_bag(purpose)).unwrap_or_else(|| {
                    Decision::blocked(
                        format!("{missing} {code} are missing"),
                        format!("{missing} more {code}"),
                    )
                })
            }
        })
    }

    /// Crafts as much of a recipe as can be carried; everything for it is at hand.
    fn make(self, purpose: Purpose<'_>) -> Decision {
        let Self { situation, terms, .. } = self;
        let Purpose { code, recipe, crafts } = purpose;
        let crafts = crafts.min(carry::sets_that_fit(situation, terms, &recipe.items));
        if crafts == 0 {
            let text = format!("The bag has no room for what one {code} is made of");
            return Decision::blocked(text, "Take things out of the bag, or shorten the keep list");
        }
        let set: Vec<_> = recipe
            .items
            .iter()
            .map(|item| SimpleItem::new(item.code.clone(), item.quantity * crafts))
            .collect();
        carry::carry(situation, terms, &set, &format!("to craft {code}"))
            .or_else(|| self.room_for_product(purpose, &set))
            .unwrap_or_else(|| self.work(purpose, crafts))
    }

    /// Goes to the workshop and crafts.
    fn work(self, Purpose { code, recipe, .. }: Purpose<'_>, crafts: u32) -> Decision {
        go_to_workshop(self.situation, recipe.skill, &format!("to craft {code} with")).unwrap_or_else(|| {
            let materials: Vec<_> = recipe
                .items
                .iter()
                .map(|item| SimpleItem::new(item.code.clone(), item.quantity * crafts))
                .collect();
            let pieces = crafts * recipe.quantity;
            let why = Why::new(format!("Crafting {pieces} {code} from {}", banking::list(&materials)));
            Decision::act(Action::Crafting { code: code.clone(), quantity: crafts }, why)
        })
    }

    /// A product that takes a slot which its materials do not free needs one (RULES §6).
    fn room_for_product(
        self,
        Purpose { code, recipe, .. }: Purpose<'_>,
        set: &[SimpleItem],
    ) -> Option<Decision> {
        let mut bag = self.situation.character.inventory.clone();
        for item in set {
            bag.remove(&item.code, item.quantity).ok()?;
        }
        let crafts =
            set.first().zip(recipe.items.first()).map_or(1, |(all, one)| all.quantity / one.quantity.max(1));
        let product = SimpleItem::new(code.clone(), crafts * recipe.quantity);
        if bag.fits(&[product]) && !self.situation.setbacks.bag_is_full() {
            return None;
        }
        let codes: Vec<_> =
            set.iter().map(|item| item.code.clone()).chain(self.terms.keep.iter().cloned()).collect();
        banking::empty_bag(self.situation, banking::Room::Gone, carry::keep(&codes))
    }

    /// Room for the next yield, made by crafting or at the bank.
    fn make_room(self, drops: &[Drop], needs_slot: bool, purpose: Option<Purpose<'_>>) -> Option<Decision> {
        let room = banking::room(self.situation, drops, needs_slot);
        if room == banking::Room::Enough {
            return None;
        }
        let kept = self.kept();
        if !banking::relieves(self.situation, carry::keep(&kept))
            && let Some(step) = purpose.and_then(|purpose| self.craft_from_bag(purpose))
        {
            return Some(step);
        }
        carry::make_room(self.situation, self.terms, room, &self.materials())
    }

    /// Crafts from what is carried, if that is enough for one.
    fn craft_from_bag(self, purpose: Purpose<'_>) -> Option<Decision> {
        let bag = &self.situation.character.inventory;
        let sets =
            purpose.recipe.items.iter().map(|item| bag.count(&item.code) / item.quantity.max(1)).min()?;
        // Where more comes out than goes in, there must be room for it.
        let grows = purpose.recipe.quantity.saturating_sub(recycling::ingredients(purpose.recipe));
        let crafts = sets.min(purpose.crafts).min(bag.free_items().checked_div(grows).unwrap_or(u32::MAX));
        (crafts > 0).then(|| self.work(purpose, crafts))
    }

    fn buy(self, notes: &mut Notes, goods: &NpcItem, missing: u32, purpose: Option<Purpose<'_>>) -> Decision {
        let Self { situation, terms, .. } = self;
        let NpcItem { code, npc, currency, buy_price, .. } = goods;
        let price = buy_price.unwrap_or(0).max(1);
        let one = [Drop { code: code.clone(), rate: 1, min_quantity: 1, max_quantity: 1 }];
        let room = situation.character.inventory.room_for(code);
        let quantity = missing.min(price::MOST_PER_PURCHASE).min(room.max(1));
        let affordable = match currency {
            Currency::Gold => u32::try_from(price::gold(situation, terms) / price).unwrap_or(u32::MAX),
            Currency::Item(_) => u32::MAX,
        };
        if affordable == 0
            && let Some(step) = purpose.and_then(|purpose| self.craft_from_bag(purpose))
        {
            return step;
        }
        let quantity = quantity.min(affordable.max(1));
        let cost = price.saturating_mul(i64::from(quantity));
        let funds = match currency {
            Currency::Gold => self.fetch_gold(cost, code),
            Currency::Item(coin) => {
                let coins = u32::try_from(cost).unwrap_or(u32::MAX);
                let set = [SimpleItem::new(coin.clone(), coins)];
                self.provide(notes, coin, coins, None)
                    .or_else(|| carry::carry(situation, terms, &set, &format!("to buy {code}")))
            }
        };
        funds
            .or_else(|| self.make_room(&one, false, purpose))
            .or_else(|| {
                travel::go_to(situation, &ContentType::Npc, npc.as_str(), &format!("to buy {code} from"))
            })
            .unwrap_or_else(|| {
                let why =
                    Why::new(format!("Buying {quantity} {code} from {npc} for {cost} {}", currency.as_str()));
                Decision::act(Action::BuyNpc { code: code.clone(), quantity }, why)
            })
    }

    /// Takes gold out of the bank when the purse holds less than `cost`.
    fn fetch_gold(self, cost: i64, code: &ItemCode) -> Option<Decision> {
        let lacking = cost - self.situation.character.gold;
        if lacking <= 0 {
            return None;
        }
        let in_bank = self.situation.bank.filter(|_| self.terms.allow(Way::Bank)).map_or(0, |bank| bank.gold);
        if in_bank < lacking {
            let text =
                format!("Cannot buy {code}: it costs {cost} gold, and {} are missing", lacking - in_bank);
            return Some(Decision::blocked(text, format!("{} more gold", lacking - in_bank)));
        }
        banking::fetch_gold(self.situation, lacking, &format!("to buy {code}"))
    }

    /// Who fights for materials. What is food and part of the plan is not eaten on the way.
    fn fighter(self, monster: &MonsterCode, code: &ItemCode) -> Combat {
        let combat = Combat::part(Some(monster.clone()), self.kept()).after(code);
        let mut items = self.sources.keys().filter_map(|code| self.situation.data.items.get(code));
        if items.any(healing::is_food) { combat.fasting() } else { combat }
    }

    /// Everything that the plan takes.
    fn materials(self) -> Vec<ItemCode> {
        self.sources.keys().cloned().collect()
    }

    /// What stays in the bag while materials are brought together.
    fn kept(self) -> Vec<ItemCode> {
        self.terms.keep.iter().chain(self.sources.keys()).cloned().collect()
    }
}

/// The first step to a skill's workshop; `None` in it.
pub(crate) fn go_to_workshop(situation: &Situation<'_>, skill: Skill, purpose: &str) -> Option<Decision> {
    travel::go_to(situation, &ContentType::Workshop, skill.as_str(), purpose)
}
