//! What is taken for an address, and that no part of it but the host is shown.

use super::{Address, BadAddress};
use crate::problem::Problem;
use proptest::prelude::*;

fn stored(text: &str) -> String {
    Address::parse(text).unwrap().secret().to_string()
}

#[test]
fn webcal_means_https_and_the_ends_are_trimmed() {
    for text in [
        "https://example.org/a.ics",
        "  webcal://example.org/a.ics\n",
        "WEBCALS://Example.ORG/a.ics#today",
        "HTTPS://example.org:443/a.ics",
    ] {
        assert_eq!(stored(text), "https://example.org/a.ics", "{text}");
    }
}

#[test]
fn an_open_connection_is_taken_on_this_computer_only() {
    for text in [
        "http://localhost:8080/a.ics",
        "http://127.0.0.1/a.ics",
        "http://[::1]:5232/a.ics",
    ] {
        assert_eq!(stored(text), text);
    }
    for text in [
        "http://example.org/a.ics",
        "http://127.0.0.1.example.org/a.ics",
        "http://localhost.example.org/a.ics",
        "http://192.168.1.2/a.ics",
    ] {
        assert_eq!(Address::parse(text), Err(BadAddress::NotPrivate), "{text}");
    }
}

#[test]
fn everything_else_is_refused_with_its_reason() {
    let long = format!("https://example.org/{}", "a".repeat(5_000));
    for (text, reason) in [
        ("", BadAddress::Empty),
        (" \t\n", BadAddress::Empty),
        ("see https://example.org/a.ics", BadAddress::Spaces),
        ("https://example.org/a.ics\nhttps://x", BadAddress::Spaces),
        (long.as_str(), BadAddress::TooLong),
        ("calendar.example.org/a.ics", BadAddress::NoScheme),
        ("example.org:8080/a.ics", BadAddress::NoScheme),
        ("mailto:me@example.org", BadAddress::NoScheme),
        ("javascript:alert(1)", BadAddress::NoScheme),
        ("ftp://example.org/a.ics", BadAddress::OtherScheme),
        ("file:///home/me/a.ics", BadAddress::File),
        ("https:example.org", BadAddress::Malformed),
        ("https://", BadAddress::Malformed),
        ("https://exa<mple.org/", BadAddress::Malformed),
        ("https://example.org:99999/", BadAddress::Malformed),
    ] {
        assert_eq!(Address::parse(text), Err(reason), "{text}");
    }
}

#[test]
fn name_and_password_are_sent_as_such_and_leave_the_request_line() {
    let address = Address::parse("https://ann:p%40ss%3a@example.org/a.ics").unwrap();
    assert_eq!(address.requested(), "https://example.org/a.ics");
    // "ann:p@ss:"
    let header = address.authorization();
    assert_eq!(header.as_deref(), Some("Basic YW5uOnBAc3M6"));
    assert!(address.secret().contains("ann"));
    assert_eq!(
        Address::parse("https://example.org/")
            .unwrap()
            .authorization(),
        None
    );
}

#[test]
fn only_the_host_is_shown() {
    let address =
        Address::parse("https://ann:pass@example.org/private-71f3/basic.ics?key=s3cret").unwrap();
    assert_eq!(address.host(), "example.org");
    assert_eq!(format!("{address:?}"), "Address(https://example.org/…)");
}

#[test]
fn a_password_stays_with_its_server() {
    let address = Address::parse("https://ann:pass@example.org/a.ics").unwrap();
    let here = address.sent_on("/b.ics").unwrap();
    assert!(here.authorization().is_some());
    for away in [
        "https://other.org/b.ics",
        "//other.org/b.ics",
        "https://example.org:8443/b.ics",
    ] {
        let away = address.sent_on(away).unwrap();
        assert_eq!(away.authorization(), None);
    }
}

#[test]
fn nobody_is_sent_from_a_private_connection_to_an_open_one() {
    let address = Address::parse("https://example.org/a.ics").unwrap();
    for open in ["http://example.org/a.ics", "http://127.0.0.1/a.ics"] {
        assert_eq!(address.sent_on(open), Err(Problem::SentToOpen), "{open}");
    }
    for nowhere in [
        "file:///etc/passwd",
        "ftp://example.org/",
        "https://",
        "a.ics",
        "",
    ] {
        assert_eq!(
            address.sent_on(nowhere),
            Err(Problem::Redirects),
            "{nowhere}"
        );
    }
    let here = Address::parse("http://127.0.0.1:1/a.ics").unwrap();
    assert!(here.sent_on("http://127.0.0.1:2/").is_ok());
    assert!(here.sent_on("https://example.org/").is_ok());
    assert_eq!(
        here.sent_on("http://example.org/"),
        Err(Problem::SentToOpen)
    );
}

#[test]
fn a_path_names_a_calendar_only_where_it_is_no_secret() {
    for (text, name) in [
        (
            "https://example.org/german-holidays.ics",
            Some("german holidays"),
        ),
        ("https://example.org/private-8f3a91/basic.ics", None),
        ("https://example.org/8f3a91c2.ics", None),
        ("https://example.org/holidays", None),
        ("https://example.org/", None),
    ] {
        let address = Address::parse(text).unwrap();
        assert_eq!(address.name().as_deref(), name, "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_refused_and_what_is_read_is_read_again(text in ".{0,80}") {
        let pasted = [
            text.clone(),
            format!("https://{text}"),
            format!("webcal://example.org/{text}"),
            format!("https://{text}@example.org/"),
        ];
        for text in pasted {
            if let Ok(address) = Address::parse(&text) {
                prop_assert!(address.secret().starts_with("https://") || address.is_here());
                prop_assert_eq!(Address::parse(address.secret()), Ok(address.clone()));
                prop_assert!(!address.requested().contains('@') || address.secret().contains('@'));
                let shown = format!("{address:?}");
                prop_assert_eq!(shown, format!("Address({}://{}/…)", address.url.scheme(), address.host()));
            }
        }
    }
}
