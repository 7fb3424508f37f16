"""Words of a mention: tokens without their punctuation, folded keys that ignore case, accents, dots and hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from detente.knowledge.folding import SIGNS, fold

__all__ = ["Word", "bare", "clean", "fold", "owned", "slug", "spelling", "tokens", "words"]

_PAST_ACCENTS = "\u2000"  # from here on no letter of an outlet's name; scripts of thousands of signs are not gone through one by one
_SHORTENED = re.compile(r"(?:[^\W\d_]\.)+|Mr\.|Dr\.|Gen\.|Col\.|Lt\.|St\.|Jr\.")
_TOKEN = re.compile(r"[^\s,;:()\"\[\]!?]+|[,;]")


class Word(NamedTuple):
    """A word of a mention: as written without possessive, and whether it had one."""

    text: str
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether the word starts with a capital letter."""
        return self.text[:1].isupper()


def owned(word: Word) -> str:
    """The word as it was written in the possessive ("the ministry's", "the owners'"), else as it is."""
    return word.text + (("'" if word.text.endswith("s") else "'s") if word.possessive else "")


def clean(text: str) -> str:
    """Return the text with plain quotes, spaces and hyphens; the length stays the same."""
    if text.isascii():  # as most are: none of the signs is in it
        return text
    for sign, plain in SIGNS.items():  # a text of other letters is translated ten times slower
        text = text.replace(sign, plain)
    return text


def bare(text: str) -> str:
    """Return a text as `clean` does, and without the accents of Latin letters; the length stays the same."""
    plain = clean(text)
    if plain.isascii():
        return plain
    for sign in set(plain):
        if "\x7f" < sign < _PAST_ACCENTS and (letter := unicodedata.normalize("NFD", sign)[0]) != sign:
            plain = plain.replace(sign, letter)
    return plain


def tokens(text: str) -> list[str]:
    """Split a text as `words` does, without looking into the tokens."""
    return _TOKEN.findall(clean(text))


def words(text: str) -> list[Word]:
    """Split a mention into words; a comma is a word of its own."""
    found = []
    for token in tokens(text):
        if token.isalpha():  # nine words in ten
            found.append(_plain(token))
            continue
        possessive = token.endswith(("'s", "s'", "'S"))
        if token.endswith(("'s", "'S")):
            token = token[:-2]
        token = token.strip("'\"")
        if token.endswith(".") and not _SHORTENED.fullmatch(token):
            token = token.rstrip(".")
        if token:
            found.append(Word(token, possessive))
    return found


@lru_cache(maxsize=1 << 14)
def _plain(token: str) -> Word:
    """A word as it stands; most come again and again."""
    return Word(token, False)


def slug(text: str) -> str:
    """Return an identifier made of the folded text: "Xi Jinping" gives "xi-jinping"."""
    return "-".join(fold(text).split())


@lru_cache(maxsize=1 << 14)
def spelling(name: str) -> str:
    """Return a rough key that common transliterations of one name share ("Dmitriy", "Dmitri", "Dmitry")."""
    key = fold(name).replace(" ", "")
    for old, new in _VARIANTS:
        key = key.replace(old, new)
    return _DOUBLED.sub(_once, key)


def _once(doubled: re.Match[str]) -> str:
    return doubled[1]  # much faster than a template


_DOUBLED = re.compile(r"(.)\1+")
_VARIANTS = (
    ("iy", "i"), ("yi", "i"), ("ij", "i"), ("y", "i"), ("ks", "x"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("kh", "h"),
    ("gh", "g"), ("q", "k"), ("dj", "j"), ("w", "v"), ("ei", "e"), ("ae", "a"), ("ie", "e"), ("ph", "f"), ("c", "k"),
)  # fmt: skip
