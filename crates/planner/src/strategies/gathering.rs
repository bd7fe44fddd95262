//! Gathering: one resource, or whatever pays most xp for a skill, with tool changes and bank trips.

use game::{
    Action, GameData, ItemCode, ResourceCode, Skill, cooldown,
    data::{ContentType, Resource},
    xp::{self, MAX_LEVEL},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::{AnyItem, AnyResource, GatheringSkill},
    decision::{Decision, Why},
    estimate::Aim,
    notes::{Choice, Notes, Purpose},
    parts::{
        attire::{Attire, Work},
        banking::{self, Keep, Room},
        events, gear, harvest, travel,
    },
    season,
    situation::Situation,
    strategies::{Misfit, Strategy},
};

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Gathers a resource, or the best one for a skill (without either, the least trained one): tool, gear and trips to the bank included.";

/// How long work without an end is taken to last, in seconds, when gear is chosen for it.
const OPEN_END_SECONDS: f64 = 3600.0;

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Gathering {
    /// What to gather.
    #[schemars(with = "Option<AnyResource>")]
    resource: Option<ResourceCode>,
    /// Instead of a resource: gather what pays most xp per hour for this skill. Without either, it is the skill that is
    /// least trained.
    #[schemars(with = "Option<GatheringSkill>")]
    skill: Option<Skill>,
    /// Which drop of the resource is wanted: `quantity` counts it, and gear is chosen for finding it. Without it, `quantity`
    /// counts the most frequent one.
    #[schemars(with = "Option<AnyItem>")]
    item: Option<ItemCode>,
    /// Stop after so many gathers.
    #[schemars(range(min = 1))]
    loops: Option<u64>,
    /// Stop after so many of the item have been gained.
    #[schemars(range(min = 1))]
    quantity: Option<u64>,
    /// Stop at this level of the skill.
    #[schemars(range(min = 1, max = MAX_LEVEL))]
    until_level: Option<u32>,
    /// When the bag is emptied at the bank.
    deposit: Deposit,
    /// Whether to put on the best tool there is in bag and bank.
    tool: bool,
    /// Whether to put on gear from bag and bank, besides the tool, that brings more xp, or more of the item that is wanted,
    /// where this saves more time than dressing costs.
    gear: bool,
    /// Items that never go to the bank.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
}

/// When the bag is emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Deposit {
    /// When the next yield may not fit.
    WhenFull,
    /// Never: a full bag blocks.
    Never,
}

impl Default for Gathering {
    fn default() -> Self {
        Self {
            resource: None,
            skill: None,
            item: None,
            loops: None,
            quantity: None,
            until_level: None,
            deposit: Deposit::WhenFull,
            tool: true,
            gear: true,
            keep: Vec::new(),
        }
    }
}

impl Strategy for Gathering {
    fn check(&self) -> Result<(), String> {
        if self.resource.is_some() && self.skill.is_some() {
            return Err("say either `resource` or `skill`, not both".to_owned());
        }
        if self.item.is_some() && self.resource.is_none() {
            return Err("`item` is a drop of a resource: say which `resource`".to_owned());
        }
        Ok(())
    }

