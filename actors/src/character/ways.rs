//! The ways of a character: what it asks of its neighbours, and what it does beside its actions.

use game::{Character, Detail};
use journal::{Closing, Record};
use planner::Interests;
use ractor::ActorRef;
use supervisor::{ChildContext, Handle, Task, Tasks, chain};
use tokio::time::Instant;

use super::{CharacterArgs, CharacterMsg};
use crate::{
    account::{AccountArgs, RosterMsg, character_id, roster_id},
    board::Comrades,
    coordinator::{self, Contents, CoordinatorMsg},
    game_data::{self, GameDataMsg},
    history,
    limiter::Gateway,
    market::{self, MarketMsg, OwnAnswer},
};

/// The ways to its neighbours and to its own later self.
#[derive(Clone)]
pub(super) struct Ways {
    pub(super) context: ChildContext,
    pub(super) tasks: Tasks<CharacterMsg>,
    pub(super) gateway: Gateway,
    pub(super) roster: Handle<RosterMsg>,
    coordinator: Handle<CoordinatorMsg>,
    market: Handle<MarketMsg>,
    game_data: Handle<GameDataMsg>,
}

impl Ways {
    pub(super) fn new(
        context: &ChildContext,
        own: &ActorRef<CharacterMsg>,
        AccountArgs { account, .. }: &AccountArgs,
    ) -> Self {
        let directory = &context.directory;
        Self {
            context: context.clone(),
            tasks: context.tasks(own),
            gateway: Gateway::new(directory),
            roster: directory.handle(roster_id(account)),
            coordinator: directory.handle(coordinator::ID),
            market: directory.handle(market::ID),
            game_data: directory.handle(game_data::ID),
        }
    }

    /// Writes what nothing else depends on.
    pub(super) fn write(&self, account: &AccountArgs, records: Vec<Record>) {
        if records.is_empty() {
            return;
        }
        let journal = account.ports.journal.clone();
        self.tasks.spawn("write history", async move {
            if let Err(error) = journal.run(move |journal| journal.append(&records)).await {
                tracing::warn!(error = chain(&error), "history was not written");
            }
        });
    }

    /// Has itself told when an event comes or goes: what is best to do may be another thing then.
    pub(super) fn watch_events(&self, account: &AccountArgs) {
        let mut events = account.ports.board.watch_events();
        let news = async move { drop(events.changed().await) };
        self.tasks.spawn_reporting("watch events", news, |()| CharacterMsg::EventsChanged);
    }

    /// Has itself told when one of its comrades is not as it was seen any more; there may be none.
    pub(super) fn watch_comrades(&self, account: &AccountArgs, comrades: Comrades) -> Option<Task> {
        let any = !comrades.names.is_empty();
        let news = account.ports.board.clone().comrades_changed(comrades);
        any.then(|| self.tasks.spawn_reporting("watch comrades", news, |()| CharacterMsg::ComradesChanged))
    }

    pub(super) fn want_bank(&self, args: &CharacterArgs) {
        let AccountArgs { account, token, .. } = args.account.clone();
        let character = args.name.clone();
        // A coordinator that is away tells the bank's next change; until then plans do without.
        let _ = self.coordinator.send(CoordinatorMsg::Wanted { account, character, token });
    }

    /// Says that it counts on other things in the bank than before, which stand on the board.
    pub(super) fn tell_claims(&self, account: &AccountArgs) {
        // A coordinator that is away looks at the board when it is back.
        let _ = self.coordinator.send(CoordinatorMsg::Claimed(account.account.clone()));
    }

    /// Tells those who fought as well, or were given something, how they are since `at`.
    pub(super) fn tell_others(&self, account: &AccountArgs, others: Vec<Character>, at: Instant) {
        for other in others {
            let id = character_id(&account.account, &other.name);
            let actor: Handle<CharacterMsg> = self.context.directory.handle(id);
            // One that is away, or another account's, asks the game when it wants to know.
            let _ = actor.send(CharacterMsg::Seen(Box::new(other), at));
        }
    }

    /// Shows what an action did with others, by their entries in the history, and tells them.
    pub(super) fn tell_joined(&self, account: &AccountArgs, entries: Vec<Record>) {
        for entry in entries {
            let Record::Action { intent, closing, closed_at, elapsed_ms } = entry else { continue };
            let row = history::row(&intent, &closing, closed_at, elapsed_ms);
            account.ports.board.post_log(history::line(&row));
            account.ports.board.unsettle(&intent.character);
            let id = character_id(&account.account, &intent.character);
            let actor: Handle<CharacterMsg> = self.context.directory.handle(id);
            let is_told = matches!(closing, Closing::Applied { .. });
            // One that is away looks when it is back.
            let _ = actor.send(CharacterMsg::Joined { is_told });
        }
    }

    pub(super) fn want_market(&self, args: &CharacterArgs, interests: Interests) {
        let AccountArgs { account, token, .. } = args.account.clone();
        // A market that is away is asked again at the next decision; until then plans wait.
        let character = args.name.clone();
        let _ = self.market.send(MarketMsg::Wanted { character, account, token, interests });
    }

    /// Tells that the season of this version can be played.
    pub(super) fn tried(&self, version: String) {
        // One that is away knows of no trial when it is back; who waits for its end does so not much longer.
        let _ = self.game_data.send(GameDataMsg::Tried(version));
    }

    /// Has the market tell a person what the account has there.
    pub(super) fn ask_market(&self, account: &AccountArgs, answer: OwnAnswer) {
        let (account, token) = (account.account.clone(), account.token.clone());
        // A market that is away drops the answer, which says as much.
        let _ = self.market.send(MarketMsg::Asked { account, token, answer });
    }

    /// Tells of what an action has shown or changed that is the account's: the bank, and what it has on the exchange.
    pub(super) fn tell(&self, account: &AccountArgs, detail: Detail) {
        let AccountArgs { account, token, .. } = account.clone();
        let contents = match detail {
            Detail::BankItems { bank, .. } => Contents::Items(bank),
            Detail::BankGold { bank_gold, .. } => Contents::Gold(bank_gold),
            Detail::BankExpanded { .. } => Contents::Expanded,
            Detail::OrderCreated { .. } | Detail::OrderCancelled(_) | Detail::Claimed(_) => {
                // A market that is away reads all anew when it is back.
                return drop(self.market.send(MarketMsg::Changed(account)));
            }
            _ => return,
        };
        // A coordinator that is away knows no bank when it is back, and reads it at the next change.
        let _ = self.coordinator.send(CoordinatorMsg::Seen { account, token, contents });
    }

    pub(super) fn doubt_bank(&self, account: &AccountArgs) {
        let (account, token) = (account.account.clone(), account.token.clone());
        let _ = self.coordinator.send(CoordinatorMsg::Doubtful { account, token });
    }
}
