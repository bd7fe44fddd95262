//! Feeding: brings another character of the account what it needs, and hands it over where it is (RULES §9).
//!
//! Where the fed one is and what it carries is looked up at each decision: it moves. What is on its way is handed over
//! before more is fetched, so that nobody turns round for every bite.

use game::{Action, Character, CharacterName, ItemCode, SimpleItem};
use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::{AnyCharacter, AnyItem},
    decision::{Decision, Why},
    notes::Notes,
    parts::banking::{self, Keep},
    situation::Situation,
    strategies::Strategy,
};

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Brings another character what it needs from the bank, food to a fighter for example, and hands it over where that one is.";

/// How soon it looks again while nothing is to be done; what the fed one does is heard of before.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_secs(60);

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Feeding {
    /// Who is fed: another character of the same account. What it is given it must keep: in part it does so with food, with
    /// everything else when its own automation names it in `keep`.
    #[schemars(with = "Option<AnyCharacter>")]
    to: Option<CharacterName>,
    /// What it should have in its bag.
    items: Vec<Portion>,
    /// How much gold it should have in its purse.
    #[schemars(range(min = 1))]
    gold: Option<u64>,
    /// Bring more as soon as it has less than this share of something: 0.5 is half of it.
    #[schemars(range(min = 0, max = 1))]
    refill_below: f64,
}

/// So many of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Portion {
    /// Which item.
    #[schemars(with = "AnyItem")]
    code: ItemCode,
    /// How many.
    #[schemars(range(min = 1))]
    quantity: u32,
}

impl Default for Feeding {
    fn default() -> Self {
        Self { to: None, items: Vec::new(), gold: None, refill_below: 0.5 }
    }
}

impl Strategy for Feeding {
    fn check(&self) -> Result<(), String> {
        let brings_something = !self.items.is_empty() || self.gold.is_some();
        match (&self.to, brings_something) {
            (Some(name), false) => Err(format!("say what {name} is brought: `items`, `gold` or both")),
            (None, true) => Err("say in `to` who is fed".to_owned()),
            _ => Ok(()),
        }
    }

    fn comrades<'a>(&'a self, _notes: &'a Notes) -> &'a [CharacterName] {
        self.to.as_slice()
    }

    fn decide(&self, situation: &Situation<'_>, _notes: &mut Notes) -> Decision {
        let Some(name) = &self.to else {
            return Decision::blocked("Nobody is named to be fed", "Say in `to` who is fed, and with what");
        };
        let seen = situation.view.comrades.iter().map(|one| &one.character);
        let Some(fed) = seen.into_iter().find(|one| one.name == *name) else {
            // A workflow looks for it only once it has come to this step.
            return look_again(
                situation,
                format!("{name} is not seen among the other characters of the account"),
            );
        };
        Round { feeding: self, situation, fed }.next()
    }
}

/// One look at the fed one.
struct Round<'a> {
    feeding: &'a Feeding,
    situation: &'a Situation<'a>,
    fed: &'a Character,
}

