//! Accounts: what they are, and the requests that create or change one (RULES §2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::null::null_as_default;
use crate::open_enum::open_enum;
use crate::{Secret, Timestamp};

/// `GET /my/details`: one's own account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MyAccountDetails {
    /// The account's name.
    pub username: String,
    /// Its e-mail address.
    #[schema(format = Email)]
    pub email: String,
    /// Whether membership is running.
    pub member: bool,
    /// When membership ends.
    pub member_expiration: Option<Timestamp>,
    /// Standing from the early days of the game.
    pub status: AccountStatus,
    /// Codes of the badges earned.
    #[serde(default, deserialize_with = "null_as_default")]
    pub badges: Vec<String>,
    /// Codes of the skins owned.
    pub skins: Vec<String>,
    /// Gems to spend.
    pub gems: i64,
    /// Months of membership granted as rewards and not redeemed yet.
    #[serde(default, deserialize_with = "null_as_default")]
    pub member_token: u32,
    /// Points of all achievements reached.
    pub achievements_points: u32,
    /// Whether the account is banned.
    pub banned: bool,
    /// Why it is banned; left out when it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ban_reason: Option<String>,
}

/// `GET /accounts/{account}`: what everybody may see of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccountDetails {
    /// The account's name.
    pub username: String,
    /// Whether membership is running.
    pub member: bool,
    /// Standing from the early days of the game.
    pub status: AccountStatus,
    /// Codes of the badges earned.
    #[serde(default, deserialize_with = "null_as_default")]
    pub badges: Vec<String>,
    /// Codes of the skins owned.
    pub skins: Vec<String>,
    /// Points of all achievements reached.
    pub achievements_points: u32,
    /// Whether the account is banned.
    pub banned: bool,
    /// Why it is banned; left out when it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ban_reason: Option<String>,
}

open_enum! {
    /// An account's standing from the early days of the game; it changes nothing any more.
    AccountStatus {
        Standard = "standard",
        Founder = "founder",
        GoldFounder = "gold_founder",
        VipFounder = "vip_founder",
        Goblin1 = "goblin1",
    }
}

/// Body of `POST /accounts/create`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AddAccountSchema)]
pub struct CreateAccountRequest {
    /// The account's name, unique on the server.
    #[schema(min_length = 6, max_length = 32, pattern = "^[a-zA-Z0-9_-]+$")]
    pub username: String,
    /// Its password.
    #[schema(value_type = String, min_length = 5, max_length = 50, pattern = r"^[^\s]+$")]
    pub password: Secret,
    /// Its e-mail address, unique on the server.
    #[schema(format = Email)]
    pub email: String,
}

/// Body of `POST /my/change_password`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChangePasswordSchema)]
pub struct ChangePasswordRequest {
    /// The password so far.
    #[schema(value_type = String, min_length = 5, max_length = 50, pattern = r"^[^\s]+$")]
    pub current_password: Secret,
    /// The password from now on; it also changes the token.
    #[schema(value_type = String, min_length = 5, max_length = 50, pattern = r"^[^\s]+$")]
    pub new_password: Secret,
}

/// Body of `POST /my/change_email`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChangeEmailSchema)]
pub struct ChangeEmailRequest {
    /// The address so far.
    #[schema(format = Email)]
    pub current_email: String,
    /// The address from now on.
    #[schema(format = Email)]
    pub new_email: String,
}

/// Body of `POST /accounts/forgot_password`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PasswordResetRequestSchema)]
pub struct ForgotPasswordRequest {
    /// Where to send the link.
    #[schema(format = Email)]
    pub email: String,
}

/// Body of `POST /accounts/reset_password`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PasswordResetConfirmSchema)]
pub struct ResetPasswordRequest {
    /// The token that was sent.
    #[schema(value_type = String)]
    pub token: Secret,
    /// The password from now on.
    #[schema(value_type = String, min_length = 5, max_length = 50, pattern = r"^[^\s]+$")]
    pub new_password: Secret,
}
