"""Codes of shape: how a tree fails to be a deck."""

from citedeck.codes.explanation import Explanation

SHAPE: dict[str, Explanation] = {
    "wrong-shape": Explanation(
        "a value has another shape than its key wants",
        "Text, list and mapping are not the same: `tags: a` is text, `tags: [a]` a list.",
        "Write the value in the shape that the message names.",
    ),
    "unknown-key": Explanation(
        "the key is not known here",
        "A key that is misspelled would be ignored without a word. Which keys there are depends on the kind of the "
        "fact.",
        "Mend its spelling, or take it out.",
    ),
    "missing-key": Explanation(
        "a key is missing", "Every kind of fact has keys it cannot do without.", "Add the key that the message names."
    ),
    "unknown-kind": Explanation(
        "`kind` names no kind",
        "The kind of a fact says which keys it has and what is asked.",
        "Take `kind` out; it follows from the keys.",
    ),
    "empty-text": Explanation(
        "a text is empty", "Anki makes no card of an empty field.", "Write the text, or take the key out."
    ),
    "bad-id": Explanation(
        "not a usable id",
        "Ids name files, tests and notes, so they are made of letters, digits, `-`, `_` and `.` only.",
        "Choose such an id.",
    ),
    "bad-guid": Explanation(
        "no guid of Anki",
        "A guid is what Anki knows a note by: ASCII characters without white space. Nobody chooses one.",
        "Paste the guid that a message gave, or that stands in the lock.",
    ),
    "bad-tag": Explanation(
        "not a usable tag",
        "In Anki a space ends a tag; and cards show tags raw, where `<`, `[`, `\\` and `&…;` are more than text.",
        "Use `-` or `_` for the space; `::` nests tags.",
    ),
    "bad-flag": Explanation("neither true nor false", "The key is a switch.", "Write `true` or `false`."),
    "bad-language": Explanation(
        "not a language tag",
        "Languages are named as in BCP 47, so that screen readers know them.",
        "Write `en`, `de`, `pt-BR`, …",
    ),
    "bad-deck-name": Explanation(
        "the deck's name has an empty part", "In Anki `::` parts the names of nested decks.", "Write `Outer::Inner`."
    ),
    "reserved-deck-id": Explanation(
        "Anki or the system has another use for this name",
        "Anki offers to replace the whole collection by a file called collection.apkg or backup-….apkg; Windows has no "
        "files called con, nul or aux; a name that begins with `.` or `-` hides, or looks like an option.",
        "Give the deck another `id:`.",
    ),
    "no-facts": Explanation("the deck has no facts", "There is nothing to learn in it.", "Add facts under `facts:`."),
    "cloze-without-gap": Explanation(
        "the cloze has no gap",
        "Without a gap there is nothing to recall.",
        "Put what is to be recalled in double braces: `{{so}}`.",
    ),
    "cloze-braces": Explanation(
        "the braces of the cloze do not fit",
        "Gaps are written `{{gap}}`, or all of them as Anki does: `{{c1::gap}}`, `{{c1::gap::hint}}`. They do not "
        "nest.",
        "Close each `{{` with `}}`, and number all gaps or none: a hint needs a number, `{{c1::gap::hint}}`.",
    ),
    "broken-formula": Explanation(
        "what stands between dollars is no formula",
        "A formula is TeX that Anki's MathJax can set, made of the commands that citedeck knows: others could lead "
        "somewhere or run something.",
        "Mend the formula; or write `\\$` where a dollar is meant.",
    ),
}
