//! Goals in the world's own hands: fresh characters work together for hours of virtual time, as the coordinator has them.

use std::{collections::BTreeSet, sync::Arc};

use game::{AccountName, CharacterName, GameData, Skill};
use jiff::{SignedDuration, Timestamp};
use planner::{
    Assignment, Company, Decision, Goal, Hands, Member, Mind, Plan, Standing, View, Wanted, plan, step,
};
use serde_json::{Value, json};
use world::{Rules, World};

use crate::stage::{first_steps, mind, season};

/// How often the plan is looked at when nothing has ended.
const PLAN_AGAIN: SignedDuration = SignedDuration::from_mins(30);
/// How soon somebody who waits or is blocked is asked again.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_secs(60);
/// How long a part that somebody could not go on with is not given to it again.
const REST: SignedDuration = SignedDuration::from_mins(30);

struct Player {
    name: CharacterName,
    mind: Option<Mind>,
    /// The goal's place and the part that it does.
    part: Option<(usize, String)>,
    /// When it decides next.
    at: Timestamp,
    resting: Vec<(String, Timestamp)>,
}

/// Characters that share a bank.
struct Troupe {
    world: World,
    account: AccountName,
    players: Vec<Player>,
    began: Timestamp,
    now: Timestamp,
    planned_at: Option<Timestamp>,
    requests: u64,
    deaths: u64,
}

impl Troupe {
    fn new(data: &Arc<GameData>) -> Self {
        let now: Timestamp = "2026-06-27T12:00:00Z".parse().unwrap();
        let mut world = World::new(Arc::clone(data), Rules { fight_logs: false, ..Rules::default() }, 7);
        let account: AccountName = "team".parse().unwrap();
        world.create_account(account.clone(), now).unwrap();
        let names = ["Ana", "Ben", "Cleo", "Dan", "Eva"].map(|name| name.parse::<CharacterName>().unwrap());
        let players = names.map(|name| {
            world.create_character(&account, name.clone(), "men1", now).unwrap();
            Player { name, mind: None, part: None, at: now, resting: Vec::new() }
        });
        let players = players.into();
        Self { world, account, players, began: now, now, planned_at: None, requests: 0, deaths: 0 }
    }

    fn hours(&self) -> f64 {
        self.now.duration_since(self.began).as_secs_f64() / 3600.0
    }

    fn members(&self) -> Vec<Member> {
        let member = |player: &Player| Member {
            character: self.world.character(&player.name).unwrap().clone(),
            hands: match &player.part {
                Some((goal, part)) => Hands::AtWork { goal: Some(*goal), part: part.clone() },
                None => Hands::Free,
            },
            resting: player.resting.iter().map(|(part, _)| part.clone()).collect::<BTreeSet<_>>(),
        };
        self.players.iter().map(member).collect()
    }

    /// Plans, and tells everybody what to do.
    fn plan(&mut self, wanted: &[Wanted]) -> Plan {
        self.planned_at = Some(self.now);
        let now = self.now;
        for player in &mut self.players {
            player.resting.retain(|(_, until)| *until > now);
        }
        let members = self.members();
        let data = Arc::clone(self.world.data());
        let company = Company {
            data: &data,
            members: &members,
            bank: self.world.bank(&self.account),
            achievements: None,
            now,
        };
        let plan = plan(company, wanted);
        for player in &mut self.players {
            match plan.assignments.iter().find(|one| one.character == player.name) {
                Some(Assignment { goes_on: true, .. }) => {}
                Some(one) => {
                    player.mind = Some(Mind::new(&one.strategy, one.config.clone()).unwrap());
                    player.part = Some((one.goal, one.part.clone()));
                    player.at = now;
                }
                None if player.part.is_some() => {
                    (player.mind, player.part) = (Some(mind("banking", json!({}))), None);
                }
                None => {}
            }
        }
        plan
    }

