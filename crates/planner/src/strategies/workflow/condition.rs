//! When a step of a workflow is over.

use game::{EventCode, ItemCode, Skill, xp::MAX_LEVEL};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::{AnyEvent, AnyItem, AnySkill},
    decision::View,
    mind::Mind,
};

/// One thing that ends a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "when", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Condition {
    /// The combat level.
    Level {
        /// This level, or more.
        #[schemars(range(min = 1, max = MAX_LEVEL))]
        at_least: u32,
    },
    /// The level of a skill.
    SkillLevel {
        /// Which skill.
        #[schemars(with = "AnySkill")]
        skill: Skill,
        /// This level, or more.
        #[schemars(range(min = 1, max = MAX_LEVEL))]
        at_least: u32,
    },
    /// How many of an item there are, in the bag, the bank, or both.
    Item {
        /// Which item.
        #[schemars(with = "AnyItem")]
        code: ItemCode,
        /// So many, or more.
        #[schemars(range(min = 1))]
        at_least: u64,
        /// Where they are counted.
        #[serde(default)]
        place: Place,
    },
    /// Gold in the purse.
    Gold {
        /// So much, or more.
        #[schemars(range(min = 1))]
        at_least: u64,
    },
    /// Gathers and fights within the step.
    Loops {
        /// So many, or more.
        #[schemars(range(min = 1))]
        at_least: u64,
    },
    /// Minutes within the step.
    Minutes {
        /// So many, or more.
        #[schemars(range(min = 1))]
        at_least: u64,
    },
    /// An event is on.
    EventActive {
        /// Which event.
        #[schemars(with = "AnyEvent")]
        code: EventCode,
    },
    /// Nothing more fits into the bag.
    BagFull,
}

/// Where items are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Place {
    /// In the bag.
    Bag,
    /// In the bank.
    Bank,
    /// In both.
    #[default]
    Anywhere,
}

impl Condition {
    /// Whether it is counted within a workflow's step, and means nothing outside of one.
    pub(crate) fn is_about_a_step(&self) -> bool {
        matches!(self, Self::Loops { .. } | Self::Minutes { .. } | Self::BagFull)
    }

    /// What is met, in words, if it is; `mind` has been at the step since then.
    pub(super) fn met(
        &self,
        view: &View<'_>,
        mind: &Mind,
        since: Timestamp,
        now: Timestamp,
    ) -> Option<String> {
        let character = view.character;
        let reached = |number: u64, at_least: u64, what: &str| {
            (number >= at_least).then(|| format!("{what} is {number}, {at_least} wanted"))
        };
        match self {
            Self::Level { at_least } => {
                reached(character.combat.level.into(), u64::from(*at_least), "the combat level")
            }
            Self::SkillLevel { skill, at_least } => {
                let what = format!("the level of {skill}");
                reached(character.skill_level(*skill).into(), u64::from(*at_least), &what)
            }
            Self::Item { code, at_least, place } => {
                let bag = u64::from(character.inventory.count(code));
                let bank = u64::from(view.bank.map_or(0, |bank| bank.count(code)));
                let held = match place {
                    Place::Bag => bag,
                    Place::Bank => bank,
                    Place::Anywhere => bag + bank,
                };
                reached(held, *at_least, &format!("the number of {code}"))
            }
            Self::Gold { at_least } => {
                reached(u64::try_from(character.gold).unwrap_or(0), *at_least, "the gold in the purse")
            }
            Self::Loops { at_least } => {
                reached(mind.tally().gathers + mind.tally().fights, *at_least, "the number of loops")
            }
            Self::Minutes { at_least } => {
                let minutes = u64::try_from(now.duration_since(since).as_mins()).unwrap_or(0);
                reached(minutes, *at_least, "the time in minutes")
            }
            Self::EventActive { code } => {
                let is_on = view.events.iter().any(|event| event.code == *code && now < event.expiration);
                is_on.then(|| format!("the event {code} is on"))
            }
            Self::BagFull => {
                let bag = &character.inventory;
                (bag.free_items() == 0 || bag.free_slots() == 0).then(|| "the bag is full".to_owned())
            }
        }
    }
}
