//! Gear and tools that are worth making before training goes on: those that give back the time they cost.

use game::{
    ItemCode, Skill,
    character::Slot,
    data::{Item, ItemType, Monster, MonsterType},
    xp,
};

use super::goal::Goal;
use crate::{
    decision::Decision,
    notes::{Choice, Notes, Purpose, Rehearsals},
    parts::{
        gear, loadout, produce,
        ranking::{Candidate, Obstacle, Ranking},
    },
    situation::Situation,
    strategies::Combat,
    supply::{self, Supply, Terms, errand::Errand},
};

/// So many of the most promising items are planned through.
const SHORT_LIST: usize = 5;

/// The question whether something better is to be made for a goal.
pub(super) struct Upgrade<'a> {
    pub(super) goal: Goal,
    /// The hours within which it must give back what it costs.
    pub(super) hours: f64,
    pub(super) keep: &'a [ItemCode],
}

impl Upgrade<'_> {
    /// The next step of making something better; `None` when nothing pays, or when it cannot go on now.
    pub(super) fn step(&self, situation: &Situation<'_>, notes: &mut Notes) -> Option<Decision> {
        if self.hours <= 0.0 {
            return None;
        }
        let monster = self.monster(situation, notes);
        let against = monster.map_or("", |monster| monster.code.as_str());
        let owned = loadout::fingerprint(situation);
        let key = format!("{} {against} {} {owned}", self.goal, produce::key(situation));
        let terms = Terms { keep: self.keep.to_vec(), ..Terms::default() };
        let choice = notes.choose(
            Purpose::Upgrade,
            &key,
            |_| true,
            |rehearsals| Ok(self.choose(situation, monster, &terms, rehearsals)),
        );
        let Ok(Choice { target, alternatives, sources, .. }) = choice else { return None };
        let item = situation.data.item(&target)?;
        let errand = Errand { situation, terms: &terms, sources: &sources };
        let decision = errand.need(notes, &item.code, 1)?;
        (!matches!(decision, Decision::Blocked { .. })).then(|| decision.with_alternatives(&alternatives))
    }

    /// What is fought, when the goal is combat; while nothing can be beaten, the least hopeless of what would pay.
    fn monster<'a>(&self, situation: &Situation<'a>, notes: &mut Notes) -> Option<&'a Monster> {
        if self.goal != Goal::Combat {
            return None;
        }
        if let Ok(target) = Combat::part(None, self.keep.to_vec()).target(situation, notes) {
            return situation.data.monster(&target);
        }
        let (level, wisdom) = (situation.character.combat.level, situation.character.stats.wisdom);
        let monsters = situation.data.monsters.values();
        let paying = monsters
            .filter(|monster| monster.kind == MonsterType::Normal && xp::fight(monster, level, wisdom) > 0);
        let rated = paying.map(|monster| (loadout::worth_with(situation, monster, None), monster));
        rated.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, monster)| monster)
    }

    /// The item that saves most after its own cost, or a choice without a target.
    fn choose(
        &self,
        situation: &Situation<'_>,
        monster: Option<&Monster>,
        terms: &Terms,
        rehearsals: &mut Rehearsals,
    ) -> Choice {
        let mut promising: Vec<_> = self.gains(situation, monster);
        promising.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let mut ranking = Ranking::new();
        for (saved, item) in promising.into_iter().take(SHORT_LIST) {
            let code = item.code.to_string();
            match supply::need(situation, terms, &item.code, 1, rehearsals) {
                Ok(supply) => {
                    let Supply { seconds, .. } = supply;
                    let words = format!(
                        "it takes {seconds:.0} s and saves {saved:.0} s of {} within {} h",
                        self.goal, self.hours
                    );
                    if saved > seconds {
                        ranking.add(Candidate { code, score: saved - seconds, words, details: supply });
                    } else {
                        ranking.rule_out(&code, Obstacle::new(words, "More `upgrade_hours`"));
                    }
                }
                Err(obstacle) => ranking.rule_out(&code, obstacle),
            }
        }
        let alternatives = ranking.alternatives("upgrade", "s saved");
        match ranking.take() {
            Ok(best) => {
                let Supply { sources, alternatives: materials, .. } = best.details;
                let alternatives = [alternatives, materials].concat();
                Choice::new(&best.code, 0.0, alternatives).from(sources)
            }
            Err(_) => Choice::new("", 0.0, alternatives),
        }
    }

    /// The seconds that each item would save, of those that can be made and worn.
    fn gains<'a>(&self, situation: &Situation<'a>, monster: Option<&Monster>) -> Vec<(f64, &'a Item)> {
        let seconds = 3600.0 * self.hours;
        let items = situation.data.items.values();
        let made = items.filter(|item| {
            gear::may_wear(situation, item) && supply::craftable(situation, &item.code).is_ok()
        });
        let share = |item: &Item| match (self.goal, monster) {
            (Goal::Skill(skill), _) if self.goal.gathers() => tool_share(situation, item, skill),
            (Goal::Combat, Some(monster)) => gear_share(situation, item, monster),
            _ => 0.0,
        };
        made.map(|item| (seconds * share(item), item)).filter(|(saved, _)| *saved > 0.0).collect()
    }
}

/// The share of the time of gathering that a tool saves beyond the best one owned.
fn tool_share(situation: &Situation<'_>, item: &Item, skill: Skill) -> f64 {
    let now = gear::best_saving(situation, skill);
    let then = gear::saving(item, skill);
    (then - now).max(0) as f64 / (100 - now).max(1) as f64
}

/// The share of the time of fighting that a piece of gear saves beyond the best that is owned.
fn gear_share(situation: &Situation<'_>, item: &Item, monster: &Monster) -> f64 {
    let worn = Slot::ALL.iter().any(|slot| slot.item_type() == item.kind);
    if !worn || item.kind == ItemType::Utility || item.is_tool() {
        return 0.0;
    }
    let now = loadout::worth_with(situation, monster, None);
    let then = loadout::worth_with(situation, monster, Some(&item.code));
    match then {
        _ if then <= now => 0.0,
        // Hopeless so far: it is worth what it takes to come nearer to the first win.
        _ if now <= 0.0 => ((then - now) / now.abs().max(f64::MIN_POSITIVE)).min(1.0),
        _ => 1.0 - now / then,
    }
}
