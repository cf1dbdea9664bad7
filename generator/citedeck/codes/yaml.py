"""Codes of YAML: why a text cannot be read as a tree."""

from citedeck.codes.explanation import Explanation

YAML: dict[str, Explanation] = {
    "yaml-syntax": Explanation(
        "the file is not YAML",
        "The parser stopped here; the cause can be a little earlier, such as a quotation mark that is not closed.",
        "Mend the line. A value that holds `: ` or ` #`, or begins with `{`, `[`, `*`, `&`, `%` or `@`, must be "
        "quoted.",
    ),
    "control-character": Explanation(
        "the text holds a control character",
        "Control characters are invisible, and Anki refuses a whole import for one of them (U+001F parts its fields).",
        "Take it out; it often comes along when text is copied from a PDF.",
    ),
    "comment-cuts-text": Explanation(
        "a value ends at ` #`",
        "To YAML a `#` after a space begins a comment, so `ask: What is # for?` asks “What is”. Nothing else tells a "
        "text that was cut from one that was meant to end there; two spaces before the `#` say that it was.",
        "Put the value in quotes, or two spaces before the comment.",
        "warning",
    ),
    "duplicate-key": Explanation(
        "a key stands twice in one mapping",
        "YAML readers silently keep the last one; which one is meant cannot be known.",
        "Keep one of the two.",
    ),
    "duplicate-id": Explanation(
        "two facts, or two references, have the same id",
        "An id is the identity of its note in Anki: two facts cannot share one.",
        "Give one of the two another id.",
    ),
    "yaml-alias": Explanation(
        "a YAML alias",
        "Aliases hide what a fact says from its reader, and a few lines of them can unfold to gigabytes.",
        "Write out what the alias stands for.",
    ),
    "yaml-tag": Explanation(
        "a YAML tag",
        "In a deck every value is text as it is written; a tag would make it something else.",
        "Take the tag out.",
    ),
    "several-documents": Explanation(
        "a second YAML document in the file",
        "A deck is one document; what stands after `---` would be lost.",
        "Take the line `---` out, or make a second deck of it.",
    ),
}
