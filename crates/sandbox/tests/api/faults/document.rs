//! The page about faults is right: its examples can be used, and it leaves no fault out.

use sandbox::FaultRule;

const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/faults.md"));

#[test]
fn every_example_can_be_used() {
    let blocks = PAGE.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let mut examples = 0;
    for block in blocks {
        let list = if block.starts_with('[') { block.to_owned() } else { format!("[{block}]") };
        FaultRule::read_list(&list).unwrap_or_else(|error| panic!("{error}: {block}"));
        examples += 1;
    }
    assert!(examples > 3, "only {examples} examples found");
}

#[test]
fn every_fault_has_its_line() {
    let error = FaultRule::read_list(r#"[{"fault": "none"}]"#).unwrap_err().to_string();
    let (_, names) = error.split_once("expected one of ").unwrap();
    let names: Vec<_> = names.split('`').skip(1).step_by(2).collect();
    assert!(names.len() >= 12, "{names:?}");
    for name in names {
        assert!(PAGE.contains(&format!("\n| `{name}` |")), "{name} is not in the table");
    }
}
