//! Every error code that the game still uses is provoked here, by a test that has it in its name (RULES §14).

mod accounts;
mod actions;
mod characters;
mod events;
mod exchange;
mod shop;
mod trades;
mod transport;
mod wearing;

use std::{collections::BTreeSet, fs};

use serde_json::{Value, json};

use crate::support::{Server, reference};

/// The codes of RULES §14 that are not marked as legacy.
const CODES: [u16; 65] = [
    404, 422, 429, 433, 434, 435, 436, 437, 438, 441, 442, 451, 452, 453, 454, 455, 456, 457, 458, 459, 460,
    461, 462, 463, 473, 474, 475, 476, 478, 483, 484, 485, 486, 487, 488, 489, 490, 491, 492, 493, 494, 495,
    496, 497, 498, 499, 500, 550, 551, 552, 560, 561, 562, 563, 564, 565, 566, 567, 570, 571, 572, 573, 595,
    596, 598,
];

#[test]
fn every_code_has_a_test_that_is_named_after_it() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api/codes");
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    let text = files.collect::<String>();
    let names = text.split("async fn code_").skip(1);
    let tested: BTreeSet<u16> = names.filter_map(|rest| rest.split('_').next()?.parse().ok()).collect();
    assert_eq!(tested, CODES.into(), "left: codes in the names of tests; right: codes of RULES §14");
}

#[test]
fn the_codes_are_those_of_the_rules() {
    let Some(rules) = reference("RULES.md") else { return };
    let text = fs::read_to_string(rules).unwrap();
    let (_, section) = text.split_once("## 14. Error codes").unwrap();
    let (section, _) = section.split_once("## 15.").unwrap();
    let mut listed = BTreeSet::new();
    for row in section.lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<_> = row.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect();
        for pair in cells.chunks(2) {
            if let [codes, meaning] = pair
                && !meaning.starts_with("(legacy")
            {
                listed.extend(numbers(codes, meaning));
            }
        }
    }
    assert_eq!(listed, CODES.into(), "left: the rules; right: this file");
}

/// The codes of a cell: `404`, `560–562`, or `597/598` of which the meaning calls one legacy.
fn numbers(codes: &str, meaning: &str) -> Vec<u16> {
    if let Some((first, last)) = codes.split_once('–') {
        return (first.parse().unwrap()..=last.parse().unwrap()).collect();
    }
    let all = codes.split('/').filter_map(|code| code.trim().parse().ok());
    all.filter(|code| !meaning.contains(&format!("{code} legacy"))).collect()
}

impl Server {
    /// Has Ana do something that must be refused; says with which code. Whatever she did before, she may act.
    async fn code_of(&self, action: &str, body: Value) -> u16 {
        self.rested().await;
        self.refused(&format!("/my/Ana/action/{action}"), body).await
    }

    /// Makes a call that must be refused; says with which code.
    async fn refused(&self, path: &str, body: Value) -> u16 {
        let code = self.post(path, body).await.error()["code"].as_u64().unwrap();
        u16::try_from(code).unwrap()
    }

    /// Ends Ana's cooldown.
    async fn rested(&self) {
        self.post("/sandbox/clear_cooldown", json!({"character": "Ana"})).await.data();
    }

    /// Gives Ana items out of nothing.
    async fn given(&self, code: &str, quantity: u32) {
        self.rested().await;
        let gift = json!({"character": "Ana", "code": code, "quantity": quantity});
        self.post("/sandbox/give_item", gift).await.data();
    }

    /// Gives Ana gold out of nothing.
    async fn given_gold(&self, quantity: u32) {
        self.rested().await;
        self.post("/sandbox/give_gold", json!({"character": "Ana", "quantity": quantity})).await.data();
    }

    /// Puts Ana on a tile with this content.
    async fn put_at(&self, kind: &str, code: &str) {
        let tiles = self.get(&format!("/maps?content_type={kind}&content_code={code}")).await.data();
        self.put_on(tiles[0]["map_id"].as_u64().unwrap()).await;
    }

    /// Puts Ana on a tile.
    async fn put_on(&self, map_id: u64) {
        self.post("/sandbox/teleport", json!({"character": "Ana", "map_id": map_id})).await.data();
    }

    /// Has Ana do something that must succeed.
    async fn does(&self, action: &str, body: Value) -> Value {
        self.rested().await;
        self.act(action, body).await.data()
    }
}
