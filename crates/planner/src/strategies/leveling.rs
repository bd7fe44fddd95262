//! Levelling: combat and skills in turn, each with the strategy that trains it, and better gear and tools on the way.
//!
//! What is trained is chosen anew at every level that is reached. What cannot be trained now is passed over for the next.

mod goal;
mod upgrade;

use std::collections::BTreeSet;

use game::{GameData, ItemCode, Skill, data::Monster, xp::MAX_LEVEL};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::{AnyItem, AnySkill},
    decision::Decision,
    notes::{Choice, Notes, Purpose},
    parts::{
        produce,
        ranking::{Candidate, Obstacle, Ranking},
        surplus::Clearance,
    },
    season,
    situation::Situation,
    strategies::{Misfit, Strategy},
};
use goal::Goal;
use upgrade::Upgrade;

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Trains combat and skills in turn: fights, gathers, crafts, and makes better gear and tools where they pay.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Leveling {
    /// The skills to train.
    #[schemars(with = "BTreeSet<AnySkill>")]
    skills: BTreeSet<Skill>,
    /// Whether to train combat.
    combat: bool,
    /// Stop when all of them have reached this level. Without it, they go on to the highest.
    #[schemars(range(min = 1, max = MAX_LEVEL))]
    until_level: Option<u32>,
    /// Which one comes first.
    balance: Balance,
    /// Make better gear and tools when they give back the time they cost within so many hours; 0 never does.
    #[schemars(range(min = 0, max = 1000))]
    upgrade_hours: f64,
    /// Whether to take gear apart when the bank is nearly full, if this character has better in everything.
    recycle: bool,
    /// Items that never go to the bank.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
}

/// Which of several goals comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Balance {
    /// The least advanced one.
    Balanced,
    /// The one that pays most xp per hour.
    Fastest,
}

impl Default for Leveling {
    fn default() -> Self {
        Self {
            skills: Skill::ALL.into(),
            combat: true,
            until_level: None,
            balance: Balance::Balanced,
            upgrade_hours: 4.0,
            recycle: false,
            keep: Vec::new(),
        }
    }
}

impl Strategy for Leveling {
    fn check(&self) -> Result<(), String> {
        if self.skills.is_empty() && !self.combat {
            return Err("say what to train: one of the `skills`, or `combat`".to_owned());
        }
        Ok(())
    }

    fn check_season(&self, data: &GameData) -> Result<(), Misfit> {
        let trains = |skill: &Skill| season::gathers(data, *skill) || season::crafts(data, *skill);
        if self.combat || self.skills.iter().any(trains) {
            return Ok(());
        }
        let skills: Vec<_> = self.skills.iter().map(|skill| skill.as_str()).collect();
        Err(("skills", format!("nothing in this season trains {}", skills.join(" or "))))
    }

    fn keeps(&self) -> &[ItemCode] {
        &self.keep
    }

    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision {
        let open = self.open(situation);
        if open.is_empty() {
            let text = format!("All that was to be trained has reached level {}", self.target());
            return Decision::done(text);
        }
        if let Some(step) = Clearance::by_the_way(&self.keep).take_apart(situation).filter(|_| self.recycle) {
            return step;
        }
        let key = format!("{self:?} {}", produce::key(situation));
        let kept = notes.kept(Purpose::Goal, &key);
        let goal = kept.as_ref().and_then(|kept| open.iter().find(|goal| goal.name() == kept.target));
        if let Some((kept, goal)) = kept.as_ref().zip(goal) {
            let decision = self.pursue(situation, notes, *goal);
            if !matches!(decision, Decision::Blocked { .. }) {
                return decision.with_alternatives(&kept.alternatives);
            }
        }
        self.choose(situation, notes, open, &key)
    }
}

