//! Minutes in words, the same everywhere on screen, on the command line and when spoken.

use crate::category::Category;

/// "45 min", "13 h", "11 h 45".
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

/// What is left of a target, or over it: "7 h to go", "1 h 15 over", "as wanted".
pub fn rest(planned: u32, target: u32) -> String {
    if planned < target {
        format!("{} to go", duration(target - planned))
    } else if target < planned {
        format!("{} over", duration(planned - target))
    } else {
        "as wanted".into()
    }
}

/// A category's balance on its own: "13 h of 20 h planned, 7 h to go".
pub fn planned(planned: u32, target: u32) -> String {
    let (words, wanted) = (duration(planned), duration(target));
    format!("{words} of {wanted} planned, {}", rest(planned, target))
}

/// A category's balance as a sentence: "Technical 14 h of 20 h."
pub fn sentence(category: Category, planned: u32, target: u32) -> String {
    let (words, wanted) = (duration(planned), duration(target));
    format!("{} {words} of {wanted}.", label(category))
}

/// A category as a label: "Technical".
pub fn label(category: Category) -> &'static str {
    match category {
        Category::Technical => "Technical",
        Category::Management => "Management",
        Category::Growth => "Growth",
        Category::Personal => "Personal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_read_as_hours_and_minutes() {
        let words = [0, 45, 60, 65, 705, 780].map(duration);
        let expected = ["0 min", "45 min", "1 h", "1 h 05", "11 h 45", "13 h"];
        assert_eq!(words, expected);
    }

    #[test]
    fn the_rest_says_on_which_side_of_the_target_one_is() {
        assert_eq!(rest(780, 1200), "7 h to go");
        assert_eq!(rest(135, 60), "1 h 15 over");
        assert_eq!(rest(60, 60), "as wanted");
    }

    #[test]
    fn a_balance_is_one_sentence() {
        assert_eq!(planned(780, 1200), "13 h of 20 h planned, 7 h to go");
        let said = sentence(Category::Technical, 840, 1200);
        assert_eq!(said, "Technical 14 h of 20 h.");
    }
}
