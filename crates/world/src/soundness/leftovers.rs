//! What nobody has reached when everything was tried: items, monsters, tiles, tasks, achievements, and rows that are
//! nowhere.

use game::data::{ContentType, Currency, Item};

use super::{Finding, progress::Progress};

pub(super) fn find(progress: &Progress<'_>) -> Vec<Finding> {
    let season = progress.ground.season;
    let lists = &season.lists;
    let mut findings = nowhere(progress);
    findings.extend(out_of_reach(progress));
    for item in lists.items.iter().filter(|item| !progress.has(item.code.as_str())) {
        findings.push(Finding::new("items.json", &item.code, no_source(progress, item)));
    }
    for monster in lists.monsters.iter().filter(|monster| !progress.has_beaten(monster.code.as_str())) {
        let problem = "is not beaten on any level with what can be had";
        findings.push(Finding::new("monsters.json", &monster.code, problem));
    }
    for task in lists.tasks.iter().filter(|task| !progress.can_do(task)) {
        findings.push(Finding::new("tasks.json", &task.code, "asks for what nobody can do"));
    }
    for row in lists.achievements.iter().filter(|row| !progress.has_achieved(row.code.as_str())) {
        findings.push(Finding::new("achievements.json", &row.code, "counts what nobody can do"));
    }
    findings
}

/// Rows that no tile and no event brings.
fn nowhere(progress: &Progress<'_>) -> Vec<Finding> {
    let season = progress.ground.season;
    let lists = &season.lists;
    let is_missing = |kind: &ContentType, code: &str| progress.ground.sites(kind, code).is_empty();
    let raided = |code: &str| lists.raids.iter().any(|raid| raid.monster.as_str() == code);
    let monsters = lists.monsters.iter().map(|row| row.code.as_str());
    let monsters = monsters.filter(|code| is_missing(&ContentType::Monster, code) && !raided(code));
    let resources = lists.resources.iter().map(|row| row.code.as_str());
    let resources = resources.filter(|code| is_missing(&ContentType::Resource, code));
    let npcs = lists.npcs.iter().map(|row| row.code.as_str());
    let npcs = npcs.filter(|code| is_missing(&ContentType::Npc, code));
    let raids = lists.raids.iter().map(|raid| raid.code.as_str());
    let raids = raids.filter(|code| is_missing(&ContentType::Raid, code));
    let problem = "is on no tile, and no event brings it";
    monsters
        .map(|code| Finding::new("monsters.json", code, problem))
        .chain(resources.map(|code| Finding::new("resources.json", code, problem)))
        .chain(npcs.map(|code| Finding::new("npcs.json", code, problem)))
        .chain(raids.map(|code| Finding::new("raids.json", code, "is on no tile")))
        .collect()
}

/// Tiles with contents, and events, that nobody can come to.
fn out_of_reach(progress: &Progress<'_>) -> Vec<Finding> {
    let mut findings: Vec<_> = progress
        .ground
        .contents()
        .filter(|(_, site)| site.lasting && !progress.has_been_on(site.map_id))
        .map(|(code, site)| {
            Finding::new("maps.json", site.map_id, format!("holds `{code}`, and no way leads there"))
        })
        .collect();
    for event in &progress.ground.season.lists.events {
        if !event.maps.iter().any(|tile| progress.has_been_on(tile.map_id)) {
            findings.push(Finding::new("events.json", &event.code, "appears only where no way leads"));
        }
    }
    findings
}

/// That an item cannot be had, with the sources that it is said to have.
fn no_source(progress: &Progress<'_>, item: &Item) -> String {
    let lists = &progress.ground.season.lists;
    let is_it = |code: &game::ItemCode| *code == item.code;
    let mut sources = Vec::new();
    for resource in lists.resources.iter().filter(|row| row.drops.iter().any(|drop| is_it(&drop.code))) {
        sources.push(format!("gathered from `{}`", resource.code));
    }
    for monster in lists.monsters.iter().filter(|row| row.drops.iter().any(|drop| is_it(&drop.code))) {
        sources.push(format!("dropped by `{}`", monster.code));
    }
    for part in item.craft.iter().flat_map(|craft| &craft.items) {
        if !progress.has(part.code.as_str()) {
            sources.push(format!("made of `{}`", part.code));
        }
    }
    for line in lists.npc_items.iter().filter(|line| is_it(&line.code) && line.buy_price.is_some()) {
        let price = match &line.currency {
            Currency::Gold => "gold",
            Currency::Item(code) => code.as_str(),
        };
        sources.push(format!("sold by `{}` for `{price}`", line.npc));
    }
    if sources.is_empty() {
        return "cannot be had: nothing drops, makes, sells or gives it".to_owned();
    }
    format!("cannot be had: it is only {}", sources.join(", "))
}
