"""What a noun phrase says once it is cut into segments: countries, organisation, role words, name; and which is the head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from detente import knowledge
from detente.actor.lexicon import Segment, lookup
from detente.actor.vocabulary import BEHIND
from detente.actor.words import fold
from detente.mention.gender import given

INSTITUTION = {"person", "body", "sector"}
# What is named after a state without being its own ("Vietnam War veterans").
_EVENTS = {"War", "Wars"}
TITLE_KINDS = {"office", "leader", "person", "body", "head"}
# After these links the complement does not say who the actor is ("ambassador to Kenya").
DIRECTION = {"to", "with", "against", "near", "on", "by", "over", "towards", "for", "under"}
# Who is "to" somebody serves them; others are sent to them.
SERVING = {"aide", "adviser", "advisor", "assistant", "deputy", "secretary", "counsel", "lawyer", "heir", "successor", "rival", "ally"}
LOYAL = {"loyal", "faithful", "allied", "close", "answerable", "affiliated"}
DEPUTY = {"deputy", "vice", "assistant", "junior", "first", "second", "exiled", "incoming", "next"}
DETERMINERS = {"the", "a", "an", "some", "several", "many", "all", "both", "its", "his", "her", "their", "our", "this", "that"}
SURNAMES_TOO = {"king", "major", "bishop", "judge", "marshall", "prince", "church", "young", "marine", "pope", "justice", "general",
                "house", "driver", "miner", "baker", "chair", "banks", "marshal", "speaker", "fisher", "shepherd", "constable"}  # fmt: skip


class Phrase(NamedTuple):
    """A noun phrase: the segments of its head part, those after a link, the links, and of the head names and roles.

    `roles` are the role segments that can stand as a noun; `countries` the state words: those of the head part, or else those of a
    complement that says whose (of, in, at, from); `kinds` those of all segments, so that nothing is looked for that is not there.
    """

    head: tuple[Segment, ...]
    tail: tuple[Segment, ...]
    links: tuple[str, ...]
    names: tuple[Segment, ...]
    roles: tuple[Segment, ...]
    countries: tuple[Segment, ...]
    kinds: frozenset[str]

    @property
    def everything(self) -> tuple[Segment, ...]:
        """Head and complement."""
        return self.head + self.tail

    def first(self, *kinds: str) -> Segment | None:
        """Return the first segment of these kinds, of the head part before the complement."""
        if self.kinds.isdisjoint(kinds):  # as mostly
            return None
        return next((segment for segment in self.everything if segment.kind in kinds), None)

    @property
    def former(self) -> bool:
        """Whether the office is over by the text's own words."""
        return "former" in [s.role.kind for s in self.head if s.role]

    @property
    def thing(self) -> bool:
        """Whether the head noun is no actor ("the Kenyan economy", "a police station")."""
        last = self.head[-1] if self.head else None
        if last and last.text.isdigit():
            last = next((s for s in reversed(self.head) if not s.text.isdigit()), None)
        if last is None or len(self.head) < 2:
            return bool(last and last.role and last.role.kind == "thing")
        if last.role and last.role.kind == "modifier":  # an adjective or noun that ends a phrase is its head ("a general election")
            return last.text.islower() and fold(last.text) not in COUNTS and any(s.role and s.role.kind in TITLE_KINDS for s in self.head[:-1])
        if last.kind == "other" or (last.kind == "name" and last.text.islower()):  # a particle ends no name: "the dealer's van"
            owned = self.head[-2].words[-1].possessive  # "the president's plane"
            return last.text.replace("-", "").isalpha() and last.text.islower() and not people_word(last.text) and (owned or last.text not in BEHIND)
        return bool(last.role and last.role.kind == "thing")

    @property
    def deputy(self) -> bool:
        """Whether it is not the office itself ("the deputy US ambassador", "the incoming president")."""
        return len(self.head) > 1 and any(fold(s.text) in DEPUTY for s in self.head[:-1])

    def title(self) -> str | None:
        """Return the words of the role in lower case: the role segments of the head part that belong together."""
        parts: list[str] = []
        for segment in self.head:
            counted = segment.role and segment.role.kind == "modifier" and fold(segment.text) in DETERMINERS | COUNTS
            if (segment.role and not counted) or (segment.kind == "other" and parts):
                parts.append(segment.text.casefold())
        while parts and parts[-1] in {"and", "for"}:
            parts.pop()
        return " ".join(parts) or None


