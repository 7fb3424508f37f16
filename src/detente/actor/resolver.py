"""Mention -> identities, as of a date: cut into known phrases, split what is coordinated, read each noun phrase."""

from __future__ import annotations

from functools import lru_cache

from detente.actor.around import descriptions, fuller_name
from detente.actor.identity import Identity, identity
from detente.actor.lexicon import lookup, segments
from detente.actor.named import Scene, group_country, whole
from detente.actor.parts import apposition, lone_name, parts, shared
from detente.actor.phrase import Phrase, parent, split
from detente.actor.reading import read_phrase
from detente.actor.words import slug, words

_LEAD = 400
_LONGEST_CONTEXT = 8000
_LONGEST_MENTION = 40
Cut = tuple[Phrase, ...]


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
                "the president" or "police" belong to, surnames of its office holders are known by it, and a person whom no
                table knows is who it says ("Ana Duarte, an opposition lawyer").
            home: ISO alpha-3 code of the country of the story, where the caller knows it (`where.story_country`).
        """
        return _resolve(mention, date, context, home)


@lru_cache(maxsize=1 << 12)
def _resolve(mention: str, date: str | None, context: str | None, home: str | None) -> tuple[Identity, ...]:
    """One article asks for the same mention again and again."""
    cuts = _cuts(mention)
    if not cuts:
        return ()
    scene = Scene(date, named_states(context) if context else (), home)
    found = whole(mention, scene)
    if found:
        return found
    name = lone_name(cuts)
    if name and context:
        return _person_in(name, cuts, context, scene)
    return _first_known(cuts, scene)


def _first_known(cuts: tuple[Cut, ...], scene: Scene) -> tuple[Identity, ...]:
    found = (tuple(dict.fromkeys(one for phrase in cut for one in read_phrase(phrase, scene))) for cut in cuts)
    return next(filter(None, found), ())


def _person_in(name: str, cuts: tuple[Cut, ...], context: str, scene: Scene) -> tuple[Identity, ...]:
    """Who a personal name alone means in a text: by the fullest form that the text has, by the tables, else as it describes them."""
    fuller = fuller_name(name, context)
    found = _first_known(_cuts(fuller) if fuller != name else cuts, scene)
    if found:
        return found
    for words_for in descriptions(fuller, context):
        said = _first_known(_cuts(words_for), scene)
        if len(said) == 1 and (said[0].id or "").partition(":")[0] != "person" and (said[0].sectors or said[0].org):
            return (_called(fuller, said[0], words_for),)
    return ()


def _called(name: str, said: Identity, words_for: str) -> Identity:
    """A person of a name who is what a description says."""
    return identity(f"person:{slug(name)}", name=name, country=said.country, org=said.org, kind=said.kind, sectors=said.sectors,
                    role=said.role or words_for.casefold())  # fmt: skip


@lru_cache(maxsize=1 << 12)
def _cuts(mention: str) -> tuple[Cut, ...]:
    """The ways to cut a mention into noun phrases, the likelier first; none for one that is empty or too long.

    A mention is asked for alone and again with its context, and is cut once.
    """
    bare = words(mention)
    while bare and bare[0].text.casefold() in {"the", "a", "an"} and len(bare) > 1 and not lookup(mention):
        bare = bare[1:]
    if not bare or len(bare) > _LONGEST_MENTION:
        return ()
    items = segments(bare)
    one = apposition(items)
    if one:
        return ((one,),)
    found = parts(items)
    if len(found) == 1:
        return ((split(found[0]),),)
    return tuple(map(split, shared(found))), (split([s for s in items if s.kind != "and"]),)


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
