"""Where reports of one event cannot all be right: did and did not, other numbers of the same thing, other doers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from detente.story.record import Contradiction, Kind, Words
from detente.story.reports import Told, party
from detente.story.words import stem

_DONE = ("happened", "ongoing")
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER = {word: value for value, word in enumerate(_ONES, 1)} | _TENS | {"dozen": 12}
_BETWEEN = r"(?:of the|of|more|other|\w+ese|\w+ian|\w+ish|\w+an)"
_COUNTED = re.compile(rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|[a-z]+)(?: {_BETWEEN})? (?P<thing>[a-z]{{4,}})", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
#: Of what news counts in an event: people and their fate, arms and vessels. A year, a day or an age counts nothing.
_THINGS = frozenset(
    stem(word)
    for word in (
        "people person soldier troop civilian fighter militant officer fisherman fishermen sailor crew child children woman women man men"
        " protester demonstrator worker passenger prisoner detainee hostage refugee migrant resident student journalist policeman policemen"
        " police diplomat boat trawler ship vessel aircraft plane drone missile rocket tank helicopter shell house home building village truck"
        " killed dead wounded injured arrested detained missing deaths casualties victims"
    ).split()
)


def contradictions(told: Sequence[Told], first: Mapping[str, str]) -> Iterator[Contradiction]:
    """The contradictions between reports of one event: each pair of texts at most once a kind, each denying text once; copies do not contradict.

    Args:
        told: the reports, in the order of publication.
        first: for each article the one it is a copy of.
    """
    yield from _denials(told, first)
    seen: set[tuple[Kind, frozenset[str]]] = set()
    for one, other in combinations(told, 2):
        texts = frozenset((first[one.coded.article.id], first[other.coded.article.id]))
        kind = _kind(one, other)
        if kind and (kind, texts) not in seen and len(texts) > 1:
            seen.add((kind, texts))
            yield Contradiction(kind, _words(one), _words(other))


def _denials(told: Sequence[Told], first: Mapping[str, str]) -> Iterator[Contradiction]:
    """Each denying text beside the claim whose words are most like its own, the earliest of several."""
    claims = [one for one in told if one.event.status in _DONE]
    denials: dict[str, Told] = {}
    for one in told:
        if one.event.status == "denied":
            denials.setdefault(first[one.coded.article.id], one)
    for denial in denials.values() if claims else ():
        words = _stems(denial.sentence)
        yield Contradiction("denial", _words(max(claims, key=lambda claim: len(words & _stems(claim.sentence)))), _words(denial))


def _stems(sentence: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(sentence.lower())}


def _words(told: Told) -> Words:
    return Words(told.event.id, told.coded.article.id, told.sentence)


def _kind(one: Told, other: Told) -> Kind | None:
    if not {one.event.status, other.event.status} <= set(_DONE):
        return None
    if _numbers_differ(one.sentence, other.sentence):
        return "number"
    mine, theirs = ({party(actor) for actor in each.event.actors} - {None} for each in (one, other))
    return "who" if mine and theirs and not mine & theirs and one.event.recipients and other.event.recipients else None


def _numbers_differ(one: str, other: str) -> bool:
    """Whether both sentences count a thing and no count of it is equal."""
    mine, theirs = counted(one), counted(other)
    return any(not mine[thing] & theirs[thing] for thing in mine.keys() & theirs.keys())


def counted(sentence: str) -> dict[str, set[int]]:
    """What a sentence counts, with the numbers: "11 fishermen" is {"fishermen": {11}}."""
    found: dict[str, set[int]] = {}
    for match in _COUNTED.finditer(sentence):
        thing, number = stem(match["thing"]), _value(match["number"].lower())
        if number is not None and thing in _THINGS:
            found.setdefault(thing, set()).add(number)
    return found


def _value(words: str) -> int | None:
    plain = words.replace(",", "")
    return int(plain) if plain.isdecimal() and len(plain) < 10 else _NUMBER.get(words)
