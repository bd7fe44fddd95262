//! The strategies: one file each, listed once in [`STRATEGIES`].

mod banking;
mod combat;
mod crafting;
mod feeding;
mod gathering;
mod housekeeping;
mod leveling;
mod party;
mod task;
mod trading;
mod workflow;

use std::{
    fmt,
    sync::{Arc, LazyLock},
};

use game::{CharacterName, GameData, ItemCode};
use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    config::{self, ConfigError, Problem},
    decision::Decision,
    market::Interests,
    notes::Notes,
    situation::Situation,
};

pub(crate) use combat::Combat;
pub(crate) use crafting::Crafting;
pub(crate) use gathering::Gathering;
pub(crate) use housekeeping::Housekeeping;
pub(crate) use leveling::Leveling;
pub(crate) use trading::Ledger;
pub(crate) use workflow::{Condition, NAME as WORKFLOW, Place, Progress, Workflow};

/// Every strategy by name. To add one: a file, its `mod` line above, and its line here.
static STRATEGIES: [Known; 11] = [
    known::<Combat>("combat", combat::ABOUT),
    known::<party::Party>("party", party::ABOUT),
    known::<Gathering>("gathering", gathering::ABOUT),
    known::<Crafting>("crafting", crafting::ABOUT),
    known::<trading::Trading>("trading", trading::ABOUT),
    known::<Leveling>("leveling", leveling::ABOUT),
    known::<task::Task>("task", task::ABOUT),
    known::<banking::Banking>("banking", banking::ABOUT),
    known::<Housekeeping>("housekeeping", housekeeping::ABOUT),
    known::<feeding::Feeding>("feeding", feeding::ABOUT),
    known::<Workflow>(workflow::NAME, workflow::ABOUT),
];

/// A way of deciding. The type is its own configuration: its fields, with their words, defaults and limits, are what a
/// player may write. Each has a default, and none needs another one.
pub(crate) trait Strategy: fmt::Debug + Send + Sync {
    /// Says in words what makes no sense together, of values that are right one by one.
    fn check(&self) -> Result<(), String>;

    /// Says in words what never comes true in a season, and by which field. That it has the codes in the configuration is
    /// known already.
    fn check_season(&self, _data: &GameData) -> Result<(), Misfit> {
        Ok(())
    }

    /// Items that never go to the bank.
    fn keeps(&self) -> &[ItemCode] {
        &[]
    }

    /// What is wrong with configurations that are part of its own, each field named by its whole path.
    fn problems_within(&self, _data: Option<&GameData>) -> Vec<Problem> {
        Vec::new()
    }

    /// What of the market it wants to know.
    fn interests(&self, _notes: &Notes) -> Interests {
        Interests::default()
    }

    /// The other characters that it wants to see.
    fn comrades<'a>(&'a self, _notes: &'a Notes) -> &'a [CharacterName] {
        &[]
    }

    /// Whether what it says when it is blocked may change with time alone, or with the market.
    fn goes_by_time(&self) -> bool {
        false
    }

    /// What to do next. `notes` is for what need not be reckoned again.
    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision;
}

/// A field, and what there is to say against what stands there.
pub(crate) type Misfit = (&'static str, String);

/// A strategy that has not been configured yet.
struct Known {
    name: &'static str,
    about: &'static str,
    schema: LazyLock<Value>,
    defaults: fn() -> Value,
    read: fn(&str, &Value, &Value) -> Result<Made, Vec<Problem>>,
}

/// A strategy with its configuration, every default filled in.
pub(crate) type Made = (Arc<dyn Strategy>, Value);

/// A strategy as it is offered to a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Offer {
    /// Its name in configurations.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
    /// Its configuration with every default. It works as it is, and so does any part of it.
    pub defaults: Value,
    /// The JSON schema of its configuration: a title, a description and a default for each field, and `x-order`, the
    /// place at which it is best shown. A text with the format `item`, `monster`, `resource` or `event` is the code of one.
    pub schema: Value,
}

/// Every strategy, for forms.
pub fn strategies() -> impl Iterator<Item = Offer> {
    STRATEGIES.iter().map(|known| Offer {
        name: known.name,
        about: known.about,
        defaults: (known.defaults)(),
        schema: known.schema.clone(),
    })
}

/// The strategy with this name, configured.
pub(crate) fn make(name: &str, config: &Value) -> Result<Made, ConfigError> {
    let known = find(name)?;
    (known.read)("", &known.schema, config)
        .map_err(|problems| ConfigError::Invalid { strategy: name.to_owned(), problems })
}

/// What a season has against a strategy with its configuration.
pub(crate) fn check_season(
    name: &str,
    strategy: &dyn Strategy,
    config: &Value,
    data: &GameData,
) -> Result<(), ConfigError> {
    let problems = season_problems("", find(name)?, strategy, config, data);
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ConfigError::Invalid { strategy: name.to_owned(), problems })
    }
}

/// What is wrong with a strategy and its configuration that stand at `path` of another configuration; with `data`, what
/// the season has against them as well.
pub(crate) fn problems_at(path: &str, name: &str, config: &Value, data: Option<&GameData>) -> Vec<Problem> {
    let known = match find(name) {
        Ok(known) => known,
        Err(error) => return vec![Problem::with(&format!("{path}.strategy"), error)],
    };
    let path = format!("{path}.config");
    match ((known.read)(&path, &known.schema, config), data) {
        (Err(problems), _) => problems,
        (Ok((strategy, config)), Some(data)) => season_problems(&path, known, &*strategy, &config, data),
        (Ok(_), None) => Vec::new(),
    }
}

fn season_problems(
    path: &str,
    known: &Known,
    strategy: &dyn Strategy,
    config: &Value,
    data: &GameData,
) -> Vec<Problem> {
    let mut problems = config::problems(path, &known.schema, config, Some(data));
    problems.extend(strategy.problems_within(Some(data)));
    if problems.is_empty() {
        let misfit = strategy.check_season(data).err();
        problems.extend(misfit.map(|(field, reason)| Problem::with(&config::join(path, field), reason)));
    }
    problems
}

fn find(name: &str) -> Result<&'static Known, ConfigError> {
    STRATEGIES.iter().find(|known| known.name == name).ok_or_else(|| {
        let names = STRATEGIES.iter().map(|known| known.name);
        ConfigError::UnknownStrategy { name: name.to_owned(), mend: config::mend(name, "strategies", names) }
    })
}

const fn known<S>(name: &'static str, about: &'static str) -> Known
where
    S: Strategy + Default + Serialize + DeserializeOwned + JsonSchema + 'static,
{
    Known {
        name,
        about,
        schema: LazyLock::new(config::schema_of::<S>),
        defaults: || config::to_value(&S::default()),
        read: read::<S>,
    }
}

fn read<S>(path: &str, schema: &Value, given: &Value) -> Result<Made, Vec<Problem>>
where
    S: Strategy + Serialize + DeserializeOwned + 'static,
{
    let strategy: S = config::read(path, schema, given)?;
    strategy.check().map_err(|reason| vec![Problem::with(path, reason)])?;
    let within = strategy.problems_within(None);
    if !within.is_empty() {
        return Err(within);
    }
    let config = config::to_value(&strategy);
    Ok((Arc::new(strategy), config))
}
