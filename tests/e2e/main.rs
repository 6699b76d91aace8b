use harness::*;
#[test]
fn probe() {
    scene("probe", async |scene| {
        let window = scene
            .open_program(&Program::other(
                "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                &["--automation"],
            ))
            .await?;
        scene
            .watch(window, async |w| {
                w.client().goto("file:///tmp/h/page.html").await?;
                std::fs::write(w.profile.file("a.ics"), "x")?;
                eprintln!(
                    "{:?}",
                    w.on_display("Probe", Point { x: 100.0, y: 100.0 }).await
                );
                let r = w
                    .drop_file(
                        "Probe",
                        &w.profile.file("a.ics"),
                        Point { x: 100.0, y: 100.0 },
                    )
                    .await;
                eprintln!("{r:?}");
                w.xdotool(&["getmouselocation"]).map(|l| eprintln!("{l}"))?;
                w.says("file a.ics").await?;
                Ok(())
            })
            .await
    });
}
