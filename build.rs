//! Builds the program anew when the frontend was: its file names are new each time, so no known file changes.

fn main() {
    println!("cargo::rerun-if-changed=frontend/dist");
}
