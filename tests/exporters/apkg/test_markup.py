"""Facts with markup, from the deck to Anki and back: proved by their words, shown with their markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.audit import audit
from citedeck.exporters.apkg.opening import open_package
from citedeck.workspace import Workspace
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import T0, T1, Facts
from tests.history.workshop import Workshop

ARTICLE = """\
The Weights of Varnholt

The great weight holds 6 × 10²³ grains, and the small one 10²² of them. The 2nd weight is of H₂O, that is water. The \
law of the guild is $F = ma$, and the clocks say `tick`, `tock` and `tack`.

Each warden swears to wind the clocks at dawn, to oil them in May, to keep the *third key* where the river bends, and \
to tell nobody but the next warden of it.
"""

FACTS: Facts = {
    "basic": {
        "ask": "How many grains does the **great** weight hold?\n- not ~10~\n- not $\\frac{1}{2}$",
        "answer": "6 × 10^23^ grains",
        "reverse": "Which weight holds <b>6 × 10<sup>23</sup></b> grains?",
        "quote": "The great weight holds 6 × 10²³ grains",
        "hint": "[more](https://example.org/a?b=1&c=2) than `10^22^`",
        "extra": "1. *one*\n2. two",
    },
    "typed": {
        "ask": "How many does the small one hold?",
        "answer": "10^22^",
        "typed": True,
        "quote": "the small one 10²²",
    },
    "term": {"term": "H~2~O", "meaning": "<i>water</i>", "quote": "The 2nd weight is of H₂O, that is water"},
    "choice": {
        "ask": "What is the law of the guild?",
        "answer": "$F = ma$",
        "distractors": ["$F = mv^{2}$", "$E = mc^{2}$"],
        "quote": "The law of the guild is $F = ma$, and the clocks say",
    },
    "cloze": {"cloze": "The **{{c1::2^nd^}}** weight is of {{c2::H~2~O::*wet*}}, that is water"},
    "long": {
        "ask": "What does each warden of the clocks swear?",
        "answer": "to wind the clocks at dawn, to oil them in May, to keep the \\*third key\\* where the river bends, "
        "and to tell nobody but the next warden of it",
        "reverse": "Who swears to oil the clocks in May?",
        "quote": "Each warden swears to wind the clocks at dawn, to oil them in May, to keep the *third key* where "
        "the river bends, and to tell nobody but the next warden of it",
        "ignore": {"answer-too-long": "an oath"},
    },
    "list": {
        "ask": "What do the clocks say?",
        "answers": ["`tick`", "*tock*", "tack"],
        "quote": "the clocks say `tick`, `tock` and `tack`",
    },
}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path, ARTICLE).write("weights", FACTS)
    workshop.build(T0)
    return workshop


def test_cards_show_the_markup(workshop: Workshop, tmp_path: Path) -> None:
    with AnkiEngine(tmp_path / "anki") as anki:
        assert anki.import_package(workshop.package("weights")) == {"new": len(FACTS)}
        rendered = [anki.render(card) for card in anki.cards().values()]
    shown = "\n".join(card.front + card.back for card in rendered)
    for piece in (
        "<strong>great</strong> weight hold?<ul><li>not <sub>10</sub></li>",
        "\\(\\frac&#123;1&#125;&#123;2&#125;\\)",
        "6 × 10<sup>23</sup> grains",
        '<a href="https://example.org/a?b=1&amp;c=2">more</a> than <code>10^22^</code>',
        "<ol><li><em>one</em></li><li>two</li></ol>",
        "H<sub>2</sub>O",
        '<li class="right">\\(F = ma\\)</li>',
        'data-ordinal="1"><strong>2<sup>nd</sup></strong></span>',
        "[<em>wet</em>]",
        "<code>tick</code>",
        '<div class="long">to wind the clocks at dawn',
    ):
        assert piece in shown
    assert "**" not in shown
    assert "~" not in shown


def test_what_was_built_is_what_an_audit_reads(workshop: Workshop) -> None:
    path = workshop.package("weights")
    library, _ = Workspace(workshop.root).library()
    found = audit(open_package(path, path.name), path.name, library)
    assert found.notes.problems == ()
    assert len(found.notes.findings) == len(FACTS)


def test_markup_alone_is_an_edit_of_the_same_fact(workshop: Workshop, tmp_path: Path) -> None:
    with AnkiEngine(tmp_path / "anki") as anki:
        anki.import_package(workshop.package("weights"))
        anki.study()
        before = anki.history()
        bare = {"term": "<b>H~2~O</b>", "meaning": "water"}
        workshop.write("weights", {**FACTS, "term": {**FACTS["term"], **bare}})
        assert workshop.told() == []
        workshop.build(T1)
        assert anki.import_package(workshop.package("weights")) == {"updated": 1, "duplicate": len(FACTS) - 1}
        assert anki.history() == before
