"""Manners: robots.txt is respected, and one host is not asked faster than it likes."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from detente.errors import InputError
from detente.ingest.fetch import Refused, fetch
from detente.ingest.limits import Limits

NAME = "detente"  # in robots.txt
_KEPT = 3600.0  # seconds for which a robots.txt holds
_LONGEST = 120.0  # a host that asks for longer pauses is left alone
_SIZE = 500_000
_KINDS = frozenset({"text/plain", "text/html", "application/octet-stream", "text/x-robots"})


class Polite:
    """Asked before each request: waits for the host's turn, and refuses what its robots.txt forbids.

    Args:
        limits: for fetching robots.txt.
        delay: least seconds between two requests to a host.
        sleep: how to wait.
    """

    def __init__(self, limits: Limits, delay: float = 1.0, sleep: Callable[[float], None] = time.sleep) -> None:
        self._limits = Limits(size=_SIZE, seconds=limits.seconds, allow_local=limits.allow_local, allowed=limits.allowed)
        self._delay, self._sleep = delay, sleep
        self._rules: dict[str, tuple[float, RobotFileParser | None]] = {}
        self._last: dict[str, float] = {}

    def __call__(self, url: str) -> None:
        """Wait until `url` may be asked for.

        Raises:
            InputError: `robots` if it may not.
        """
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}".lower()
        rules = self._robots(host)
        if rules is None:
            raise InputError(f"{host}/robots.txt cannot be read, so nothing is fetched there now.", "It is tried again later.", "robots")
        if not rules.can_fetch(NAME, url):
            raise InputError(f"{url} is closed to programs by robots.txt.", "Ask the publisher, or save the page and give the file.", "robots")
        asked = float(rules.crawl_delay(NAME) or 0)
        if asked > _LONGEST:
            raise InputError(f"{host} wants {asked:g} seconds between requests.", "Ask the publisher for a feed.", "robots")
        self._wait(host, max(self._delay, asked))

    def _wait(self, host: str, delay: float) -> None:
        due = self._last.get(host, -1e9) + delay
        if (pause := due - time.monotonic()) > 0:
            self._sleep(pause)
        self._last[host] = time.monotonic()

    def _robots(self, host: str) -> RobotFileParser | None:
        """The rules of a host; None while they cannot be read. No robots.txt forbids nothing (RFC 9309)."""
        until, rules = self._rules.get(host, (0.0, None))
        if time.monotonic() < until:
            return rules
        rules = RobotFileParser()
        try:
            answer = fetch(f"{host}/robots.txt", self._limits, kinds=_KINDS)
            rules.parse(answer.data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
        except Refused as error:
            rules.parse([])
            if error.status >= 500 or error.status == 429:
                rules = None
        except InputError as error:
            if error.code == "address":
                raise
            rules.parse([])
            if error.code != "binary":
                rules = None
        self._rules[host] = (time.monotonic() + (_KEPT if rules else 60.0), rules)
        return rules
