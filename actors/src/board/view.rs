//! The shapes of what is shown, exactly as the dashboard's API sends them.

mod account;
mod alert;
mod automation;
mod character;
mod events;
mod goal;
mod health;
mod log_entry;
mod log_line;
mod manual;
mod realtime;
mod run;
mod run_forecast;

pub use account::{AccountOrigin, AccountState, AccountView};
pub use alert::{AlertView, FiringView};
pub use automation::{AutomationStatus, AutomationView, TallyView};
pub use character::{
    CharacterState, CharacterView, CooldownView, EquippedView, InventoryView, PositionView, ProgressView,
    StackView, TaskView,
};
pub use events::{ActiveEventView, EventsView, OpenRaidView, RaidView, RaidWindowView};
pub use goal::{AwaitedView, GoalLineView, GoalStanding, GoalView, ImpossibleView, StageStanding, StageView};
pub use health::{ActionsView, DatabaseView, Health, RateView, Reach, ReachView};
pub use log_entry::{AlternativeView, FactView, LogEntry};
pub use log_line::{ActionOutcome, LogLine};
pub use manual::{ManualView, OrderState, OrderView};
pub use realtime::{RealtimeMode, RealtimeView};
pub use run::RunView;
pub use run_forecast::{ComparisonView, GainsView, RunForecastView};
