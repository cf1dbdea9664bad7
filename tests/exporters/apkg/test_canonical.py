"""The same rows are the same bytes, whatever happened to the file that holds them."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citedeck.exporters.apkg.canonical import canonical, canonical_database

Note = tuple[int, str, int]

SCHEMA = """
    create table notes (id integer primary key, text text not null, due integer not null);
    create table words (word text primary key, note integer not null) without rowid;
    create table flags (flag integer primary key) without rowid;
    create index notes_due on notes (due);
    create index notes_text on notes (text);
"""

TABLES = (
    "create table notes (id integer primary key, text text not null, due integer not null)",
    "create table empty (id integer primary key)",
    "create table cards (id integer primary key, note integer not null)",
)

GOLDEN = "b9bf394417fcde640a55a02dbae33a6687c6ea96248282a0848645493c9aefec"


def _text(number: int) -> str:
    """From a few bytes to eight pages."""
    return f"Taktstraße {number} " * (1 + (number * number) % 1700)


NOTES: list[Note] = [(1 + 3 * number, _text(number), number % 7) for number in range(200)]


def _insert(database: sqlite3.Connection, notes: Iterable[Note]) -> None:
    for id, text, due in notes:
        database.execute("insert into notes values (?, ?, ?)", (id, text, due))
        database.execute("insert into words values (?, ?)", (f"{text}{id}", id))
        database.execute("insert into flags values (?)", (id,))


def _delete(database: sqlite3.Connection, notes: Iterable[Note]) -> None:
    for id, text, _ in notes:
        database.execute("delete from notes where id = ?", (id,))
        database.execute("delete from words where word = ?", (f"{text}{id}",))
        database.execute("delete from flags where flag = ?", (id,))


def _in_order(database: sqlite3.Connection) -> None:
    _insert(database, NOTES)


def _backwards(database: sqlite3.Connection) -> None:
    _insert(database, reversed(NOTES))


def _every_third_deleted_and_inserted_again(database: sqlite3.Connection) -> None:
    _insert(database, NOTES)
    _delete(database, NOTES[::3])
    _insert(database, NOTES[::3])


def _after_others_that_are_deleted(database: sqlite3.Connection) -> None:
    others = [(id + 1, f"gone {text}", due) for id, text, due in NOTES]
    _insert(database, others)
    _insert(database, NOTES)
    _delete(database, others)


def _every_text_was_long(database: sqlite3.Connection) -> None:
    _insert(database, [(id, "ÿ" * 9000 + text, 1000 + due) for id, text, due in NOTES])
    for id, text, due in NOTES:
        database.execute("update notes set text = ?, due = ? where id = ?", (text, due, id))
        database.execute("update words set word = ? where note = ?", (f"{text}{id}", id))


def _in_many_transactions(database: sqlite3.Connection) -> None:
    for note in NOTES:
        _insert(database, [note])
        database.commit()


def _with_other_schemas_before(database: sqlite3.Connection) -> None:
    for _ in range(5):
        database.execute("create table passing (text)")
        database.execute("insert into passing values (?)", ("x" * 30000,))
        database.execute("drop table passing")
    _insert(database, NOTES)


HISTORIES = [
    _backwards,
    _every_third_deleted_and_inserted_again,
    _after_others_that_are_deleted,
    _every_text_was_long,
    _in_many_transactions,
    _with_other_schemas_before,
]

SETTINGS = [
    "",
    "pragma secure_delete = on",
    "pragma secure_delete = off",
    "pragma page_size = 1024",
    "pragma page_size = 65536",
    "pragma auto_vacuum = full",
    "pragma auto_vacuum = incremental",
    "pragma journal_mode = wal",
]


def canonical_bytes(path: Path, vacuum: bool = True) -> bytes:
    """Make a file canonical; what it holds then."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma journal_mode = delete")  # the size of pages cannot change in WAL mode
        database.execute("pragma page_size = 4096")
        database.execute("pragma auto_vacuum = none")
        if vacuum:
            database.execute("vacuum")
    path.write_bytes(canonical(path.read_bytes()))
    return path.read_bytes()


def _write(path: Path, history: Callable[[sqlite3.Connection], None], setting: str = "") -> bytes:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(setting)
        database.executescript(SCHEMA)
        database.isolation_level = "DEFERRED"
        history(database)
        database.commit()
    return canonical_bytes(path)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _write(tmp_path_factory.mktemp("expected") / "a.db", _in_order)


def _read(path: Path) -> list[Note]:
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
        return database.execute("select id, text, due from notes order by id").fetchall()


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.__name__.strip("_"))
def test_the_history_of_the_rows_leaves_no_trace(
    history: Callable[[sqlite3.Connection], None], expected: bytes, tmp_path: Path
) -> None:
    assert _write(tmp_path / "a.db", history) == expected


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_settings_of_the_file_leave_no_trace(setting: str, expected: bytes, tmp_path: Path) -> None:
    assert _write(tmp_path / "a.db", _every_third_deleted_and_inserted_again, setting) == expected


