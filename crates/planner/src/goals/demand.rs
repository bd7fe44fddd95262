//! From what is wanted down to what is gathered, fought for and made: the recipe graph, level by level, with what there
//! is already taken into account at each, and only once.
//!
//! What grows or drops, and what the gathering skills make of it, is got by whoever brings it to the bank. What the other
//! skills make is made by one character for each skill, from the bank, as far as its materials are there.

use std::{cmp::Reverse, collections::BTreeMap};

use game::{
    ItemCode, SimpleItem, Skill,
    data::{Craft, Currency},
};

use super::{
    breakdown::Desk,
    part::{Effort, Levels, Missing, Work},
};

/// What is got is shared out in pieces of about so many seconds, or more.
const CHUNK_SECONDS: f64 = 2400.0;

/// Where something comes from.
enum Origin<'a> {
    /// Crafted from materials in the bank.
    Craft(&'a Craft),
    /// Gathered, fought for, or made by who gathers.
    Get,
    /// Bought from an NPC by whoever needs it, for gold or for an item.
    Buy,
    /// From nowhere that a plan could count on.
    Nowhere,
}

/// A product, how often its recipe is to be made, and of that how often at once.
struct Product<'a> {
    code: ItemCode,
    recipe: &'a Craft,
    crafts: u32,
}

/// What has been laid out of a demand.
#[derive(Default)]
struct Layout<'a> {
    /// Materials that are there, as far as no product has been given them.
    there: BTreeMap<ItemCode, u32>,
    /// The parts that bring an item.
    brings: BTreeMap<ItemCode, Vec<usize>>,
    /// From the top down.
    products: Vec<Product<'a>>,
}

impl<'a> Desk<'a> {
    /// Lays out how so many of each item come together, beyond what there is of them.
    pub(crate) fn demand(&mut self, wanted: &BTreeMap<ItemCode, u32>) {
        let mut layout = Layout::default();
        let mut open: BTreeMap<(Reverse<u32>, ItemCode), u32> = BTreeMap::new();
        let add = |open: &mut BTreeMap<_, u32>, desk: &Self, code: &ItemCode, quantity: u32| {
            *open.entry((Reverse(desk.depth(code, 0)), code.clone())).or_default() += quantity;
        };
        for (code, quantity) in wanted {
            add(&mut open, self, code, *quantity);
        }
        while let Some(((_, code), quantity)) = open.pop_first() {
            let taken = self.take(&code, quantity);
            *layout.there.entry(code.clone()).or_default() += taken;
            let missing = quantity - taken;
            if missing == 0 {
                continue;
            }
            match self.origin(&code) {
                Origin::Craft(recipe) => {
                    let crafts = missing.div_ceil(recipe.quantity.max(1));
                    for item in &recipe.items {
                        add(&mut open, self, &item.code, item.quantity.saturating_mul(crafts));
                    }
                    layout.products.push(Product { code, recipe, crafts });
                }
                Origin::Get => drop(layout.brings.insert(code.clone(), self.get(&code, missing))),
                Origin::Buy => {}
                Origin::Nowhere => {
                    let why = format!("nothing that can be counted on brings {code}");
                    self.miss(&format!("{missing} {code}"), why, format!("{missing} {code} in the bank"));
                }
            }
        }
        // Products come after the materials that are products themselves.
        while let Some(product) = layout.products.pop() {
            self.craft(&product, &mut layout);
        }
    }

    /// Parts that bring an item, as many as there are hands for it.
    pub(crate) fn get(&mut self, code: &ItemCode, quantity: u32) -> Vec<usize> {
        self.share_out(quantity, |quantity| Work::Get { item: code.clone(), quantity })
    }

    /// Parts that do so much of some work together, as many as there are hands for it.
    pub(crate) fn share_out(&mut self, quantity: u32, work: impl Fn(u32) -> Work) -> Vec<usize> {
        let efforts: Vec<_> = self
            .free_hands()
            .filter_map(|hand| self.costs.of(hand, &Levels::new(), &work(quantity)).ok())
            .collect();
        let pieces = worth_having(&efforts).min(quantity).max(1);
        let share = |piece: u32| quantity / pieces + u32::from(piece < quantity % pieces);
        (0..pieces).filter_map(|piece| self.add_for_any(work(share(piece)), Vec::new(), Vec::new())).collect()
    }