impl Leveling {
    /// As a part of a greater plan: trains a skill without an end, or combat.
    pub(crate) fn towards(skill: Option<Skill>, keep: Vec<ItemCode>) -> Self {
        Self { skills: skill.into_iter().collect(), combat: skill.is_none(), keep, ..Self::default() }
    }

    /// The next step of making gear against a monster, as far as it gives back within `hours` what it costs.
    pub(crate) fn gear_against(
        monster: &Monster,
        hours: f64,
        keep: &[ItemCode],
        situation: &Situation<'_>,
        notes: &mut Notes,
    ) -> Option<Decision> {
        Upgrade { goal: Goal::Combat, against: Some(monster), hours, keep }.step(situation, notes)
    }

    /// Xp per hour of the best way to train a skill, or combat.
    pub(crate) fn promises(
        skill: Option<Skill>,
        situation: &Situation<'_>,
        notes: &mut Notes,
    ) -> Result<f64, Decision> {
        skill.map_or(Goal::Combat, Goal::Skill).promises(situation, notes, &[])
    }

    /// Takes the first goal that something can be done about.
    fn choose(&self, situation: &Situation<'_>, notes: &mut Notes, open: Vec<Goal>, key: &str) -> Decision {
        let mut ranking = Ranking::new();
        for (score, goal) in self.order(situation, notes, open) {
            let decision = self.pursue(situation, notes, goal);
            if matches!(decision, Decision::Blocked { .. }) {
                ranking.rule_out(&goal.name(), Obstacle::of(&decision));
                continue;
            }
            let words = format!("now at level {}", goal.level(situation));
            ranking.add(Candidate { code: goal.name(), score, words, details: () });
            let alternatives = ranking.alternatives("training", self.unit());
            notes.keep(Purpose::Goal, key, Choice::new(&goal.name(), 0.0, alternatives.clone()));
            return decision.with_alternatives(&alternatives);
        }
        let alternatives = ranking.alternatives("training", self.unit());
        match ranking.take() {
            Ok(_) => Decision::done("Everything is trained"),
            Err(obstacle) => obstacle.blocks("train anything").with_alternatives(&alternatives),
        }
    }

    /// What the score of a goal counts.
    fn unit(&self) -> &'static str {
        match self.balance {
            Balance::Balanced => "levels to go",
            Balance::Fastest => "xp/h",
        }
    }

    /// What is still below the level that is wanted.
    fn open(&self, situation: &Situation<'_>) -> Vec<Goal> {
        let skills = self.skills.iter().map(|skill| Goal::Skill(*skill));
        let goals = self.combat.then_some(Goal::Combat).into_iter().chain(skills);
        goals.filter(|goal| goal.level(situation) < self.target()).collect()
    }

    fn target(&self) -> u32 {
        self.until_level.unwrap_or(MAX_LEVEL)
    }

    /// The goals in the order in which they are tried, with the score behind it.
    fn order(&self, situation: &Situation<'_>, notes: &mut Notes, open: Vec<Goal>) -> Vec<(f64, Goal)> {
        let mut goals: Vec<_> = open
            .into_iter()
            .map(|goal| {
                let (level, share) = goal.progress(situation);
                let promise = match self.balance {
                    Balance::Balanced => f64::from(self.target()) - f64::from(level) - share,
                    Balance::Fastest => goal.promises(situation, notes, &self.keep).unwrap_or(0.0),
                };
                (promise, goal)
            })
            .collect();
        goals.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        goals
    }

    /// The next step towards a goal: better gear first, if it pays.
    fn pursue(&self, situation: &Situation<'_>, notes: &mut Notes, goal: Goal) -> Decision {
        let upgrade = Upgrade { goal, against: None, hours: self.upgrade_hours, keep: &self.keep };
        let decision =
            upgrade.step(situation, notes).unwrap_or_else(|| goal.train(situation, notes, &self.keep));
        decision.towards(format!("{goal} {}", goal.level(situation) + 1))
    }
}

#[cfg(test)]
mod tests;
