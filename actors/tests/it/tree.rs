//! The supervision tree is the one that the doc of `tree.rs` draws.

use actors::board::TreeNode;
use test_support::company::TestCompany;
use tokio::sync::mpsc;

use crate::script::at_work;

/// One line of the picture: how deep, who, and for a supervisor its strategy.
type Line = (usize, String, Option<String>);

#[test]
fn the_tree_is_the_one_that_is_drawn() {
    let company = at_work();
    let (outbox, _inbox) = mpsc::channel(1);
    company.block_on(company.company().open_session(outbox)).unwrap();
    // This company has a database of the operator's.
    let drawn: Vec<Line> = drawn().into_iter().filter(|(_, id, _)| id != "postgres").collect();
    assert_eq!(found(&company), drawn);
}

fn drawn() -> Vec<Line> {
    let code = include_str!("../../src/tree.rs");
    let picture = code.lines().skip_while(|line| *line != "//! ```text").skip(1);
    let mut lines = Vec::new();
    for line in picture.take_while(|line| *line != "//! ```") {
        let line: Vec<char> = line.chars().skip("//! ".len()).collect();
        let indent = line.iter().position(char::is_ascii_alphabetic).expect("every line names somebody");
        let depth = indent.div_ceil(3);
        let text: String = line[indent..].iter().collect();
        let mut words = text.split_whitespace();
        let id = words.next().expect("a name").to_owned();
        let strategy = words.next().map(|word| word.trim_matches([';', ':', ',']));
        let strategy = strategy.filter(|word| word.contains("_for_")).map(str::to_owned);
        lines.push((depth, id, strategy));
        // Children that come and go stand behind their supervisor.
        if let Some((_, child)) = text.split_once('─') {
            let child = child.split_whitespace().next().expect("a name").to_owned();
            lines.push((depth + 1, child, None));
        }
    }
    lines
}

fn found(company: &TestCompany) -> Vec<Line> {
    let mut lines = Vec::new();
    walk(&company.tree(), 0, &mut lines);
    // Of many characters one is drawn.
    lines.dedup();
    lines
}

fn walk(node: &TreeNode, depth: usize, lines: &mut Vec<Line>) {
    let id = match node.id.split_once('/') {
        Some(("character", _)) => "character/<account>/<name>".to_owned(),
        Some(("session", _)) => "session/<id>".to_owned(),
        Some((kind, _)) => format!("{kind}/<name>"),
        None => node.id.clone(),
    };
    lines.push((depth, id, node.strategy.clone()));
    node.children.iter().for_each(|child| walk(child, depth + 1, lines));
}
