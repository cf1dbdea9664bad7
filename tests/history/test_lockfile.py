"""The lock as a file: read back as it was written; what is broken or in conflict is told or repaired, never guessed."""

from __future__ import annotations

import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.history import Layout, Lock, LockFile, Shipped, digest, flaw, lock_text, read_lock, shipped
from citedeck.history.lines import line, signed
from citedeck.model import Note
from tests.exporters.apkg.every_kind import FACTS, T0, T1
from tests.history.workshop import Workshop


def note(guid: str, fact: str = "f", text: str = "Who?", mod: int = T0, **keys: object) -> str:
    """A line of a lock, with other values for some keys."""
    made = shipped(Note(guid, fact, "question", {"Question": text}, seal="0"), T0 * 1000, T0)
    return signed({**unsigned(line(made)), "mod": mod, **keys})


def unsigned(text: str) -> dict[str, object]:
    """What a line says, without its sum."""
    return {key: value for key, value in json.loads(text).items() if key != "sum"}


HEAD = signed({"deck": "d", "name": "D", "version": 1})


LAYOUT: dict[str, object] = {"layout": "cloze", "hash": "0", "mod": 1}


END = signed({"end": True})


def lines(*said: str | dict[str, object]) -> str:
    return "".join(f"{one if isinstance(one, str) else signed(one)}\n" for one in said)


def read(text: str, folder: Path) -> LockFile:
    path = folder / "d.lock"
    path.write_text(text, encoding="utf-8")
    found = read_lock(path, "decks/d.lock")
    assert found is not None
    return found


def codes(file: LockFile) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in file.problems]


def test_there_may_be_none(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "d.lock", "d.lock") is None


def test_a_lock_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path).write("a", FACTS, deck="Wörter::\u202eابت\u2028")
    (edition,) = workshop.build(T0).values()
    workshop.write("a", {"seal": FACTS["seal"]}).build(T1)
    assert workshop.lock("a").notes.keys() == edition.lock.notes.keys()
    text = workshop.lock_path("a").read_text("utf-8")
    assert lock_text(workshop.lock("a")) == text
    assert text.count("\n") == 1 + 2 + len(FACTS) + 1
    guids = [json.loads(line).get("guid") for line in text.splitlines() if "guid" in json.loads(line)]
    assert guids == sorted(guids)


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)


@given(
    words,
    words,
    words,
    st.integers(0, 2**32 - 1),
    st.lists(st.tuples(st.integers(1, 499), words), max_size=3, unique_by=lambda gap: gap[0]),
)
def test_whatever_text_it_holds(deck: str, fact: str, field: str, mod: int, gaps: list[tuple[int, str]]) -> None:
    import tempfile

    made = Note("g", fact, "cloze", {"Text": field}, ("t",), (0, 7), tuple(gaps), ("m.png",), "0")
    one = replace(shipped(made, 5, mod, "moved"), former=tuple(gaps))
    lock = Lock(deck, deck, {"g": one}, {"cloze": Layout("0", mod)})
    with tempfile.TemporaryDirectory() as folder:
        assert read(lock_text(lock), Path(folder)).lock == lock


@given(st.text(), st.text(), st.text(), st.lists(st.tuples(st.integers(1, 499), st.text()), max_size=2), st.booleans())
def test_what_is_written_by_hand_is_what_json_would_write(
    field: str, tag: str, hash: str, gaps: list[tuple[int, str]], bare: bool
) -> None:
    made = Note("g", field, "question", {"Question": field, "Answer": tag}, seal=hash)
    if not bare:
        made = replace(made, tags=(tag, "t"), cards=(0, 1, 7), gaps=tuple(gaps), media=(tag,))
    one = Shipped(made, 5, T0, hash, "living" if bare else "retired", () if bare else tuple(gaps))
    text = line(one)
    assert text == signed(unsigned(text))
    assert json.loads(text)["fields"] == made.fields
    had = [made.family, made.fields, made.tags, made.cards, made.media]
    assert digest(made) == hashlib.sha256(json.dumps(had, sort_keys=True).encode("ascii")).hexdigest()[:16]


