"""Pictures: which are found, which are refused, and under which names they are shipped."""

from __future__ import annotations

import hashlib
import os
import struct
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from citedeck.errors import CitedeckError
from citedeck.images import content, shipped_name
from citedeck.model import Picture, Verdict
from citedeck.workspace import Workspace, load
from tests.judging import HARBOUR
from tests.small_png import of_colour

RED = of_colour(200, 0, 0)
JPEG = bytes.fromhex("ffd8 ffe0 0010 4a46494600 0101 00 0001 0001 0000 ffc0 000b 08 0006 0004 01 011100")
GIF = b"GIF89a\x04\x00\x06\x00\x00\x00\x00"
WEBP = b"RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00" + bytes.fromhex("02 000000 030000 050000")


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """The folder of decks of a workspace, with one in a folder of its own."""
    root = tmp_path / "workspace"
    (root / "decks" / "sea").mkdir(parents=True)
    (root / "source").mkdir()
    (root / "source" / "harbour.txt").write_text(HARBOUR, "utf-8")
    return root / "decks"


def verdict(decks: Path, *files: str, deck: str = "d.yaml") -> Verdict:
    """The verdict on a deck whose facts show these files, one each."""
    facts = "".join(
        f"  f{number}:\n    ask: Which fish is landed {number}?\n    answer: cod\n    quote: lands herring and cod\n"
        f"    image: {{file: '{file}', alt: A cod}}\n"
        for number, file in enumerate(files)
    )
    path = decks / deck
    path.write_text(f"deck: Saltmere\nsource: harbour\nfacts:\n{facts}", "utf-8")
    return load(Workspace(decks.parent), [str(path)]).verdict()


def pictures(found: Verdict) -> list[Picture | None]:
    assert not found.errors, [(problem.code, problem.message) for problem in found.errors]
    return [item.image for item in found.decks[0].items]


def shown(decks: Path, file: str, deck: str = "d.yaml") -> Picture:
    (picture,) = pictures(verdict(decks, file, deck=deck))
    assert picture is not None
    return picture


def told(decks: Path, file: str, deck: str = "d.yaml") -> tuple[str, str]:
    """The code and the message of the one error."""
    (problem,) = verdict(decks, file, deck=deck).errors
    assert (problem.place.line, problem.place.column) == (8, 13)
    return problem.code, problem.message


# --- names


@pytest.mark.parametrize(
    ("file", "found", "suffix"),
    [
        ("cod.png", RED, "png"),
        ("cod.jpeg", JPEG, "jpg"),
        ("cod.gif", GIF, "gif"),
        ("cod.webp", WEBP, "webp"),
        ("COD.PNG", RED, "png"),
        ("cod", RED, "png"),
        ("cod.jpg", RED, "png"),
        ("cod.svg", GIF, "gif"),
    ],
)
def test_the_shipped_name_is_made_of_the_bytes(decks: Path, file: str, found: bytes, suffix: str) -> None:
    (decks / file).write_bytes(found)
    picture = shown(decks, file)
    assert picture.name == f"citedeck-{hashlib.sha256(found).hexdigest()[:20]}.{suffix}"
    assert content(picture) == found


def test_the_same_bytes_have_one_name_and_others_another(decks: Path) -> None:
    for name, found in (("one.png", RED), ("two.png", RED), ("three.png", of_colour(0, 0, 200))):
        (decks / name).write_bytes(found)
    one, two, three = pictures(verdict(decks, "one.png", "two.png", "three.png"))
    assert one is not None
    assert two is not None
    assert three is not None
    assert one.name == two.name != three.name


def test_a_fact_without_a_picture_has_none(decks: Path) -> None:
    (decks / "d.yaml").write_text(
        "deck: D\nsource: harbour\nfacts:\n  a: {ask: Which fish?, answer: cod, quote: lands herring and cod}\n",
        "utf-8",
    )
    assert pictures(load(Workspace(decks.parent)).verdict()) == [None]