COUNTS = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundreds", "thousands",
           "scores", "several", "some", "many", "few", "one", "at least", "about", "around", "nearly", "more than", "some of",
           "other", "more", "most", "group of", "members of", "thousand", "hundred", "million", "new", "young"}  # fmt: skip


_OTHERWISE = frozenset({"state", "role", "group", "org", "outlet"})
# Whose capitalised word behind a name is a surname ("Kathleen Turner").
_TRADES = {("LAB",), ("BUS",), ("AGR",), ("CVL",)}
_PEOPLE_ENDING = re.compile(
    r"(?:[^aeiou]ists?|ians?|m[ae]n|people|folk|crews?|eers?|[a-z]{3}ees|[a-z]{3}ers?"
    r"|[a-z]{2}tors?|clans?|tribes?|youths?|[a-z]{3}ants)$"
)

_PARTICIPLE = re.compile(r"[a-z]{2}[^e]ed$")


def people_word(word: str) -> bool:
    """Whether an unknown noun looks like one for people, by its ending ("interpreters", "flautists"), or like a participle."""
    return word.islower() and (bool(_PEOPLE_ENDING.search(word)) or bool(_PARTICIPLE.search(word)))


def serves(segment: Segment) -> bool:
    """Whether a word is for somebody who serves another ("a senior adviser")."""
    return segment.role is not None and segment.role.phrase.rpartition(" ")[2] in SERVING


def split(items: Sequence[Segment]) -> Phrase:
    """Divide the segments of one noun phrase at its first link; mend names that a known word was cut out of."""
    kinds = {s.kind for s in items}
    if "name" in kinds:  # a title or state is only a name's beside another
        items = mended(items)
        kinds = {s.kind for s in items}
    tail: tuple[Segment, ...]
    links: tuple[str, ...]
    head, tail, links = tuple(_ended(items)), (), ()
    at = next((i for i, s in enumerate(items) if s.kind == "link" and i), None) if "link" in kinds else None
    if at is not None:
        head, rest = head[:at], head[at:]
        tail = tuple([s for s in rest if s.kind != "link"])
        links = tuple([s.text for s in rest if s.kind == "link"])
        if len(head) > 1 and links[0] == "to" and head[-1].text in LOYAL:  # "troops loyal to the president" are his
            head, links = head[:-1], ("of", *links[1:])
        if tail and all(s.kind == "other" or _counts(s) for s in head) and not _placed_in(head, tail):
            head, tail, links = head + tail, (), ()
    names = tuple([s for s in head if s.kind == "name"]) if "name" in kinds else ()
    roles = tuple([s for s in head if s.role and s.role.kind in TITLE_KINDS])
    countries = _countries(head, tail, links) if "state" in kinds else ()
    return Phrase(head, tail, links, names, roles, countries, frozenset(kinds))


def _ended(items: Sequence[Segment]) -> Sequence[Segment]:
    """Segments whose last word, if it is elsewhere an adjective, is the noun that it may be ("a Saudi national", "the displaced")."""
    last = items[-1] if items else None
    if last is None or last.role is None or last.role.kind not in {"modifier", "sector"} or not last.text.islower():
        return items
    noun = next((entry for entry in lookup(last.text) if entry.role and entry.role.kind == "person"), None)
    return [*items[:-1], last._replace(entry=noun, role=noun.role)] if noun else items


def _countries(head: tuple[Segment, ...], tail: tuple[Segment, ...], links: tuple[str, ...]) -> tuple[Segment, ...]:
    """The state words of a phrase that say whose it is."""
    mine = tuple([s for s in head if s.kind == "state"])
    if mine and not _EVENTS.isdisjoint([s.text for s in head]):
        mine = tuple(s for s, after in zip_longest(head, head[1:]) if s.kind == "state" and not (after and after.text in _EVENTS))
    if mine or not tail:
        return mine
    spoken_for = links[0] == "for" and any(s.role and (s.role.kind == "head" or serves(s)) for s in head)
    if links[0] in DIRECTION and not spoken_for and not (links[0] == "to" and any(map(serves, head))):
        return ()
    return tuple([s for s in tail if s.kind == "state"])


