"""Whose police "the police" are: the state that a chain without one of its own belongs to, or none.

A conditional logit (McFadden 1974) over the states that a text tells of and "none". The weights of `data/belonging.tsv` are fitted on
corpus/train by `python -m training.belonging`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from operator import mul
from typing import Literal

from detente.actor.currencies import counted
from detente.actor.home import Told, seat
from detente.actor.identity import Identity
from detente.actor.outlets import worldwide
from detente.actor.setting import named_states
from detente.actor.ships import flag, flagged, ship
from detente.actor.surroundings import FEATURES, NONE, Company, Surroundings, another, none, noun, sentence_at
from detente.mention import Candidate, Chain
from detente.records import Place
from detente.where import dateline, paragraph_countries, venue
from detente.where.georgia import american, elsewhere
from detente.where.names import state_called

FILE = "belonging.tsv"
#: How likely a state must be, among all and "none": a wrong country harms more than none.
SURE = 0.5
#: How much the others of a text count: the power of what is believed of them, with this much belief in any state beforehand.
_AGREEMENT, _ANY = 0.5, 0.5
_BACK = 40  # mentions
_NESTED = 4  # spans that begin before a word and may reach over it
_BRACKETS = re.compile(r" \(([^()\n]{3,40})\)")
# Who comes from abroad, but not whose office it is ("the foreign minister").
_FOREIGN = re.compile(
    r"(?:(?:the|all|some|many|most|other|several|two|three|dozens of|hundreds of|thousands of)\s)?foreign\s"
    r"(?!minist|secretar|office|polic|affairs|service|trade|exchange|intelligence)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-Z][a-z]{3,}\b")
Answers = Sequence[Sequence[Identity]]  # what the tables know of a chain's mentions, one by one


class Belonging:
    """The states of an article's chains.

    Args:
        chains: all of them, with what the tables know of each by its words `alone`.
        text: the article's, with its sentences `extents` and the `places` that it names.
        outlet: who publishes the text.
    """

    def __init__(
        self,
        chains: Sequence[Chain],
        alone: Mapping[str, Answers],
        text: str,
        extents: Sequence[tuple[int, int]] = (),
        places: Sequence[Place] = (),
        outlet: str | None = None,
    ) -> None:
        self.text, self.alone, self.scenes = text, alone, paragraph_countries(text, places)
        self._chains = {chain.id: chain for chain in chains}
        self._told = sorted(((m.start, m.sentence, chain) for chain in chains for m in chain.mentions), key=lambda row: row[:2])
        self.own = {chain.id: _country(alone[chain.id]) or _delegated(chain, text) or _flag(chain) for chain in chains}
        self._likely: dict[str, dict[str, float]] = {}
        self._abroad = {chain.id for chain in chains if any(worldwide(one.name, credited=True) for one in _singles(alone[chain.id]))}
        rooted = (chain for chain in chains if chain.id not in self._abroad)
        named = [Told(m.start, m.end, m.sentence, code, _by(m, code)) for c in rooted if (code := self.own[c.id]) for m in c.mentions]
        held = dateline(text, places)
        every = {*places, held} if held else places
        placed = [Told(p.start, p.end, sentence_at(extents, p.start), p.country, _lies(p)) for p in every if p.country]
        taken = sorted({(m.start, m.end) for c in chains for m in c.mentions} | {(p.start, p.end) for p in every})
        written = None if held is None or venue(text[held.start : held.end]) else held.country
        self.around = Surroundings(text, [*named, *placed, *_loose(text, extents, taken)], written, seat(outlet))

    def country(self, chain: Chain, identities: Mapping[str, Sequence[Identity]]) -> str | None:
        """The ISO alpha-3 code of a chain's state: its own, its owner's, that of the place with which the paragraph opens, else the likeliest.

        `identities` are those of the chains before it, whose it may be ("its forces").
        """
        if _ship(chain):
            return self.own[chain.id]  # a merchant ship is of whatever state, and no text's own
        mention = chain.mentions[0]
        if _FOREIGN.match(telling(chain).text):
            return self.own[chain.id]
        scene = self.scenes.get(self.text.rfind("\n", 0, mention.start) + 1)
        return self.own[chain.id] or self._owners(chain) or scene or self._likeliest(chain, identities)

    def _owners(self, chain: Chain) -> str | None:
        """The state that a chain is of by its words ("Japan ... its finance ministry"), but of nobody's neighbour or rival."""
        owner = self._chains[chain.owner] if chain.owner else None
        several = telling(chain).words[:1] == ("their",)  # "the two states advised their citizens"
        return self.own[owner.id] if owner and owner.type == "GPE" and not several and not another(telling(chain)) else None

    def _whose(self, chain: Chain, identities: Mapping[str, Sequence[Identity]]) -> tuple[str | None, bool]:
        """The state of a chain's owner, and whether that is an organisation of several."""
        if chain.owner is None:
            return None, False
        owners = [*identities.get(chain.owner, ()), *_singles(self.alone[chain.owner])]
        whose = next((one.country for one in owners if one.country), None)
        return whose, whose is None and any(one.org for one in owners)

    def _likeliest(self, chain: Chain, identities: Mapping[str, Sequence[Identity]]) -> str | None:
        weights, nowhere, words = _weights()
        rows, nobody = self.rows(chain, identities)
        odds = {code: exp(_dot(weights, row)) for code, row in rows.items()}
        total = sum(odds.values()) + exp(_dot(nowhere, nobody) + words.get(noun(telling(chain)), 0.0))
        likely = self._likely[chain.id] = {code: one / total for code, one in odds.items()}
        return _sure(likely)

    def agreed(self) -> dict[str, str | None]:
        """The states of the chains that were given the likeliest, in view of each other."""
        return {chain: _sure(likely) for chain, likely in agree(self._likely).items()}

    def rows(self, chain: Chain, identities: Mapping[str, Sequence[Identity]]) -> tuple[dict[str, tuple[float, ...]], tuple[float, ...]]:
        """What the likeliest state is read from: `FEATURES` of each that may be it, and `NONE` of there being none."""
        mention, answers = telling(chain), self.alone[chain.id]
        sectors = next((one.sectors for one in _singles(answers)), ())
        whose, of_body = self._whose(chain, identities)
        company, near_body = self._company(mention, chain, identities)
        rows, silent = self.around.rows(mention, whose, company), self.around.silent(mention)
        return rows, none(mention, sectors, known=bool(answers), of_body=of_body, near_body=near_body, silent=silent, choices=len(rows))

    def _company(self, mention: Candidate, chain: Chain, identities: Mapping[str, Sequence[Identity]]) -> tuple[Company, bool]:
        """The states of those whom the paragraph names before a mention, and whether its sentence names an organisation there."""
        at = bisect_left(self._told, mention.start, key=lambda row: row[0])
        begin, here, before, latest, near_body = self.text.rfind("\n", 0, mention.start), None, None, None, False
        for start, sentence, other in reversed(self._told[max(at - _BACK, 0) : at]):
            if start < begin:
                break
            known = identities.get(other.id, ())
            near_body = near_body or (sentence == mention.sentence and any(one.org for one in known))
            code = next((one.country for one in known if one.country), None)
            if code and other is not chain and other.id not in self._abroad:
                latest = latest or code
                here = code if sentence == mention.sentence else here
                before = code if sentence == mention.sentence - 1 else before
        return Company(here, before, latest), near_body


