//! Calendars by their address: pasted, read again, what changed, and servers that fail.

use harness::{Block, Day, Look, Scene, Script, Step, Window, journey, scene, scene_in};

use crate::common::{HALF, LITTLE, ROOM, TEN, empty_week, is_readable};

const SYNC: &str = "Weekly sync";
const FIELD: &str = "Address of a calendar";

/// An event of every week from the day on, so that some of it always lies ahead.
fn weekly(title: &str, day: &Day, hour: u32) -> String {
    let date = day.date.replace('-', "");
    format!(
        "UID:{title}\nSUMMARY:{title}\nDTSTART:{date}T{hour:02}0000\nDURATION:PT1H\n\
         RRULE:FREQ=WEEKLY"
    )
}

async fn subscribe(window: &Window<'_>, server: &Script) -> Step {
    window.go_to("Settings").await?;
    window
        .type_over("textbox", FIELD, &server.address())
        .await?;
    window.press("Enter").await?;
    window.says("Subscribed to Team").await
}

async fn event_at(window: &Window<'_>, title: &str, hour: u32) -> Step<Block> {
    window
        .block_where(&format!("the event “{title}” at {hour}"), |block| {
            block.layer == "feed"
                && block.label.starts_with(title)
                && block.minutes().is_ok_and(|(from, _)| from == hour * 60)
        })
        .await
}

/// Opens what is folded in the settings.
async fn unfold(window: &Window<'_>, words: &str) -> Step {
    let open = "[...document.querySelectorAll('main summary')]
        .find((one) => one.textContent.includes(arguments[0]))
        .click()";
    window.run(open, vec![words.into()]).await.map(drop)
}

async fn show_calendars(window: &Window<'_>) -> Step {
    let show = "document.querySelector('#calendars').scrollIntoView({ block: 'start' })";
    window.run(show, vec![]).await.map(drop)
}

#[test]
fn a_pasted_address_brings_events_and_what_its_server_changes_is_told_and_leads_to_its_week() {
    empty_week("subscribe", async |window, days| {
        let own = window
            .draw("Prepare", days[1].at(TEN), days[1].at(TEN + 60))
            .await?;
        let server = Script::new("Team", &[&weekly(SYNC, &days[1], 10)])?;
        subscribe(window, &server).await?;
        window.find("button", "Undo subscribe to Team").await?;
        window.go_to("Week").await?;
        event_at(window, SYNC, 10).await?;

        server.holds(
            "Team",
            &[&weekly(SYNC, &days[1], 14), &weekly("Retro", &days[2], 15)],
        );
        window.go_to("Settings").await?;
        window.click("button", "Refresh Team").await?;
        window.says("Team: 1 new, 1 moved.").await?;
        window.find("button", "Undo subscribe to Team").await?;
        unfold(window, "What changed: 2 things").await?;
        show_calendars(window).await?;
        window.picture("subscription-changed").await?;
        let moved = window.find_part("button", "Moved Weekly sync").await?;
        moved.click().await?;
        event_at(window, SYNC, 14).await?;
        event_at(window, "Retro", 15).await?;
        if window.days().await?[0].date != days[0].date {
            window.press("t").await?;
        }
        // One's own block beside the meeting that moved stays where it is.
        assert_eq!(window.block("Prepare").await?.uid, own.uid);

        let page = window.words().await?;
        assert!(!page.contains("s3cret"), "{page}");
        window.press("Ctrl+z").await?;
        window.says("Undone: subscribe to Team").await?;
        window.no_block(SYNC).await
    });
}

#[test]
fn a_server_that_fails_or_is_gone_leaves_the_events_and_says_why() {
    empty_week("subscribe-trouble", async |window, days| {
        let mut server = Script::new("Team", &[&weekly(SYNC, &days[1], 10)])?;
        subscribe(window, &server).await?;
        for (status, content, said) in [
            ("401 Unauthorized", "", "only after logging in"),
            ("200 OK", "<html><form>", "sent a web page instead"),
            ("200 OK", "BEGIN:VCALENDAR\nBEGIN:VEVENT", "broke off"),
        ] {
            server.says(status, content);
            window.click("button", "Refresh Team").await?;
            window.reads(said).await?;
        }
        server.stop();
        window.click("button", "Refresh Team").await?;
        window.says("127.0.0.1 could not be reached").await?;
        window.reads("The last copy is kept.").await?;
        window.go_to("Week").await?;
        event_at(window, SYNC, 10).await?;

        server.holds("Team", &[&weekly(SYNC, &days[1], 10)]);
        server.start()?;
        window.go_to("Settings").await?;
        window.click("button", "Refresh Team").await?;
        window.says("Team is as it was.").await
    });
}

