"""What stands around a mention that names no state: which states a text tells of and how near, as numbers that `belonging` weighs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from detente.actor.home import Told, chances
from detente.actor.setting import LEAD
from detente.mention import Candidate
from detente.mention.kinds import head

#: What is asked of each state: how likely the text is at home there (log); how much of the text and of its beginning tells of it (log shares);
#: does a place of it stand in or behind the mention; is it the owner's ("its forces"; -1 for "its neighbour"); is it told of in the paragraph, and
#: alone there; how many sentences ago was it told of (1 in the same, 1/2 in the one before, ...); how near behind the mention in its sentence (1
#: beside it); does the sentence open with a place of it ("In Lima, ..."); is it told of last; is it the dateline's. Then that of others: of whom
#: the sentence names first, of whom the one before names first, of whom the paragraph names last. For those who are sent abroad it is weighed apart
#: how likely a state is the text's home, whether it is near, near before them in the sentence, or that of whom it names first; for whom a text names
#: behind an office ("Senator Abara"), whether it is the dateline's, and near; and in quotations, whether it is near.
FEATURES = (
    "home", "share", "lead", "beside", "owner", "paragraph", "alone in it", "nearness", "behind", "opening", "last", "dateline", "subject",
    "subject before", "company", "sent: home", "sent: nearness", "sent: before", "sent: subject", "titled: dateline",
    "titled: nearness", "quoted: nearness",
)  # fmt: skip
#: What is asked of a mention that may be of no state: kinds by the first sector, what its words say, what stands around it, of how many states
#: it may be (log). The noun that it is about has a weight of its own where the fit met it often.
NONE = (
    "always", "business", "press", "unknown", "named", "abroad", "states", "bare plural", "of a body", "credited", "person", "body", "quoted",
    "body near", "nothing before", "choices",
)  # fmt: skip
_REACH = 4000  # characters, and no paragraph is longer
_WINDOW = 40  # words that tell of a state, on either side
_MOST = 4  # states that a text tells of most, wherever
_AT_HOME = 0.5
_UNLIKELY = 0.01  # as a home, of which no text is sure
_BESIDE = re.compile(r",? (?:in|from|at|of|near|around|outside|(?:south|north|east|west) of)(?: the)? ?", re.IGNORECASE)
_OTHERS = frozenset(
    "neighbour neighbours neighbor neighbors counterpart counterparts rival rivals opponent opponents host hosts enemy enemies".split()
)
_SENT = frozenset("ambassador ambassadors embassy envoy envoys consul consulate diplomat diplomats mission delegation delegations attaché".split())
_OPENING = re.compile(r"(?:^|\n|[.!?][\"”’]? )(?:In|At|From) $")
_HALF = 20  # characters, at which what stands beside counts half
_ABROAD = frozenset("foreign international regional other overseas global world allied".split())
_STATES = frozenset("states countries nations governments neighbours neighbors members allies capitals powers".split())


class Company(NamedTuple):
    """The states of others around a mention: of whom its sentence names first, of whom the one before does, of whom its paragraph names last."""

    subject: str | None = None
    before: str | None = None
    latest: str | None = None


_ALONE = Company()


def _closeness(characters: int) -> float:
    return _HALF / (_HALF + characters)


class Surroundings:
    """The states that a text tells of, found by where.

    Args:
        text: the article's.
        told: every mention with a state of its own, every place, every other word for a state, and its money.
        dateline: the state of the dateline's place; `outlet` that of who publishes the text.
    """

    def __init__(self, text: str, told: Sequence[Told], dateline: str | None = None, outlet: str | None = None) -> None:
        self.text, self.dateline, self.told = text, dateline, sorted(told)
        self._home = chances(text, self.told, dateline, outlet)
        self._often = Counter(one.country for one in self.told)
        self._lead = Counter(one.country for one in self.told if one.start < LEAD)
        self._foremost = [code for code, _ in self._often.most_common(_MOST)]
        self._likeliest_home = max(self._home, key=self._home.__getitem__, default=None)
        #: the state in which the text is at home, if one is likelier than all others together
        self.home = self._likeliest_home if self._likeliest_home and self._home[self._likeliest_home] > _AT_HOME else None
        self._known: dict[str, tuple[float, float]] = {}

    def rows(self, mention: Candidate, owner: str | None = None, company: Company = _ALONE) -> dict[str, tuple[float, ...]]:
        """`FEATURES` of the states that a mention may be of, by their codes; `owner` is that of whoever its words say it is of."""
        begin = self.text.rfind("\n", max(mention.start - _REACH, 0), mention.start)
        stop = self.text.find("\n", mention.start, mention.end + _REACH)
        at = self._at(mention.start)
        window = self.told[max(at - _WINDOW, 0) : at + _WINDOW]
        paragraph = [one for one in window if begin <= one.start and (stop < 0 or one.start < stop)]
        around = {one.country for one in paragraph if one.end <= mention.start or one.start >= mention.end}
        last = {one.country: one.sentence for one in window if one.start < mention.start}
        latest = self.told[at - 1].country if at else None
        front, behind, opening = self._sentence(mention, [one for one in window if one.sentence == mention.sentence])
        sent, office = not _SENT.isdisjoint(mention.bare), titled(mention)
        beside = None if sent else self._beside(mention, paragraph)  # "met the ambassador in Geneva"
        whose = -1.0 if another(mention) else 1.0
        codes = {self._likeliest_home, owner, beside, *around, *last, *self._foremost} - {None}
        found: dict[str, tuple[float, ...]] = {}
        for code in sorted(code for code in codes if code):
            near = 1 / (1 + max(mention.sentence - last[code], 0)) if code in last else 0.0
            at_home = log(self._home.get(code, 0.0) + _UNLIKELY)
            found[code] = (
                at_home, *self._shares(code), code == beside,
                whose * (code == owner), code in around, around == {code}, near, behind.get(code, 0.0), code == opening, code == latest,
                code == self.dateline, code == company.subject, code == company.before, code == company.latest, sent * at_home,
                sent * near, sent * front.get(code, 0.0), sent * (code == company.subject), office * (code == self.dateline), office * near,
                mention.quoted * near,
            )  # fmt: skip
        return found

    def _sentence(self, mention: Candidate, told: Sequence[Told]) -> tuple[dict[str, float], dict[str, float], str | None]:
        """How close before and behind a mention its sentence tells of each state, and the state of the place with which it opens."""
        # From the farthest to the nearest, which is kept.
        front = {one.country: _closeness(mention.start - one.end) for one in told if one.end <= mention.start}
        behind = {one.country: _closeness(one.start - mention.end) for one in reversed(told) if one.start >= mention.end}
        first = told[0] if front else None
        opens = first and _OPENING.search(self.text, max(first.start - 8, 0), first.start)
        return front, behind, first.country if first and opens else None

    def silent(self, mention: Candidate) -> bool:
        """Whether no state is told of in the paragraph before a mention."""
        at = self._at(mention.start)
        return at == 0 or "\n" in self.text[max(self.told[at - 1].start, mention.start - _REACH) : mention.start]

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


def none(
    mention: Candidate, sectors: Sequence[str], *, known: bool, of_body: bool, near_body: bool = False, silent: bool = False, choices: int = 0
) -> tuple[float, ...]:
    """`NONE` of a mention. `known`: the tables have its words; `of_body`: it is of an organisation of states ("its staff"); `near_body`: its
    sentence named one; `silent`: no state is told of in the paragraph before it; `choices`: of how many states it may be."""
    sector, words = next(iter(sectors), ""), set(mention.bare)
    plural = len(mention.words) == 1 and mention.words[0].endswith("s")
    return (
        1.0, sector == "BUS", sector == "JRN", not known, bool(mention.name), not words.isdisjoint(_ABROAD), not words.isdisjoint(_STATES),
        plural, of_body, mention.before.endswith("("), mention.type == "PER", mention.type == "ORG", mention.quoted, near_body, silent,
        log(1 + choices),
    )  # fmt: skip


def titled(mention: Candidate) -> bool:
    """Whether somebody is named behind an office, as those of the state where a text is written are ("Senator Abara")."""
    first, _, rest = mention.text.partition(" ")
    return mention.type == "PER" and bool(mention.name) and len(rest.split()) >= len(mention.name) and first[:1].isupper() and first != "The"


def another(mention: Candidate) -> bool:
    """Whether a mention is by its noun of another state than its owner's ("its neighbour")."""
    return head(mention.bare) in _OTHERS


def noun(mention: Candidate) -> str:
    """The noun that a mention is about, several as one ("residents": "resident")."""
    word = head(mention.bare)
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def sentence_at(extents: Sequence[tuple[int, int]], position: int) -> int:
    """The number of the sentence in which a position lies."""
    return max(bisect_right(extents, position, key=lambda extent: extent[0]) - 1, 0)
