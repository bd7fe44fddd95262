//! What parts cost whom, in seconds: reckoned from what each trains, gathers and fights now, and kept while a plan is made.
//!
//! Rough where it may be: it compares characters. Levels to come are looked at one by one, in the gear that is worn now;
//! only who is to be beaten in none of it is looked at in gear that can be made by then.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use game::{
    ActiveEvent, Bank, Character, Inventory, ItemCode, MonsterCode,
    character::Slot,
    cooldown,
    data::{Item, Monster, TaskType},
    recycling, xp,
};
use serde_json::{Value, json};

use super::{
    company::{Company, Hands, Member},
    event,
    getting::{self, Method},
    part::{Effort, Levels, Step, Work},
    pipeline::StageWork,
    raid,
    training::{self, Trained},
};
use crate::{
    decision::{Comrade, Decision, View},
    estimate::Aim,
    mind::{self, Mind},
    notes::{Notes, Rehearsals},
    parts::{opponent, ranking::Obstacle},
    reserve::Items,
    setbacks::Setbacks,
    situation::Situation,
    supply::price,
    tally::Tally,
};

/// Crafting and fighting are reckoned at every so manieth level: that is simulation, and changes slowly.
const EVERY: u32 = 3;

/// Seconds of bringing home what was got, or of fetching what is needed.
const BANK_TRIP: f64 = 60.0;

/// Answers that need not be reckoned again, as long as a plan is made.
struct Kept<K, V>(RefCell<BTreeMap<K, Result<V, Obstacle>>>);

impl<K: Ord, V: Clone> Kept<K, V> {
    fn new() -> Self {
        Self(RefCell::default())
    }

    /// The answer for `key`; reckoned when it is asked for the first time.
    fn get(&self, key: K, reckon: impl FnOnce() -> Result<V, Obstacle>) -> Result<V, Obstacle> {
        if let Some(answer) = self.0.borrow().get(&key) {
            return answer.clone();
        }
        // Reckoning may ask for other answers: nothing is borrowed meanwhile.
        let answer = reckon();
        self.0.borrow_mut().insert(key, answer.clone());
        answer
    }
}

/// Costs of parts.
pub(crate) struct Costs<'a> {
    pub(super) company: Company<'a>,
    /// Ways to get items by member, by its levels, and item.
    methods: Kept<(usize, Levels, ItemCode), Method>,
    /// The best monster for gold by member, with the gold of a second.
    gold: Kept<usize, (MonsterCode, f64)>,
    /// Ways to beat monsters by member, by its levels, and monster.
    fights: Kept<(usize, Levels, MonsterCode), Method>,
    /// Seconds of a task by member.
    tasks: Kept<usize, f64>,
    /// Whether a member can work in a stage of a pipeline, by member and what is done there.
    stages: Kept<(usize, String), ()>,
    /// Xp per hour by member, what is trained, and level.
    rates: Kept<(usize, Trained, u32), f64>,
    /// Banks with the gear of a level.
    outfits: RefCell<BTreeMap<u32, Rc<Bank>>>,
    notes: RefCell<Vec<Notes>>,
}

impl<'a> Costs<'a> {
    pub(crate) fn new(company: Company<'a>) -> Self {
        let notes = RefCell::new(vec![Notes::default(); company.members.len()]);
        let (methods, gold, fights) = (Kept::new(), Kept::new(), Kept::new());
        let (tasks, stages, rates, outfits) = (Kept::new(), Kept::new(), Kept::new(), RefCell::default());
        Self { company, methods, gold, fights, tasks, stages, rates, outfits, notes }
    }

    /// What it takes a member to do some work, once it has these levels.
    ///
    /// # Errors
    /// What stands in the way, and what would remove it.
    pub(crate) fn of(&self, member: usize, levels: &Levels, work: &Work) -> Result<Effort, Obstacle> {
        match work {
            Work::Get { item, quantity } => self.getting(member, levels, item, *quantity),
            Work::Craft { item, quantity } => self.crafting(member, levels, item, *quantity),
            Work::Earn { gold } => self.earning(member, levels, *gold),
            Work::Bring { .. } => {
                let (seconds, steps, levels) = (BANK_TRIP, vec![home()], levels.clone());
                Ok(Effort { seconds, training_seconds: 0.0, steps, levels })
            }
            Work::Beat { monster, fights } => self.beating(member, levels, monster, *fights),
            Work::Party { monster, fights, party, promise } => {
                let config = json!({"monster": monster, "with": party, "fights": fights});
                let steps = vec![Step { strategy: "party", config, until: Vec::new() }];
                let seconds = f64::from(promise.seconds) * f64::from(*fights) + BANK_TRIP;
                Ok(Effort { seconds, training_seconds: 0.0, steps, levels: Levels::new() })
            }
            Work::Tasks { tasks } => self.tasks(member, levels, *tasks),
            Work::Stage(stage) => self.stage(member, levels, stage),
            Work::Raid { monster, party, seconds, .. } => Ok(raid::staying(monster, party, *seconds)),
            Work::Event { event, brings } => event::staying(self.company, event, brings),
            Work::Train { what, level } => {
                let seconds = self.training(member, levels, *what, *level)?;
                let steps = vec![training::step(*what, *level)];
                Ok(Effort { seconds, training_seconds: seconds, steps, levels: [(*what, *level)].into() })
            }
        }
    }

