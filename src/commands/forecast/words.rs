//! A forecast for people: a few lines for each horizon.

use std::fmt::Write as _;

use planner::{End, Forecast};

/// So many kinds of items are named.
const NAMED: usize = 8;

/// What `strategy` brings `who`.
pub(super) fn told(strategy: &str, who: &str, forecasts: &[Forecast]) -> String {
    let mut text = format!("{strategy}, begun by {who}, would bring:\n");
    for forecast in forecasts {
        let _ = writeln!(text, "\nwithin {} h", forecast.hours);
        for line in lines(forecast) {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn lines(forecast: &Forecast) -> Vec<String> {
    let mut lines: Vec<_> = forecast
        .xp
        .iter()
        .map(|(name, xp)| format!("{xp:+.0} xp of {name}, level {}", forecast.levels.get(name).unwrap_or(&1)))
        .collect();
    if forecast.gold != 0.0 {
        lines.push(format!("{:+.0} gold", forecast.gold));
    }
    lines.extend(items(forecast));
    if forecast.fights > 0.0 {
        lines.push(format!("{:.0} fights, {:.1} of them lost", forecast.fights, forecast.deaths));
    }
    let refused = match forecast.refusals {
        refusals if refusals > 0.0 => format!(", {refusals:.1} of them refused"),
        _ => String::new(),
    };
    lines.push(format!("{:.0} requests{refused}", forecast.requests));
    lines.push(format!("{:.1} % of the time at work", 100.0 * forecast.utilisation));
    for (reason, seconds) in &forecast.idle {
        lines.push(format!("{seconds:.0} s idle: {reason}"));
    }
    lines.extend(forecast.done.as_ref().map(|end| format!("done after {}", when(end))));
    lines.extend(forecast.blocked.as_ref().map(|end| format!("blocked after {}", when(end))));
    lines
}

/// The items that change most; nothing when none changes by a piece.
fn items(forecast: &Forecast) -> Option<String> {
    let mut items: Vec<_> = forecast.items.iter().filter(|(_, change)| change.abs() >= 0.5).collect();
    items.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
    let mut words: Vec<_> =
        items.iter().take(NAMED).map(|(code, change)| format!("{change:+.0} {code}")).collect();
    if items.len() > NAMED {
        words.push(format!("{} other kinds of items", items.len() - NAMED));
    }
    (!words.is_empty()).then(|| words.join(", "))
}

fn when(end: &End) -> String {
    let End { after_seconds, reason, unblock } = end;
    let (hours, minutes) = (after_seconds / 3600, after_seconds % 3600 / 60);
    let unblock = unblock.as_ref().map_or_else(String::new, |unblock| format!(" — {unblock}"));
    format!("{hours} h {minutes} min: {reason}{unblock}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forecast_is_told_in_a_few_lines() {
        let end = End {
            after_seconds: 7380,
            reason: "The bag is full".to_owned(),
            unblock: Some("Empty the bag".to_owned()),
        };
        let forecast = Forecast {
            hours: 24,
            xp: [("mining".to_owned(), 5000.0)].into(),
            levels: [("mining".to_owned(), 8)].into(),
            gold: 0.0,
            items: [("copper_ore".to_owned(), 3100.4), ("apple".to_owned(), -2.0), ("topaz".to_owned(), 0.3)]
                .into(),
            fights: 0.0,
            deaths: 0.0,
            requests: 3200.0,
            refusals: 0.0,
            idle: [("The bag is full".to_owned(), 60.0)].into(),
            utilisation: 0.9985,
            done: None,
            blocked: Some(end),
        };
        insta::assert_snapshot!(told("gathering", "Ana", &[forecast]), @r"
        gathering, begun by Ana, would bring:

        within 24 h
          +5000 xp of mining, level 8
          +3100 copper_ore, -2 apple
          3200 requests
          99.9 % of the time at work
          60 s idle: The bag is full
          blocked after 2 h 3 min: The bag is full — Empty the bag
        ");
    }
}
