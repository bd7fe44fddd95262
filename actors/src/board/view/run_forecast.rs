//! What a run's forecast said, beside what came, as the dashboard shows it.

use game::{Gains, Milestone, milestone};
use serde::Serialize;
use utoipa::ToSchema;

/// The milestones that are shown: an hour and a day after the start.
const HORIZONS: [u32; 2] = [3600, 86_400];

/// What the forecast at a run's start said, beside what came of it. Times are the game's own.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RunForecastView {
    /// As it stands now, or as it stood at the run's end; nothing once the run has gone on for longer than the forecast
    /// looks.
    #[schema(required)]
    pub so_far: Option<ComparisonView>,
    /// An hour and a day after the start.
    pub horizons: Vec<ComparisonView>,
}

/// What was expected by a time, beside what had come by then.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ComparisonView {
    /// Seconds after the run's start.
    pub after_seconds: u32,
    /// What the forecast expects by then.
    pub expected: GainsView,
    /// What had come by then; nothing as long as the run has not gone on for so long.
    #[schema(required)]
    pub came: Option<GainsView>,
}

/// What a run brings. What is spent or used up is not taken off.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GainsView {
    /// Seconds of cooldowns.
    pub busy_seconds: f64,
    /// Xp, of whatever is trained.
    pub xp: f64,
    /// Gold.
    pub gold: f64,
    /// Items of all kinds, gained or crafted.
    pub items: f64,
    /// Fights, won or lost.
    pub fights: f64,
    /// Fights lost.
    pub deaths: f64,
}

impl RunForecastView {
    /// Of a run that has gone on for so many seconds and has brought this; nothing without a forecast.
    pub(crate) fn new(milestones: &[Milestone], elapsed: u32, came: Gains) -> Option<Self> {
        let shown = milestones.iter().filter(|milestone| HORIZONS.contains(&milestone.after_seconds));
        let horizons = shown.map(|milestone| {
            // Nothing was done since a milestone that has passed and is not written down.
            let passed = (milestone.after_seconds <= elapsed).then_some(came);
            ComparisonView::new(milestone.after_seconds, milestone.expected, milestone.came.or(passed))
        });
        let expected = milestone::expected(milestones, elapsed);
        (!milestones.is_empty()).then(|| Self {
            so_far: expected.map(|expected| ComparisonView::new(elapsed, expected, Some(came))),
            horizons: horizons.collect(),
        })
    }
}

impl ComparisonView {
    fn new(after_seconds: u32, expected: Gains, came: Option<Gains>) -> Self {
        Self { after_seconds, expected: expected.rounded().into(), came: came.map(GainsView::from) }
    }
}

impl From<Gains> for GainsView {
    fn from(gains: Gains) -> Self {
        let Gains { busy_seconds, xp, gold, items, fights, deaths } = gains;
        Self { busy_seconds, xp, gold, items, fights, deaths }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xp(xp: f64) -> Gains {
        Gains { xp, ..Gains::default() }
    }

    fn seen(elapsed: u32, came: f64) -> RunForecastView {
        let milestone = |after_seconds, expected, came| Milestone { after_seconds, expected, came };
        let milestones = [
            milestone(1800, xp(500.0), Some(xp(480.0))),
            milestone(3600, xp(1000.0), None),
            milestone(86_400, xp(20_000.0), None),
        ];
        RunForecastView::new(&milestones, elapsed, xp(came)).expect("there is a forecast")
    }

    /// When, how much xp was expected, and how much came.
    fn figures(comparison: &ComparisonView) -> (u32, f64, Option<f64>) {
        let ComparisonView { after_seconds, expected, came } = comparison;
        (*after_seconds, expected.xp, came.as_ref().map(|came| came.xp))
    }

    #[test]
    fn a_run_is_compared_with_what_was_expected_by_now() {
        let view = seen(2700, 740.0);
        assert_eq!(view.so_far.as_ref().map(figures), Some((2700, 750.0, Some(740.0))));
        let horizons: Vec<_> = view.horizons.iter().map(figures).collect();
        assert_eq!(horizons, [(3600, 1000.0, None), (86_400, 20_000.0, None)]);
    }

    #[test]
    fn a_horizon_that_has_passed_without_an_action_since_has_what_came() {
        assert_eq!(figures(&seen(4000, 950.0).horizons[0]), (3600, 1000.0, Some(950.0)));
    }

    #[test]
    fn beyond_the_last_milestone_nothing_is_expected() {
        assert_eq!(seen(86_401, 20_500.0).so_far, None);
    }

    #[test]
    fn without_milestones_there_is_no_forecast() {
        assert_eq!(RunForecastView::new(&[], 60, xp(10.0)), None);
    }
}
