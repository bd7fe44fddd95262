//! What an action brought, out of the content of its log entry (RULES §15). Nobody promises the shape of a content: where
//! it is another than working clients have seen, what the action brought is not known.

use api_types::{
    SimpleItem,
    action::fight::{CharacterFightResult, Fight, FightResult},
};
use game::{Detail, ResourceCode, Skill, action::RAID_FIGHT, outcome::Yield};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::convert::{self, item, items};

/// Of a fight.
#[derive(Deserialize)]
struct Fought {
    fight: LoggedFight,
}

#[derive(Deserialize)]
struct LoggedFight {
    result: FightResult,
    #[serde(default)]
    turns: u32,
    opponent: String,
    characters: Vec<CharacterFightResult>,
}

/// Of a gather.
#[derive(Deserialize)]
struct Gathered {
    gathering: Gathering,
    drops: Vec<SimpleItem>,
}

#[derive(Deserialize)]
struct Gathering {
    #[serde(default, alias = "resource_code")]
    resource: Option<ResourceCode>,
    #[serde(default)]
    skill: Option<Skill>,
    xp: i64,
}

/// Of a craft.
#[derive(Deserialize)]
struct Crafted {
    item: Named,
    quantity: u32,
    xp_gained: i64,
}

#[derive(Deserialize)]
struct Named {
    code: String,
}

/// What an entry of this kind tells.
pub(super) fn read(kind: &str, content: &Value) -> Option<Detail> {
    match kind {
        "fight" | "multi_fight" | RAID_FIGHT => {
            let LoggedFight { result, turns, opponent, characters } = known::<Fought>(content)?.fight;
            let fight = Fight { result, turns, opponent, logs: Vec::new(), characters };
            convert::fight("content.fight", kind, fight).ok().map(Detail::Fought)
        }
        "gathering" => {
            let Gathered { gathering: Gathering { resource, skill, xp }, drops } = known(content)?;
            let gain = Yield { xp, items: items("content.drops", drops).ok()? };
            Some(Detail::Gathered { resource, skill, gain })
        }
        "crafting" => {
            let Crafted { item: Named { code }, quantity, xp_gained } = known(content)?;
            let made = item("content.item", SimpleItem { code, quantity }).ok()?;
            Some(Detail::Crafted(Yield { xp: xp_gained, items: vec![made] }))
        }
        _ => None,
    }
}

fn known<T: DeserializeOwned>(content: &Value) -> Option<T> {
    T::deserialize(content).ok()
}

#[cfg(test)]
mod tests {
    use game::SimpleItem;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_fight_tells_who_won_and_what_each_got() {
        let share = json!({"character_name": "Ana", "xp": 11, "gold": 3, "final_hp": 80,
            "drops": [{"code": "egg", "quantity": 2}]});
        let content = json!({"fight": {"result": "win", "opponent": "chicken", "characters": [share]}});
        let Some(Detail::Fought(report)) = read("fight", &content) else { panic!("no fight") };
        assert_eq!((report.win, report.opponent.as_str(), report.characters[0].xp), (true, "chicken", 11));
        for (kind, is_raid) in [("multi_fight", false), ("raid_fight", true)] {
            let Some(Detail::Fought(report)) = read(kind, &content) else { panic!("no fight") };
            assert_eq!(report.raid, is_raid);
        }
        assert_eq!(report.characters[0].drops, [SimpleItem::new("egg".parse().unwrap(), 2)]);
    }

    #[test]
    fn a_gather_tells_what_it_brought_in_both_spellings() {
        let gain = Yield { xp: 6, items: vec![SimpleItem::new("copper_ore".parse().unwrap(), 1)] };
        for resource in ["resource", "resource_code"] {
            let content = json!({"gathering": {resource: "copper_rocks", "skill": "mining", "xp": 6},
                "drops": [{"code": "copper_ore", "quantity": 1}], "character": {"name": "Ana"}});
            let resource = Some("copper_rocks".parse().unwrap());
            let told = Detail::Gathered { resource, skill: Some(Skill::Mining), gain: gain.clone() };
            assert_eq!(read("gathering", &content), Some(told));
        }
    }

    #[test]
    fn a_craft_tells_what_it_made() {
        let content =
            json!({"item": {"code": "copper_bar"}, "quantity": 4, "skill": "mining", "xp_gained": 9});
        let made = SimpleItem::new("copper_bar".parse().unwrap(), 4);
        assert_eq!(read("crafting", &content), Some(Detail::Crafted(Yield { xp: 9, items: vec![made] })));
    }

    #[test]
    fn a_content_of_another_shape_tells_nothing() {
        let foreign = [
            json!(null),
            json!({}),
            json!({"gathering": "copper_rocks"}),
            json!({"fight": {"result": "win"}}),
        ];
        for content in foreign {
            assert!(
                ["fight", "gathering", "crafting"].iter().all(|kind| read(kind, &content).is_none()),
                "{content}"
            );
        }
        assert_eq!(read("rest", &json!({"hp_restored": 5})), None);
    }
}
