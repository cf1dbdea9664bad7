"""Codes of quotes: how one fails to stand in its source."""

from citedeck.codes.explanation import Explanation

QUOTES: dict[str, Explanation] = {
    "quote-not-found": Explanation(
        "the quote does not stand in the source",
        "A quote is evidence only if it stands in the article word for word. It is searched for as it is, then with "
        "typography levelled (curly and straight quotation marks, dashes, spaces, ligatures), always with its capitals "
        "as they are. A similar passage is shown, but never taken for it.",
        "Copy the passage from the article, or mend the words that the message marks; `citedeck repair` does so where "
        "it can show that the answer is then proved.",
    ),
    "quote-stitched": Explanation(
        "the quote leaves words out",
        "With `...`, `…` or `[` a quote joins pieces that do not stand side by side, and such a seam can turn a "
        "sentence into its opposite. What stands so in the source, as a footnote's `[1]` does, is no seam.",
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
}
