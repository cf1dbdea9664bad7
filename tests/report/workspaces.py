"""Workspaces that reports are made of: facts of every kind and every outcome, and texts that would like to be code."""

from __future__ import annotations

import json
from pathlib import Path

from citedeck.report import page
from citedeck.workspace import Workspace, load
from tests.exporters.apkg.every_kind import ARTICLE, FACTS
from tests.small_png import of_colour

LIBRARY = """\
المكتبة القديمة

تأسست المكتبة القديمة في المدينة عام 1902 على يد سلمى الحداد. لا يزورها أحد في الشتاء.

الحديقة

في الحديقة شجرة زيتون قديمة.
"""

CLOCK = """\
# 港の時計

時計台は1891年に建てられた。設計したのは山田太郎である。毎朝六時に鐘が鳴る。

## 修理

1923年の地震で時計は止まった。
"""

HOSTILE = """\
<script>alert(1)</script> & the "end"

It says {{ 7*7 }} and {% raw %} and </style><b>bold</b> here. A line with ]]> and <!-- in it.

Written by \\(x\\) and [sound:a.mp3] in 1904, all of it. It cost $5$ then.
"""

_CODE = "<script>alert('x')</script> {{ 7*7 }} {% x %} ]]> </style> <!-- onerror=\"alert(1)\""

DECKS = {
    "varnholt": {
        "deck": "Made up::Varnholt",
        "source": "varnholt",
        "tags": ["clocks"],
        "facts": {
            **FACTS,
            "founder": {**FACTS["founder"], "image": {"file": "seal.png", "alt": 'The "seal" <b>'}},
            "clocks": {**FACTS["clocks"], "image": {"file": "seal.png", "alt": 'The "seal" <b>'}},
            "guild-year": {
                "ask": "When did Marta Oelsen found the guild?",
                "answer": "1383",
                "quote": "The guild was founded in 1382 by Marta Oelsen",
            },
            "it": {"ask": "Where does it hang?", "answer": "the north tower", "quote": "hangs in the north tower"},
            "broken": {"ask": "Only a question?"},
        },
    },
    "library": {
        "deck": "مكتبات::المكتبة القديمة",
        "source": "library",
        "language": "ar",
        "facts": {
            "founder": {
                "ask": "من أسس المكتبة القديمة؟",
                "answer": "سلمى الحداد",
                "quote": "تأسست المكتبة القديمة في المدينة عام 1902 على يد سلمى الحداد",
            },
        },
    },
    "clock": {
        "deck": "港の時計",
        "source": "clock",
        "language": "ja",
        "facts": {
            "designer": {
                "ask": "時計台を設計したのは誰か。",
                "answer": "山田太郎",
                "quote": "設計したのは山田太郎である",
            }
        },
    },
    "hostile": {
        "deck": _CODE,
        "source": "hostile",
        "tags": ["{{x}}"],
        "facts": {
            "says": {
                "ask": f"What {_CODE} does the page say?",
                "answer": "{% raw %}",
                "quote": "and {% raw %} and </style>",
                "extra": _CODE,
            },
            "written": {
                "ask": "When was the page written?",
                "answer": "1904",
                "quote": "in 1904, all of it",
                "hint": _CODE,
            },
            "lost": {"ask": f"Where {_CODE}?", "answer": "</article></section>", "quote": f"nowhere {_CODE}"},
        },
    },
}

BROKEN = "deck: ["


def mixed(root: Path) -> Workspace:
    """A workspace with decks of every sort."""
    for folder in ("decks", "source"):
        (root / folder).mkdir(parents=True)
    for name, text in {"varnholt": ARTICLE, "library": LIBRARY, "clock": CLOCK, "hostile": HOSTILE}.items():
        (root / "source" / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, deck in DECKS.items():
        (root / "decks" / f"{name}.yaml").write_text(json.dumps(deck, ensure_ascii=False, indent=1), encoding="utf-8")
    (root / "decks" / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    (root / "decks" / "seal.png").write_bytes(of_colour(80, 120, 160, 60, 40))
    return Workspace(root)


def report(workspace: Workspace, *decks: str) -> str:
    """The page of a workspace, or of some of its decks."""
    case = load(workspace, decks)
    return page(case, case.verdict()).decode("utf-8")