@pytest.mark.parametrize("number", ["5", True, 5.0, None])
def test_a_number_that_is_none_is_a_flaw(number: Any) -> None:
    made = shipped(Note("g", "f", "question", {"Question": "x"}, seal="0"), 5, T0)
    assert flaw(Lock("d", "D", {"g": made})) is None
    assert flaw(Lock("d", "D", {"g": replace(made, id=number)}))
    assert flaw(Lock("d", "D", {"g": replace(made, mod=number)}))


def test_a_line_that_was_only_set_otherwise_is_as_it_was_signed(tmp_path: Path) -> None:
    text = json.dumps(json.loads(note("a", tags=["t"])), separators=(",", ":"))
    assert read(lines(HEAD, text, END), tmp_path).lock
    assert not read(lines(HEAD, text.replace("Who", "Why"), END), tmp_path).lock


def test_a_sum_of_a_line_as_it_is_set_is_no_signature(tmp_path: Path) -> None:
    """What counts is what a line says, as a build would write it."""
    bare = json.dumps(unsigned(note("a", tags=["t"])), indent=None, separators=(", ", ":"))
    own = hashlib.sha256(bare.encode()).hexdigest()[:8]
    assert not read(lines(HEAD, f'{bare[:-1]}, "sum": "{own}"}}', END), tmp_path).lock


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [("lock-broken", 1)]),
        (lines(note("a")), [("lock-broken", 1)]),
        (lines({"deck": "d", "version": 2}), [("lock-newer", 1)]),
        (lines({"deck": "d", "name": "D", "version": "1"}), [("lock-broken", 1)]),
        (lines(HEAD, HEAD), [("lock-broken", 2)]),
        (lines(HEAD, note("a"), note("b"), note("a", "g")), [("lock-duplicate", 4)]),
        (lines(HEAD, note("a"))[:-20], [("lock-broken", 2)]),
        (lines(HEAD, "[1]", "7", "null", note("a")), [("lock-broken", 2), ("lock-broken", 3), ("lock-broken", 4)]),
        (lines(HEAD, note("a", mod=T0, id="1")), [("lock-broken", 2)]),
        (lines(HEAD, note("a", state="dead")), [("lock-broken", 2)]),
        (lines(HEAD, note("a", cards=[1, 0])), [("lock-broken", 2)]),
        (lines(HEAD, note("a", fields={"Queston": "Who?"})), [("lock-broken", 2)]),
        (lines(HEAD, note("a").replace("Who?", "Why?")), [("lock-broken", 2)]),
        (lines(HEAD, note("a").replace(str(T0), str(T1))), [("lock-broken", 2)]),
        (lines(HEAD, note("a", gaps=[[500, "x"]])), [("lock-broken", 2)]),
        (lines(HEAD, note("a", gaps=[[1, "x"], [1, "y"]])), [("lock-broken", 2)]),
        (lines(HEAD, note("a", mod=True)), [("lock-broken", 2)]),
        (lines(HEAD, note("a").replace("Who?", "\\ud800")), [("lock-broken", 2)]),
        (lines(HEAD, LAYOUT, LAYOUT), None),
        (lines(HEAD), [("lock-broken", 1)]),
        (lines(HEAD, note("a"), note("b")), [("lock-broken", 3)]),
    ],
)
def test_what_no_build_wrote_is_told_at_its_line(text: str, told: list[tuple[str, int]] | None, tmp_path: Path) -> None:
    found = read(text, tmp_path)
    assert found.lock is None
    assert codes(found) == (told or [("lock-broken", 3)])
    assert all(problem.hint for problem in found.problems)


@pytest.mark.parametrize("beside_a_deck", [True, False])
def test_a_lock_of_another_program_is_left_alone(beside_a_deck: bool, tmp_path: Path) -> None:
    workshop = Workshop(tmp_path).write("a", {"seal": FACTS["seal"]})
    workshop.lock_path("a" if beside_a_deck else "poetry").write_text("[[package]]\nname = 'x'\n", "utf-8")
    assert {code for code, _ in workshop.told()} == ({"lock-broken"} if beside_a_deck else set())


