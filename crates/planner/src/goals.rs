//! Goals: what a company of characters is to reach, and the plan that gets it there.
//!
//! A [`Goal`] says what is wanted, not how. [`plan`] breaks all goals down into parts that one character can do, gives
//! each to whoever does it at least cost, and says when the goals will be reached, what holds them up longest, and what
//! cannot be done. Each kind of goal is one file, listed once in [`KINDS`].
//!
//! Nothing is remembered here: the same company with the same goals has the same plan. Who carries it out starts the
//! [`Assignment`]s and asks again when something has changed.

mod achievement;
mod bank;
mod boss;
mod breakdown;
mod company;
mod cost;
mod demand;
mod event;
mod gear;
mod getting;
mod gold;
mod groups;
mod items;
mod level;
mod offer;
mod part;
mod pipeline;
mod plan;
mod raid;
mod schedule;
mod tasks;
mod templates;
mod training;
mod who;

use std::{fmt, sync::Arc};

use game::{CharacterName, GameData};
use serde_json::Value;

use crate::config::{self, ConfigError, Problem};
use breakdown::Desk;
pub use company::{AchievementsDone, Company, Hands, Member, Won};
pub use offer::GoalOffer;
pub use pipeline::{StagePlan, StageStanding};
pub use plan::{Assignment, Awaited, GoalPlan, Impossible, Line, Plan, Standing, Wanted, plan};
pub use templates::{GoalTemplate, goal_templates};

/// Every kind of goal by name. To add one: a file, its `mod` line above, and its line here.
static KINDS: [offer::Known; 11] = [
    offer::known::<level::Level>("level", level::ABOUT),
    offer::known::<items::Items>("items", items::ABOUT),
    offer::known::<gear::Gear>("gear", gear::ABOUT),
    offer::known::<gold::Gold>("gold", gold::ABOUT),
    offer::known::<tasks::Tasks>("tasks", tasks::ABOUT),
    offer::known::<boss::Boss>("boss", boss::ABOUT),
    offer::known::<achievement::Achievement>("achievement", achievement::ABOUT),
    offer::known::<pipeline::Pipeline>("pipeline", pipeline::ABOUT),
    offer::known::<event::Event>("event", event::ABOUT),
    offer::known::<bank::Bank>("bank", bank::ABOUT),
    offer::known::<raid::Raid>("raid", raid::ABOUT),
];

/// A kind of goal. As with strategies, the type is its own configuration.
pub(crate) trait Kind: fmt::Debug + Send + Sync {
    /// Whom it is about.
    fn names(&self) -> &who::Names;

    /// What is wanted, in words: "mining 15 for one of them".
    fn words(&self) -> String;

    /// Says in words what makes no sense together.
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    /// What is wrong with configurations that are part of its own, each field named by its whole path; with `data`, what
    /// the season has against them as well.
    fn problems_within(&self, _data: Option<&GameData>) -> Vec<Problem> {
        Vec::new()
    }

    /// Names in it that nobody in the company has.
    fn strangers(&self, company: &[CharacterName]) -> Vec<Problem> {
        self.names().strangers("names", company)
    }

    /// Says in words what never comes true in a season.
    fn check_season(&self, _data: &GameData) -> Result<(), String> {
        Ok(())
    }

    /// Whether it needs [`Company::achievements`].
    fn counts_achievements(&self) -> bool {
        false
    }

    /// Lays out what is still to be done, and says how far the goal is.
    fn break_down(&self, desk: &mut Desk<'_>) -> Progress;
}

/// How far a goal is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Progress {
    pub(crate) done: f64,
    pub(crate) wanted: f64,
}

/// What a player wants.
#[derive(Debug, Clone)]
pub struct Goal {
    name: &'static str,
    config: Value,
    kind: Arc<dyn Kind>,
}

impl Goal {
    /// A goal of a kind, configured; `null` and `{}` are its defaults.
    ///
    /// # Errors
    /// A kind that is not there, or everything that is wrong with the configuration.
    pub fn new(kind: &str, config: &Value) -> Result<Self, ConfigError> {
        let known = find(kind)?;
        let (kind, config) = known.read(config)?;
        Ok(Self { name: known.name, config, kind })
    }

    /// What the season and the company have against it.
    ///
    /// # Errors
    /// Codes that the season does not have, characters that the company does not have, wishes that never come true.
    pub fn check(&self, data: &GameData, company: &[CharacterName]) -> Result<(), ConfigError> {
        let mut problems = config::problems("", &find(self.name)?.schema, &self.config, Some(data));
        problems.extend(self.kind.problems_within(Some(data)));
        problems.extend(self.kind.strangers(company));
        if problems.is_empty() {
            problems.extend(self.kind.check_season(data).err().map(|reason| Problem::new("", reason)));
        }
        if problems.is_empty() { Ok(()) } else { Err(invalid(self.name, problems)) }
    }

    /// Name of its kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.name
    }

    /// Its configuration, with every default filled in.
    #[must_use]
    pub fn config(&self) -> &Value {
        &self.config
    }

    /// Whether what the account's achievements count has to be known to plan for it.
    #[must_use]
    pub fn counts_achievements(&self) -> bool {
        self.kind.counts_achievements()
    }

    /// What is wanted, in words.
    #[must_use]
    pub fn words(&self) -> String {
        self.kind.words()
    }
}

/// Every kind of goal, for forms.
pub fn goals() -> impl Iterator<Item = GoalOffer> {
    KINDS.iter().map(offer::Known::offer)
}

fn find(name: &str) -> Result<&'static offer::Known, ConfigError> {
    KINDS.iter().find(|known| known.name == name).ok_or_else(|| {
        let names = KINDS.iter().map(|known| known.name);
        ConfigError::UnknownGoal { name: name.to_owned(), mend: config::mend(name, "kinds", names) }
    })
}

fn invalid(name: &str, problems: Vec<Problem>) -> ConfigError {
    ConfigError::Invalid { strategy: name.to_owned(), problems }
}

/// A span of time as a player reads it: "40 min", "3 h 20 min", "2 d 4 h".
pub(crate) fn span(seconds: f64) -> String {
    let minutes = whole(seconds / 60.0).max(1);
    let (hours, minutes) = (minutes / 60, minutes % 60);
    match (hours / 24, hours % 24, minutes) {
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (days, hours, _) => format!("{days} d {hours} h"),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "rounded before; what is out of range becomes the nearest that is not"
)]
pub(crate) fn whole(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests;
