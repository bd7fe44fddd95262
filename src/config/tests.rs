//! Options that are wrong are told in one line; those that are right are taken as they were meant.

use secrecy::ExposeSecret;

use super::*;

fn read(args: &[&str]) -> Result<Cli, String> {
    let args = ["callboard"].iter().chain(args);
    let matches = Cli::command().try_get_matches_from(args);
    matches.and_then(Cli::understand).map_err(|error| one_line(&error))
}

#[track_caller]
fn refused(args: &[&str], words: &str) {
    assert_eq!(read(args).unwrap_err(), format!("{words}; see 'callboard --help'"));
}

#[test]
fn the_command_line_is_consistent() {
    Cli::command().debug_assert();
}

#[test]
fn secrets_are_not_printed() {
    let secrets =
        ["--token", "canary", "--database-url", "postgres://u:canary@h/d", "--secret-key", "canary"];
    let cli = read(&secrets).unwrap();
    assert!(!format!("{cli:?}").contains("canary"));
}

#[test]
fn tokens_of_several_accounts_are_repeated_or_separated_by_commas() {
    for args in [&["--token", "a,b"][..], &["--token", "a", "--token", "b"]] {
        let tokens = read(args).unwrap().up.tokens;
        assert_eq!(tokens.iter().map(ExposeSecret::expose_secret).collect::<Vec<_>>(), ["a", "b"]);
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_told_with_an_example_of_the_right_one() {
    for (args, words) in [
        (
            ["--listen", "8085"],
            "invalid value '8085' for '--listen <ADDRESS>': not an address with a port, such as 127.0.0.1:8080",
        ),
        (
            ["--seed", "-1"],
            "invalid value '-1' for '--seed <N>': not a whole number from 0 to 18446744073709551615",
        ),
        (["--speed", "fast"], "invalid value 'fast' for '--speed <N>': not a number from 1 to 1000"),
        (["--speed", "-1"], "invalid value '-1' for '--speed <N>': not a number from 1 to 1000"),
        (["--speed", "NaN"], "invalid value 'NaN' for '--speed <N>': not a number from 1 to 1000"),
        (
            ["--keep-days", "7"],
            "invalid value '7' for '--keep-days <DAYS>': not a whole number from 31 to 36500",
        ),
        (
            ["--log", "nonsense"],
            "invalid value 'nonsense' for '--log <FILTER>': not a level (error, warn, info, debug), or levels by part \
             such as info,actors=debug",
        ),
    ] {
        refused(&args, words);
    }
    for log in ["", " ", "info,,", "3", "info,actors", "actors=loud", "info actors=debug"] {
        assert!(read(&["--log", log]).is_err(), "{log:?}");
    }
    for url in ["nowhere", "ftp://x", "http://", "https://a:b@x", "http://x/?y", "127.0.0.1:4000", ""] {
        assert!(read(&["--token", "t", "--game-url", url]).is_err(), "{url:?}");
    }
}

#[test]
fn a_log_of_some_parts_does_not_silence_the_others() {
    for (given, meant) in [
        ("warn", "warn"),
        ("off", "off"),
        ("actors=debug", "info,actors=debug"),
        ("warn, actors::limiter=debug", "warn,actors::limiter=debug"),
    ] {
        assert_eq!(read(&["--log", given]).unwrap().log, meant);
    }
}

#[test]
fn an_unknown_word_comes_with_what_may_have_been_meant() {
    refused(&["--sped", "3"], "unexpected argument '--sped' found; a similar argument exists: '--speed'");
    refused(&["openapi", "--speed", "3"], "unexpected argument '--speed' found");
    refused(&["upp"], "unrecognized subcommand 'upp'; a similar subcommand exists: 'up'");
}

#[test]
fn what_is_missing_is_named() {
    let missing = "the following required arguments were not provided:";
    refused(&["forecast"], &format!("{missing} <STRATEGY>"));
    let from = ["forecast", "gathering", "--from", "http://127.0.0.1:8080"];
    refused(&from, &format!("{missing} --character <NAME>"));
    refused(&["forecast", "gathering", "--character", "Ana"], &format!("{missing} --from <URL>"));
}

#[test]
fn an_option_in_front_of_a_command_is_refused_because_it_would_be_lost() {
    let words = "'--speed' stands in front of 'sandbox': options of a command follow it";
    refused(&["--speed", "5", "sandbox"], words);
    assert_eq!(read(&["--log", "debug", "sandbox", "--speed", "5"]).unwrap().log, "debug");
}

#[test]
fn a_name_to_answer_to_is_a_name_alone() {
    let names = read(&["--allow-host", "a.example,b.example"]).unwrap().up.allow_hosts;
    assert_eq!(names, ["a.example", "b.example"]);
    for wrong in ["https://a.example", "a.example:443", "a.example,"] {
        assert!(read(&["--allow-host", wrong]).unwrap_err().contains("a name alone"), "{wrong}");
    }
}
