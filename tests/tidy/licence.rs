//! Licence expressions of `Cargo.toml` files: `(MIT OR Apache-2.0) AND Unicode-3.0`.

/// Whether an expression can be met with the allowed licences alone. The old way to write OR is a slash.
pub(crate) fn is_met(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest, allowed) && rest.is_empty()
}

/// `a OR b`.
fn either(words: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = both(words, allowed);
    while take(words, "OR") {
        met |= both(words, allowed);
    }
    met
}

/// `a AND b`, which binds closer than OR.
fn both(words: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = one(words, allowed);
    while take(words, "AND") {
        met &= one(words, allowed);
    }
    met
}

/// A licence, with its exception, or an expression in brackets.
fn one(words: &mut &[&str], allowed: &[String]) -> bool {
    if take(words, "(") {
        return either(words, allowed) & take(words, ")");
    }
    let Some((licence, rest)) = words.split_first() else { return false };
    *words = rest;
    let mut name = (*licence).to_owned();
    if take(words, "WITH")
        && let Some((exception, rest)) = words.split_first()
    {
        *words = rest;
        name = format!("{name} WITH {exception}");
    }
    allowed.contains(&name)
}

fn take(words: &mut &[&str], wanted: &str) -> bool {
    let found = words.first() == Some(&wanted);
    if found {
        *words = &words[1..];
    }
    found
}

#[test]
fn expressions_are_read_as_cargo_means_them() {
    let allowed = ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    let met = ["MIT", "GPL-3.0/MIT", "(GPL-3.0 OR MIT) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception"];
    let unmet = ["", "GPL-3.0", "MIT AND GPL-3.0", "GPL-3.0 OR MIT AND GPL-3.0", "(MIT OR GPL-3.0"];
    assert_eq!(met.map(|expression| is_met(expression, &allowed)), [true; 4]);
    assert_eq!(unmet.map(|expression| is_met(expression, &allowed)), [false; 5]);
}
