//! The sandbox as a process of its own, which outlives the program that plays against it.

use std::{collections::BTreeMap, path::Path, process::Child};

use reqwest::RequestBuilder;
use serde_json::{Value, json};

use super::{
    eventually, free_address, http,
    program::{command, start},
};

/// Token of the demo account.
pub(crate) const TOKEN: &str = "demo";
/// The log's kinds that are no actions of the character.
const NO_ACTIONS: [&str; 4] = ["spawn", "achievement", "receive_item", "receive_gold"];

/// `callboard sandbox` at work. Dropped, it is killed.
pub(crate) struct Sandbox {
    child: Child,
    url: String,
}

/// An action that the sandbox carried out: who, what kind, when.
pub(crate) type Applied = (String, String, jiff::Timestamp);

impl Sandbox {
    /// Starts a sandbox that runs `speed` times as fast as real time.
    pub(crate) async fn start(folder: &Path, speed: u32) -> Self {
        let address = free_address();
        let log = folder.join("sandbox.log");
        let mut command = command();
        command.args(["sandbox", "--listen", &address, "--speed", &speed.to_string()]);
        let sandbox = Self { child: start(&mut command, &log), url: format!("http://{address}") };
        let describe = || std::fs::read_to_string(&log).unwrap_or_default();
        eventually("the sandbox", describe, async || sandbox.get("/").await).await;
        sandbox
    }

    /// Its address.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Its address and the demo account's token, as arguments of `callboard up`.
    pub(crate) fn args(&self) -> [&str; 4] {
        ["--game-url", &self.url, "--token", TOKEN]
    }

    /// Opens an account with a character, as a person does; its token.
    pub(crate) async fn open_account(&self, name: &str, character: &str) -> String {
        let password = "a-long-password";
        let account =
            json!({ "username": name, "password": password, "email": format!("{name}@example.org") });
        self.post("/accounts/create", &account, |request| request).await;
        let login = self.post("/token", &json!({}), |request| request.basic_auth(name, Some(password))).await;
        let token = login["token"].as_str().expect("a token").to_owned();
        let character = json!({ "name": character, "skin": "men1" });
        self.post("/characters/create", &character, |request| request.bearer_auth(&token)).await;
        token
    }

    async fn post(
        &self,
        path: &str,
        body: &Value,
        as_whom: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Value {
        let request = http().post(format!("{}{path}", self.url)).header("content-type", "application/json");
        let reply = as_whom(request).body(body.to_string()).send().await.expect("a reply");
        assert!(reply.status().is_success(), "{reply:?}");
        super::json(reply).await.expect("JSON")
    }

    /// What it has counted since its start.
    pub(crate) async fn stats(&self) -> Stats {
        let reply = self.get("/sandbox/control/stats").await.expect("stats");
        let values = |value: &Value| {
            value.as_object().into_iter().flat_map(|map| map.values().cloned()).collect::<Vec<_>>()
        };
        let data = &reply["data"];
        Stats {
            action_requests: data["requests"]["action"].as_u64().unwrap_or(0),
            data_requests: data["requests"]["data"].as_u64().unwrap_or(0),
            actions: values(&data["actions"])
                .iter()
                .flat_map(values)
                .filter_map(|count| count.as_u64())
                .sum(),
            rate_limited: data["rate_limited"].as_u64().expect("a count"),
        }
    }

    /// Every action it carried out and still remembers, by time.
    pub(crate) async fn applied(&self) -> Vec<Applied> {
        let mut all = Vec::new();
        for page in 1.. {
            let reply = self.get(&format!("/my/logs?page={page}&size=100")).await.expect("a page of the log");
            for entry in reply["data"].as_array().expect("entries") {
                let text = |field: &str| entry[field].as_str().expect("a text").to_owned();
                if !NO_ACTIONS.contains(&text("type").as_str()) {
                    all.push((text("character"), text("type"), text("created_at").parse().expect("a time")));
                }
            }
            if reply["pages"].as_u64().is_none_or(|pages| page >= pages) {
                break;
            }
        }
        all.sort_by_key(|(character, _, at)| (*at, character.clone()));
        all
    }

    async fn get(&self, path: &str) -> Option<Value> {
        let request = http().get(format!("{}{path}", self.url)).bearer_auth(TOKEN);
        super::json(request.send().await.ok()?.error_for_status().ok()?).await
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a sandbox has counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stats {
    /// Requests that asked for an action.
    pub(crate) action_requests: u64,
    /// Requests that read.
    pub(crate) data_requests: u64,
    /// Actions carried out.
    pub(crate) actions: u64,
    /// Requests refused with a 429.
    pub(crate) rate_limited: u64,
}

/// How often each action occurs.
pub(crate) fn counted(actions: impl IntoIterator<Item = Applied>) -> BTreeMap<Applied, usize> {
    let mut counts = BTreeMap::new();
    for action in actions {
        *counts.entry(action).or_insert(0) += 1;
    }
    counts
}
