//! The code base checks itself: who may depend on whom, what the dependencies may be, and how files and documents are
//! kept. What the program does is left to the tests beside the code and in `tests/e2e`, and the layout of the dashboard
//! to its own `layout.test.ts`.

mod api;
mod cargo;
mod dependencies;
mod documents;
mod files;
mod layers;
mod licence;
mod tree;
