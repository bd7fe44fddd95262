//! The strategies: one file each, listed once in [`STRATEGIES`].

mod combat;
mod gathering;

use std::{fmt, sync::Arc};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    config::{self, ConfigError},
    decision::Decision,
    notes::Notes,
    situation::Situation,
};

/// Every strategy by name. To add one: a file, its `mod` line above, and its line here.
static STRATEGIES: [Known; 2] = [
    known::<combat::Combat>("combat", combat::ABOUT),
    known::<gathering::Gathering>("gathering", gathering::ABOUT),
];

/// A way of deciding. The type is its own configuration: its fields are what a player may write.
pub(crate) trait Strategy: fmt::Debug + Send + Sync {
    /// Says in words what makes no sense in the configuration.
    fn check(&self) -> Result<(), String>;

    /// What to do next. `notes` is for what need not be reckoned again.
    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision;
}

/// A strategy that has not been configured yet.
struct Known {
    name: &'static str,
    about: &'static str,
    defaults: fn() -> Value,
    make: fn(&str, &Value) -> Result<Made, ConfigError>,
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
    /// Its configuration with every default.
    pub defaults: Value,
}

/// Every strategy, for forms.
pub fn strategies() -> impl Iterator<Item = Offer> {
    STRATEGIES.iter().map(|known| Offer {
        name: known.name,
        about: known.about,
        defaults: (known.defaults)(),
    })
}

/// The strategy with this name, configured.
pub(crate) fn make(name: &str, config: &Value) -> Result<Made, ConfigError> {
    let Some(known) = STRATEGIES.iter().find(|known| known.name == name) else {
        let known: Vec<_> = STRATEGIES.iter().map(|known| known.name).collect();
        return Err(ConfigError::UnknownStrategy { name: name.to_owned(), known: known.join(", ") });
    };
    (known.make)(name, config)
}

const fn known<S>(name: &'static str, about: &'static str) -> Known
where
    S: Strategy + Default + Serialize + DeserializeOwned + 'static,
{
    Known { name, about, defaults: || config::to_value(&S::default()), make: configure::<S> }
}

fn configure<S>(name: &str, given: &Value) -> Result<Made, ConfigError>
where
    S: Strategy + Default + Serialize + DeserializeOwned + 'static,
{
    let strategy: S = config::read(name, given)?;
    strategy.check().map_err(|reason| ConfigError::Senseless { strategy: name.to_owned(), reason })?;
    let config = config::to_value(&strategy);
    Ok((Arc::new(strategy), config))
}
