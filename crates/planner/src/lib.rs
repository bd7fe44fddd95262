//! Pure decisions: what a character should do next, and why.
//!
//! A [`Mind`] is one strategy with its configuration and what it remembers. [`step`] looks at the [`View`] and decides;
//! [`Mind::applied`] and [`Mind::refused`] tell it what came of the decision. Nothing here waits, reads a clock or talks
//! to anybody: the caller carries decisions out, and everything a mind remembers can be written down and read back.

mod alerts;
mod config;
mod decision;
mod estimate;
mod forecast;
mod goals;
mod homecoming;
mod market;
mod mind;
mod notes;
mod order;
mod parts;
mod prices;
mod report;
mod reserve;
mod season;
mod setbacks;
mod situation;
mod standstill;
mod strategies;
mod supply;
mod tally;
mod templates;
mod watchdog;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod story;

pub use alerts::{AlertRule, AlertScene, AlertWhen, InvalidAlert};
pub use config::{ConfigError, Problem};
pub use decision::{Alternative, Comrade, Decision, Stance, View, Why};
pub use forecast::{End, Forecast, Start, forecast, milestones};
pub use goals::{
    AchievementsDone, Assignment, Awaited, Company, Goal, GoalOffer, GoalPlan, GoalTemplate, Hands,
    Impossible, Line, Member, Plan, StagePlan, StageStanding, Standing, Wanted, Won, goal_templates, goals,
    plan,
};
pub use market::{Book, Interests, Market, Own, Reading};
pub use mind::{Mind, step};
pub use order::{InvalidOrder, NoWay, Order, help};
pub use prices::{Fair, FairBasis, Opportunity, OpportunityKind, PriceRead, Prices, Quote, Side as BookSide};
pub use report::Report;
pub use reserve::{Demands, Holder, Items, Reservation, bank_for, bank_without, reserve};
pub use strategies::{Offer, strategies};
pub use tally::Tally;
pub use templates::{Template, templates};
