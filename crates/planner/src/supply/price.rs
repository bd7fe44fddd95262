//! What it takes to get so many of an item in one way, in seconds, or what stands in that way.

use std::{cell::RefCell, collections::BTreeMap};

use game::{
    ItemCode, Skill,
    data::{ContentType, Currency, Monster, NpcItem, Resource},
};

use super::{Source, Terms};
use crate::{
    estimate::{self, Aim, Site},
    parts::{gear, harvest, opponent, ranking::Obstacle, travel},
    setbacks::Subject,
    situation::Situation,
};

/// Most pieces that an NPC sells at once (RULES §11).
pub(super) const MOST_PER_PURCHASE: u32 = 100;

/// What a way costs, in seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Price {
    /// Of getting there.
    fixed: f64,
    /// Of one piece.
    each: f64,
}

impl Price {
    pub(crate) fn of(self, quantity: u32) -> f64 {
        self.fixed + self.each * f64::from(quantity)
    }
}

/// Prices that have been reckoned in this look already: many materials come up more than once.
#[derive(Clone, Default)]
pub(crate) struct Prices(RefCell<BTreeMap<(ItemCode, Source), Result<Price, Obstacle>>>);

impl Prices {
    /// The price of an item from one source.
    pub(super) fn of(
        &self,
        code: &ItemCode,
        source: &Source,
        reckon: impl FnOnce() -> Result<Price, Obstacle>,
    ) -> Result<Price, Obstacle> {
        let key = (code.clone(), source.clone());
        if let Some(price) = self.0.borrow().get(&key) {
            return price.clone();
        }
        let price = reckon();
        self.0.borrow_mut().insert(key, price.clone());
        price
    }
}

/// Gathering `code`.
pub(crate) fn gathering(
    situation: &Situation<'_>,
    resource: &Resource,
    code: &ItemCode,
) -> Result<Price, Obstacle> {
    let trip = harvest::reachable(situation, resource)?;
    let saving = gear::best_saving(situation, resource.skill);
    let (who, site) = (&situation.character, Site::new(situation, trip));
    let each = estimate::gather(who, resource, saving, &site).seconds;
    let per_gather = estimate::per_roll(&resource.drops, code, who.stats.prospecting);
    Ok(Price { fixed: f64::from(site.trip.seconds), each: each / per_gather.max(f64::MIN_POSITIVE) })
}

/// Fighting for `code`, if every fight is won; whether it is, the simulator says.
pub(crate) fn fighting(
    situation: &Situation<'_>,
    monster: &Monster,
    code: &ItemCode,
) -> Result<Price, Obstacle> {
    let (trip, estimate) = opponent::outlook(situation, monster, Aim::Item(code))?;
    let each = estimate.seconds / estimate.brings.max(f64::MIN_POSITIVE);
    Ok(Price { fixed: f64::from(trip.seconds), each })
}

/// Buying `quantity` of an NPC's goods, without what an item that is paid with costs.
pub(super) fn buying(
    situation: &Situation<'_>,
    terms: &Terms,
    goods: &NpcItem,
    quantity: u32,
) -> Result<f64, Obstacle> {
    let NpcItem { code, npc, currency, buy_price, .. } = goods;
    let Some(price) = *buy_price else {
        return Err(Obstacle::new("it is only bought there", "Choose another way"));
    };
    if let Some(setback) = situation.setbacks.about(&Subject::Buy(code.clone())) {
        let why = format!("the game refused it: {}", setback.words);
        return Err(Obstacle::new(why, "Wait: it is tried again within the hour"));
    }
    let trip = travel::to_content(situation, &ContentType::Npc, npc.as_str())?;
    let mut seconds = f64::from(trip.seconds) + 3.0 * f64::from(quantity.div_ceil(MOST_PER_PURCHASE));
    if *currency == Currency::Gold {
        let cost = price.saturating_mul(i64::from(quantity));
        let gold = gold(situation, terms);
        if gold < cost {
            let why = format!("it costs {cost} gold, and there are {gold}");
            return Err(Obstacle::new(why, format!("{} more gold", cost - gold)));
        }
        seconds += cost as f64 * terms.seconds_per_gold;
    }
    Ok(seconds)
}

/// The gold in the purse, and in the bank when it may be taken from there.
pub(super) fn gold(situation: &Situation<'_>, terms: &Terms) -> i64 {
    let bank = situation.bank.filter(|_| terms.allow(super::Way::Bank));
    situation.character.gold + bank.map_or(0, |bank| bank.gold)
}

/// Working at a skill's workshop `rounds` times: the way there, and between the rounds some way to and fro.
pub(crate) fn workshop(situation: &Situation<'_>, skill: Skill, rounds: u32) -> Result<f64, Obstacle> {
    let trip = travel::to_content(situation, &ContentType::Workshop, skill.as_str())?;
    Ok(f64::from(trip.seconds) * f64::from(2 * rounds.max(1) - 1))
}
