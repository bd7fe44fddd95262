//! Plans for achievements, which count what is done.

use serde_json::{Value, json};

use super::{Standing, Troupe, company};

/// Ana and Bob, whose account has done so much of each objective.
fn account(objectives: &Value, done: &[u32]) -> Troupe {
    let mut troupe = company(&["Ana", "Bob"]);
    let achievement = json!([{
        "name": "Proof", "code": "proof", "description": "", "points": 1, "objectives": objectives,
        "rewards": {"gold": 0, "items": null},
    }]);
    troupe.data.achievements = serde_json::from_value(achievement).unwrap();
    troupe.achievements = Some([("proof".parse().unwrap(), done.to_vec())].into());
    troupe.wants("achievement", json!({"achievement": "proof"}))
}

fn objective(kind: &str, target: Option<&str>, total: u32) -> Value {
    json!({"type": kind, "target": target, "total": total})
}

fn lines(troupe: &Troupe) -> Vec<String> {
    let mut lines: Vec<_> = troupe.plan().goals[0].lines.iter().map(|line| line.what.clone()).collect();
    lines.sort();
    lines
}

#[test]
fn what_the_game_has_not_counted_yet_is_shared_out() {
    let objectives = json!([
        objective("combat_kill", Some("chicken"), 1000),
        objective("gathering", Some("copper_ore"), 50)
    ]);
    let troupe = account(&objectives, &[400, 50]);
    assert_eq!(lines(&troupe), ["beat chicken 300 times", "beat chicken 300 times"]);
    let goal = &troupe.plan().goals[0];
    assert_eq!((goal.standing, goal.progress), (Standing::UnderWay, 0.7));
    assert_eq!(troupe.now(), ["Ana: beat chicken", "Bob: beat chicken"]);
}

#[test]
fn what_lies_in_the_bank_was_counted_when_it_was_made() {
    let mut troupe = account(&json!([objective("crafting", Some("dagger"), 5)]), &[3]);
    troupe.bank.set_items(
        &[("dagger", 3), ("copper_bar", 12)]
            .map(|(code, quantity)| game::SimpleItem::new(code.parse().unwrap(), quantity)),
    );
    assert_eq!(lines(&troupe), ["craft 2 dagger"]);
    assert!(
        !troupe.plan().goals[0].holds.contains_key(&"dagger".parse().unwrap()),
        "they are not needed for it"
    );
}

#[test]
fn levels_and_tasks_count_too() {
    let objectives = json!([objective("combat_level", None, 3), objective("task", None, 1)]);
    assert_eq!(lines(&account(&objectives, &[1, 0])), ["do a task", "train combat to 3"]);
}

#[test]
fn it_is_reached_when_the_game_has_counted_all_of_it() {
    let troupe = account(&json!([objective("combat_kill", Some("chicken"), 10)]), &[10]);
    assert_eq!(troupe.plan().goals[0].standing, Standing::Reached);
}

#[test]
fn what_nobody_plans_for_is_said() {
    let troupe = account(&json!([objective("npc_buy", Some("cloth"), 7)]), &[]);
    let goal = troupe.plan().goals.remove(0);
    assert_eq!(goal.standing, Standing::Impossible);
    assert_eq!(goal.impossible[0].what, "npc buy: 7 cloth");
    assert_eq!(goal.impossible[0].why, "nobody plans for what counts as npc buy");
}

#[test]
fn nothing_is_planned_before_the_account_was_looked_at() {
    let mut troupe = account(&json!([objective("combat_kill", Some("chicken"), 10)]), &[]);
    troupe.achievements = None;
    let goal = troupe.plan().goals.remove(0);
    assert_eq!((goal.standing, goal.progress), (Standing::Impossible, 0.0));
    assert_eq!(goal.impossible[0].unblock, "Wait a moment");
}
