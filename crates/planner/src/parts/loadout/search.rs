//! The best choices of gear for a score that no number of an item makes worse: exact as long as the choice is not too large.
//!
//! An item that is no better in any number than others that may be worn in its place is left out first, unless it can do
//! something that numbers do not tell ([`without_dominated`]). The rest is branch and bound: whatever is still open counts
//! as if it had the best of every number, which no real item is better than. A score may be asked for a limited number of
//! times; whoever owns too much gets the best that were found until then.

use game::equipment::Bonus;

/// The numbers of an item that a score may look at, in the order of [`numbers`].
pub(crate) type Numbers = [i64; 20];

/// The score is asked for at most so often: some tens of milliseconds.
const MOST_LOOKS: u32 = 30_000;

/// Everything that wearing an item adds. The more of each, the better.
pub(crate) fn numbers(bonus: &Bonus) -> Numbers {
    let Bonus { stats, hp, inventory_space } = bonus;
    let (attack, dmg, res) = (&stats.attack, &stats.dmg_element, &stats.res);
    [
        *hp,
        *inventory_space,
        stats.haste,
        stats.critical_strike,
        stats.wisdom,
        stats.prospecting,
        stats.initiative,
        stats.dmg,
        attack.fire,
        attack.earth,
        attack.water,
        attack.air,
        dmg.fire,
        dmg.earth,
        dmg.water,
        dmg.air,
        res.fire,
        res.earth,
        res.water,
        res.air,
    ]
}

/// An item that can be worn.
#[derive(Debug, Clone)]
pub(crate) struct Piece<T> {
    pub(crate) item: T,
    pub(crate) numbers: Numbers,
    /// How many there are.
    pub(crate) count: usize,
    /// Whether it does something that its numbers do not tell: then nothing else is as good for certain.
    pub(crate) special: bool,
}

/// Places that take the same kind of item: one for a helmet, two for rings, three for artifacts.
#[derive(Debug, Clone)]
pub(crate) struct Group<T> {
    pub(crate) places: usize,
    /// So many of the places must be taken: what is worn can be changed, but stays worn otherwise.
    pub(crate) least: usize,
    pub(crate) pieces: Vec<Piece<T>>,
}

/// The so many best choices of pieces for each group, the best first. What scores most beside `start`, the sum of a
/// possible choice, is tried first.
pub(crate) fn best<T: Clone>(
    groups: &[Group<T>],
    base: Numbers,
    start: &Numbers,
    most: usize,
    mut score: impl FnMut(&Numbers) -> f64,
) -> Vec<Vec<Vec<T>>> {
    let mut groups = groups.to_vec();
    for Group { pieces, .. } in &mut groups {
        let rated = pieces.drain(..).map(|piece| (score(&add(start, &piece.numbers, 1)), piece));
        let mut rated: Vec<_> = rated.collect();
        rated.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        pieces.extend(rated.into_iter().map(|(_, piece)| piece));
    }
    let mut open = vec![[0; 20]; groups.len() + 1];
    for (place, group) in groups.iter().enumerate().rev() {
        let ideal = ideal(group);
        open[place] = std::array::from_fn(|number| {
            open[place + 1][number] + i64::try_from(group.places).unwrap_or(1) * ideal[number]
        });
    }
    let mut search = Search { groups: &groups, open, best: Vec::new(), most, looks: 0, score };
    search.group(0, base, &mut Vec::new());
    search.best.into_iter().map(|(_, chosen)| chosen).collect()
}

struct Search<'a, T, F> {
    groups: &'a [Group<T>],
    /// For each group: the best of every number that it and the ones after it can add.
    open: Vec<Numbers>,
    /// The best so far with their scores, the best first, and how many there may be.
    best: Vec<(f64, Vec<Vec<T>>)>,
    most: usize,
    looks: u32,
    score: F,
}

impl<T: Clone, F: FnMut(&Numbers) -> f64> Search<'_, T, F> {
    /// Tries everything for a group and the ones after it.
    fn group(&mut self, index: usize, sum: Numbers, chosen: &mut Vec<Vec<T>>) {
        let Some(group) = self.groups.get(index) else {
            if let Some(score) = self.look(&sum).filter(|score| self.is_wanted(*score)) {
                let place = self.best.partition_point(|(better, _)| *better >= score);
                self.best.insert(place, (score, chosen.clone()));
                self.best.truncate(self.most);
            }
            return;
        };
        chosen.push(Vec::new());
        self.place(index, group, 0, 0, sum, chosen);
        chosen.pop();
    }

    /// Fills the next place of a group with one of the pieces from `first` on, or leaves the rest of its places empty.
    fn place(
        &mut self,
        index: usize,
        group: &Group<T>,
        filled: usize,
        first: usize,
        sum: Numbers,
        chosen: &mut Vec<Vec<T>>,
    ) {
        let rest = add(&sum, &self.open[index + 1], 1);
        let left = group.places - filled;
        let ideal = add(&rest, &ideal(group), i64::try_from(left).unwrap_or(1));
        if !self.look(&ideal).is_some_and(|bound| self.is_wanted(bound)) {
            return;
        }
        if left > 0 {
            for (place, piece) in group.pieces.iter().enumerate().skip(first) {
                let times = piece.count.min(left);
                for taken in (1..=times).rev() {
                    let chosen_here = chosen.len() - 1;
                    chosen[chosen_here].extend(std::iter::repeat_n(piece.item.clone(), taken));
                    let sum = add(&sum, &piece.numbers, i64::try_from(taken).unwrap_or(1));
                    self.place(index, group, filled + taken, place + 1, sum, chosen);
                    let kept = chosen[chosen_here].len() - taken;
                    chosen[chosen_here].truncate(kept);
                }
            }
        }
        if filled >= group.least {
            self.group(index + 1, sum, chosen);
        }
    }

    /// Whether a score is among the best so far.
    fn is_wanted(&self, score: f64) -> bool {
        self.best.len() < self.most || self.best.last().is_some_and(|(worst, _)| score > *worst)
    }

    /// The score, as long as it may be asked for.
    fn look(&mut self, numbers: &Numbers) -> Option<f64> {
        self.looks += 1;
        (self.looks <= MOST_LOOKS).then(|| (self.score)(numbers))
    }
}

/// The best of every number that one place of a group can add.
fn ideal<T>(group: &Group<T>) -> Numbers {
    let pieces = group.pieces.iter().map(|piece| piece.numbers);
    pieces.fold([0; 20], |ideal, piece| std::array::from_fn(|number| ideal[number].max(piece[number])))
}

/// `sum` with so many times `more`.
pub(crate) fn add(sum: &Numbers, more: &Numbers, times: i64) -> Numbers {
    std::array::from_fn(|number| sum[number] + times * more[number])
}

/// The group without pieces that others are at least as good as, if those others fill all its places.
pub(crate) fn without_dominated<T: Clone>(group: &Group<T>) -> Group<T> {
    let better = |place: usize, than: usize| {
        let (one, other) = (&group.pieces[place].numbers, &group.pieces[than].numbers);
        one.iter().zip(other).all(|(one, other)| one >= other) && (one != other || place < than)
    };
    let all = 0..group.pieces.len();
    let useful = all.clone().filter(|than| {
        if group.pieces[*than].special {
            return true;
        }
        let others = all.clone().filter(|place| place != than && better(*place, *than));
        others.map(|place| group.pieces[place].count).sum::<usize>() < group.places
    });
    let pieces = useful.map(|place| group.pieces[place].clone()).collect();
    Group { places: group.places, least: group.least, pieces }
}

#[cfg(test)]
mod tests;
