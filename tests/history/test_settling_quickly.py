"""Where nothing was ever shipped, facts are settled the quick way, which says what the long way says."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from citedeck.history import settle
from citedeck.history.settling import _Home
from citedeck.model import Citation, Cloze, DeckFile, Entry, Gap, Identity, Misread, Question, Recall, Text

IDS = st.sampled_from(["a", "b", "é", "e\u0301", "c-1"]).map(lambda id: Text(id, 3, 4))
ASKED: tuple[Question, ...] = (Recall(Text("Who?"), Text("he")), Cloze((Text("it is "), Gap(1, Text("he")))))
QUESTIONS = st.sampled_from(ASKED)
IDENTITIES = st.tuples(st.lists(IDS, max_size=2), st.none() | IDS)


@st.composite
def decks(draw: st.DrawFn) -> list[DeckFile]:
    made = []
    for path in draw(st.lists(st.sampled_from(["decks/x.yaml", "decks/y.yaml"]), max_size=2)):
        deck = draw(st.sampled_from(["x", "X", "y"]))
        ids = draw(st.lists(IDS, unique=True, max_size=4))
        misread = [Misread(path, id, None) for id in draw(st.lists(IDS, max_size=1))]
        made.append(DeckFile(path, deck, deck, entries=tuple(draw(entry(deck, path, id)) for id in ids)))
        made[-1] = DeckFile(path, deck, deck, entries=made[-1].entries, misread=tuple(misread))
    return made


@st.composite
def entry(draw: st.DrawFn, deck: str, path: str, id: Text) -> Entry:
    was, guid = draw(IDENTITIES)
    identity = Identity(str(id), tuple(was), guid)
    return Entry(deck, path, id, "basic", draw(QUESTIONS), Citation(None, ()), identity)


@given(read=decks())
def test_the_quick_way(read: list[DeckFile]) -> None:
    quick = settle(read, {})

    def long(home: _Home, entry: Entry) -> Entry:
        strays = type("Strays", (), {"find": lambda *_: None})()
        return home._settled(entry, strays, {})

    with patch.object(_Home, "_first", long):
        assert settle(read, {}) == quick
    guids = [entry.identity.guid or Text("") for deck in quick for entry in deck.entries]
    assert {(guid.line, guid.column) for guid in guids} <= {(3, 4)}
