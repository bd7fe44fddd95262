//! x
use crate::script::*;
use actors::account::RegistrarMsg;
use supervisor::ChildError;
#[test]
fn zz() {
    let company = at_work();
    let registrar = company.directory().handle("registrar");
    let e = ChildError::NotFound { id: "a character for tests".into() };
    registrar.send(RegistrarMsg::Opened("demo".parse().unwrap(), Err(e))).unwrap();
    for _ in 0..30 { company.run_for(SECOND/4); println!("{:?} {:?}", company.node("registrar").restarts, company.node("registrar").last_exit); }
}
