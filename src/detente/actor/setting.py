"""The states that a text names, by name, by groups of theirs and by places in them: whose "the president" is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from detente.actor.lexicon import Segment, lookup, opening
from detente.actor.named import group_country, several
from detente.actor.phrase import TITLE_KINDS, parent
from detente.actor.places import is_city, state_of
from detente.actor.vocabulary import PLACED
from detente.actor.words import fold, tokens
from detente.where.georgia import american, elsewhere

LEAD = 400  # characters
_LONGEST = 8000


@lru_cache(maxsize=2048)
def named_states(text: str) -> tuple[tuple[str, float], ...]:
    """Return the states that a text names with their weights, the weightiest first.

    What stands at the beginning (headline, dateline, lead) counts three times, as news puts there whose story it is.
    """
    weights: dict[str, float] = {}
    text = elsewhere(text) if american(text) else text
    for part, weight in ((text[:LEAD], 3.0), (text[LEAD:_LONGEST], 1.0)):
        for code in _states(tokens(part)) if part else ():
            weights[code] = weights.get(code, 0.0) + weight
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0])))


def _states(words: list[str]) -> Iterator[str]:
    """The state of each known name, and of each place behind a word that says where; small letters are passed over."""
    done = 0
    for at in [at for at, word in enumerate(words) if word[0].isupper() or word[:3] == "al-"]:
        if at < done:
            continue
        segment = opening(words, at)
        placed = at > 0 and words[at - 1].casefold() in PLACED
        pair = " ".join(words[at : at + 2]).removesuffix("'s") if placed and at + 1 < len(words) and words[at + 1][0].isupper() else ""
        if pair and (code := state_of(pair)):
            done = at + 2  # "in Banda Aceh", of which one word is known otherwise
        elif segment:
            code = _state(segment)
            done = at + len(segment.words)
        else:
            end = at + 1
            while end < len(words) and words[end][0].isupper() and not opening(words, end):
                end += 1
            name, place = " ".join(words[at:end]), placed
            owner = name.endswith("'s")
            bare = name.removesuffix("'s").rstrip(".")
            code = state_of(bare) if place or owner or (at and is_city(bare) and not _title(words[at - 1])) else None
            done = end
        if code:
            yield code


def _title(word: str) -> bool:
    """Whether a word is a title as part of a name, behind which a name is a person's ("President Kennedy")."""
    return word[:1].isupper() and any(entry.role and entry.role.kind in TITLE_KINDS and not entry.plural for entry in lookup(word))


def _state(segment: Segment) -> str | None:
    if segment.entry and segment.kind == "state":
        return parent(segment.entry.code)
    if not segment.entry or segment.kind != "group" or several(fold(segment.text)):
        return None
    return group_country(segment.entry.code)