#[test]
fn what_is_no_address_is_refused_where_it_was_typed() {
    empty_week("subscribe-refused", async |window, _| {
        window.go_to("Settings").await?;
        for (address, said) in [
            ("http://example.org/a.ics", "can be read by everybody"),
            ("calendar.example.org", "does not begin with https://"),
            ("file:///etc/passwd", "a file on this computer"),
        ] {
            window.type_over("textbox", FIELD, address).await?;
            window.press("Enter").await?;
            window.reads(said).await?;
            let field = window.find("textbox", FIELD).await?;
            assert_eq!(field.prop("value").await?.as_deref(), Some(address));
        }
        show_calendars(window).await?;
        window.picture("subscribe-refused").await.map(drop)
    });
}

#[test]
fn the_first_run_takes_an_address_and_ends_in_a_week_with_its_events() {
    journey("subscribe-first-run", async |window| {
        window.click("button", "Skip").await?;
        window.click("button", "Skip").await?;
        let server = Script::new(
            "Team",
            &["UID:1\nSUMMARY:Standup\nDTSTART:20260105T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY"],
        )?;
        window
            .type_over("textbox", FIELD, &server.address())
            .await?;
        window.picture("subscribe-first-run").await?;
        window.click("button", "Subscribe").await?;
        window.days().await?;
        event_at(window, "Standup", 10).await.map(drop)
    });
}

#[test]
fn a_calendar_whose_time_has_come_is_read_by_itself_and_tells_what_changed() {
    let daily = |hour: u32| {
        format!(
            "UID:1\nSUMMARY:Standup\nDTSTART:20260105T{hour}0000\nDURATION:PT1H\nRRULE:FREQ=DAILY"
        )
    };
    scene("subscribe-by-itself", async |scene| {
        let server = Script::new("Team", &[&daily(10)])?;
        // Long ago, so that it is due.
        let long_ago = ["--now", "2026-01-05T08:00:00Z"];
        scene.profile.keel(&[&long_ago[..], &["demo"]].concat())?;
        let address = server.address();
        scene
            .profile
            .keel(&[&long_ago[..], &["subscribe", &address]].concat())?;
        server.holds("Team", &[&daily(14)]);
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                event_at(window, "Standup", 14).await?;
                window.reads("Team: 1 moved.").await?;
                window.find("button", "Undo subscribe to Team").await?;
                window.picture("subscription-by-itself").await.map(drop)
            })
            .await
    });
}

fn looked_at(name: &'static str, look: Look, (width, height): (u32, u32)) {
    scene_in(look, name, async |scene: &Scene| {
        let window = scene.open().await?;
        scene
            .watch(window, async |window| {
                window.resize(width, height).await?;
                window.begin_empty().await?;
                let days = window.days().await?;
                let mut server = Script::new("Team", &[&weekly(SYNC, &days[1], 10)])?;
                subscribe(window, &server).await?;
                server.holds("Team", &[&weekly("Retro", &days[2], 15)]);
                window.click("button", "Refresh Team").await?;
                window.says("Team: 1 new, 1 gone.").await?;
                server.stop();
                window.click("button", "Refresh Team").await?;
                window.says("could not be reached").await?;
                window.click("button", "Put away").await?;
                unfold(window, "What changed").await?;
                unfold(window, "Where to find it").await?;
                show_calendars(window).await?;
                is_readable(window, name).await
            })
            .await
    });
}

#[test]
fn a_subscription_can_be_read_in_the_light() {
    looked_at("subscription-light", Look::LIGHT, ROOM);
}

#[test]
fn a_subscription_can_be_read_in_a_small_dark_window() {
    looked_at("subscription-dark-small", Look::DARK, LITTLE);
}

#[test]
fn a_subscription_can_be_read_where_everything_is_twice_as_large() {
    looked_at("subscription-doubled", Look::DOUBLED, HALF);
}
