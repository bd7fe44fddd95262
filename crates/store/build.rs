//! Builds again when a migration is added: the macro that embeds them notices changed files, but no new folders.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
