//! A small world and a character in it, for tests: each names only what matters to it.
//!
//! The overworld is one row: spawn (1), bank (2), copper (3), chicken (4), copper (5), iron (6), wolf (7), a smithy (8: bars),
//! an armoury (9: weapons), a tailor (10: cloth for 5 gold, ribbon for 2 eggs), who gives tasks about monsters (11) and
//! items (12), which the goblins' camp hides while its event is on, and the Grand Exchange (13). Below the spawn, a ladder
//! (1 ↔ 21) leads underground, where there is gold ore (22) and, for 100 gold, a ferry (23 → 7).

use std::path::Path;

use game::{
    Action, ActiveEvent, Bank, Character, Detail, GameData, MapId, Outcome, RaidState, Refusal, RefusalCode,
    SimpleItem, Skill,
    character::{Equipped, Slot, base_max_hp},
    data::StaticData,
    equipment::Bonus,
    outcome::{FightReport, FightShare},
    xp,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::{Comrade, Decision, Market, Mind, Tally, View, setbacks::Setbacks, situation::Situation, step};

pub(crate) struct Given {
    pub(crate) data: GameData,
    pub(crate) character: Character,
    pub(crate) bank: Option<Bank>,
    pub(crate) events: Vec<ActiveEvent>,
    pub(crate) raids: Vec<RaidState>,
    pub(crate) market: Option<Market>,
    pub(crate) comrades: Vec<Comrade>,
    pub(crate) mind: Mind,
    pub(crate) now: Timestamp,
}

/// A level-1 character at the spawn with an empty bag, an empty bank, and a mind.
pub(crate) fn given(strategy: &str, config: Value) -> Given {
    let data = season();
    let now = Timestamp::from_second(1_000_000).unwrap();
    let spawn = data.maps.get(MapId(1)).unwrap();
    let (name, account) = ("Ana".parse().unwrap(), "team".parse().unwrap());
    let character = Character::new(name, account, "men1".to_owned(), spawn, now);
    let bank = Some(Bank { slots: 50, ..Bank::default() });
    let mind = Mind::new(strategy, config).unwrap();
    let (events, raids, comrades) = (Vec::new(), Vec::new(), Vec::new());
    Given { data, character, bank, events, raids, market: None, comrades, mind, now }
}

impl Given {
    pub(crate) fn at(mut self, map_id: u32) -> Self {
        let tile = self.data.maps.get(MapId(map_id)).unwrap();
        (self.character.map_id, self.character.position) = (tile.map_id, tile.position());
        self
    }

    pub(crate) fn level(mut self, level: u32) -> Self {
        self.character.combat = xp::at_level(level);
        self.character.max_hp = base_max_hp(level);
        self.character.hp = self.character.max_hp;
        self
    }

    pub(crate) fn skill(mut self, skill: Skill, level: u32) -> Self {
        self.character.skills.insert(skill, xp::at_level(level));
        self
    }

    pub(crate) fn hp(mut self, hp: i64) -> Self {
        self.character.hp = hp;
        self
    }

    pub(crate) fn gold(mut self, gold: i64) -> Self {
        self.character.gold = gold;
        self
    }

    pub(crate) fn carries(mut self, code: &str, quantity: u32) -> Self {
        self.character.inventory.add(&code.parse().unwrap(), quantity).unwrap();
        self
    }

    pub(crate) fn wears(mut self, slot: Slot, code: &str) -> Self {
        let item = self.data.item(code).unwrap();
        Bonus::of(item).put_on(&mut self.character);
        self.character.equipment.insert(slot, Equipped { code: item.code.clone(), quantity: 1 });
        self
    }

    pub(crate) fn bank_holds(mut self, code: &str, quantity: u32) -> Self {
        self.bank.as_mut().unwrap().items.insert(code.parse().unwrap(), quantity);
        self
    }

    pub(crate) fn bank_slots(mut self, slots: u32) -> Self {
        self.bank.as_mut().unwrap().slots = slots;
        self
    }

    pub(crate) fn nobody_has_seen_the_bank(mut self) -> Self {
        self.bank = None;
        self
    }

    /// Another character of the account is there, as somebody is given who has just decided.
    pub(crate) fn beside(mut self, name: &str, mut other: Given) -> Self {
        other.character.name = name.parse().unwrap();
        other.step();
        let (ready_at, claims) = (other.now, other.mind.claims().clone());
        let stance = other.mind.stance().cloned();
        self.comrades.push(Comrade { character: other.character, ready_at, claims, stance });
        self
    }

    /// The goblin's event is on, on the last tile, for so many minutes more.
    pub(crate) fn goblins_for(mut self, minutes: i64) -> Self {
        let event = &self.data.events[0];
        self.events = vec![ActiveEvent {
            name: event.name.clone(),
            code: event.code.clone(),
            map: event.on(self.data.maps.get(event.maps[0].map_id).unwrap()),
            created_at: self.now,
            expiration: self.now + SignedDuration::from_mins(minutes),
        }];
        self
    }

    /// The same character in another season's world, with nothing from this one.
    pub(crate) fn in_season(mut self, data: GameData) -> Self {
        self.character.equipment.clear();
        self.data = data;
        self
    }

    fn view(&self) -> View<'_> {
        let Self { data, character, bank, events, raids, market, comrades, .. } = self;
        View { data, character, bank: bank.as_ref(), events, raids, market: market.as_ref(), comrades }
    }

    /// Asks a part about the situation, without any refusals.
    pub(crate) fn look<T>(&self, question: impl FnOnce(&Situation<'_>) -> T) -> T {
        question(&Situation::new(&self.view(), self.now, &Setbacks::default(), &Tally::default()))
    }

    /// Decides twice, which must be the same, and says what.
    pub(crate) fn step(&mut self) -> Decision {
        let Self { data, character, bank, events, raids, market, comrades, mind, now } = self;
        let (bank, market) = (bank.as_ref(), market.as_ref());
        let view = View { data, character, bank, events, raids, market, comrades };
        let decision = step(mind, &view, *now);
        assert_eq!(step(mind, &view, *now), decision, "a second look decided differently");
        decision
    }

    /// Decides on an action, and says which.
    pub(crate) fn action(&mut self) -> Action {
        let decision = self.step();
        decision.action().cloned().unwrap_or_else(|| panic!("no action but {decision:?}"))
    }

    /// Decides on an action, which is refused with this code; says which.
    pub(crate) fn refused(&mut self, code: RefusalCode) -> Action {
        let action = self.action();
        self.mind.refused(&action, &Refusal::new(code, "No."), self.now);
        action
    }

    /// An action went through and left the character as it is here.
    pub(crate) fn applied(&mut self, action: &Action, detail: Detail) {
        let cooldown = game::Cooldown {
            total_seconds: 3,
            remaining_seconds: 3,
            started_at: self.now,
            expiration: self.now,
            reason: action.reason().to_owned(),
        };
        let outcome = Outcome { cooldown, character: self.character.clone(), others: Vec::new(), detail };
        self.mind.applied(action, &outcome);
    }

    /// A fight ended, won with 10 xp, 2 gold and an egg, or lost.
    pub(crate) fn fought(&mut self, win: bool) {
        let share = FightShare {
            character_name: self.character.name.clone(),
            xp: 10,
            gold: 2,
            drops: vec![SimpleItem::new("egg".parse().unwrap(), 1)],
            final_hp: 50,
        };
        let characters = if win { vec![share] } else { vec![] };
        let opponent = "chicken".to_owned();
        let report = FightReport { win, turns: 20, opponent, logs: vec![], characters, raid: false };
        self.applied(&Action::Fight, Detail::Fought(report));
    }

    pub(crate) fn minutes_later(mut self, minutes: i64) -> Self {
        self.now += SignedDuration::from_mins(minutes);
        self
    }
}

/// The data of a real season, if it is beside the checkout.
pub(crate) fn real_season() -> Option<GameData> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/data");
    if folder.is_dir() {
        return Some(season_in(&folder));
    }
    println!("skipped: no season data in {}", folder.display());
    None
}