# --- where it lies


@pytest.mark.parametrize(
    ("deck", "file", "there"),
    [
        ("d.yaml", "sea/cod.png", "sea/cod.png"),
        ("d.yaml", "./cod.png", "cod.png"),
        ("d.yaml", "sea/../cod.png", "cod.png"),
        ("sea/d.yaml", "cod.png", "sea/cod.png"),
        ("sea/d.yaml", "../cod.png", "cod.png"),
        ("d.yaml", "a cod & “more”.png", "a cod & “more”.png"),
    ],
)
def test_a_picture_is_named_from_the_folder_of_its_deck(decks: Path, deck: str, file: str, there: str) -> None:
    (decks / there).write_bytes(RED)
    assert content(shown(decks, file, deck)) == RED


@pytest.mark.parametrize(("written", "there"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_it_is_found_however_its_letters_are_composed(decks: Path, written: str, there: str) -> None:
    folder = decks / unicodedata.normalize(there, "Häfen")  # type: ignore[arg-type]
    folder.mkdir()
    (folder / unicodedata.normalize(there, "Dörsch.png")).write_bytes(RED)  # type: ignore[arg-type]
    assert content(shown(decks, unicodedata.normalize(written, "Häfen/Dörsch.png"))) == RED  # type: ignore[arg-type]


def test_a_link_within_decks_is_followed(decks: Path) -> None:
    (decks / "sea" / "cod.png").write_bytes(RED)
    (decks / "cod.png").symlink_to("sea/cod.png")
    assert content(shown(decks, "cod.png")) == RED


@pytest.mark.parametrize(
    "file",
    [
        "../private/secret.png",
        "../private/nothing.png",
        "sea/../../private/secret.png",
        "link.png",
        "dangling.png",
        "folder/secret.png",
        "folder/nothing.png",
        "folder/../private/secret.png",
        "/etc/secret.png",
        "C:/secret.png",
        "\\\\server\\secret.png",
        "https://example.org/secret.png",
        "file:///etc/secret.png",
    ],
)
def test_nothing_outside_of_decks_is_shipped(decks: Path, file: str) -> None:
    private = decks.parent / "private"
    private.mkdir()
    (private / "secret.png").write_bytes(RED)
    (decks / "link.png").symlink_to(private / "secret.png")
    (decks / "dangling.png").symlink_to(private / "nothing.png")
    (decks / "folder").symlink_to(private, target_is_directory=True)
    assert told(decks, file)[0] == "image-outside"


def test_an_absolute_path_is_refused_also_where_it_leads_into_decks(decks: Path) -> None:
    (decks / "cod.png").write_bytes(RED)
    assert told(decks, str(decks / "cod.png"))[0] == "image-outside"


def test_decks_may_be_a_link_itself(decks: Path) -> None:
    elsewhere = decks.parent.parent / "elsewhere"
    decks.rename(elsewhere)
    decks.symlink_to(elsewhere, target_is_directory=True)
    (decks / "cod.png").write_bytes(RED)
    assert content(shown(decks, "cod.png")) == RED


def test_a_deck_that_stands_elsewhere_has_its_pictures_in_its_own_folder(decks: Path) -> None:
    aside = decks.parent / "aside"
    (aside / "sea").mkdir(parents=True)
    (aside / "sea" / "cod.png").write_bytes(RED)
    assert content(shown(decks, "sea/cod.png", "../aside/d.yaml")) == RED
    (decks / "cod.png").write_bytes(RED)
    assert told(decks, "../decks/cod.png", "../aside/d.yaml")[0] == "image-outside"


# --- what is refused


@pytest.mark.parametrize("file", ["cod.png", "nowhere/cod.png", "Sea/cod.png", "x" * 300, "cod.png/cod.png"])
def test_what_is_not_there_is_told(decks: Path, file: str) -> None:
    (decks / "sea" / "cod.png").write_bytes(RED)
    if (decks / "Sea").exists():
        pytest.skip("this file system does not tell capitals apart")
    assert told(decks, file) == ("image-not-found", f"the picture “{file}” is not there")


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("sea/codd.png", "Did you mean “cod.png”?"),
        ("sea\\cod.png", "Part folders by “/”, which every system understands."),
        ("sea/COD.PNG", "Did you mean “cod.png”?"),
        ("sea/cod.png/", "What ends in “/” is a folder. Did you mean “cod.png”?"),
        ("sea/cod.png/.", "What ends in “/” is a folder. Did you mean “cod.png”?"),
        ("nowhere/x.png", "Put it there: `file` is named from the folder of the deck."),
        ("d.yam", "Put it there: `file` is named from the folder of the deck."),
        ("sea/ling.png", "Put it there: `file` is named from the folder of the deck."),
        ("sea/pipe.png", "Did you mean “piper.png”?"),
    ],
)
def test_what_may_be_meant_is_hinted_at_if_it_could_be_shipped(decks: Path, file: str, hint: str) -> None:
    for name in ("cod.png", "piper.png"):
        (decks / "sea" / name).write_bytes(RED)
    (decks / "sea" / "pipe.pn").mkdir()
    (decks.parent / "ling.png").write_bytes(RED)
    (decks / "sea" / "lings.png").symlink_to("../../ling.png")
    (problem,) = verdict(decks, file).errors
    assert (problem.code, problem.hint) == ("image-not-found", hint)


