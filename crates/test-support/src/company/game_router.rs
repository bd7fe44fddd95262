//! The game as everybody reaches it: one router, until a new season puts another in its place.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;

/// Clones reach the same game.
#[derive(Clone)]
pub(super) struct Game(Arc<Mutex<Router>>);

impl Game {
    pub(super) fn new(router: Router) -> Self {
        Self(Arc::new(Mutex::new(router)))
    }

    /// Whoever answers now.
    pub(super) fn router(&self) -> Router {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on this one answers.
    pub(super) fn replace(&self, router: Router) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = router;
    }
}
