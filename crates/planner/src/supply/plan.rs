//! Choosing the sources: from the item down to what grows, each time the way that takes least.
//!
//! What is at hand is used first, and only once. Monsters are priced by arithmetic; those that the plan takes are then
//! fought in simulation, and a plan that meets one that is too strong is made again without it.

use std::collections::BTreeMap;

use game::{
    GameData, Inventory, ItemCode, MonsterCode, cooldown,
    data::{Craft, Currency, Drop},
    recycling,
};

use super::{
    Source, Sources, Supply, Terms, Way,
    price::{self, Price},
};
use crate::{
    decision::Alternative,
    notes::Rehearsals,
    parts::{
        opponent,
        ranking::{Candidate, Obstacle, Ranking},
    },
    setbacks::Subject,
    situation::Situation,
};

/// How to have `quantity` of an item, with what there is of it already.
///
/// # Errors
/// What stands in every way, and what would remove the first of it.
pub(crate) fn need(
    situation: &Situation<'_>,
    terms: &Terms,
    code: &ItemCode,
    quantity: u32,
    rehearsals: &mut Rehearsals,
) -> Result<Supply, Obstacle> {
    proven(situation, terms, rehearsals, |planner, draft| planner.need(draft, code, quantity))
}

/// How to make an item's recipe `crafts` times, however many of the item there are.
///
/// # Errors
/// As of [`need`].
pub(crate) fn recipe(
    situation: &Situation<'_>,
    terms: &Terms,
    code: &ItemCode,
    crafts: u32,
    rehearsals: &mut Rehearsals,
) -> Result<Supply, Obstacle> {
    proven(situation, terms, rehearsals, |planner, draft| planner.crafting(draft, code, crafts))
}

/// Plans until every monster in the plan is beaten in simulation.
fn proven(
    situation: &Situation<'_>,
    terms: &Terms,
    rehearsals: &mut Rehearsals,
    plan: impl Fn(&Planner<'_>, &mut Draft) -> Result<f64, Obstacle>,
) -> Result<Supply, Obstacle> {
    let mut planner = Planner { situation, terms, too_strong: BTreeMap::new() };
    loop {
        let mut draft = Draft::default();
        let seconds = plan(&planner, &mut draft)?;
        let mut monsters = draft.sources.values().filter_map(|source| match source {
            Source::Fight(code) => Some(code.clone()),
            _ => None,
        });
        let failed = monsters.find_map(|code| {
            let monster = situation.data.monsters.get(&code)?;
            opponent::is_beaten(situation, monster, rehearsals).err().map(|obstacle| (code, obstacle))
        });
        match failed {
            Some((code, obstacle)) => planner.too_strong.insert(code, obstacle),
            None => return Ok(Supply { sources: draft.sources, seconds, alternatives: draft.alternatives }),
        };
    }
}

struct Planner<'a> {
    situation: &'a Situation<'a>,
    terms: &'a Terms,
    /// Monsters that simulation has ruled out.
    too_strong: BTreeMap<MonsterCode, Obstacle>,
}

/// A plan in the making.
#[derive(Clone, Default)]
struct Draft {
    sources: Sources,
    /// Of what is at hand, what the plan takes already.
    taken: BTreeMap<ItemCode, u32>,
    alternatives: Vec<Alternative>,
    /// The items whose materials are being planned: what is made of itself cannot be made.
    path: Vec<ItemCode>,
}

