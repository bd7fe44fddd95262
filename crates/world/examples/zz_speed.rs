use game::*; use world::*; use std::sync::Arc;
fn main(){
 let read=|f:&str| std::fs::read_to_string(format!("/work/shared/reference/data/{f}.json")).unwrap();
 let data=game::data::GameData::new(game::data::StaticData{version:"x".into(),items:serde_json::from_str(&read("items")).unwrap(),monsters:serde_json::from_str(&read("monsters")).unwrap(),resources:serde_json::from_str(&read("resources")).unwrap(),maps:serde_json::from_str(&read("maps")).unwrap()}).unwrap();
 for (logs,lines) in [(5000,true),(0,false)] {
 let mut w=World::new(Arc::new(data.clone()),Rules{log_entries:logs,fight_logs:lines,..Rules::default()},1);
 let acc:AccountName="company".parse().unwrap(); let ana:CharacterName="Ana".parse().unwrap();
 let mut now=jiff::Timestamp::UNIX_EPOCH;
 w.create_account(acc.clone(),now).unwrap(); w.create_character(&acc,ana.clone(),"men1",now).unwrap();
 let t=std::time::Instant::now(); let mut n=0u32;
 while n<200_000 { 
  let seq=[Action::Move{map_id:MapId(322)},Action::Fight,Action::Rest,Action::Move{map_id:MapId(334)},Action::DepositItem{items:vec![]},Action::Move{map_id:MapId(277)},Action::Gathering,Action::Gathering];
  for a in seq { let a=match a {Action::DepositItem{..}=>Action::DepositItem{items:w.character(&ana).unwrap().inventory.items().cloned().collect()},a=>a};
   match w.act(&acc,&ana,&a,now){Ok(o)=>now=o.cooldown.expiration,Err(e)=>{panic!("{a} {e}")}} n+=1; }
 }
 println!("logs {logs}: {:?}/act; {}", t.elapsed()/n, w.characters(&acc)[0].combat.level);
 }
}
