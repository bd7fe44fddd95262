//! Who is best at what, as it stood at the full hour (RULES §11).

use std::sync::{Arc, Mutex, PoisonError};

use api_types::{AccountLeaderboardEntry, CharacterLeaderboardEntry};
use game::{Character, Skill, skill::Progress, xp};
use jiff::Timestamp;
use world::World;

use crate::timescale::Timescale;

/// Everybody's standing at some hour; positions are given when it is known what to sort by.
#[derive(Debug, Default)]
pub(crate) struct Standing {
    hour: i64,
    /// All characters.
    pub(crate) characters: Vec<CharacterLeaderboardEntry>,
    /// All accounts.
    pub(crate) accounts: Vec<AccountLeaderboardEntry>,
}

/// The standing of the present hour, reckoned when somebody asks for it.
#[derive(Debug, Default)]
pub(crate) struct Leaderboards(Mutex<Option<Arc<Standing>>>);

impl Leaderboards {
    /// The standing of the hour of `now`, by the world's clock.
    pub(crate) fn at(&self, now: Timestamp, world: &World, timescale: Timescale) -> Arc<Standing> {
        let hour = now.as_second().div_euclid(3600);
        let mut standing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*standing {
            Some(known) if known.hour == hour => known.clone(),
            _ => standing.insert(Arc::new(Standing::new(hour, now, world, timescale))).clone(),
        }
    }
}

impl Standing {
    fn new(hour: i64, now: Timestamp, world: &World, timescale: Timescale) -> Self {
        let (mut characters, mut accounts) = (Vec::new(), Vec::new());
        for (name, account) in world.accounts() {
            let member = account.is_member(now);
            let own = world.characters(name);
            let carried: i64 = own.iter().map(|character| character.gold).fold(0, i64::saturating_add);
            characters.extend(own.iter().map(|character| entry(character, member)));
            let completed =
                world.achievements(name).map(|(_, begun)| begun.and_then(|begun| begun.completed_at));
            let last: Option<Vec<Timestamp>> = completed.collect();
            accounts.push(AccountLeaderboardEntry {
                position: 0,
                account: name.to_string(),
                member,
                achievements_points: world.achievements_points(name),
                completed_at: last
                    .and_then(|all| all.into_iter().max())
                    .map(|at| timescale.real_at(at).into()),
                gold: carried.saturating_add(account.bank.gold),
            });
        }
        Self { hour, characters, accounts }
    }
}

fn entry(character: &Character, member: bool) -> CharacterLeaderboardEntry {
    let of = |skill| character.skills.get(&skill).map_or((1, 0), level_and_xp);
    let (level, total_xp) = level_and_xp(&character.combat);
    let (mining_level, mining_total_xp) = of(Skill::Mining);
    let (woodcutting_level, woodcutting_total_xp) = of(Skill::Woodcutting);
    let (fishing_level, fishing_total_xp) = of(Skill::Fishing);
    let (weaponcrafting_level, weaponcrafting_total_xp) = of(Skill::Weaponcrafting);
    let (gearcrafting_level, gearcrafting_total_xp) = of(Skill::Gearcrafting);
    let (jewelrycrafting_level, jewelrycrafting_total_xp) = of(Skill::Jewelrycrafting);
    let (cooking_level, cooking_total_xp) = of(Skill::Cooking);
    let (alchemy_level, alchemy_total_xp) = of(Skill::Alchemy);
    CharacterLeaderboardEntry {
        position: 0,
        name: character.name.to_string(),
        account: character.account.to_string(),
        member,
        skin: character.skin.clone(),
        level,
        total_xp,
        mining_level,
        mining_total_xp,
        woodcutting_level,
        woodcutting_total_xp,
        fishing_level,
        fishing_total_xp,
        weaponcrafting_level,
        weaponcrafting_total_xp,
        gearcrafting_level,
        gearcrafting_total_xp,
        jewelrycrafting_level,
        jewelrycrafting_total_xp,
        cooking_level,
        cooking_total_xp,
        alchemy_level,
        alchemy_total_xp,
        gold: character.gold,
    }
}

fn level_and_xp(progress: &Progress) -> (u32, i64) {
    (progress.level, xp::total(progress))
}
