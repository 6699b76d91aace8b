//! A desktop of its own: X server, window manager, session bus. Nothing a
//! journey does reaches the person's own session.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Child, Step};

/// A bus that starts no services, so that every machine is the same desktop.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// How a person has set up the desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Whether programs are asked to be dark.
    pub dark: bool,
    /// Whether everything is drawn at twice its size, so that half as much fits.
    pub doubled: bool,
}

impl Look {
    /// As most have it.
    pub const LIGHT: Self = Self {
        dark: false,
        doubled: false,
    };
    /// In the dark.
    pub const DARK: Self = Self {
        dark: true,
        doubled: false,
    };
    /// For eyes that need it large.
    pub const DOUBLED: Self = Self {
        dark: false,
        doubled: true,
    };
}

/// A virtual display with a window manager and a session bus.
#[derive(Debug)]
pub struct Desktop {
    display: String,
    bus: String,
    look: Look,
    // Dropped in this order: the clients before the server.
    _manager: Child,
    _bus: Child,
    _server: Child,
}

impl Desktop {
    /// Starts one; `logs` is a folder for what its parts have to say.
    pub fn start(logs: &Path, look: Look) -> Step<Self> {
        let mut server = Child::start(
            Child::command("Xvfb")
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1600x1000x24",
                    "-nolisten",
                    "tcp",
                    "-noreset",
                ])
                .stdout(Stdio::piped())
                .stderr(File::create(logs.join("xvfb.log"))?),
        )?;
        let number = first_line(&mut server)
            .ok_or("Xvfb did not start: is it installed? apt-get install xvfb")?;
        let display = format!(":{number}");

        let rules = logs.join("bus.conf");
        fs::write(&rules, BUS)?;
        let mut bus = Child::start(
            Child::command("dbus-daemon")
                .args([
                    "--nofork",
                    "--nopidfile",
                    "--print-address=1",
                    "--config-file",
                ])
                .arg(&rules)
                .env("DISPLAY", &display)
                .stdout(Stdio::piped())
                .stderr(File::create(logs.join("dbus.log"))?),
        )?;
        let address = first_line(&mut bus)
            .ok_or("dbus-daemon did not start: is it installed? apt-get install dbus")?;

        let manager = Child::start(
            Child::command("openbox")
                .env("DISPLAY", &display)
                .env("DBUS_SESSION_BUS_ADDRESS", &address)
                .stdout(Stdio::null())
                .stderr(File::create(logs.join("openbox.log"))?),
        )?;

        Ok(Self {
            display,
            bus: address,
            look,
            _manager: manager,
            _bus: bus,
            _server: server,
        })
    }

    /// Points a command at this desktop.
    pub fn place<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let Look { dark, doubled } = self.look;
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GTK_THEME", if dark { "Adwaita:dark" } else { "Adwaita" })
            .env("GDK_SCALE", if doubled { "2" } else { "1" })
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_CSD", "0")
            .env("GTK_USE_PORTAL", "0")
            .env("GSETTINGS_BACKEND", "memory")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("XAUTHORITY")
    }
}

fn first_line(child: &mut Child) -> Option<String> {
    let mut line = String::new();
    BufReader::new(child.stdout()?).read_line(&mut line).ok()?;
    let line = line.trim().to_owned();
    (!line.is_empty()).then_some(line)
}
