//! `POST /game_assistant/ask`: the game's assistant, for members (RULES §3).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::RateLimitScope;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AssistantQuestionSchema)]
pub struct AssistantQuestion {
    /// The question, as it would be put to a person.
    #[schema(min_length = 1, max_length = 50_000)]
    pub question: String,
    /// Whether to spend a gem when the day's free questions are used up.
    #[serde(default)]
    pub pay_with_gems: bool,
}

/// Its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AssistantAnswerDataSchema)]
pub struct AssistantAnswer {
    /// The answer.
    pub answer: String,
    /// What is left of the day's free questions.
    pub assistant: RateLimitScope,
    /// Whether it cost a gem.
    pub paid_with_gems: bool,
}
