//! What conditions name (RULES §5): a number of the character sheet, an item, an achievement.

use game::{
    Character,
    conditions::compare,
    data::{Condition, Operator},
};

use super::Names;
use crate::soundness::ground::newcomer;

pub(super) fn check_conditions(
    names: &mut Names<'_>,
    file: &'static str,
    holder: &str,
    conditions: &[Condition],
) {
    let someone: Option<Character> = names.season.lists.maps.first().map(newcomer);
    for condition in conditions {
        let code = condition.code.as_str();
        match &condition.operator {
            Operator::Cost if code == "gold" => {}
            Operator::Cost | Operator::HasItem => names.need_item(file, holder, "asks for", code),
            Operator::AchievementUnlocked => {
                names.need(names.achievements.contains(code), file, holder, "asks for the achievement", code);
            }
            Operator::Other(word) => {
                names.report(file, holder, format!("has a condition `{word}`, which never holds"));
            }
            Operator::Eq | Operator::Ne | Operator::Gt | Operator::Lt => {
                let known = someone.as_ref().is_none_or(|someone| compare(condition, someone).is_some());
                names.need(known, file, holder, "compares", code);
            }
        }
    }
}
