"""What stands around a mention that names no state: which states a text tells of and how near, as numbers that `belonging` weighs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from detente.mention import Candidate
from detente.mention.kinds import head

#: What is asked of each state: is it the story's; how much of the text and of its beginning tells of it (log shares); does a place of it stand
#: in or behind the mention; is it the owner's ("its forces"; -1 for "its neighbour"); is it told of in the paragraph, and alone there; how many
#: sentences ago was it told of (1 in the same, 1/2 in the one before, ...).
FEATURES = ("story", "share", "lead", "beside", "owner", "paragraph", "alone in it", "nearness")
#: What is asked of a mention that may be of no state: kinds by the first sector, and what its words say.
NONE = ("always", "business", "press", "unknown", "named", "abroad", "states", "bare plural", "of a body", "credited")
_LEAD = 400  # characters
_REACH = 4000  # characters, and no paragraph is longer
_WINDOW = 40  # words that tell of a state, on either side
_MOST = 4  # states that a text tells of most, wherever
_BESIDE = re.compile(r",? (?:in|from|at|of|near|around|outside|(?:south|north|east|west) of)(?: the)? ?", re.IGNORECASE)
_OTHERS = frozenset(
    "neighbour neighbours neighbor neighbors counterpart counterparts rival rivals opponent opponents host hosts enemy enemies".split()
)
_ABROAD = frozenset("foreign international regional other overseas global world allied".split())
_STATES = frozenset("states countries nations governments neighbours neighbors members allies capitals powers".split())


class Told(NamedTuple):
    """Words that tell of a state: their extent and sentence, and the state's ISO alpha-3 code."""

    start: int
    end: int
    sentence: int
    country: str


class Surroundings:
    """The states that a text tells of, found by where.

    Args:
        text: the article's.
        told: every mention with a state of its own, and every place.
        home: the country of the story, if one outweighs the others.
    """

    def __init__(self, text: str, told: Sequence[Told], home: str | None = None) -> None:
        self.text, self.home, self.told = text, home, sorted(told)
        self._often = Counter(one.country for one in self.told)
        self._lead = Counter(one.country for one in self.told if one.start < _LEAD)
        self._foremost = [code for code, _ in self._often.most_common(_MOST)]
        self._known: dict[str, tuple[float, float]] = {}

    def rows(self, mention: Candidate, owner: str | None = None) -> dict[str, tuple[float, ...]]:
        """`FEATURES` of the states that a mention may be of, by their codes; `owner` is that of whoever its words say it is of."""
        begin = self.text.rfind("\n", max(mention.start - _REACH, 0), mention.start)
        stop = self.text.find("\n", mention.start, mention.end + _REACH)
        at = self._at(mention.start)
        window = self.told[max(at - _WINDOW, 0) : at + _WINDOW]
        paragraph = [one for one in window if begin <= one.start and (stop < 0 or one.start < stop)]
        around = {one.country for one in paragraph if one.end <= mention.start or one.start >= mention.end}
        last = {one.country: one.sentence for one in window if one.start < mention.start}
        beside, whose = self._beside(mention, paragraph), -1.0 if head(mention.bare) in _OTHERS else 1.0
        codes = {self.home, owner, beside, *around, *last, *self._foremost} - {None}
        return {
            code: (
                code == self.home, *self._shares(code), code == beside,
                whose * (code == owner), code in around, around == {code}, 1 / (1 + mention.sentence - last[code]) if code in last else 0.0,
            )
            for code in sorted(code for code in codes if code)
        }  # fmt: skip

    def _shares(self, code: str) -> tuple[float, float]:
        """The logarithms of how much of the text and of its beginning tells of a state."""
        if code not in self._known:
            often, lead = self._often, self._lead
            self._known[code] = log((often[code] + 0.5) / max(often.total(), 1)), log((lead[code] + 0.5) / (lead.total() + 1))
        return self._known[code]

    def _at(self, position: int) -> int:
        return bisect_left(self.told, position, key=lambda one: one.start)

    def _beside(self, mention: Candidate, paragraph: Sequence[Told]) -> str | None:
        """The state of a place within a mention or right behind it ("a farmer from Nakuru")."""
        for one in paragraph:
            within = mention.start <= one.start < mention.end
            if within or (one.start >= mention.end and _BESIDE.fullmatch(self.text, mention.end, one.start)):
                return one.country
        return None


def none(mention: Candidate, sectors: Sequence[str], *, known: bool, of_body: bool) -> tuple[float, ...]:
    """`NONE` of a mention. `known`: the tables have its words; `of_body`: it is of an organisation of states ("its staff")."""
    sector, words = next(iter(sectors), ""), set(mention.bare)
    plural = len(mention.words) == 1 and mention.words[0].endswith("s")
    return (
        1.0, sector == "BUS", sector == "JRN", not known, bool(mention.name), not words.isdisjoint(_ABROAD), not words.isdisjoint(_STATES),
        plural, of_body, mention.before.endswith("("),
    )  # fmt: skip


def sentence_at(extents: Sequence[tuple[int, int]], position: int) -> int:
    """The number of the sentence in which a position lies."""
    return max(bisect_right(extents, position, key=lambda extent: extent[0]) - 1, 0)
