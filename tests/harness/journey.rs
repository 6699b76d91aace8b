//! One journey: a fresh desktop, a fresh profile, one window, and a report
//! that helps when it fails. Journeys take turns, because WebKitWebDriver
//! serves one session at a time.

use std::any::Any;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use crate::patience::told;
use crate::{Desktop, Driver, Failure, Look, Profile, Program, Step, Window};

/// After this a journey hangs in a call that will never return.
const LONGEST: Duration = Duration::from_secs(180);

static TURN: Mutex<()> = Mutex::new(());

/// A desktop and a profile on which windows open one after the other.
#[derive(Debug)]
pub struct Scene {
    name: String,
    driver: Driver,
    /// The virtual screen.
    pub desktop: Desktop,
    /// The person's data.
    pub profile: Rc<Profile>,
}

impl Scene {
    async fn set(name: &str, look: Look, clock: Option<&str>) -> Step<Self> {
        let profile = Profile::fresh()?;
        if let Some(wall) = clock {
            profile.clock(wall)?;
        }
        Self::on(name, Rc::new(profile), look).await
    }

    /// Another desktop with the same data, as of the same person at another screen.
    pub async fn elsewhere(&self) -> Step<Self> {
        Self::on(&self.name, Rc::clone(&self.profile), Look::default()).await
    }

    async fn on(name: &str, profile: Rc<Profile>, look: Look) -> Step<Self> {
        let desktop = Desktop::start(&profile.logs(), look)?;
        let driver = Driver::start(&desktop, &profile).await?;
        Ok(Self {
            name: name.into(),
            driver,
            desktop,
            profile,
        })
    }

    /// Opens the planner.
    pub async fn open(&self) -> Step<Window<'_>> {
        self.open_program(&Program::planner()).await
    }

    /// Opens the planner with arguments, or another program.
    pub async fn open_program(&self, program: &Program) -> Step<Window<'_>> {
        let client = self.driver.open(program).await?;
        Ok(Window::new(client, &self.desktop, &self.profile))
    }

    /// Runs `body` in a window; a failure leaves a picture behind.
    pub async fn watch<'s, T>(
        &'s self,
        window: Window<'s>,
        body: impl AsyncFnOnce(&Window<'s>) -> Step<T>,
    ) -> Step<T> {
        let result = contained(body(&window)).await;
        if result.is_err() {
            let _ = window.picture(&format!("failed-{}", self.name)).await;
        }
        let _ = window.close().await;
        result
    }
}

/// A journey in one window on an empty profile.
pub fn journey(name: &str, body: impl AsyncFnOnce(&Window<'_>) -> Step) {
    journey_with(name, |_| Ok(()), body);
}

/// A journey in one window on a profile prepared with `keel`.
pub fn journey_with(
    name: &str,
    seed: impl FnOnce(&Profile) -> Step,
    body: impl AsyncFnOnce(&Window<'_>) -> Step,
) {
    scene(name, async |scene| {
        seed(&scene.profile)?;
        let window = scene.open().await?;
        scene.watch(window, async |window| body(window).await).await
    });
}

/// A journey that opens and closes windows as it likes.
pub fn scene(name: &str, body: impl AsyncFnOnce(&Scene) -> Step) {
    scene_in(Look::default(), name, body);
}

/// The same on a desktop that is set up in another way.
pub fn scene_in(look: Look, name: &str, body: impl AsyncFnOnce(&Scene) -> Step) {
    passed(name, played_in(look, None, name, body));
}

/// The same at a wall time, `2026-11-16T09:55`: the clocks stand there until
/// [`Profile::clock`] sets them again.
pub fn scene_at(wall: &str, look: Look, name: &str, body: impl AsyncFnOnce(&Scene) -> Step) {
    passed(name, played_in(look, Some(wall), name, body));
}

fn passed(name: &str, result: Step) {
    if let Err(failure) = result {
        panic!("{name}: {}", told(&failure));
    }
}

/// A journey outside a test: what it found, or why it failed.
pub fn played<T>(name: &str, body: impl AsyncFnOnce(&Scene) -> Step<T>) -> Step<T> {
    played_in(Look::default(), None, name, body)
}

fn played_in<T>(
    look: Look,
    clock: Option<&str>,
    name: &str,
    body: impl AsyncFnOnce(&Scene) -> Step<T>,
) -> Step<T> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let scene = Scene::set(name, look, clock).await?;
        let journey = tokio::time::timeout(LONGEST, contained(body(&scene)));
        journey
            .await
            .unwrap_or_else(|_| Err(too_long()))
            .map_err(|failure| format!("{}\n{}", told(&failure), scene.profile.last_words()).into())
    })
}

/// Turns a failed assertion inside a journey into a failure of that journey,
/// so that windows and processes are put away in every case.
async fn contained<T>(work: impl Future<Output = Step<T>>) -> Step<T> {
    let mut work = pin!(work);
    poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
            Ok(poll) => poll,
            Err(panic) => Poll::Ready(Err(words(panic.as_ref()).into())),
        },
    )
    .await
}

fn too_long() -> Failure {
    format!("still not over after {} s", LONGEST.as_secs()).into()
}

fn words(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string))
        .unwrap_or_else(|| "an assertion failed".into())
}
