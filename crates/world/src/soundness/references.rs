//! Names that lead nowhere: every code, number and word that a row uses for something else.

mod conditions;
mod goals;
mod maps;

use std::collections::BTreeSet;

use game::{
    GameData, SimpleItem,
    data::{Currency, Drop, Item, Monster, NpcOffer},
    fight::unknown_effects,
    ids::EffectCode,
};

use super::{Finding, Season};
use conditions::check_conditions;

pub(super) fn find(season: &Season) -> Vec<Finding> {
    let mut names = Names::new(season);
    let lists = &season.lists;
    lists.items.iter().for_each(|item| names.check_item(item));
    lists.monsters.iter().for_each(|monster| names.check_monster(monster));
    for resource in &lists.resources {
        names.check_drops("resources.json", resource.code.as_str(), &resource.drops);
    }
    maps::check(&mut names);
    names.check_npcs();
    goals::check(&mut names);
    names.check_rules();
    names.findings
}

/// All that can be named, and which names were not among them.
struct Names<'a> {
    season: &'a Season,
    items: BTreeSet<&'a str>,
    monsters: BTreeSet<&'a str>,
    resources: BTreeSet<&'a str>,
    npcs: BTreeSet<&'a str>,
    raids: BTreeSet<&'a str>,
    achievements: BTreeSet<&'a str>,
    effects: BTreeSet<&'a EffectCode>,
    findings: Vec<Finding>,
}

impl<'a> Names<'a> {
    fn new(season: &'a Season) -> Self {
        let lists = &season.lists;
        Self {
            season,
            items: lists.items.iter().map(|item| item.code.as_str()).collect(),
            monsters: lists.monsters.iter().map(|monster| monster.code.as_str()).collect(),
            resources: lists.resources.iter().map(|resource| resource.code.as_str()).collect(),
            npcs: lists.npcs.iter().map(|npc| npc.code.as_str()).collect(),
            raids: lists.raids.iter().map(|raid| raid.code.as_str()).collect(),
            achievements: lists.achievements.iter().map(|row| row.code.as_str()).collect(),
            effects: season.effects.iter().map(|effect| &effect.code).collect(),
            findings: Vec::new(),
        }
    }

    fn report(&mut self, file: &'static str, code: impl ToString, problem: impl Into<String>) {
        self.findings.push(Finding::new(file, code, problem));
    }

    fn need(&mut self, known: bool, file: &'static str, holder: &str, what: &str, code: &str) {
        if !known {
            self.report(file, holder, format!("{what} `{code}`, which is not there"));
        }
    }

    fn need_item(&mut self, file: &'static str, holder: &str, what: &str, code: &str) {
        self.need(self.items.contains(code), file, holder, what, code);
    }

    fn need_items(&mut self, file: &'static str, holder: &str, what: &str, items: &[SimpleItem]) {
        items.iter().for_each(|item| self.need_item(file, holder, what, item.code.as_str()));
    }

    fn need_effect(&mut self, file: &'static str, holder: &str, code: &EffectCode) {
        self.need(self.effects.contains(code), file, holder, "has the effect", code.as_str());
    }

    fn check_drops(&mut self, file: &'static str, holder: &str, drops: &[Drop]) {
        drops.iter().for_each(|drop| self.need_item(file, holder, "drops", drop.code.as_str()));
    }

    fn check_item(&mut self, item: &Item) {
        const FILE: &str = "items.json";
        let holder = item.code.as_str();
        if let Some(craft) = &item.craft {
            self.need_items(FILE, holder, "is made of", &craft.items);
        }
        check_conditions(self, FILE, holder, &item.conditions);
        for effect in &item.effects {
            self.need_effect(FILE, holder, &effect.code);
            let leads_nowhere =
                |to: i64| self.season.lists.maps.iter().all(|tile| i64::from(tile.map_id.0) != to);
            if effect.code.as_str() == "teleport" && leads_nowhere(effect.value) {
                self.report(FILE, holder, format!("leads to map {}, which is not there", effect.value));
            }
        }
    }

    fn check_monster(&mut self, monster: &Monster) {
        const FILE: &str = "monsters.json";
        self.check_drops(FILE, monster.code.as_str(), &monster.drops);
        monster.effects.iter().for_each(|effect| self.need_effect(FILE, monster.code.as_str(), &effect.code));
    }

    /// The two lists of what NPCs trade: each names what is there, and both say the same.
    fn check_npcs(&mut self) {
        let lists = &self.season.lists;
        let key = |npc: &str, code: &str| format!("{npc} {code}");
        let mut told = Vec::new();
        for line in &lists.npc_items {
            let (npc, code) = (line.npc.as_str(), line.code.as_str());
            let offer = NpcOffer {
                code: line.code.clone(),
                currency: line.currency.clone(),
                buy_price: line.buy_price,
                sell_price: line.sell_price,
            };
            self.need(self.npcs.contains(npc), "npc_items.json", &key(npc, code), "belongs to", npc);
            self.need_item("npc_items.json", &key(npc, code), "trades", code);
            if let Currency::Item(currency) = &line.currency {
                self.need_item("npc_items.json", &key(npc, code), "is paid with", currency.as_str());
            }
            told.push((npc, offer));
        }
        for npc in &lists.npcs {
            for offer in &npc.items {
                if !told.contains(&(npc.code.as_str(), offer.clone())) {
                    let problem = format!("trades `{}` other than npc_items.json says", offer.code);
                    self.report("npcs.json", &npc.code, problem);
                }
            }
            for (_, offer) in told.iter().filter(|(code, _)| *code == npc.code.as_str()) {
                if !npc.items.contains(offer) {
                    let problem = format!("does not list `{}` as npc_items.json does", offer.code);
                    self.report("npcs.json", &npc.code, problem);
                }
            }
        }
    }

    /// Effects that are described, and that no rule here carries out.
    fn check_rules(&mut self) {
        let lists = &self.season.lists;
        let data = GameData {
            items: lists.items.iter().map(|item| (item.code.clone(), item.clone())).collect(),
            monsters: lists.monsters.iter().map(|row| (row.code.clone(), row.clone())).collect(),
            ..GameData::default()
        };
        for effect in unknown_effects(&data) {
            let problem = "is used, and no fight knows what it does";
            self.report("effects.json", effect, problem);
        }
    }
}
