//! Private connections: a server that can prove who it is, one that cannot, one under another name.

use crate::fetch::fetch_trusting;
use crate::{Address, Answer, Limits, Problem, Request};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use ureq::tls::{Certificate, RootCerts};

/// An authority nobody else knows, and a certificate for `localhost` that it signed. Both hold from
/// 2000 to 2100; the authority's key was thrown away.
const AUTHORITY: &[u8] = include_bytes!("../tests/certificates/authority.der");
const LOCALHOST: &[u8] = include_bytes!("../tests/certificates/localhost.der");
const KEY: &[u8] = include_bytes!("../tests/certificates/localhost.key.der");

/// Answers one request and returns the port it listens on.
fn server() -> u16 {
    let crypto = Arc::new(rustls::crypto::ring::default_provider());
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(KEY));
    let config = ServerConfig::builder_with_provider(crypto)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![CertificateDer::from(LOCALHOST)], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (socket, _) = listener.accept().unwrap();
        let connection = ServerConnection::new(Arc::new(config)).unwrap();
        let mut stream = StreamOwned::new(connection, socket);
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
            head.push(byte[0]);
        }
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 32\r\n\r\n\
                      BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
        let _ = stream.write_all(answer.as_bytes());
        stream.conn.send_close_notify();
        let _ = stream.flush();
    });
    port
}

fn fetched(text: &str, roots: &RootCerts) -> Result<Answer, Problem> {
    let address = Address::parse(text).unwrap();
    let request = Request {
        address: &address,
        etag: None,
        last_modified: None,
    };
    fetch_trusting(request, &Limits::default(), roots)
}

fn own_authority() -> RootCerts {
    RootCerts::new_with_certs(&[Certificate::from_der(AUTHORITY)])
}

#[test]
fn a_calendar_comes_over_a_private_connection() {
    let address = format!("webcal://localhost:{}/a.ics", server());
    let answer = fetched(&address, &own_authority());
    assert!(matches!(answer, Ok(Answer::Fresh(_))), "{answer:?}");
}

#[test]
fn a_certificate_that_nobody_here_vouches_for_is_refused() {
    let address = format!("https://localhost:{}/a.ics", server());
    let answer = fetched(&address, &RootCerts::PlatformVerifier);
    assert_eq!(answer, Err(Problem::BadCertificate));
}

#[test]
fn a_certificate_of_another_name_is_refused() {
    let address = format!("https://127.0.0.1:{}/a.ics", server());
    let answer = fetched(&address, &own_authority());
    assert_eq!(answer, Err(Problem::BadCertificate));
}

#[test]
fn a_server_without_certificates_is_not_secure() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        let _ = socket.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        let _ = socket.read_to_end(&mut Vec::new());
    });
    let answer = fetched(&format!("https://127.0.0.1:{port}/"), &own_authority());
    assert_eq!(answer, Err(Problem::NotSecure));
}