impl Round<'_> {
    fn next(&self) -> Decision {
        if !self.is_hungry() {
            return self.wait("");
        }
        let wanted = self.wanted();
        let gold = self.gold();
        let bag = &self.situation.character.inventory;
        for line in &wanted {
            self.situation.claim(&line.code, line.quantity.saturating_sub(bag.count(&line.code)));
        }
        let carried = part_of(&wanted, |code| bag.count(code));
        let purse = gold.min(self.situation.character.gold.max(0));
        let has_something = !carried.is_empty() || purse > 0;
        if !has_something || self.situation.stands_on_bank() {
            let lacking = wanted.iter().map(|line| {
                SimpleItem::new(line.code.clone(), line.quantity.saturating_sub(bag.count(&line.code)))
            });
            let lacking: Vec<_> = lacking.collect();
            if let Some(step) = self.fetch(&lacking, gold - purse) {
                return step;
            }
        }
        match (has_something, wanted.is_empty() && gold == 0) {
            (true, _) => self.hand_over(carried, purse),
            (false, true) => self.wait(", and its bag has no room for more"),
            (false, false) => self.wait(", and neither bag nor bank holds any of what it lacks"),
        }
    }

    /// Whether it has too little of something.
    fn is_hungry(&self) -> bool {
        let too_little = |held: f64, wanted: f64| held < wanted * self.feeding.refill_below;
        let gold = self.feeding.gold.is_some_and(|gold| too_little(self.fed.gold as f64, gold as f64));
        let bag = &self.fed.inventory;
        gold || self
            .feeding
            .items
            .iter()
            .any(|one| too_little(bag.count(&one.code).into(), one.quantity.into()))
    }

    /// What it lacks and has room for.
    fn wanted(&self) -> Vec<SimpleItem> {
        let mut bag = self.fed.inventory.clone();
        let mut wanted = Vec::new();
        for Portion { code, quantity } in &self.feeding.items {
            let quantity = quantity.saturating_sub(bag.count(code)).min(bag.room_for(code));
            if quantity > 0 && bag.add(code, quantity).is_ok() {
                wanted.push(SimpleItem::new(code.clone(), quantity));
            }
        }
        wanted
    }

    /// The gold that it lacks.
    fn gold(&self) -> i64 {
        let wanted = i64::try_from(self.feeding.gold.unwrap_or(0)).unwrap_or(i64::MAX);
        (wanted - self.fed.gold).max(0)
    }

    /// The next step of getting out of the bank what there is of these; `None` when there is nothing of it.
    fn fetch(&self, lacking: &[SimpleItem], gold: i64) -> Option<Decision> {
        let Self { situation, fed, .. } = self;
        let purpose = format!("for {}", fed.name);
        let there = part_of(lacking, |code| situation.in_bank(code));
        if there.is_empty() {
            let gold = gold.min(situation.bank.map_or(0, |bank| bank.gold));
            return banking::fetch_gold(situation, gold, &purpose);
        }
        let Some(trip) = situation.reach().nearest_bank(situation) else {
            let text = format!("Cannot fetch {} {purpose}: no way leads to a bank", banking::list(&there));
            return Some(Decision::blocked(text, "Bring the character where a bank can be reached"));
        };
        if let Some(step) = trip.go(&format!("to fetch {} {purpose}", banking::list(&there))) {
            return Some(step);
        }
        let bag = &situation.character.inventory;
        let mut room = bag.clone();
        let mut items = Vec::new();
        for SimpleItem { code, quantity } in there {
            let quantity = quantity.min(room.room_for(&code));
            if quantity > 0 && room.add(&code, quantity).is_ok() {
                items.push(SimpleItem::new(code, quantity));
            }
        }
        if items.is_empty() {
            let codes: Vec<_> = self.feeding.items.iter().map(|one| one.code.clone()).collect();
            let keep = Keep { codes: &codes, food: false, utilities: false, tools: false };
            return banking::put_all_away(
                situation,
                keep,
                &format!("Making room for what {} needs", fed.name),
            );
        }
        let why = Why::new(format!("Taking {} out of the bank {purpose}", banking::list(&items)));
        Some(Decision::act(Action::WithdrawItem { items }, why))
    }

    /// The next step of handing over what is carried.
    fn hand_over(&self, items: Vec<SimpleItem>, gold: i64) -> Decision {
        let Self { situation, fed, .. } = self;
        let what = if items.is_empty() { format!("{gold} gold") } else { banking::list(&items) };
        let tile = situation.tile(fed.map_id);
        let trip = tile.and_then(|tile| situation.reach().nearest(situation, std::iter::once(tile)));
        let Some(trip) = trip else {
            let text = format!("No way leads to {} at {}, who needs {what}", fed.name, fed.position);
            return Decision::blocked(text, format!("Bring {} where it can be reached", fed.name));
        };
        trip.go(&format!("to bring {} {what}", fed.name)).unwrap_or_else(|| {
            let character = fed.name.clone();
            let action = if items.is_empty() {
                Action::GiveGold { quantity: gold, character }
            } else {
                Action::GiveItem { items, character }
            };
            Decision::act(action, Why::new(format!("Giving {what} to {}", fed.name)))
        })
    }

    /// Waits where supplies are at hand.
    fn wait(&self, reason: &str) -> Decision {
        let Self { situation, fed, feeding } = self;
        let bag = &fed.inventory;
        let items = feeding
            .items
            .iter()
            .map(|one| format!("{} of {} {}", bag.count(&one.code), one.quantity, one.code));
        let gold = feeding.gold.map(|gold| format!("{} of {gold} gold", fed.gold));
        let held: Vec<_> = items.chain(gold).collect();
        let text = format!("{} has {}{reason}", fed.name, held.join(", "));
        let at_bank = situation.reach().nearest_bank(situation);
        let walk = at_bank.and_then(|trip| trip.go(&format!("to wait for what {} needs", fed.name)));
        walk.unwrap_or_else(|| look_again(situation, text))
    }
}

/// Waits a while, or until it hears something new.
fn look_again(situation: &Situation<'_>, text: String) -> Decision {
    let until = situation.now.saturating_add(LOOK_AGAIN).unwrap_or(situation.now);
    Decision::Wait { until, why: Why::new(text) }
}

/// What there is of these.
fn part_of(lines: &[SimpleItem], there: impl Fn(&ItemCode) -> u32) -> Vec<SimpleItem> {
    let part = |line: &SimpleItem| SimpleItem::new(line.code.clone(), line.quantity.min(there(&line.code)));
    lines.iter().map(part).filter(|line| line.quantity > 0).collect()
}

#[cfg(test)]
mod tests;
