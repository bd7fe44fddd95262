//! What goes on in the game's world: the events that are on, and the raids. The accounts' `realtime` actors write it, each
//! with all it learns, so whoever of them is well informed informs everybody; what one has just read no other reads.

use std::{sync::Arc, time::Duration};

use game::{AccountName, ActiveEvent, Calendar, OpenRaid, RaidState};
use jiff::{SignedDuration, Timestamp};
use tokio::{sync::watch, time::Instant};

use super::{ActiveEventView, Board, EventsView, Inner, RaidView, RealtimeMode};
use crate::pace::Pace;

/// Something that is read now and then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Which events are on.
    Events,
    /// How the raids stand.
    Raids,
}

/// What goes on, as far as it was told.
pub(super) struct Events {
    active: Arc<[ActiveEvent]>,
    raids: Arc<[RaidState]>,
    /// When each was last read, or is being read since.
    read_at: [Option<Instant>; 2],
    /// The board's number at the last change.
    pub(super) number: u64,
    /// Tells those who plan with events, and nobody else.
    changed: watch::Sender<()>,
}

impl Default for Events {
    fn default() -> Self {
        let (active, raids) = (Arc::default(), Arc::default());
        Self { active, raids, read_at: [None; 2], number: 0, changed: watch::Sender::new(()) }
    }
}

impl Board {
    /// Replaces the events that are on.
    pub fn post_events(&self, active: Vec<ActiveEvent>) {
        self.change_events(|_| active);
    }

    /// An event has come.
    pub fn post_event(&self, event: ActiveEvent) {
        self.change_events(|known| others(known, &event).chain([event.clone()]).collect());
    }

    /// An event is over.
    pub fn remove_event(&self, event: &ActiveEvent) {
        self.change_events(|known| others(known, event).collect());
    }

    /// Replaces the raids.
    pub fn post_raids(&self, raids: Vec<RaidState>) {
        self.change_raids(|_| raids);
    }

    /// Replaces one raid.
    pub fn post_raid(&self, raid: RaidState) {
        let is_other = |known: &&RaidState| known.raid.code != raid.raid.code;
        self.change_raids(|known| known.iter().filter(is_other).cloned().chain([raid.clone()]).collect());
    }

    /// The events that were on when this was last told; some may be over.
    #[must_use]
    pub fn events(&self) -> Arc<[ActiveEvent]> {
        self.lock().events.active.clone()
    }

    /// The raids, by code.
    #[must_use]
    pub fn raids(&self) -> Arc<[RaidState]> {
        self.lock().events.raids.clone()
    }

    /// What goes on, by our clock, which is so far behind the game's, and in the game's own time: what is left in real
    /// time is more of it where the game runs faster.
    #[must_use]
    pub fn calendar(&self, now: Timestamp, offset: SignedDuration, pace: &Pace) -> Calendar {
        let at = |then: Timestamp| {
            let left = then.duration_since(now + offset).as_secs_f64() * pace.speed();
            let left = SignedDuration::try_from_secs_f64(left).unwrap_or(SignedDuration::MAX);
            now.saturating_add(left).unwrap_or(now)
        };
        let Events { active, raids, .. } = &self.lock().events;
        let event = |event: &ActiveEvent| ActiveEvent { expiration: at(event.expiration), ..event.clone() };
        let open = |open: &OpenRaid| OpenRaid {
            starts_at: at(open.starts_at),
            ends_at: at(open.ends_at),
            ..open.clone()
        };
        let raid = |raid: &RaidState| RaidState {
            next_start_at: at(raid.next_start_at),
            open: raid.open.as_ref().map(open),
            ..raid.clone()
        };
        Calendar { events: active.iter().map(event).collect(), raids: raids.iter().map(raid).collect() }
    }

    /// All of it, as the dashboard shows it.
    #[must_use]
    pub fn events_view(&self) -> EventsView {
        let Events { active, raids, .. } = &self.lock().events;
        EventsView {
            active: active.iter().map(ActiveEventView::from).collect(),
            raids: raids.iter().map(RaidView::from).collect(),
        }
    }

    /// Becomes ready whenever an event comes or goes.
    #[must_use]
    pub fn watch_events(&self) -> watch::Receiver<()> {
        self.lock().events.changed.subscribe()
    }

    /// Whether it is time to read, because nobody has for so long; whoever is told so does it.
    #[must_use]
    pub fn claim_reading(&self, what: Reading, every: Duration) -> bool {
        let last = &mut self.lock().events.read_at[what as usize];
        let is_due = last.is_none_or(|last| last.elapsed() >= every);
        if is_due {
            *last = Some(Instant::now());
        }
        is_due
    }

    /// Whether some account is told at once what goes on.
    #[must_use]
    pub fn hears_news(&self) -> bool {
        self.lock().accounts.any_realtime(RealtimeMode::Socket)
    }

    /// Says how an account hears what goes on, and why not better.
    pub fn post_realtime(&self, account: &AccountName, mode: RealtimeMode, message: Option<String>) {
        self.change(|inner, number| inner.accounts.post_realtime(number, account, mode, message));
    }

    fn change_events(&self, change: impl FnOnce(&[ActiveEvent]) -> Vec<ActiveEvent>) {
        self.change_if(|Inner { events, .. }, number| {
            let mut active = change(&events.active);
            active.sort_by(|one, other| (one.created_at, &one.code).cmp(&(other.created_at, &other.code)));
            let is_news = *events.active != *active;
            if is_news {
                (events.active, events.number) = (active.into(), number);
                events.changed.send_replace(());
            }
            is_news
        });
    }

    fn change_raids(&self, change: impl FnOnce(&[RaidState]) -> Vec<RaidState>) {
        self.change_if(|Inner { events, .. }, number| {
            let mut raids = change(&events.raids);
            raids.sort_by(|one, other| one.raid.code.cmp(&other.raid.code));
            let is_news = *events.raids != *raids;
            if is_news {
                (events.raids, events.number) = (raids.into(), number);
            }
            is_news
        });
    }
}

/// All but this event: one is told by its code and its tile.
fn others<'a>(known: &'a [ActiveEvent], event: &'a ActiveEvent) -> impl Iterator<Item = ActiveEvent> + 'a {
    let is_it = |other: &ActiveEvent| other.code == event.code && other.map.map_id == event.map.map_id;
    known.iter().filter(move |other| !is_it(other)).cloned()
}
