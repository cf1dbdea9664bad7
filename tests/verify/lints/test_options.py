"""What is odd about the options of a choice, and what only looks so."""

from pathlib import Path

import pytest

from tests.verify.lints.linting import linted


@pytest.mark.parametrize(
    ("answer", "distractors", "codes"),
    [
        # --- option-count
        ("Ostrel", "Norrin", ["option-count"]),
        ("Ostrel", "Norrin, Kelso", []),
        ("Ostrel", "Norrin, Kelso, Amity, Varn", []),
        ("Ostrel", "Norrin, Kelso, Amity, Varn, Aker", ["option-count"]),
        # --- all-of-the-above
        ("Ostrel", "Norrin, all of the above", ["all-of-the-above"]),
        ("Ostrel", "Norrin, None of these.", ["all-of-the-above"]),
        ("both", "Norrin, Kelso", ["all-of-the-above"]),
        ("Ostrel", "Norrin, all of the islands", []),
        # --- longest-is-key
        ("a harbour town on the north coast", "a river port, a fishing village", ["longest-is-key"]),
        ("a harbour town on the coast", "a river port, a fishing village in the hills", []),
        ("Saltmere", "Ost, Kel", []),
        ("a town", "a river port, a very long description of a fishing village", []),
        # --- mixed-kinds
        ("640 metres", "720 metres, very long", ["mixed-kinds"]),
        ("five", "very long, seven", ["mixed-kinds"]),
        ("1994", "Norrin, 1987", ["mixed-kinds"]),
        ("Norrin", "1994, Kelso", ["mixed-kinds"]),
        ("14 June 1994", "the spring, 3 May 1987", []),
        ("Apollo 11", "Sputnik, Vostok", []),
        ("640 metres", "720 metres, 580 metres", []),
        # --- implausible-number
        ("640 metres", "720 metres, 63 metres", ["implausible-number"]),
        ("640 metres", "720 metres, 6401 metres", ["implausible-number"]),
        ("640 metres", "720 metres, 64 metres", []),
        ("640 metres", "720 metres, '6,400 metres'", []),
        ("640 metres", "7 miles, 63 metres", []),
        ("'12,400'", "'11,873', '13,216'", ["implausible-number"]),
        ("'12,437'", "'11,873', '13,000'", ["implausible-number"]),
        ("'12,400'", "'11,800', '13,216'", []),
        ("1900", "1987, 1994", []),
        ("0", "3, 7", []),
        (f"{'7' * 60}", f"{'3' * 60}, {'9' * 59}0", []),
        ("1.5", "1.7, 0.1", ["implausible-number"]),
        ("1.5", "1.7, 0.2", []),
        ("'1.2.3'", "'100.2.3', 1.2", []),
    ],
)
def test_options(tmp_path: Path, answer: str, distractors: str, codes: list[str]) -> None:
    keys = f"ask: What is asked for here?, answer: {answer}, distractors: [{distractors}], quote: q q q q"
    assert linted(tmp_path, keys) == codes


@pytest.mark.parametrize(
    ("answer", "distractors", "language", "codes"),
    [
        ("1.000 Meter", "900 Meter, 1.100 Meter", "de", []),
        ("1.437 Meter", "912 Meter, 90 Meter", "de", ["implausible-number"]),
        ("'1,5 Meter'", "'1,7 Meter', '0,1 Meter'", "de", ["implausible-number"]),
        ("fünf", "sehr lang, sieben", "de", ["mixed-kinds"]),
        ("Ostrel", "Norrin, Keine der genannten", "de", ["all-of-the-above"]),
        ("1.000 m", "900 m, 1.100 m", "sv", []),
        ("1.000 m", "900 m, 1 m", "sv", []),
    ],
)
def test_options_in_another_language(
    tmp_path: Path, answer: str, distractors: str, language: str, codes: list[str]
) -> None:
    keys = f"ask: Wonach wird hier gefragt?, answer: {answer}, distractors: [{distractors}], quote: q q q q"
    assert linted(tmp_path, keys, language) == codes