def test_what_is_returned_is_a_sound_database_with_the_same_rows(expected: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(expected)
    assert _read(path) == NOTES
    assert canonical_bytes(path) == expected


def test_a_file_written_on_has_the_same_bytes_as_one_written_at_once(expected: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    _write(path, lambda database: _insert(database, NOTES[:100]))
    with closing(sqlite3.connect(path)) as database:
        _insert(database, NOTES[100:])
        database.commit()
    assert canonical_bytes(path) == expected


def test_nothing_deleted_can_be_read_in_the_bytes(tmp_path: Path) -> None:
    def insert_and_delete(database: sqlite3.Connection) -> None:
        database.execute("pragma secure_delete = off")
        _insert(database, [(id, "forgotten " * 90, due) for id, _, due in NOTES])
        database.execute("update notes set text = 'kept'")
        database.execute("delete from words")

    content = _write(tmp_path / "a.db", insert_and_delete)
    assert b"kept" in content
    assert b"forgotten" not in content


@pytest.mark.parametrize(
    ("where", "start", "end"),
    [
        ("between the pointers and the cells of a page", 4096 + 300, 4096 + 304),
        ("after the end of a text that overflows", 3 * 4096 - 8, 3 * 4096),
        ("in the version of the writer", 96, 100),
    ],
)
def test_what_stands_where_nothing_is_leaves_no_trace(where: str, start: int, end: int, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table notes (id integer primary key, text text not null)")
        database.execute("insert into notes values (1, ?)", ("x" * 4200,))
        database.commit()
    content = canonical_bytes(path)
    assert len(content) == 3 * 4096
    assert content[start:end].strip(b"\0") == b""

    garbage = bytearray(content)
    garbage[start:end] = b"\xaa" * (end - start)
    path.write_bytes(garbage)
    assert canonical_bytes(path, vacuum=False) == content


def test_a_database_without_rows(tmp_path: Path) -> None:
    def insert_and_delete(database: sqlite3.Connection) -> None:
        _insert(database, NOTES)
        _delete(database, NOTES)

    untouched = _write(tmp_path / "untouched.db", lambda database: _insert(database, []))
    assert _write(tmp_path / "emptied.db", insert_and_delete) == untouched
    assert _read(tmp_path / "emptied.db") == []


@pytest.mark.parametrize(
    "change",
    [
        "update notes set due = due + 1 where id = 1",
        "update notes set text = text || '.' where id = 598",
        "delete from notes where id = 598",
        "insert into notes values (2, '', 0)",
        "create index another on notes (due, id)",
        "pragma user_version = 1",
    ],
)
def test_other_rows_or_another_schema_are_other_bytes(change: str, expected: bytes, tmp_path: Path) -> None:
    def changed(database: sqlite3.Connection) -> None:
        _insert(database, NOTES)
        database.execute(change)

    assert _write(tmp_path / "a.db", changed) != expected


def test_every_sqlite_writes_the_same_bytes(expected: bytes) -> None:
    assert hashlib.sha256(expected).hexdigest() == GOLDEN


rows = st.lists(
    st.tuples(
        st.integers(-(2**63), 2**63 - 1),
        st.one_of(st.text(max_size=20), st.builds(str.__mul__, st.text(min_size=1, max_size=9), st.integers(0, 4000))),
        st.integers(-(2**40), 2**40),
    ),
    unique_by=lambda note: note[0],
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_any_rows_in_any_order(notes: list[Note], random: Random) -> None:
    shuffled = random.sample(notes, len(notes))

    def insert(database: sqlite3.Connection) -> None:
        database.executemany("insert into notes values (?, ?, ?)", notes)

    def insert_shuffled_and_half_of_it_twice(database: sqlite3.Connection) -> None:
        database.executemany("insert into notes values (?, ?, ?)", shuffled)
        for id, text, due in shuffled[::2]:
            database.execute("delete from notes where id = ?", (id,))
            database.execute("insert into notes values (?, ?, ?)", (id, text, due))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        content = _write(path, insert)
        assert _write(Path(folder) / "b.db", insert_shuffled_and_half_of_it_twice) == content
        assert _read(path) == sorted(notes)


def _written_in_order(path: Path, notes: Iterable[Note]) -> bytes:
    notes = sorted(notes)

    def fill(database: sqlite3.Connection) -> None:
        for table in TABLES:
            database.execute(table)
        database.executemany("insert into notes values (?, ?, ?)", notes)
        database.executemany("insert into cards values (?, ?)", [(id, due) for id, _, due in notes])

    path.write_bytes(canonical_database(fill))
    return path.read_bytes()


def _written_anyhow(path: Path, notes: list[Note]) -> bytes:
    with closing(sqlite3.connect(path)) as database:
        for table in TABLES:
            database.execute(table)
        for id, text, due in notes:
            database.execute("insert into cards values (?, ?)", (id, due))
            database.execute("insert into notes values (?, ?, ?)", (id, f"{text} not yet", due))
        database.executemany("update notes set text = ? where id = ?", [(text, id) for id, text, _ in notes])
        database.commit()
    return canonical_bytes(path)


@settings(max_examples=60, deadline=None)
@given(rows, st.randoms(use_true_random=False))
@example(NOTES, Random(0))
@example([(id, "note " * (id % 300), id) for id in range(2000)], Random(0))
def test_what_is_written_in_order_needs_no_vacuum(notes: list[Note], random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = _written_in_order(Path(folder) / "a.db", notes)
        assert _written_anyhow(Path(folder) / "b.db", random.sample(notes, len(notes))) == content
        assert _read(Path(folder) / "a.db") == sorted(notes)
