//! Reading the rules of the option: a file, or the list itself.

use std::{fs, path::Path};

use super::FaultRule;
use crate::SandboxError;

impl FaultRule {
    /// Reads what the option says: a JSON list of rules, or the name of a file that holds one.
    ///
    /// # Errors
    /// The file cannot be read, or something in the list is wrong; the message says where and what.
    pub fn read_list(option: &str) -> Result<Vec<Self>, SandboxError> {
        let (place, text) = if option.trim_start().starts_with('[') {
            ("the list".to_owned(), option.to_owned())
        } else {
            let read = fs::read_to_string(Path::new(option));
            let text = read.map_err(|source| SandboxError::ReadFaults { path: option.into(), source })?;
            (option.to_owned(), text)
        };
        let mut json = serde_json::Deserializer::from_str(&text);
        serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            let place = if path == "." { place } else { format!("{place}, {path}") };
            SandboxError::Faults { place, problem: error.into_inner().to_string() }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(option: &str) -> String {
        FaultRule::read_list(option).unwrap_err().to_string()
    }

    #[test]
    fn rules_are_read_from_the_option_or_from_a_file() {
        let list = r#"[{"fault": "connection_reset"}, {"fault": "reply_lost", "rate": 0.1}]"#;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("faults.json");
        fs::write(&path, list).unwrap();
        let read = FaultRule::read_list(list).unwrap();
        assert_eq!((read.len(), FaultRule::read_list(path.to_str().unwrap()).unwrap()), (2, read));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert_eq!(
            refused(r#"[{"fault": "connection_reset"}, {"fault": {"error_after": {"status": 200}}}]"#),
            "the faults cannot be used: the list, [1].fault: error_after.status: 200 is no server error: choose one \
             from 500 to 599 at line 1 column 75"
        );
        assert_eq!(
            refused(r#"[{"fault": "connection_reset", "rate": 2}]"#),
            "the faults cannot be used: the list, [0]: the rate 2 is no probability: choose one above 0 and up to 1 \
             at line 1 column 42"
        );
        assert!(refused("no/such/file.json").starts_with("the faults in no/such/file.json cannot be read"));
    }
}