def test_no_damage_makes_it_stumble(tmp_path: Path) -> None:
    """Bytes changed, cut out or doubled at random: what is read is what was written, or a problem."""
    workshop = Workshop(tmp_path).write("a", FACTS)
    workshop.build(T0)
    path, content, lock = workshop.lock_path("a"), workshop.lock_path("a").read_bytes(), workshop.lock("a")
    chance = random.Random(4)
    for _ in range(150):
        start, length = chance.randrange(len(content)), chance.choice((1, 1, 40, 4000))
        path.write_bytes(content[:start] + chance.choice((b"", b"7", b'"', b"\xff\n{")) + content[start + length :])
        found = read_lock(path, "decks/a.lock")
        assert found is not None
        assert found.problems or all(lock.notes[guid] == one for guid, one in (found.lock or lock).notes.items())


OURS, THEIRS = note("a", text="ours", mod=T0), note("a", text="theirs", mod=T1)


@pytest.mark.parametrize("sides", [(OURS, THEIRS), (THEIRS, OURS)])
def test_of_a_conflict_what_was_shipped_later_counts(sides: tuple[str, str], tmp_path: Path) -> None:
    marked = lines(HEAD, "<<<<<<< HEAD", sides[0], "||||||| base", note("a", text="base", mod=T1 + 1), "=======")
    found = read(marked + lines(sides[1], note("c"), ">>>>>>> branch", note("d"), END), tmp_path)
    assert codes(found) == [("lock-conflicted", 2), ("lock-conflicted", 7)]
    assert found.lock is not None
    assert found.lock.notes["a"].note.fields == {"Question": "theirs"}
    assert found.lock.notes.keys() == {"a", "c", "d"}


def test_what_both_sides_shipped_in_one_second_is_stamped_anew(tmp_path: Path) -> None:
    twin = note("a", text="theirs", mod=T0)
    found = read(lines(HEAD, "<<<<<<< HEAD", OURS, "=======", twin, ">>>>>>> branch", END), tmp_path)
    assert found.lock is not None
    assert found.lock.notes["a"].hash == ""


def test_a_gap_of_either_side_keeps_its_number(tmp_path: Path) -> None:
    def cloze(mod: int, *gaps: tuple[int, str]) -> str:
        made = Note(
            "a", "f", "cloze", {"Text": "x"}, cards=tuple(number - 1 for number, _ in gaps), gaps=gaps, seal="0"
        )
        return line(shipped(made, 5, mod))

    sides = cloze(T0, (1, "a"), (2, "b")), cloze(T1, (1, "a"), (3, "c"))
    found = read(lines(HEAD, "<<<<<<< HEAD", sides[0], "=======", sides[1], ">>>>>>> branch", END), tmp_path)
    assert found.lock is not None
    assert found.lock.notes["a"].former == ((2, "b"),)


def test_two_branches_that_were_built_in_one_second_merge(tmp_path: Path) -> None:
    """Their new notes have the same number in the package."""
    workshop = Workshop(tmp_path).write("a", {"seal": FACTS["seal"]})
    workshop.build(T0)
    sides = []
    base = workshop.lock_path("a").read_bytes()
    for fact in ("founder", "motto"):
        workshop.lock_path("a").write_bytes(base)
        workshop.write("a", {"seal": FACTS["seal"], fact: FACTS[fact]}).build(T1)
        sides.append(workshop.lock_path("a").read_text("utf-8"))
    merged = "<<<<<<< HEAD\n" + sides[0] + "=======\n" + sides[1] + ">>>>>>> motto\n"
    workshop.lock_path("a").write_text(merged, "utf-8")
    three = {fact: FACTS[fact] for fact in ("seal", "founder", "motto")}
    edition = workshop.write("a", three).build(T1 + 5)["a"]
    assert len({one.id for one in edition.notes}) == 3
    assert [one.mod for one in edition.notes] == [T0, T1, T1]
    assert workshop.told() == []
