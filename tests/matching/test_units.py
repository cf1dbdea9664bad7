"""Units whose capitals mean something."""

import pytest

from citedeck.matching.units import same_units


@pytest.mark.parametrize(
    ("answer", "there"),
    [
        ("5 mW", "5 MW"),
        ("five mW", "five MW"),
        ("5-mW plant", "5-MW plant"),
        ("5 mΩ", "5 M\u2126"),
        ("5 m KCl", "5 M KCl"),
        ("100 mbit/s", "100 Mbit/s"),
        ("100 MBps", "100 Mbps"),
        ("5 kb", "5 kB"),
        ("mW", "MW"),
    ],
)
def test_other_units(answer: str, there: str) -> None:
    assert not same_units(answer, there)


@pytest.mark.parametrize(
    ("answer", "there"),
    [
        ("5 mW", "5 mW"),
        ("5 KM", "5 km"),
        ("5 Kg", "5 kg"),
        ("5 L", "5 l"),
        ("5 µg", "5 μg"),
        ("12 men", "12 Men"),
        ("30 may", "30 May"),
        ("at 5 PM", "at 5 pm"),
    ],
)
def test_the_same_unit_or_none(answer: str, there: str) -> None:
    assert same_units(answer, there)
