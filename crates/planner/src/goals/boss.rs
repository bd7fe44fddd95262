//! Wins against a boss: by one who beats it alone, or by a party of two or three.

use game::{
    GameData, MonsterCode,
    data::{ContentType, MonsterType},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Kind, Progress,
    breakdown::Desk,
    who::{Names, Who},
};
use crate::{config::AnyMonster, season};

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "Wins against a boss: by the smallest party that beats it, which meets, dresses and fights; what is missing of levels and gear comes first.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Boss {
    /// Which boss.
    #[schemars(with = "Option<AnyMonster>")]
    monster: Option<MonsterCode>,
    /// How often it is to be beaten.
    #[schemars(range(min = 1, max = 10_000))]
    fights: u32,
    /// Only these characters fight; nobody named means all.
    names: Names,
}

impl Default for Boss {
    fn default() -> Self {
        Self { monster: None, fights: 1, names: Names::default() }
    }
}

impl Kind for Boss {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        let monster = self.monster.as_ref().map_or("nothing", MonsterCode::as_str);
        let times = if self.fights == 1 { "once".to_owned() } else { format!("{} times", self.fights) };
        format!("beat {monster} {times} by {}", self.names.words(Who::Everyone))
    }

    fn check(&self) -> Result<(), String> {
        self.monster.as_ref().map(drop).ok_or_else(|| "say which `monster`".to_owned())
    }

    fn check_season(&self, data: &GameData) -> Result<(), String> {
        let Some(monster) = self.monster.as_ref().and_then(|code| data.monsters.get(code)) else {
            return Ok(());
        };
        match monster.kind {
            MonsterType::Boss => season::check_place(data, &ContentType::Monster, monster.code.as_str()),
            MonsterType::RaidBoss => Err(format!("`monster`: {} is fought in a raid only", monster.code)),
            _ => Err(format!("`monster`: {} is no boss; choose `combat` for it", monster.code)),
        }
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let monster = self.monster.as_ref().and_then(|code| desk.company.data.monsters.get(code));
        let won = self.monster.as_ref().map_or(0, |code| desk.won(code.as_str())).min(self.fights);
        if let Some(monster) = monster.filter(|_| won < self.fights) {
            desk.beat(monster, self.fights - won);
        }
        Progress { done: f64::from(won), wanted: f64::from(self.fights) }
    }
}
