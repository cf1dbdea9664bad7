"""The least that must be done: PyYAML's events of the decks, one `executemany` of what is to be stored, and deflate.

python benchmarks/floor.py WORKSPACE FILE.zip
"""

import sqlite3
import sys
import zipfile
from pathlib import Path

import yaml

texts: list[str] = []
for path in sorted(Path(sys.argv[1], "decks").glob("*.yaml")):
    for event in yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            texts.append(event.value)
collection = Path(sys.argv[2]).with_suffix(".anki2")
collection.unlink(missing_ok=True)
database = sqlite3.connect(collection)
database.execute("create table notes (id integer primary key, flds text)")
rows = ((number, "\x1f".join(texts[start : start + 8])) for number, start in enumerate(range(0, len(texts), 8)))
database.executemany("insert into notes values (?, ?)", rows)
database.commit()
database.close()
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write(collection, "collection.anki2")