    /// Plays until whoever is next has decided; whether the plan has to be looked at.
    fn turn(&mut self) -> bool {
        let next = self.players.iter().enumerate().min_by_key(|(_, player)| player.at);
        let place = next.map(|(place, _)| place).unwrap();
        let player = &mut self.players[place];
        self.now = self.now.max(player.at);
        let Some(mind) = &mut player.mind else {
            player.at = self.now + LOOK_AGAIN;
            return false;
        };
        let character = self.world.character(&player.name).unwrap().clone();
        let data = Arc::clone(self.world.data());
        let bank = self.world.bank(&self.account).unwrap().clone();
        let view = View { data: &data, character: &character, bank: Some(&bank), events: &[], market: None };
        match step(mind, &view, self.now) {
            Decision::Act { action, .. } => {
                let at = self.now.max(character.cooldown_expiration);
                self.requests += 1;
                match self.world.act(&self.account, &player.name, &action, at) {
                    Ok(outcome) => {
                        player.at = outcome.cooldown.expiration;
                        let deaths = mind.tally().deaths;
                        mind.applied(&action, &outcome);
                        self.deaths += mind.tally().deaths - deaths;
                    }
                    Err(refusal) => {
                        mind.refused(&action, &refusal, at);
                        player.at = at + SignedDuration::from_secs(1);
                    }
                }
                false
            }
            Decision::Wait { until, .. } => {
                player.at = until.max(self.now + SignedDuration::from_secs(1));
                false
            }
            Decision::Done { .. } => {
                (player.mind, player.at) = (None, self.now + SignedDuration::from_secs(1));
                player.part.take().is_some()
            }
            Decision::Blocked { why } => {
                player.at = self.now + LOOK_AGAIN;
                let Some((_, part)) = player.part.take() else { return false };
                println!(
                    "  {:.1} h {} cannot {part}: {}",
                    self.now.duration_since(self.began).as_secs_f64() / 3600.0,
                    player.name,
                    why.text
                );
                player.resting.push((part, self.now + REST));
                player.mind = None;
                true
            }
        }
    }

    /// Works for goals until all are reached; tells the hours, and what was expected when a quarter of them was over.
    fn reach(&mut self, wanted: &[Wanted], most_hours: f64) -> Option<f64> {
        let mut expected = Vec::new();
        let mut plan = self.plan(wanted);
        loop {
            let end = plan.goals.iter().filter_map(|goal| goal.seconds).fold(0.0, f64::max) / 3600.0;
            expected.push((self.hours(), self.hours() + end));
            if plan.goals.iter().all(|goal| goal.standing == Standing::Reached) {
                break;
            }
            assert!(self.hours() < most_hours, "not within {most_hours} h: {plan:#?}");
            let due = |troupe: &Self| troupe.planned_at.is_none_or(|at| at + PLAN_AGAIN <= troupe.now);
            while !self.turn() && !due(self) {}
            plan = self.plan(wanted);
        }
        let quarter = self.hours() / 4.0;
        expected.into_iter().rev().find(|(at, _)| *at <= quarter).map(|(_, end)| end)
    }
}

fn wanted(goals: &[(&str, Value)]) -> Vec<Wanted> {
    let wanted = goals.iter().map(|(kind, config)| Wanted {
        goal: Some(Goal::new(kind, config).unwrap()),
        priority: 5,
        after: Vec::new(),
    });
    wanted.collect()
}

/// Five fresh characters work for these goals together; tells hours and requests.
fn together(name: &str, data: &Arc<GameData>, goals: &[(&str, Value)], most_hours: f64) -> Troupe {
    let mut troupe = Troupe::new(data);
    let expected = troupe.reach(&wanted(goals), most_hours).unwrap_or(0.0);
    let (hours, requests, deaths) = (troupe.hours(), troupe.requests, troupe.deaths);
    println!(
        "{name}: {hours:.1} h, {requests} requests, {deaths} deaths; at a quarter {expected:.1} h were expected"
    );
    troupe
}

#[test]
fn a_bar_for_everyone_is_got_together() {
    let troupe = together(
        "20 copper bars",
        &first_steps(),
        &[("items", json!({"item": "copper_bar", "quantity": 20}))],
        12.0,
    );
    assert!(troupe.world.bank(&troupe.account).unwrap().count(&"copper_bar".parse().unwrap()) >= 20);
}

fn skill(skill: Skill, level: u32) -> (&'static str, Value) {
    ("level", json!({"skill": skill, "level": level, "who": "one"}))
}

/// Prints what each takes: `cargo nextest run --release -p planner goals --run-ignored only --no-capture`.
#[test]
#[ignore = "takes minutes: it plays days"]
fn goals_of_a_season_are_reached_together() {
    let Some(data) = season() else { return };
    let skills = [skill(Skill::Mining, 15), skill(Skill::Woodcutting, 15), skill(Skill::Fishing, 15)];
    together("mining, woodcutting and fishing 15, one each", &data, &skills, 200.0);
    together("combat 10 for all", &data, &[("level", json!({"level": 10}))], 200.0);
    together("20,000 gold", &data, &[("gold", json!({"amount": 20_000}))], 300.0);
}
