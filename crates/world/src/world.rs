//! The world itself: its calls, and what all actions have in common (RULES §4).

use std::sync::{Arc, OnceLock};

use game::{
    AccountName, Action, Bank, Character, CharacterName, Cooldown, Detail, GameData, Outcome, Refusal,
    RefusalCode,
};
use jiff::Timestamp;

use crate::{
    Account, Exchange, LogEntry, News, Rules, State, achievements,
    actions::{self, Done},
    exchange::Mail,
    news,
    players::Guide,
    progress,
    scene::Scene,
    time,
};

/// A world in play.
#[derive(Debug, Clone)]
pub struct World {
    pub(crate) data: Arc<GameData>,
    pub(crate) rules: Rules,
    pub(crate) state: State,
    /// What nobody has been told yet.
    pub(crate) news: Vec<News>,
    /// What other players know of the season.
    pub(crate) guide: OnceLock<Arc<Guide>>,
}

impl World {
    /// A world in which nothing has happened yet.
    #[must_use]
    pub fn new(data: Arc<GameData>, rules: Rules, seed: u64) -> Self {
        Self { data, rules, state: State::new(seed), news: Vec::new(), guide: OnceLock::new() }
    }

    /// A world as it was saved, on the data and with the settings it was played with.
    #[must_use]
    pub fn restore(state: State, data: Arc<GameData>, rules: Rules) -> Self {
        Self { data, rules, state, news: Vec::new(), guide: OnceLock::new() }
    }

    /// Everything that has changed since the beginning, to be saved.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The season's data the world is played on.
    #[must_use]
    pub fn data(&self) -> &Arc<GameData> {
        &self.data
    }

    /// The settings of the world.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// An account, without its log.
    #[must_use]
    pub fn account(&self, account: &AccountName) -> Option<&Account> {
        self.state.accounts.get(account)
    }

    /// Every account, by name.
    pub fn accounts(&self) -> impl Iterator<Item = (&AccountName, &Account)> {
        self.state.accounts.iter()
    }

    /// The characters of an account, the oldest first.
    #[must_use]
    pub fn characters(&self, account: &AccountName) -> Vec<&Character> {
        let names = self.account(account).into_iter().flat_map(|account| &account.characters);
        names.filter_map(|name| self.character(name)).collect()
    }

    /// A character of any account.
    #[must_use]
    pub fn character(&self, name: &CharacterName) -> Option<&Character> {
        self.state.characters.get(name)
    }

    /// The bank of an account.
    #[must_use]
    pub fn bank(&self, account: &AccountName) -> Option<&Bank> {
        self.account(account).map(|account| &account.bank)
    }

    /// The Grand Exchange.
    #[must_use]
    pub fn exchange(&self) -> &Exchange {
        &self.state.exchange
    }

