"""In which state a text is at home: of whom it means by "the government" without a name.

Wire news is at home where most of it happens. A letter, a debate or a local paper hardly names its own state, and names others: it is at home
where its towns are, whose money it counts and who publishes it. A conditional logit over the states that the text tells of; the weights of
`data/home.tsv` are fitted on corpus/train by `python -m training.home`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log
from operator import mul
from typing import Literal, NamedTuple

from detente.actor.heard import common
from detente.actor.outlets import canonical, worldwide
from detente.actor.persons import INITIALS
from detente.actor.places import state_of
from detente.actor.setting import LEAD, named_states

FILE = "home.tsv"
#: What is asked of each state: how much of the text, and of its beginning, tells of it (log shares); whether it is the dateline's, is told of
#: first, is the outlet's; how many words name what lies in it (log); how much of what tells of it does so without its name; how much of the
#: money is its (log share).
FEATURES = ("share", "lead", "dateline", "first", "outlet", "within", "inner share", "money")
_WINDOW = 3  # words of an outlet's name


class Told(NamedTuple):
    """Words that tell of a state: their extent and sentence, the state's ISO alpha-3 code, and whether they are the name of a state or its
    people, of something within it (a town, a body, a person), its money, or a pronoun for one of these."""

    start: int
    end: int
    sentence: int
    country: str
    by: Literal["name", "within", "money", "again"] = "name"


def chances(text: str, told: Sequence[Told], dateline: str | None, outlet: str | None) -> dict[str, float]:
    """How likely a text is at home in each state that it tells of (0 to 1, in all 1).

    Args:
        told: what tells of states, in text order.
        dateline: the state of the dateline; `outlet` that of who publishes (`seat`).
    """
    weights, found = _weights(), rows(text, told, dateline, outlet)
    odds = {code: exp(sum(map(mul, weights, row))) for code, row in found.items()}
    total = sum(odds.values())
    return {code: one / total for code, one in odds.items()}


def rows(text: str, told: Sequence[Told], dateline: str | None, outlet: str | None) -> dict[str, tuple[float, ...]]:
    """`FEATURES` of each state that a text may be at home in; the arguments are those of `chances`."""
    told = [one for one in told if one.by != "again"]
    often, lead = Counter(one.country for one in told), Counter(one.country for one in told if one.start < LEAD)
    money = Counter(one.country for one in told if one.by == "money")
    inner = Counter(one.country for one in told if one.by != "name")
    within = defaultdict(set)
    for one in told:
        if one.by == "within":
            within[one.country].add(text[one.start : one.end])
    first = told[0].country if told else None
    return {
        code: (
            log((often[code] + 0.5) / (len(told) + 0.5)), log((lead[code] + 0.5) / (lead.total() + 1)), code == dateline, code == first,
            code == outlet, log(1 + len(within[code])), (inner[code] + 0.5) / (often[code] + 1), log((money[code] + 0.5) / (money.total() + 1)),
        )
        for code in sorted(code for code in {*often, dateline, outlet} if code)
    }  # fmt: skip


@lru_cache(maxsize=256)
def seat(outlet: str | None) -> str | None:
    """The state of an outlet (ISO alpha-3): of the tables, or of a place or people in its name ("Cairo Ledger").

    None if nothing tells, or the outlet reports from everywhere.
    """
    if not outlet:
        return None
    known, words = canonical(outlet), outlet.split()
    if known and known.country:
        return None if worldwide(known.name) else known.country
    parts = (" ".join(words[at : at + size]) for size in range(_WINDOW, 0, -1) for at in range(len(words) - size + 1))
    told = (state_of(part) or next((code for code, _ in named_states(part)), None) for part in parts if not _plain(part))
    return next((code for code in told if code), None)


def _plain(part: str) -> bool:
    """Whether a word of an outlet's name is a common one or initials, though a town bears it ("Page Six", "UN News")."""
    return (part.isupper() and len(part) <= INITIALS) or common(part)


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    lines = (files("detente.actor") / "data" / FILE).read_text(encoding="utf-8").splitlines()[1:]
    table = dict(line.split("\t") for line in lines)
    return tuple(float(table[name]) for name in FEATURES)
