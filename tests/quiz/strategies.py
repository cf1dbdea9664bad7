"""Quizzes out of nasty text: what formats read as syntax, and what people write in all scripts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from citedeck.markup import to_html
from citedeck.model import Text
from citedeck.quiz import (
    Blank,
    ChoiceTask,
    ClozeTask,
    Feedback,
    ListTask,
    Quiz,
    QuizItem,
    RecallTask,
    Task,
    TypedTask,
)
from citedeck.quiz.spellings import is_another, typed_answer

NASTY = (
    *(
        "{5}",
        "{T}",
        "{=T}",
        "{#5}",
        "{1:SHORTANSWER:=a}",
        "{",
        "}",
        "->",
        "%50%",
        "%100%",
        "=~#",
        "=",
        "~",
        "#",
        "####",
    ),
    *("[html]", "[markdown]", "[plain]", "[moodle]", "[[type:x]]", "[sound:a.mp3]", "::", "::x::", "//", "// x"),
    *(
        "*",
        "**",
        "a*b",
        "\\",
        "\\n",
        "\\\\",
        "$",
        "$$x$$",
        "\\(x\\)",
        "`",
        "_",
        "___",
        "!",
        "(*)",
        "*)",
        "1.",
        "a)",
        "+ x",
    ),
    *("&", "&amp;", "&lt;b&gt;", "<b>", "</text>", "]]>", "<script>", "<!--", "-->", "%", "|", "@", "@@PLUGINFILE@@/x"),
    *(
        "TRUE",
        "FALSE",
        "T",
        "F",
        "true",
        "5",
        "1,000",
        "−5",
        "5 kg",
        "1e5",
        "007",
        "=1+1",
        "-1",
        "+1",
        "@x",
        "'",
        '"',
        '""',
    ),
    *(
        "عربي",
        "שלום",
        "\u202eabc\u202c",
        "ไทย",
        "漢字",
        "👩\u200d🚀",
        "🇫🇷",
        "é",
        "e\u0301",
        "ß",
        "İ",
        "ﬁ",
        "\u00a0x",
        "\t",
        "…",
    ),
    *("END_QUIZ", "Quiz title: x", "GROUP", "... x", "title: x", "#tags:x", "#html:true", ";", ",", "\u2028", "\ufeff"),
)
"""Pieces that are syntax somewhere."""

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))
_PIECES = st.one_of(st.sampled_from(NASTY), st.text(_LETTERS, max_size=6), st.sampled_from(("word", "two words", "x")))


@st.composite
def phrases(draw: st.DrawFn) -> Text:
    """A text in one run that says something."""
    pieces = draw(st.lists(_PIECES, max_size=4))
    word = draw(st.sampled_from(("kiwi", "fig", "plum", "5", "é1", "梨")))
    at = draw(st.integers(0, len(pieces)))
    glue = draw(st.sampled_from((" ", "")))
    return Text(" ".join(glue.join((*pieces[:at], word, *pieces[at:])).split()))


@st.composite
def paragraphs(draw: st.DrawFn) -> Text:
    """A text that may have several lines, empty ones among them."""
    return Text(draw(st.sampled_from(("\n", "\n\n", "\n\n\n"))).join(draw(st.lists(phrases(), min_size=1, max_size=3))))


@st.composite
def several(draw: st.DrawFn, fewest: int, most: int) -> tuple[Text, ...]:
    """Texts of which none is another in a different spelling."""
    found: list[Text] = []
    for text in draw(st.lists(phrases(), min_size=fewest, max_size=most)):
        if is_another(text, found, "en"):
            found.append(text)
    while len(found) < fewest:
        found.append(Text(f"{'spare ' * (len(found) + 1)}{found[0]}"))
    return tuple(found)


@st.composite
def tasks(draw: st.DrawFn, kind: str) -> Task:
    """A task of a kind."""
    match kind:
        case "choice":
            options = draw(several(2, 5))
            return ChoiceTask(options, draw(st.integers(0, len(options) - 1)))
        case "typed":
            return TypedTask(typed_answer(draw(phrases()), draw(st.lists(phrases(), max_size=2)), "en"))
        case "recall":
            answer = draw(paragraphs())
            known = typed_answer(draw(phrases()), (), "en") if draw(st.booleans()) else None
            return RecallTask((answer,) if known is None else (known.text,), known)
        case "list":
            return ListTask(tuple(typed_answer(one, (), "en") for one in draw(several(1, 4))), draw(st.booleans()))
        case _:
            pieces: list[Text | Blank] = [draw(phrases())]
            for number, answer in enumerate(draw(st.lists(phrases(), min_size=1, max_size=3)), start=1):
                hint = draw(st.one_of(st.just(""), phrases()))
                pieces += [Blank(number, typed_answer(answer, (), "en"), hint), Text(f" {draw(phrases())} ")]
            return ClozeTask(tuple(pieces))


@st.composite
def items(draw: st.DrawFn, kind: str | None = None) -> QuizItem:
    """A question of a kind, or of any."""
    kind = kind or draw(st.sampled_from(("choice", "typed", "cloze", "list", "recall")))
    passage, source = draw(phrases()), draw(phrases())
    feedback = Feedback(f"<blockquote>{to_html(passage)}</blockquote><p>{to_html(source)}</p>", passage, source, "en")
    prompt = Text("") if kind == "cloze" else draw(paragraphs())
    hint, extra = (draw(st.one_of(st.just(""), paragraphs())) for _ in range(2))
    return QuizItem("fact", "fact", prompt, draw(tasks(kind)), feedback, "en", hint=hint, extra=extra)


@st.composite
def quizzes(draw: st.DrawFn, kind: str | None = None) -> Quiz:
    """A quiz of one to four questions."""
    found = draw(st.lists(items(kind), min_size=1, max_size=4))
    named = tuple(replace(item, id=f"fact-{number}", fact=f"fact-{number}") for number, item in enumerate(found))
    return Quiz("deck", draw(phrases()), "en", draw(st.one_of(st.just(""), paragraphs())), named)