    /// Seconds to reach a level.
    pub(super) fn training(
        &self,
        member: usize,
        levels: &Levels,
        what: Trained,
        to: u32,
    ) -> Result<f64, Obstacle> {
        let own = training::progress(&self.company.members[member].character, what);
        let from = levels.get(&what).copied().unwrap_or(0).max(own.level);
        let mut seconds = 0.0;
        let mut last = None;
        for level in from..to {
            let rate = match (self.rate(member, what, level, own.level), last) {
                (Ok(rate), _) if rate > 0.0 => rate,
                // Later levels are trained in gear that nobody has made yet: what held before will about hold then.
                (_, Some(rate)) => rate,
                (Err(obstacle), None) => return Err(obstacle),
                (Ok(_), None) => {
                    let what = training::name(what);
                    let why = format!("nothing pays {what} xp at level {level}");
                    return Err(Obstacle::new(why, format!("Something that trains {what} {level}")));
                }
            };
            last = Some(rate);
            let gained = if level == own.level { own.xp } else { 0 };
            seconds += 3600.0 * (xp::to_next(level).unwrap_or(0) - gained) as f64 / rate;
        }
        Ok(seconds)
    }

    /// Xp per hour at a level.
    pub(super) fn rate(&self, member: usize, what: Trained, level: u32, own: u32) -> Result<f64, Obstacle> {
        let crafts = what.is_some_and(training::only_crafts);
        let level = if what.is_some() && !crafts { level } else { level - (level - own) % EVERY };
        self.rates.get((member, what, level), || {
            let mut character = training::at(&self.company.members[member].character, what, level);
            let mut bank = self.company.bank;
            if crafts {
                // What is at hand is soon used up, and others count on it as well.
                character.inventory = Inventory::empty(character.inventory.max_items);
                bank = None;
            }
            self.look_with(&character, bank, &[], |situation| {
                let notes = &mut self.notes.borrow_mut()[member];
                training::promises(what, situation, notes).map_err(|blocked| Obstacle::of(&blocked))
            })
        })
    }

    /// The level that a member has.
    pub(super) fn level(&self, member: usize, what: Trained) -> u32 {
        training::progress(&self.company.members[member].character, what).level
    }

    fn getting(
        &self,
        member: usize,
        levels: &Levels,
        item: &ItemCode,
        quantity: u32,
    ) -> Result<Effort, Obstacle> {
        let key = (member, levels.clone(), item.clone());
        let method = self.methods.get(key, || getting::method(self, member, levels, item, quantity))?;
        Ok(trained_for(&method, quantity, [method.step(item, quantity), home()]))
    }

    /// What it takes to make something of materials that are in the bank.
    fn crafting(
        &self,
        member: usize,
        levels: &Levels,
        item: &ItemCode,
        quantity: u32,
    ) -> Result<Effort, Obstacle> {
        let recipe = self.company.data.items.get(item).and_then(|item| item.craft.as_ref());
        let recipe = recipe.ok_or_else(|| Obstacle::new("it has no recipe", "Choose something else"))?;
        let what = Some(recipe.skill);
        let own = levels.get(&what).copied().unwrap_or(0).max(self.level(member, what));
        if own < recipe.level {
            let why = format!("{item} needs {} {}, not {own}", recipe.skill, recipe.level);
            return Err(Obstacle::new(why, format!("{} level {}", recipe.skill, recipe.level)));
        }
        let crafts = quantity.div_ceil(recipe.quantity.max(1));
        let character = &self.company.members[member].character;
        let load = recycling::ingredients(recipe).saturating_mul(crafts);
        let rounds = load.div_ceil(character.inventory.max_items.max(1));
        let walks = self.look(character, |situation| price::workshop(situation, recipe.skill, rounds))?;
        let config = json!({"item": item, "quantity": quantity});
        let craft = Step { strategy: "crafting", config, until: Vec::new() };
        let seconds = walks + f64::from(cooldown::crafting(crafts)) + BANK_TRIP * f64::from(rounds.max(1));
        Ok(Effort { seconds, training_seconds: 0.0, steps: vec![craft, home()], levels: Levels::new() })
    }