/// The season of the sandbox's own world.
pub(crate) fn first_steps() -> GameData {
    season_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../sandbox/worlds/first_steps"))
}

fn season_in(folder: &Path) -> GameData {
    let mut lists = json!({"version": "test"});
    for name in ["items", "monsters", "resources", "maps", "npcs", "npc_items", "tasks", "tasks_rewards"] {
        let text = std::fs::read_to_string(folder.join(name).with_extension("json")).unwrap();
        lists[name] = serde_json::from_str(&text).unwrap();
    }
    GameData::new(serde_json::from_value(lists).unwrap()).unwrap()
}

pub(crate) fn walk(map_id: u32) -> Action {
    Action::Move { map_id: MapId(map_id) }
}

pub(crate) fn season() -> GameData {
    changed_season(|_| ())
}

/// The small world with something changed in its lists.
pub(crate) fn changed_season(change: impl FnOnce(&mut Value)) -> GameData {
    let mut lists = json!({
        "version": "test",
        "items": [
            item("copper_ore", 1, "resource", "mining", &json!([])),
            item("iron_ore", 10, "resource", "mining", &json!([])),
            item("gold_ore", 30, "resource", "mining", &json!([])),
            item("gem", 1, "resource", "precious_stone", &json!([])),
            item("egg", 1, "resource", "mob", &json!([])),
            item("hide", 1, "resource", "mob", &json!([])),
            item("apple", 1, "consumable", "food", &json!([effect("heal", 50)])),
            item("stick", 1, "weapon", "", &json!([effect("attack_earth", 4)])),
            item("sword", 1, "weapon", "", &json!([effect("attack_earth", 40)])),
            item("pickaxe", 1, "weapon", "tool", &json!([effect("mining", -10), effect("attack_earth", 5)])),
            item("drill", 20, "weapon", "tool", &json!([effect("mining", -30)])),
            item("ring", 1, "ring", "", &json!([effect("dmg", 25)])),
            item("helmet", 1, "helmet", "", &json!([effect("hp", 20)])),
            item("potion", 1, "utility", "potion", &json!([effect("restore", 30)])),
            item("cap", 1, "helmet", "", &json!([effect("wisdom", 150)])),
            item("band", 1, "ring", "", &json!([effect("wisdom", 60)])),
            item("charm", 1, "artifact", "", &json!([effect("prospecting", 100)])),
            item("pouch", 1, "bag", "", &json!([effect("inventory_space", 15)])),
            item("sash", 1, "bag", "", &json!([effect("wisdom", 50)])),
            item("tasks_coin", 1, "currency", "", &json!([])),
            item("cloth", 1, "resource", "npc", &json!([])),
            item("ribbon", 1, "resource", "npc", &json!([])),
            made(item("copper_bar", 1, "resource", "bar", &json!([])), "mining", 1, &[("copper_ore", 10)]),
            made(item("iron_bar", 10, "resource", "bar", &json!([])), "mining", 10, &[("iron_ore", 10)]),
            made(item("dagger", 1, "weapon", "", &json!([effect("attack_earth", 6)])), "weaponcrafting", 1,
                &[("copper_bar", 6)]),
            made(item("axe", 5, "weapon", "", &json!([effect("attack_earth", 12)])), "weaponcrafting", 5,
                &[("copper_bar", 2), ("egg", 1), ("cloth", 2)]),
            made(item("whip", 1, "weapon", "", &json!([effect("attack_earth", 5)])), "weaponcrafting", 1,
                &[("hide", 2), ("ribbon", 1)]),
        ],
        "tasks": [
            {"code": "chicken", "level": 1, "type": "monsters", "min_quantity": 10, "max_quantity": 20, "skill": null,
             "rewards": {"gold": 100, "items": [{"code": "tasks_coin", "quantity": 3}]}},
            {"code": "copper_bar", "level": 1, "type": "items", "min_quantity": 5, "max_quantity": 10,
             "skill": "mining", "rewards": {"gold": 50, "items": [{"code": "tasks_coin", "quantity": 2}]}},
        ],
        "tasks_rewards": [{"code": "gem", "rate": 1, "min_quantity": 1, "max_quantity": 1}],
        "npcs": [{"name": "Tailor", "code": "tailor", "description": "", "type": "merchant"}],
        "npc_items": [
            {"code": "cloth", "npc": "tailor", "currency": "gold", "buy_price": 5, "sell_price": 1},
            {"code": "ribbon", "npc": "tailor", "currency": "egg", "buy_price": 2, "sell_price": null},
            {"code": "gem", "npc": "tailor", "currency": "gold", "buy_price": null, "sell_price": 40},
        ],
        "monsters": [
            monster("chicken", 1, 60, 4, &json!([drop("egg", 2)])),
            monster("wolf", 15, 400, 15, &json!([drop("hide", 1)])),
            monster("goblin", 20, 60, 4, &json!([drop("egg", 1)])),
        ],
        "events": [
            {"name": "Goblin Camp", "code": "goblin_camp", "content": {"type": "monster", "code": "goblin"}, "duration": 60,
             "rate": 1000, "maps": [{"map_id": 12, "x": 11, "y": 0, "layer": "overworld", "skin": ""}]},
        ],
        "resources": [
            {"name": "Copper", "code": "copper_rocks", "skill": "mining", "level": 1,
             "drops": [drop("copper_ore", 1), drop("gem", 200)]},
            {"name": "Iron", "code": "iron_rocks", "skill": "mining", "level": 10, "drops": [drop("iron_ore", 1)]},
            {"name": "Gold", "code": "gold_rocks", "skill": "mining", "level": 1, "drops": [drop("gold_ore", 1)]},
        ],
        "maps": [
            tile(1, "overworld", 0, &json!({"transition": way(21, 0, "underground", &json!([]))})),
            tile(2, "overworld", 1, &content("bank", "bank")),
            tile(3, "overworld", 2, &content("resource", "copper_rocks")),
            tile(4, "overworld", 3, &content("monster", "chicken")),
            tile(5, "overworld", 4, &content("resource", "copper_rocks")),
            tile(6, "overworld", 5, &content("resource", "iron_rocks")),
            tile(7, "overworld", 6, &content("monster", "wolf")),
            tile(8, "overworld", 7, &content("workshop", "mining")),
            tile(9, "overworld", 8, &content("workshop", "weaponcrafting")),
            tile(10, "overworld", 9, &content("npc", "tailor")),
            tile(11, "overworld", 10, &content("tasks_master", "monsters")),
            tile(12, "overworld", 11, &content("tasks_master", "items")),
            tile(13, "overworld", 12, &content("grand_exchange", "grand_exchange")),
            tile(21, "underground", 0, &json!({"transition": way(1, 0, "overworld", &json!([]))})),
            tile(22, "underground", 1, &content("resource", "gold_rocks")),
            tile(23, "underground", 2, &json!({"transition": way(7, 6, "overworld",
                &json!([{"code": "gold", "operator": "cost", "value": 100}]))})),
        ],
    });
    change(&mut lists);
    let lists: StaticData = serde_json::from_value(lists).unwrap();
    GameData::new(lists).unwrap()
}

