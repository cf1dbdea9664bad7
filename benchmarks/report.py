"""How large the page of a report is, how long it takes to write, and how long a browser takes to open and to filter it.

python -m benchmarks.report [FACTS]
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from citedeck.case import Case
from citedeck.report import page
from citedeck.workspace import Workspace, load
from tests.browser import launched

# From an event of the form to the frame that shows what it led to; the script itself waits 60 ms for the next key.
FILTERED = """async ([field, value]) => {
  const count = document.getElementById("count"), begin = performance.now();
  document.getElementById(field).value = value;
  document.getElementById("filter").dispatchEvent(new Event("input"));
  await new Promise(done => new MutationObserver(done).observe(count, { childList: true }));
  const told = performance.now();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return [told - begin, performance.now() - begin, count.textContent];
}"""
FILTERS = (("by-text", "keeper 17"), ("by-text", "zebra"), ("by-text", ""), ("by-kind", "cloze"), ("by-kind", ""))


def workspace(root: Path, facts: int) -> Case:
    """A workspace with one article, of which two facts rest on each paragraph, every second a cloze of two gaps."""
    for folder in ("decks", "source"):
        (root / folder).mkdir()
    paragraphs, entries = [], {}
    for number in range(facts // 2):
        light = (
            f"Lighthouse {number} of the northern coast was built by Keeper Tarn{number} in the year of the great storm"
        )
        paragraphs += [f"Part {number // 5 + 1}"] if number % 5 == 0 else []
        paragraphs.append(f"{light}. Its lamp was seen from the harbour. Nobody knows what became of lamp {number}.")
        entries[f"a{number}"] = {
            "ask": f"Who was the builder of the northern light {number}?",
            "answer": f"Keeper Tarn{number}",
            "quote": light,
        }
        entries[f"b{number}"] = {
            "cloze": f"Lighthouse {{{{{number}}}}} of the northern coast was built by Keeper {{{{Tarn{number}}}}}"
        }
    (root / "source" / "coast.txt").write_text("The Coast\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    deck = {"deck": "Coast", "source": "coast", "facts": entries}
    (root / "decks" / "coast.yaml").write_text(json.dumps(deck), encoding="utf-8")
    return load(Workspace(root))


def main(facts: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = workspace(Path(folder), facts)
        verdict = case.verdict()
        assert not verdict.errors, verdict.errors[0]
        begin = time.perf_counter()
        written = page(case, verdict)
        print(f"{facts:,} facts: {len(written) / 1e6:.1f} MB, made in {time.perf_counter() - begin:.1f} s")
        path = Path(folder) / "report.html"
        path.write_bytes(written)
        with launched() as browser:
            view = browser.new_page(viewport={"width": 1440, "height": 900})
            begin = time.perf_counter()
            view.goto(path.as_uri())
            print(f"opened in {time.perf_counter() - begin:.1f} s")
            for one in FILTERS:
                told, shown, count = view.evaluate(FILTERED, list(one))
                print(f"{one[0]} “{one[1]}”: told after {told:.0f} ms, shown after {shown:.0f} ms ({count})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