@pytest.mark.parametrize("file", [".", "sea", "sea/"])
def test_a_folder_is_no_picture(decks: Path, file: str) -> None:
    assert told(decks, file)[0] == "image-not-a-file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever runs this may see everything")
@pytest.mark.parametrize("file", ["sea/cod.png", "cod.png"])
def test_what_nobody_may_read_is_told_as_such(decks: Path, file: str) -> None:
    (decks / file).write_bytes(RED)
    hidden = decks / file.split("/", maxsplit=1)[0]
    hidden.chmod(0)
    try:
        message = f"the picture “{file}” cannot be read: permission denied"
        assert told(decks, file) == ("image-unreadable", message)
    finally:
        hidden.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_nobody_waits_for_a_pipe(decks: Path) -> None:
    os.mkfifo(decks / "cod.png")
    assert told(decks, "cod.png")[0] == "image-not-a-file"


@pytest.mark.parametrize(
    ("found", "looks"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", " (it looks like an SVG)"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a cod -->\n<SVG/>", " (it looks like an SVG)"),
        (b"<!doctype html>\n<html lang=en>", " (it looks like a web page)"),
        (b"version https://git-lfs.github.com/spec/v1\n", " (it looks like what Git LFS keeps in its place)"),
        (b"%PDF-1.7", " (it looks like a PDF)"),
        (b"\x00\x00\x00\x18ftypheic", " (it looks like a HEIC, an AVIF or a film)"),
        (b"BM\x00", ""),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", ""),
        (b"\x89PNG\n\x1a\n", ""),
        (b"a cod", ""),
    ],
)
def test_only_what_begins_as_a_picture_is_one(decks: Path, found: bytes, looks: str) -> None:
    (decks / "cod.png").write_bytes(found)
    message = f"the picture “cod.png” is not a PNG, JPEG, GIF or WebP{looks}"
    assert told(decks, "cod.png") == ("image-not-a-picture", message)


@pytest.mark.parametrize("whole", [RED, JPEG, GIF, WEBP])
def test_a_picture_whose_header_is_cut_off_is_none(decks: Path, whole: bytes) -> None:
    message = "the picture “cod.png” is cut off or broken: it does not say how wide and how high it is"
    (decks / "cod.png").write_bytes(whole[:12])
    assert told(decks, "cod.png") == ("image-not-a-picture", message)