fn item(code: &str, level: u32, kind: &str, subtype: &str, effects: &Value) -> Value {
    let conditions =
        if level > 1 { json!([{"code": "level", "operator": "gt", "value": level - 1}]) } else { json!([]) };
    json!({"name": code, "code": code, "level": level, "type": kind, "subtype": subtype, "description": "",
        "tradeable": true, "conditions": conditions, "effects": effects, "craft": null})
}

fn made(mut item: Value, skill: &str, level: u32, materials: &[(&str, u32)]) -> Value {
    let items: Vec<_> =
        materials.iter().map(|(code, quantity)| json!({"code": code, "quantity": quantity})).collect();
    item["craft"] = json!({"skill": skill, "level": level, "items": items, "quantity": 1});
    item["recyclable"] = json!(skill != "mining");
    item
}

fn effect(code: &str, value: i64) -> Value {
    json!({"code": code, "value": value})
}

fn drop(code: &str, rate: u32) -> Value {
    json!({"code": code, "rate": rate, "min_quantity": 1, "max_quantity": 1})
}

fn monster(code: &str, level: u32, hp: i64, attack: i64, drops: &Value) -> Value {
    json!({"name": code, "code": code, "level": level, "type": "normal", "hp": hp, "attack_fire": 0,
        "attack_earth": 0, "attack_water": attack, "attack_air": 0, "res_fire": 0, "res_earth": 0, "res_water": 0,
        "res_air": 0, "critical_strike": 0, "initiative": 50, "min_gold": 0, "max_gold": 0, "drops": drops})
}

fn tile(map_id: u32, layer: &str, x: i32, interactions: &Value) -> Value {
    json!({"map_id": map_id, "name": "", "skin": "", "x": x, "y": 0, "layer": layer,
        "access": {"type": "standard"}, "interactions": interactions})
}

fn content(kind: &str, code: &str) -> Value {
    json!({"content": {"type": kind, "code": code}})
}

fn way(map_id: u32, x: i32, layer: &str, conditions: &Value) -> Value {
    json!({"map_id": map_id, "x": x, "y": 0, "layer": layer, "conditions": conditions})
}
