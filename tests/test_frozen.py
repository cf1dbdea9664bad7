"""Frozen values that are made quickly are what `dataclass` makes, but for assignments that the type checker refuses."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace

import pytest

from citedeck.frozen import frozen
from citedeck.model import Reference, Source


@frozen
class Town:
    """A class as the model has them."""

    name: str
    people: int = 0
    sights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usual:
    """The same, made as `dataclass` makes it."""

    name: str
    people: int = 0
    sights: tuple[str, ...] = ()


def test_it_is_what_dataclass_makes() -> None:
    town, usual = Town("Selgar", sights=("mole",)), Usual("Selgar", sights=("mole",))
    assert repr(town) == repr(usual).replace("Usual", "Town")
    assert hash(town) == hash(usual)
    assert (town.name, town.people, town.sights) == ("Selgar", 0, ("mole",))
    assert town == Town("Selgar", 0, ("mole",)) != Town("Selgar", 1, ("mole",))


@frozen(kw_only=True)
class Mole:
    """A class with fields that do not count, and one that does."""

    length: int
    seen: str = field(default="", compare=False, repr=False)


def test_fields_count_as_they_say() -> None:
    mole = Mole(length=408, seen="today")
    assert mole == Mole(length=408) != Mole(length=409)
    assert hash(mole) == hash(Mole(length=408)) == hash((408,))
    assert repr(mole) == "Mole(length=408)"
    with pytest.raises(TypeError, match="positional"):
        Mole(408)  # type: ignore[call-arg]


@frozen
class Place:
    """A class with a way of its own to be told apart and shown."""

    path: str
    line: int = 1

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return self.path


def test_what_a_class_says_of_itself_stays() -> None:
    assert hash(Place("a", 2)) == hash("a")
    assert repr(Place("a", 2)) == "a"
    assert Place("a") != Place("a", 2)


def test_it_equals_none_of_another_class() -> None:
    others: list[object] = [Usual("Selgar"), ("Selgar", 0, ())]
    assert Town("Selgar") not in others


def test_it_can_be_replaced_matched_and_sent() -> None:
    town = Town("Selgar", 3)
    assert replace(town, people=4) == Town("Selgar", 4)
    assert pickle.loads(pickle.dumps(town)) == town
    match town:
        case Town(name, people):
            assert (name, people) == ("Selgar", 3)


def test_it_has_its_fields_and_no_others() -> None:
    with pytest.raises(AttributeError):
        object.__setattr__(Town("Selgar"), "mayor", "Jorper")
    with pytest.raises(TypeError, match="name"):
        Town()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="mayor"):
        Town("Selgar", mayor="Jorper")  # type: ignore[call-arg]


def test_the_type_checker_refuses_to_change_it() -> None:
    """Were it not refused, there would be an ignored error too much, which is an error too."""
    town = Town("Selgar")
    town.people = 1  # type: ignore[misc]
    assert town.people == 1


def test_a_class_may_have_a_hash_of_its_own() -> None:
    one, other = (Source("a", "a.txt", text, Reference("a")) for text in ("one", "other"))
    assert one != other
    assert hash(one) == hash(other) == hash("a.txt")
