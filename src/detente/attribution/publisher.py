"""The publisher of an article, as the article itself calls it: by its name, a part of it, or its initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[\w.’'&-]+")
_NOTE = re.compile(r"\s*\([^()]*\)|\s+(?:[Oo]nline|in English|English)$")  # "Tarn Gazette (English edition)"
# What says of what kind a publisher is, behind its name proper.
_KINDS = frozenset("news press agency service wire radio television tv network online media group broadcasting corporation international".split())


def is_called(text: str, at: int, publisher: str | None) -> bool:
    """Whether the publisher is named after a space at an offset: "told the Tarn Gazette", "the Gazette", "TG", in the Tarn Gazette."""
    return publisher is not None and any(form.match(text, at) for form in _forms(publisher))


@lru_cache(maxsize=64)
def _forms(publisher: str) -> tuple[re.Pattern[str], ...]:
    """The whole name, with or without its article, which may run into a capital; its ends with "the"; its beginning; its initials."""
    words = _WORD.findall(_NOTE.sub("", publisher).removeprefix("The "))
    if not words:
        return ()
    ends = [" ".join(words[first:]) for first in range(1, len(words))] or words
    proper = list(words)
    while len(proper) > 1 and proper[-1].casefold() in _KINDS:
        proper.pop()
    initials = _plain("".join(word[0] for word in words if word[0].isupper()))
    short = [*(rf"[Tt]he {re.escape(end)}" for end in ends), *([re.escape(" ".join(proper))] if len(proper) < len(words) else [])]
    short += [rf"(?:the )?{re.escape(initials)}"] if len(initials) > 1 else []
    whole = [re.compile(rf" (?:[Tt]he )?{re.escape(' '.join(words))}\b")] if len(words) > 1 else []
    return (*whole, *(re.compile(rf" {form}\b(?! [A-Z])") for form in short))


def _plain(letters: str) -> str:
    """Letters without their accents."""
    return "".join(one for one in unicodedata.normalize("NFD", letters) if not unicodedata.combining(one))
