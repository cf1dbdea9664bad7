"""Stands in for cards.py until it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citedeck.model import Note


@dataclass(frozen=True)
class Face:
    ordinal: int
    name: str
    front: str
    back: str


def faces(note: Note) -> Iterator[Face]:
    f = note.fields
    tail = f'<div class="evidence">{f["Evidence"]}</div><div class="source" dir="auto">{f["Source"]}</div>'
    if "Extra" in f:
        tail += f'<div class="extra" dir="auto">{f["Extra"]}</div>'
    hint = (
        f'<div class="hint" dir="auto"><a class="hint" href="#" onclick="x">Show Hint</a>\n<div id="hint123" class="hint" style="display: none">{f["Hint"]}</div></div>'
        if "Hint" in f
        else ""
    )
    image = f'<div class="image">{f["Image"]}</div>' if "Image" in f else ""
    for o in note.cards:
        if note.family == "cloze":

            def side(back):
                def gap(m):
                    if int(m[1]) != o + 1:
                        return m[2].split("::")[0]
                    return f'<span class="cloze">{m[2].split("::")[0] if back else "[...]"}</span>'

                return re.sub(r"\{\{c(\d+)::(.*?)\}\}", gap, f["Text"])

            q = lambda b: f'<div class="question" dir="auto">{side(b)}</div>{image}'
            yield Face(
                o,
                f"Cloze {o + 1}",
                f'<main class="citedeck front">{q(0)}{hint}</main>',
                f'<main class="citedeck back">{q(1)}<hr id="answer">{tail}</main>',
            )
        elif o == 0:
            q = f'<div class="question" dir="auto">{f["Question"]}</div>{image}'
            opts = f'<div class="options">{f["Options"]}</div>' if "Options" in f else ""
            ans = "" if opts else f'<div class="answer" dir="auto">{f["Answer"]}</div>'
            box = (
                '<div class="typed"><center><input type="text" id="typeans" style="font-size:20px"></center></div>'
                if "Typed answer" in f
                else ""
            )
            ty = f'<div class="typed"><code id="typeans">{f["Typed answer"]}</code></div>' if box else ""
            yield Face(
                o,
                "Question",
                f'<main class="citedeck front">{q}{opts}{box}{hint}</main>',
                f'<main class="citedeck back">{q}<hr id="answer">{opts}{ty}{ans}{tail}</main>',
            )
        else:
            q = f'<div class="question" dir="auto">{f["Reverse question"]}</div>'
            yield Face(
                o,
                "Reverse",
                f'<main class="citedeck front">{q}</main>',
                f'<main class="citedeck back">{q}<hr id="answer"><div class="answer">{f["Reverse answer"]}</div>{image}{tail}</main>',
            )
