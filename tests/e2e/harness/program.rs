//! The program as a process.

use std::{
    fs::{self, File},
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use serde_json::{Value, json};

use super::{eventually, free_address, http};

/// `callboard up` at work. Dropped, it is killed.
pub(crate) struct Program {
    child: Child,
    pub(crate) address: String,
    log: std::path::PathBuf,
}

impl Program {
    /// Starts `callboard up` on a free address with these further arguments.
    pub(crate) fn up(data: &Path, args: &[&str]) -> Self {
        let address = free_address();
        fs::create_dir_all(data).expect("a data folder");
        let log = data.join("callboard.log");
        let mut command = command();
        command.args(["up", "--listen", &address, "--data"]).arg(data).args(args);
        Self { child: start(&mut command, &log), address, log }
    }

    /// What it logged.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// A JSON reply of its API; `None` while it does not answer with a success.
    pub(crate) async fn get(&self, path: &str) -> Option<Value> {
        let reply = http().get(format!("http://{}{path}", self.address)).send().await.ok()?;
        super::json(reply.error_for_status().ok()?).await
    }

    /// The status of a request with a JSON body, and its reply.
    pub(crate) async fn send(&self, method: reqwest::Method, path: &str, body: &Value) -> (u16, Value) {
        let request = http().request(method, format!("http://{}{path}", self.address));
        let reply = request
            .header("content-type", "application/json")
            .body(body.to_string())
            .send()
            .await
            .expect("a reply");
        (reply.status().as_u16(), super::json(reply).await.unwrap_or_default())
    }

    /// Waits until a question to its API has an answer that will do.
    pub(crate) async fn until<T>(&self, what: &str, path: &str, judge: impl Fn(&Value) -> Option<T>) -> T {
        let describe = || format!("--- log of {}\n{}", self.address, self.log());
        eventually(what, describe, async || self.get(path).await.as_ref().and_then(&judge)).await
    }

    /// Starts an automation as a person would.
    pub(crate) async fn start(&self, name: &str, strategy: &str, config: &Value) {
        let path = format!("/api/v1/characters/{name}/automation");
        let body = json!({ "strategy": strategy, "config": config });
        let (status, reply) = self.send(reqwest::Method::POST, &path, &body).await;
        assert_eq!(status, 200, "{reply}");
    }

    /// Waits until each of the five characters has acted.
    pub(crate) async fn until_all_have_acted(&self) -> Vec<Value> {
        self.until("five characters that have acted", "/api/v1/characters", |reply| {
            let characters = reply["data"].as_array()?;
            let acted = |view: &Value| view["last_actions"].as_array().is_some_and(|lines| !lines.is_empty());
            (characters.len() == 5 && characters.iter().all(acted)).then(|| characters.clone())
        })
        .await
    }

    /// Tells each character what to do, as a person would, and waits until all have acted: a program that plays a
    /// game of its operator's does nothing unasked.
    pub(crate) async fn start_all(&self) {
        let five = |reply: &Value| (reply["data"].as_array()?.len() == 5).then_some(());
        self.until("five characters", "/api/v1/characters", five).await;
        for (name, skill) in
            [("Ana", "mining"), ("Ben", "woodcutting"), ("Cleo", "fishing"), ("Dan", "alchemy")]
        {
            self.start(name, "gathering", &json!({ "skill": skill })).await;
        }
        self.start("Eva", "combat", &json!({})).await;
        self.until_all_have_acted().await;
    }

    /// Ends what everybody does, and waits until the last action has ended.
    pub(crate) async fn stop_all(&self) {
        for name in ["Ana", "Ben", "Cleo", "Dan", "Eva"] {
            let path = format!("/api/v1/characters/{name}/automation");
            let (status, reply) = self.send(reqwest::Method::DELETE, &path, &Value::Null).await;
            assert_eq!(status, 200, "{reply}");
        }
        self.until("five that have stopped", "/api/v1/characters", |reply| {
            let stopped = |view: &Value| view["automation"]["status"] == "stopped";
            reply["data"].as_array()?.iter().all(stopped).then_some(())
        })
        .await;
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it has ended");
    }

    /// Ctrl-C, and waits for the end in order; tells the whole log.
    pub(crate) async fn stop(self) -> String {
        let log = self.log.clone();
        let ended = self.interrupt().await;
        let words = fs::read_to_string(log).expect("a log");
        assert!(ended.success(), "{ended}\n{words}");
        words
    }

    /// Ctrl-C, and waits for the end in order.
    pub(crate) async fn interrupt(mut self) -> std::process::ExitStatus {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill runs").success());
        let log = self.log.clone();
        let describe = || fs::read_to_string(&log).unwrap_or_default();
        eventually("the end of the program", describe, async || {
            self.child.try_wait().expect("it can be waited for")
        })
        .await
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs the program with these arguments to its end.
pub(crate) fn run_to_end(args: &[&str]) -> Output {
    command().args(args).output().expect("the program starts")
}

/// The program, with nothing of the environment that would configure it.
pub(super) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_callboard"));
    for name in [
        "ARTIFACTS_TOKEN",
        "DATABASE_URL",
        "CALLBOARD_DATA",
        "CALLBOARD_DEMO_TOKEN",
        "CALLBOARD_GAME_URL",
        "CALLBOARD_LISTEN",
        "CALLBOARD_LOG",
        "CALLBOARD_ALLOWED_HOSTS",
        "CALLBOARD_SECRET_KEY",
    ] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// Starts a process that logs into a file; a process started again adds to it.
pub(super) fn start(command: &mut Command, log: &Path) -> Child {
    let file = File::options().create(true).append(true).open(log).expect("a log file");
    command.stdout(Stdio::null()).stderr(file).spawn().expect("the program starts")
}
