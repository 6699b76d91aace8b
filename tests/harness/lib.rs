//! Drives the real window the way a person does: a display of its own, a
//! pointer, keys, names that a screen reader would read. It knows nothing of
//! the program's code and looks at no database; what a journey claims must be
//! seen on screen or read back through `keel`.
//!
//! ```text
//! #[test]
//! fn an_empty_stretch_dragged_over_becomes_a_block() {
//!     journey("draw-a-block", async |window| {
//!         let day = window.days().await?[2].clone();
//!         window.drag(day.at(9 * 60), day.at(10 * 60)).await?;
//!         window.block("…").await?;
//!         Ok(())
//!     });
//! }
//! ```

mod axe;
mod child;
mod desktop;
mod driver;
mod journey;
mod keys;
mod page;
mod patience;
mod places;
mod pointer;
mod printed;
mod profile;
mod script;
mod week;
mod window;
mod x11;

pub use axe::Violation;
pub use child::Child;
pub use desktop::{Desktop, Look};
pub use driver::{Driver, Program};
pub use fantoccini::elements::Element;
pub use journey::{Scene, journey, journey_with, played, scene, scene_at, scene_in};
pub use patience::{PATIENCE, until, until_some};
pub use places::{keel_binary, program_binary, root, screens, target};
pub use pointer::{Held, Point};
pub use printed::printed;
pub use profile::{Event, Profile, ZONE};
pub use script::Script;
pub use week::{Block, Day, Grip, Meter};
pub use window::Window;

/// Why a journey could not go on, as one sentence.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What every step of a journey returns.
pub type Step<T = ()> = Result<T, Failure>;
