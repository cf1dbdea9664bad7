"""A workspace, and the package that was built of it."""

from pathlib import Path

import pytest

from tests.exporters.apkg.every_kind import FACTS, T0, exported, judged


@pytest.fixture(scope="package")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a fact of every kind."""
    folder = tmp_path_factory.mktemp("workspace")
    judged(folder, FACTS)
    return folder


@pytest.fixture(scope="package")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The package of its deck."""
    return exported(judged(tmp_path_factory.mktemp("built"), FACTS), T0)
