//! Gems: where they come from, and what they buy (RULES §11).

use game::{AccountName, Refusal, RefusalCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Account, World, membership::Source, time};

/// Entries kept per account.
const HISTORY: usize = 1000;

/// Gems that came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GemTransaction {
    /// What it was: `purchase`, `item`, `skin` and so on.
    pub kind: String,
    /// Gems gained, or spent when negative.
    pub gems: i64,
    /// What it was, for people.
    pub description: String,
    /// Code of what was bought or used.
    pub code: Option<String>,
    /// When it was.
    pub created_at: Timestamp,
}

impl Account {
    /// Adds gems.
    pub(crate) fn credit_gems(
        &mut self,
        gems: i64,
        kind: &str,
        description: &str,
        code: Option<&str>,
        now: Timestamp,
    ) {
        self.gems += gems;
        self.gem_history.push_front(GemTransaction {
            kind: kind.to_owned(),
            gems,
            description: description.to_owned(),
            code: code.map(str::to_owned),
            created_at: now,
        });
        self.gem_history.truncate(HISTORY);
    }

    fn check_gems(&self, cost: u32) -> Result<(), Refusal> {
        if self.gems < i64::from(cost) {
            return Err(Refusal::new(RefusalCode::NotEnoughGems, "Insufficient gems."));
        }
        Ok(())
    }
}

impl World {
    /// Spends gems on something of this kind and code.
    ///
    /// # Errors
    /// 563 with too few gems.
    pub fn spend_gems(
        &mut self,
        account: &AccountName,
        cost: u32,
        (kind, code): (&str, &str),
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let holder = self.holder(account)?;
        holder.check_gems(cost)?;
        let description = format!("Spent {cost} gems on {code}.");
        holder.credit_gems(-i64::from(cost), kind, &description, Some(code), time::whole_millis(now));
        Ok(())
    }

    /// Buys a skin for its price in gems.
    ///
    /// # Errors
    /// 404 no such skin, 551 owned already, 552 not for sale, 563 too few gems.
    pub fn buy_skin(&mut self, account: &AccountName, skin: &str, now: Timestamp) -> Result<(), Refusal> {
        let price = self.rules.exclusive_skins.get(skin).copied();
        let is_everybodys = self.rules.skins.contains(skin);
        if is_everybodys || self.holder(account)?.skins.contains(skin) {
            return Err(Refusal::new(RefusalCode::SkinOwned, "You already own this skin."));
        }
        let price = price.ok_or_else(|| Refusal::new(RefusalCode::NotFound, "skin not found."))?;
        let price = price.ok_or_else(|| {
            Refusal::new(RefusalCode::SkinNotForSale, "This skin is not available for purchase.")
        })?;
        self.spend_gems(account, price, ("skin", skin), now)?;
        self.holder(account)?.skins.insert(skin.to_owned());
        Ok(())
    }

    /// Buys a month of membership; says when it ends.
    ///
    /// # Errors
    /// 563 with too few gems, 573 while money is paid for membership.
    pub fn subscribe_with_gems(
        &mut self,
        account: &AccountName,
        price: u32,
        now: Timestamp,
    ) -> Result<Timestamp, Refusal> {
        self.holder(account)?.check_extension(now)?;
        self.spend_gems(account, price, ("subscription", "membership"), now)?;
        Ok(self.holder(account)?.extend(Source::Gems, time::whole_millis(now)))
    }
}
