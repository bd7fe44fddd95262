//! Two requests for the same thing at the same moment: the game carries out the one and refuses the other (RULES §4, §9,
//! §10). Here nothing ever takes long enough for that to happen by itself.

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::{faults::rest::Rest, request::ApiError};

/// Actions are refused with the code of what they are about: 461 the bank, 436 an order, 486 the character itself. Other
/// requests pass.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Busy {}

impl Busy {
    pub(in crate::faults) async fn meet(self, request: Request, rest: Rest) -> Response {
        match code(request.uri().path()) {
            Some(code) => ApiError::of(code).into_response(),
            None => rest.run(request).await,
        }
    }
}

fn code(path: &str) -> Option<u16> {
    let mut parts = path.split('/').skip(1);
    let ("my", Some(_), Some("action")) = (parts.next()?, parts.next(), parts.next()) else { return None };
    Some(match (parts.next()?, parts.next()) {
        ("bank", Some("deposit" | "withdraw")) => 461,
        ("grandexchange", Some("buy" | "fill" | "cancel")) => 436,
        _ => 486,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_action_is_refused_with_a_code_that_it_declares() {
        for (path, expected) in [
            ("/my/Ana/action/bank/deposit/item", Some(461)),
            ("/my/Ana/action/bank/buy_expansion", Some(486)),
            ("/my/Ana/action/grandexchange/fill", Some(436)),
            ("/my/Ana/action/grandexchange/create_sell_order", Some(486)),
            ("/my/Ana/action/rest", Some(486)),
            ("/my/logs/Ana", None),
            ("/items", None),
        ] {
            assert_eq!(code(path), expected, "{path}");
        }
    }
}
