"""A text that stands in a passage as one piece, and where its parts stand there."""

import pytest

from citedeck.matching.piece import piece
from citedeck.model import Passage, Reference, Source

ARTICLE = "The dog came home. “It’s late,” she said. It cost 15 000 francs; the cliﬀ is high."


def found(text: str, part: str) -> str | None:
    """Where a part of a text stands in the article, if the text stands there as one piece."""
    source = Source("a", "source/a.txt", ARTICLE, Reference("a"))
    start = text.index(part)
    whole = piece(text, [(start, start + len(part))], Passage(source, 0, len(ARTICLE)))
    return None if whole is None or whole.parts[0] is None else ARTICLE[slice(*whole.parts[0])]


@pytest.mark.parametrize(
    ("text", "part", "there"),
    [
        ("The dog came home", "dog", "dog"),
        ("the Dog came home.", "Dog", "dog"),
        ('"It\'s late," she said', "It's", "It’s"),
        ("It cost 15  000 francs", "15  000", "15 000"),
        ("the cliff is high", "cliff", "cliﬀ"),
    ],
)
def test_a_part_is_found(text: str, part: str, there: str) -> None:
    assert found(text, part) == there


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("A dog came home", "A", id="another article"),
        pytest.param("A The dog came home", "A", id="an article more"),
        pytest.param("The dog came home!", "!", id="another punctuation mark"),
        pytest.param("dog came hom", "dog", id="half a word"),
        pytest.param("the cliff is high", "clif", id="half a ligature"),
    ],
)
def test_what_is_not_there_is_not_found(text: str, part: str) -> None:
    assert found(text, part) is None
