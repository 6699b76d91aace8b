//! Text from strangers is text: it starts no script, opens nothing, goes nowhere.

use std::fs;

use harness::{Step, Window, root, until};
use serde_json::json;

use crate::common::{TEN, empty_week};

/// What a script would have to do to be noticed; every payload tries one of them.
const WATCH: &str = "window.ran = [];
    window.pwned = (how) => window.ran.push(how);
    for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
      window[name] = () => window.ran.push(name);
    addEventListener('securitypolicyviolation', (event) => window.ran.push('csp ' + event.blockedURI));
    addEventListener('beforeunload', () => window.ran.push('navigation'));";

/// Thirty ways to make a page run what a stranger wrote.
const PAYLOADS: [&str; 30] = [
    "<script>pwned(1)</script>",
    "<img src=x onerror=pwned(2)>",
    "<svg onload=pwned(3)>",
    "<svg><script>pwned(4)</script></svg>",
    "<iframe srcdoc='<script>parent.pwned(5)</script>'>",
    "<iframe src=javascript:parent.pwned(6)>",
    "<a href=javascript:pwned(7) autofocus onfocus=pwned(7)>x</a>",
    "<input autofocus onfocus=pwned(8)>",
    "<details open ontoggle=pwned(9)>",
    "<video src=x onerror=pwned(10)>",
    "<audio src=x onerror=pwned(11)>",
    "<body onload=pwned(12)>",
    "<object data=javascript:pwned(13)>",
    "<embed src=javascript:pwned(14)>",
    "<math><a xlink:href=javascript:pwned(15)>x</a></math>",
    "<style>@import 'javascript:pwned(16)';</style>",
    "<link rel=stylesheet href=javascript:pwned(17)>",
    "<meta http-equiv=refresh content='0;url=javascript:pwned(18)'>",
    "<base href=https://example.org/>",
    "<form action=javascript:pwned(20)><button autofocus>x</button></form>",
    "<marquee onstart=pwned(21)>x</marquee>",
    "<template><img src=x onerror=pwned(22)></template>",
    "\"><img src=x onerror=pwned(23)>",
    "'-pwned(24)-'",
    "${pwned(25)}",
    "{{pwned(26)}}{@html '<img src=x onerror=pwned(26)>'}",
    "</title><script>pwned(27)</script>",
    "javascript:pwned(28)",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQoMjkpPC9zY3JpcHQ+",
    "&lt;img src=x onerror=pwned(30)&gt;\u{202e}\u{0}",
];

/// An event a payload, each field full of it, two an hour on the days of a week.
fn file(days: &[harness::Day]) -> String {
    let events: String = PAYLOADS
        .iter()
        .enumerate()
        .map(|(at, payload)| {
            let date = days[at % 5].date.replace('-', "");
            let hour = 9 + at / 5;
            let text = payload
                .replace('\\', "\\\\")
                .replace(';', "\\;")
                .replace(',', "\\,");
            format!(
                "BEGIN:VEVENT\r\nUID:payload-{at}\r\nDTSTAMP:20260101T000000Z\r\n\
                 DTSTART:{date}T{hour:02}0000\r\nDTEND:{date}T{hour:02}4500\r\n\
                 SUMMARY:{text}\r\nDESCRIPTION:{text}\r\nLOCATION:{text}\r\n\
                 ORGANIZER;CN=\"{name}\":mailto:a@example.org\r\nURL:{payload}\r\nEND:VEVENT\r\n",
                name = text.replace(['"', '\u{0}'], ""),
            )
        })
        .collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//strangers//\r\n\
         X-WR-CALNAME:<img src=x onerror=pwned(0)>\r\n{events}END:VCALENDAR\r\n"
    )
}

async fn stays_still(window: &Window<'_>) -> Step {
    assert_eq!(window.run("return window.ran", vec![]).await?, json!([]));
    Ok(())
}

#[test]
fn scripts_in_calendar_files_do_nothing() {
    empty_week("scripts", async |window, days| {
        window.run(WATCH, vec![]).await?;
        let address = window.client().current_url().await?;
        let path = window.profile.file("strangers.ics");
        fs::write(&path, file(days))?;
        let broken = root().join("tests/fixtures/broken.ics");
        for file in [&path, &broken] {
            window.drop_file(file, days[2].at(TEN)).await?;
            window.find_part("dialog", "Import ").await?;
            stays_still(window).await?;
            window.agree("Import").await?;
            until("the sheet to close", async || {
                Ok(window.names("dialog").await?.is_empty())
            })
            .await?;
        }
        let events = window.blocks().await?;
        assert!(PAYLOADS.len() <= events.len(), "{} events", events.len());
        window.picture("scripts").await?;

        // Each one opened in the panel, with its link where it has one.
        for uid in (0..PAYLOADS.len()).map(|at| format!("payload-{at}")) {
            let event = window.block_where(&uid, |block| block.uid == uid).await?;
            let open = "document.querySelector(`[data-uid=\"${arguments[0]}\"]`).focus()";
            window.run(open, vec![json!(event.uid)]).await?;
            window.reads("It belongs to its calendar").await?;
            assert!(
                !window
                    .names("button")
                    .await?
                    .contains(&"Open link".to_owned()),
                "{uid} offers its link"
            );
        }
        stays_still(window).await?;

        window.click("radio", "Day").await?;
        until("one day", async || Ok(window.days().await?.len() == 1)).await?;
        stays_still(window).await?;
        window.go_to("Settings").await?;
        window.reads("Import again").await?;
        stays_still(window).await?;
        assert_eq!(window.client().current_url().await?, address);
        Ok(())
    });
}

#[test]
fn the_page_may_ask_only_for_what_the_planner_answers() {
    empty_week("not-granted", async |window, _| {
        for (command, given) in [
            ("plugin:fs|read_file", json!({ "path": "/etc/hostname" })),
            (
                "plugin:shell|open",
                json!({ "path": "https://example.org" }),
            ),
            (
                "plugin:shell|execute",
                json!({ "program": "sh", "args": [] }),
            ),
            ("plugin:http|fetch", json!({ "clientConfig": {} })),
            (
                "plugin:opener|open_url",
                json!({ "url": "https://example.org" }),
            ),
            ("plugin:dialog|open", json!({ "options": {} })),
            (
                "plugin:webview|create_webview_window",
                json!({ "options": {} }),
            ),
            (
                "plugin:event|emit",
                json!({ "event": "outcome", "payload": {} }),
            ),
            ("plugin:window|close", json!({})),
        ] {
            let answer = window.invoke(command, given).await?;
            assert!(answer.is_err(), "{command} answered {answer:?}");
        }
        // A file that no person has chosen is not read.
        let secret = window.profile.file("secret.ics");
        fs::write(&secret, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")?;
        let answer = window
            .invoke("read_calendar", json!({ "path": secret }))
            .await?;
        let refused = answer.err().ok_or("the file was read")?;
        assert_eq!(refused["message"], "That file was not chosen here.");

        // Nor does anything leave the window by other ways.
        let left = window
            .client()
            .execute_async(
                "const [done] = arguments;
                 fetch('https://example.org').then(() => done('reached'), () => done('blocked'));",
                vec![],
            )
            .await?;
        assert_eq!(left, "blocked");
        let opened = window.run("return window.open('https://example.org') === null", vec![]);
        assert_eq!(opened.await?, true);
        Ok(())
    });
}
