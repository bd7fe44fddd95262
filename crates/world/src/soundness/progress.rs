//! A world played through by thought alone: level by level, what can be reached, and what the things reached make
//! possible, until nothing new comes.
//!
//! Amounts and time are not counted: what can be had once can be had as often as it takes. Everybody knows every skill
//! as well as they fight, which is what [`reach`](Progress::reach) means by a level.

mod achievements;
mod fights;
mod sources;
mod travel;

use std::collections::{BTreeMap, BTreeSet};

use game::{
    Character, ItemCode, MapId, MonsterCode, Skill,
    character::base_max_hp,
    conditions::compare,
    data::{Condition, ContentType, Operator},
    xp,
};

use super::{
    ground::{Ground, newcomer},
    wardrobe::Wardrobe,
};

/// What has been reached so far.
pub(super) struct Progress<'a> {
    pub(super) ground: &'a Ground<'a>,
    /// Everybody, by level from 1, without clothes.
    people: Vec<Character>,
    tiles: BTreeSet<MapId>,
    items: BTreeSet<&'a ItemCode>,
    beaten: BTreeSet<&'a MonsterCode>,
    achieved: BTreeSet<&'a str>,
    gold: bool,
    /// What was there to wear when a monster was tried in vain, and on which level.
    tried: BTreeMap<&'a MonsterCode, (usize, usize)>,
}

impl<'a> Progress<'a> {
    pub(super) fn new(ground: &'a Ground<'a>) -> Self {
        let weapon = ground.rules.starting_weapon.as_ref();
        let weapon = weapon.and_then(|code| ground.data.items.get(code)).map(|item| &item.code);
        Self {
            ground,
            people: Vec::new(),
            tiles: BTreeSet::new(),
            items: weapon.into_iter().collect(),
            beaten: BTreeSet::new(),
            achieved: BTreeSet::new(),
            gold: false,
            tried: BTreeMap::new(),
        }
    }

    /// Everything up to this level, which must be the next one.
    pub(super) fn reach(&mut self, level: u32) {
        self.people.extend(self.ground.data.maps.get(self.ground.spawn).map(|tile| at_level(tile, level)));
        let mut before = None;
        while before != Some(self.size()) {
            before = Some(self.size());
            self.travel();
            self.take_all();
            self.achieve();
            self.fight();
        }
    }

    fn size(&self) -> [usize; 5] {
        let Self { tiles, items, beaten, achieved, gold, .. } = self;
        [tiles.len(), items.len(), beaten.len(), achieved.len(), usize::from(*gold)]
    }

    /// The level reached.
    pub(super) fn level(&self) -> u32 {
        self.person().map_or(1, |person| person.combat.level)
    }

    /// Somebody of the level reached.
    fn person(&self) -> Option<&Character> {
        self.people.last()
    }

    pub(super) fn has(&self, code: &str) -> bool {
        self.ground.data.item(code).is_some_and(|item| self.items.contains(&item.code))
    }

    pub(super) fn has_beaten(&self, code: &str) -> bool {
        self.beaten.iter().any(|beaten| beaten.as_str() == code)
    }

    pub(super) fn has_achieved(&self, code: &str) -> bool {
        self.achieved.contains(code)
    }

    pub(super) fn has_been_on(&self, tile: MapId) -> bool {
        self.tiles.contains(&tile)
    }

    /// Whether something can be reached, wherever and whenever it is.
    pub(super) fn is_at(&self, kind: &ContentType, code: &str) -> bool {
        self.ground.sites(kind, code).iter().any(|site| self.tiles.contains(&site.map_id))
    }

    /// Whether something can be reached always, without waiting for an event.
    pub(super) fn is_always_at(&self, kind: &ContentType, code: &str) -> bool {
        self.ground.sites(kind, code).iter().any(|site| site.lasting && self.tiles.contains(&site.map_id))
    }

    /// Whether conditions can hold for somebody of any level so far, perhaps after getting what they ask for.
    fn may(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| match condition.operator {
            Operator::Cost if condition.code == "gold" => self.gold,
            Operator::Cost | Operator::HasItem => self.has(&condition.code),
            Operator::AchievementUnlocked => self.has_achieved(&condition.code),
            _ => self.people.iter().any(|person| compare(condition, person) == Some(true)),
        })
    }

    /// What somebody of the level reached can wear.
    fn wardrobe(&self) -> Wardrobe<'a> {
        let items = self.items.iter().filter_map(|code| self.ground.data.items.get(*code));
        let fits = |condition: &Condition| match self.person().and_then(|person| compare(condition, person)) {
            Some(holds) => holds,
            None => self.may(std::slice::from_ref(condition)),
        };
        Wardrobe::new(items.filter(|item| item.conditions.iter().all(fits)))
    }
}

fn at_level(tile: &game::data::GameMap, level: u32) -> Character {
    let mut person = newcomer(tile);
    person.combat = xp::at_level(level);
    person.skills = Skill::ALL.map(|skill| (skill, xp::at_level(level))).into();
    person.max_hp = base_max_hp(level);
    person.hp = person.max_hp;
    person
}
