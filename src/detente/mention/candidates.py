"""Mentions as the model found them, with what coreference needs to know of each: name, head word, number, pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.mention.closed import HE, INITIALS, IT, ONE_SPEAKER, PRONOUNS, SHE, SPEAKER, YOU
from detente.mention.extents import Marked, halves, mended
from detente.mention.gender import gender
from detente.mention.modifiers import modifiers
from detente.mention.naming import WORD, common, name
from detente.model.readings import Reading
from detente.records import MentionType
from detente.text.bylines import bylines
from detente.text.turns import named, turns

_EMPTY = frozenset("who whom whose which that the a an one all some another each other at least then nearly almost".split())
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_SPOKEN = re.compile(r"\b(?:[Mm]y|[Mm]e|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves)\b")
_HEALTH = re.compile(r"(?:\b[Tt]he )?\bWHO(?:['’]s)?(?![\w-])")
_THIRD = re.compile(r"\b(?:him|his|himself|he|she|her|herself|it|its|their|themselves)\b", re.IGNORECASE)
_FOLLOWED = {"it": {"ORG", "GPE"}, "its": {"ORG", "GPE"}, "their": {"GRP"}, "themselves": {"GRP"}}
# "It" may be nobody ("said it was late"), but with who speaks before it that is rare.
_TOLD = re.compile(
    r"\b(?:said|says|say|announced|denied|warned|insisted|claim(?:s|ed)|maintain(?:s|ed)|added|hope[sd]|fear(?:s|ed)|believe[sd]|argued|stated|"
    r"promised|vowed|declared|confirmed|noted|acknowledged|admitted|conceded|replied|complained|explained|reported|stressed|alleged)(?: that)? $"
)
_BEFORE, _AROUND = 200, 24  # characters
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")


@dataclass(frozen=True)
class Candidate:
    """A mention before coreference; offsets are the article's. `quoted` is inside quotation marks; `before` and `after` stand beside it.

    Attributes:
        loose: it stands before a thing and is a party only where an act makes it one ("an army camp").
        pronoun: the pronoun, if the mention is one.
        bare: the words without articles and possessive endings.
    """

    start: int
    end: int
    text: str
    type: MentionType
    sentence: int
    name: tuple[str, ...]
    words: tuple[str, ...]
    paragraph: int = 0
    quoted: bool = False
    before: str = ""
    after: str = ""
    loose: bool = False
    pronoun: str | None = field(init=False, repr=False, compare=False)
    bare: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for again and again; a cached property would take a lock at first.
        one = self.words[0] if len(self.words) == 1 else ""
        object.__setattr__(self, "pronoun", one if one in PRONOUNS and self.text not in INITIALS else None)
        bare = tuple([w.removesuffix("'s").removesuffix("’s") for w in self.words if w not in ("the", "a", "an")])
        object.__setattr__(self, "bare", bare)

    @property
    def voice(self) -> str | None:
        """`I`, `we` or `you` outside quotation marks: who writes or is interviewed, and who reads or asks."""
        if self.quoted or self.pronoun not in SPEAKER | YOU:
            return None
        return "I" if self.pronoun in ONE_SPEAKER else "we" if self.pronoun in SPEAKER else "you"

    @property
    def gender(self) -> str | None:
        """`m` or `f` where a pronoun, a form of address, a noun or a given name says so."""
        if self.pronoun:
            return "m" if self.pronoun in HE else "f" if self.pronoun in SHE else None
        return gender(self.bare, self.name) if self.type == "PER" else None

    def between(self, other: Candidate) -> str:
        """The words between an earlier mention and this one; empty where they are far apart or overlap."""
        length = self.start - other.end
        return self.before[-length:] if 0 < length <= len(self.before) else ""

    @property
    def definite(self) -> bool:
        """Whether the mention points back by form: "the minister", "that group", "both countries"."""
        return bool(self.words) and self.words[0] in ("the", "this", "that", "these", "those", "both") and not self.name


def candidates(text: str, sentences: Sequence[tuple[int, int]], readings: Sequence[Reading]) -> list[Candidate]:
    """The mention layer of all sentences as candidates in text order; none of who wrote the text, which tells nothing of the story."""
    found, unread, labels = [], bylines(text), _labels(text)
    paragraph, last, quotes, small = 0, 0, _quotes(text), frozenset(_SMALL.findall(text))
    for index, ((start, end), reading) in enumerate(zip(sentences, readings, strict=True)):
        paragraph, last = paragraph + bool(_EMPTY_LINE.search(text, last, start)), start
        names = [(n.start + start, n.end + start, n.kind) for n in reading.spans.get("name", ())]
        people = [(first, stop) for first, stop, kind in names if kind == "PER"]
        read = [(start + span.start, start + span.end, span.kind) for span in reading.spans.get("mention", ())]
        marked = mended(text, start, _labelled(read, start, end, labels), names)
        marked += _unmarked(text, start, end, marked)
        taken = {at for first, stop, _ in marked for at in range(first, stop)}
        loose = {(first, stop): kind for first, stop, kind in modifiers(text, start, end)}
        marked += [(*span, kind) for span, kind in loose.items() if span[0] not in taken]
        for first, stop, kind in sorted(marked):
            if _inside(first, unread):
                continue
            for begin, end_ in halves(text, first, stop) if kind == "PER" else ((first, stop),):
                words = tuple(word.lower() for word in WORD.findall(text[begin:end_]))
                if not _EMPTY.issuperset(words) or not INITIALS.isdisjoint(text[begin:end_].split()):
                    around = text[max(begin - _BEFORE, 0) : begin], text[end_ : end_ + _AROUND]
                    unnamed = kind != "PER" and common(text, (begin, end_), start, small)
                    called = () if unnamed else name(text, begin, end_, kind, people)
                    quoted, before_thing = _inside(begin, quotes), (first, stop) in loose
                    found.append(Candidate(begin, end_, text[begin:end_], kind, index, called, words, paragraph, quoted, *around, before_thing))  # type: ignore[arg-type]
    return found


def _labels(text: str) -> list[tuple[int, int]]:
    """Where the turns of a transcript name who speaks; a label that comes once may be a heading."""
    every = [turn.label for turn in turns(text)]
    often = Counter(text[slice(*label)] for label in every)
    return [label for label in every if often[text[slice(*label)]] > 1 and named(text[slice(*label)])]


def _labelled(marked: Sequence[Marked], start: int, end: int, labels: Sequence[tuple[int, int]]) -> list[Marked]:
    """The spans of a sentence, with the label of a turn in place of a part of it that was read there."""
    inside = labels[bisect_left(labels, (start, 0)) : bisect_left(labels, (end, 0))]
    here = [label for label in inside if not any(first <= label[0] and label[1] <= last for first, last, _ in marked)]
    apart = [one for one in marked if not any(one[0] < last and first < one[1] for first, last in here)]
    return sorted([*apart, *((first, last, "PER") for first, last in here)])


def _unmarked(text: str, start: int, end: int, marked: Sequence[Marked]) -> list[Marked]:
    """Pronouns that the model passed over, outside its mentions: first persons and "he" always mean somebody, others where they follow a party.

    And the health organisation, whose letters it takes for "who", but a line in capitals tells nothing.
    """
    inside = {at for first, stop, _ in marked for at in range(first, stop)}
    capitals = () if text[start:end].isupper() else _HEALTH.finditer(text, start, end)
    named = [(m.start(), m.end(), "ORG") for m in capitals if m.end() - 1 not in inside]
    spoken = (m for m in _SPOKEN.finditer(text, start, end) if m.start() not in inside)
    found = named + [(m.start(), m.end(), "PER" if m[0][0] in "mM" else "GRP") for m in spoken]
    for one in _THIRD.finditer(text, start, end):
        word, before = one[0].lower(), {kind for _, stop, kind in marked if stop <= one.start()}
        follows = not before.isdisjoint(_FOLLOWED.get(word, ())) and (word != "it" or _TOLD.search(text, start, one.start()))
        if one.start() not in inside and (follows or word in HE | SHE):
            found.append((*one.span(), "PER" if word in HE | SHE else "ORG" if word in IT else "GRP"))
    return found


def _quotes(text: str) -> list[tuple[int, int]]:
    """What stands in quotation marks or is a turn of a transcript, in text order; a quotation ends with its paragraph."""
    found, start = [], 0
    spoken = [(turn.start, turn.end) for turn in turns(text)]
    for line in text.splitlines(keepends=True):
        found += [(start + m.start(), start + m.end()) for m in _QUOTED.finditer(line)]
        start += len(line)
    return sorted([*spoken, *(quote for quote in found if not _inside(quote[0], spoken))]) if spoken else found


def _inside(position: int, quotes: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(quotes, position, key=lambda quote: quote[0]) - 1
    return at >= 0 and position < quotes[at][1]
