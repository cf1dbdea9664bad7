"""Codes of answers: how one fails to stand in its quote."""

from citedeck.codes.explanation import Explanation

ANSWERS: dict[str, Explanation] = {
    "answer-not-in-quote": Explanation(
        "the answer does not stand in the quote",
        "An answer is accepted if it is a piece of the quote, made of whole words: as it stands, or but for "
        "typography, capitals, outer punctuation and one leading article. Nothing is accepted for being similar.",
        "Take the answer from the quote, or quote the passage that states it.",
    ),
    "residue-not-in-quote": Explanation(
        "a word of the answer does not stand beside its value in the quote",
        "A number or a date may be written differently from the quote, but every other word of the answer must "
        "stand right beside it there: of “120 paintings and many sculptures” nobody may make “120 sculptures”.",
        "Take the words from the quote as they stand there, or answer with the value alone.",
    ),
    "partial-quantity": Explanation(
        "the answer is only a part of a quantity or date",
        "The whole quantity counts: its sign, its scale word (billion), its percent sign, currency and unit, the "
        "era of a year. What the question says already may be left out: “How many billion dollars …?” may be "
        "answered with 15.",
        "Answer with all of it, or let the question name the unit.",
    ),
    "unit-mismatch": Explanation(
        "the answer has the number of the quote, but another unit",
        "15 kilometres are not 15 miles, 5 mW not 5 MW, and 3 % not 3 percentage points. Nothing is converted or "
        "rounded.",
        "Take number and unit from the quote.",
    ),
    "date-ambiguous": Explanation(
        "a date in figures can be read two ways",
        "4/7/1998 is the fourth of July or the seventh of April, and nobody can tell from the date alone.",
        "Name the month; or say how the source writes dates, `date_order: dmy` (or mdy), in source/references.yaml.",
    ),
    "negated": Explanation(
        "the passage denies the answer",
        "A negation in the same clause (not, never, no, without, neither, n’t, rather than, instead of, except, "
        "failed to …) turns what the answer states into its opposite. It is no problem where the question carries "
        "a negation too, or where the negation is part of the answer.",
        "Ask for what the passage states, or put the negation into the question.",
    ),
    "qualifier-dropped": Explanation(
        "a qualifier beside the answer was left out",
        "“Nearly 5,000”, “up to 5,000” and “5,000 or more” are not 5,000. The question or the answer must say it too.",
        "Put the qualifier into the answer, or into the question: “Nearly how many …?” asks for it too.",
    ),
    "rival-values": Explanation(
        "the quote holds several values of the answer's type",
        "Beside “5,000 workers and 1,000 deminers”, an answer of 5,000 proves nothing about deminers: each number, "
        "date, amount or percentage of the quote could have been meant.",
        "Quote less, so that one value is left; or name it with `near:`, a phrase of the quote that holds this "
        "value alone and shares a word with the question or the answer.",
    ),
    "near-not-found": Explanation(
        "`near` does not stand in the quote exactly once",
        "It is there to tell which of several values is meant, so it must be a phrase of the quote that is found.",
        "Copy it from the quote.",
    ),
    "attest-incomplete": Explanation(
        "the attestation is not confirmed",
        "A person who vouches for a paraphrase vouches for one question, one answer and one quote. `citedeck "
        "attest` writes their hash beside `by`, `on` and `why`; without it, nobody would notice a later edit.",
        "Read the fact, then run `citedeck attest DECK FACT`.",
    ),
    "attest-void": Explanation(
        "the fact was changed after it was attested",
        "The hash of what was vouched for is not that of the question, answer and quotes as they stand now.",
        "Read the fact again; if it still holds, run `citedeck attest DECK FACT`.",
    ),
    "attest-adds-value": Explanation(
        "an attested answer adds a number, date, unit or negation",
        "A person can vouch that other words say the same. That a number or a “not” is right must stand in the quote.",
        "Quote the passage that states it, or leave it out of the answer.",
    ),
    "attested": Explanation(
        "a person vouches for the answer; no quote proves it",
        "The answer is a paraphrase. That is allowed, counted in every summary, and told, so that nobody takes it "
        "for proved; `--strict` refuses it.",
        "Answer in the words of the quote, if you can.",
        "warning",
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
    "accept-unused": Explanation(
        "`accept` has no effect here",
        "Other spellings are for a single answer that quizzes ask to be typed: that of a basic or typed fact, or of a "
        "cloze with one gap. Of several answers nobody could tell which is meant.",
        "Take it out, or ask for one answer.",
        "warning",
    ),
    "accept-differs": Explanation(
        "a spelling to accept is another value than the answer",
        "The answer is proved by the quote; what `accept` adds is taken on trust. A number or a date that is another "
        "one is no spelling of it.",
        "Accept other spellings of the same value: the value itself is accepted in figures and in words anyway.",
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
