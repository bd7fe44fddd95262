//! A real season's data instead of the small world of our own.

use test_support::TestDatabase;

use crate::harness::{Program, season_data};

#[tokio::test]
async fn five_characters_are_at_work_on_a_seasons_data() {
    let Some(world) = season_data() else { return };
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let world = world.to_str().expect("a plain path");
    let args = ["--world", world, "--speed", "20", "--database-url", database.url()];
    let program = Program::up(folder.path(), &args);
    program.until_all_have_acted().await;
    program
        .until("1428 maps", "/api/v1/tree", |tree| {
            find(tree, "game_data")?["doing"].as_str()?.contains("1428 maps").then_some(())
        })
        .await;
    program
        .until("progress in the database", "/api/v1/log?limit=500", |reply| {
            let applied =
                reply["data"].as_array()?.iter().filter(|line| line["outcome"] == "applied").count();
            (applied >= 20).then_some(())
        })
        .await;
}

/// The node with this id, wherever it is in the tree.
fn find<'a>(node: &'a serde_json::Value, id: &str) -> Option<&'a serde_json::Value> {
    if node["id"] == id {
        return Some(node);
    }
    node["children"].as_array()?.iter().find_map(|child| find(child, id))
}
