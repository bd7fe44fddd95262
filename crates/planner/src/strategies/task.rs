//! Tasks: taking them from a master, doing them with the strategies that can, and giving up those that take too long
//! (RULES §11).

mod outlook;

use game::{
    Action, GameData, ItemCode, SimpleItem,
    character::Task as Accepted,
    data::{ContentType, Drop, TaskType},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::AnyItem,
    decision::{Decision, Why},
    notes::{Choice, Notes, Purpose},
    parts::{banking, produce, travel},
    season,
    situation::Situation,
    strategies::{Combat, Leveling, Misfit, Strategy},
    supply::{Terms, carry, errand::Errand},
};

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str =
    "Takes tasks from a master, does them, trades what they ask for, and gives up those that take too long.";

/// What tasks are paid with, and given up for (RULES §11).
const COIN: &str = "tasks_coin";
/// Coins for one reward (RULES §11).
const COINS_PER_REWARD: u32 = 6;

/// It is kept while training may help: who has no coin and a hopeless task can do nothing else.
const LAST_COIN: u32 = 1;

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Task {
    /// Which tasks to take. One that has been accepted already is done first, whatever it is.
    kind: Kind,
    /// Stop after so many tasks have been completed.
    #[schemars(range(min = 1))]
    tasks: Option<u64>,
    /// Give a task up, for a coin, that would take longer than so many hours; without a coin it is done all the same.
    #[schemars(range(min = 0, max = 1000))]
    most_hours: f64,
    /// Whether to train for a task that is too hard, rather than give the last coin for another one.
    train: bool,
    /// Make better gear for a task when it gives back the time it costs within so many hours; 0 never does.
    #[schemars(range(min = 0, max = 1000))]
    upgrade_hours: f64,
    /// Whether to draw rewards for coins: six each.
    exchange: bool,
    /// Coins that are not spent on rewards.
    #[schemars(range(max = 1000))]
    keep_coins: u32,
    /// Items that never go to the bank.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
}

/// What a task is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// To win against monsters.
    Monsters,
    /// To hand over items.
    Items,
}

impl Kind {
    /// The code of its master.
    fn master(self) -> TaskType {
        match self {
            Self::Monsters => TaskType::Monsters,
            Self::Items => TaskType::Items,
        }
    }
}

impl Default for Task {
    fn default() -> Self {
        Self {
            kind: Kind::Monsters,
            tasks: None,
            most_hours: 12.0,
            train: true,
            upgrade_hours: 4.0,
            exchange: false,
            keep_coins: 2,
            keep: Vec::new(),
        }
    }
}

impl Strategy for Task {
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    fn check_season(&self, data: &GameData) -> Result<(), Misfit> {
        let master = self.kind.master();
        if season::has(data, &ContentType::TasksMaster, master.as_str()) {
            return Ok(());
        }
        Err(("kind", format!("nobody on this season's map gives tasks about {}", master.as_str())))
    }

    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision {
        let done = situation.tally.tasks;
        if self.tasks.is_some_and(|wanted| done >= wanted) {
            return Decision::done(format!("Completed {done} tasks, as was asked for"));
        }
        match &situation.character.task {
            None => self.exchange(situation).unwrap_or_else(|| self.accept(situation)),
            Some(task) if task.progress >= task.total => self.complete(situation, task),
            Some(task) => self.work(situation, notes, task),
        }
    }
}

impl Task {
    fn accept(&self, situation: &Situation<'_>) -> Decision {
        let master = self.kind.master();
        go_to_master(situation, master.as_str(), "to take a task about").unwrap_or_else(|| {
            let why = Why::new(format!("Taking a task about {}", master.as_str()));
            Decision::act(Action::TaskNew, why.fact("tasks so far", situation.tally.tasks))
        })
    }

