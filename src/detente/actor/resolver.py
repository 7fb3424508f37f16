"""Mention -> identities, as of a date: cut into known phrases, split what is coordinated, read each noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente.actor.identity import Identity
from detente.actor.lexicon import Segment, lookup, segments
from detente.actor.named import Scene, group_country, whole
from detente.actor.phrase import DETERMINERS, Phrase, parent, split
from detente.actor.reading import read_phrase
from detente.actor.words import words

_GEO = {"state", "org", "group"}
_LEAD = 400
_LONGEST_CONTEXT = 8000
_LONGEST_MENTION = 40


class Resolver:
    """Resolves mentions of actors with the tables in `knowledge`; nothing is guessed, nobody gives `()`.

    Loading is lazy and shared: the first call reads the tables (some tenths of a second). Calls are thread-safe.
    """

    def resolve(
        self, mention: str, date: str | None = None, context: str | None = None, *, home: str | None = None
    ) -> tuple[Identity, ...]:
        """Return who is meant: several for a compound mention ("Russia and China"), `()` for nobody known.

        Args:
            mention: the noun phrase as written, with titles and modifiers.
            date: ISO day as of which offices are read; without it no office is turned into its holder.
            context: text around the mention, best the whole article; the state it is mostly about is the one that
                "the president" or "police" belong to, and surnames of its office holders are known by it.
            home: ISO alpha-3 code of the country of the story, where the caller knows it (`where.story_country`).
        """
        return _resolve(mention, date, context, home)


@lru_cache(maxsize=1 << 12)
def _resolve(mention: str, date: str | None, context: str | None, home: str | None) -> tuple[Identity, ...]:
    """One article asks for the same mention again and again."""
    phrases = _phrases(mention)
    if not phrases:
        return ()
    scene = Scene(date, named_states(context) if context else (), home)
    return whole(mention, scene) or _first_known(phrases, scene)


def _first_known(phrases: tuple[tuple[Phrase, ...], ...], scene: Scene) -> tuple[Identity, ...]:
    found = (tuple(dict.fromkeys(one for phrase in cut for one in read_phrase(phrase, scene))) for cut in phrases)
    return next(filter(None, found), ())


@lru_cache(maxsize=1 << 12)
def _phrases(mention: str) -> tuple[tuple[Phrase, ...], ...]:
    """The ways to cut a mention into noun phrases, the likelier first; none for one that is empty or too long.

    A mention is asked for alone and again with its context, and is cut once.
    """
    bare = words(mention)
    while bare and bare[0].text.casefold() in {"the", "a", "an"} and len(bare) > 1 and not lookup(mention):
        bare = bare[1:]
    if not bare or len(bare) > _LONGEST_MENTION:
        return ()
    items = segments(bare)
    parts = _parts(items)
    if len(parts) == 1:
        return ((split(parts[0]),),)
    return tuple(map(split, _shared(parts))), (split([s for s in items if s.kind != "and"]),)


def _parts(items: Sequence[Segment]) -> list[list[Segment]]:
    parts: list[list[Segment]] = [[]]
    for item in _opened(items):
        if item.kind == "and":
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part] or [[]]


def _opened(items: Sequence[Segment]) -> list[Segment]:
    """Open hyphenated or slashed pairs of states ("Russia-China", "US/UK") into two segments joined by "and"."""
    found: list[Segment] = []
    for item in items:
        pieces = item.text.replace("/", "-").split("-") if item.kind == "name" and len(item.words) == 1 else []
        hits = [segments(words(piece)) for piece in pieces] if len(pieces) > 1 else []
        if hits and all(len(hit) == 1 and hit[0].kind in _GEO for hit in hits):
            for index, hit in enumerate(hits):
                found += ([Segment("and", "and", None, ())] if index else []) + hit
        else:
            found.append(item)
    return found


def _bare(part: Sequence[Segment]) -> bool:
    """Whether a conjunct only names a state or organisation, with nothing that it would be a modifier of."""
    named = [s for s in part if s.kind in _GEO]
    rest = [s for s in part if s.kind not in _GEO and not (s.role and s.role.kind == "modifier") and s.text.casefold() not in DETERMINERS]
    return len(named) == 1 and not rest


def _shared(parts: list[list[Segment]]) -> list[list[Segment]]:
    """Give conjuncts what they share: "Russian and Chinese troops", "the presidents of Russia and China"."""
    first, last = parts[0], parts[-1]
    if all(_bare(part) for part in parts):
        return parts
    if all(_bare(part) for part in parts[:-1]) and not _bare(last):
        at = next((i for i, s in enumerate(last) if s.kind in _GEO), None)
        if at is not None and _adjective_like(last[at]) and all(_adjective_like(s) for p in parts[:-1] for s in p if s.kind in _GEO):
            return [part + _each(last[at + 1 :]) for part in [*parts[:-1], last[: at + 1]]]
    link = next((i for i, s in enumerate(first) if s.kind == "link" and s.text == "of"), None)
    if link is not None and all(_bare(part) for part in parts[1:]):
        return [_each(first[: link + 1]) + part for part in [first[link + 1 :], *parts[1:]]]
    return parts


def _each(items: list[Segment]) -> list[Segment]:
    """Turn "presidents" into one president for each of the states that share the word."""
    single = [s._replace(entry=s.entry._replace(plural=False)) if s.entry and s.role and s.role.kind in {"office", "leader"} else s
              for s in items]  # fmt: skip
    return single


def _adjective_like(segment: Segment) -> bool:
    """Whether a word can stand before a noun: an adjective, a possessive, an acronym (US) or an organisation."""
    entry = segment.entry
    if segment.kind != "state" or not entry:
        return segment.kind in {"org", "group"}
    return "adjective" in entry.form or entry.form == "noun" or segment.words[-1].possessive or bool(entry.exact)


@lru_cache(maxsize=2048)
def named_states(text: str) -> tuple[tuple[str, float], ...]:
    """Return the states that a text names with their weights, the weightiest first.

    What stands at the beginning (headline, dateline, lead) counts three times, as news puts there whose story it is.
    """
    weights: dict[str, float] = {}
    for part, weight in ((text[:_LEAD], 3.0), (text[_LEAD:_LONGEST_CONTEXT], 1.0)):
        for segment in segments(words(part)):
            if segment.kind in {"state", "group"} and segment.entry:
                code = parent(segment.entry.code) if segment.kind == "state" else group_country(segment.entry.code)
                if code:
                    weights[code] = weights.get(code, 0.0) + weight
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0])))
