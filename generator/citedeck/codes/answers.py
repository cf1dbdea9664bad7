"""Codes of answers: how one fails to stand in its quote."""

from citedeck.codes.explanation import Explanation

ANSWERS: dict[str, Explanation] = {
    "answer-not-in-quote": Explanation(
        "the answer does not stand in the quote",
        "An answer is accepted if it is a piece of the quote, made of whole words: as it stands, or but for "
        "typography, capitals, outer punctuation and one leading article. Nothing is accepted for being similar.",
        "Take the answer from the quote, or quote the passage that states it.",
    ),
    "distractor-supported": Explanation(
        "a wrong choice stands in the quote",
        "It would be accepted as the answer by the same rules, so the question would have two right choices.",
        "Replace the choice, or quote less.",
    ),
    "duplicate-option": Explanation(
        "a wrong choice is there twice",
        "Two choices that differ at most in typography, capitals and an article are one.",
        "Replace one of them.",
    ),
    "list-item-not-in-quote": Explanation(
        "an answer of a list does not stand on a spot of its own",
        "Each answer of a list must stand in one of the quotes, and no two may share words: `Korea` is not proved "
        "beside `North Korea` by the one place where `North Korea` stands.",
        "Take each answer from the quote, or add the quote that states it.",
    ),
    "list-duplicate": Explanation(
        "an answer is in the list twice",
        "Two answers that differ at most in typography and capitals are one.",
        "Take one of them out.",
    ),
    "list-order": Explanation(
        "the answers of an ordered list stand in another order in the quote",
        "With `ordered: true` the order is a part of the answer, so it must be proved too.",
        "Write the answers in the order of the quote, or leave `ordered` out.",
    ),
    "cloze-not-quote": Explanation(
        "the cloze is not one piece of the quote",
        "The text of a cloze, its gaps filled, must stand in its quote word for word.",
        "Take the text from the quote; or leave `quote` out, and the cloze is its own.",
    ),
    "gap-splits-token": Explanation(
        "a gap cuts a word or number in two",
        "`{{15}},000` would ask for 15 where the source says 15,000.",
        "Put the braces around whole words and numbers.",
    ),
}
