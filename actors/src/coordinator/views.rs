//! Goals as the board shows them.

use game::GoalStatus;
use jiff::{SignedDuration, Timestamp};
use journal::Goal;
use planner::{Impossible, Line, StagePlan, StageStanding, Standing};

use super::planning::Planned;
use crate::{
    board::{self, AwaitedView, GoalLineView, GoalStanding, GoalView, ImpossibleView, StageView},
    ports::Ports,
};

/// A goal, with its plan if there is one.
pub(super) fn view(goal: &Goal, planned: Option<&Planned>, ports: &Ports) -> GoalView {
    let words = planner::Goal::new(&goal.kind, &goal.config).map(|goal| goal.words());
    let reached = goal.status == GoalStatus::Reached;
    let plan = planned.filter(|_| !reached).map(|planned| &planned.plan);
    let at = |seconds: f64| planned.map(|planned| later(planned.at, seconds / ports.pace.speed()));
    GoalView {
        id: goal.id,
        account: goal.account.clone(),
        kind: goal.kind.clone(),
        config: goal.config.clone(),
        words: words.unwrap_or_else(|error| error.to_string()),
        priority: goal.priority,
        after: goal.after.clone(),
        standing: match plan.map(|plan| plan.standing) {
            _ if reached => GoalStanding::Reached,
            None => GoalStanding::Planning,
            Some(Standing::Reached) => GoalStanding::Reached,
            Some(Standing::UnderWay) => GoalStanding::UnderWay,
            Some(Standing::Waiting) => GoalStanding::Waiting,
            Some(Standing::Impossible) => GoalStanding::Impossible,
        },
        progress: if reached { 1.0 } else { plan.map_or(0.0, |plan| plan.progress) },
        awaits: plan
            .and_then(|plan| plan.awaits.as_ref())
            .map(|one| AwaitedView { what: one.what.clone(), at: one.seconds.and_then(at) }),
        expected_end: plan.and_then(|plan| plan.seconds).and_then(at),
        bottleneck: plan.and_then(|plan| plan.bottleneck.clone()),
        impossible: plan.into_iter().flat_map(|plan| &plan.impossible).map(ImpossibleView::from).collect(),
        lines: plan.into_iter().flat_map(|plan| &plan.lines).filter_map(|one| line(one, at)).collect(),
        stages: plan.into_iter().flat_map(|plan| plan.stages.iter().enumerate()).map(stage).collect(),
        created_at: goal.created_at,
        reached_at: goal.ended_at.filter(|_| reached),
    }
}

fn line(line: &Line, at: impl Fn(f64) -> Option<Timestamp>) -> Option<GoalLineView> {
    Some(GoalLineView {
        character: line.character.clone(),
        what: line.what.clone(),
        now: line.from_seconds <= 0.0,
        from: at(line.from_seconds)?,
        until: at(line.from_seconds + line.seconds).filter(|_| line.seconds.is_finite()),
        why: line.why.clone(),
        occasion: line.occasion.clone(),
    })
}

fn stage((place, stage): (usize, &StagePlan)) -> StageView {
    StageView {
        number: place + 1,
        name: stage.name.clone(),
        standing: match stage.standing {
            StageStanding::Done => board::StageStanding::Done,
            StageStanding::UnderWay => board::StageStanding::UnderWay,
            StageStanding::Waiting => board::StageStanding::Waiting,
        },
        characters: stage.characters.clone(),
        words: stage.words.clone(),
    }
}

impl From<&Impossible> for ImpossibleView {
    fn from(Impossible { occasion, what, why, unblock }: &Impossible) -> Self {
        Self { occasion: occasion.clone(), what: what.clone(), why: why.clone(), unblock: unblock.clone() }
    }
}

/// So many seconds later; the end of time when there is no such moment.
fn later(at: Timestamp, seconds: f64) -> Timestamp {
    let span = SignedDuration::try_from_secs_f64(seconds).unwrap_or(SignedDuration::MAX);
    at.checked_add(span).unwrap_or(Timestamp::MAX)
}
