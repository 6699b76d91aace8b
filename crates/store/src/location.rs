//! Whether a data folder lies where databases get hurt: in a folder that a program synchronises
//! file by file, or on a network drive. Only a warning follows from it. Looks at words, asks nobody.

use std::path::{Component, Path};

/// What may hurt a database in this place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Risk {
    /// A program copies single files from here; the name of its service.
    Synced(&'static str),
    /// The folder lies on a network drive; the kind of file system.
    Network(String),
}

const SERVICES: [(&str, &str); 9] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mobile documents", "iCloud"),
    ("icloud", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
];

const NETWORK: [&str; 7] = ["nfs", "cifs", "smb", "9p", "fuse.sshfs", "davfs", "afs"];

/// The risk of a folder, from its absolute path and the text of `/proc/mounts` (empty where there
/// is none).
pub fn risk(folder: &Path, mounts: &str) -> Option<Risk> {
    synced(folder)
        .map(Risk::Synced)
        .or_else(|| network(folder, mounts).map(Risk::Network))
}

/// A folder counts as synchronised when it or one above it begins with the name of a service
/// ("OneDrive - Company").
fn synced(folder: &Path) -> Option<&'static str> {
    folder.components().find_map(|component| {
        let Component::Normal(name) = component else {
            return None;
        };
        let name = name.to_string_lossy().to_lowercase();
        SERVICES
            .iter()
            .find(|(start, _)| name.starts_with(start))
            .map(|(_, service)| *service)
    })
}

/// The file system of the deepest mount above the folder, when it is one of a network.
fn network(folder: &Path, mounts: &str) -> Option<String> {
    let mount = |line: &str| {
        let mut words = line.split(' ').skip(1);
        let point = words.next()?.replace("\\040", " ");
        let kind = words.next()?.to_string();
        folder.starts_with(&point).then_some((point.len(), kind))
    };
    let (_, kind) = mounts
        .lines()
        .filter_map(mount)
        .max_by_key(|(depth, _)| *depth)?;
    NETWORK
        .iter()
        .any(|start| kind.starts_with(start))
        .then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_inside_a_cloud_folder_is_named_after_the_service() {
        let at = |path: &str| risk(Path::new(path), "");
        assert_eq!(at("/home/ada/Dropbox/plan"), Some(Risk::Synced("Dropbox")));
        assert_eq!(
            at("/home/ada/OneDrive - Company/plan"),
            Some(Risk::Synced("OneDrive"))
        );
        assert_eq!(at("/home/ada/.local/share/evenkeel"), None);
    }

    #[test]
    fn the_deepest_mount_decides() {
        let mounts = "disk / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\ndisk /home/ada/my\\040disk ext4 rw 0 0\n";
        let at = |path: &str| risk(Path::new(path), mounts);
        assert_eq!(at("/home/ada/plan"), Some(Risk::Network("nfs4".into())));
        assert_eq!(at("/home/ada/my disk/plan"), None);
        assert_eq!(at("/var/plan"), None);
    }
}
