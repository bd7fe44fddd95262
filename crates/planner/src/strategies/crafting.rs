//! Crafting: one item, or whatever trains a skill best, from materials that are gathered, fought for, bought or made.

use std::collections::BTreeSet;

use game::{
    Action, GameData, ItemCode, SimpleItem, Skill,
    data::{Craft, Item},
    recycling,
    xp::MAX_LEVEL,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::{AnyItem, CraftingSkill},
    decision::{Decision, Why},
    notes::{Choice, Notes, Purpose},
    parts::{banking, produce},
    season,
    setbacks::Subject,
    situation::Situation,
    strategies::{Gathering, Misfit, Strategy},
    supply::{self, SECONDS_PER_GOLD, Terms, Way, errand::Errand},
};

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Crafts an item, or what trains a skill best: gathers, fights for, buys or makes what is missing, walks to the workshop, goes on.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Crafting {
    /// What to craft.
    #[schemars(with = "Option<AnyItem>")]
    item: Option<ItemCode>,
    /// Instead of an item: craft what pays most xp per hour for this skill, materials included. Without either, it is the
    /// crafting skill that is least trained.
    #[schemars(with = "Option<CraftingSkill>")]
    skill: Option<Skill>,
    /// Stop after so many pieces have been crafted.
    #[schemars(range(min = 1))]
    quantity: Option<u64>,
    /// Stop at this level of the skill.
    #[schemars(range(min = 1, max = MAX_LEVEL))]
    until_level: Option<u32>,
    /// Where materials may come from. What is in the bag is always used.
    sources: BTreeSet<Way>,
    /// What a piece of gold is worth, in seconds of work: it decides between buying materials and getting them.
    #[schemars(range(min = 0))]
    seconds_per_gold: f64,
    /// Whether to take apart at once what was crafted: some of the materials come back, and only the xp is kept.
    recycle: bool,
    /// When what was crafted goes to the bank.
    deposit: Deposit,
    /// Items that never go to the bank.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
}

/// When the product goes to the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Deposit {
    /// With everything else, when the bag is full.
    WhenFull,
    /// As soon as the materials in the bag are used up.
    AfterCrafting,
    /// Never.
    Never,
}

impl Default for Crafting {
    fn default() -> Self {
        Self {
            item: None,
            skill: None,
            quantity: None,
            until_level: None,
            sources: Way::ALL.into(),
            seconds_per_gold: SECONDS_PER_GOLD,
            recycle: false,
            deposit: Deposit::WhenFull,
            keep: Vec::new(),
        }
    }
}

impl Strategy for Crafting {
    fn check(&self) -> Result<(), String> {
        if self.item.is_some() && self.skill.is_some() {
            return Err("say either `item` or `skill`, not both".to_owned());
        }
        if self.sources.is_empty() {
            return Err("`sources` is empty: allow one way to get materials at least".to_owned());
        }
        Ok(())
    }

    fn check_season(&self, data: &GameData) -> Result<(), Misfit> {
        if let Some(item) = self.item.as_ref().and_then(|code| data.items.get(code)) {
            self.check_item(data, item)?;
        }
        match self.skill {
            Some(skill) if !season::crafts(data, skill) => {
                Err(("skill", format!("nothing in this season is crafted with {skill}; choose another one")))
            }
            _ => Ok(()),
        }
    }

    fn keeps(&self) -> &[ItemCode] {
        &self.keep
    }

    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision {
        self.plan(situation, notes).unwrap_or_else(|end| end)
    }
}

impl Crafting {
    /// As a part of a greater plan: makes a skill's best item without an end, and takes nothing of `keep` to the bank.
    pub(crate) fn training(skill: Skill, keep: Vec<ItemCode>) -> Self {
        Self { skill: Some(skill), keep, ..Self::default() }
    }

    /// For the xp alone: what it makes is taken apart.
    pub(crate) fn for_xp(skill: Skill) -> Self {
        Self { skill: Some(skill), recycle: true, ..Self::default() }
    }

