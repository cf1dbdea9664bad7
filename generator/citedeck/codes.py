"""Every code a problem can have: what it means, why it is one, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `citedeck explain` says of a code, and whether its problems keep a deck from being built."""

    summary: str
    why: str
    repair: str
    severity: Severity = "error"


CODES: dict[str, Explanation] = {
    # --- the quote against the source
    "quote-not-found": Explanation(
        "the quote does not stand in the source",
        "A quote is evidence only if it stands in the article word for word. It is searched for as it is, then with "
        "typography levelled (curly and straight quotation marks, dashes, spaces, ligatures), always with its capitals "
        "as they are. A similar passage is shown, but never taken for it.",
        "Copy the passage from the article, or mend the words that the message marks.",
    ),
    "quote-stitched": Explanation(
        "the quote leaves words out",
        "With `...`, `…` or `[` a quote joins pieces that do not stand side by side, and such a seam can turn a "
        "sentence into its opposite.",
        "Write several quotes as a list. The answer must stand in one of them whole.",
    ),
    "quote-ambiguous": Explanation(
        "the quote stands in the source more than once",
        "The card shows the sentence around its quote, so it must be known which of the places is meant.",
        "Quote more of the sentence, or add the `prefix:` or `suffix:` that the message gives.",
    ),
    "quote-splits-token": Explanation(
        "the quote begins or ends inside a word or number",
        "Half a token says something else: `5,000 people` is not what `15,000 people` says, nor `EU` what `non-EU` "
        "says.",
        "Quote whole words and numbers.",
    ),
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
    # --- the answer against the quote
    "answer-not-in-quote": Explanation(
        "the answer does not stand in the quote",
        "An answer is accepted if it is a piece of the quote, made of whole words: as it stands, or but for "
        "typography, capitals, outer punctuation and one leading article. Nothing is accepted for being similar.",
        "Take the answer from the quote, or quote the passage that states it.",
    ),
    "residue-not-in-quote": Explanation(
        "a word of the answer does not stand beside its value in the quote",
        "A number or a date may be written differently from the quote, but every other word of the answer must stand "
        "right beside it there: of “120 paintings and many sculptures” nobody may make “120 sculptures”.",
        "Take the words from the quote as they stand there, or answer with the value alone.",
    ),
    "partial-quantity": Explanation(
        "the answer is only a part of a quantity or date",
        "The whole quantity counts: its sign, its scale word (billion), its percent sign, currency and unit, the era of a "
        "year. What the question says already may be left out: “How many billion dollars …?” may be answered with 15.",
        "Answer with all of it, or let the question name the unit.",
    ),
    "unit-mismatch": Explanation(
        "the answer has the number of the quote, but another unit",
        "15 kilometres are not 15 miles, 5 mW not 5 MW, and 3 % not 3 percentage points. Nothing is converted or rounded.",
        "Take number and unit from the quote.",
    ),
    "date-ambiguous": Explanation(
        "a date in figures can be read two ways",
        "4/7/1998 is the fourth of July or the seventh of April, and nobody can tell from the date alone.",
        "Name the month; or say how the source writes dates, `date_order: dmy` (or mdy), in source/references.yaml.",
    ),
    "negated": Explanation(
        "the passage denies the answer",
        "A negation in the same clause (not, never, no, without, neither, n’t, rather than, instead of, except, failed to …) "
        "turns what the answer states into its opposite. It is no problem where the question or the answer carries a "
        "negation too.",
        "Ask for what the passage states, or put the negation into the question.",
    ),
    "qualifier-dropped": Explanation(
        "a qualifier beside the answer was left out",
        "“Nearly 5,000”, “up to 5,000” and “5,000 or more” are not 5,000. The question or the answer must say it too.",
        "Put the qualifier into the answer, or into the question: “Nearly how many …?” asks for it too.",
    ),
    "rival-values": Explanation(
        "the quote holds several values of the answer's type",
        "Beside “5,000 workers and 1,000 deminers”, an answer of 5,000 proves nothing about deminers: each number, date, "
        "amount or percentage of the quote could have been meant.",
        "Quote less, so that one value is left; or name it with `near:`, a phrase of the quote that holds this value alone "
        "and shares a word with the question or the answer.",
    ),
    "near-not-found": Explanation(
        "`near` does not stand in the quote exactly once",
        "It is there to tell which of several values is meant, so it must be a phrase of the quote that is found.",
        "Copy it from the quote.",
    ),
    "attest-incomplete": Explanation(
        "the attestation is not confirmed",
        "A person who vouches for a paraphrase vouches for one question, one answer and one quote. `citedeck attest` "
        "writes their hash beside `by`, `on` and `why`; without it, nobody would notice a later edit.",
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
        "The answer is a paraphrase. That is allowed, counted in every summary, and told, so that nobody takes it for proved; "
        "`--strict` refuses it.",
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
    # --- sources
    "source-missing": Explanation(
        "no source is named",
        "Without a source there is nothing to verify against.",
        "Write `source: NAME` at the top of the deck, or in the fact, for the article source/NAME.txt.",
    ),
    "source-not-found": Explanation(
        "the source is not there",
        "`source: NAME` is the file source/NAME.*, or the `file` that its entry in source/references.yaml names.",
        "Put the article into source/, or mend the name.",
    ),
    "source-outside": Explanation(
        "the source is not a file of source/",
        "Evidence lies in the workspace, beside the decks, where it can be read, compared and kept.",
        "Put the article into source/ and name it by its file's name without the suffix.",
    ),
    "source-ambiguous": Explanation(
        "several files could be the source",
        "source/NAME.* stands for more than one file.",
        "Name the file as `file:` in source/references.yaml, or rename one of them.",
    ),
    # --- files
    "not-a-file": Explanation(
        "a folder stands where a file should", "A deck or a source is one text file.", "Rename or move the folder."
    ),
    "unreadable-file": Explanation(
        "the file cannot be read", "The system refused it.", "Check that it is there and may be read."
    ),
    "not-utf8": Explanation(
        "the file is not UTF-8 text",
        "A guess at another encoding would change letters without a word, and a quote would match what nobody wrote.",
        "Save it as UTF-8.",
    ),
    "byte-order-mark": Explanation(
        "the deck begins with a byte order mark",
        "It is left out when the deck is read, but other tools take it for a part of the first key.",
        "Save the file as “UTF-8” rather than “UTF-8 with BOM”.",
        "warning",
    ),
    "empty-file": Explanation("the file is empty", "There is nothing to verify.", "Fill it, or delete it."),
    # --- YAML
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
    # --- the shape of a deck
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
    "bad-tag": Explanation(
        "not a usable tag", "In Anki a space ends a tag.", "Use `-` or `_` for the space; `::` nests tags."
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
    "no-effect-yet": Explanation(
        "the key has no effect in this version",
        "Decks may use every key of the format, but this version does not act on all of them yet. You are told so that "
        "you do not rely on it.",
        "Leave it for a later version, or take it out.",
        "warning",
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
    # --- identity
    "duplicate-guid": Explanation(
        "two facts would be the same note in Anki",
        "Anki knows notes by their guid alone. Two facts come to the same one when both name it as `guid:`, or when "
        "the `was:` of one is the id of the other.",
        "Mend `was:` or `guid:` of one of them.",
    ),
    "duplicate-deck-id": Explanation(
        "two decks have the same id",
        "A deck's id names its file and makes its notes' identity. Capitals do not tell ids apart, as they do not tell "
        "files apart everywhere.",
        "Give one of them another `id:`.",
    ),
    # --- a built package
    "note-malformed": Explanation(
        "a note of the package is not made as citedeck makes it",
        "Its note type or the number of its fields is another, so nothing tells which field its cards show where.",
        "Build the package again. A note type called “citedeck …+” is a copy that Anki made for want of a match.",
    ),
    "citation-unreadable": Explanation(
        "the Citation of a note cannot be read",
        "The field Citation names the source and the quotes a note rests on, as JSON; nothing else in a package does.",
        "Build the package again.",
    ),
    "markup-unreadable": Explanation(
        "a field of a note may look like something else than its words",
        "An audit reads what a learner reads. Beyond plain markup it cannot: `10<sup>23</sup>` is not 1023, and what a "
        "style hides or a script writes is anybody's guess.",
        "Build the package again, or take the markup out of the field in Anki; remarks belong into the field Extra.",
    ),
    "field-differs": Explanation(
        "a field shows something that is not proved",
        "The fields of a note repeat its answer: among the options, for what is typed, on the reversed card. One of "
        "them says something else than the others, or has words where there should be none.",
        "Build the package again.",
    ),
    "cards-differ": Explanation(
        "a note has other cards than its question makes",
        "Every gap and every direction of a question has a card of its own. One without a card is never asked; a card "
        "more is an empty one.",
        "Build the package again.",
    ),
    "question-edited": Explanation(
        "the question of a note is not the one that was built",
        "A quote proves the answer, but nothing proves that the question asks for it: an author has seen to that. So a "
        "package carries a seal of every question, and an edited one is told, even if its answer stands in the "
        "quote.",
        "Edit the deck instead of the note, and build it again.",
    ),
    "evidence-differs": Explanation(
        "the evidence a card shows is not what proves its answer",
        "The marked words must be the quotes, the sentences around them must stand in the article as they are shown, "
        "and what the card says of the article must be what its reference says.",
        "Build the package again, most of all if the article or its reference has changed since.",
    ),
    "layout-differs": Explanation(
        "a note type has other templates, or another style, than this version's",
        "An audit reads the fields of notes. Templates that somebody changed, or an earlier citedeck wrote, may show "
        "them in another way, or show something besides.",
        "Build the package again, unless the change is your own.",
        "warning",
    ),
    "foreign-notes": Explanation(
        "notes in the package that citedeck did not make",
        "They name no evidence, so there is nothing to verify them against.",
        "Export the deck alone, or audit the package that `citedeck build` wrote.",
        "warning",
    ),
}
