//! Calling an event: for gems, or as the sandbox lets anybody do (RULES §11, §13).

use game::{AccountName, EventCode, GameData, MapId, Refusal, RefusalCode, data::Event};
use jiff::Timestamp;

use super::{ActiveEvent, Events, chance};
use crate::{Rules, World, time};

impl World {
    /// Has an event come that an account pays for with gems.
    ///
    /// # Errors
    /// 404 no such event, 571 not for sale, 564 there already or too many are, 566 called a short while ago, 563 too few
    /// gems.
    pub fn buy_event(
        &mut self,
        account: &AccountName,
        code: &EventCode,
        now: Timestamp,
    ) -> Result<ActiveEvent, Refusal> {
        let event = find(&self.data, code)?;
        let price = event.price.ok_or_else(|| {
            let text = format!("The event {code} is not available for purchase.");
            Refusal::new(RefusalCode::EventNotForSale, text)
        })?;
        let map_id = self.place_for(code, now)?;
        self.spend_gems(account, price, ("spawn_event", code.as_str()), now)?;
        self.call(code, map_id, now)
    }

    /// Has an event come at once, for nothing.
    ///
    /// # Errors
    /// 404 no such event, 564 there already or too many are, 566 called a short while ago.
    pub fn spawn_event(&mut self, code: &EventCode, now: Timestamp) -> Result<ActiveEvent, Refusal> {
        let map_id = self.place_for(code, now)?;
        self.call(code, map_id, now)
    }

    /// The tile where an event may come now.
    fn place_for(&mut self, code: &EventCode, now: Timestamp) -> Result<MapId, Refusal> {
        let now = time::whole_millis(now);
        self.advance(now);
        let event = find(&self.data, code)?;
        let events = &self.state.events;
        events.check_room(event, &self.rules)?;
        if events.cooldown(code, now).is_some() {
            let text = format!("The event {code} is on cooldown and cannot be spawned yet.");
            return Err(Refusal::new(RefusalCode::EventOnCooldown, text));
        }
        let place = chance::place(events.seed, now.as_second().div_euclid(60), event, &events.active);
        place.ok_or_else(|| taken("Another event is on every tile of this one."))
    }

    fn call(&mut self, code: &EventCode, map_id: MapId, now: Timestamp) -> Result<ActiveEvent, Refusal> {
        let now = time::whole_millis(now);
        let event = find(&self.data, code)?;
        let free_at = time::later(now, event.cooldown.saturating_mul(60));
        self.state.events.cooldowns.insert(code.clone(), free_at);
        let mut news = Vec::new();
        let active = self.state.events.begin(event, map_id, now, &mut news);
        self.tell(news);
        Ok(active)
    }
}

impl Events {
    /// A 564 when an event is there already, or as many as there may be.
    pub(super) fn check_room(&self, event: &Event, rules: &Rules) -> Result<(), Refusal> {
        if self.active.iter().any(|active| active.code == event.code) {
            return Err(taken("The event is active already."));
        }
        if self.active.len() >= rules.max_active_events {
            return Err(taken("As many events are active as there may be."));
        }
        Ok(())
    }
}

fn taken(text: &str) -> Refusal {
    Refusal::new(RefusalCode::EventActive, text)
}

fn find<'a>(data: &'a GameData, code: &EventCode) -> Result<&'a Event, Refusal> {
    data.event(code).ok_or_else(|| Refusal::new(RefusalCode::NotFound, format!("There is no event {code}.")))
}
