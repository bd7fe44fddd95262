//! How far the characters of a stage are with a condition of a workflow.
//!
//! What lies in the bank and the gold are the company's. What is about one character must hold for as many as work in the
//! stage.

use game::{Character, ItemCode};

use crate::{
    goals::breakdown::Desk,
    strategies::{Condition, Place},
};

/// How far a condition is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stand {
    /// In words: "12 of 20 copper_ore in the bank".
    pub(super) words: String,
    /// The share of it that is reached, 0 to 1.
    pub(super) share: f64,
}

impl Stand {
    pub(super) fn holds(&self) -> bool {
        self.share >= 1.0
    }
}

/// Those who may work in a stage.
pub(super) struct Crew<'a> {
    pub(super) characters: Vec<&'a Character>,
    /// What is about one character must hold for so many of them.
    pub(super) hands: usize,
}

impl Crew<'_> {
    /// How far they are with a condition. Of what lies in the bank, only what `counts` says is theirs.
    pub(super) fn stand(
        &self,
        condition: &Condition,
        desk: &Desk<'_>,
        counts: impl Fn(&ItemCode) -> u32,
    ) -> Stand {
        let bags = |code| self.characters.iter().map(|one| u64::from(one.inventory.count(code))).sum::<u64>();
        match condition {
            Condition::Level { .. } | Condition::SkillLevel { .. } => self.each(condition),
            Condition::Item { place: Place::Bag, .. } => self.each(condition),
            Condition::Item { code, at_least, place: Place::Bank } => {
                counted(counts(code).into(), *at_least, &format!("{code} in the bank"))
            }
            Condition::Item { code, at_least, place: Place::Anywhere } => {
                counted(u64::from(counts(code)) + bags(code), *at_least, &format!("{code} in bank and bags"))
            }
            Condition::Gold { at_least } => {
                let purses: i64 = self.characters.iter().map(|one| one.gold).sum();
                let gold = purses + desk.company.bank.map_or(0, |bank| bank.gold);
                counted(u64::try_from(gold).unwrap_or(0), *at_least, "gold in purses and bank")
            }
            Condition::EventActive { code } => {
                let is_on = desk
                    .company
                    .calendar
                    .events
                    .iter()
                    .any(|event| event.code == *code && desk.company.now < event.expiration);
                let words =
                    if is_on { format!("the event {code} is on") } else { format!("the event {code}") };
                Stand { words, share: f64::from(u8::from(is_on)) }
            }
            // Counted within a workflow's step: no stage is read that has one.
            Condition::Loops { .. } | Condition::Minutes { .. } | Condition::BagFull => {
                Stand { words: String::new(), share: 0.0 }
            }
        }
    }

    /// How far those are with it who are nearest to it, as many as there are hands.
    fn each(&self, condition: &Condition) -> Stand {
        let mut all: Vec<_> = self.characters.iter().filter_map(|one| own(condition, one)).collect();
        all.sort_by_key(|(number, ..)| std::cmp::Reverse(*number));
        all.truncate(self.hands.max(1));
        let share = |(number, wanted, _): &(u64, u64, String)| (*number as f64 / *wanted as f64).min(1.0);
        let sum: f64 = all.iter().map(share).sum();
        let holding = all.iter().filter(|one| share(one) >= 1.0).count();
        let words = match &all[..] {
            [] => "somebody who may work in it".to_owned(),
            [(number, wanted, what)] => format!("{number} of {wanted} {what}"),
            [(_, wanted, what), ..] => format!("{wanted} {what} for {holding} of {}", all.len()),
        };
        Stand { words, share: sum / all.len().max(1) as f64 }
    }
}

/// Whether a condition is about one character, and holds for this one.
pub(super) fn holds_for(condition: &Condition, character: &Character) -> bool {
    own(condition, character).is_some_and(|(number, wanted, _)| number >= wanted)
}

/// What a character has of a condition that is about one, what is wanted of it, and what that is.
fn own(condition: &Condition, character: &Character) -> Option<(u64, u64, String)> {
    match condition {
        Condition::Level { at_least } => {
            Some((character.combat.level.into(), u64::from(*at_least), "combat levels".to_owned()))
        }
        Condition::SkillLevel { skill, at_least } => {
            let level = character.skill_level(*skill);
            Some((level.into(), u64::from(*at_least), format!("levels of {skill}")))
        }
        Condition::Item { code, at_least, place: Place::Bag } => {
            Some((character.inventory.count(code).into(), *at_least, format!("{code} in the bag")))
        }
        _ => None,
    }
}

fn counted(number: u64, wanted: u64, what: &str) -> Stand {
    let share = (number as f64 / wanted.max(1) as f64).min(1.0);
    Stand { words: format!("{number} of {wanted} {what}"), share }
}