    fn check_season(&self, data: &GameData) -> Result<(), Misfit> {
        if let Some(code) = &self.resource {
            let checked = season::check_place(data, &ContentType::Resource, code.as_str());
            checked.map_err(|reason| ("resource", reason))?;
            self.check_item(data, code)?;
        }
        match self.skill {
            Some(skill) if !season::gathers(data, skill) => {
                Err(("skill", format!("nothing in this season is gathered with {skill}; choose another one")))
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

impl Gathering {
    /// As a part of a greater plan: gathers a resource without an end, and takes nothing of `keep` to the bank. It may be
    /// for a few pieces, so no gear is changed.
    pub(crate) fn part(resource: ResourceCode, keep: Vec<ItemCode>) -> Self {
        Self { resource: Some(resource), gear: false, keep, ..Self::default() }
    }

    /// As a part of a greater plan: trains a skill without an end.
    pub(crate) fn training(skill: Skill, keep: Vec<ItemCode>) -> Self {
        Self { skill: Some(skill), keep, ..Self::default() }
    }

    /// Xp per hour that its best choice promises.
    pub(crate) fn promises(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<f64, Decision> {
        let skill = self.skill(situation)?;
        self.choose(situation, notes, skill).map(|choice| choice.xp_per_hour)
    }

    /// What there is to say against an item that the resource never brings.
    fn check_item(&self, data: &GameData, resource: &ResourceCode) -> Result<(), Misfit> {
        let Some((item, found)) = self.item.as_ref().zip(data.resource(resource.as_str())) else {
            return Ok(());
        };
        if found.drops.iter().any(|drop| drop.code == *item) {
            return Ok(());
        }
        let drops: Vec<_> = found.drops.iter().map(|drop| drop.code.as_str()).collect();
        Err(("item", format!("{resource} never drops {item}; it drops {}", drops.join(", "))))
    }

    /// The next action, or as an error whatever ends or stops the plan.
    fn plan(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<Decision, Decision> {
        let skill = self.skill(situation)?;
        let choice = self.choose(situation, notes, skill);
        self.finished(situation, skill, choice.as_ref().ok())?;
        self.await_event(situation)?;
        let Choice { target, alternatives, .. } = choice?;
        let resource = harvest::find(situation.data, &target)?;
        let attire = self.attire(situation, resource);
        let dress = |how| attire.as_ref().and_then(|attire| attire.step(situation, how));
        let decision = dress(gear::put_on)
            .or_else(|| self.empty_bag(situation, resource))
            .or_else(|| self.take_tool(situation, skill))
            .or_else(|| dress(gear::fetch))
            .or_else(|| walk_to(situation, resource))
            .unwrap_or_else(|| gather(situation, resource));
        Ok(decision.with_alternatives(&alternatives))
    }

    fn skill(&self, situation: &Situation<'_>) -> Result<Skill, Decision> {
        match (&self.resource, self.skill) {
            (Some(code), _) => Ok(harvest::find(situation.data, code.as_str())?.skill),
            (None, Some(skill)) => Ok(skill),
            (None, None) => Ok(least_trained(situation)),
        }
    }

    fn choose(&self, situation: &Situation<'_>, notes: &mut Notes, skill: Skill) -> Result<Choice, Decision> {
        let holds = |choice: &Choice| travel::can_reach(situation, &ContentType::Resource, &choice.target);
        let saving = match self.tool {
            true => gear::best_saving(situation, skill),
            false => gear::worn_saving(situation, skill),
        };
        let key = format!("{self:?} {}", harvest::key(situation, skill, saving));
        notes.choose(Purpose::Target, &key, holds, |_| match &self.resource {
            Some(code) => harvest::given(situation, code, saving),
            None => harvest::best(situation, skill, saving),
        })
    }

    fn finished(
        &self,
        situation: &Situation<'_>,
        skill: Skill,
        choice: Option<&Choice>,
    ) -> Result<(), Decision> {
        let tally = situation.tally;
        let level = situation.character.skill_level(skill);
        if self.until_level.is_some_and(|wanted| level >= wanted) {
            return Err(Decision::done(format!("{skill} has reached level {level}")));
        }
        if self.loops.is_some_and(|wanted| tally.gathers >= wanted) {
            return Err(Decision::done(format!("Gathered {} times, as was asked for", tally.gathers)));
        }
        let resource = choice.and_then(|choice| situation.data.resource(&choice.target));
        if let (Some(wanted), Some(item)) = (self.quantity, resource.and_then(|one| self.counted(one)))
            && tally.gained(item) >= wanted
        {
            return Err(Decision::done(format!("Gained {} {item}, as was asked for", tally.gained(item))));
        }
        Ok(())
    }

    /// Waits for the resource that was asked for, if only an event brings it.
    fn await_event(&self, situation: &Situation<'_>) -> Result<(), Decision> {
        let wait = |code: &ResourceCode| events::wait_for(situation, &ContentType::Resource, code.as_str());
        self.resource.as_ref().and_then(wait).map_or(Ok(()), Err)
    }

    fn empty_bag(&self, situation: &Situation<'_>, resource: &Resource) -> Option<Decision> {
        let room = banking::room(situation, &resource.drops, false);
        match self.deposit {
            Deposit::WhenFull => {
                let keep = Keep { codes: &self.keep, food: false, utilities: false, tools: true };
                banking::empty_bag(situation, room, keep)
            }
            Deposit::Never => (room == Room::Gone).then(|| banking::full_for_good(situation, "deposit")),
        }
    }

    fn take_tool(&self, situation: &Situation<'_>, skill: Skill) -> Option<Decision> {
        let wish = gear::better_tool(situation, skill).filter(|_| self.tool)?;
        let saving = situation.data.items.get(&wish.code).map_or(0, |item| gear::saving(item, skill));
        let reason = format!("it takes {saving} % off the time of {skill}");
        gear::put_on(situation, &wish, &reason).or_else(|| gear::fetch(situation, &wish, &reason))
    }

    /// What `quantity` counts.
    fn counted<'a>(&'a self, resource: &'a Resource) -> Option<&'a ItemCode> {
        self.item.as_ref().or_else(|| main_drop(resource))
    }

    /// The gear for the work that is left, if any pays.
    fn attire(&self, situation: &Situation<'_>, resource: &Resource) -> Option<Attire> {
        if !self.gear {
            return None;
        }
        let wanted = self.item.as_ref().or_else(|| self.quantity.and_then(|_| main_drop(resource)));
        let aim = wanted.map_or(Aim::Xp, Aim::Item);
        let seconds = self.seconds_left(situation, resource, aim);
        Attire::of(situation, Work { resource, aim, seconds })
    }

    /// How long the work takes yet: to the first end that was asked for. Without one it is taken to last an hour, but for xp
    /// no longer than to the next level, with which something else may come to pay more.
    fn seconds_left(&self, situation: &Situation<'_>, resource: &Resource, aim: Aim<'_>) -> f64 {
        let (character, tally) = (&situation.character, situation.tally);
        let progress = character.skills.get(&resource.skill).copied().unwrap_or_else(|| xp::at_level(1));
        let brings = |aim: Aim<'_>| aim.of_a_gather(resource, progress.level, aim.boost(&character.stats));
        let to_level =
            |level| (xp::total(&xp::at_level(level)) - xp::total(&progress)) as f64 / brings(Aim::Xp);
        let by_loops = self.loops.map(|wanted| wanted.saturating_sub(tally.gathers) as f64);
        let by_quantity = self
            .quantity
            .zip(self.counted(resource))
            .map(|(wanted, item)| wanted.saturating_sub(tally.gained(item)) as f64 / brings(Aim::Item(item)));
        let by_level = self.until_level.map(to_level);
        let each = cooldown::gathering(resource.level, -gear::worn_saving(situation, resource.skill));
        let seconds = |gathers: f64| gathers * f64::from(each);
        match [by_loops, by_quantity, by_level].into_iter().flatten().reduce(f64::min) {
            Some(gathers) => seconds(gathers),
            None if aim == Aim::Xp => seconds(to_level(progress.level + 1)).min(OPEN_END_SECONDS),
            None => OPEN_END_SECONDS,
        }
    }
}

/// Of the skills that gather something this season, the one with the lowest level.
fn least_trained(situation: &Situation<'_>) -> Skill {
    let skills = situation.data.resources.values().map(|resource| resource.skill);
    skills.min_by_key(|skill| (situation.character.skill_level(*skill), *skill)).unwrap_or(Skill::Mining)
}

fn walk_to(situation: &Situation<'_>, resource: &Resource) -> Option<Decision> {
    travel::go_to(situation, &ContentType::Resource, resource.code.as_str(), "to gather")
}

fn gather(situation: &Situation<'_>, resource: &Resource) -> Decision {
    let saving = gear::worn_saving(situation, resource.skill);
    let seconds = cooldown::gathering(resource.level, -saving);
    let bag = &situation.character.inventory;
    let text = format!("Gathering {} at {}, {seconds} s each", resource.code, situation.character.position);
    let why = Why::new(text)
        .fact("bag", format!("{} of {}", bag.total(), bag.max_items))
        .fact("gathers so far", situation.tally.gathers);
    Decision::act(Action::Gathering, why)
}

/// What a resource is gathered for: its most frequent drop.
fn main_drop(resource: &Resource) -> Option<&ItemCode> {
    resource.drops.iter().min_by_key(|drop| drop.rate).map(|drop| &drop.code)
}

#[cfg(test)]
mod tests;
