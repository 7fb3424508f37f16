"""What tests share: the repository's folder, and one coder that loads the shipped weights once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.serving import Site, served

from detente.coder import Coder


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder as shipped, coding any language, with its model loaded."""
    shipped = Coder(force=True)
    assert shipped.model.name
    return shipped


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server of one's own."""
    with served() as found:
        yield found
