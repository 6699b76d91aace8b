//! What the answers to the five questions suggest, in words.

use super::context_choice;
use crate::labels;
use crate::messages::{Fault, SeasonAdvice, SeasonAnswers};
use evenkeel_core::season::{Answer, Industry, Question, lead_target, nearest};

/// The question about the surroundings; it shifts the number and is asked last.
pub(super) const SURROUNDINGS: Question = Question {
    asks: "How quickly do the surroundings change?",
    answers: ["Hardly", "As usual", "Quickly"],
};

/// How far from a lead target is near enough, percentage points. A convention.
const BAND: u8 = 15;

/// The lead target that answers suggest.
pub fn advice(asked: &SeasonAnswers) -> Result<SeasonAdvice, Fault> {
    let found: Vec<Answer> = asked
        .answers
        .iter()
        .copied()
        .filter_map(Answer::at)
        .collect();
    let [one, two, three, four, five, last] = found[..] else {
        return Err(Fault::refused(
            "Not all questions have an answer.",
            "Choose one of the three answers to each.",
        )
        .at("answers"));
    };
    let industry = match last {
        Answer::How => Industry::Stable,
        Answer::Mixed => Industry::Usual,
        Answer::Why => Industry::Fast,
    };
    let answers = [one, two, three, four, five];
    let lead = lead_target(answers, industry);
    let count = |answer| answers.iter().filter(|one| **one == answer).count();
    let (how, why) = (count(Answer::How), count(Answer::Why));
    let surroundings = match industry {
        Industry::Stable => "; 10 less because the surroundings hardly change",
        Industry::Usual => "",
        Industry::Fast => "; 10 more because the surroundings change quickly",
    };
    Ok(SeasonAdvice {
        lead,
        words: format!(
            "{}. Anything from {} to {} % is near enough.",
            labels::lead(lead),
            lead.saturating_sub(BAND),
            lead.saturating_add(BAND).min(100)
        ),
        because: format!(
            "Both ends start at 50. Towards why and where: {}, 8 more for each. Towards how and when: \
             {}, 8 less for each{surroundings}. It stays between 20 and 80. The formula is our \
             convention, no finding.",
            labels::count(why, "answer"),
            labels::count(how, "answer"),
        ),
        nearest: nearest(lead).into_iter().map(context_choice).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(answers: [u8; 6]) -> SeasonAdvice {
        let answers = answers.to_vec();
        advice(&SeasonAnswers { answers }).unwrap()
    }

    #[test]
    fn the_worked_case_is_told_with_its_number_and_what_is_near() {
        let advice = ask([0, 0, 2, 1, 1, 1]);
        assert_eq!(advice.lead, 42);
        assert_eq!(
            advice.words,
            "42 % why and where, 58 % how and when. Anything from 27 to 57 % is near enough."
        );
        let near = advice.nearest.iter().map(|choice| choice.lead);
        assert!(near.eq([40, 40]));
    }

    #[test]
    fn the_surroundings_shift_the_number_and_are_named() {
        let advice = ask([1, 1, 1, 1, 1, 2]);
        assert_eq!(advice.lead, 60);
        assert!(advice.because.contains("10 more"));
    }

    #[test]
    fn a_missing_or_unknown_answer_is_refused() {
        for answers in [vec![], vec![1; 5], vec![1; 7], vec![1, 1, 1, 1, 3, 1]] {
            let refused = advice(&SeasonAnswers { answers }).unwrap_err();
            assert_eq!(refused.field.as_deref(), Some("answers"));
        }
    }
}
