//! In what a member fights beside the others of its party.

use game::{Character, fight::Odds};

use super::Target;
use crate::{
    estimate,
    notes::{Battle, Rehearsals},
    parts::{
        loadout::{self, Rank},
        opponent::{self, Terms},
        potions,
    },
    situation::Situation,
};

/// The gear and potions in which the party does best, with the others as they are dressed now, but for their potions: who
/// counted on those would take none along, and they are soon drunk.
pub(super) fn choose(
    situation: &Situation<'_>,
    target: &Target<'_>,
    others: &[Character],
    terms: Terms<'_>,
    rehearsals: &mut Rehearsals,
) -> Battle {
    let monster = target.monster;
    let mut others = others.to_vec();
    others.iter_mut().for_each(|other| other.equipment.retain(|slot, _| !potions::SLOTS.contains(slot)));
    let others = others.as_slice();
    let look =
        |hero: &Character, odds: &Odds, samples: u32| rank(situation, target, terms, hero, odds, samples);
    let mut loadout = match terms.gear {
        true => loadout::best(situation, monster, others, terms.aim, &look),
        false => loadout::worn(&situation.character),
    };
    if terms.potions {
        loadout = loadout::with_potions(situation, monster, others, loadout, &look);
    }
    let hero = loadout::dressed(situation, &loadout);
    let odds = rehearsals.odds_beside(&hero, others, monster, situation.data);
    let Odds { win_rate, most_utilities_used: units, .. } = odds;
    // Whom a boss turns on may need every hit point.
    Battle { loadout, worst_loss: hero.max_hp, win_rate, units }
}

/// A raid counts damage, and only of fights that are survived; any other boss is to fall, safely and soon. While it does
/// not, what brings it nearer to its end is better.
fn rank(
    situation: &Situation<'_>,
    target: &Target<'_>,
    terms: Terms<'_>,
    hero: &Character,
    odds: &Odds,
    samples: u32,
) -> Rank {
    let Odds { win_rate, mean_damage, mean_turns, mean_hp_lost, .. } = *odds;
    let seconds = estimate::fight_seconds(hero.stats.haste, hero.max_hp, mean_turns, mean_hp_lost)
        + potions::seconds(situation, hero, odds);
    let safe = opponent::seems_safe(win_rate, samples, terms.min_win_rate);
    let score = match (safe, target.raid) {
        (true, Some(_)) => win_rate * mean_damage / seconds,
        (true, None) => win_rate / seconds,
        (false, _) => win_rate + mean_damage / target.monster.hp as f64,
    };
    (safe, score)
}
