"""The publisher of an article, as the article itself calls it: by its name, a part of it, or its initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from detente.actor import Resolver

_WORD = re.compile(r"[\w.’'&-]+")
_NOTE = re.compile(r"\s*\([^()]*\)|\s+(?:[Oo]nline|in English|English)$")  # "Tarn Gazette (English edition)"
_SMALL = frozenset("of de des du del da do di the la le".split())  # what they lead to is no name of a paper by itself
# What says of what kind a publisher is, behind its name proper.
_KINDS = frozenset("news press agency service wire radio television tv network online media group broadcasting corporation international".split())


def called(text: str, at: int, publisher: str | None) -> str | None:
    """The publisher where it is named after a space at an offset: "told the Tarn Gazette", "the Gazette" or "TG", in the Tarn Gazette.

    Its name without what kind of house it is ("Tarnow", in Tarnow News Agency) is given as the text has it.
    """
    if publisher is None:
        return None
    return next((name for form, name in _forms(publisher) if form.match(text, at)), None)


@lru_cache(maxsize=64)
def _forms(publisher: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What calls a publisher and the name that is meant: the whole name, which may run into a capital; its ends; its beginning; its initials."""
    words = _WORD.findall(_NOTE.sub("", publisher).removeprefix("The "))
    if not words:
        return ()
    ends = [" ".join(words[first:]) for first in range(1, len(words)) if words[first - 1].casefold() not in _SMALL] or words
    initials = _plain("".join(word[0] for word in words if word[0].isupper()))
    own = len(initials) > 1 and not Resolver().resolve(initials)  # "the UN" is nobody's newspaper
    short = [*(rf"[Tt]he {re.escape(end)}" for end in ends), *([rf"(?:the )?{re.escape(initials)}"] if own else [])]
    forms = [(form, publisher) for form in short]
    proper = list(words)
    while len(proper) > 1 and proper[-1].casefold() in _KINDS:
        proper.pop()
    if len(proper) < len(words):
        forms.append((re.escape(" ".join(proper)), " ".join(proper)))
    whole = [(re.compile(rf" (?:[Tt]he )?{re.escape(' '.join(words))}\b"), publisher)] if len(words) > 1 else []
    return (*whole, *((re.compile(rf" {form}\b(?! [A-Z])"), name) for form, name in forms))


def _plain(letters: str) -> str:
    """Letters without their accents."""
    return "".join(one for one in unicodedata.normalize("NFD", letters) if not unicodedata.combining(one))
