"""Words that bring what somebody says, thinks, wants or judges, with how each takes its content (`lexicon.tsv`).

A row is a class of words, the attitude they name, the forms of content they take, and the words. The forms: `that` a clause with
"that"; `clause` a clause without it; `wh` one with "whether", "how", "why"; `to` an infinitive; `ing` a gerund; `np` a noun phrase and
what hangs on it, `np_to` one that an infinitive may follow; `shown` what a poll, a study or a document shows; any other word is a
preposition before it. The attitudes follow attribution studies (assertions, beliefs, eventualities: Prasad et al. 2007), with judgements of
somebody or something apart. What is left open or spoken of ("did not say whether", "discussed the plan") is `judged`, since its content is not
said. Where two rows give a word one form, the first counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from detente.records import Attitude

TABLE = Path(__file__).parent / "lexicon.tsv"
_VOWELS = "aeiou"
_PAST = {
    "say": "said", "tell": "told", "think": "thought", "feel": "felt", "find": "found", "understand": "understood", "seek": "sought",
    "mean": "meant", "bet": "bet",
    "know": "knew known", "see": "saw seen", "foresee": "foresaw foreseen", "write": "wrote written", "swear": "swore sworn",
    "forget": "forgot forgotten", "choose": "chose chosen", "speak": "spoke spoken", "show": "showed shown", "label": "labeled labelled",
    "learn": "learned learnt", "dream": "dreamed dreamt", "signal": "signaled signalled",
}  # fmt: skip
# Verbs that double their last letter before an ending.
_DOUBLING = frozenset("rip slam brag dub admit submit commit refer prefer quip plan bet forget regret rebut snub shun pan".split())


@dataclass(frozen=True)
class Verb:
    """A verb or adjective with, for each form of content it takes, the attitude that it then names."""

    lemma: str
    forms: Mapping[str, Attitude]

    def attitude(self, form: str) -> Attitude | None:
        """What it names with content of this form; None where it takes none."""
        return self.forms.get(form)


@dataclass(frozen=True)
class Form:
    """An inflected form: `tense` is `base`, `s`, `past` or `ing`; `adjective` for what follows "is"."""

    verb: Verb
    tense: str


@dataclass(frozen=True)
class Lexicon:
    """Forms of verbs and adjectives, and nouns with their attitude and the words that bring their content."""

    forms: Mapping[str, Form]
    nouns: Mapping[str, tuple[Attitude, tuple[str, ...]]]


@cache
def lexicon() -> Lexicon:
    """The table, read once."""
    verbs: dict[str, dict[str, Attitude]] = {}
    adjectives: dict[str, dict[str, Attitude]] = {}
    nouns: dict[str, tuple[Attitude, tuple[str, ...]]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        kind, attitude, forms, words = line.split("\t")
        named = cast(Attitude, attitude)
        for word in words.split():
            if kind == "noun":
                nouns.setdefault(word, (named, tuple(forms.split())))
                continue
            for form in forms.split():
                (verbs if kind == "verb" else adjectives).setdefault(word, {}).setdefault(form, named)
    found: dict[str, Form] = {}
    for lemma, taken in verbs.items():
        for word, tense in inflections(lemma):
            found.setdefault(word, Form(Verb(lemma, taken), tense))
    for word, taken in adjectives.items():
        found.setdefault(word, Form(Verb(word, taken), "adjective"))
    return Lexicon(found, nouns)


def inflections(lemma: str) -> list[tuple[str, str]]:
    """The forms of a verb with their tenses."""
    stem, last = lemma.removesuffix("e"), lemma[-1]
    to_i = last == "y" and lemma[-2] not in _VOWELS
    doubled = lemma + last if lemma in _DOUBLING else None
    third = lemma[:-1] + "ies" if to_i else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    past = _PAST.get(lemma) or (doubled + "ed" if doubled else lemma[:-1] + "ied" if to_i else stem + "ed")
    ing = (doubled or (lemma if lemma.endswith("ee") else stem)) + "ing"
    return [(lemma, "base"), (third, "s"), *((one, "past") for one in past.split()), (ing, "ing")]
