"""What one would write without citedeck: the YAML loaded, genanki's notes with guids of their own, one package.

Nothing is verified, nothing escaped.

python benchmarks/plain_script.py WORKSPACE FILE.apkg
"""

import re
import sys
import zlib
from pathlib import Path

import genanki
import yaml

FIELDS = ["Question", "Answer", "Quote", "Source"]
BASIC = genanki.Model(
    1607392319,
    "Plain",
    fields=[{"name": name} for name in FIELDS],
    templates=[
        {
            "name": "Card",
            "qfmt": "{{Question}}",
            "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}<br>{{Quote}}<br>{{Source}}",
        }
    ],
)
CLOZE = genanki.Model(
    1607392320,
    "Plain cloze",
    model_type=genanki.Model.CLOZE,
    fields=[{"name": name} for name in ("Text", "Quote", "Source")],
    templates=[{"name": "Cloze", "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<br>{{Quote}}<br>{{Source}}"}],
)

decks = []
for path in sorted(Path(sys.argv[1], "decks").glob("*.yaml")):
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    deck = genanki.Deck(zlib.crc32(path.stem.encode()) + 1, data["deck"])
    for name, fact in data["facts"].items():
        source = fact.get("source", data.get("source"))
        if "cloze" in fact:
            text = re.sub(r"\{\{(.*?)\}\}", r"{{c1::\1}}", fact["cloze"])
            model, fields = CLOZE, [text, fact["quote"], source]
        else:
            model, fields = BASIC, [fact["ask"], str(fact["answer"]), fact["quote"], source]
        guid = f"{path.stem}/{name}"
        deck.add_note(genanki.Note(model, fields, guid=guid, tags=fact.get("tags", [])))
    decks.append(deck)
genanki.Package(decks).write_to_file(sys.argv[2])
