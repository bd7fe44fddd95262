//! Whether a task is worth doing: what it would take from here on.

use game::{
    character::Task as Accepted,
    data::{TaskFull, TaskType},
};

use crate::{
    decision::{Alternative, Decision},
    estimate::Aim,
    notes::{Choice, Rehearsals},
    parts::{opponent, produce},
    situation::Situation,
    supply::{self, Supply, Terms},
};

/// What the score of a task counts.
const SPARE: &str = "h to spare";

/// How the task is done, and what is left of `most_hours` then.
///
/// # Errors
/// What stands in its way.
pub(super) fn of(
    situation: &Situation<'_>,
    terms: &Terms,
    task: &Accepted,
    most_hours: f64,
    rehearsals: &mut Rehearsals,
) -> Result<Choice, Decision> {
    let Accepted { code, kind, progress, total } = task;
    let left = total.saturating_sub(*progress);
    let Supply { sources, seconds, alternatives } = if *kind == TaskType::Monsters.as_str() {
        fights(situation, code, left, rehearsals)?
    } else {
        let item = produce::find(situation.data, code)?;
        supply::need(situation, terms, &item.code, left, rehearsals)
            .map_err(|obstacle| obstacle.blocks(&format!("do the task, {left} {code}")))?
    };
    let hours = seconds / 3600.0;
    let own = Alternative {
        choice: "task".to_owned(),
        code: code.clone(),
        score: Some(most_hours - hours),
        unit: SPARE.to_owned(),
        words: format!("{left} to go take {hours:.1} h of at most {most_hours} h"),
        ruled_out: None,
    };
    Ok(Choice::new(code, 0.0, [vec![own], alternatives].concat()).from(sources))
}

/// Why a task is not worth its time, if it is not.
pub(super) fn too_long(choice: &Choice) -> Option<String> {
    let own = choice.alternatives.iter().find(|one| one.unit == SPARE)?;
    let spare = own.score.unwrap_or(0.0);
    (spare < 0.0).then(|| format!("The task takes too long: {} {}", own.code, own.words))
}

/// The task as the season's data has it.
pub(super) fn known<'a>(situation: &Situation<'a>, task: &Accepted) -> Option<&'a TaskFull> {
    let mut tasks = situation.data.tasks.iter();
    tasks.find(|known| known.code == task.code && known.kind.as_str() == task.kind)
}

/// So many wins against a monster.
fn fights(
    situation: &Situation<'_>,
    code: &str,
    left: u32,
    rehearsals: &mut Rehearsals,
) -> Result<Supply, Decision> {
    let monster = opponent::find(situation.data, code)?;
    let purpose = format!("do the task, {left} {code}");
    opponent::is_beaten(situation, monster, rehearsals).map_err(|obstacle| obstacle.blocks(&purpose))?;
    let (trip, each) =
        opponent::outlook(situation, monster, Aim::Xp).map_err(|obstacle| obstacle.blocks(&purpose))?;
    let seconds = f64::from(trip.seconds) + f64::from(left) * each.seconds;
    Ok(Supply { sources: supply::Sources::new(), seconds, alternatives: Vec::new() })
}
