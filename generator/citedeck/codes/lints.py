"""Codes of lints: what makes a card poor although its answer is proved, and whose rule that is."""

from citedeck.codes.explanation import Explanation

_WOZNIAK = "Piotr Wozniak, “Twenty rules of formulating knowledge” (1999), "
_MATUSCHAK = "Andy Matuschak, “How to write good prompts” (2020), "
_HALADYNA = (
    "Haladyna, Downing and Rodriguez, “A review of multiple-choice item-writing guidelines for classroom assessment” "
    "(2002), "
)

LINTS: dict[str, Explanation] = {
    # --- the quote
    "quote-too-thin": Explanation(
        "the quote is too short to be evidence",
        "A quote under three words, or one that is nothing but the answer, shows that the words occur, not that they "
        "answer the question.",
        "Quote the clause that states the fact.",
        "warning",
    ),
    "quote-too-long": Explanation(
        "the quote has over 60 words",
        "The longer a quote, the less it proves: the answer may stand in a part of it that is about something else.",
        "Quote only what proves the answer; the card shows the sentence around it by itself.",
        "warning",
    ),
    # --- the question
    "answer-in-question": Explanation(
        "the question gives its answer away",
        "An answer that stands in the question is read, not recalled. A question that offers several answers, as in "
        "“Is it A or B?”, may name them; so may one in which the answer is a part of a longer name.",
        "Ask without it.",
        rule=f"{_MATUSCHAK}prompts should be effortful: the answer is retrieved from memory, not inferred.",
    ),
    "duplicate-question": Explanation(
        "two facts of a deck ask the same and are answered otherwise",
        "Who sees the card cannot know which of the two answers is wanted, so one of them is always wrong.",
        "Say in each question what tells it from the other; or make one fact of them, a list.",
        rule=f"{_WOZNIAK}rule 11: combat interference.",
    ),
    "near-duplicate": Explanation(
        "two facts of a deck ask nearly the same",
        "Questions that differ in an article, an auxiliary verb or one word are taken for each other, and what is "
        "learned with one of them is asked again by the other.",
        "Take one of the two out, or say in each what tells it from the other.",
        "warning",
        f"{_WOZNIAK}rule 11: combat interference.",
    ),
    "yes-no": Explanation(
        "the question can be answered yes or no",
        "Every second guess is right, and what is learned is to say yes.",
        "Ask for the fact itself: who, what, where, when, how many.",
        "warning",
        f"{_MATUSCHAK}on binary prompts.",
    ),
    "pronoun-without-antecedent": Explanation(
        "the question means something that it does not name",
        "Cards are read alone, in any order, and long after the article: then nobody knows who “he” is, or which "
        "“these settlers” were.",
        "Name what is meant.",
        "warning",
        f"{_MATUSCHAK}prompts should be precise about what they ask for.",
    ),
    "relative-time": Explanation(
        "the question speaks of a time that moves with its reader",
        "“Today” and “last year” were true when the article was written. The card is read for years.",
        "Name the date, or say as of when: “as of 2024”.",
        "warning",
        f"{_WOZNIAK}rule 19: provide date stamping.",
    ),
    "vague-question": Explanation(
        "the question leaves open what is asked for",
        "“What about the mole?” has many right answers, and the card knows one of them.",
        "Say in the question what kind of thing the answer is, and of what.",
        "warning",
        f"{_MATUSCHAK}prompts should be precise about what they ask for.",
    ),
    "two-in-one": Explanation(
        "the question asks for two things",
        "Who knows one of them cannot say so: the card comes back as if nothing were known, or stays away as if all "
        "were.",
        "Make two facts of it.",
        "warning",
        f"{_WOZNIAK}rule 4: stick to the minimum information principle.",
    ),
    # --- the answer
    "answer-too-long": Explanation(
        "the answer has over 12 words",
        "A long answer is recalled differently each time, and nobody can say whether it was right.",
        "Ask for its core, or make several facts of it.",
        "warning",
        f"{_WOZNIAK}rule 4: stick to the minimum information principle.",
    ),
    "list-card": Explanation(
        "the list has over 4 items",
        "A long list is forgotten as a whole for one forgotten item.",
        "Make several facts of it: one for each group, or for each item that matters.",
        "warning",
        f"{_WOZNIAK}rules 9 and 10: avoid sets, avoid enumerations.",
    ),
    "list-incomplete": Explanation(
        "the list has fewer or more answers than are spoken of",
        "Where the quote says “three tower clocks” and the list has two answers, the third is counted as wrong.",
        "Complete the list, or say in the question how many are asked for: “Name two of the three …”.",
        "warning",
        f"{_WOZNIAK}rule 9: avoid sets; whoever must learn one has to learn all of it.",
    ),
    "cloze-too-open": Explanation(
        "the gap holds nothing to learn, or stands in too much text",
        "A gap for “the” or “of” is filled by grammar, not by knowledge. And of over 25 words for one gap, only the "
        "look of the text is learned.",
        "Put the braces around what is to stay, and shorten the text to the clause around it.",
        "warning",
        f"{_WOZNIAK}rule 12: optimize wording.",
    ),
    # --- the options of a choice
    "option-count": Explanation(
        "the choice has fewer than 3 or more than 5 options",
        "Of two options every second guess is right. Wrong ones that nobody believes only add reading: three options "
        "are as good as more.",
        "Have two to four wrong choices that somebody could believe.",
        "warning",
        f"{_HALADYNA}guideline 18: as many effective choices as you can, but three are adequate.",
    ),
    "all-of-the-above": Explanation(
        "an option speaks of the other options",
        "Who sees that two options are right need not know the third to choose “all of the above”.",
        "Replace it by a wrong choice of its own; for several right answers make a list of it.",
        "warning",
        f"{_HALADYNA}guidelines 25 and 26: none of the above with care, all of the above never.",
    ),
    "negative-stem": Explanation(
        "the question asks for what is not so",
        "A “not” is overlooked, and what is remembered from such a question is the wrong.",
        "Ask for what is so.",
        "warning",
        f"{_HALADYNA}guideline 17: word the stem positively, avoid negatives such as NOT or EXCEPT.",
    ),
    "longest-is-key": Explanation(
        "the right answer is much longer than all wrong ones",
        "Authors take care that the right answer is exact, so who knows nothing chooses the longest.",
        "Shorten it to its core, or make the wrong choices as long and as exact.",
        "warning",
        f"{_HALADYNA}guideline 24: keep the length of choices about equal.",
    ),
    "mixed-kinds": Explanation(
        "numbers stand among words in the options",
        "An option of another kind than the question asks for is ruled out without knowing anything.",
        "Make all options of the kind that is asked for.",
        "warning",
        f"{_HALADYNA}guideline 23: keep choices homogeneous in content and grammatical structure.",
    ),
    "implausible-number": Explanation(
        "a number among the options gives itself away",
        "A number that is over ten times too large or too small is ruled out at once, and the only round one among "
        "exact ones is told by its look.",
        "Choose numbers that somebody could believe, and make all of them as round or as exact.",
        "warning",
        f"{_HALADYNA}guideline 29: make all distractors plausible.",
    ),
    # --- markup
    "unknown-markup": Explanation(
        "something looks like markup and is shown as text",
        "Fields take small Markdown and a few tags; links lead to `https:`, `http:` or `mailto:`. Whatever else looks "
        "like a tag, a link or a formula of Anki is shown as it stands, so that nothing in a card can run.",
        "Use the markup that fields have; or write a backslash before it, or put it in back-ticks, if it is text.",
        "warning",
    ),
    # --- what is ignored
    "ignore-unused": Explanation(
        "there is nothing to ignore",
        "The warning that the fact ignores is not there (any more). Left in place, `ignore` would hide the next one "
        "without a word.",
        "Take the code out of `ignore`.",
        "warning",
    ),
}
