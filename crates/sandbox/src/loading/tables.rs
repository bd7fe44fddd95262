//! The lists that no rule of the world reads, and the settings that some of them make.

use api_types::{Badge, Effect, RewardType, SeasonReward, Skin};
use world::{RewardKind, Rules};

use super::{Files, WorldError, rows};

/// Lists of a season that only are looked at; each is empty when its file is absent.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// `effects.json`
    pub(crate) effects: Vec<Effect>,
    /// `badges.json`
    pub(crate) badges: Vec<Badge>,
    /// `skins.json`; without it the six that every account has (RULES §2).
    pub(crate) skins: Vec<Skin>,
    /// `season_rewards.json`
    pub(crate) season_rewards: Vec<SeasonReward>,
}

impl Tables {
    /// Reads those that are there.
    pub(crate) fn load(files: &Files) -> Result<Self, WorldError> {
        let skins = rows::optional(files, "skins.json")?;
        Ok(Self {
            effects: rows::optional(files, "effects.json")?,
            badges: rows::optional(files, "badges.json")?,
            skins: if skins.is_empty() { everybodys_skins() } else { skins },
            season_rewards: rows::optional(files, "season_rewards.json")?,
        })
    }

    /// The rules of a world with these lists.
    pub(crate) fn rules(&self) -> Rules {
        let (defaults, exclusive): (Vec<_>, Vec<_>) = self.skins.iter().partition(|skin| skin.default);
        Rules {
            skins: defaults.into_iter().map(|skin| skin.code.clone()).collect(),
            exclusive_skins: exclusive.into_iter().map(|skin| (skin.code.clone(), skin.price)).collect(),
            season_rewards: self.season_rewards.iter().filter_map(reward).collect(),
            ..Rules::default()
        }
    }
}

/// A reward as the world hands it out; of a kind that this program does not know it hands out nothing.
fn reward(reward: &SeasonReward) -> Option<world::SeasonReward> {
    let kind = match reward.kind {
        RewardType::Badge => RewardKind::Badge,
        RewardType::Skin => RewardKind::Skin,
        RewardType::Gold => RewardKind::Gold,
        RewardType::Item => RewardKind::Item,
        RewardType::Unknown(_) => return None,
    };
    Some(world::SeasonReward {
        code: reward.code.clone(),
        kind,
        description: reward.description.clone(),
        required_points: reward.required_points,
        quantity: u32::try_from(reward.quantity).unwrap_or(0),
        member_required: reward.member_required,
        first_only: reward.first_only,
    })
}

fn everybodys_skins() -> Vec<Skin> {
    let skin = |code: String| Skin {
        name: code.clone(),
        code,
        description: "Every account has it.".to_owned(),
        default: true,
        price: None,
    };
    Rules::default().skins.into_iter().map(skin).collect()
}
