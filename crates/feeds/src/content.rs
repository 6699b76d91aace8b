//! Whether what came is a whole calendar. What is in it is not looked at: broken calendars are the
//! reader's business, but half of one or a page to log in must never take the place of a whole one.

use crate::problem::Problem;

/// How far into a content its beginning is looked for: some servers put warnings before it.
const BEGINNING: usize = 4_096;

/// Refuses what is no calendar, and a calendar without an end.
pub(crate) fn check(bytes: &[u8], kind: &str) -> Result<(), Problem> {
    let text = plain(bytes);
    let text = text.trim_ascii();
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    let beginning = &text[..text.len().min(BEGINNING)];
    if !lines(beginning).any(|line| is(line, b"BEGIN:VCALENDAR")) {
        let kind = kind.to_ascii_lowercase();
        let page = text.starts_with(b"<") || kind.contains("html");
        return Err(match page {
            true => Problem::Page,
            false => Problem::NotACalendar,
        });
    }
    // The last thing that opens or closes closes the calendar; what follows it is no part of one.
    let mut marks = lines(text).filter(|line| is(line, b"BEGIN:") || is(line, b"END:"));
    match marks.next_back() {
        Some(last) if is(last, b"END:VCALENDAR") => Ok(()),
        _ => Err(Problem::CutOff),
    }
}

/// UTF-16 as the plain characters in it; everything else as it is, without a byte order mark.
fn plain(bytes: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] | [0xFE, 0xFF, rest @ ..] => rest
            .iter()
            .copied()
            .filter(|byte| *byte != 0)
            .collect::<Vec<u8>>()
            .into(),
        _ => bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).into(),
    }
}

fn lines(text: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    text.split(|byte| matches!(byte, b'\r' | b'\n'))
}

fn is(line: &[u8], beginning: &[u8]) -> bool {
    line.get(..beginning.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    #[test]
    fn a_whole_calendar_is_taken_whatever_its_server_calls_it() {
        for kind in [
            "text/calendar",
            "text/plain",
            "text/html; charset=utf-8",
            "",
        ] {
            assert_eq!(check(WHOLE.as_bytes(), kind), Ok(()));
        }
    }

    #[test]
    fn marks_of_order_other_line_ends_small_letters_and_warnings_before_it_do_no_harm() {
        let bom = [b"\xEF\xBB\xBF", WHOLE.as_bytes()].concat();
        let wide: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(WHOLE.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let old = WHOLE.replace("\r\n", "\r");
        let small = WHOLE.to_lowercase();
        let warned = format!("Warning: x is deprecated\n\n{WHOLE}");
        let followed = format!("{WHOLE}<!-- made in 3 ms -->");
        let two = WHOLE.repeat(2);
        for bytes in [&bom, &wide] {
            assert_eq!(check(bytes, "text/calendar"), Ok(()));
        }
        for text in [old, small, warned, followed, two] {
            assert_eq!(check(text.as_bytes(), "text/calendar"), Ok(()), "{text}");
        }
    }

    #[test]
    fn a_calendar_broken_off_anywhere_is_cut_off() {
        let end = WHOLE.trim_end().len();
        for length in "BEGIN:VCALENDAR".len()..end {
            let cut = &WHOLE.as_bytes()[..length];
            assert_eq!(
                check(cut, "text/calendar"),
                Err(Problem::CutOff),
                "{length}"
            );
        }
    }

    #[test]
    fn a_page_is_called_a_page() {
        let page = b"<!doctype html><form>Password</form>";
        for kind in ["text/html", "text/calendar", ""] {
            assert_eq!(check(page, kind), Err(Problem::Page));
        }
        assert_eq!(check(b"Log in first", "text/html"), Err(Problem::Page));
        assert_eq!(check(b"{}", "application/json"), Err(Problem::NotACalendar));
        assert_eq!(
            check(b"\xEF\xBB\xBF \r\n", "text/calendar"),
            Err(Problem::Empty)
        );
    }
}