def agree(likely: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """How likely the states of several are in view of each other: those of one text are mostly of the same.

    What is believed of the others shifts only between states; how likely none is (what the states leave of 1) stays as it was.
    """
    believed: Counter[str] = Counter()
    for one in likely.values():
        believed.update(one)
    found = {}
    for key, one in likely.items():
        weighed = {code: chance * (believed[code] - chance + _ANY) ** _AGREEMENT for code, chance in one.items()}
        scale = sum(one.values()) / sum(weighed.values()) if weighed else 0.0
        found[key] = {code: chance * scale for code, chance in weighed.items()}
    return found


def _sure(likely: Mapping[str, float]) -> str | None:
    """The likeliest state, if it is likely enough."""
    best = max(likely, key=likely.__getitem__, default=None)
    return best if best and likely[best] >= SURE else None


def telling(chain: Chain) -> Candidate:
    """The mention of a chain whose words and surroundings tell of its state: the first that is no pronoun."""
    return next((mention for mention in chain.mentions if not mention.pronoun), chain.mentions[0])


def _delegated(chain: Chain, text: str) -> str | None:
    """The state in brackets behind somebody's name, for whom the person speaks or runs: "MARIA OKELLO (Chad) said"."""
    named = [mention for mention in chain.mentions if mention.name and mention.type == "PER"]
    found = (_BRACKETS.match(text, mention.end) or _BRACKETS.search(mention.text) for mention in named)
    return next((code for match in found if match and (code := state_called(match[1]))), None)


def _ship(chain: Chain) -> bool:
    return any(ship(mention.text) or flagged(mention.before) for mention in chain.mentions)


def _flag(chain: Chain) -> str | None:
    """The state whose ship a chain is."""
    ships = (mention for mention in chain.mentions if ship(mention.text) or flagged(mention.before))
    return next((code for mention in ships if (code := flag(mention.text, mention.before))), None)


def _by(mention: Candidate, code: str) -> Literal["name", "within", "again"]:
    """How a mention tells of a state: "Chad", "the Chadian army" by name, "the mayor of Abeche" by what lies in it, "he" not anew."""
    if mention.pronoun:
        return "again"
    by_name = state_called(mention.text) == code or any(state_called(word[0]) == code for word in _CAPITAL.finditer(mention.text))
    return "name" if by_name else "within"


def _lies(place: Place) -> Literal["name", "within"]:
    return "name" if state_called(place.name or "") == place.country else "within"


def _loose(text: str, extents: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[Told]:
    """The words that tell of a state outside all mentions and places ("two Ecuadorian trawlers"), and its money."""
    told = elsewhere if american(text) else str
    for word in _CAPITAL.finditer(text):
        at = bisect_left(taken, (word.end(), 0))
        if not any(word.start() < end for _, end in taken[max(at - _NESTED, 0) : at]) and (code := _state_named(told(word[0]))):
            yield Told(word.start(), word.end(), sentence_at(extents, word.start()), code)
    for start, end, code in counted(text):
        yield Told(start, end, sentence_at(extents, start), code, "money")


@lru_cache(maxsize=8192)
def _state_named(word: str) -> str | None:
    found = named_states(word)
    return found[0][0] if len(found) == 1 else None


def _singles(answers: Answers) -> Iterator[Identity]:
    return (answer[0] for answer in answers if len(answer) == 1)


def _country(answers: Answers) -> str | None:
    """The country that a chain's words name by themselves; none for words that mean several actors."""
    return None if answers and len(answers[0]) > 1 else next((one.country for one in _singles(answers) if one.country), None)


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, ...], tuple[float, ...], dict[str, float]]:
    """The weights of `FEATURES`, of `NONE` and, for there being none, of the nouns."""
    lines = (files("detente.actor") / "data" / FILE).read_text(encoding="utf-8").splitlines()[1:]
    table = {(kind, name): float(weight) for kind, name, weight in (line.split("\t") for line in lines)}
    nouns = {name: weight for (kind, name), weight in table.items() if kind == "noun"}
    return tuple(table["state", name] for name in FEATURES), tuple(table["none", name] for name in NONE), nouns


def _dot(weights: Sequence[float], row: Sequence[float]) -> float:
    total: float = sum(map(mul, weights, row))
    return total
