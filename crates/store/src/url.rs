//! Where the database is, in a form that cannot print a password.

use std::{fmt, str::FromStr, time::Duration};

use tokio_postgres::{
    Config,
    config::{Host, SslMode},
};

/// The address of a database: `postgres://user@host/database`, or `host=/folder user=app dbname=x` with the folder of
/// a Unix socket. The password is kept for connecting only; `Debug` and `Display` show everything but it.
#[derive(Clone)]
pub struct DatabaseUrl(Config);

/// Why a text is not the address of a database. It never repeats the text, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidDatabaseUrl {
    /// It has another form.
    #[error(
        "this is no PostgreSQL address: write `postgres://user@host/database` or `host=… user=… dbname=…`, with special characters of a password percent-encoded in the first form and quoted in the second"
    )]
    Form,
    /// It asks for something this program does not have.
    #[error(
        "the address asks for `sslmode=require`, and this program connects without TLS: use a Unix socket, this machine or a private network"
    )]
    Tls,
}

impl DatabaseUrl {
    /// How the pool connects: as the address says, and with limits where it says nothing, so that a server that
    /// hangs or a network that swallows packets is noticed.
    pub(crate) fn config(&self) -> Config {
        let mut config = self.0.clone();
        if config.get_application_name().is_none() {
            config.application_name("callboard");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(Duration::from_secs(20));
        }
        if config.get_options().is_none() {
            config.options("-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s");
        }
        config
    }
}

impl FromStr for DatabaseUrl {
    type Err = InvalidDatabaseUrl;

    fn from_str(text: &str) -> Result<Self, InvalidDatabaseUrl> {
        let config: Config = text.trim().parse().map_err(|_| InvalidDatabaseUrl::Form)?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(InvalidDatabaseUrl::Form);
        }
        if config.get_ssl_mode() == SslMode::Require {
            return Err(InvalidDatabaseUrl::Tls);
        }
        Ok(Self(config))
    }
}

/// "database `x` at /folder as app".
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = self.0.get_user().unwrap_or("the system's user");
        let database = self.0.get_dbname().or(self.0.get_user()).unwrap_or("its default");
        let hosts: Vec<String> = self
            .0
            .get_hosts()
            .iter()
            .enumerate()
            .map(|(index, host)| match host {
                Host::Tcp(name) => {
                    let ports = self.0.get_ports();
                    let port = ports.get(index).or(ports.first()).copied().unwrap_or(5432);
                    format!("{name}:{port}")
                }
                Host::Unix(folder) => folder.display().to_string(),
            })
            .chain(self.0.get_hostaddrs().iter().map(ToString::to_string))
            .collect();
        write!(f, "database `{database}` at {} as {user}", hosts.join(", "))
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_shown_without_the_password() {
        for (text, shown) in [
            ("postgres://ana:s3cret@db.example/game", "database `game` at db.example:5432 as ana"),
            ("postgresql://ana:s3cret@10.0.0.1:6000/game", "database `game` at 10.0.0.1:6000 as ana"),
            ("host=/run/pg user=app dbname=x password='s3cret s3cret'", "database `x` at /run/pg as app"),
        ] {
            let url: DatabaseUrl = text.parse().unwrap();
            assert_eq!(url.to_string(), shown);
            assert!(!format!("{url:?} {:?}", url.config()).contains("s3cret"));
        }
    }

    #[test]
    fn a_wrong_address_is_refused_without_being_repeated() {
        for text in
            ["", "game.db", "postgres://", "host=x s3cret=1", "host=x password=a s3cret=b", "user=ana"]
        {
            let error = text.parse::<DatabaseUrl>().unwrap_err();
            assert_eq!(error, InvalidDatabaseUrl::Form);
            assert!(!error.to_string().contains("s3cret"));
        }
        let tls = "postgres://ana@db.example/game?sslmode=require".parse::<DatabaseUrl>();
        assert_eq!(tls.unwrap_err(), InvalidDatabaseUrl::Tls);
    }

    #[test]
    fn limits_are_added_where_the_address_has_none() {
        let url: DatabaseUrl = "postgres://ana@db/game?connect_timeout=9&application_name=x".parse().unwrap();
        let config = url.config();
        assert_eq!(config.get_connect_timeout(), Some(&Duration::from_secs(9)));
        assert_eq!(config.get_application_name(), Some("x"));
        assert!(config.get_options().unwrap().contains("statement_timeout"));
    }
}