impl Planner<'_> {
    fn need(&self, draft: &mut Draft, code: &ItemCode, quantity: u32) -> Result<f64, Obstacle> {
        let taken = draft.taken.entry(code.clone()).or_default();
        let at_hand = self.stock(code).saturating_sub(*taken).min(quantity);
        *taken += at_hand;
        let missing = quantity - at_hand;
        if missing == 0 {
            self.renew(draft, code, quantity);
            return Ok(0.0);
        }
        if let Some(source) = draft.sources.get(code).filter(|source| **source != Source::Stock).cloned() {
            return self.by(draft, code, missing, &source);
        }
        self.choose(draft, code, missing)
    }

    /// Chooses where more of an item comes from when what is at hand has been used up, as far as it comes from anywhere.
    fn renew(&self, draft: &mut Draft, code: &ItemCode, quantity: u32) {
        if draft.sources.contains_key(code) {
            return;
        }
        let mut trial = draft.clone();
        match self.choose(&mut trial, code, quantity) {
            Ok(_) => draft.sources = trial.sources,
            Err(_) => {
                draft.sources.insert(code.clone(), Source::Stock);
            }
        }
    }

    /// Chooses the source of an item that takes least, and says how many seconds.
    fn choose(&self, draft: &mut Draft, code: &ItemCode, missing: u32) -> Result<f64, Obstacle> {
        let mut ranking = Ranking::new();
        for source in sources(self.situation.data, code) {
            let mut trial = draft.clone();
            match self.by(&mut trial, code, missing, &source) {
                Ok(seconds) => ranking.add(Candidate {
                    code: source.to_string(),
                    score: 3600.0 * f64::from(missing) / seconds.max(1.0),
                    words: format!("{seconds:.0} s for {missing}"),
                    details: (source, trial, seconds),
                }),
                Err(obstacle) => ranking.rule_out(&source.to_string(), obstacle),
            }
        }
        let (line, alternatives) =
            (ranking.line(), ranking.alternatives(&format!("source of {code}"), "per hour"));
        let Candidate { details: (source, trial, seconds), .. } =
            ranking.take().map_err(|Obstacle { unblock, .. }| {
                Obstacle::new(format!("no way to get {missing} {code}: {line}"), unblock)
            })?;
        *draft = trial;
        draft.sources.insert(code.clone(), source);
        draft.alternatives.extend(alternatives);
        Ok(seconds)
    }

    /// How many of an item there are to be used.
    fn stock(&self, code: &ItemCode) -> u32 {
        super::carry::stock(self.situation, self.terms, code)
    }

    /// Seconds to get `quantity` of an item from one source.
    fn by(
        &self,
        draft: &mut Draft,
        code: &ItemCode,
        quantity: u32,
        source: &Source,
    ) -> Result<f64, Obstacle> {
        let Self { situation, terms, .. } = *self;
        let data = situation.data;
        match source {
            Source::Stock => Err(Obstacle::new("there is no more of it", format!("{quantity} more {code}"))),
            Source::Gather(resource) => {
                self.allowed(Way::Gathering)?;
                let resource = data.resources.get(resource).ok_or_else(gone)?;
                self.price(code, source, || price::gathering(situation, resource, code))
                    .map(|price| price.of(quantity))
            }
            Source::Fight(monster) => {
                self.allowed(Way::Fighting)?;
                if let Some(obstacle) = self.too_strong.get(monster) {
                    return Err(obstacle.clone());
                }
                let monster = data.monsters.get(monster).ok_or_else(gone)?;
                self.price(code, source, || price::fighting(situation, monster, code))
                    .map(|price| price.of(quantity))
            }
            Source::Buy(npc) => {
                self.allowed(Way::Npc)?;
                let goods = data.npc_items.get(&(npc.clone(), code.clone())).ok_or_else(gone)?;
                let mut seconds = price::buying(situation, terms, goods, quantity)?;
                if let (Currency::Item(coin), Some(price)) = (&goods.currency, goods.buy_price) {
                    let coins = u32::try_from(price).unwrap_or(u32::MAX).saturating_mul(quantity);
                    seconds += self.within(draft, code, |draft| self.need(draft, coin, coins))?;
                }
                Ok(seconds)
            }
            Source::Craft => {
                self.allowed(Way::Crafting)?;
                let made =
                    data.items.get(code).and_then(|item| item.craft.as_ref()).ok_or_else(gone)?.quantity;
                self.crafting(draft, code, quantity.div_ceil(made.max(1)))
            }
        }
    }

    /// The price of an item from one source.
    fn price(
        &self,
        code: &ItemCode,
        source: &Source,
        reckon: impl FnOnce() -> Result<Price, Obstacle>,
    ) -> Result<Price, Obstacle> {
        self.situation.prices().of(code, source, reckon)
    }

    /// Seconds to make a recipe, materials included.
    fn crafting(&self, draft: &mut Draft, code: &ItemCode, crafts: u32) -> Result<f64, Obstacle> {
        let recipe = craftable(self.situation, code)?;
        let load = recycling::ingredients(recipe).saturating_mul(crafts);
        let rounds = load.div_ceil(self.situation.character.inventory.max_items.max(1));
        let work = price::workshop(self.situation, recipe.skill, rounds)?;
        let materials = self.within(draft, code, |draft| {
            let needs = recipe.items.iter();
            needs
                .map(|item| self.need(draft, &item.code, item.quantity.saturating_mul(crafts)))
                .sum::<Result<f64, _>>()
        })?;
        Ok(work + f64::from(cooldown::crafting(crafts)) + materials)
    }

    /// Plans the materials of an item, which must not be among them.
    fn within(
        &self,
        draft: &mut Draft,
        code: &ItemCode,
        plan: impl FnOnce(&mut Draft) -> Result<f64, Obstacle>,
    ) -> Result<f64, Obstacle> {
        if draft.path.contains(code) {
            return Err(Obstacle::new(
                format!("{code} would be needed to get {code}"),
                format!("Some {code}"),
            ));
        }
        draft.path.push(code.clone());
        let seconds = plan(draft)?;
        draft.path.pop();
        Ok(seconds)
    }

    fn allowed(&self, way: Way) -> Result<(), Obstacle> {
        if self.terms.allow(way) {
            return Ok(());
        }
        Err(Obstacle::new("`sources` does not allow it", "Allow more `sources`"))
    }
}