def _placed_in(head: tuple[Segment, ...], tail: tuple[Segment, ...]) -> bool:
    """Whether an unknown noun that is no person is "of" no more than a state or town: a part of it ("a suburb of Manila")."""
    plain = {"name", "capital", "region", "historic"}
    states = [s.entry for s in tail if s.kind == "state" and s.entry]
    noun = head[-1].text
    unknown = head[-1].kind == "other" and noun.islower() and noun not in DETERMINERS and not people_word(noun)
    return unknown and len(states) == len([s for s in tail if s.text not in DETERMINERS]) == 1 and states[0].form in plain


def _counts(segment: Segment) -> bool:
    """Whether a segment only says how many ("thousands" of people)."""
    return bool(segment.role and segment.role.kind == "modifier" and fold(segment.text) in COUNTS)


def mended(items: Sequence[Segment]) -> list[Segment]:
    """Give back to a personal name the words that are also a state or a title ("Chad Okello", "John Major")."""
    if not any(s.kind == "name" and _beside(items, at) for at, s in enumerate(items)):  # as mostly
        return list(items)
    found: list[Segment] = []
    lone = sum([len(s.words) for s in items]) == 2
    called = lone and given(items[0].text)
    for index, segment in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        previous = found[-1] if found else None
        after_name = previous is not None and previous.kind == "name" and not previous.words[-1].possessive
        if segment.kind in _OTHERWISE and _is_name_part(segment, after_name, following, lone, called):
            text = f"{previous.text} {segment.text}" if after_name and previous else segment.text
            words = previous.words + segment.words if after_name and previous else segment.words
            if after_name:
                found.pop()
            found.append(Segment("name", text, None, words))
        elif segment.kind == "name" and after_name and previous:
            found[-1] = Segment("name", f"{previous.text} {segment.text}", None, previous.words + segment.words)
        else:
            found.append(segment)
    return found


def _beside(items: Sequence[Segment], at: int) -> bool:
    """Whether a single capitalised word that is known otherwise, or another name, stands beside a segment."""
    near = (*items[max(at - 1, 0) : at], *items[at + 1 : at + 2])
    return any(s.kind == "name" or (s.kind in _OTHERWISE and len(s.words) == 1 and s.words[0].capital) for s in near)


def _is_name_part(segment: Segment, after_name: bool, following: Segment | None, lone: bool, called: bool) -> bool:
    """`lone` tells that the mention is only this word and one more, so that an adjective may be a given name (German); `called` that the
    first of them is a given name, so that a word for an office is a surname ("Lucy Parliament").
    """
    word = segment.words[0]
    if len(segment.words) > 1 or not word.capital or word.possessive or not segment.entry:
        return False
    if segment.kind == "role":
        role = segment.entry.role
        trade = role is not None and role.kind == "person" and not segment.entry.plural and role.sectors[:1] in _TRADES
        return after_name and following is None and (trade or fold(segment.text) in SURNAMES_TOO or (called and not segment.entry.plural))
    before_name = following is not None and following.kind == "name"
    if segment.kind == "state":
        plain = segment.entry.form in {"name", "capital", "historic", "region"} and not word.text.isupper()
        given = segment.entry.form == "adjective" and before_name and not after_name and lone
        return given or (plain and (before_name or (after_name and following is None)))
    return False


def institution_sectors(segments: Sequence[Segment]) -> tuple[str, ...]:
    """Return the sectors of the last institution or description among segments ("police" in "police chief")."""
    for segment in reversed(segments):
        role = segment.role
        if role and role.kind in INSTITUTION and role.sectors:
            return role.sectors
    return ()


def parent(code: str) -> str:
    """Return the state that a territory folds into, or the code itself."""
    row = knowledge.states().get(code)
    return row.parent or code if row else code
