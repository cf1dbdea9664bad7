"""The table of kinds: each has an example that is proved, and the schema says the same as the reader."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from citedeck.kinds.table import KINDS, json_schema, kind_of
from citedeck.model import Text
from tests.judging import EXAMPLES, codes, judged

VALIDATOR = Draft202012Validator(json_schema())


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ({"ask": "a", "answer": "b"}, "basic"),
        ({"ask": "a", "answer": "b", "reverse": "c"}, "basic"),
        ({"ask": "a", "answer": "b", "typed": "true"}, "typed"),
        ({"ask": "a", "answer": "b", "typed": "false"}, "basic"),
        ({"ask": "a", "answer": "b", "distractors": ["c"]}, "choice"),
        ({"ask": "a", "answers": ["b"]}, "list"),
        ({"term": "a", "meaning": "b"}, "term"),
        ({"cloze": "{{a}}"}, "cloze"),
        ({"cloze": "{{a}}", "ask": "a", "answer": "b"}, "cloze"),
        ({}, "basic"),
        ({"kind": "typed", "ask": "a"}, "typed"),
        ({"kind": "basic", "cloze": "a"}, "basic"),
        ({"kind": "Basic"}, None),
        ({"kind": ""}, None),
        ({"kind": ["basic"]}, None),
        ({"kind": {"basic": "basic"}}, None),
    ],
)
def test_the_kind_follows_from_the_keys(fact: dict[str, Any], kind: str | None) -> None:
    raw = {Text(key): Text(value) if isinstance(value, str) else value for key, value in fact.items()}
    assert kind_of(raw) == kind


def test_every_kind_has_an_example() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_its_example_is_proved(kind: str, tmp_path: Path) -> None:
    verdict = judged(tmp_path, {kind: (EXAMPLES / f"{kind}.yaml").read_text("utf-8")})
    assert codes(verdict) == []
    assert [(finding.kind, finding.accepted) for finding in verdict.findings] == [(kind, True)]
    assert [item.entry.kind for deck in verdict.decks for item in deck.items] == [kind]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_takes_the_example(kind: str) -> None:
    VALIDATOR.validate(yaml.safe_load((EXAMPLES / f"{kind}.yaml").read_text("utf-8")))


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param("a: {ask: q, answer: 1990, quote: q}", id="a number"),
        pytest.param("a: {ask: q, answer: yes, quote: [q, 5]}", id="yes, and a list of quotes"),
        pytest.param("a: {kind: basic, ask: q, answer: a, quote: q}", id="kind named"),
        pytest.param(
            "a: {cloze: '{{c}}', quote: c, tags: [x], was: [b], ignore: {quote-too-thin: known}}", id="extras"
        ),
        pytest.param("a: {ask: q, answers: [1, two], ordered: true, quote: q}", id="ordered list"),
    ],
)
def test_the_schema_takes(facts: str) -> None:
    VALIDATOR.validate(yaml.safe_load(f"{{deck: d, source: s, facts: {{{facts}}}}}"))


@pytest.mark.parametrize(
    "deck",
    [
        pytest.param("facts: {a: {ask: q, answer: a, quote: q}}", id="no name"),
        pytest.param("deck: d", id="no facts key"),
        pytest.param("deck: d\nfacts: {}", id="no facts"),
        pytest.param("deck: d\nfacts: [{ask: q, answer: a, quote: q}]", id="a list of facts"),
        pytest.param("deck: d\nfacts: {a: q}", id="a fact of text"),
        pytest.param("deck: d\nfacts: {a: {ask: q, answer: a}}", id="no quote"),
        pytest.param("deck: d\nfacts: {a: {ask: q, answer: a, quote: []}}", id="no quote in the list"),
        pytest.param("deck: d\nfacts: {a: {ask: q, quote: q}}", id="no answer"),
        pytest.param("deck: d\nfacts: {a: {ask: q, anwser: a, quote: q}}", id="misspelled key"),
        pytest.param("deck: d\nfacts: {a: {kind: bsic, ask: q, answer: a, quote: q}}", id="unknown kind"),
        pytest.param("deck: d\nfacts: {a: {kind: cloze, ask: q, answer: a, quote: q}}", id="another kind"),
        pytest.param("deck: d\nfacts: {a: {ask: q, answer: a, distractors: [], quote: q}}", id="no distractors"),
        pytest.param("deck: d\nfacts: {a: {ask: q, answer: a, distractors: b, quote: q}}", id="distractors no list"),
        pytest.param("deck: d\nfacts: {a: {ask: q, answer: a, typed: maybe, quote: q}}", id="typed no switch"),
        pytest.param("deck: d\nfacts: {a: {ask: q, answer: a, quote: q, tags: [a b]}}", id="tag with a space"),
        pytest.param("deck: d\nlanguage: English (UK)\nfacts: {a: {ask: q, answer: a, quote: q}}", id="language"),
        pytest.param("deck: d\nauthor: me\nfacts: {a: {ask: q, answer: a, quote: q}}", id="unknown key of the deck"),
    ],
)
def test_the_schema_refuses(deck: str, tmp_path: Path) -> None:
    """And so does the reader."""
    assert not VALIDATOR.is_valid(yaml.safe_load(deck))
    assert judged(tmp_path, {"d": deck}).errors


def _properties(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items():
            yield f"{path}/{name}", value
        for key, value in schema.items():
            yield from _properties(value, f"{path}/{key}" if key != "properties" else path)


@pytest.mark.parametrize(("path", "schema"), list(_properties(json_schema())))
def test_every_key_is_described(path: str, schema: dict[str, Any]) -> None:
    assert schema.get("description", "").endswith(".")
