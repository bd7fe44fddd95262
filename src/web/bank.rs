//! `/api/v1/bank/{account}`: what is in an account's bank, and what of it is spoken for, by whom and for what.

use actors::board::{Board, GoalView, Stock};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use game::CharacterName;
use planner::{Holder, Reservation};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Dashboard,
    errors::{ApiError, ErrorEnvelope},
};

/// What an account keeps in its bank.
#[derive(Serialize, ToSchema)]
pub(super) struct BankView {
    /// Gold in the bank.
    gold: i64,
    /// Most different items it can hold.
    slots: u32,
    /// Price of the next expansion.
    next_expansion_cost: i64,
    /// What is in it, by code.
    items: Vec<BankItemView>,
}

/// An item in a bank.
#[derive(Serialize, ToSchema)]
pub(super) struct BankItemView {
    /// Which item.
    code: String,
    /// How many there are.
    quantity: u32,
    /// What of it is spoken for: others do not count on that.
    reserved: Vec<ReservationView>,
}

/// So many that are spoken for: by a character, for what it does now, or by a goal, for a part to come.
#[derive(Serialize, ToSchema)]
pub(super) struct ReservationView {
    /// Which character.
    #[schema(required)]
    character: Option<CharacterName>,
    /// Which goal.
    #[schema(required)]
    goal_id: Option<Uuid>,
    /// How many.
    quantity: u32,
    /// What for, in words.
    why: String,
}

/// What is in an account's bank, and what of it is reserved, for whom and why.
#[utoipa::path(get, path = "/api/v1/bank/{account}", operation_id = "show_bank", params(("account" = String, Path)),
    responses((status = 200, body = BankView), (status = 404, body = ErrorEnvelope),
        (status = 503, body = ErrorEnvelope)))]
pub(super) async fn show(
    State(dashboard): State<Dashboard>,
    Path(account): Path<String>,
) -> Result<Json<BankView>, ApiError> {
    let board = dashboard.company.board();
    let owner = board.characters().into_iter().map(|view| view.account).find(|name| name.as_str() == account);
    let owner = owner.ok_or_else(|| ApiError::not_found(format!("no account `{account}` is played here")))?;
    let stock = board.bank(&owner).ok_or_else(|| {
        let words = format!("nobody has looked into the bank of {owner} yet; ask again in a moment");
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "unread", words)
    })?;
    Ok(Json(view(&stock, board)))
}

/// A bank as the dashboard shows it.
pub(super) fn view(Stock { bank, reserved }: &Stock, board: &Board) -> BankView {
    let goals = board.goals();
    let items = bank.items.iter().map(|(code, quantity)| {
        let own = reserved.iter().filter(|one| one.code == *code);
        BankItemView {
            code: code.to_string(),
            quantity: *quantity,
            reserved: own.map(|one| reservation(one, board, &goals)).collect(),
        }
    });
    BankView {
        gold: bank.gold,
        slots: bank.slots,
        next_expansion_cost: bank.next_expansion_cost,
        items: items.collect(),
    }
}

fn reservation(one: &Reservation<Uuid>, board: &Board, goals: &[GoalView]) -> ReservationView {
    let (character, goal_id, why) = match &one.holder {
        Holder::Character(name) => {
            let why =
                board.character(name).map(|view| if view.why.is_empty() { view.doing } else { view.why });
            (Some(name.clone()), None, why)
        }
        Holder::Goal(id) => {
            let words = goals.iter().find(|goal| goal.id == *id).map(|goal| goal.words.clone());
            (None, Some(*id), words)
        }
    };
    ReservationView { character, goal_id, quantity: one.quantity, why: why.unwrap_or_default() }
}
