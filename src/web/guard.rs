//! Keeps other sites' pages from using a visitor's browser against the dashboard, which asks for no password.
//!
//! - **The name.** A page of any site can have its name point to this machine and then read and send what it likes, as
//!   one of our own origin. The browser still says by which name it came: only names that lead here by themselves are
//!   answered to, and those that the operator has allowed.
//! - **The origin.** A request that changes something, or opens the live socket, must come from the dashboard's own
//!   page or from no page at all: browsers say so in `Sec-Fetch-Site` and `Origin`, scripts send neither.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::errors::ApiError;

/// The names that the dashboard answers to.
#[derive(Debug, Clone)]
pub(crate) struct Hosts {
    listens_on: IpAddr,
    allowed: Arc<[String]>,
}

impl Hosts {
    /// Those of this machine, of the address that is listened on, and `allowed` ones, which are plain host names.
    pub(crate) fn new(listens_on: SocketAddr, allowed: &[String]) -> Self {
        let allowed = allowed.iter().map(|name| plain(name)).collect();
        Self { listens_on: listens_on.ip(), allowed }
    }

    /// Whether a host, with or without a port, is a name of this dashboard. An address cannot be pointed elsewhere as a
    /// name can, so whoever listens on all of them need not know which there are.
    fn knows(&self, host: &str) -> bool {
        let Some(name) = name_of(host) else { return false };
        match name.trim_matches(['[', ']']).parse::<IpAddr>() {
            Ok(address) => {
                let address = address.to_canonical();
                let listened_on = self.listens_on.to_canonical();
                address.is_loopback() || address == listened_on || listened_on.is_unspecified()
            }
            Err(_) => name == "localhost" || name.ends_with(".localhost") || self.allows(&name),
        }
    }

    fn allows(&self, name: &str) -> bool {
        self.allowed.iter().any(|allowed| allowed == name)
    }

    /// Whether a request comes from the dashboard's own page, as `host` or an allowed name shows it, or from no page.
    fn comes_from_here(&self, headers: &HeaderMap, host: Option<&str>) -> bool {
        let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        if text("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none")) {
            return false;
        }
        let Some(origin) = text("origin") else { return true };
        let Some((_, origin)) = origin.split_once("://") else { return false };
        let same = host.is_some_and(|host| host.eq_ignore_ascii_case(origin));
        same || name_of(origin).is_some_and(|name| self.allows(&name))
    }
}

/// The name in a host with or without a port.
fn name_of(host: &str) -> Option<String> {
    let authority: Authority = host.parse().ok()?;
    (!host.contains('@')).then(|| plain(authority.host()))
}

fn plain(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}

/// Lets a request pass that neither another name nor another page has led here.
pub(super) async fn guard(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    // HTTP/2 has the host in the address. A request without any comes from no browser.
    let headers = request.headers();
    let by_header = headers.get(header::HOST).map(|host| host.to_str().unwrap_or_default());
    let host = by_header.or(request.uri().authority().map(Authority::as_str));
    if let Some(host) = host.filter(|host| !hosts.knows(host)) {
        let name = name_of(host).unwrap_or_default();
        let message = format!(
            "the dashboard does not answer to the name `{name}`: open it by its address, or, if the name is \
             yours, start it with --allow-host {name}"
        );
        return ApiError::new(StatusCode::MISDIRECTED_REQUEST, "unknown_host", message).into_response();
    }
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let upgrade = headers.contains_key(header::UPGRADE);
    if (!safe || upgrade) && !hosts.comes_from_here(headers, host) {
        let message = "the request comes from another site's page; if it is a proxy's name for this dashboard, \
                       allow it with --allow-host";
        return ApiError::new(StatusCode::FORBIDDEN, "cross_site", message).into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(listens_on: &str) -> Hosts {
        let allowed = ["Callboard.Example.org".to_owned()];
        Hosts::new(listens_on.parse().unwrap(), &allowed)
    }

    fn check_name(listens_on: &str, host: &str, known: bool) {
        assert_eq!(hosts(listens_on).knows(host), known, "{host} at {listens_on}");
    }

    #[test]
    fn names_of_this_machine_and_allowed_ones_are_answered_to() {
        for host in
            ["127.0.0.1:8080", "127.9.9.9", "[::1]:8080", "localhost:8080", "LOCALHOST", "me.localhost"]
        {
            check_name("127.0.0.1:8080", host, true);
        }
        check_name("127.0.0.1:8080", "callboard.example.org", true);
        check_name("127.0.0.1:8080", "callboard.example.org.:443", true);
    }

    #[test]
    fn names_that_anybody_can_point_here_are_not_answered_to() {
        let foreign =
            ["evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "evil@localhost", ""];
        for host in foreign {
            check_name("127.0.0.1:8080", host, false);
            check_name("0.0.0.0:8080", host, false);
        }
    }

    #[test]
    fn addresses_are_answered_to_where_they_are_listened_on() {
        check_name("192.168.1.5:8080", "192.168.1.5:8080", true);
        check_name("192.168.1.5:8080", "192.168.1.6:8080", false);
        check_name("127.0.0.1:8080", "192.168.1.5:8080", false);
        check_name("0.0.0.0:8080", "192.168.1.5:8080", true);
        check_name("[::]:8080", "[fe80::1]:8080", true);
    }

    fn check_origin(pairs: &[(&str, &str)], allowed: bool) {
        let headers: HeaderMap =
            pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        let here = hosts("127.0.0.1:8080").comes_from_here(&headers, Some("127.0.0.1:8080"));
        assert_eq!(here, allowed, "{pairs:?}");
    }

    #[test]
    fn only_the_own_page_and_scripts_may_change_things() {
        check_origin(&[], true);
        check_origin(&[("sec-fetch-site", "same-origin")], true);
        check_origin(&[("sec-fetch-site", "none")], true);
        check_origin(&[("origin", "http://127.0.0.1:8080")], true);
        check_origin(&[("origin", "https://callboard.example.org")], true);
        check_origin(&[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")], false);
        check_origin(&[("sec-fetch-site", "same-site")], false);
        check_origin(&[("sec-fetch-site", "same-origin"), ("origin", "http://evil.example")], false);
        check_origin(&[("origin", "http://127.0.0.1:3000")], false);
        check_origin(&[("origin", "null")], false);
    }
}
