//! Which monster to fight and in which gear: the one that was asked for, or the one that brings most per hour of what is
//! aimed at, among those that are won often enough.

mod certainty;

use std::{cell::RefCell, collections::BTreeMap};

use game::{
    Character, GameData, MonsterCode,
    data::{ContentType, Monster, MonsterType},
    fight::{self, Fighter, Odds},
};

use crate::{
    decision::{Decision, percent},
    estimate::{
        self, Aim, Estimate, Site,
        duel::{self, Duel},
    },
    notes::{Battle, Choice, Rehearsals},
    parts::{
        loadout::{self, Loadout, Rank},
        potions,
        ranking::{Candidate, Obstacle, Ranking},
        travel::{self, Trip},
    },
    setbacks::Subject,
    situation::Situation,
};
pub(crate) use certainty::{is_safe, seems_safe};

/// So many monsters are fought out in simulation, the best first by rough estimate.
const SHORT_LIST: usize = 3;
/// Among all monsters, those with a rough estimate above this share of the hit points are left out unsimulated.
const HOPELESS: f64 = 1.3;

/// What a fight must fulfil.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'a> {
    /// Share of fights won, 0 to 1.
    pub(crate) min_win_rate: f64,
    /// Whether gear may be changed.
    pub(crate) gear: bool,
    /// Whether potions may be put on and drunk.
    pub(crate) potions: bool,
    /// What it is for.
    pub(crate) aim: Aim<'a>,
}

impl<'a> Terms<'a> {
    /// Fights that are won all but always, in the best gear at hand and without potions.
    pub(crate) fn safe(aim: Aim<'a>) -> Self {
        Self { min_win_rate: 0.99, gear: true, potions: false, aim }
    }
}

/// A monster before its fights are simulated.
struct Sketch<'a> {
    monster: &'a Monster,
    site: Site,
    loadout: Loadout,
    hero: Character,
    duel: Duel,
}

impl Sketch<'_> {
    /// If every fight went like the duel.
    fn estimate(&self, aim: Aim<'_>) -> Estimate {
        let Self { monster, site, hero, duel, .. } = self;
        let odds =
            Odds { win_rate: 1.0, mean_turns: duel.turns, mean_hp_lost: duel.hp_lost, ..Odds::default() };
        estimate::fight(hero, monster, aim, &odds, 0.0, site)
    }
}

/// Everything a choice is made from, as text (see [`crate::notes`]).
pub(crate) fn key(situation: &Situation<'_>, terms: Terms<'_>) -> String {
    let character = &situation.character;
    let gear = if terms.gear {
        loadout::fingerprint(situation)
    } else {
        character.equipment.values().map(|equipped| format!("{},", equipped.code)).collect()
    };
    let potions = if terms.potions { potions::fingerprint(situation) } else { String::new() };
    let (setbacks, events) = (situation.setbacks.fingerprint(), situation.events_key());
    format!("level {} gear {gear}{potions} {setbacks}{events}", character.combat.level)
}

/// The monster that was asked for.
pub(crate) fn given(
    situation: &Situation<'_>,
    code: &MonsterCode,
    terms: Terms<'_>,
    rehearsals: &mut Rehearsals,
) -> Result<Choice, Decision> {
    let monster = find(situation.data, code.as_str())?;
    let mut ranking = Ranking::new();
    match sketch(situation, monster, terms) {
        Ok(sketch) => simulate(situation, sketch, terms, rehearsals, &mut ranking),
        Err(obstacle) => ranking.rule_out(code.as_str(), obstacle),
    }
    choice(ranking, terms.aim, &format!("fight {code}"))
}

/// The monster with this code, given as bare text.
pub(crate) fn find<'a>(data: &'a GameData, code: &str) -> Result<&'a Monster, Decision> {
    data.monster(code).ok_or_else(|| {
        let text = format!("There is no monster {code} in this season's data");
        Decision::blocked(text, "Choose a monster of this season")
    })
}