    /// What it takes to win against a monster so often.
    fn beating(
        &self,
        member: usize,
        levels: &Levels,
        code: &MonsterCode,
        fights: u32,
    ) -> Result<Effort, Obstacle> {
        let monster = self.company.data.monsters.get(code);
        let monster = monster.ok_or_else(|| Obstacle::new("there is no such monster", "Another goal"))?;
        let method = self.fights.get((member, levels.clone(), code.clone()), || {
            getting::beating(self, member, levels, monster, |situation| {
                Ok(opponent::outlook(situation, monster, Aim::Xp)?.1.seconds)
            })
        })?;
        let until = vec![json!({"when": "loops", "at_least": fights})];
        let fight = Step { strategy: "combat", config: json!({"monster": code}), until };
        Ok(trained_for(&method, fights, [fight]))
    }

    /// What it takes to complete so many tasks about monsters, of those that one of its level is given.
    fn tasks(&self, member: usize, levels: &Levels, tasks: u32) -> Result<Effort, Obstacle> {
        let character = &self.company.members[member].character;
        let each = self.tasks.get(member, || self.look(character, mean_task))?;
        let step = Step { strategy: "task", config: json!({"tasks": tasks}), until: Vec::new() };
        let seconds = each * f64::from(tasks);
        Ok(Effort { seconds, training_seconds: 0.0, steps: vec![step], levels: levels.clone() })
    }

    /// Whether a member can work in a stage: whoever is at it says so itself.
    fn stage(&self, member: usize, levels: &Levels, stage: &StageWork) -> Result<Effort, Obstacle> {
        let Member { character, hands, .. } = &self.company.members[member];
        let name = stage.to_string();
        if !matches!(hands, Hands::AtWork { part, .. } if *part == name) {
            let (strategy, config) = stage.plan();
            self.stages.get((member, format!("{strategy} {config}")), || {
                self.look(character, |situation| self.begins(strategy, config, situation))
            })?;
        }
        let step = Step { strategy: "workflow", config: stage.workflow(), until: Vec::new() };
        let (seconds, levels) = (f64::INFINITY, levels.clone());
        Ok(Effort { seconds, training_seconds: 0.0, steps: vec![step], levels })
    }

    /// Whether an automation has something to do now.
    fn begins(&self, strategy: &str, config: &Value, situation: &Situation<'_>) -> Result<(), Obstacle> {
        let Company { members, calendar, now, .. } = self.company;
        let mind = Mind::new(strategy, config.clone());
        let mut mind = mind.map_err(|error| Obstacle::new(error.to_string(), "Change its configuration"))?;
        let seen = members.iter().filter(|one| mind.comrades().contains(one.name()));
        let comrade = |one: &Member| Comrade {
            character: one.character.clone(),
            ready_at: now,
            claims: Items::new(),
            stance: None,
        };
        let comrades: Vec<_> = seen.map(comrade).collect();
        let view = View { events: &calendar.events, comrades: &comrades, ..situation.view };
        match mind::step(&mut mind, &view, now) {
            blocked @ Decision::Blocked { .. } => Err(Obstacle::of(&blocked)),
            _ => Ok(()),
        }
    }

    /// What it takes to fight for gold.
    fn earning(&self, member: usize, levels: &Levels, gold: i64) -> Result<Effort, Obstacle> {
        let best = || self.look(&self.company.members[member].character, richest);
        let (monster, rate) = self.gold.get(member, best)?;
        let purse = self.company.members[member].character.gold;
        let until = json!({"when": "gold", "at_least": purse.max(0) + gold.max(1)});
        let config = json!({"monster": monster});
        let steps = vec![Step { strategy: "combat", config, until: vec![until] }];
        Ok(Effort { seconds: gold as f64 / rate, training_seconds: 0.0, steps, levels: levels.clone() })
    }

