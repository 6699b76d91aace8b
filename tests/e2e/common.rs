//! What many journeys begin with, and the claims they share.

use harness::{Block, Day, Step, Window, journey, until};

/// A page with room for everything, and one with little.
pub(crate) const ROOM: (u32, u32) = (1280, 840);
pub(crate) const LITTLE: (u32, u32) = (1024, 640);
/// All the room there is on a common screen where everything is drawn twice as large.
pub(crate) const HALF: (u32, u32) = (640, 480);

/// Ten o'clock, in the middle of every work day.
pub(crate) const TEN: u32 = 10 * 60;

/// An empty week with ten o'clock in view.
pub(crate) fn empty_week(name: &str, body: impl AsyncFnOnce(&Window<'_>, &[Day]) -> Step) {
    journey(name, async |window| {
        window.begin_empty().await?;
        let first = window.days().await?[0].date.clone();
        window.reveal(&first, TEN).await?;
        let days = window.days().await?;
        body(window, &days).await
    });
}

/// Shows what is open to axe and keeps a picture of it.
pub(crate) async fn is_readable(window: &Window<'_>, name: &str) -> Step {
    window.picture(name).await?;
    let found = window.is_accessible().await;
    found.map_err(|failure| format!("{name}: {failure}").into())
}

/// Waits until a block with this title stands here and returns it.
pub(crate) async fn stands(
    window: &Window<'_>,
    title: &str,
    date: &str,
    from: u32,
    to: u32,
) -> Step<Block> {
    window
        .block_where(
            &format!("“{title}” on {date} from minute {from} to {to}"),
            |block| {
                block.layer == "live"
                    && block.title() == title
                    && block.day.as_deref() == Some(date)
                    && block.minutes().is_ok_and(|minutes| minutes == (from, to))
            },
        )
        .await
}

/// Waits until no block has this title.
pub(crate) async fn is_gone(window: &Window<'_>, title: &str) -> Step {
    until(&format!("“{title}” to be gone"), async || {
        Ok(window
            .blocks()
            .await?
            .iter()
            .all(|block| block.title() != title))
    })
    .await
}

/// Carries out `action` and claims that it leaves the plan as it was.
pub(crate) async fn changes_nothing(
    window: &Window<'_>,
    action: impl AsyncFnOnce() -> Step,
) -> Step {
    let before = window.profile.plan()?;
    action().await?;
    assert_eq!(window.profile.plan()?, before, "the plan changed");
    Ok(())
}
