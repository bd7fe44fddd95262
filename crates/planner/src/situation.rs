//! What a strategy decides on: the view, corrected by what refusals have taught, and the questions all parts ask of it.

mod tiles;

use std::{
    borrow::Cow,
    cell::{OnceCell, RefCell},
};

use game::{
    Bank, Character, GameData, ItemCode, conditions,
    data::{ContentType, GameMap, Item},
    xp,
};

use jiff::Timestamp;

use crate::{
    decision::{Stance, View},
    parts::{
        loadout::{Lessons, Wardrobe},
        opponent::Outlooks,
        potions::Costs,
        travel::Reach,
    },
    reserve::Items,
    setbacks::{Setbacks, Subject},
    supply::Prices,
    tally::Tally,
};

/// One look at the world.
pub(crate) struct Situation<'a> {
    /// What it was made of, for those who ask another mind.
    pub(crate) view: View<'a>,
    pub(crate) now: Timestamp,
    pub(crate) data: &'a GameData,
    pub(crate) character: Cow<'a, Character>,
    pub(crate) bank: Option<&'a Bank>,
    pub(crate) setbacks: &'a Setbacks,
    pub(crate) tally: &'a Tally,
    reach: OnceCell<Reach>,
    wardrobe: OnceCell<Wardrobe>,
    prices: Prices,
    outlooks: Outlooks,
    claims: RefCell<Items>,
    stance: RefCell<Option<Stance>>,
    lessons: Lessons,
    potion_costs: Costs,
}

impl<'a> Situation<'a> {
    pub(crate) fn new(view: &View<'a>, now: Timestamp, setbacks: &'a Setbacks, tally: &'a Tally) -> Self {
        let mut character = Cow::Borrowed(view.character);
        if let Some(map_id) = setbacks.stands_on()
            && let Some(tile) = view.data.maps.get(map_id)
        {
            let character = character.to_mut();
            character.map_id = map_id;
            character.position = tile.position();
        }
        Self {
            view: *view,
            now,
            data: view.data,
            character,
            bank: view.bank,
            setbacks,
            tally,
            reach: OnceCell::new(),
            wardrobe: OnceCell::new(),
            prices: Prices::default(),
            outlooks: Outlooks::default(),
            claims: RefCell::default(),
            stance: RefCell::default(),
            lessons: Lessons::default(),
            potion_costs: Costs::default(),
        }
    }

    /// The same with every skill at `level` at least: for plans that training comes before.
    pub(crate) fn trained_to(&self, level: u32) -> Self {
        let mut character = self.character.clone();
        for progress in character.to_mut().skills.values_mut().filter(|progress| progress.level < level) {
            *progress = xp::at_level(level);
        }
        let (reach, wardrobe) = (self.reach.clone(), self.wardrobe.clone());
        let (prices, outlooks, lessons) = (Prices::default(), self.outlooks.clone(), self.lessons.clone());
        let (claims, stance) = (RefCell::default(), RefCell::default());
        let potion_costs = self.potion_costs.clone();
        Self { character, reach, wardrobe, prices, outlooks, lessons, claims, stance, potion_costs, ..*self }
    }

    /// The same with another bank; what is counted on there must be [taken over](Self::take_signs).
    pub(crate) fn with_bank<'b>(&'b self, bank: &'b Bank) -> Situation<'b> {
        let view = View { bank: Some(bank), ..self.view };
        Situation::new(&view, self.now, self.setbacks, self.tally)
    }

    /// Counts on what another look at the same moment has counted on, and stands in its party as that has shown.
    pub(crate) fn take_signs(&self, other: Situation<'_>) {
        let (claims, stance) = other.into_signs();
        self.claims.replace(claims);
        self.stance.replace(stance);
    }

    /// The tile the character stands on.
    pub(crate) fn here(&self) -> Option<&'a GameMap> {
        self.tile(self.character.map_id)
    }

    /// Whether the tile under the character has this content and nothing speaks against it.
    pub(crate) fn stands_on(&self, kind: &ContentType, code: &str) -> bool {
        self.here().is_some_and(|tile| tile.has_content(kind, code) && !self.avoids(tile))
    }

    /// Whether the tile under the character is a bank that serves it.
    pub(crate) fn stands_on_bank(&self) -> bool {
        self.here().is_some_and(|tile| self.is_bank(tile))
    }

    /// Whether a tile is a bank that serves the character.
    pub(crate) fn is_bank(&self, tile: &GameMap) -> bool {
        tile.has_content_type(&ContentType::Bank) && !self.avoids(tile)
    }

    /// Whether a refusal has taught to plan without this tile.
    pub(crate) fn avoids(&self, tile: &GameMap) -> bool {
        self.setbacks.rules_out(&Subject::Tile(tile.map_id))
    }

    /// Where the character can go from here; reckoned once per look, and only when somebody asks.
    pub(crate) fn reach(&self) -> &Reach {
        self.reach.get_or_init(|| Reach::of(self, self.character.map_id))
    }

    /// What the character can choose from when it dresses; sorted through once per look, and only when somebody asks.
    pub(crate) fn wardrobe(&self) -> &Wardrobe {
        self.wardrobe.get_or_init(|| Wardrobe::of(self))
    }

    /// What ways to get things cost, as far as somebody has asked.
    pub(crate) fn prices(&self) -> &Prices {
        &self.prices
    }

    /// What fights take, as far as somebody has asked.
    pub(crate) fn outlooks(&self) -> &Outlooks {
        &self.outlooks
    }

    /// What simulated fights have shown, as far as somebody has asked.
    pub(crate) fn lessons(&self) -> &Lessons {
        &self.lessons
    }

    /// What potions cost, as far as somebody has asked.
    pub(crate) fn potion_costs(&self) -> &Costs {
        &self.potion_costs
    }

    /// Whether the character may wear or use an item.
    pub(crate) fn may_use(&self, item: &Item) -> bool {
        conditions::hold(&item.conditions, &self.character)
    }

    /// How many of an item can be had from the bank, as far as anybody knows.
    pub(crate) fn in_bank(&self, code: &ItemCode) -> u32 {
        let held = self.bank.map_or(0, |bank| bank.count(code));
        if held > 0 && self.setbacks.rules_out(&Subject::Withdraw(code.clone())) { 0 } else { held }
    }

    /// Counts on having up to so many of an item from the bank, so that nobody else does.
    pub(crate) fn claim(&self, code: &ItemCode, quantity: u32) {
        let quantity = quantity.min(self.in_bank(code));
        if quantity > 0 {
            let mut claims = self.claims.borrow_mut();
            let claimed = claims.entry(code.clone()).or_default();
            *claimed = quantity.max(*claimed);
        }
    }

    /// Tells the others of a party how it stands.
    pub(crate) fn show(&self, stance: Stance) {
        self.stance.replace(Some(stance));
    }

    /// All that was counted on, and how it stands in its party.
    pub(crate) fn into_signs(self) -> (Items, Option<Stance>) {
        (self.claims.into_inner(), self.stance.into_inner())
    }
}