    /// Draws a reward when there are coins to spare.
    fn exchange(&self, situation: &Situation<'_>) -> Option<Decision> {
        let terms = self.terms();
        let coin = coin();
        let coins = carry::stock(situation, &terms, &coin);
        if !self.exchange || coins < self.keep_coins.saturating_add(COINS_PER_REWARD) {
            return None;
        }
        let price = [SimpleItem::new(coin, COINS_PER_REWARD)];
        carry::carry(situation, &terms, &price, "to draw a reward")
            .or_else(|| room_for(situation, &terms, &situation.data.tasks_rewards))
            .or_else(|| {
                go_to_master(situation, self.kind.master().as_str(), "to draw a reward from the master of")
            })
            .or_else(|| {
                let why = Why::new(format!("Drawing a reward for {COINS_PER_REWARD} of {coins} coins"));
                Some(Decision::act(Action::TaskExchange, why))
            })
    }

    fn complete(&self, situation: &Situation<'_>, task: &Accepted) -> Decision {
        let Accepted { code, kind, total, .. } = task;
        let rewards = outlook::known(situation, task).map_or(&[][..], |known| &known.rewards.items);
        let drop = |item: &SimpleItem| Drop {
            code: item.code.clone(),
            rate: 1,
            min_quantity: item.quantity,
            max_quantity: item.quantity,
        };
        let drops: Vec<_> = rewards.iter().map(drop).collect();
        room_for(situation, &self.terms(), &drops)
            .or_else(|| go_to_master(situation, kind, "to complete a task about"))
            .unwrap_or_else(|| {
                let why = Why::new(format!("Completing the task: {total} {code}"));
                Decision::act(Action::TaskComplete, why)
            })
    }

    /// Does the task, or gives it up.
    fn work(&self, situation: &Situation<'_>, notes: &mut Notes, task: &Accepted) -> Decision {
        let mut decision = self.try_to(situation, notes, task);
        if matches!(decision, Decision::Blocked { .. }) {
            // What was chosen may have become impossible since.
            notes.forget(Purpose::Task);
            decision = self.try_to(situation, notes, task);
        }
        decision.towards(format!("the task of {} {}", task.total, task.code))
    }

    fn try_to(&self, situation: &Situation<'_>, notes: &mut Notes, task: &Accepted) -> Decision {
        let Accepted { code, kind, total, .. } = task;
        let terms = self.terms();
        let key = format!("{self:?} {kind} {code} {total} {}", produce::key(situation));
        let outlook = notes.choose(
            Purpose::Task,
            &key,
            |_| true,
            |rehearsals| outlook::of(situation, &terms, task, self.most_hours, rehearsals),
        );
        if let Some(step) = self.gear_up(situation, notes, task) {
            return step;
        }
        match outlook {
            Ok(choice) => outlook::too_long(&choice)
                .and_then(|reason| self.give_up(situation, task, &reason, 0))
                .unwrap_or_else(|| self.go_on(situation, notes, task, &choice))
                .with_alternatives(&choice.alternatives),
            Err(hopeless) => self
                .give_up(situation, task, &hopeless.why().text, LAST_COIN)
                .or_else(|| self.train(situation, notes, task))
                .or_else(|| self.give_up(situation, task, &hopeless.why().text, 0))
                .unwrap_or_else(|| stuck(&hopeless)),
        }
    }

    /// Makes the gear that fights for the task are worth.
    fn gear_up(&self, situation: &Situation<'_>, notes: &mut Notes, task: &Accepted) -> Option<Decision> {
        let monster = situation.data.monster(&task.code)?;
        let step = Leveling::gear_against(monster, self.upgrade_hours, &self.keep, situation, notes)?;
        Some(step.with_fact("gear for the task", format!("{} {}", task.total, task.code)))
    }

    fn go_on(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        task: &Accepted,
        choice: &Choice,
    ) -> Decision {
        if task.kind == TaskType::Monsters.as_str() {
            return match task.code.parse() {
                Ok(monster) => Combat::part(Some(monster), self.keep.clone()).decide(situation, notes),
                Err(_) => {
                    Decision::blocked(format!("No monster is called {}", task.code), "Give the task up")
                }
            };
        }
        match produce::find(situation.data, &task.code) {
            Ok(item) => self.deliver(situation, notes, task, &item.code, choice),
            Err(blocked) => blocked,
        }
    }

