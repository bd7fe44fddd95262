//! Looking at the company, and planning for the goals if something has changed since the last plan.
//!
//! Who does what is read from the journal, where it is durable, and how everybody is from the board. Nothing of it is
//! remembered over a restart.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use game::{AccountName, Bank, Calendar, CharacterName, GameData, SimpleItem};
use jiff::Timestamp;
use journal::{Goal, Journal, JournalError, Run, RunGoal, RunStatus};
use planner::{
    AchievementsDone, Company, GoalPlan, Hands, Holder, Member, Mind, Plan, Standing, Wanted, Won,
    bank_without,
};
use supervisor::{CallError, Directory, Handle};
use uuid::Uuid;

use super::{
    counted::{self, Counted},
    seen::{Seen, present},
    sharing::Asked,
};
use crate::{
    board::{GoalView, Scene, Stock},
    character::{Control, NewJob, Wish, is_free},
    game_data::{self, GameDataMsg, Season},
    ports::Ports,
};

/// How long the season's data is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// What came of a look.
pub enum Look {
    /// The plan still holds.
    Unchanged,
    /// A new plan.
    Planned {
        /// What it was made from.
        seen: Box<Seen>,
        /// How each goal stands.
        planned: BTreeMap<Uuid, Planned>,
        /// What was read of achievements for it.
        counted: Counted,
        /// What the plan asks of the accounts' banks.
        asked: BTreeMap<AccountName, Asked>,
        /// What characters are to be told.
        notices: Vec<Notice>,
    },
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// The season's data is not there.
    #[error("the season's data is not there yet")]
    Season(#[from] CallError),
    /// The characters are not there, or their bank.
    #[error("the characters and their bank are not all read yet")]
    Characters,
    /// The disk.
    #[error("the journal cannot be read")]
    Journal(#[from] JournalError),
}

/// How a goal was planned.
#[derive(Debug, Clone)]
pub struct Planned {
    pub(super) plan: GoalPlan,
    pub(super) at: Timestamp,
}

/// Something to tell a character.
pub struct Notice {
    pub(super) account: AccountName,
    pub(super) character: CharacterName,
    pub(super) control: Control,
}

/// What earlier looks have left.
pub(super) struct Known {
    pub(super) seen: Option<Seen>,
    /// Parts that somebody is not given again for a while.
    pub(super) resting: BTreeSet<(CharacterName, String)>,
    pub(super) counted: Counted,
}

/// Looks at the company, and plans if something has changed since it was last seen.
pub(super) async fn look(
    ports: &Ports,
    directory: &Directory,
    goals: Vec<Goal>,
    known: Known,
) -> Result<Look, LookError> {
    let Known { seen, resting, mut counted } = known;
    let runs = runs(ports).await?;
    let present = present(ports, &goals, &runs);
    if seen.as_ref().is_some_and(|seen| seen.is_like(&present)) {
        return Ok(Look::Unchanged);
    }
    let is_quiet = seen.is_some_and(|seen| seen.there == present.there);
    let oldest = if is_quiet { counted::QUIET } else { counted::STIRRED };
    let mut accounts: BTreeSet<_> = goals.iter().map(|goal| goal.account.clone()).collect();
    accounts.extend(runs.values().filter(|run| run.goal.is_some()).map(|run| run.account.clone()));
    let (mut planned, mut asked, mut notices) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    if accounts.is_empty() {
        return Ok(Look::Planned { seen: Box::new(present), planned, counted, asked, notices });
    }
    let season = season(directory).await?;
    let won = ports.journal.run(Journal::won).await?;
    for account in accounts.into_iter().filter(|account| is_known(ports, account)) {
        let own: Vec<_> = goals.iter().filter(|goal| goal.account == account).cloned().collect();
        let resting = resting.iter().chain(&present.stuck).cloned().collect();
        let mut troupe = Troupe::of(ports, &season, &account, own, &runs, &resting);
        troupe.won.clone_from(&won);
        if troupe.counts_achievements() {
            troupe.achievements = counted.of(&account, oldest, directory).await;
        }
        let (troupe, plan) = troupe.plan().await;
        let at = ports.clock.now();
        notices.extend(troupe.notices(&plan));
        asked.insert(account, troupe.asked(&plan));
        let ids = troupe.goals.iter().map(|goal| goal.id);
        planned.extend(ids.zip(plan.goals).map(|(id, plan)| (id, Planned { plan, at })));
    }
    Ok(Look::Planned { seen: Box::new(present), planned, counted, asked, notices })
}

/// How a goal would be planned beside those that are there.
pub(crate) async fn preview(ports: &Ports, directory: &Directory, goal: Goal) -> Result<GoalView, LookError> {
    if !is_known(ports, &goal.account) {
        return Err(LookError::Characters);
    }
    let runs = runs(ports).await?;
    let season = season(directory).await?;
    let goals = ports.journal.run(Journal::goals).await?;
    let open =
        |one: &Goal| one.account == goal.account && one.status == game::GoalStatus::Open && one.id != goal.id;
    let mut own: Vec<_> = goals.into_iter().filter(open).collect();
    own.push(goal.clone());
    let mut troupe = Troupe::of(ports, &season, &goal.account, own, &runs, &BTreeSet::new());
    troupe.won = ports.journal.run(Journal::won).await?;
    if troupe.counts_achievements() {
        troupe.achievements = Counted::default().of(&goal.account, counted::QUIET, directory).await;
    }
    let (_, plan) = troupe.plan().await;
    let planned = plan.goals.into_iter().next_back().map(|plan| Planned { plan, at: ports.clock.now() });
    Ok(super::views::view(&goal, planned.as_ref(), ports))
}

async fn runs(ports: &Ports) -> Result<BTreeMap<CharacterName, Run>, JournalError> {
    let runs = ports.journal.run(Journal::runs).await?;
    Ok(runs.into_iter().map(|run| (run.character.clone(), run)).collect())
}

async fn season(directory: &Directory) -> Result<Season, CallError> {
    let game_data: Handle<GameDataMsg> = directory.handle(game_data::ID);
    game_data.call(GameDataMsg::Get, PATIENCE).await
}

/// Whether all characters of an account are known, and its bank. Who is not known yet may lack what a goal is about, or do
/// something for it already; and it may lie in the bank.
fn is_known(ports: &Ports, account: &AccountName) -> bool {
    ports.board.is_whole(account) && ports.board.bank(account).is_some()
}

/// An account's characters and goals.
struct Troupe {
    account: AccountName,
    data: Arc<GameData>,
    goals: Vec<Goal>,
    members: Vec<Member>,
    bank: Option<Bank>,
    achievements: Option<Arc<AchievementsDone>>,
    /// What has been won for each goal.
    won: BTreeMap<Uuid, Won>,
    calendar: Calendar,
    now: Timestamp,
    /// Those that work for a goal, by place.
    at_work: BTreeSet<usize>,
}

impl Troupe {
    fn of(
        ports: &Ports,
        season: &Season,
        account: &AccountName,
        goals: Vec<Goal>,
        runs: &BTreeMap<CharacterName, Run>,
        resting: &BTreeSet<(CharacterName, String)>,
    ) -> Self {
        let (mut members, mut at_work) = (Vec::new(), BTreeSet::new());
        for view in ports.board.characters().into_iter().filter(|view| view.account == *account) {
            let Some(Scene { character, .. }) = ports.board.scene(&view.name) else { continue };
            let run = runs.get(&view.name);
            if run.is_some_and(|run| run.goal.is_some() && run.status.is_open()) {
                at_work.insert(members.len());
            }
            let own = resting.iter().filter(|(name, _)| *name == view.name);
            let resting = own.map(|(_, part)| part.clone()).collect();
            let by_hand = view.manual.is_some().then(|| Hands::Taken("played by hand".to_owned()));
            let hands = by_hand.unwrap_or_else(|| hands(run, &goals));
            members.push(Member { character, hands, resting });
        }
        let bank = ports.board.bank(account).map(|stock| left_for_goals(&stock, &members));
        let (account, now) = (account.clone(), ports.clock.now());
        let calendar = ports.board.calendar(now, season.clock_offset, &ports.pace);
        let data = season.data.clone();
        let (achievements, won) = (None, BTreeMap::new());
        Self { account, data, goals, members, bank, achievements, won, calendar, now, at_work }
    }

    /// Whether a goal depends on how far the account is with its achievements.
    fn counts_achievements(&self) -> bool {
        self.wanted().iter().filter_map(|one| one.goal.as_ref()).any(planner::Goal::counts_achievements)
    }

    /// What a plan asks of the bank.
    fn asked(&self, plan: &Plan) -> Asked {
        let items = |one: &SimpleItem| (one.code.clone(), one.quantity);
        let takes = plan.assignments.iter().map(|one| {
            let items = one.takes.iter().map(items).collect();
            (one.character.clone(), self.goals[one.goal].id, items)
        });
        let open = self.goals.iter().zip(&plan.goals).filter(|(_, plan)| plan.standing != Standing::Reached);
        let holds = open.map(|(goal, plan)| (goal.id, plan.holds.clone()));
        Asked { takes: takes.collect(), holds: holds.collect() }
    }

    /// Plans on a thread of its own.
    async fn plan(self) -> (Self, Plan) {
        let planned = tokio::task::spawn_blocking(move || {
            let Self { data, members, calendar, now, .. } = &self;
            let (bank, achievements) = (self.bank.as_ref(), self.achievements.as_deref());
            let company = Company { data, members, bank, achievements, calendar, now: *now };
            let plan = planner::plan(company, &self.wanted());
            (self, plan)
        });
        match planned.await {
            Ok(planned) => planned,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }

    /// The goals as the planner takes them; what cannot be read any more is no goal.
    fn wanted(&self) -> Vec<Wanted> {
        let place = |id: &Uuid| self.goals.iter().position(|goal| goal.id == *id);
        let wanted = self.goals.iter().map(|goal| Wanted {
            goal: planner::Goal::new(&goal.kind, &goal.config).ok(),
            priority: goal.priority,
            after: goal.after.iter().filter_map(place).collect(),
            memory: goal.memory.clone(),
            won: self.won.get(&goal.id).cloned().unwrap_or_default(),
        });
        wanted.collect()
    }

    /// What characters are to be told.
    fn notices(&self, plan: &Plan) -> Vec<Notice> {
        let notice = |character: &CharacterName, control| Notice {
            account: self.account.clone(),
            character: character.clone(),
            control,
        };
        let mut notices = Vec::new();
        for (place, member) in self.members.iter().enumerate() {
            let name = &member.character.name;
            match plan.assignments.iter().find(|one| one.character == *name) {
                Some(one) if one.goes_on => {}
                Some(one) => {
                    let goal = RunGoal { id: self.goals[one.goal].id, part: one.part.clone() };
                    match Mind::new(&one.strategy, one.config.clone()) {
                        Ok(mind) => {
                            let job = NewJob { mind, config_id: None, goal: Some(goal) };
                            notices.push(notice(name, Control::Start(Box::new(job))));
                        }
                        Err(error) => {
                            tracing::error!(%error, part = one.part, "a part of a goal makes no sense")
                        }
                    }
                }
                None if self.at_work.contains(&place) => {
                    notices.push(notice(name, Control::Change(Wish::Release)));
                }
                None => {}
            }
        }
        notices
    }
}

/// The bank without what those count on who do what a person has told them.
fn left_for_goals(Stock { bank, reserved }: &Stock, members: &[Member]) -> Bank {
    bank_without(bank, reserved, |holder| {
        let own = |member: &&Member| *holder == Holder::Character(member.character.name.clone());
        members.iter().find(own).is_some_and(|member| !member.is_available())
    })
}

/// Whether a character may work for goals.
fn hands(run: Option<&Run>, goals: &[Goal]) -> Hands {
    let Some(run) = run else { return Hands::Free };
    let newest = goals.iter().map(|goal| goal.changed_at).max();
    match &run.goal {
        // Whoever was stopped by hand at a goal is left alone until there are other goals.
        Some(_) if run.status == RunStatus::Stopped && run.ended_at >= newest => {
            Hands::Taken("stopped by hand".to_owned())
        }
        Some(RunGoal { id, part }) if run.status.is_open() && is_free(Some(run)) => {
            // What a goal wanted before it was changed is none of it any more.
            let is_it = |goal: &Goal| goal.id == *id && goal.changed_at <= run.started_at;
            Hands::AtWork { goal: goals.iter().position(is_it), part: part.clone() }
        }
        _ if is_free(Some(run)) => Hands::Free,
        _ => Hands::Taken(run.strategy.clone()),
    }
}