    /// What happened to an account, or to one of its characters; the newest first.
    pub fn logs<'a>(
        &'a self,
        account: &AccountName,
        character: Option<&'a CharacterName>,
    ) -> impl Iterator<Item = &'a LogEntry> + use<'a> {
        let entries = self.account(account).into_iter().flat_map(|account| &account.log);
        entries.filter(move |entry| character.is_none_or(|name| entry.character == *name))
    }

    /// Carries out an action of a character, or refuses it and changes nothing.
    ///
    /// # Errors
    /// 422 for a malformed request, 498 when the character is not the account's, 499 in cooldown, and then the
    /// refusals of the action itself.
    pub fn act(
        &mut self,
        account: &AccountName,
        name: &CharacterName,
        action: &Action,
        now: Timestamp,
    ) -> Result<Outcome, Refusal> {
        let now = time::whole_millis(now);
        self.advance(now);
        self.carry_out(account, name, action, now)
    }

    /// Carries out an action of anybody, when the clock has run to its time.
    pub(crate) fn carry_out(
        &mut self,
        account: &AccountName,
        name: &CharacterName,
        action: &Action,
        now: Timestamp,
    ) -> Result<Outcome, Refusal> {
        if self.rules.payload_first {
            actions::check_payload(action, &self.rules)?;
        }
        let missing =
            || Refusal::new(RefusalCode::CharacterNotFound, format!("You have no character {name}."));
        let State { rng, accounts, characters, ids, exchange, events, raids, players, first_rewards } =
            &mut self.state;
        let holder = accounts.get_mut(account).ok_or_else(missing)?;
        let character = characters.get(name).filter(|own| own.account == *account).ok_or_else(missing)?;
        if now < character.cooldown_expiration {
            return Err(Refusal::cooldown(time::seconds_until(now, character.cooldown_expiration)));
        }
        if !self.rules.payload_first {
            actions::check_payload(action, &self.rules)?;
        }
        // Nobody looks over the shoulder of those who play by themselves.
        let is_watched = !players.has(account);
        let mut scene = Scene {
            fight_logs: is_watched && self.rules.fight_logs,
            data: &self.data,
            rules: &self.rules,
            rng,
            now,
            account: holder,
            characters,
            character: character.clone(),
            others: Vec::new(),
            exchange,
            events,
            raids,
            ids,
            mail: Vec::new(),
            news: Vec::new(),
        };
        let Done { detail, seconds, description } = actions::carry_out(&mut scene, action)?;

        let Scene { mut character, mut others, mail, mut news, .. } = scene;
        let (reason, log_type) = actions::words(action, &detail);
        let cooldown = Cooldown {
            total_seconds: seconds,
            remaining_seconds: seconds,
            started_at: now,
            expiration: time::later(now, seconds),
            reason: reason.to_owned(),
        };
        // Of those whom an action changes, the ones who fought share the cooldown; who received a gift has none.
        let fought = matches!(detail, Detail::Fought(_));
        for actor in [&mut character].into_iter().chain(others.iter_mut().filter(|_| fought)) {
            progress::count_fight(actor, &detail);
            actor.cooldown = seconds;
            actor.cooldown_expiration = cooldown.expiration;
        }
        let data = &self.data;
        let last_pending = holder.pending.last_key_value().map(|(id, _)| id.clone());
        let reached = achievements::count(&data.achievements, holder, ids, &character, &others, &detail, now);
        holder.count(name, action.reason(), &detail);
        if !reached.is_empty() {
            let points = achievements::points(&data.achievements, holder);
            let earned = holder.earn(&self.rules.season_rewards, points, account, first_rewards, ids, now);
            news.extend(earned.into_iter().map(|reward| News::Earned { account: account.clone(), reward }));
        }
        news.extend(news::received(holder, last_pending.as_ref()));
        let keep = if is_watched { self.rules.log_entries } else { 0 };
        let mut entries = Vec::new();
        if keep > 0 {
            entries.extend(others.iter().rev().filter_map(|other| {
                if fought {
                    Some(LogEntry::action(other, log_type, description.clone(), &detail, &cooldown))
                } else {
                    LogEntry::received(other, name, &detail, now)
                }
            }));
            entries
                .extend(reached.iter().map(|achievement| LogEntry::unlocked(&character, achievement, now)));
            // The action itself is the newest entry: it is what most readers look for.
            entries.push(LogEntry::action(&character, log_type, description, &detail, &cooldown));
        }
        let told = if self.rules.tells_news { entries.clone() } else { Vec::new() };
        entries.into_iter().for_each(|entry| holder.remember(entry, keep));
        if character.name != *name {
            holder.rename(name, &character.name);
            characters.remove(name);
        }
        for (receiver, mail) in mail {
            if let Mail::Pending(pending) = &mail {
                news.push(News::Received(pending.clone()));
            }
            accounts.entry(receiver).and_modify(|account| account.receive(mail));
        }
        let changed = others.iter().chain([&character]);
        characters.extend(changed.map(|changed| (changed.name.clone(), changed.clone())));
        if self.rules.tells_news {
            let is_first =
                |code| accounts.iter().all(|(name, other)| name == account || !other.has_reached(code));
            let achieved = reached.iter().map(|achievement| News::Achieved {
                account: account.clone(),
                code: achievement.code.clone(),
                is_first: is_first(&achievement.code),
            });
            news.extend(achieved);
            news.extend(told.into_iter().filter_map(|entry| {
                let character = Box::new(characters.get(&entry.character)?.clone());
                Some(News::Logged { entry, character })
            }));
            self.news.append(&mut news);
        }
        Ok(Outcome { cooldown, character, others, detail })
    }
}
