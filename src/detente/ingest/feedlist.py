"""`feeds.toml`: the feeds and pages that are polled, and how often."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from detente.errors import UsageError

_EVERY = re.compile(r"(\d{1,6})\s*([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_HINT = 'Write [[feed]] or [[page]] with url = "https://...", and perhaps every = "15m", outlet = "...", pages = false.'


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feed or page that is polled.

    Attributes:
        url: its address.
        every: how often, as number and unit (s m h d); None: as the list says.
        outlet: the publisher's name, if the pages do not say it.
        pages: whether a feed's pages are fetched; otherwise the text in the feed is the article.
    """

    url: str
    every: str | None = None
    outlet: str | None = None
    pages: bool = True


class FeedList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of targets; `delay` is the least time between two requests to one host, in seconds."""

    feed: tuple[Target, ...] = ()
    page: tuple[Target, ...] = ()
    every: str = "15m"
    delay: float = 1.0


def read_list(path: Path) -> FeedList:
    """The list in a file.

    Raises:
        UsageError: it cannot be read, or something in it is wrong.
    """
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=FeedList)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}).", "Check the path.", "feeds") from None
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise UsageError(f"{path}: {str(error).rstrip('.')}.", _HINT, "feeds") from None
    for target in (*found.feed, *found.page):
        seconds(target.every or found.every)
    seconds(found.every)
    return found


def seconds(every: str) -> int:
    """An interval in seconds, at least one.

    Raises:
        UsageError: it is none.
    """
    match = _EVERY.fullmatch(every.strip())
    if not match:
        raise UsageError(f"'{every}' is no interval.", 'Write it like "15m", "2h" or "1d".', "feeds")
    return max(1, int(match[1]) * _SECONDS[match[2]])
