//! What a run is expected to bring by when, and what it had brought by then. It is here because the planner reckons it and
//! the journal writes it down, and neither knows the other.

use serde::{Deserialize, Serialize};

/// A time after a run's start: what its forecast expects by then and, once it has passed, what had come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// Seconds after the start, in the game's own time.
    pub after_seconds: u32,
    /// What the forecast expects by then.
    pub expected: Gains,
    /// What had come by then; nothing before an action has ended after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<Gains>,
}

/// What a run has brought, or is expected to. What was spent or used up is not taken off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Gains {
    /// Seconds of cooldowns, in the game's own time.
    pub busy_seconds: f64,
    /// Xp, of whatever is trained.
    pub xp: f64,
    /// Gold.
    pub gold: f64,
    /// Items of all kinds, gained or crafted.
    pub items: f64,
    /// Fights, won or lost.
    pub fights: f64,
    /// Fights lost.
    pub deaths: f64,
}

/// Writes down what had come by those milestones that have passed so many seconds after the start.
pub fn pass(milestones: &mut [Milestone], seconds: u32, came: Gains) {
    for milestone in milestones.iter_mut().filter(|milestone| milestone.after_seconds <= seconds) {
        milestone.came.get_or_insert(came);
    }
}

/// What is expected so many seconds after the start: between two milestones as much as lies on the line from one to the
/// other. Nothing after the last one, where the forecast ends.
#[must_use]
pub fn expected(milestones: &[Milestone], seconds: u32) -> Option<Gains> {
    let next = milestones.iter().position(|milestone| milestone.after_seconds >= seconds)?;
    let to = &milestones[next];
    let (from, before) = match next.checked_sub(1).map(|last| &milestones[last]) {
        Some(last) => (last.after_seconds, last.expected),
        None => (0, Gains::default()),
    };
    let span = f64::from(to.after_seconds - from);
    let share = if span > 0.0 { f64::from(seconds - from) / span } else { 1.0 };
    Some(before.towards(&to.expected, share))
}

impl Gains {
    /// The mean of several; nothing of none.
    #[must_use]
    pub fn mean(all: &[Self]) -> Self {
        let count = all.len().max(1) as f64;
        let sum = all.iter().fold(Self::default(), |sum, one| sum.zip(one, |sum, one| sum + one));
        sum.map(|sum| sum / count)
    }

    /// To one decimal: more would promise what a few plays cannot know.
    #[must_use]
    pub fn rounded(&self) -> Self {
        self.map(|number| (number * 10.0).round() / 10.0)
    }

    /// As much of the way to `other` as `share` says, 0 to 1.
    fn towards(&self, other: &Self, share: f64) -> Self {
        self.zip(other, |from, to| from + (to - from) * share)
    }

    fn map(&self, of: impl Fn(f64) -> f64) -> Self {
        self.zip(self, |number, _| of(number))
    }

    fn zip(&self, other: &Self, of: impl Fn(f64, f64) -> f64) -> Self {
        Self {
            busy_seconds: of(self.busy_seconds, other.busy_seconds),
            xp: of(self.xp, other.xp),
            gold: of(self.gold, other.gold),
            items: of(self.items, other.items),
            fights: of(self.fights, other.fights),
            deaths: of(self.deaths, other.deaths),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xp(xp: f64) -> Gains {
        Gains { xp, ..Gains::default() }
    }

    /// 100 xp within the first ten minutes, 150 within the first hour.
    fn milestones() -> Vec<Milestone> {
        let milestone = |after_seconds, gained| Milestone { after_seconds, expected: xp(gained), came: None };
        vec![milestone(600, 100.0), milestone(3600, 150.0)]
    }

    #[test]
    fn what_is_expected_lies_on_the_line_between_two_milestones() {
        let expected = [0, 300, 600, 2100, 3600, 3601].map(|seconds| expected(&milestones(), seconds));
        let xp = expected.map(|gains| gains.map(|gains| gains.xp));
        assert_eq!(xp, [Some(0.0), Some(50.0), Some(100.0), Some(125.0), Some(150.0), None]);
    }

    #[test]
    fn what_came_is_written_down_when_a_milestone_has_passed_and_stays() {
        let mut milestones = milestones();
        pass(&mut milestones, 599, xp(80.0));
        assert_eq!(milestones[0].came, None);
        pass(&mut milestones, 600, xp(90.0));
        pass(&mut milestones, 900, xp(110.0));
        assert_eq!((milestones[0].came, milestones[1].came), (Some(xp(90.0)), None));
    }

    #[test]
    fn the_mean_of_none_is_nothing() {
        assert_eq!(Gains::mean(&[]), Gains::default());
        assert_eq!(Gains::mean(&[xp(10.0), xp(20.0)]), xp(15.0));
    }
}
