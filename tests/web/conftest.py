"""The browser of the web tests; without one they are skipped by name, or fail where everything must run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "unit" / "brief")]

from browser import CHROMIUM, DRIVER, Browser  # noqa: E402


def pytest_configure(config: pytest.Config) -> None:
    """Names the marker, so that the tests can be chosen or left out."""
    config.addinivalue_line("markers", "web: needs chromium and chromedriver")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    if not (CHROMIUM and DRIVER):
        reason = "chromium or chromedriver is not installed (apt-get install chromium chromium-driver)"
        if os.environ.get("DETENTE_CI_FULL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    opened = Browser()
    yield opened
    opened.close()
