//! What is worth a line of its own in the history or the log: levels that were gained, falls, and where runs stand.

use game::{Character, CharacterName};
use journal::{Record, Run, RunStatus};
use serde_json::json;
use supervisor::ExitView;

use crate::clock::Clock;

/// The levels gained between two states of a character: the combat level and those of the skills.
pub(super) fn level_ups(clock: Clock, before: &Character, after: &Character) -> Vec<Record> {
    let combat = ("combat", before.combat.level, after.combat.level);
    let skills = after
        .skills
        .iter()
        .map(|(skill, progress)| (skill.as_str(), before.skill_level(*skill), progress.level));
    std::iter::once(combat)
        .chain(skills)
        .filter(|(_, before, after)| after > before)
        .map(|(what, _, level)| {
            tracing::info!(character = %after.name, what, level, "level gained");
            Record::Event {
                id: clock.new_id(),
                at: clock.now(),
                kind: "level_gained".to_owned(),
                account: Some(after.account.clone()),
                character: Some(after.name.clone()),
                data: json!({ "what": what, "level": level }),
            }
        })
        .collect()
}

/// The fall of an actor that made its start necessary.
pub(super) fn fall(clock: Clock, actor: &str, exit: &ExitView) -> Record {
    Record::Error {
        id: clock.new_id(),
        at: clock.now(),
        source: actor.to_owned(),
        message: exit.reason.clone(),
        detail: json!({ "doing": exit.doing }),
    }
}

/// Says in the log where a run stands now.
pub(super) fn tell(run: &Run) {
    let Run { character, strategy, reason, .. } = run;
    match run.status {
        RunStatus::Running => tracing::info!(%character, strategy, reason, "an automation runs"),
        RunStatus::WindingDown => {
            tracing::info!(%character, strategy, reason, "an automation comes to its end");
        }
        RunStatus::Paused => tracing::info!(%character, strategy, reason, "an automation is paused"),
        RunStatus::TakenOver => tracing::info!(%character, strategy, reason, "an automation is set aside"),
        RunStatus::Stopped => tracing::info!(%character, strategy, reason, "an automation was stopped"),
        RunStatus::Done => tracing::info!(%character, strategy, reason, "an automation is done"),
        RunStatus::Blocked => tracing::warn!(%character, strategy, reason, "an automation is blocked"),
        RunStatus::Failed => tracing::error!(%character, strategy, reason, "an automation has failed"),
    }
}

/// Says in the log that orders given by hand are not carried out any more.
pub(super) fn forget_orders(character: &CharacterName, orders: usize) {
    if orders > 0 {
        tracing::warn!(%character, orders, "orders given by hand are lost: the program ends before they were sent");
    }
}

/// Says in the log where a run of an earlier life stands, if it goes on.
pub(super) fn tell_again(run: &Run) {
    let Run { character, strategy, .. } = run;
    match run.status {
        RunStatus::Running => tracing::info!(%character, strategy, "an automation goes on"),
        RunStatus::TakenOver => tracing::warn!(
            %character,
            strategy,
            "it was played by hand when it was last heard of: orders that had not been sent are lost, and it goes back \
             to its automation by itself"
        ),
        status if status.is_open() => tell(run),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use game::{Skill, skill::Progress};
    use jiff::Timestamp;

    use super::*;
    use crate::fixture;

    #[tokio::test]
    async fn each_level_that_grew_is_an_event_and_nothing_else() {
        let before = fixture::character("Ana");
        let mut after = before.clone();
        after.combat = Progress { level: 2, ..after.combat };
        after.skills.insert(Skill::Mining, Progress { level: 3, xp: 0, max_xp: 350 });
        after.gold += 10;
        let clock = Clock::simulated(Timestamp::UNIX_EPOCH);
        let data: Vec<_> = level_ups(clock, &before, &after)
            .into_iter()
            .map(|event| match event {
                Record::Event { data, .. } => data.to_string(),
                other => panic!("{other:?} is no event"),
            })
            .collect();
        assert_eq!(data, [r#"{"level":2,"what":"combat"}"#, r#"{"level":3,"what":"mining"}"#]);
    }
}
