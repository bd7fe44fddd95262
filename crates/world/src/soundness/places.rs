//! Places that a world cannot do without: somewhere to begin, a bank, the exchange, masters of tasks, and a workshop for
//! each skill that makes something.

use std::collections::BTreeSet;

use game::{
    Skill,
    data::{AccessType, ContentType, TaskType},
};

use super::{Finding, ground::Ground};

const FILE: &str = "maps.json";

pub(super) fn find(ground: &Ground<'_>) -> Vec<Finding> {
    let lists = &ground.season.lists;
    let crafts: BTreeSet<Skill> =
        lists.items.iter().filter_map(|item| item.craft.as_ref()).map(|craft| craft.skill).collect();
    let workshops = crafts.iter().map(|skill| (ContentType::Workshop, skill.as_str()));
    let masters = [TaskType::Monsters, TaskType::Items];
    let masters = masters.iter().map(|kind| (ContentType::TasksMaster, kind.as_str()));
    let mut findings: Vec<_> = workshops
        .chain(masters)
        .filter(|(kind, code)| !ground.sites(kind, code).iter().any(|site| site.lasting))
        .map(|(kind, code)| missing(&kind, code))
        .collect();
    for kind in [ContentType::Bank, ContentType::GrandExchange] {
        if ground.data.maps.with_content_type(&kind).next().is_none() {
            findings.push(missing(&kind, ""));
        }
    }
    let start = ground.data.maps.at(ground.rules.spawn);
    if start.is_none_or(|tile| tile.access.kind != AccessType::Standard) {
        let problem = "is where characters start: it needs a tile that anybody may enter";
        findings.push(Finding::new(FILE, ground.rules.spawn, problem));
    }
    findings
}

fn missing(kind: &ContentType, code: &str) -> Finding {
    let (key, word) = match kind {
        ContentType::Workshop => (code, "workshop of this skill"),
        ContentType::TasksMaster => (code, "master of such tasks"),
        ContentType::Bank => ("bank", "bank"),
        _ => ("grand_exchange", "Grand Exchange"),
    };
    Finding::new(FILE, key, format!("there is no {word} on any tile"))
}