    /// Asks a question about a character's situation, without any refusals.
    pub(super) fn look<T>(&self, character: &Character, question: impl FnOnce(&Situation<'_>) -> T) -> T {
        self.look_with(character, self.company.bank, &[], question)
    }

    /// The same, as if the bank also held a set of all gear that can be made at the character's level.
    pub(super) fn look_outfitted<T>(
        &self,
        character: &Character,
        question: impl FnOnce(&Situation<'_>) -> T,
    ) -> T {
        let level = character.combat.level;
        let bank =
            self.outfits.borrow_mut().entry(level).or_insert_with(|| Rc::new(self.outfit(level))).clone();
        self.look_with(character, Some(&bank), &[], question)
    }

    /// The bank with two of each piece of gear that is made, up to a level.
    fn outfit(&self, level: u32) -> Bank {
        let mut bank = self.company.bank.cloned().unwrap_or_default();
        let worn = |item: &&Item| Slot::ALL.iter().any(|slot| slot.item_type() == item.kind);
        let made =
            self.company.data.items.values().filter(|item| item.craft.is_some() && item.level <= level);
        for item in made.filter(worn) {
            *bank.items.entry(item.code.clone()).or_default() += 2;
        }
        bank
    }

    /// Asks a member's situation as it is while an event is on.
    pub(super) fn look_during<T>(
        &self,
        event: &ActiveEvent,
        member: usize,
        question: impl FnOnce(&Situation<'_>) -> T,
    ) -> T {
        let character = &self.company.members[member].character;
        self.look_with(character, self.company.bank, std::slice::from_ref(event), question)
    }

    /// Asks about a character's situation with this bank and these events.
    pub(super) fn look_with<T>(
        &self,
        character: &Character,
        bank: Option<&Bank>,
        events: &[ActiveEvent],
        question: impl FnOnce(&Situation<'_>) -> T,
    ) -> T {
        let Company { data, now, .. } = self.company;
        let view = View { data, character, bank, events, market: None, raids: &[], comrades: &[] };
        question(&Situation::new(&view, now, &Setbacks::default(), &Tally::default()))
    }
}

/// What brings home what is carried.
fn home() -> Step {
    Step { strategy: "banking", config: json!({}), until: Vec::new() }
}

/// What a method takes for so many pieces or fights, which are these steps once it has been trained for.
fn trained_for(method: &Method, quantity: u32, steps: impl IntoIterator<Item = Step>) -> Effort {
    let training = method.training.map(|(what, level)| training::step(what, level));
    Effort {
        seconds: method.training_seconds + method.seconds(quantity) + BANK_TRIP,
        training_seconds: method.training_seconds,
        steps: training.into_iter().chain(steps).collect(),
        levels: method.training.into_iter().collect(),
    }
}

/// Seconds of a task about monsters, on average over those that can be done now.
fn mean_task(situation: &Situation<'_>) -> Result<f64, Obstacle> {
    let own = situation.character.combat.level;
    let tasks = situation.data.tasks.iter();
    let given = tasks.filter(|task| task.kind == TaskType::Monsters && task.level <= own);
    let seconds = given.filter_map(|task| {
        let monster = situation.data.monsters.values().find(|one| one.code.as_str() == task.code)?;
        let (trip, each) = opponent::outlook(situation, monster, Aim::Xp).ok()?;
        let wins = f64::from(task.min_quantity + task.max_quantity) / 2.0;
        Some(f64::from(trip.seconds) + wins * each.seconds)
    });
    let seconds: Vec<_> = seconds.collect();
    if seconds.is_empty() {
        return Err(Obstacle::new(
            "no task that it is given can be done now",
            "Better gear or a higher level",
        ));
    }
    Ok(seconds.iter().sum::<f64>() / seconds.len() as f64)
}

/// The monster that brings most gold, with the gold of a second.
fn richest(situation: &Situation<'_>) -> Result<(MonsterCode, f64), Obstacle> {
    let rate = |monster: &Monster| {
        let gold = (monster.min_gold + monster.max_gold) as f64 / 2.0;
        let (_, estimate) = opponent::outlook(situation, monster, Aim::Gold).ok().filter(|_| gold > 0.0)?;
        Some((monster.code.clone(), gold / estimate.seconds.max(1.0)))
    };
    let mut monsters: Vec<_> = situation.data.monsters.values().filter_map(rate).collect();
    monsters.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let beaten = |code: &MonsterCode| {
        let monster = situation.data.monsters.get(code);
        monster.is_some_and(|one| opponent::is_beaten(situation, one, &mut Rehearsals::default()).is_ok())
    };
    let best = monsters.into_iter().find(|(code, _)| beaten(code));
    best.ok_or_else(|| Obstacle::new("no monster that it beats brings gold", "Better gear or a higher level"))
}