@pytest.mark.parametrize(("width", "height", "fits"), [(5_000, 5_000, True), (5_001, 5_000, False)])
def test_25_million_pixels_are_the_most(decks: Path, width: int, height: int, fits: bool) -> None:
    (decks / "cod.png").write_bytes(RED[:16] + struct.pack(">II", width, height) + RED[24:])
    codes = [problem.code for problem in verdict(decks, "cod.png").errors]
    assert codes == ([] if fits else ["image-too-large"])


def test_a_small_file_that_unpacks_to_a_huge_picture_is_told(decks: Path) -> None:
    (decks / "cod.png").write_bytes(RED[:16] + struct.pack(">II", 50_000, 50_000) + RED[24:])
    message = "the picture “cod.png” is 50,000 × 50,000 pixels, over 25 million"
    assert told(decks, "cod.png") == ("image-too-large", message)


@pytest.mark.parametrize(("size", "fits"), [(5_000_000, True), (5_000_001, False)])
def test_five_megabytes_are_the_most(decks: Path, size: int, fits: bool) -> None:
    (decks / "cod.png").write_bytes(RED.ljust(size, b"\0"))
    assert [problem.code for problem in verdict(decks, "cod.png").errors] == ([] if fits else ["image-too-large"])


def test_every_fact_that_shows_it_is_told_and_what_else_is_wrong_too(decks: Path) -> None:
    (decks / "cod.png").write_bytes(b"")
    found = verdict(decks, "cod.png", "cod.png")
    assert [(problem.code, problem.fact) for problem in found.errors] == [("image-empty", "f0"), ("image-empty", "f1")]
    assert not found.decks
    deck = decks / "d.yaml"
    deck.write_text(deck.read_text("utf-8").replace("answer: cod", "answer: eel"), "utf-8")
    wrong = [problem.code for problem in load(Workspace(decks.parent)).verdict().errors]
    assert sorted(wrong) == ["answer-not-in-quote"] * 2 + ["image-empty"] * 2


# --- what retired facts showed


def test_what_is_kept_is_found_by_its_content(decks: Path) -> None:
    outside = decks.parent / "outside"
    outside.mkdir()
    for path, found in (
        (decks / "sea" / "any.dat", RED),
        (decks / "z.png", RED),
        (outside / "cod.gif", GIF),
        (decks / "cod.jpg", JPEG),
    ):
        path.write_bytes(found)
    (decks / "out.gif").symlink_to(outside / "cod.gif")
    (decks / "loop.png").symlink_to("loop.png")
    names = [shipped_name(found) for found in (RED, GIF, WEBP)]
    (kept,) = Workspace(decks.parent).gallery().kept(names, "decks/d.lock")
    assert (kept.name, content(kept)) == (names[0], RED)


def test_of_a_deck_that_stands_elsewhere_only_its_own_folder_is_searched(decks: Path) -> None:
    aside = decks.parent / "aside"
    (aside / "deep").mkdir(parents=True)
    (aside / "cod.png").write_bytes(RED)
    (aside / "deep" / "cod.gif").write_bytes(GIF)
    names = [shipped_name(found) for found in (RED, GIF)]
    kept = Workspace(decks.parent).gallery().kept(names, "aside/d.lock")
    assert [one.name for one in kept] == names[:1]


# --- what happens to it before it is shipped


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _repainted(path: Path) -> None:
    path.write_bytes(of_colour(0, 0, 200))


@pytest.mark.parametrize("change", [_repainted, _emptied, Path.unlink, _made_a_folder])
def test_a_picture_that_changes_before_it_is_shipped_stops_the_run(
    decks: Path, change: Callable[[Path], object]
) -> None:
    (decks / "cod.png").write_bytes(RED)
    picture = shown(decks, "cod.png")
    change(decks / "cod.png")
    with pytest.raises(CitedeckError, match=r"cod\.png was changed in the meantime"):
        content(picture)
