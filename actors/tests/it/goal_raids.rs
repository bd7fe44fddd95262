//! Raids that a goal is about are met on time: potions are made before, the party is called away from its work and fights as
//! soon as the raid opens, and goes back to work afterwards.

use actors::board::GoalView;
use game::{character::Slot, xp};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use test_support::company::{Setup, TestCompany};

use crate::{
    goal_events::part,
    goals::{create, wanted},
    script::MINUTE,
};

const NAMES: [&str; 3] = ["Ana", "Ben", "Cleo"];

/// Gear in which three of level 48 survive the wyrm nearly always with healing potions, and never without.
const GEAR: [(&str, u32); 10] = [
    ("tide_staff", 1),
    ("steel_shield", 1),
    ("steel_helm", 1),
    ("bone_armor", 1),
    ("bone_legs", 1),
    ("steel_boots", 1),
    ("ogre_amulet", 1),
    ("ring_of_chance", 2),
    ("crypt_talisman", 1),
    ("healing_aura_rune", 1),
];

/// Three veterans, of whom Ana alone knows how to make potions, early on a Saturday, on which the raid opens.
fn veterans() -> TestCompany {
    let characters = NAMES.map(|name| name.parse().expect("a name")).into();
    let company =
        TestCompany::start(Setup { characters, minds: Vec::new(), members: true, ..Setup::default() });
    company.run_for(MINUTE);
    for name in NAMES {
        (0..8).for_each(|_| company.grant(name, 100_000, &[]));
        company.grant(name, 1, &GEAR);
        // The way to the wyrm is not free.
        company.give(name, "gold", json!({"quantity": 1000}));
    }
    company.give("Ana", "xp", json!({"type": "alchemy", "amount": xp::total(&xp::at_level(15))}));
    company
}

fn raid(company: &TestCompany) -> GoalView {
    let goals = company.company().board().goals();
    goals.into_iter().find(|goal| goal.kind == "raid").expect("a goal about a raid")
}

/// Potions that somebody has in its slots.
fn potions(company: &TestCompany, name: &str) -> u32 {
    let equipment = company.character(name).expect("it plays").equipment;
    let worn = [Slot::Utility1, Slot::Utility2].map(|slot| equipment.get(slot.as_str()).cloned());
    worn.into_iter().flatten().map(|worn| worn.quantity).sum()
}

fn why(company: &TestCompany, name: &str) -> String {
    company.character(name).expect("it plays").why
}

/// Whether the goal waits for the raid to open at this time.
fn awaits(company: &TestCompany, opens: Timestamp) -> bool {
    let next = raid(company).awaits.and_then(|awaited| awaited.at);
    next.is_some_and(|next| next.duration_since(opens).abs() < SignedDuration::from_secs(1))
}

/// Lets time pass until so many seconds before the raid opens.
fn wait_until(company: &TestCompany, opens: Timestamp, seconds: i64) {
    let left = opens.duration_since(company.now()) - SignedDuration::from_secs(seconds);
    company.run_for(left.unsigned_abs());
}

#[test]
fn a_raid_is_met_on_time_with_potions_made_before_by_those_who_go_back_to_work_afterwards() {
    let company = veterans();
    let opens: Timestamp = "2026-08-01T18:00:00Z".parse().expect("a time");
    wait_until(&company, opens, 3 * 3600);
    let config = json!({"raid": "wyrm_in_the_cinders", "potions": 10, "hours": 1});
    create(&company, wanted("raid", config)).expect("a goal");
    let work = json!({"skill": "woodcutting", "level": 20, "names": ["Ben", "Cleo"]});
    create(&company, wanted("level", work)).expect("a goal");
    company.run_until(MINUTE, "it is planned", |company| awaits(company, opens));
    assert_eq!(NAMES.map(|name| potions(&company, name)), [0; 3], "nobody has any");
    assert_eq!(part(&company, "Ana").as_deref(), Some("raid"), "she makes them");
    wait_until(&company, opens, 30);
    for name in NAMES {
        let waits = "Waiting for wyrm_in_the_cinders, which opens on Sat 18:00 UTC";
        assert_eq!(why(&company, name), waits, "{name}");
    }
    let taken = NAMES.map(|name| potions(&company, name));
    let (least, most) = (taken.into_iter().min().unwrap(), taken.into_iter().max().unwrap());
    assert!(least > 0 && most - least <= 3, "each has about its share: {taken:?}");
    wait_until(&company, opens, -90);
    for name in NAMES {
        let log = company.log(&name.parse().expect("a name"));
        let first = log.iter().find(|entry| entry.kind == "raid_fight").expect("they fight");
        let late = first.created_at.duration_since(opens).as_secs();
        assert!((0..60).contains(&late), "{name} fights {late} s after the opening");
    }
    company.look_every(MINUTE, 90 * MINUTE, "Ben and Cleo go back to work", |company| {
        ["Ben", "Cleo"].iter().all(|name| part(company, name).as_deref() == Some("level"))
    });
    assert!(awaits(&company, opens + SignedDuration::from_hours(24)), "{:?}", raid(&company));
    company.assert_everything_is_recorded_once();
}
