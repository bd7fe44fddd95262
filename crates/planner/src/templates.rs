//! Templates: automations for real needs, to start from. They are data, in `templates.json`; they name no items, monsters
//! or resources, which a season may lack.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// An automation to start from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its name, for links.
    pub name: String,
    /// What to call it.
    pub title: String,
    /// What it is for, in one sentence.
    pub about: String,
    /// The level from which on it makes sense.
    pub from_level: u32,
    /// The level up to which it makes sense.
    pub to_level: u32,
    /// Name of the strategy.
    pub strategy: String,
    /// The strategy's configuration.
    pub config: Value,
}

/// Every template.
#[must_use]
pub fn templates() -> &'static [Template] {
    static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
        serde_json::from_str(include_str!("templates.json")).expect("the templates are written as described")
    });
    &TEMPLATES
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::templates;

    #[test]
    fn templates_have_names_of_their_own_and_cover_all_levels() {
        let names: BTreeSet<_> = templates().iter().map(|template| &template.name).collect();
        assert_eq!(names.len(), templates().len());
        for level in 1..=50 {
            let fitting = templates().iter().filter(|one| (one.from_level..=one.to_level).contains(&level));
            assert!(fitting.count() >= 3, "level {level}");
        }
    }
}
