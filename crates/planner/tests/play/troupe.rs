//! Five fresh characters who work for goals together in the pure world, for hours of virtual time, as the coordinator has
//! them. The benchmarks play with them, too.

use std::{collections::BTreeSet, sync::Arc};

use game::{AccountName, Calendar, CharacterName, GameData};
use jiff::{SignedDuration, Timestamp};
use planner::{
    Assignment, Company, Decision, Goal, Hands, Member, Mind, Plan, Standing, View, Wanted, Won, plan, step,
};
use serde_json::{Value, json};
use world::{Rules, World};

/// How often the plan is looked at when nothing has ended.
const PLAN_AGAIN: SignedDuration = SignedDuration::from_mins(30);
/// How soon somebody who waits or is blocked is asked again.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_secs(60);
/// How long a part that somebody could not go on with is not given to it again.
const REST: SignedDuration = SignedDuration::from_mins(30);

/// What it took to reach goals.
#[derive(Debug)]
pub(crate) struct Reached {
    pub(crate) hours: f64,
    pub(crate) requests: u64,
    pub(crate) deaths: u64,
    /// The hours that were expected when a quarter of them was over.
    pub(crate) expected_hours: f64,
}

/// Lets five fresh characters work for goals, given by kind and configuration, until all are reached; nothing when that
/// takes more than so many hours. Says in which world they end.
pub(crate) fn together(
    data: &Arc<GameData>,
    goals: &[(&str, Value)],
    most_hours: f64,
) -> (World, Option<Reached>) {
    let wanted = goals.iter().map(|(kind, config)| Wanted {
        goal: Some(Goal::new(kind, config).expect("a valid goal")),
        priority: 5,
        after: Vec::new(),
        won: Won::new(),
        memory: Value::Null,
    });
    let mut troupe = Troupe::new(data);
    let reached = troupe.reach(&wanted.collect::<Vec<_>>(), most_hours);
    (troupe.world, reached)
}

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
        let now: Timestamp = "2026-06-27T12:00:00Z".parse().expect("a valid time");
        let mut world = World::new(Arc::clone(data), Rules { fight_logs: false, ..Rules::default() }, 7);
        let account: AccountName = "team".parse().expect("a valid name");
        world.create_account(account.clone(), now).expect("a new account");
        let players = ["Ana", "Ben", "Cleo", "Dan", "Eva"].map(|name| {
            let name: CharacterName = name.parse().expect("a valid name");
            world.create_character(&account, name.clone(), "men1", now).expect("a new character");
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
            character: self.world.character(&player.name).expect("one of them").clone(),
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
            calendar: &Calendar::default(),
            now,
        };
        let plan = plan(company, wanted);
        for player in &mut self.players {
            match plan.assignments.iter().find(|one| one.character == player.name) {
                Some(Assignment { goes_on: true, .. }) => {}
                Some(one) => {
                    player.mind = Some(mind(&one.strategy, one.config.clone()));
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
        let place = next.map(|(place, _)| place).expect("five of them");
        let player = &mut self.players[place];
        self.now = self.now.max(player.at);
        let Some(mind) = &mut player.mind else {
            player.at = self.now + LOOK_AGAIN;
            return false;
        };
        let character = self.world.character(&player.name).expect("one of them").clone();
        let data = Arc::clone(self.world.data());
        let bank = self.world.bank(&self.account).expect("their bank").clone();
        let view = View {
            data: &data,
            character: &character,
            bank: Some(&bank),
            events: &[],
            market: None,
            raids: &[],
            comrades: &[],
        };
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
            Decision::Blocked { .. } => {
                player.at = self.now + LOOK_AGAIN;
                let Some((_, part)) = player.part.take() else { return false };
                player.resting.push((part, self.now + REST));
                player.mind = None;
                true
            }
        }
    }

    /// Works for goals until all are reached.
    fn reach(&mut self, wanted: &[Wanted], most_hours: f64) -> Option<Reached> {
        let mut expected = Vec::new();
        let mut plan = self.plan(wanted);
        loop {
            let end = plan.goals.iter().filter_map(|goal| goal.seconds).fold(0.0, f64::max) / 3600.0;
            expected.push((self.hours(), self.hours() + end));
            if plan.goals.iter().all(|goal| goal.standing == Standing::Reached) {
                break;
            }
            if self.hours() > most_hours {
                return None;
            }
            let due = |troupe: &Self| troupe.planned_at.is_none_or(|at| at + PLAN_AGAIN <= troupe.now);
            while !self.turn() && !due(self) {}
            plan = self.plan(wanted);
        }
        let Self { requests, deaths, .. } = *self;
        let hours = self.hours();
        let (_, expected_hours) = expected.into_iter().rev().find(|(at, _)| *at <= hours / 4.0)?;
        Some(Reached { hours, requests, deaths, expected_hours })
    }
}

fn mind(strategy: &str, config: Value) -> Mind {
    Mind::new(strategy, config).expect("a valid configuration")
}
