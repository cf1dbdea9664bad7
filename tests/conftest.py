"""Options of the tests."""

import pytest
from hypothesis import settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="Write what the tests find as what they expect from now on.")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written instead of compared."""
    return bool(request.config.getoption("--bless"))


settings.register_profile("citedeck", deadline=None)  # machines are slow when they are cold
settings.load_profile("citedeck")