/// The monster that pays most.
pub(crate) fn best(
    situation: &Situation<'_>,
    terms: Terms<'_>,
    rehearsals: &mut Rehearsals,
) -> Result<Choice, Decision> {
    let mut ranking = Ranking::new();
    let (mut sketches, mut hopeless) = (Vec::new(), Vec::new());
    let level = situation.character.combat.level;
    let mut monsters: Vec<_> = situation.data.monsters.values().collect();
    monsters.sort_by_key(|monster| monster.level.abs_diff(level));
    for monster in monsters {
        let sketch = pays(situation, monster, terms.aim).and_then(|()| sketch(situation, monster, terms));
        match sketch.and_then(|sketch| possible(&sketch.duel, sketch.hero.max_hp).map(|()| sketch)) {
            Ok(sketch) => sketches.push((sketch.estimate(terms.aim).per_hour, sketch)),
            Err(obstacle) => hopeless.push((monster, obstacle)),
        }
    }
    sketches.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    for (_, sketch) in sketches {
        if ranking.len() < SHORT_LIST {
            simulate(situation, sketch, terms, rehearsals, &mut ranking);
        }
    }
    for (monster, obstacle) in hopeless {
        ranking.rule_out(monster.code.as_str(), obstacle);
    }
    choice(ranking, terms.aim, "fight any monster")
}

/// What fights against monsters take by rough estimate, as far as that has been asked in this look.
#[derive(Clone, Default)]
pub(crate) struct Outlooks(RefCell<BTreeMap<(MonsterCode, String), Outlook>>);

/// The way to a monster and what a fight against it takes, or what makes one impossible.
type Outlook = Result<(Trip, Estimate), Obstacle>;

/// The way to a monster and what a fight against it takes by rough estimate, if one is possible at all.
pub(crate) fn outlook(situation: &Situation<'_>, monster: &Monster, aim: Aim<'_>) -> Outlook {
    let (known, key) = (&situation.outlooks().0, (monster.code.clone(), aim.unit()));
    if let Some(outlook) = known.borrow().get(&key) {
        return outlook.clone();
    }
    let outlook = reckon(situation, monster, aim);
    known.borrow_mut().insert(key, outlook.clone());
    outlook
}

fn reckon(situation: &Situation<'_>, monster: &Monster, aim: Aim<'_>) -> Outlook {
    let sketch = sketch(situation, monster, Terms::safe(aim))?;
    possible(&sketch.duel, sketch.hero.max_hp)?;
    let estimate = sketch.estimate(aim);
    Ok((sketch.site.trip, estimate))
}

/// Whether fights against a monster are won all but always, in good gear.
pub(crate) fn is_beaten(
    situation: &Situation<'_>,
    monster: &Monster,
    rehearsals: &mut Rehearsals,
) -> Result<(), Obstacle> {
    let terms = Terms::safe(Aim::Xp);
    let hero = sketch(situation, monster, terms)?.hero;
    too_risky(terms, rehearsals.odds(&hero, monster, situation.data).win_rate)
}

/// What there is to say against a monster that wins too often.
fn too_risky(terms: Terms<'_>, win_rate: f64) -> Result<(), Obstacle> {
    if is_safe(win_rate, terms.min_win_rate) {
        return Ok(());
    }
    let wanted = 100.0 * terms.min_win_rate;
    let why = format!("{:.0} % of fights would be won, {wanted:.0} % are wanted", 100.0 * win_rate);
    Err(Obstacle::new(why, "Better gear, a higher level or a lower min_win_rate"))
}

fn choice(ranking: Ranking<Battle>, aim: Aim<'_>, purpose: &str) -> Result<Choice, Decision> {
    let alternatives = ranking.alternatives("monster", &aim.unit());
    let best = ranking.best(purpose).map_err(|end| end.with_alternatives(&alternatives))?;
    Ok(Choice::new(&best.code, best.score, alternatives).fought(best.details))
}

fn pays(situation: &Situation<'_>, monster: &Monster, aim: Aim<'_>) -> Result<(), Obstacle> {
    let level = situation.character.combat.level;
    let stats = &situation.character.stats;
    if aim.of_a_fight(monster, level, stats.wisdom, stats.prospecting) > 0.0 {
        return Ok(());
    }
    Err(match aim {
        Aim::Xp => Obstacle::new(
            format!("it pays no xp at level {level}"),
            "Choose a monster by name to fight for items",
        ),
        Aim::Gold => Obstacle::new("it brings no gold", "Choose another monster"),
        Aim::Item(code) => Obstacle::new(format!("it never drops {code}"), "Choose another monster"),
    })
}

