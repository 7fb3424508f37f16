"""What the words of mentions say of each, and of two of them, as numbers that `likeness` weighs; reckoned for a text at once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from detente.mention.candidates import Candidate
from detente.mention.closed import HE, IT, ONE_SPEAKER, SHE, SPEAKER, THEY, YOU
from detente.mention.kinds import KIND, head
from detente.mention.ranking import CLAUSE, OPENS, PREPOSITIONS, SAID, WHO, Part, plural

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# Kinds of words by what they may point back to: the pronouns, a name, "the" or "this", "a", and nothing of these.
_PRONOUNS = (HE, SHE, IT, THEY, ONE_SPEAKER, SPEAKER - ONE_SPEAKER, YOU)
_IT, _THEY, _NAME, _DEFINITE, _INDEFINITE, _BARE = 2, 3, 7, 8, 9, 10
_POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
_OPENING = frozenset({"a", "an", "one", "another", "some"})
_OWNED = frozenset({"its", "his", "her", "their", "our", "my"})
_TYPES = ("PER", "ORG", "GPE", "GRP")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_TOLD = re.compile(r",? (?:said|says|told|added|warned)\b")
_LONG, _NEAR = 60, 4  # characters between two mentions, mentions between two of neighbouring sentences
#: Numbers of each mention, and of each pair.
SINGLE, DOUBLE = 34, 47


class Mentions:
    """The mentions of a text with the identity of each by the tables, as columns of numbers."""

    def __init__(self, found: Sequence[Candidate], known: Sequence[str | None]) -> None:
        self.found, self.known = found, known
        self.kind = [_kind(one) for one in found]
        self.plural, self.gender, self.heads = [plural(one) for one in found], [one.gender for one in found], [head(one.bare) for one in found]

    @cached_property
    def single(self) -> Array:
        """`SINGLE` numbers of each mention [mention, number]: what kind of words it is, its type, and how it stands in its sentence."""
        import numpy

        first: dict[int, int] = {}
        for one in self.found:
            first[one.sentence] = min(first.get(one.sentence, one.start), one.start)
        rows = [self._row(index, leads=first[one.sentence] == one.start) for index, one in enumerate(self.found)]
        return numpy.array(rows, dtype=numpy.float32).reshape(-1, SINGLE)

    def _row(self, index: int, *, leads: bool) -> list[float]:
        one, kind, part, gender = self.found[index], self.kind[index], Part.of(self.found[index]), self.gender[index]
        return [
            *(kind == number for number in range(_BARE + 1)), *(one.type == name for name in _TYPES),
            one.quoted, one.paragraph == 0, one.sentence == 0, gender == "m", gender == "f", self.plural[index], leads,
            bool(OPENS.search(one.before)), one.before.endswith(PREPOSITIONS), part.object, part.owner, one.text.endswith(_POSSESSIVE),
            one.words[:1] != () and one.words[0] in _OWNED, bool(WHO.match(one.after)), bool(_TOLD.match(one.after)), min(len(one.words), 8) / 4,
            one.after.startswith(","), one.before.endswith(", "), len(one.name) > 1,
        ]  # fmt: skip

    def double(self, later: Array, earlier: Array) -> Array:
        """`DOUBLE` numbers of pairs of mentions, given by their indices [pair, number]: how far apart they stand, and how alike their words are."""
        import numpy

        columns = [*self._apart(later, earlier), *self._alike(later, earlier), *self._agree(later, earlier)]
        rows: Array = numpy.column_stack([*columns, self._between(later, earlier)]).astype(numpy.float32)
        return rows

    def _apart(self, later: Array, earlier: Array) -> list[Array]:
        import numpy

        table, rank = self._numbers, later - earlier
        sentences, paragraphs = (table[name][later] - table[name][earlier] for name in ("sentence", "paragraph"))
        same, steps = sentences == 0, numpy.log1p(rank)
        return [
            same, sentences == 1, sentences == 2, (sentences > 2) & (sentences < 5), (sentences > 4) & (sentences < 9), sentences > 8,
            paragraphs == 0, paragraphs == 1, steps, numpy.log1p(sentences), same * steps, table["start"][later] < table["end"][earlier],
            table["quoted"][later] == table["quoted"][earlier],
        ]  # fmt: skip

    def _alike(self, later: Array, earlier: Array) -> list[Array]:
        """Whether they are the same pronoun, have the same words, the same noun, names that share a word."""
        import numpy

        table = self._numbers
        pronoun, kind, named, size, length = (table[name] for name in ("pronoun", "kind", "named", "size", "length"))
        both = (pronoun[later] == 0) & (pronoun[earlier] == 0)

        def same(name: str) -> Array:
            equal: Array = table[name][later] == table[name][earlier]
            return equal

        shared, names = _shared(self._words, self._words, later, earlier), _shared(self._names, self._names, later, earlier)
        told = _shared(self._words, self._names, later, earlier)
        named_both = (named[later] > 0) & (named[earlier] > 0)
        return [
            same("pronoun") & (pronoun[later] > 0), (kind[later] == kind[earlier]) & (pronoun[later] > 0),
            same("bare") & both, same("head") & both, same("stem") & both, same("made"),
            (shared > 0) & both, (shared == size[later]) & both, (shared == size[earlier]) & both,
            both * shared / numpy.maximum(size[later], 1), both * shared / numpy.maximum(size[earlier], 1),
            names > 0, named_both, named_both & (names == numpy.minimum(length[later], length[earlier])), named_both & (names == 0),
            same("surname"), (told > 0) & both,
        ]  # fmt: skip

    def _agree(self, later: Array, earlier: Array) -> list[Array]:
        """Whether they agree in type, gender, number and identity."""
        table = self._numbers
        kind, many, gender, known, identity = (table[name] for name in ("kind", "plural", "gender", "known", "identity"))
        genders, same = gender[later] * gender[earlier], identity[later] == identity[earlier]
        return [
            table["type"][later] == table["type"][earlier], genders > 0, genders < 0, (gender[later] != 0) & (gender[earlier] == 0),
            many[later] == many[earlier], (kind[later] == _IT) & many[earlier], (kind[later] == _THEY) & many[earlier],
            same, known[later] & known[earlier] & ~same, known[later] & ~known[earlier], ~known[later] & known[earlier],
        ]  # fmt: skip

    def _between(self, later: Array, earlier: Array) -> Array:
        """Of what stands between two that are near: does a clause begin there, is it a comma, "and", neither, is it long."""
        import numpy

        sentence = self._numbers["sentence"]
        apart = sentence[later] - sentence[earlier]
        rows = numpy.zeros((len(later), 6), dtype=numpy.float32)
        for row in numpy.nonzero((apart == 0) | ((apart == 1) & (later - earlier < _NEAR)))[0].tolist():
            gap = self.found[later[row]].between(self.found[earlier[row]])
            if gap:
                clause = bool(CLAUSE.search(gap))
                links, lists = gap in (", ", " (", ": "), gap in (" and ", " or ", " with ")
                rows[row] = clause, bool(SAID.search(gap)), links, lists, not clause, len(gap) > _LONG
        return rows

    @cached_property
    def _numbers(self) -> dict[str, Array]:
        import numpy

        found, alone = self.found, range(len(self.found))
        columns: dict[str, list[Any]] = {
            "sentence": [one.sentence for one in found], "paragraph": [one.paragraph for one in found], "start": [one.start for one in found],
            "end": [one.end for one in found], "quoted": [one.quoted for one in found], "kind": self.kind, "plural": self.plural,
            "gender": [{"m": 1, "f": -1}.get(gender or "", 0) for gender in self.gender], "known": [one is not None for one in self.known],
            "type": _numbered(one.type for one in found), "pronoun": _numbered((one.pronoun or "" for one in found), ""),
            "bare": _numbered(one.bare for one in found), "head": _numbered(self.heads),
            "stem": _numbered(noun.removesuffix("s") for noun in self.heads),
            "made": _numbered(KIND.get(noun) or at for at, noun in zip(alone, self.heads, strict=True)),
            "surname": _numbered(one.name[-1] if one.name else at for at, one in zip(alone, found, strict=True)),
            "identity": _numbered(one or at for at, one in zip(alone, self.known, strict=True)),
            "named": [bool(one.name) for one in found], "size": [len(set(one.bare)) for one in found],
            "length": [len(set(one.name)) for one in found],
        }  # fmt: skip
        return {name: numpy.array(values) for name, values in columns.items()}

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        words = dict.fromkeys(word for one in self.found for word in (*one.bare, *one.name))
        return {word: number for number, word in enumerate(words)}

    @cached_property
    def _words(self) -> Array:
        return self._table([one.bare for one in self.found])

    @cached_property
    def _names(self) -> Array:
        return self._table([one.name for one in self.found])

    def _table(self, rows: Sequence[Sequence[str]]) -> Array:
        """Which words of all that mentions have are in each [mention, word]."""
        import numpy

        table = numpy.zeros((len(rows), len(self._vocabulary)), dtype=numpy.float32)
        for row, words in enumerate(rows):
            table[row, [self._vocabulary[word] for word in words]] = 1
        return table


def _kind(one: Candidate) -> int:
    """Which of the kinds of words a mention is."""
    if one.pronoun:
        return next(number for number, words in enumerate(_PRONOUNS) if one.pronoun in words)
    if one.name:
        return _NAME
    first = one.words[0] if one.words else ""
    return _DEFINITE if first in _POINTING else _INDEFINITE if first in _OPENING else _BARE


def _numbered(values: Iterable[Hashable], *first: Hashable) -> list[int]:
    """A number for each value, equal ones the same; `first` are counted from 0."""
    numbers: dict[Hashable, int] = {value: number for number, value in enumerate(first)}
    return [numbers.setdefault(value, len(numbers)) for value in values]


def _shared(one: Array, other: Array, later: Array, earlier: Array) -> Array:
    """How many words the later mentions (rows of `one`) share with the earlier (rows of `other`)."""
    begin, stop, low = int(later.min()), int(later.max()) + 1, int(earlier.min())
    both: Array = (one[begin:stop] @ other[low:stop].T)[later - begin, earlier - low]
    return both
