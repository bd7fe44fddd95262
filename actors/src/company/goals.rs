//! What may be asked about goals.

use game::AccountName;
use serde_json::Value;
use uuid::Uuid;

use super::{AskError, Company, WISH};
use crate::{
    board::GoalView,
    coordinator::{self, CoordinatorMsg, GoalError, GoalMsg, GoalWish, NewGoal, preview},
};

/// What a player wants, as it was written.
#[derive(Debug, Clone)]
pub struct GoalRequest {
    /// Whose; it may be left out where only one account is played.
    pub account: Option<AccountName>,
    /// Which kind of goal.
    pub kind: String,
    /// What is wanted.
    pub config: Value,
    /// How urgent it is, 1 to 9: more comes first.
    pub priority: u32,
    /// Goals that must be reached before it.
    pub after: Vec<Uuid>,
}

impl Company {
    /// A new goal. Returns when that is durable; it is planned right after.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn create_goal(&self, request: GoalRequest) -> Result<GoalView, AskError> {
        let new = self.read_goal(request).await?;
        self.goal_wish(GoalWish::Create(new)).await
    }

    /// Another goal in the place of one that is there.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn change_goal(&self, id: Uuid, request: GoalRequest) -> Result<GoalView, AskError> {
        let new = self.read_goal(request).await?;
        self.goal_wish(GoalWish::Change(id, new)).await
    }

    /// Takes a goal back: those who work for it put what they carry into the bank.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn delete_goal(&self, id: Uuid) -> Result<GoalView, AskError> {
        self.goal_wish(GoalWish::Delete(id)).await
    }

    /// How a goal would be planned now, beside those that are there.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn preview_goal(&self, request: GoalRequest) -> Result<GoalView, AskError> {
        let new = self.read_goal(request).await?;
        let known = self.ports.board.goals();
        if let Some(id) = new.after.iter().find(|id| known.iter().all(|goal| goal.id != **id)) {
            return Err(GoalError::NoSuchAfter(*id).into());
        }
        let goal = new.entry(self.ports.clock.new_id(), self.ports.clock);
        let _turn = self.ports.forecasts.asked().take().await;
        Ok(preview(&self.ports, &self.directory, goal).await?)
    }

    /// Reads and checks what a player wants.
    async fn read_goal(&self, request: GoalRequest) -> Result<NewGoal, AskError> {
        let GoalRequest { account, kind, config, priority, after } = request;
        let goal = planner::Goal::new(&kind, &config)?;
        let account = self.account_for(account)?;
        let company = self.ports.board.characters().into_iter().filter(|view| view.account == account);
        let names: Vec<_> = company.map(|view| view.name).collect();
        if let Some(season) = self.season().await {
            goal.check(&season, &names)?;
        }
        Ok(NewGoal { account, goal, priority, after })
    }

    /// The account that is meant: the one that was named, or the only one there is.
    fn account_for(&self, named: Option<AccountName>) -> Result<AccountName, AskError> {
        let mut known: Vec<_> = self.ports.board.characters().into_iter().map(|view| view.account).collect();
        known.sort();
        known.dedup();
        match (named, &known[..]) {
            (Some(name), _) if known.contains(&name) => Ok(name),
            (None, [only]) => Ok(only.clone()),
            (named, _) => Err(AskError::WhichAccount { named, known }),
        }
    }

    async fn goal_wish(&self, wish: GoalWish) -> Result<GoalView, AskError> {
        let coordinator = self.directory.handle::<CoordinatorMsg>(coordinator::ID);
        let asked = |answer| CoordinatorMsg::Goals(GoalMsg::Wish(wish.clone(), answer));
        Ok(coordinator.call(asked, WISH).await.map_err(AskError::NoCoordinator)??)
    }
}
