//! Requests per second over HTTP: the sandbox on a loopback port, asked by clients who each hold a connection open. The
//! floor is a server of the same kind whose handler answers with the bytes that the sandbox answered with. Servers and
//! clients share one thread, so that what they cost together is what is counted.

mod client;

use std::{
    future::pending,
    net::{Ipv4Addr, SocketAddr},
    sync::atomic::{AtomicI64, Ordering},
};

use axum::{Router, response::IntoResponse, routing::any};
use bytes::Bytes;
use futures_util::future::join_all;
use http::header;
use jiff::Timestamp;
use sandbox::{Demo, RateLimits, Sandbox, SandboxConfig};
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
};

use crate::{
    harness::{Row, Table, Target},
    stage::COMPANY,
};
use client::{Client, Request};

/// Requests of each client in one call.
const REQUESTS: usize = 100;
/// So many seconds pass between two looks at the clock: nobody ever meets a cooldown.
const STEP: i64 = 60;
const TOKEN: &str = "company-token";

/// The rows of this benchmark.
pub(crate) fn bench(table: &mut Table) {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let sandbox = serve_sandbox(&runtime);
    let walk = |name: &str| {
        let path = format!("/my/{name}/action/move");
        let to = |x: i32| Request::post(&path, TOKEN, &format!(r#"{{"x":{x},"y":0}}"#));
        [to(1), to(0)]
    };
    let rest = |name: &str| [Request::post(&format!("/my/{name}/action/rest"), TOKEN, "")];
    let page = |_: &str| [Request::get("/maps?size=100", TOKEN)];
    let own = |_: &str| [Request::get("/my/characters", TOKEN)];
    row(table, &runtime, sandbox, "http: POST action/move", walk);
    row(table, &runtime, sandbox, "http: POST action/rest", rest);
    row(table, &runtime, sandbox, "http: GET /my/characters", own);
    row(table, &runtime, sandbox, "http: GET /maps, 100 tiles", page);
}

/// Measures what each of the company asks, in turns.
fn row<const N: usize>(
    table: &mut Table,
    runtime: &Runtime,
    sandbox: SocketAddr,
    subject: &'static str,
    requests: impl Fn(&str) -> [Request; N],
) {
    let requests: Vec<_> = COMPANY.iter().map(|name| requests(name)).collect();
    let replies = runtime.block_on(join_all(requests.iter().map(async |requests| {
        let mut client = Client::connect(sandbox).await;
        client.ask(&requests[0]).await
    })));
    let constant = serve_constant(runtime, replies[0].body.clone());
    let clients = |address| -> Vec<_> {
        runtime
            .block_on(join_all(COMPANY.map(|_| Client::connect(address))))
            .into_iter()
            .zip(&requests)
            .collect()
    };
    let ask = |clients: &mut Vec<(Client, &[Request; N])>| {
        runtime.block_on(join_all(clients.iter_mut().map(|(client, requests)| async {
            for turn in 0..REQUESTS {
                // The first of them was asked already.
                let reply = client.ask(&requests[(turn + 1) % N]).await;
                assert_eq!(reply.status, 200, "{subject}: {}", reply.text());
            }
        })));
        (COMPANY.len() * REQUESTS) as u64
    };
    let (mut real, mut bare) = (clients(sandbox), clients(constant));
    let row = Row { subject, floor: "a handler that answers with a constant", target: Target::Ratio(0.5) };
    table.measure(row, || ask(&mut real), || ask(&mut bare));
}

/// A sandbox without limits, whose clock runs fast enough for everybody.
fn serve_sandbox(runtime: &Runtime) -> SocketAddr {
    let demo = Demo {
        account: "company".to_owned(),
        token: TOKEN.to_owned(),
        characters: COMPANY.map(|name| (name.to_owned(), "men1".to_owned())).into(),
    };
    let config =
        SandboxConfig { rate_limits: RateLimits::unlimited(), demo: Some(demo), ..SandboxConfig::default() };
    let second = AtomicI64::new(0);
    let clock = move || Timestamp::from_second(second.fetch_add(STEP, Ordering::Relaxed)).expect("a time");
    let sandbox = Sandbox::open(config, clock).expect("the world that comes with the sandbox");
    let (listener, address) = listen(runtime);
    runtime.spawn(async move { sandbox.serve(listener, pending()).await.expect("it serves until the end") });
    address
}

/// The floor of a reply: a server that says just this.
fn serve_constant(runtime: &Runtime, body: Bytes) -> SocketAddr {
    let answer =
        any(async move || ([(header::CONTENT_TYPE, "application/json")], body.clone()).into_response());
    let router = Router::new().route("/my/{name}/action/{action}", answer.clone()).fallback_service(answer);
    let (listener, address) = listen(runtime);
    runtime.spawn(async move { axum::serve(listener, router).await.expect("it serves until the end") });
    address
}

fn listen(runtime: &Runtime) -> (TcpListener, SocketAddr) {
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
    let address = listener.local_addr().expect("the port's address");
    (listener, address)
}
