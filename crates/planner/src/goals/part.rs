//! A part of a goal: what one character can do without the others, and as what automation it does that.

use std::{collections::BTreeMap, fmt};

use game::{CharacterName, EventCode, ItemCode, MonsterCode, RaidCode, ResourceCode, SimpleItem};
use serde_json::{Value, json};

use super::{
    pipeline::StageWork,
    training::{self, Trained},
};
use crate::config::list;

/// Levels that somebody has, or will have by then.
pub(crate) type Levels = BTreeMap<Trained, u32>;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Work {
    /// Reach a level.
    Train { what: Trained, level: u32 },
    /// Gather, fight for or make what needs nobody else.
    Get { item: ItemCode, quantity: u32 },
    /// Craft from what is in the bank.
    Craft { item: ItemCode, quantity: u32 },
    /// Fight for gold.
    Earn { gold: i64 },
    /// Bring what is carried of an item to the bank.
    Bring { item: ItemCode },
    /// Win against a monster, so often.
    Beat { monster: MonsterCode, fights: u32 },
    /// Win against a boss together, so often.
    Party { monster: MonsterCode, fights: u32, party: Vec<CharacterName>, promise: Promise },
    /// Complete tasks.
    Tasks { tasks: u32 },
    /// Work in a stage of a pipeline, until that is over.
    Stage(StageWork),
    /// Fight a raid's boss together, for so many seconds with all that comes before.
    Raid { raid: RaidCode, monster: MonsterCode, party: Vec<CharacterName>, seconds: u32 },
    /// Take what an event brings, for as long as it is on.
    Event { event: EventCode, brings: Target },
}

/// What somebody can take of what an event brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// To be fought.
    Monster(MonsterCode),
    /// To be gathered.
    Resource(ResourceCode),
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Monster(code) => write!(f, "fight {code}"),
            Self::Resource(code) => write!(f, "gather {code}"),
        }
    }
}

/// What is expected of the fights of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Promise {
    /// Of one fight, with the rest that it costs.
    pub(crate) seconds: u32,
    /// So many of a hundred are won.
    pub(crate) won_percent: u32,
}

/// The name of a part, by which it is known again in the next plan; how much of it is left is not in it.
impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Train { what, level } => write!(f, "train {} to {level}", training::name(*what)),
            Self::Get { item, .. } => write!(f, "get {item}"),
            Self::Craft { item, .. } => write!(f, "craft {item}"),
            Self::Earn { .. } => write!(f, "earn gold"),
            Self::Bring { item } => write!(f, "bring {item} to the bank"),
            Self::Beat { monster, .. } => write!(f, "beat {monster}"),
            Self::Party { monster, .. } => f.write_str(&Self::party_name(monster)),
            Self::Tasks { .. } => write!(f, "do tasks"),
            Self::Stage(stage) => write!(f, "{stage}"),
            Self::Event { event, brings } => write!(f, "{brings} while {event} is on"),
            // Another party is another part: each of it must be told whom it meets.
            Self::Raid { raid, party, .. } => {
                write!(
                    f,
                    "{}: {}",
                    Self::raid_name(raid),
                    list(party.iter().map(CharacterName::as_str), "and")
                )
            }
        }
    }
}

impl Work {
    /// What the names of all parts about raids begin with.
    pub(crate) const RAID: &str = "go to the raid";

    /// What the names of the parts of a raid's party begin with, whoever is in it.
    pub(crate) fn raid_name(raid: &RaidCode) -> String {
        format!("{} {raid}", Self::RAID)
    }

    /// The name of the part of each who fights a boss in a party.
    pub(crate) fn party_name(monster: &MonsterCode) -> String {
        format!("beat {monster} in a party")
    }

    /// Why it is somebody's, when nobody else may do it.
    pub(crate) fn why_only(&self, name: &CharacterName) -> String {
        match self {
            Self::Party { party, promise, .. } => {
                let party = list(party.iter().map(CharacterName::as_str), "and");
                format!("{party} win {} % of such fights together", promise.won_percent)
            }
            _ => format!("It is {name}'s own goal"),
        }
    }

    /// What is to be done, and how much of it.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Train { .. }
            | Self::Bring { .. }
            | Self::Stage(_)
            | Self::Event { .. }
            | Self::Raid { .. } => self.to_string(),
            Self::Get { item, quantity } => format!("get {quantity} {item}"),
            Self::Craft { item, quantity } => format!("craft {quantity} {item}"),
            Self::Earn { gold } => format!("earn {gold} gold"),
            Self::Beat { monster, fights } => format!("beat {monster} {}", times(*fights)),
            Self::Party { monster, fights, party, .. } => {
                let party = list(party.iter().map(CharacterName::as_str), "and");
                format!("beat {monster} {} together: {party}", times(*fights))
            }
            Self::Tasks { tasks: 1 } => "do a task".to_owned(),
            Self::Tasks { tasks } => format!("do {tasks} tasks"),
        }
    }
}

fn times(count: u32) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

/// A piece of work for one character.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Place of its goal.
    pub(crate) goal: usize,
    pub(crate) work: Work,
    /// Parts that come before it.
    pub(crate) needs: Vec<usize>,
    /// Places of the members that may do it.
    pub(crate) who: Vec<usize>,
    /// What it takes out of the bank.
    pub(crate) takes: Vec<SimpleItem>,
    /// The parts that begin at the same moment, itself included; none where it begins alone.
    pub(crate) together: Vec<usize>,
    /// Set when it has its time, and its member is called to it then.
    pub(crate) call: Option<Call>,
}

/// A call away from other work: its member leaves what is no more urgent, and goes back to it afterwards.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Call {
    /// The code of the event or the raid that calls.
    pub(crate) occasion: String,
    /// Seconds from now until it comes; not above zero when it has come.
    pub(crate) in_seconds: f64,
    /// Why it is this member, in one sentence.
    pub(crate) why: String,
}

/// A strategy with its configuration, as a step of a part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub(crate) strategy: &'static str,
    pub(crate) config: Value,
    /// Conditions that end it, as a workflow has them.
    pub(crate) until: Vec<Value>,
}

/// What it takes somebody to do a part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Effort {
    /// Infinite when nobody knows its end.
    pub(crate) seconds: f64,
    /// Of these, the seconds of training that comes first and is not needed again.
    pub(crate) training_seconds: f64,
    pub(crate) steps: Vec<Step>,
    /// The levels that are reached on the way.
    pub(crate) levels: Levels,
}

impl Effort {
    /// As one automation: its name and configuration. What is carried at the end goes to the bank.
    pub(crate) fn automation(&self) -> (String, Value) {
        if let [Step { strategy, config, until }] = &self.steps[..]
            && until.is_empty()
        {
            return ((*strategy).to_owned(), config.clone());
        }
        let steps = self.steps.iter().map(|Step { strategy, config, until }| {
            json!({"strategy": strategy, "config": config, "until": until})
        });
        ("workflow".to_owned(), json!({"steps": steps.collect::<Vec<_>>()}))
    }
}

/// Why nobody can do a part, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    pub(crate) goal: usize,
    /// The code of the event or the raid that nobody goes to.
    pub(crate) occasion: Option<String>,
    pub(crate) what: String,
    pub(crate) why: String,
    pub(crate) unblock: String,
}

impl Missing {
    /// Of a goal that was written by another version of the program.
    pub(crate) fn unreadable(goal: usize) -> Self {
        let (what, why) = ("the goal".to_owned(), "this version of the program cannot read it".to_owned());
        Self { goal, occasion: None, what, why, unblock: "Change it, or delete it".to_owned() }
    }
}
