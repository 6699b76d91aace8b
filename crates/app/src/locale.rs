//! The conventions dates and times are written in. The words are English; the region decides the
//! order of day and month, the clock, and the day weeks start with.

/// A BCP 47 tag from the environment, as programs of a desktop read it: `LC_ALL`, else `LC_TIME`,
/// else `LANG`.
pub fn of_environment() -> String {
    let chosen = ["LC_ALL", "LC_TIME", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    tag(chosen.as_deref().unwrap_or_default())
}

/// `de_DE.UTF-8` becomes `en-DE`. A locale without a region (`C`, `POSIX`) has no conventions of its
/// own: British ones are the closest to how this program speaks.
fn tag(locale: &str) -> String {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    let region = name.split_once('_').map(|(_, region)| region);
    match region {
        Some(region) if region.len() == 2 && region.chars().all(|c| c.is_ascii_alphabetic()) => {
            format!("en-{}", region.to_ascii_uppercase())
        }
        _ => "en-GB".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn the_region_is_kept_and_the_words_stay_english() {
        assert_eq!(tag("de_DE.UTF-8"), "en-DE");
        assert_eq!(tag("en_US"), "en-US");
        assert_eq!(tag("ca_ES.UTF-8@valencia"), "en-ES");
    }

    #[test]
    fn a_locale_without_a_region_is_written_the_british_way() {
        for name in ["", "C", "C.UTF-8", "POSIX", "eo", "x_\"><script>"] {
            assert_eq!(tag(name), "en-GB");
        }
    }
}
