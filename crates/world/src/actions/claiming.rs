//! Claiming what waits for the account, wherever the character stands (RULES §9).

use game::{Detail, PendingItemId, Refusal, RefusalCode, cooldown};

use super::Done;
use crate::scene::Scene;

pub(super) fn claim(scene: &mut Scene<'_>, id: &PendingItemId) -> Result<Done, Refusal> {
    let missing = || Refusal::new(RefusalCode::NotFound, format!("No pending item {id} waits for you."));
    let mut pending = scene.account.pending.get(id).cloned().ok_or_else(missing)?;
    pending.items.iter().try_for_each(|item| scene.put(&item.code, item.quantity))?;
    scene.character.gold += pending.gold;
    scene.account.pending.remove(id);
    pending.claimed_at = Some(scene.now);
    Ok(Done {
        seconds: cooldown::OTHER,
        description: format!("{} claimed: {}.", scene.character.name, pending.description),
        detail: Detail::Claimed(pending),
    })
}
