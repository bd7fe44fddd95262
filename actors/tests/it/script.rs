//! Words that the scenarios share.

use std::time::Duration;

use actors::limiter::{Gateway, Priority};
use api_client::{CallError, Token, calls};
use game::Action;
use test_support::company::{Books, Done, Setup, TestCompany};
use tokio::{task::JoinSet, time::Instant};

pub(crate) const SECOND: Duration = Duration::from_secs(1);
pub(crate) const MINUTE: Duration = Duration::from_secs(60);
pub(crate) const HOUR: Duration = Duration::from_secs(3600);

/// Longer than any cooldown of the embedded world with a trip to the bank, at the game's own pace.
pub(crate) const PATIENCE: Duration = Duration::from_secs(180);

/// How often the game is asked who has acted.
const ASK: Duration = Duration::from_millis(500);

/// A company on a calm connection in which everybody has acted.
pub(crate) fn at_work() -> TestCompany {
    let company = TestCompany::start(Setup::default());
    everybody_acts(&company, PATIENCE);
    company
}

/// Waits until a character has acted once more; tells how long that took.
pub(crate) fn acts(company: &TestCompany, name: &str, limit: Duration) -> Duration {
    let before = company.stats().actions_of(name);
    let acted = |company: &TestCompany| company.stats().actions_of(name) > before;
    company.look_every(ASK, limit, &format!("{name} acts"), acted)
}

/// Waits until every character has acted once more; tells how long that took.
pub(crate) fn everybody_acts(company: &TestCompany, limit: Duration) -> Duration {
    let before = company.stats();
    company.look_every(ASK, limit, "everybody acts", |company| {
        let stats = company.stats();
        company.names().iter().all(|name| stats.actions_of(name.as_str()) > before.actions_of(name.as_str()))
    })
}

/// The books of one character.
pub(crate) fn books(company: &TestCompany, name: &str) -> Books {
    company.books().into_iter().find(|books| books.character.as_str() == name).expect("it plays")
}

/// What the journal has as found out by evidence.
pub(crate) fn resolved(company: &TestCompany, name: &str) -> Vec<Done> {
    books(company, name).journal.into_iter().filter(|done| done.resolved).collect()
}

/// Lets a character's actor panic.
pub(crate) fn fell(company: &TestCompany, name: &str) {
    let name = name.parse().expect("a valid name");
    company.company().fell(&name).expect("the actor is there");
}

/// Clicks of a person at the same moment, which the game refuses; tells how long the last answer took.
pub(crate) fn clicks(company: &TestCompany, count: usize) -> Duration {
    let click = || {
        let gateway = Gateway::new(company.directory());
        async move {
            let token = Token::new("somebody-elses").expect("a token");
            let (account, zoe) = ("demo".parse().expect("a name"), "Zoe".parse().expect("a name"));
            let call = calls::Act { token: &token, character: &zoe, action: &Action::Rest };
            let answer = gateway.call(&account, Priority::Click, &call).await;
            assert!(matches!(answer, Err(CallError::TokenRejected(_))), "{answer:?}");
        }
    };
    let clicks = std::iter::repeat_with(click).take(count);
    company.block_on(async {
        let began = Instant::now();
        JoinSet::from_iter(clicks).join_all().await;
        began.elapsed()
    })
}
