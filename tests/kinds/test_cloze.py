"""How the gaps of a cloze are written."""

import pytest
from pydantic_core import PydanticCustomError

from citedeck.kinds.cloze import parse
from citedeck.model import Gap, Text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a {{b}} c", ["a ", (1, "b", ""), " c"]),
        ("{{a}}", [(1, "a", "")]),
        ("{{a}}{{b}}", [(1, "a", ""), (2, "b", "")]),
        ("{{a}} and {{b}}", [(1, "a", ""), " and ", (2, "b", "")]),
        ("{{c1::a}} {{c1::b}}", [(1, "a", ""), " ", (1, "b", "")]),
        ("{{c2::a}} {{c1::b}}", [(2, "a", ""), " ", (1, "b", "")]),
        ("{{c1::a::a hint}}", [(1, "a", "a hint")]),
        ("{{c1::a::b::c}}", [(1, "a", "b::c")]),
        ("{{c499::a}}", [(499, "a", "")]),
        ("{{a::b}}", [(1, "a::b", "")]),
        ("{{c1}}", [(1, "c1", "")]),
        ("{{C1::a}}", [(1, "C1::a", "")]),
        ("a {b} {{c}}", ["a {b} ", (1, "c", "")]),
        ("{{a\nb}}", [(1, "a\nb", "")]),
    ],
)
def test_parsed(text: str, pieces: list[str | tuple[int, str, str]]) -> None:
    parsed = parse(Text(text, 3, 5)).text
    assert [(piece.number, piece.answer, piece.hint) if isinstance(piece, Gap) else piece for piece in parsed] == pieces
    places = [piece.answer if isinstance(piece, Gap) else piece for piece in parsed]
    assert {(place.line, place.column) for place in places} == {(3, 5)}


def test_filled() -> None:
    cloze = parse(Text("{{c1::Ada::who?}} drew {{c2::plans}}.", 3, 5))
    assert (cloze.filled, cloze.filled.line, cloze.filled.column) == ("Ada drew plans.", 3, 5)
    assert [gap.answer for gap in cloze.gaps] == ["Ada", "plans"]


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("no gap", "cloze-without-gap", "{{so}}"),
        ("a {b} c", "cloze-without-gap", "{{so}}"),
        ("a {{b c", "cloze-braces", "“{{”"),
        ("a b}} c", "cloze-braces", "“}}”"),
        ("{{a {{b}} c}}", "cloze-braces", "“{{”"),
        ("{{a}} b}}", "cloze-braces", "“}}”"),
        ("{{}}", "cloze-braces", "empty"),
        ("{{ }}", "cloze-braces", "empty"),
        ("{{c1::}}", "cloze-braces", "empty"),
        ("{{c1::::hint}}", "cloze-braces", "empty"),
        ("{{c0::a}}", "cloze-braces", "0"),
        ("{{c500::a}}", "cloze-braces", "499"),
        ("{{c99999999999999999999::a}}", "cloze-braces", "499"),
        ("{{a}} {{c1::b}}", "cloze-braces", "all of its gaps or none"),
    ],
)
def test_refused(text: str, code: str, told: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        parse(Text(text))
    assert error.value.type == code
    assert told in error.value.message()
