"""One pool of workers for the tests of the loop, with the shipped model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from detente.engine.local import Pool


@pytest.fixture(scope="package")
def pool() -> Iterator[Pool]:
    with Pool(1) as made:
        yield made
