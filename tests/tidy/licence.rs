//! Reading a licence expression, so far as packages use them: `OR`, `AND`,
//! parentheses, and the older `/` for `OR`.

/// Whether an expression can be satisfied with accepted licences alone.
pub(crate) fn satisfied(expression: &str, accepted: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest, accepted) && rest.is_empty()
}

fn any(words: &mut &[&str], accepted: &dyn Fn(&str) -> bool) -> bool {
    let mut holds = all(words, accepted);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        holds |= all(words, accepted);
    }
    holds
}

fn all(words: &mut &[&str], accepted: &dyn Fn(&str) -> bool) -> bool {
    let mut holds = one(words, accepted);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        holds &= one(words, accepted);
    }
    holds
}

fn one(words: &mut &[&str], accepted: &dyn Fn(&str) -> bool) -> bool {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let holds = any(words, accepted);
            if let [")", rest @ ..] = *words {
                *words = rest;
            }
            holds
        }
        [licence, "WITH", exception, rest @ ..] => {
            *words = rest;
            accepted(&format!("{licence} WITH {exception}"))
        }
        [licence, rest @ ..] => {
            *words = rest;
            accepted(licence)
        }
        [] => false,
    }
}

#[test]
fn an_expression_is_satisfied_when_one_way_through_it_is_accepted() {
    let accepted =
        |licence: &str| ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].contains(&licence);
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("MIT AND GPL-3.0", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("GPL-3.0/MIT", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("", false),
    ] {
        assert_eq!(satisfied(expression, &accepted), expected, "{expression}");
    }
}
