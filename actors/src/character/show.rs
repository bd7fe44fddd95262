//! What the board shows of a character.

use game::Character;
use jiff::Timestamp;
use journal::Run;
use planner::Why;
use tokio::time::Instant;

use super::{
    CharacterState,
    alive::{Alive, Phase},
    hand::Hand,
};
use crate::board::{
    AutomationView, CharacterState as Shown, CharacterView, CooldownView, EquippedView, InventoryView,
    PositionView, ProgressView, StackView, TaskView, millis,
};
use crate::ports::Ports;

impl CharacterState {
    /// Posts the present view, and says the same in the supervision tree.
    pub(super) fn show(&mut self) {
        let Some(alive) = &mut self.alive else { return };
        self.ways.context.status.doing(alive.doing.clone());
        let others_must_know = alive.renew_claims();
        let board = &self.args.account.ports.board;
        board.post_scene(alive.scene());
        board.post_character(view(alive, self.restarts));
        if others_must_know {
            self.ways.tell_claims(&self.args.account);
        }
    }
}

fn view(alive: &Alive, restarts: u64) -> CharacterView {
    let tile = alive.season.data.maps.get(alive.character.map_id);
    let map_name = tile.map(|tile| tile.name.clone()).unwrap_or_default();
    CharacterView {
        automation: alive.automation(),
        manual: alive.hand.as_ref().map(Hand::view),
        state: match alive.phase {
            Phase::Acting => Shown::Acting,
            Phase::Resolving => Shown::Resolving,
            Phase::Cooldown => Shown::Cooldown,
            Phase::Free | Phase::Waiting => Shown::Waiting,
            Phase::Idle => Shown::Idle,
        },
        since_ms: millis(alive.since.elapsed()),
        cooldown: cooldown(alive),
        doing: alive.doing.clone(),
        why: alive.why.as_ref().map(Why::sentence).unwrap_or_default(),
        restarts,
        problem: alive.barred.as_ref().map(|(_, words)| words.clone()).or_else(|| alive.problem.clone()),
        ..sheet(&alive.character, map_name)
    }
}

/// What an earlier run of the program saw of a character, and what it was told to do.
pub(crate) fn as_seen(
    character: &Character,
    at: Timestamp,
    run: Option<&Run>,
    ports: &Ports,
) -> CharacterView {
    let automation = run.map(|run| AutomationView::written(run, ports));
    CharacterView { automation, as_of: Some(at), ..sheet(character, String::new()) }
}

/// What the game tells of a character; what its actor would tell is as at a start.
fn sheet(character: &Character, map_name: String) -> CharacterView {
    CharacterView {
        name: character.name.clone(),
        account: character.account.clone(),
        skin: character.skin.clone(),
        version: 0,
        level: character.combat.level,
        xp: character.combat.xp,
        max_xp: character.combat.max_xp,
        gold: character.gold,
        hp: character.hp,
        max_hp: character.max_hp,
        position: PositionView {
            layer: character.position.layer.as_str().to_owned(),
            x: character.position.x,
            y: character.position.y,
            map_name,
        },
        skills: character
            .skills
            .iter()
            .map(|(skill, at)| {
                (skill.to_string(), ProgressView { level: at.level, xp: at.xp, max_xp: at.max_xp })
            })
            .collect(),
        inventory: inventory(character),
        equipment: character
            .equipment
            .iter()
            .map(|(slot, worn)| {
                let view = EquippedView { code: worn.code.to_string(), quantity: worn.quantity };
                (slot.as_str().to_owned(), view)
            })
            .collect(),
        task: character.task.as_ref().map(|task| TaskView {
            code: task.code.clone(),
            kind: task.kind.clone(),
            progress: task.progress,
            total: task.total,
        }),
        state: Shown::Starting,
        since_ms: 0,
        cooldown: None,
        doing: String::new(),
        why: String::new(),
        automation: None,
        manual: None,
        last_actions: Vec::new(),
        restarts: 0,
        problem: None,
        as_of: None,
    }
}

fn inventory(character: &Character) -> InventoryView {
    let bag = &character.inventory;
    let count = |slots: usize| u32::try_from(slots).unwrap_or(u32::MAX);
    InventoryView {
        items: bag
            .items()
            .map(|stack| StackView { code: stack.code.to_string(), quantity: stack.quantity })
            .collect(),
        total: bag.total(),
        max_items: bag.max_items,
        slots_used: count(bag.items().count()),
        slots: count(bag.slots.len()),
    }
}

fn cooldown(alive: &Alive) -> Option<CooldownView> {
    let (began, reason) = alive.cooldown.as_ref()?;
    let now = Instant::now();
    (alive.ready_at > now).then(|| CooldownView {
        total_ms: millis(alive.ready_at - *began),
        remaining_ms: millis(alive.ready_at - now),
        reason: reason.clone(),
    })
}