    /// The parts that make a product: what can be made of what is there at once, the rest when its materials are.
    fn craft(&mut self, product: &Product<'_>, layout: &mut Layout<'_>) {
        let Product { code, recipe, crafts } = product;
        let train = self.training(recipe.skill, recipe.level);
        let bought = |code: &ItemCode| matches!(self.origin(code), Origin::Buy);
        let materials: Vec<_> = recipe.items.iter().filter(|item| !bought(&item.code)).cloned().collect();
        let sets = materials
            .iter()
            .map(|item| layout.there.get(&item.code).map_or(0, |there| there / item.quantity.max(1)));
        let now = sets.min().unwrap_or(*crafts).min(*crafts);
        for item in &materials {
            if let Some(there) = layout.there.get_mut(&item.code) {
                *there -= (item.quantity * now).min(*there);
            }
        }
        let needs: Vec<_> =
            materials.iter().filter_map(|item| layout.brings.get(&item.code)).flatten().copied().collect();
        let mut brings = Vec::new();
        for (crafts, needs) in [(now, Vec::new()), (crafts - now, needs)] {
            if crafts == 0 {
                continue;
            }
            let takes =
                materials.iter().map(|item| SimpleItem::new(item.code.clone(), item.quantity * crafts));
            let work = Work::Craft { item: code.clone(), quantity: crafts * recipe.quantity.max(1) };
            let needs = needs.into_iter().chain(train).collect();
            brings.extend(self.add_for_any(work, needs, takes.collect()));
        }
        layout.brings.insert(code.clone(), brings);
    }

    /// The part that trains somebody for a recipe, if somebody is free and nobody of those can make it.
    fn training(&mut self, skill: Skill, level: u32) -> Option<usize> {
        let members = self.company.members;
        let levels: Vec<_> =
            self.free_hands().map(|hand| members[hand].character.skill_level(skill)).collect();
        if levels.is_empty() || levels.iter().any(|own| *own >= level) {
            return None;
        }
        let enough = |work: &Work| matches!(work, Work::Train { what, level: other } if *what == Some(skill) && *other >= level);
        let known = self.parts.iter().position(|part| enough(&part.work));
        known.or_else(|| self.add_for_any(Work::Train { what: Some(skill), level }, Vec::new(), Vec::new()))
    }

    /// Notes what cannot be done for the goal, why not, and what would help.
    pub(crate) fn miss(&mut self, what: &str, why: String, unblock: String) {
        let goal = self.goal;
        self.missing.push(Missing { goal, occasion: None, what: what.to_owned(), why, unblock });
    }

    /// How many crafts lie between an item and what is got.
    fn depth(&self, code: &ItemCode, above: u32) -> u32 {
        match self.origin(code) {
            // No recipe graph is as deep as that, unless it goes in circles.
            Origin::Craft(recipe) if above < 20 => {
                let below = recipe.items.iter().map(|item| self.depth(&item.code, above + 1));
                1 + below.max().unwrap_or(0)
            }
            _ => 0,
        }
    }

    fn origin(&self, code: &ItemCode) -> Origin<'a> {
        let data = self.company.data;
        let recipe = data.items.get(code).and_then(|item| item.craft.as_ref());
        if let Some(recipe) = recipe {
            let gathers = Skill::GATHERING.contains(&recipe.skill.as_str());
            return if gathers { Origin::Get } else { Origin::Craft(recipe) };
        }
        let grows = data.resources.values().any(|one| one.drops.iter().any(|drop| drop.code == *code));
        let drops = || data.monsters.values().any(|one| one.drops.iter().any(|drop| drop.code == *code));
        if grows || drops() {
            return Origin::Get;
        }
        let sold = |line: &game::data::NpcItem| {
            line.code == *code && line.buy_price.is_some() && line.currency == Currency::Gold
        };
        if data.npc_items.values().any(sold) { Origin::Buy } else { Origin::Nowhere }
    }
}

/// So many hands are worth having for one piece of work: each has enough to do, and trains for no longer than its share
/// of the work takes.
fn worth_having(efforts: &[Effort]) -> u32 {
    let work = efforts.iter().map(|effort| effort.seconds - effort.training_seconds).fold(0.0, f64::max);
    let mut training: Vec<_> = efforts.iter().map(|effort| effort.training_seconds).collect();
    training.sort_by(f64::total_cmp);
    let hands = (1..).zip(training).take_while(|(hands, training)| {
        let share = work / f64::from(*hands);
        *hands == 1 || (*training <= share && share * 2.0 > CHUNK_SECONDS)
    });
    hands.map(|(hands, _)| hands).last().unwrap_or(1)
}