    /// Xp per hour that its best choice promises.
    pub(crate) fn promises(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<f64, Decision> {
        let skill = self.skill(situation)?;
        self.choose(situation, notes, skill, &self.terms()).map(|choice| choice.xp_per_hour)
    }

    /// What there is to say against an item that nobody can ever craft on these terms.
    fn check_item(&self, data: &GameData, Item { code, craft, .. }: &Item) -> Result<(), Misfit> {
        let Some(recipe) = craft else {
            return Err(("item", format!("{code} has no recipe; choose an item that is crafted")));
        };
        if !season::crafts(data, recipe.skill) {
            let skill = recipe.skill;
            return Err((
                "item",
                format!("{code} is made in a workshop for {skill}, and the season has none"),
            ));
        }
        match season::unobtainable(data, &self.sources, recipe) {
            Some(material) => Err((
                "sources",
                format!("none of them ever brings {material} for {code}; allow more of them"),
            )),
            None => Ok(()),
        }
    }

    /// The next action, or as an error whatever ends or stops the plan.
    fn plan(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<Decision, Decision> {
        let skill = self.skill(situation)?;
        let terms = self.terms();
        self.finished(situation, skill)?;
        let decision = self.step(situation, notes, skill, &terms)?;
        if !matches!(decision, Decision::Blocked { .. }) {
            return Ok(decision);
        }
        // What was chosen may have become impossible since: sold out, too dear, used up.
        notes.forget(Purpose::Recipe);
        self.step(situation, notes, skill, &terms)
    }

    fn step(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        skill: Skill,
        terms: &Terms,
    ) -> Result<Decision, Decision> {
        let Choice { target, alternatives, sources, .. } = self.choose(situation, notes, skill, terms)?;
        let item = produce::find(situation.data, &target)?;
        let recipe = produce::recipe(item)?;
        if let Some((lacking, level)) = supply::lacking(situation, item, &sources).first() {
            let purpose = format!("{target}, which needs {lacking} {level}");
            let training = Gathering::training(*lacking, self.keep.clone()).decide(situation, notes);
            return Ok(training.with_fact("training for", purpose).with_alternatives(&alternatives));
        }
        if let Some(step) = self.take_apart(situation, item, recipe) {
            return Ok(step.with_alternatives(&alternatives));
        }
        if let Some(step) = self.put_away(situation, item, recipe) {
            return Ok(step.with_alternatives(&alternatives));
        }
        let errand = Errand { situation, terms, sources: &sources };
        Ok(errand
            .craft(notes, &item.code, self.crafts_left(situation, item, recipe))
            .with_alternatives(&alternatives))
    }

    fn terms(&self) -> Terms {
        let mut keep = self.keep.clone();
        if self.deposit == Deposit::Never {
            keep.extend(self.item.clone());
        }
        Terms { ways: self.sources.clone(), seconds_per_gold: self.seconds_per_gold, keep }
    }

    fn skill(&self, situation: &Situation<'_>) -> Result<Skill, Decision> {
        match (&self.item, self.skill) {
            (Some(code), _) => Ok(produce::recipe(produce::find(situation.data, code.as_str())?)?.skill),
            (None, Some(skill)) => Ok(skill),
            (None, None) => Ok(produce::least_trained(situation)),
        }
    }

    fn finished(&self, situation: &Situation<'_>, skill: Skill) -> Result<(), Decision> {
        let level = situation.character.skill_level(skill);
        if self.until_level.is_some_and(|wanted| level >= wanted) {
            return Err(Decision::done(format!("{skill} has reached level {level}")));
        }
        let crafted = match &self.item {
            Some(code) => situation.tally.crafted(code),
            None => situation.tally.crafted.values().sum(),
        };
        if self.quantity.is_some_and(|wanted| crafted >= wanted) {
            return Err(Decision::done(format!("Crafted {crafted} pieces, as was asked for")));
        }
        Ok(())
    }

    fn choose(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        skill: Skill,
        terms: &Terms,
    ) -> Result<Choice, Decision> {
        let key = format!("{self:?} {skill} {}", produce::key(situation));
        notes.choose(
            Purpose::Recipe,
            &key,
            |_| true,
            |rehearsals| match &self.item {
                Some(code) => {
                    let item = produce::find(situation.data, code.as_str())?;
                    let crafts = self.crafts_left(situation, item, produce::recipe(item)?);
                    produce::given(situation, terms, item, crafts, rehearsals)
                }
                None => produce::best(situation, terms, skill, self.recycle, rehearsals).or_else(|blocked| {
                    produce::after_training(situation, terms, skill, self.recycle, rehearsals).ok_or(blocked)
                }),
            },
        )
    }

    /// How often the recipe is still to be made.
    fn crafts_left(&self, situation: &Situation<'_>, item: &Item, recipe: &Craft) -> u32 {
        let Some(wanted) = self.quantity else { return u32::MAX };
        let left = wanted.saturating_sub(situation.tally.crafted(&item.code));
        u32::try_from(left.div_ceil(u64::from(recipe.quantity.max(1)))).unwrap_or(u32::MAX).max(1)
    }

    /// Takes apart what was crafted, as much as there is room for the materials of.
    fn take_apart(&self, situation: &Situation<'_>, item: &Item, recipe: &Craft) -> Option<Decision> {
        let code = &item.code;
        if !self.recycle || !item.recyclable || situation.setbacks.rules_out(&Subject::Recycle(code.clone()))
        {
            return None;
        }
        let bag = &situation.character.inventory;
        let own = situation.tally.crafted(code).saturating_sub(situation.tally.recycled(code));
        let pieces = bag.count(code).min(u32::try_from(own).unwrap_or(u32::MAX));
        let growth = recycling::returned(recycling::ingredients(recipe)).saturating_sub(1);
        let most = bag.free_items().checked_div(growth);
        let quantity = most.map_or(pieces, |most| pieces.min(most));
        if quantity == 0 || situation.setbacks.bag_is_full() {
            return None;
        }
        supply::errand::go_to_workshop(situation, recipe.skill, &format!("to take {code} apart with"))
            .or_else(|| {
                let why =
                    Why::new(format!("Taking {quantity} {code} apart: some of the materials come back"));
                Some(Decision::act(Action::Recycling { code: code.clone(), quantity, enhanced: false }, why))
            })
    }

    /// Takes the product to the bank when there is nothing left in the bag to craft from.
    fn put_away(&self, situation: &Situation<'_>, item: &Item, recipe: &Craft) -> Option<Decision> {
        let bag = &situation.character.inventory;
        let more = recipe.items.iter().all(|material| bag.count(&material.code) >= material.quantity);
        if self.deposit != Deposit::AfterCrafting || more {
            return None;
        }
        let carried = bag.count(&item.code);
        banking::put_away(situation, &SimpleItem::new(item.code.clone(), carried))
    }
}

#[cfg(test)]
mod tests;
