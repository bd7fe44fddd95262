//! Gear and tools that are worth making before training goes on: those that give back the time they cost, with the
//! skills that must be trained for them first.

mod gain;

use std::collections::BTreeMap;

use game::{
    ItemCode, Skill,
    data::{Item, Monster},
    xp,
};

use super::goal::Goal;
use crate::{
    decision::Decision,
    notes::{Choice, Notes, Purpose},
    parts::{
        gear, loadout, produce,
        ranking::{Candidate, Obstacle, Ranking},
    },
    situation::Situation,
    supply::{self, Supply, Terms, errand::Errand},
};
use gain::Work;

/// So many of the most promising items are planned through.
const SHORT_LIST: usize = 8;

/// The question whether something better is to be made for a goal.
pub(super) struct Upgrade<'a> {
    pub(super) goal: Goal,
    /// Who is to be fought, when the goal is combat; without, whatever pays most.
    pub(super) against: Option<&'a Monster>,
    /// The hours within which it must give back what it costs.
    pub(super) hours: f64,
    pub(super) keep: &'a [ItemCode],
}

/// A plan for something better.
struct Plan {
    supply: Supply,
    /// Seconds of making it, and of training for it.
    seconds: f64,
    training: Vec<(Skill, u32)>,
}

impl Upgrade<'_> {
    /// The next step of making something better; `None` when nothing pays, or when it cannot go on now.
    pub(super) fn step(&self, situation: &Situation<'_>, notes: &mut Notes) -> Option<Decision> {
        if self.hours <= 0.0 {
            return None;
        }
        let against = self.against.map_or("", |monster| monster.code.as_str());
        let owned = loadout::fingerprint(situation);
        let key = format!("{} {against} {} {} {owned}", self.goal, self.hours, produce::key(situation));
        let choice = notes.kept(Purpose::Upgrade, &key).unwrap_or_else(|| {
            let choice = self.choose(situation, notes);
            notes.keep(Purpose::Upgrade, &key, choice.clone());
            choice
        });
        let Choice { target, alternatives, sources, .. } = choice;
        let item = situation.data.item(&target)?;
        let decision = match supply::lacking(situation, item, &sources).first() {
            Some((skill, level)) => Goal::Skill(*skill)
                .train(situation, notes, self.keep)
                .with_fact("training for", format!("{target}, which needs {skill} {level}")),
            None => {
                let terms = self.terms();
                let errand = Errand { situation, terms: &terms, sources: &sources };
                errand.need(notes, &item.code, owned_of(situation, &terms, &item.code) + 1)?
            }
        };
        (!matches!(decision, Decision::Blocked { .. })).then(|| decision.with_alternatives(&alternatives))
    }

    /// The item that saves most after its own cost, or a choice without a target.
    fn choose(&self, situation: &Situation<'_>, notes: &mut Notes) -> Choice {
        let mut paces = BTreeMap::new();
        let mut ranking = Ranking::new();
        for (saved, item) in self.promising(situation) {
            let code = item.code.to_string();
            match self.plan(situation, notes, &mut paces, item) {
                Ok(plan) => {
                    let training: Vec<_> = plan
                        .training
                        .iter()
                        .map(|(skill, level)| format!(", {skill} {level} first"))
                        .collect();
                    let words = format!(
                        "it takes {:.0} s{} and saves {saved:.0} s of {} within {} h",
                        plan.seconds,
                        training.concat(),
                        self.goal,
                        self.hours
                    );
                    if saved > plan.seconds {
                        let score = saved - plan.seconds;
                        ranking.add(Candidate { code, score, words, details: plan.supply });
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

    /// The items that would save most, with the seconds, of those that can be worn.
    fn promising<'a>(&self, situation: &Situation<'a>) -> Vec<(f64, &'a Item)> {
        let work = match (self.goal, self.against) {
            (Goal::Skill(skill), _) => Work::Gathering(skill),
            (Goal::Combat, Some(monster)) => Work::against(situation, monster),
            (Goal::Combat, None) => Work::fights(situation),
        };
        let items = situation.data.items.values();
        let made = items.filter(|item| item.craft.is_some() && gear::may_wear(situation, item));
        let saved = made.map(|item| (3600.0 * self.hours * work.share_saved(situation, item), item));
        let mut promising: Vec<_> = saved.filter(|(saved, _)| *saved > 0.0).collect();
        promising.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        promising.truncate(SHORT_LIST);
        promising
    }

    /// How an item is made, after training for it as far as that is needed.
    fn plan(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        paces: &mut BTreeMap<Skill, Result<f64, Obstacle>>,
        item: &Item,
    ) -> Result<Plan, Obstacle> {
        let trained = situation.trained_to(item.level);
        let terms = self.terms();
        let wanted = owned_of(situation, &terms, &item.code) + 1;
        let supply = supply::need(&trained, &terms, &item.code, wanted, notes.rehearsals())?;
        let training = supply::lacking(situation, item, &supply.sources);
        let mut seconds = supply.seconds;
        for (skill, level) in &training {
            let pace = paces.entry(*skill).or_insert_with(|| {
                let pace = Goal::Skill(*skill).promises(situation, notes, self.keep);
                pace.map_err(|blocked| Obstacle::of(&blocked))
            });
            let xp = xp_to(situation, *skill, *level);
            seconds += 3600.0 * xp as f64 / pace.clone()?.max(f64::MIN_POSITIVE);
        }
        Ok(Plan { supply, seconds, training })
    }

    fn terms(&self) -> Terms {
        Terms { keep: self.keep.to_vec(), ..Terms::default() }
    }
}

/// How many of an item there are in bag and bank; what is worn is not counted.
fn owned_of(situation: &Situation<'_>, terms: &Terms, code: &ItemCode) -> u32 {
    supply::carry::stock(situation, terms, code)
}

/// Xp that a skill still needs to reach a level.
fn xp_to(situation: &Situation<'_>, skill: Skill, level: u32) -> i64 {
    let now = situation.character.skills.get(&skill).map_or(0, xp::total);
    xp::total(&xp::at_level(level)) - now
}
