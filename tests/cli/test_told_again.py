"""What was told is told again while nothing changed; whatever may change between two runs is noticed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.twins import TIDE_FACTS, TIDES, Edit, Twins
from tests.exporters.apkg.every_kind import ARTICLE, FACTS, Facts
from tests.small_png import of_colour


@pytest.fixture
def twins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Twins:
    """Two workspaces that were built and checked, and are told again."""
    return remembered(Twins(tmp_path, monkeypatch))


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Twins:
    """The same with a picture: builds are done anew, checks are told again."""
    return remembered(Twins(tmp_path, monkeypatch, picture=True))


def remembered(twins: Twins) -> Twins:
    for command in ("build", "build", "check"):
        twins.told(twins.known, command)
    shutil.rmtree(twins.fresh)
    shutil.copytree(twins.known, twins.fresh)
    assert len(list(twins.cache.iterdir())) == 1
    return twins


def nothing_is_read(patch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a deck was read")

    patch.setattr("citedeck.reading.decks.read_text", fail)


def write(name: str, text: str) -> Edit:
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def replace(name: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def remove(name: str) -> Edit:
    return lambda root: (root / name).unlink()


def move(old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        (root / new).parent.mkdir(exist_ok=True, parents=True)
        (root / old).rename(root / new)

    return edit


def copy(old: str, new: str) -> Edit:
    return lambda root: shutil.copy(root / old, root / new)


def make(name: str) -> Edit:
    return lambda root: (root / name).mkdir()


def link(name: str, target: str) -> Edit:
    """Put a link in the place of a file or a folder."""

    def edit(root: Path) -> None:
        path = root / name
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        path.symlink_to(target)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(root: Path) -> None:
        for one in edits:
            one(root)

    return edit


def deck(facts: Facts, **head: object) -> str:
    return json.dumps({"deck": "Other", "source": "tides", **head, "facts": facts})


def conflict(root: Path) -> None:
    lock = root / "decks" / "guild.lock"
    first, *lines = lock.read_text("utf-8").splitlines(keepends=True)
    ours, theirs = f"<<<<<<< HEAD\n{lines[0]}", f"=======\n{lines[0]}>>>>>>> branch\n"
    lock.write_text("".join([first, ours, theirs, *lines[1:]]), "utf-8")


CLAIM = {**TIDE_FACTS["quay"], "guid": "citedeck"}
LOCK, PACKAGE = "decks/guild.lock", "build/guild.apkg"
EDITS: dict[str, Edit] = {
    "a deck": replace("decks/guild.yaml", "A widow", "Somebody"),
    "a deck, which is wrong now": replace("decks/guild.yaml", "heron &", "stork &"),
    "a deck, which is no YAML now": write("decks/guild.yaml", "deck: ["),
    "a deck in a folder": replace("decks/shore/tides.yaml", "In which year", "When"),
    "a deck's name": replace("decks/guild.yaml", '"deck": "Guild"', '"deck": "The Guild"'),
    "a fact gone": write("decks/shore/tides.yaml", deck({"quay": TIDE_FACTS["quay"]}, id="tides")),
    "a fact that moved": both(
        write("decks/shore/tides.yaml", deck({"quay": TIDE_FACTS["quay"]}, id="shore/tides")),
        write("decks/other.yaml", deck({"turns": TIDE_FACTS["turns"]})),
    ),
    "a fact that is copied": write("decks/other.yaml", deck({"turns": TIDE_FACTS["turns"]})),
    "a guid": write("decks/other.yaml", deck({"claim": CLAIM})),
    "an article": replace("source/tides.md", "1466", "1467"),
    "an article, which says more": replace("source/tides.md", "guild.", "guild. It was long."),
    "an article gone": remove("source/tides.md"),
    "an article under another name": move("source/tides.md", "source/ebbs.md"),
    "an article in a folder": move("source/tides.md", "source/tides/tides.md"),
    "an article that is a folder": both(remove("source/tides.md"), make("source/tides.md")),
    "a second article of a name": write("source/tides.txt", TIDES),
    "a second article of a name, with the ending of files that are not done": write("source/tides.tmp", TIDES),
    "a folder of an article's name": make("source/tides"),
    "the references": replace("source/references.yaml", "On tides", "On ebbs"),
    "the references gone": remove("source/references.yaml"),
    "the references, which are no YAML now": write("source/references.yaml", "- ["),
    "the references, with a warning": write("source/references.yaml", "- id: tides\n  date_order: what\n"),
    "the references, which name another file": both(
        write("source/other.md", TIDES), write("source/references.yaml", "- id: tides\n  file: other.md\n")
    ),
    "an article outside": both(move("source/tides.md", "tides.md"), link("source/tides.md", "../tides.md")),
    "an article that is a link within": both(
        move("source/tides.md", "source/.tides.md"), link("source/tides.md", ".tides.md")
    ),
    "a lock gone": remove(LOCK),
    "a lock and its package gone": both(remove(LOCK), remove(PACKAGE)),
    "a lock edited": replace(LOCK, '"name": "Guild"', '"name": "Gilde"'),
    "a lock cut off": lambda root: (root / LOCK).write_bytes((root / LOCK).read_bytes()[:-20]),
    "a lock in conflict": conflict,
    "a lock with a byte order mark": lambda root: (root / LOCK).write_bytes(
        b"\xef\xbb\xbf" + (root / LOCK).read_bytes()
    ),
    "a lock that is a folder": both(remove(LOCK), make(LOCK)),
    "a lock of no deck": copy(LOCK, "decks/gone.lock"),
    "a lock of another program": write("decks/yarn.lock", "# yarn\n"),
    "locks exchanged": both(move(LOCK, "x"), move("decks/shore/tides.lock", LOCK), move("x", "decks/shore/tides.lock")),
    "a package gone": remove(PACKAGE),
    "a package changed": write(PACKAGE, "?"),
    "a package of another deck": copy("build/tides.apkg", PACKAGE),
    "the folder of packages gone": lambda root: shutil.rmtree(root / "build"),
    "the folder of packages elsewhere": both(move("build", "away"), link("build", "away")),
    "a deck more": write("decks/other.yaml", deck({"other": TIDE_FACTS["quay"]})),
    "a deck of an id that is taken": copy("decks/guild.yaml", "decks/other.yaml"),
    "a deck of the same id, as a copy with an id": write("decks/other.yaml", deck(TIDE_FACTS, id="GUILD")),
    "a deck of the same name, ending otherwise": copy("decks/guild.yaml", "decks/guild.yml"),
    "a deck that is a folder": make("decks/other.yaml"),
    "a deck that leads nowhere": link("decks/other.yaml", "nothing"),
    "a deck that is a link": link("decks/other.yaml", "shore/tides.yaml"),
    "a deck gone": remove("decks/guild.yaml"),
    "a deck gone with its lock": both(remove("decks/guild.yaml"), remove(LOCK)),
    "a deck renamed": move("decks/guild.yaml", "decks/gild.yaml"),
    "a deck renamed with its lock": both(move("decks/guild.yaml", "decks/gild.yaml"), move(LOCK, "decks/gild.lock")),
    "a deck moved into a folder": move("decks/guild.yaml", "decks/shore/guild.yaml"),
    "a deck hidden": move("decks/guild.yaml", "decks/.guild.yaml"),
    "every deck gone": both(remove("decks/guild.yaml"), remove("decks/shore/tides.yaml")),
    "a folder of decks elsewhere": both(move("decks/shore", "away"), link("decks/shore", "../away")),
    "what a killed build has left": write("decks/.guild.lock.x.tmp", "half"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_changes_is_noticed(edit: Edit, twins: Twins) -> None:
    twins.edit(edit)
    twins.are_the_same()


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_and_that_it_changes_back(edit: Edit, twins: Twins, tmp_path: Path) -> None:
    for root in (twins.known, twins.fresh):
        shutil.copytree(root, tmp_path / "before" / root.name, symlinks=True)
    twins.edit(edit)
    twins.say_the_same("build")
    for root in (twins.known, twins.fresh):
        shutil.rmtree(root)
        shutil.copytree(tmp_path / "before" / root.name, root, symlinks=True)
    twins.say_the_same("check")
    twins.say_the_same("build")


PICTURES: dict[str, Edit] = {
    "a picture": lambda root: (root / "decks" / "heron.png").write_bytes(of_colour(9, 9, 9)),
    "a picture gone": remove("decks/heron.png"),
    "a picture that is none": write("decks/heron.png", "<svg"),
    "a picture outside": both(move("decks/heron.png", "heron.png"), link("decks/heron.png", "../heron.png")),
    "a picture under another name": move("decks/heron.png", "decks/stork.png"),
    "a picture's fact gone": write("decks/guild.yaml", deck({"founder": FACTS["founder"]}, source="varnholt")),
    "a picture's fact and the picture gone": both(
        write("decks/guild.yaml", deck({"founder": FACTS["founder"]}, source="varnholt")), remove("decks/heron.png")
    ),
}


@pytest.mark.parametrize("edit", PICTURES.values(), ids=PICTURES)
def test_what_changes_of_pictures_is_noticed(edit: Edit, shown: Twins) -> None:
    shown.edit(edit)
    shown.are_the_same()


def test_nothing_is_read_while_nothing_changed(twins: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    told = twins.told(twins.fresh, "check"), twins.told(twins.fresh, "build")
    nothing_is_read(monkeypatch)
    assert (twins.told(twins.known, "check"), twins.told(twins.known, "build")) == told


def test_times_of_files_do_not_count(twins: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, folders, names in os.walk(twins.known):
        for name in (*folders, *names):
            os.utime(Path(place, name), (1, 1))
    told = twins.told(twins.known, "check")
    nothing_is_read(monkeypatch)
    assert twins.told(twins.known, "check") == told
    assert twins.told(twins.known, "build")[0] == 0


def test_what_lies_elsewhere_does_not_count(twins: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    (twins.known / "notes.txt").write_text("Buy milk.", "utf-8")
    (twins.known / ".git").mkdir()
    nothing_is_read(monkeypatch)
    assert twins.told(twins.known, "check")[0] == twins.told(twins.known, "build")[0] == 0


def test_problems_are_told_again(twins: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    twins.edit(replace("decks/guild.yaml", "heron &", "stork &"))
    code, output, errors = twins.say_the_same("check")
    assert code == 1
    assert "quote-not-found" in output
    nothing_is_read(monkeypatch)
    assert twins.told(twins.known, "check") == (code, output, errors)


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--strict"],
        ["build", "--locked"],
        ["build", "--jobs", "2"],
        ["build", "-o", "out"],
        ["build", "-o", "decks"],
        ["build", "-o", "source"],
        ["build", "--to", "tsv"],
        ["build", "--to", "quiz"],
        ["build", "--to", "apkg", "--to", "gift"],
        ["build", "--to", "parchment"],
        ["build", "guild"],
        ["build", "decks/shore/tides.yaml", "guild"],
        ["build", "nobody"],
        ["build", "decks"],
        ["build", "--touch"],
        ["build", "--since", "build/guild.apkg"],
        ["check", "--strict"],
        ["check", "--json"],
        ["check", "guild"],
        ["plan"],
    ],
    ids=" ".join,
)
def test_another_question_has_another_answer(arguments: list[str], twins: Twins) -> None:
    for _ in range(3):
        twins.say_the_same(*arguments)
    twins.are_the_same()
    twins.say_the_same(*arguments)


def test_strict_is_not_told_what_the_other_was(twins: Twins) -> None:
    twins.edit(replace("decks/shore/tides.yaml", '"The tide turns twice a day"', '"twice a day"'))
    questions = [[command, *strict] for strict in ([], ["--strict"], []) for command in ("check", "build", "build")]
    codes = [twins.say_the_same(*question)[0] for question in questions]
    assert codes == [0, 0, 0, 1, 1, 1, 0, 0, 0]


@pytest.mark.parametrize("cwd", ["decks", "build", "decks/shore"])
@pytest.mark.parametrize("arguments", [["build"], ["build", "-o", "out"], ["check"]], ids=" ".join)
def test_paths_are_told_from_where_one_is(cwd: str, arguments: list[str], twins: Twins) -> None:
    for _ in range(3):
        _, output, _ = twins.say_the_same(*arguments, cwd=cwd)
    assert "build" not in arguments or "guild.apkg is as it was" in output
    twins.are_the_same()


@pytest.mark.parametrize("folder", ["./.", "decks/.."])
def test_a_workspace_that_is_named_is_the_same(folder: str, twins: Twins) -> None:
    for _ in range(3):
        twins.say_the_same("-C", folder, "build", "-o", "out")
        twins.say_the_same("-C", folder, "check")
    for root in (twins.known, twins.fresh):
        shutil.rmtree(root / "out")
    twins.say_the_same("-C", folder, "build", "-o", "out")


def test_packages_in_a_named_folder_are_looked_for_there(twins: Twins) -> None:
    """Not where its path, which is told from the folder one is in, would lead from the root of the workspace."""
    for number in range(3):
        for root in (twins.known, twins.fresh):
            if number == 2:
                shutil.copytree(root / "out", root / root.name / "out")
                shutil.rmtree(root / "out")
        told = [
            twins.told(root, "-C", root.name, "build", "-o", "out", cwd="..") for root in (twins.known, twins.fresh)
        ]
        assert told[0] == (told[1][0], told[1][1].replace("fresh", "known"), told[1][2])
        assert (twins.known / "out" / "guild.apkg").is_file()


@pytest.mark.parametrize("name", ["decks/guild.yaml", "source/tides.md", "source/references.yaml", LOCK])
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_file_that_cannot_be_read_any_more(
    name: str, command: str, twins: Twins, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(self: Path, *arguments: object, **keys: object) -> object:
        if self.as_posix().endswith(f"/{name}"):
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **keys)  # type: ignore[call-overload]  # as it was called

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        told = [twins.told(root, command) for root in (twins.known, twins.fresh)]
        assert told[0] == told[1]
        assert "permission denied" in told[0][1] + told[0][2]
        assert twins.told(twins.known, command) == told[0]
    twins.are_the_same()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("name", ["decks/pipe.yaml", "decks/pipe", "source/tides.md", "source/pipe", LOCK, PACKAGE])
def test_a_pipe_makes_nobody_wait(name: str, twins: Twins) -> None:
    def pipe(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name)

    twins.edit(pipe)
    twins.are_the_same()


def test_what_a_link_to_a_folder_leads_to_counts(twins: Twins) -> None:
    twins.edit(both(move("decks/shore", "away"), link("decks/shore", "../away")))
    twins.are_the_same()
    twins.edit(replace("away/tides.yaml", "In which year", "When"))
    twins.are_the_same()
    twins.edit(write("away/more.yaml", deck({"more": TIDE_FACTS["quay"]})))
    twins.are_the_same()


def test_what_a_link_to_a_file_leads_to_counts(twins: Twins) -> None:
    twins.edit(both(move("decks/guild.yaml", "away.yaml"), link("decks/guild.yaml", "../away.yaml")))
    twins.are_the_same()
    twins.edit(replace("away.yaml", "A widow", "Somebody"))
    assert "1 updated" in twins.say_the_same("build")[1]
    twins.are_the_same()


def test_an_article_that_is_named_by_its_path_counts(tmp_path: Path, twins: Twins) -> None:
    """The workspace is a link; the reference names a file below source/ by where that really is, and a copy of it lies
    where its name would be looked for.
    """
    for root in (twins.known, twins.fresh):
        moved = tmp_path / "moved" / root.name
        moved.parent.mkdir(exist_ok=True)
        root.rename(moved)
        root.symlink_to(moved)
        article = moved / "source" / "inner" / "varnholt.txt"
        article.parent.mkdir()
        article.write_text(ARTICLE, encoding="utf-8")
        write("source/references.yaml", f"- id: varnholt\n  file: {article}\n")(root)
    for edit in (lambda _: None, replace("source/inner/varnholt.txt", "1382", "1383")):
        twins.edit(edit)
        for command in ("build", "build", "check", "build"):
            told = [twins.told(root, "-C", str(root), command) for root in (twins.known, twins.fresh)]
            assert told[0][0] == told[1][0], told
    assert told[0][0] == 1


@pytest.mark.parametrize("epoch", ["never", "", "99999999999"])
def test_a_time_that_is_none_is_told(epoch: str, twins: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twins, "_now", epoch)
    told = [twins.told(root, "build") for root in (twins.known, twins.fresh)]
    assert told[0] == told[1]
    assert told[0][0] == 2


def test_another_cache_knows_nothing(twins: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twins, "cache", twins.cache.with_name("other"))
    twins.are_the_same()
    assert len(list(twins.cache.iterdir())) == 1


def test_a_workspace_in_the_place_of_another_is_another(twins: Twins, tmp_path: Path) -> None:
    for root in (twins.known, twins.fresh):
        root.rename(root.with_name(f"old {root.name}"))
        shutil.copytree(root.with_name(f"old {root.name}"), root)
    twins.edit(replace("decks/guild.yaml", "A widow", "Somebody"))
    twins.are_the_same()
    for root in (twins.known, twins.fresh):
        shutil.rmtree(root)
        root.with_name(f"old {root.name}").rename(root)
    twins.are_the_same()
