//! An achievement: whatever its objectives ask for, done by everybody together (RULES §11).
//!
//! The game counts what is done, and not what there is: a bar that lies in the bank has been counted already.

use std::collections::BTreeMap;

use game::{
    AchievementCode, ItemCode, MonsterCode,
    data::{AchievementType, MonsterType, Objective},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Kind, Progress,
    breakdown::Desk,
    part::Work,
    who::{Names, Who},
};
use crate::config::AnyAchievement;

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str =
    "An achievement: what it counts is fought for, gathered, crafted and done by everybody who is free.";

/// What a player may configure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Achievement {
    /// The achievement that the account is to have.
    #[schemars(with = "Option<AnyAchievement>")]
    achievement: Option<AchievementCode>,
    /// Only these characters work for it; nobody named means all.
    names: Names,
}

impl Kind for Achievement {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        let code = self.achievement.as_ref().map_or("nothing", AchievementCode::as_str);
        format!("the achievement {code} by {}", self.names.words(Who::Everyone))
    }

    fn check(&self) -> Result<(), String> {
        self.achievement.as_ref().map(drop).ok_or_else(|| "say which `achievement`".to_owned())
    }

    fn counts_achievements(&self) -> bool {
        true
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let unknown = Progress { done: 0.0, wanted: 1.0 };
        let (Some(counted), Some(code)) = (desk.company.achievements, &self.achievement) else {
            let why = "how far the account is with it has not been read yet".to_owned();
            desk.miss(&self.words(), why, "Wait a moment".to_owned());
            return unknown;
        };
        let Some(achievement) = desk.company.data.achievements.iter().find(|one| one.code == *code) else {
            let why = format!("this season has no achievement {code}");
            desk.miss(&self.words(), why, "Another goal".to_owned());
            return unknown;
        };
        let counted = counted.get(code);
        let mut share = 0.0;
        for (place, objective) in achievement.objectives.iter().enumerate() {
            let done = counted.and_then(|done| done.get(place)).copied().unwrap_or(0).min(objective.total);
            share += f64::from(done) / f64::from(objective.total.max(1));
            if done < objective.total {
                lay_out(desk, objective, objective.total - done);
            }
        }
        Progress { done: share, wanted: achievement.objectives.len() as f64 }
    }
}

/// Lays out what is left of an objective.
fn lay_out(desk: &mut Desk<'_>, objective: &Objective, left: u32) {
    use AchievementType::{CombatDrop, CombatKill, CombatLevel, Crafting, Gathering, Task};
    let target = || objective.target.as_deref();
    let item = target().and_then(|code| code.parse::<ItemCode>().ok());
    let monster = target().and_then(|code| code.parse::<MonsterCode>().ok());
    match (&objective.kind, item, monster) {
        (CombatLevel, ..) => {
            let work = Work::Train { what: None, level: objective.total };
            let _ = desk.add_for_any(work, Vec::new(), Vec::new());
        }
        (Task, None, _) => drop(desk.share_out(left, |tasks| Work::Tasks { tasks })),
        (CombatKill, _, Some(monster)) => {
            match desk.company.data.monsters.get(&monster).filter(|monster| monster.kind == MonsterType::Boss)
            {
                Some(boss) => desk.beat(boss, left),
                None => drop(desk.share_out(left, |fights| Work::Beat { monster: monster.clone(), fights })),
            }
        }
        (CombatDrop | Gathering, Some(item), _) => drop(desk.get(&item, left)),
        (Crafting, Some(item), _) => {
            let wanted = desk.there(&item).saturating_add(left);
            desk.demand(&BTreeMap::from([(item.clone(), wanted)]));
            desk.hand_out(&item);
        }
        _ => nobody_plans(desk, objective, left),
    }
}

fn nobody_plans(desk: &mut Desk<'_>, Objective { kind, target, .. }: &Objective, left: u32) {
    let kind = json!(kind).as_str().unwrap_or("other").replace('_', " ");
    let what = target.as_deref().unwrap_or("of anything");
    let why = format!("nobody plans for what counts as {kind}");
    desk.miss(
        &format!("{kind}: {left} {what}"),
        why,
        "Do it by hand, or by an automation of your own".to_owned(),
    );
}
