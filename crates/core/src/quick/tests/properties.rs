//! Whatever is typed: nothing is lost, nothing panics.

use super::*;
use proptest::prelude::*;

/// Words that the grammar knows, words it does not, and anything at all.
fn a_word() -> impl Strategy<Value = String> {
    let known = prop::sample::select(
        "tue wed, sun next this every second other last first each and on at from to until for \
         in by due daily weekly mondays weekdays times week weeks month of the day days 3 9 12 \
         31 2 9-10 9\u{2013}10:30 11-1pm 14h 2h 1h30 90m 1.5h hours min noon midnight 3.12. 12/3 \
         2026-12-03 dec 3rd 24th #t #tag #7 @goal @9 ~2h ~ !low !high - , : design review \"a b\" \
         @\"g h\" \" 9999-12-31 0001-01-01 9:30am pm am x6 6x today tomorrow yesterday in half an hour"
            .split(' ')
            .collect::<Vec<_>>(),
    );
    prop_oneof![
        8 => known.prop_map(str::to_string),
        1 => "[a-zé0-9:.#@!~\"-]{1,8}",
        1 => "\\PC{1,6}",
    ]
}

fn a_line() -> impl Strategy<Value = String> {
    let words = prop::collection::vec((a_word(), "[ \u{a0}\t]{1,2}"), 1..14);
    words.prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, gap)| [word, gap])
            .collect()
    })
}

/// The letters and digits, which is all of a word that has to be kept.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn every_word_is_in_the_title_or_in_a_part(line in a_line()) {
        if let Ok(reading) = read(&line, &context()) {
            let mut rest = line.clone();
            for part in reading.parts.iter().rev() {
                rest.replace_range(part.span.clone(), " ");
            }
            prop_assert_eq!(letters(&rest), letters(&reading.title), "{:?}", line);
        }
    }

    #[test]
    fn parts_stand_in_order_and_share_no_word(line in a_line()) {
        if let Ok(reading) = read(&line, &context()) {
            for pair in reading.parts.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for part in &reading.parts {
                prop_assert!(!part.meaning.is_empty(), "{:?} {:?}", line, part);
                prop_assert!(line.is_char_boundary(part.span.start));
            }
        }
    }

    #[test]
    fn a_time_ends_after_it_starts_and_a_series_starts_on_a_day_of_its_own(line in a_line()) {
        if let Ok(reading) = read(&line, &context()) {
            if let Some(when) = reading.when {
                prop_assert!(when.start < when.end, "{:?}", line);
                prop_assert_eq!(when.date, when.start.date());
            }
            if let Some(repeat) = &reading.repeats {
                prop_assert!(0 < repeat.interval);
                prop_assert!(reading.when.is_some());
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read_or_refused(line in any::<String>()) {
        let _ = read(&line, &context()).map(|reading| reading.sentence());
    }
}
