"""Spans of place names in a text: capitalised names the gazetteer knows, told from people, governments and common words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from detente.knowledge.folding import fold
from detente.where import signs
from detente.where.gazetteer import Candidate, abbreviated, candidates, known
from detente.where.names import demonyms

Extent = tuple[int, int]
_TOKEN = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
_COMMA = re.compile(r",\s+")
_AND = re.compile(r",?\s+(?:and|or)\s+|,\s+")
_BETWEEN = re.compile(r"[,;:()\"“”\n]")
# A name that nothing in the text makes a place must be a town's of so many people; one that is a common word or short, a city's.
_TOWN, _CITY = 15_000, 200_000
_LONGEST = 4


def find_known(text: str, sentences: Sequence[Extent]) -> tuple[Extent, ...]:
    """Return the spans (half-open, code points) of place names within sentences, in order, without overlap.

    A country or capital counts only in a place's function ("in Kenya", "the capital of Chad", a dateline, "Mombasa, Kenya"), since it
    else acts as its government; other names count where no title, given name or surname stands next to them and they are no surname
    elsewhere in the text. A small place counts where the text somewhere puts something in it.
    """
    return _Search(text, sentences).spans()


class _Search:
    """One text with what is known of its names."""

    def __init__(self, text: str, sentences: Sequence[Extent]) -> None:
        self.text = text
        self._names: dict[int, list[tuple[int, str]]] = {}
        self.lowered = set(re.findall(r"(?<![\w-])[a-z]{3,}(?![\w-])", text))
        self.lines = [[(m.start(), m.end()) for m in _TOKEN.finditer(text, max(0, s), min(len(text), e))] for s, e in sentences]
        self.capitals = {start for tokens in self.lines for start, _ in tokens if text[start].isupper()}
        self.located = {fold(name) for tokens in self.lines for name in self._located(tokens)}
        # A headline's capitals make names of three words that are none ("Storm Hits Goma"), so a place put to use as one stays one.
        self.surnames = signs.surnames(text) - self.located

    def spans(self) -> tuple[Extent, ...]:
        """The places of all sentences."""
        found: list[Extent] = []
        for tokens in self.lines:
            done = 0
            for at in self._large_at(tokens):
                if at < done:
                    continue  # within the name before
                size = self._match(tokens, at)
                if size and signs.dateline(self.text, tokens[at][0], tokens[at + size - 1][1]):
                    size += self._after(tokens, at + size, tokens[at][0])
                elif size == 0 and found and _COMMA.fullmatch(self.text, found[-1][1], tokens[at][0]):
                    size = self._chained(tokens, at, candidates(self.text[slice(*found[-1])]))
                if size == 0 and found and _AND.fullmatch(self.text, found[-1][1], tokens[at][0]):
                    size = self._coordinated(tokens, at)
                if size:
                    found.append((tokens[at][0], self._end(tokens, at, size)))
                    done = at + size
        return tuple(found)

    def _coordinated(self, tokens: Sequence[Extent], at: int) -> int:
        """The size of a town's name joined to a place right before it ("in Goma and Bukavu")."""
        for size, name in self._named(tokens, at)[:1]:
            last, key, main = tokens[at + size - 1][1], fold(name), [c for c in candidates(name) if c.main]
            if key in self.surnames or signs.name_follows(self.text, tokens, at + size, last) or signs.speaks(self.text, last):
                return 0
            acting = any(c.entry.level == "C" or c.entry.capital for c in main)
            return size if main and not acting and (key in self.located or len(key) > 4 and key not in self.lowered) else 0
        return 0

    def _end(self, tokens: Sequence[Extent], at: int, size: int) -> int:
        """Where a name of so many tokens ends, without 's."""
        start, end = tokens[at][0], tokens[at + size - 1][1]
        return end - 2 if end - start > 3 and signs.possessive(self.text[start:end]) else end

    def _large_at(self, tokens: Sequence[Extent]) -> list[int]:
        """The tokens with a capital, at which a name may begin."""
        return [at for at, (start, _) in enumerate(tokens) if start in self.capitals]

    def _named(self, tokens: Sequence[Extent], at: int) -> list[tuple[int, str]]:
        """The names that begin at a token with a capital and may be a place's, by their number of tokens, the longest first; every search asks again."""
        start = tokens[at][0]
        found = self._names.get(start)
        if found is None:
            found = self._names[start] = []
            for size in range(1, min(_LONGEST, len(tokens) - at) + 1):
                if size > 1 and _BETWEEN.search(self.text, tokens[at + size - 2][1], tokens[at + size - 1][0]):
                    break  # nor is any longer one
                if tokens[at + size - 1][0] in self.capitals and _may_be(name := self.text[start : self._end(tokens, at, size)]):
                    found.insert(0, (size, name))
        return found

    def _match(self, tokens: Sequence[Extent], at: int) -> int:
        """Return the number of tokens of the place name that begins at a token, or 0."""
        named = self._named(tokens, at)
        return next((size for size, name in named if self._is_place(tokens, at, size, name, candidates(name))), 0)

    def _located(self, tokens: Sequence[Extent]) -> list[str]:
        """Names in a place's plain function ("in Lima", "Lima, Ohio")."""
        found = []
        for at in self._large_at(tokens):
            for size, name in self._named(tokens, at)[:1]:
                if self._end(tokens, at, size) < tokens[at + size - 1][1]:
                    continue  # "in Denver's view"
                before, earlier, _ = self._context(tokens, at)
                if signs.plainly(before.casefold(), earlier) or self._held(tokens, at, size, candidates(name)):
                    found.append(name)
        return found

    def _context(self, tokens: Sequence[Extent], at: int) -> tuple[str, str, str]:
        """The word before a token, the one before that in lower case, and what stands between."""
        before = self.text[tokens[at - 1][0] : tokens[at - 1][1]] if at else ""
        gap = self.text[tokens[at - 1][1] : tokens[at][0]] if at else "\n"
        if at and set(gap) & set('.!?:\n"“–—-'):
            before, gap = "", "\n"
        return before, self.text[tokens[at - 2][0] : tokens[at - 2][1]].casefold() if at > 1 else "", gap

    def _is_place(self, tokens: Sequence[Extent], at: int, size: int, name: str, options: Sequence[Candidate]) -> bool:
        before, earlier, gap = self._context(tokens, at)
        last, key = tokens[at + size - 1][1], fold(name)
        if signs.dateline(self.text, tokens[at][0], last):
            return True
        if name.isupper() and len(name) < 5:
            return False
        adjoins = gap.strip() == "" and before[:1].isupper() and "\n" not in gap
        if adjoins and before.casefold() not in signs.COMPASS | signs.FUNCTION and not signs.possessive(before):
            return False
        if before.casefold().rstrip(".") in signs.TITLES and gap.isspace() or signs.name_follows(self.text, tokens, at + size, last):
            return False
        if self._held(tokens, at, size, options):
            return True
        if gap.isspace() and signs.locative(before.casefold(), earlier):
            return signs.plainly(before.casefold(), earlier) or key not in self.surnames and (key in self.located or self._large(options, _TOWN))
        if any(c.entry.level == "C" or c.entry.capital for c in options if c.main):
            return before.casefold() in signs.COMPASS
        if key in self.surnames or signs.speaks(self.text, last):
            return False
        common = not before or key in self.lowered or len(name) < 5
        needed = 0 if key in self.located else _CITY if common else _TOWN
        return key not in self.lowered and self._large([c for c in options if c.main], needed)

    @staticmethod
    def _large(options: Sequence[Candidate], people: int) -> bool:
        """Whether one of the places is a division of a state, a county called so, or has so many people."""
        return any(c.entry.population >= people or c.entry.level == "A" or c.entry.level == "D" and " " in c.entry.name for c in options)

    def _held(self, tokens: Sequence[Extent], at: int, size: int, options: Sequence[Candidate]) -> bool:
        """Whether the country or division of a town is named right after it and a comma."""
        last = tokens[at + size - 1][1]
        return bool(re.match(r",\s+[A-Z]", self.text[last : last + 4])) and self._chained(tokens, at + size, options) > 0

    def _after(self, tokens: Sequence[Extent], at: int, start: int) -> int:
        """The number of words of a country or division after a dateline's town and a comma: both are one span there."""
        if at < len(tokens) and re.fullmatch(r",\s?", self.text[tokens[at - 1][1] : tokens[at][0]]):
            return self._chained(tokens, at, candidates(self.text[start : tokens[at - 1][1]]))
        return 0

    def _chained(self, tokens: Sequence[Extent], at: int, town: Sequence[Candidate]) -> int:
        """Return the size of a country or division that follows a place and a comma ("Mombasa, Kenya", "Lima, Ohio"), or 0.

        Two states are a list, whatever villages are called like the first ("Chad, Niger and Mali").
        """
        lower = [c.entry for c in town if c.main and c.entry.level != "C"]
        state = any(c.main and c.entry.level == "C" for c in town)
        for size in range(min(3, len(tokens) - at), 0, -1):
            name = self.text[tokens[at][0] : self._end(tokens, at, size)]
            if not name[0].isupper() or "\n" in name or "," in name:
                continue
            dotted = self.text[tokens[at + size - 1][1] : tokens[at + size - 1][1] + 1] == "."
            wider = [c.entry for c in (abbreviated(name) if dotted or name.isupper() else ()) or candidates(name) if c.main]
            if any(e.country == w.country and (w.level == "C" and not state or w.level == "A" and e.admin == w.admin) for w in wider for e in lower):
                return size
        return 0


@lru_cache(maxsize=1 << 14)
def _may_be(name: str) -> bool:
    """Whether the gazetteer knows a name that is nothing else."""
    if _BETWEEN.search(name):
        return False
    key = fold(name)
    return known(key) and key not in signs.NEVER and key not in demonyms() and key not in signs.institutions()