    /// Gets a bagful of what is asked for and hands it over.
    fn deliver(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        task: &Accepted,
        code: &ItemCode,
        choice: &Choice,
    ) -> Decision {
        let terms = self.terms();
        let one = [SimpleItem::new(code.clone(), 1)];
        let left = task.total - task.progress;
        let quantity = left.min(carry::sets_that_fit(situation, &terms, &one)).max(1);
        let errand = Errand { situation, terms: &terms, sources: &choice.sources };
        let batch = [SimpleItem::new(code.clone(), quantity)];
        errand
            .need(notes, code, quantity)
            .or_else(|| carry::carry(situation, &terms, &batch, "for the task"))
            .or_else(|| {
                go_to_master(
                    situation,
                    &task.kind,
                    &format!("to hand over {quantity} {code} for a task about"),
                )
            })
            .unwrap_or_else(|| {
                let why = Why::new(format!("Handing over {quantity} {code} for the task"))
                    .fact("progress", format!("{} of {}", task.progress, task.total));
                Decision::act(Action::TaskTrade { code: code.clone(), quantity }, why)
            })
    }

    /// Gives the task up, if more than `keep` coins are there for it.
    fn give_up(
        &self,
        situation: &Situation<'_>,
        task: &Accepted,
        reason: &str,
        keep: u32,
    ) -> Option<Decision> {
        let (terms, coin) = (self.terms(), coin());
        if carry::stock(situation, &terms, &coin) <= keep {
            return None;
        }
        carry::carry(situation, &terms, &[SimpleItem::new(coin, 1)], "to give the task up")
            .or_else(|| go_to_master(situation, &task.kind, "to give up a task about"))
            .or_else(|| {
                let why = Why::new(format!("Giving the task up, for a coin. {reason}"));
                Some(Decision::act(Action::TaskCancel, why))
            })
    }

    /// Trains what the task asks for, until it can be done.
    fn train(&self, situation: &Situation<'_>, notes: &mut Notes, task: &Accepted) -> Option<Decision> {
        let skill = outlook::known(situation, task).and_then(|known| known.skill);
        let training = Leveling::towards(skill, self.keep.clone()).decide(situation, notes);
        (self.train && training.action().is_some()).then_some(training)
    }

    fn terms(&self) -> Terms {
        Terms { keep: self.keep.clone(), ..Terms::default() }
    }
}

/// The decision about a task that can neither be done nor given up.
fn stuck(hopeless: &Decision) -> Decision {
    let Why { text, unblock, alternatives, .. } = hopeless.why();
    let unblock = unblock.as_deref().unwrap_or("Another task");
    let unblock = format!("{unblock}; or a {COIN}, for which it can be given up");
    Decision::blocked(text.clone(), unblock).with_alternatives(alternatives)
}

fn coin() -> ItemCode {
    COIN.parse().expect("`tasks_coin` is made as codes are")
}

/// Room for what may come, made at the bank.
fn room_for(situation: &Situation<'_>, terms: &Terms, drops: &[Drop]) -> Option<Decision> {
    let any: Vec<_> = drops.iter().map(|drop| Drop { rate: 1, ..drop.clone() }).collect();
    let rooms = any.iter().map(|drop| banking::room(situation, std::slice::from_ref(drop), false));
    let gone = rooms.into_iter().any(|room| room != banking::Room::Enough);
    if gone { carry::make_room(situation, terms, banking::Room::Gone, &[coin()]) } else { None }
}

fn go_to_master(situation: &Situation<'_>, kind: &str, purpose: &str) -> Option<Decision> {
    travel::go_to(situation, &ContentType::TasksMaster, kind, purpose)
}

#[cfg(test)]
mod tests;