/// Everything that might bring an item.
pub(crate) fn sources(data: &GameData, code: &ItemCode) -> Vec<Source> {
    let drops = |drops: &[Drop]| drops.iter().any(|drop| drop.code == *code);
    let mut sources = Vec::new();
    let resources = data.resources.values().filter(|resource| drops(&resource.drops));
    sources.extend(resources.map(|resource| Source::Gather(resource.code.clone())));
    if data.items.get(code).is_some_and(|item| item.craft.is_some()) {
        sources.push(Source::Craft);
    }
    let monsters = data.monsters.values().filter(|monster| drops(&monster.drops));
    sources.extend(monsters.map(|monster| Source::Fight(monster.code.clone())));
    let goods = data.npc_items.values().filter(|line| line.code == *code && line.buy_price.is_some());
    sources.extend(goods.map(|line| Source::Buy(line.npc.clone())));
    sources
}

/// The recipe of an item that the character can make.
pub(crate) fn craftable<'a>(situation: &Situation<'a>, code: &ItemCode) -> Result<&'a Craft, Obstacle> {
    let recipe = situation.data.items.get(code).and_then(|item| item.craft.as_ref()).ok_or_else(gone)?;
    let Craft { skill, level, .. } = recipe;
    let own = situation.character.skill_level(*skill);
    if own < *level {
        let why = format!("{code} needs {skill} {level}, not {own}");
        return Err(Obstacle::new(why, format!("{skill} level {level}")));
    }
    if recycling::ingredients(recipe) > situation.character.inventory.max_items
        || recipe.items.len() > Inventory::SLOTS
    {
        return Err(Obstacle::new(
            format!("the bag does not hold the materials of one {code}"),
            "A larger bag",
        ));
    }
    if let Some(setback) = situation.setbacks.about(&Subject::Craft(code.clone())) {
        let why = format!("the game refused to craft {code}: {}", setback.words);
        return Err(Obstacle::new(why, "Wait: it is tried again within the hour"));
    }
    Ok(recipe)
}

fn gone() -> Obstacle {
    Obstacle::new("it is not in this season's data", "Choose something of this season")
}
