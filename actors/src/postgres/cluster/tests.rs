//! What a cluster makes of its folder; servers at work are for the tests of the whole program.

use store::DatabaseUrl;

use super::*;

fn cluster(data: &Path) -> Cluster {
    Cluster { bin: PathBuf::new(), folder: data.join("postgres"), owner: None }
}

#[test]
fn a_folder_may_have_any_name_but_one_with_a_comma_or_too_long_a_one() {
    let address: DatabaseUrl = cluster(Path::new(r"/it's \ my")).url().parse().unwrap();
    assert_eq!(address.to_string(), r"database `callboard` at /it's \ my/postgres/run as callboard");
    for name in ["/a,b", &format!("/{}", "a".repeat(100))] {
        let located = Cluster::locate(Path::new(name));
        assert!(
            matches!(located, Err(ClusterError::NoSocket(_) | ClusterError::NotInstalled)),
            "{located:?}"
        );
    }
}

#[test]
fn a_cluster_is_run_by_the_version_that_made_it_and_a_new_one_by_the_newest() {
    let machine = tempfile::tempdir().unwrap();
    let [installed, folder] = ["installed", "postgres"].map(|name| machine.path().join(name));
    assert!(matches!(binaries(&installed, &folder), Err(ClusterError::NotInstalled)));
    for version in ["9", "15", "17"] {
        fs::create_dir_all(installed.join(version).join("bin")).unwrap();
        fs::write(installed.join(version).join("bin/initdb"), "").unwrap();
    }
    fs::create_dir_all(folder.join("data")).unwrap();
    assert_eq!(binaries(&installed, &folder).unwrap(), installed.join("17/bin"));
    for (made_by, run_by) in [("15\n", Some("15/bin")), ("16\n", None)] {
        fs::write(folder.join("data/PG_VERSION"), made_by).unwrap();
        let found = binaries(&installed, &folder);
        match run_by {
            Some(bin) => assert_eq!(found.unwrap(), installed.join(bin)),
            None => {
                let error = found.unwrap_err().to_string();
                assert!(error.contains("`postgresql-16`"), "{error}");
            }
        }
    }
}

#[test]
fn the_server_of_a_folder_that_was_copied_is_not_taken_for_its_own() {
    let data = tempfile::tempdir().unwrap();
    let cluster = cluster(data.path());
    let (own, file) = (cluster.data(), cluster.folder.join("data/postmaster.pid"));
    fs::create_dir_all(&own).unwrap();
    for (served, kept) in [(own.as_str(), true), ("/usr", false), ("/nonexistent", false)] {
        fs::write(&file, format!("1234\n{served}\n")).unwrap();
        cluster.forget_copied_server().unwrap();
        assert_eq!(file.exists(), kept, "{served}");
    }
    cluster.forget_copied_server().unwrap();
}
