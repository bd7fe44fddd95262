//! Changing a character's skin and name (RULES §2).

use game::{CharacterName, Detail, Refusal, RefusalCode, cooldown};

use super::Done;
use crate::scene::Scene;

pub(super) fn change_skin(scene: &mut Scene<'_>, skin: &str) -> Result<Done, Refusal> {
    scene.rules.check_skin(scene.account, skin)?;
    skin.clone_into(&mut scene.character.skin);
    Ok(Done {
        detail: Detail::SkinChanged { skin: skin.to_owned() },
        seconds: cooldown::OTHER,
        description: format!("{} looks like {skin} now.", scene.character.name),
    })
}

/// The world moves the character to its new name when the action is done.
pub(super) fn rename(scene: &mut Scene<'_>, name: &CharacterName) -> Result<Done, Refusal> {
    scene.account.check_member(scene.now)?;
    if scene.characters.contains_key(name) {
        let text = format!("There is a character {name} already.");
        return Err(Refusal::new(RefusalCode::NameTaken, text));
    }
    let old_name = std::mem::replace(&mut scene.character.name, name.clone());
    Ok(Done {
        description: format!("{old_name} is called {name} now."),
        detail: Detail::Renamed { old_name, new_name: name.clone() },
        seconds: cooldown::OTHER,
    })
}
