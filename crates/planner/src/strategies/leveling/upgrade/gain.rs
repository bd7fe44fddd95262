//! What a new item would save: the share of the time that gathering or fighting takes with what is owned.

use game::{
    Skill,
    character::Slot,
    data::{ContentType, Item, ItemType, Monster, MonsterType},
    xp,
};

use crate::{
    parts::{gear, loadout::Prospect, travel},
    setbacks::Subject,
    situation::Situation,
};

/// A fight that costs more than so many times the hit points is too far away to make gear for.
const FAR_AWAY: f64 = -2.0;

/// What is to go faster.
pub(super) enum Work<'a> {
    /// Gathering.
    Gathering(Skill),
    /// Fighting any of these, the best first.
    Fighting(Vec<Prospect<'a>>),
}

impl<'a> Work<'a> {
    /// Fighting one monster.
    pub(super) fn against(situation: &Situation<'_>, monster: &'a Monster) -> Self {
        Self::Fighting(vec![Prospect::of(situation, monster)])
    }

    /// Fighting whatever pays, now or in better gear.
    pub(super) fn fights(situation: &Situation<'a>) -> Self {
        let monsters = situation.data.monsters.values().filter(|monster| pays(situation, monster));
        let mut prospects: Vec<_> = monsters.map(|monster| Prospect::of(situation, monster)).collect();
        prospects.sort_by(|one, other| other.worth.total_cmp(&one.worth));
        let near = prospects.into_iter().enumerate();
        let near = near.filter(|(place, prospect)| *place == 0 || prospect.worth > FAR_AWAY);
        Self::Fighting(near.map(|(_, prospect)| prospect).collect())
    }

    /// The share of the time that an item saves beyond what is owned.
    pub(super) fn share_saved(&self, situation: &Situation<'_>, item: &Item) -> f64 {
        match self {
            Self::Gathering(skill) => tool_share(situation, item, *skill),
            Self::Fighting(prospects) if is_gear(item) => {
                let now = prospects.first().map_or(0.0, |best| best.worth);
                let then = prospects.iter().map(|prospect| prospect.with(situation, item));
                gear_share(now, then.fold(f64::MIN, f64::max))
            }
            Self::Fighting(..) => 0.0,
        }
    }
}

/// Whether a monster can be got at, and brings xp when it is beaten.
fn pays(situation: &Situation<'_>, monster: &Monster) -> bool {
    let character = &situation.character;
    monster.kind != MonsterType::RaidBoss
        && xp::fight(monster, character.combat.level, character.stats.wisdom) > 0
        && !situation.setbacks.rules_out(&Subject::Target(monster.code.to_string()))
        && travel::can_reach(situation, &ContentType::Monster, monster.code.as_str())
}

/// Whether an item is worn in fights and not used up.
fn is_gear(item: &Item) -> bool {
    let worn = Slot::ALL.iter().any(|slot| slot.item_type() == item.kind);
    worn && item.kind != ItemType::Utility && !item.is_tool()
}

fn tool_share(situation: &Situation<'_>, item: &Item, skill: Skill) -> f64 {
    let now = gear::best_saving(situation, skill);
    let then = gear::saving(item, skill);
    (then - now).max(0) as f64 / (100 - now).max(1) as f64
}

fn gear_share(now: f64, then: f64) -> f64 {
    match then {
        _ if then <= now => 0.0,
        // Hopeless so far: it is worth what it takes to come nearer to the first win.
        _ if now <= 0.0 => ((then - now) / now.abs().max(f64::MIN_POSITIVE)).min(1.0),
        _ => 1.0 - now / then,
    }
}
