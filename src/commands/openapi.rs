//! `callboard openapi`: prints the description of the dashboard's API.

use crate::web;

pub(crate) fn run() -> anyhow::Result<()> {
    let description = web::openapi().to_pretty_json()?;
    #[expect(clippy::print_stdout, reason = "the answer to the person who asked")]
    {
        println!("{description}");
    }
    Ok(())
}