/// Finds the way and the gear.
fn sketch<'a>(
    situation: &Situation<'_>,
    monster: &'a Monster,
    terms: Terms<'_>,
) -> Result<Sketch<'a>, Obstacle> {
    let code = monster.code.as_str();
    if monster.kind == MonsterType::RaidBoss {
        return Err(Obstacle::new("it is fought in a raid only", "Choose another monster"));
    }
    if let Some(setback) = situation.setbacks.about(&Subject::Target(code.to_owned())) {
        let why = format!("planning without it for a while: {}", setback.words);
        return Err(Obstacle::new(why, "Better gear or a higher level; it is tried again within the hour"));
    }
    let trip = travel::to_content(situation, &ContentType::Monster, code)?;
    let loadout = match terms.gear {
        true => loadout::quick(situation, monster, terms.aim),
        false => loadout::worn(&situation.character),
    };
    let hero = loadout::dressed(situation, &loadout);
    let lesson = loadout::lesson(situation, monster);
    let duel = Duel::of(&Fighter::character(&hero, situation.data), &duel::foe(monster), lesson);
    Ok(Sketch { monster, site: Site::new(situation, trip), loadout, hero, duel })
}

/// Spares the simulation of what is out of reach. What only runes or potions make possible has to be asked for by name.
pub(crate) fn possible(duel: &Duel, max_hp: i64) -> Result<(), Obstacle> {
    if !duel.ends() {
        let why = format!("it takes more than {} turns to defeat", fight::MAX_TURNS);
        return Err(Obstacle::new(why, "A better weapon or a higher level"));
    }
    if duel.hp_lost > HOPELESS * max_hp as f64 {
        let why = format!("a fight would cost about {:.0} of {max_hp} hp", duel.hp_lost);
        return Err(Obstacle::new(why, "Better gear or a higher level"));
    }
    Ok(())
}

/// Fights it out in simulation, in the gear that does best there.
fn simulate(
    situation: &Situation<'_>,
    sketch: Sketch<'_>,
    terms: Terms<'_>,
    rehearsals: &mut Rehearsals,
    ranking: &mut Ranking<Battle>,
) {
    let Sketch { monster, site, loadout, .. } = sketch;
    let Terms { aim, .. } = terms;
    let estimate = |hero: &Character, odds: &Odds| {
        let potions = potions::seconds(situation, hero, odds);
        estimate::fight(hero, monster, aim, odds, potions, &site)
    };
    let look =
        |hero: &Character, odds: &Odds, samples: u32| rank(terms, odds, samples, &estimate(hero, odds));
    let mut loadout = if terms.gear { loadout::best(situation, monster, &[], aim, &look) } else { loadout };
    if terms.potions {
        loadout = loadout::with_potions(situation, monster, &[], loadout, &look);
    }
    let hero = loadout::dressed(situation, &loadout);
    let odds = rehearsals.odds(&hero, monster, situation.data);
    let code = monster.code.to_string();
    let Odds { win_rate, worst_hp_lost, most_utilities_used: units, .. } = odds;
    if let Err(obstacle) = too_risky(terms, win_rate) {
        ranking.rule_out(&code, obstacle);
        return;
    }
    let Estimate { seconds, per_hour, .. } = estimate(&hero, &odds);
    let (won, unit) = (percent(win_rate), aim.unit());
    let words = format!("{per_hour:.0} {unit}, {won} won, {seconds:.0} s per fight");
    // One turn worse than the worst of the samples: with thousands of fights a day, it will come.
    let hardest = duel::hardest_turn(&Fighter::monster(monster), &Fighter::character(&hero, situation.data));
    let battle = Battle { loadout, worst_loss: worst_hp_lost + hardest, win_rate, units };
    ranking.add(Candidate { code, score: per_hour, words, details: battle });
}

/// What is won often enough comes first; then what it brings decides, or, where neither is, the share of fights won. Before
/// all samples are fought, what may yet turn out to be won often enough counts as if it did.
pub(crate) fn rank(terms: Terms<'_>, odds: &Odds, samples: u32, estimate: &Estimate) -> Rank {
    let safe = seems_safe(odds.win_rate, samples, terms.min_win_rate);
    (safe, if safe { estimate.per_hour } else { odds.win_rate })
}
