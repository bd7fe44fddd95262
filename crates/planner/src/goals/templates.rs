//! Goals to start from. They are data, in `templates.json`; where a season lacks what one names, it is not offered.

use std::sync::LazyLock;

use game::GameData;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Goal;

/// A goal to start from. What only the person knows, such as whom to feed, is left to be filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalTemplate {
    /// Which kind of goal.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// What it is for, in one sentence.
    pub about: String,
    /// Its configuration; what is left out has its default.
    pub config: Value,
}

impl GoalTemplate {
    /// Whether a season has all that it names.
    #[must_use]
    pub fn suits(&self, data: &GameData) -> bool {
        Goal::new(&self.kind, &self.config).is_ok_and(|goal| goal.check(data, &[]).is_ok())
    }
}

/// Every goal to start from.
#[must_use]
pub fn goal_templates() -> &'static [GoalTemplate] {
    static TEMPLATES: LazyLock<Vec<GoalTemplate>> = LazyLock::new(|| {
        serde_json::from_str(include_str!("templates.json")).expect("the templates are written as described")
    });
    &TEMPLATES
}

#[cfg(test)]
mod tests {
    use super::goal_templates;
    use crate::fixture::{first_steps, real_season};

    #[test]
    fn each_can_be_begun_in_every_season_at_hand() {
        for season in [Some(first_steps()), real_season()].into_iter().flatten() {
            for template in goal_templates() {
                assert!(template.suits(&season), "{}", template.title);
            }
        }
    }

    #[test]
    fn what_a_season_lacks_is_not_offered() {
        let mut season = first_steps();
        season.items.remove(&"cooked_chicken".parse().unwrap());
        let suiting: Vec<_> = goal_templates().iter().filter(|one| one.suits(&season)).collect();
        assert_eq!(suiting.iter().map(|one| &one.title).collect::<Vec<_>>(), ["Copper bars"]);
    }
}
