//! Opening where something is wrong: the window says so and shows a way on, never a blank week.

use std::fs;

use harness::{Look, Scene, Step, Window, scene, scene_in};

use crate::common::{HALF, LITTLE, ROOM, is_readable};

const DESIGN: &str = "Ingest design";

/// A plan with one block and a backup of it.
fn one_block(scene: &Scene) -> Step {
    let profile = &scene.profile;
    profile.keel(&["add", DESIGN, "--start", "10:00", "--for", "1h"])?;
    profile.keel(&["backup"]).map(drop)
}

/// Writes over the beginning of the database.
fn damage(scene: &Scene) -> Step {
    let database = scene.profile.data().join("evenkeel.db");
    let mut bytes = fs::read(&database)?;
    bytes[..4096].fill(0xAA);
    Ok(fs::write(&database, bytes)?)
}

async fn opened<T>(scene: &Scene, body: impl AsyncFnOnce(&Window<'_>) -> Step<T>) -> Step<T> {
    let window = scene.open().await?;
    scene.watch(window, async |window| body(window).await).await
}

fn a_damaged_plan_comes_back(name: &str, look: Look, sizes: &[(u32, u32)]) {
    scene_in(look, &format!("recovery-{name}"), async |scene| {
        one_block(scene)?;
        let planned = scene.profile.plan()?;
        damage(scene)?;
        opened(scene, async |window| {
            window.reads("is damaged").await?;
            for (width, height) in sizes {
                window.resize(*width, *height).await?;
                is_readable(window, &format!("recovery-{name}-{width}")).await?;
            }
            window
                .find_part("button", "Restore ")
                .await?
                .click()
                .await?;
            window.reads("Go back to").await?;
            window.is_accessible().await?;
            window.agree("Restore").await?;
            window.begin_empty().await?;
            window.block(DESIGN).await.map(drop)
        })
        .await?;
        assert_eq!(scene.profile.plan()?, planned);
        // The damaged file is kept beside.
        let kept = fs::read_dir(scene.profile.data())?.flatten().any(|entry| {
            entry.file_type().is_ok_and(|kind| kind.is_dir()) && entry.file_name() != "backups"
        });
        assert!(kept, "the damaged data is nowhere");
        Ok(())
    });
}

#[test]
fn a_damaged_plan_comes_back_from_its_backup() {
    a_damaged_plan_comes_back("light", Look::LIGHT, &[LITTLE, ROOM]);
}

#[test]
fn a_damaged_plan_comes_back_in_the_dark() {
    a_damaged_plan_comes_back("dark", Look::DARK, &[LITTLE, ROOM]);
}

#[test]
fn a_damaged_plan_comes_back_at_twice_its_size() {
    a_damaged_plan_comes_back("doubled", Look::DOUBLED, &[HALF]);
}

#[test]
fn a_damaged_plan_can_be_put_aside() {
    scene("recovery-anew", async |scene| {
        one_block(scene)?;
        damage(scene)?;
        opened(scene, async |window| {
            window
                .click("button", "Put it aside and start anew…")
                .await?;
            window.agree("Start anew").await?;
            window.begin_empty().await?;
            assert!(window.blocks().await?.is_empty());
            Ok(())
        })
        .await
    });
}

#[test]
fn a_plan_from_a_newer_program_is_left_alone() {
    scene("recovery-newer", async |scene| {
        one_block(scene)?;
        let database = scene.profile.data().join("evenkeel.db");
        let mut bytes = fs::read(&database)?;
        // SQLite keeps the format's number at byte 60 of the file.
        bytes[60..64].copy_from_slice(&9999_u32.to_be_bytes());
        fs::write(&database, &bytes)?;
        opened(scene, async |window| {
            window.reads("comes from a newer Evenkeel").await?;
            window.reads("Install the newer version").await?;
            window.is_accessible().await?;
            window.picture("recovery-newer").await.map(drop)
        })
        .await?;
        assert_eq!(fs::read(&database)?, bytes, "the file was touched");
        Ok(())
    });
}

#[test]
fn a_second_window_on_the_same_plan_says_that_it_is_open() {
    scene("recovery-second", async |scene| {
        one_block(scene)?;
        opened(scene, async |first| {
            first.begin_empty().await?;
            let elsewhere = scene.elsewhere().await?;
            opened(&elsewhere, async |second| {
                second
                    .reads("The plan is already open in another window.")
                    .await?;
                second.is_accessible().await?;
                second.picture("recovery-second").await.map(drop)
            })
            .await?;
            // The first one goes on as if nothing had happened.
            first.block(DESIGN).await.map(drop)
        })
        .await
    });
}

#[test]
fn a_place_that_is_no_folder_is_named() {
    scene("recovery-no-folder", async |scene| {
        let data = scene.profile.data();
        fs::remove_dir_all(&data)?;
        fs::write(&data, "no folder")?;
        opened(scene, async |window| {
            window.reads("is a file, not a data folder.").await?;
            window.find("button", "Try again").await?;
            window.is_accessible().await?;
            window.picture("recovery-no-folder").await?;
            fs::remove_file(&data)?;
            window.click("button", "Try again").await?;
            window.begin_empty().await
        })
        .await
    });
}
