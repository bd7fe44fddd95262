//! The token reaches the header of the request and nothing that is ever printed.

use api_client::{
    Call, Reply, Token, TransportError,
    calls::{Act, GetMyCharacters},
};
use game::{Action, CharacterName};

use crate::support::{chain, client, id, response, token};

#[test]
fn nothing_that_can_be_printed_shows_the_token() {
    let (client, token, ana) = (client("https://api.example"), token(), id::<CharacterName>("Ana"));
    let call = Act { token: &token, character: &ana, action: &Action::Rest };
    let request = call.request();
    let http = client.encode(&request);
    let lost = Reply::from(Err(TransportError::Ambiguous("timeout".into())));
    let unreadable = Reply::from_response(response(200, "{}")).read(&call);
    let printed = [
        format!("{token:?} {call:?} {:?}", GetMyCharacters { token: &token }),
        format!("{request} {request:?} {client:?} {http:?}"),
        format!("{lost:?} {unreadable:?}"),
        chain(&unreadable.value.unwrap_err()),
        format!("{:?}", Token::new("canary.token with blanks").unwrap_err()),
    ];
    assert!(!printed.concat().contains("canary"), "{printed:#?}");
    assert_eq!(http.headers()["authorization"], "Bearer canary.token");
}
