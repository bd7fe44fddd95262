//! The demo company: five characters in a sandbox, for a first look with nothing configured.

use planner::Mind;
use sandbox::Demo;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

/// The demo account.
pub(crate) const ACCOUNT: &str = "demo";

/// The demo account with its five characters.
pub(crate) fn account(token: &SecretString) -> Demo {
    let characters =
        [("Ana", "women1"), ("Ben", "men1"), ("Cleo", "women2"), ("Dan", "men2"), ("Eva", "women3")];
    Demo {
        account: ACCOUNT.to_owned(),
        token: token.expose_secret().to_owned(),
        characters: characters.map(|(name, skin)| (name.to_owned(), skin.to_owned())).to_vec(),
    }
}

/// What they do at first: everybody levels, four of them two skills each and the fifth combat, so that between them they
/// train all.
pub(crate) fn first_minds() -> Vec<Mind> {
    let skills = [
        ["mining", "weaponcrafting"],
        ["woodcutting", "gearcrafting"],
        ["fishing", "cooking"],
        ["alchemy", "jewelrycrafting"],
    ];
    let fighter = json!({ "skills": [] });
    let configs =
        skills.map(|skills| json!({ "skills": skills, "combat": false })).into_iter().chain([fighter]);
    configs
        .map(|config| Mind::new("leveling", config).expect("the demo's configurations are valid"))
        .collect()
}
